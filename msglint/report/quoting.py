"""Text from strangers' files made safe to show: nothing in it may steer a terminal, a page or a CI log."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from msglint.model import Location

_SPACES = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
# C0 and C1 controls, bidirectional overrides and isolates, lone surrogates. Left-to-right and
# right-to-left marks stay: Hebrew and Arabic need them and they reorder nothing outside the text.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def visible(text: str) -> str:
    """The text on one line with every control character shown as �; as long as before, so spans still fit."""
    return _UNSAFE.sub("\ufffd", _SPACES.sub(" ", text))


def place(location: Location) -> str:
    """A location as readers see it, "" when it names no place."""
    line = f"line {location.line}" if location.line else ""
    return visible(str(location) or line)
