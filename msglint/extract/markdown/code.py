"""Where code and markup in a Markdown file can end at the latest."""

from __future__ import annotations

import re

_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})[^\n]*(?:\n|\Z)")
_BACKTICKS = re.compile(r"`+")
_LONGEST = (
    100_000  # characters of one tag or expression; a search without end grows with the square of the file
)
_INDENT = 200


def fence_end(text: str, start: int) -> int | None:
    """The offset behind the fenced code that begins with this line, None if none does."""
    match = _FENCE.match(text, start)
    if not match or (match[1][0] == "`" and "`" in match[0].lstrip(" \t>").lstrip("`")):
        return None
    close = re.compile(rf"^[ \t>]*{re.escape(match[1])}+[ \t]*(?:\n|\Z)", re.MULTILINE)
    found = close.search(text, match.end())
    return found.end() if found else len(text)


def span_end(text: str, start: int) -> int:
    """The offset behind the code span that begins here, or behind its backticks if it does not end."""
    match = _BACKTICKS.match(text, start)
    opened = match.end() if match else start + 1
    blank = text.find("\n\n", opened)
    closing = re.compile(rf"(?<!`)`{{{opened - start}}}(?!`)")
    found = closing.search(text, opened, blank if blank >= 0 else len(text))
    return found.end() if found else opened


def markup_limit(text: str, start: int, end: int) -> int:
    """How far a tag or expression may go on: over blank lines only where it begins a line."""
    before = text[max(start - _INDENT, 0) : start].rpartition("\n")[2]
    blank = text.find("\n\n", start, min(end, start + _LONGEST)) if before.strip(" \t>") else -1
    return blank if blank >= 0 else min(end, start + _LONGEST)
