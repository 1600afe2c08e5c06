"""Text repair that every format shares: what a reader cannot see must not hide a word from the checks."""

from __future__ import annotations

import re

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_INVISIBLE = re.compile(
    "[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
# Joiners shape letters in Persian and Indic words and build emoji; beside ASCII they only split words.
_JOINERS = re.compile("(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def clean(text: str) -> str:
    """`text` on one line with single spaces: ligatures spelled out, invisible and control characters gone."""
    text = _JOINERS.sub("", strip_invisible(text)).translate(_LIGATURES)
    return " ".join(_CONTROL.sub(" ", text).split())


def strip_invisible(text: str) -> str:
    """`text` without the characters that take no room: soft hyphens, zero-width spaces, direction marks."""
    return _INVISIBLE.sub("", text)


def unescape_ooxml(text: str) -> str:
    """Characters that Office writes as `_xHHHH_` because XML cannot hold them."""
    return _ESCAPED.sub(lambda match: _character(match[1]), text) if "_x" in text else text


def _character(digits: str) -> str:
    code = int(digits, 16)
    return "" if 0xD800 <= code <= 0xDFFF else chr(code)


def has_words(text: str) -> bool:
    """Whether `text` holds any letter or digit at all."""
    return any(character.isalnum() for character in text)
