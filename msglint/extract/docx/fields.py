"""Fields: what a reader sees of them is their result, and not the instruction that made it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from msglint.extract.docx.package import W
from msglint.extract.docx.styles import value

if TYPE_CHECKING:
    from lxml import etree

_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]*)"', re.IGNORECASE)
_TIP = re.compile(r'\\o\s+"([^"]*)"', re.IGNORECASE)
_PAGE = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_BUTTON = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Instruction:
    """What a field's instruction says to a reader: the text of a button, a link's address and its tooltip."""

    text: str = ""
    address: str = ""
    tooltip: str = ""
    is_page: bool = False


@dataclass(slots=True)
class _Field:
    chosen: str
    instruction: str = ""
    has_result: bool = False


class Fields:
    """The fields open at one point of a story; they nest, and go on from paragraph to paragraph."""

    def __init__(self, story: etree._Element) -> None:
        self._open: list[_Field] = []
        self._are_sound = _are_balanced(story)

    @property
    def shows(self) -> bool:
        """Whether words here are seen: outside of fields and in results, but not in instructions."""
        return not self._are_sound or all(field.has_result for field in self._open)

    def instruct(self, text: str) -> None:
        if self._open:
            self._open[-1].instruction += text

    def turn(self, mark: etree._Element) -> Instruction:
        """Pass a w:fldChar; what the field says apart from its result is returned at its end."""
        step = mark.get(f"{W}fldCharType")
        if step == "begin":
            self._open.append(_Field(_chosen_entry(mark)))
        if step == "separate" and self._open:
            self._open[-1].has_result = True
        if step == "end" and self._open:
            field = self._open.pop()
            found = instruction(field.instruction, has_result=field.has_result)
            return replace(found, text=field.chosen) if field.chosen else found
        return Instruction()


def instruction(text: str, *, has_result: bool) -> Instruction:
    """Read a field's instruction; buttons have no result and show the end of it."""
    button = None if has_result else _BUTTON.match(text)
    link, tip = _LINK.match(text), _TIP.search(text)
    return Instruction(
        button[1] if button else "",
        link[1] if link else "",
        tip[1] if link and tip else "",
        _PAGE.match(text) is not None,
    )


def _are_balanced(story: etree._Element) -> bool:
    """Whether every field ends; where one does not, as in damaged files, all words are taken as seen."""
    depth = 0
    for mark in story.iter(f"{W}fldChar"):
        depth += {"begin": 1, "end": -1}.get(mark.get(f"{W}fldCharType"), 0)
        if depth < 0:
            return False
    return depth == 0


def _chosen_entry(mark: etree._Element) -> str:
    """What an old form's drop-down list shows: it is kept with the field and has no result."""
    choices = mark.find(f"./{W}ffData/{W}ddList")
    if choices is None:
        return ""
    entries = [value(entry) for entry in choices.iterfind(f"{W}listEntry")]
    number = value(choices, "result") or value(choices, "default") or "0"
    return entries[int(number)] if number.isdecimal() and int(number) < len(entries) else ""
