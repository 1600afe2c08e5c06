"""What of a container counts: content controls opened, tracked changes accepted, one of two alternatives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.extract.docx.package import W
from msglint.extract.docx.styles import is_on
from msglint.extract.pptx.package import MC

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    Passage = tuple[etree._Element, ...]  # a paragraph in pieces, or another element alone

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

PARAGRAPH = f"{W}p"
TABLE = f"{W}tbl"
ALTERNATIVES = f"{MC}AlternateContent"
CONTROL = f"{W}sdt"
DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_LEAVES = frozenset({PARAGRAPH, TABLE, f"{W}tr", f"{W}tc", f"{W}altChunk", f"{M}oMathPara", f"{M}oMath"})


def content_of(container: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """The paragraphs, tables, rows, cells and inserted files right inside, whatever wraps them."""
    for node in container:
        if node.tag in _LEAVES:
            yield node
        elif node.tag == ALTERNATIVES:
            yield from content_of(chosen(node))
        elif node.tag not in DELETED and not is_placeholder(node):
            yield from content_of(node)


def passages_of(container: etree._Element) -> Iterator[Passage]:
    """Content in order; a paragraph whose end was deleted goes on in the next one."""
    pieces: list[etree._Element] = []
    for node in content_of(container):
        if node.tag == PARAGRAPH:
            pieces.append(node)
            if _end_is_deleted(node):
                continue
        if pieces:
            yield tuple(pieces)
            pieces = []
        if node.tag != PARAGRAPH:
            yield (node,)
    if pieces:
        yield tuple(pieces)


def chosen(alternatives: etree._Element) -> list[etree._Element]:
    """What the first alternative that holds anything holds: newer features first, the fallback last."""
    return next((list(option) for option in alternatives if len(option)), [])


def is_placeholder(node: etree._Element) -> bool:
    """Whether a content control still shows its prompt ("Click to enter text")."""
    return node.tag == CONTROL and is_on(node.find(f"./{W}sdtPr/{W}showingPlcHdr"))


def _end_is_deleted(paragraph: etree._Element) -> bool:
    end = paragraph.find(f"./{W}pPr/{W}rPr")
    return end is not None and any(node.tag in DELETED for node in end)
