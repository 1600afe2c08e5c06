"""Text bodies of shapes: the words of a paragraph, and whether a reader sees it as a list item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.extract.pptx_package import MC, A
from msglint.extract.repair import clean, has_words, unescape_ooxml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_BULLETS = {f"{A}buNone": False, f"{A}buChar": True, f"{A}buAutoNum": True, f"{A}buBlip": True}


def paragraphs_of(body: etree._Element) -> Iterator[tuple[int, etree._Element, str]]:
    """(number, element, words) of every paragraph with words; numbers count empty paragraphs too."""
    for number, paragraph in enumerate(body.iter(f"{A}p"), start=1):
        text = paragraph_text(paragraph)
        if has_words(text):
            yield number, paragraph, text


def paragraph_text(paragraph: etree._Element) -> str:
    """The words of one paragraph; line breaks are spaces, and of alternative contents only one is read."""
    return clean(unescape_ooxml("".join(_pieces(paragraph))))


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    stack = list(paragraph)[::-1]
    while stack:
        node = stack.pop()
        if node.tag in {f"{A}t", _MATH_TEXT}:
            yield node.text or ""
        elif node.tag == f"{A}br":
            yield " "
        elif node.tag != f"{MC}Fallback":
            stack.extend(reversed(node))


def level_of(paragraph: etree._Element) -> int:
    properties = paragraph.find(f"{A}pPr")
    level = properties.get("lvl", "0") if properties is not None else "0"
    return int(level) if level.isdigit() else 0


def is_bullet(paragraph: etree._Element, bases: tuple[etree._Element, ...]) -> bool:
    """Whether the paragraph shows a bullet: its own properties say so, else the nearest of `bases`.

    `bases` are list styles (a:lstStyle or p:bodyStyle) from the shape outwards to the slide master.
    """
    level = level_of(paragraph)
    own = paragraph.find(f"{A}pPr")
    styles = (own, *(base.find(f"{A}lvl{level + 1}pPr") for base in bases))
    for style in styles:
        for child in () if style is None else style:
            if child.tag in _BULLETS:
                return _BULLETS[child.tag]
    return False
