"""Text bodies of shapes: the words of a paragraph and its level in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.extract.pptx.package import MC, A
from msglint.extract.repair import clean, has_words, unescape_ooxml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_PARAGRAPH, _TEXT, _BREAK = f"{A}p", f"{A}t", f"{A}br"
_ALTERNATIVES = f"{MC}AlternateContent"
_PROPERTIES = f"{A}pPr"
_WORDLESS = frozenset({_PROPERTIES, f"{A}endParaRPr", f"{A}rPr"})
RUNS = frozenset({f"{A}r", f"{A}fld"})
_WORDS = RUNS | {_BREAK}


def paragraphs_of(body: etree._Element) -> Iterator[tuple[int, etree._Element, str]]:
    """(number, element, words) of every paragraph with words; numbers count empty paragraphs too."""
    for number, paragraph in enumerate(body.iter(_PARAGRAPH), start=1):
        text = paragraph_text(paragraph)
        if has_words(text):
            yield number, paragraph, text


def paragraph_text(paragraph: etree._Element) -> str:
    """The words of one paragraph; line breaks are spaces, and of alternative contents only one is read."""
    words: list[str] = []
    for child in paragraph:
        tag = child.tag
        if tag in RUNS:
            words += [part.text or "" for part in child if part.tag == _TEXT]
        elif tag == _BREAK:
            words.append(" ")
        elif tag not in _WORDLESS:
            words.extend(_nested(child))
    return clean(unescape_ooxml("".join(words)))


def _nested(node: etree._Element) -> Iterator[str]:
    """Texts of formulas and of elements that newer versions bring, in document order."""
    stack = [node]
    while stack:
        node = stack.pop()
        if node.tag in {_TEXT, _MATH_TEXT}:
            yield node.text or ""
        elif node.tag == _BREAK:
            yield " "
        elif node.tag == _ALTERNATIVES:
            stack.extend(next(([option] for option in node if holds_text(option)), []))
        else:
            stack.extend(reversed(node))


def holds_text(node: etree._Element) -> bool:
    """Whether any text stands below `node`."""
    for text in node.iter(_TEXT, _MATH_TEXT):
        words = text.text
        if words and not words.isspace():
            return True
    return False


def is_page_number(paragraph: etree._Element) -> bool:
    """Whether a paragraph is nothing but the field for the number of the slide."""
    runs = [child for child in paragraph if child.tag not in _WORDLESS]
    return len(runs) == 1 and runs[0].tag == f"{A}fld" and runs[0].get("type") == "slidenum"


def level_of(paragraph: etree._Element) -> int:
    """The list level of a paragraph, 0 to 8."""
    properties = properties_of(paragraph)
    level = "0" if properties is None else properties.get("lvl", "0")
    return min(int(level), 8) if level.isdecimal() else 0


def properties_of(paragraph: etree._Element) -> etree._Element | None:
    """The a:pPr of a paragraph, which is its first element where it has one."""
    for child in paragraph:
        if child.tag == _PROPERTIES:
            return child
        if child.tag in _WORDS:
            break
    return None
