"""JSON as every JSON-based report writes it."""

from __future__ import annotations

import json
import re
from typing import Any

_SURROGATE = re.compile("[\ud800-\udfff]")


def json_text(value: Any) -> str:
    """The value as indented JSON that can always be encoded as UTF-8, with a line end."""
    written = json.dumps(value, ensure_ascii=False, indent=2)
    # A lone surrogate out of a damaged file cannot be written as UTF-8, only as an escape.
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", written) + "\n"
