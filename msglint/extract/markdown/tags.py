"""One JSX tag: its name and where its attributes' values are written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from msglint.extract.markdown.script import brace_end

_NAME = re.compile(r"<(/?)(?:([A-Za-z_$][\w$.:-]*)(?=[\s/>])|(?=>))")
_SPACE = re.compile(r"(?:\s+|/\*.*?\*/|//[^\n]*\n)*", re.DOTALL)
_ATTRIBUTE = re.compile(r"([A-Za-z_$@:][\w$.:-]*)(\s*=\s*(?=[\"'{]))?")
_END = re.compile(r"(/?)\s*>")
_NEVER_CLOSED = "area base br col embed hr img input link meta source track wbr"
_VOID = frozenset(_NEVER_CLOSED.split())


@dataclass(frozen=True, slots=True)
class Attribute:
    """A value as it is written, from `start` to `end` with its quotes or braces; a spread has no name."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag; the name of a fragment is "". One that is `empty` has no closing tag."""

    start: int
    end: int
    name: str
    closing: bool
    empty: bool
    attributes: tuple[Attribute, ...] = ()


def read_tag(text: str, start: int, end: int) -> Tag | None:
    """The tag that begins at `start`, None where < is just a character or the tag does not end."""
    match = _NAME.match(text, start, end)
    if not match:
        return None
    name, position, attributes = match[2] or "", match.end(), list[Attribute]()
    while True:
        space = _SPACE.match(text, position, end)
        position = space.end() if space else position
        if closed := _END.match(text, position, end):
            empty = bool(closed[1]) or name in _VOID
            return Tag(start, closed.end(), name, bool(match[1]), empty, tuple(attributes))
        found = _attribute(text, position, end)
        if found is None:
            return None
        attributes.append(found)
        position = found.end


def _attribute(text: str, position: int, end: int) -> Attribute | None:
    match = _ATTRIBUTE.match(text, position, end)
    if match and not match[2]:
        return Attribute(match[1], match.end(1), match.end(1))
    start = match.end() if match else position
    behind = _value_end(text, start, end)
    return Attribute(match[1] if match else "", start, behind) if behind else None


def _value_end(text: str, start: int, end: int) -> int | None:
    if text[start : start + 1] in {'"', "'"}:
        return text.find(text[start], start + 1, end) + 1 or None
    return brace_end(text, start, end) if text[start : start + 1] == "{" else None
