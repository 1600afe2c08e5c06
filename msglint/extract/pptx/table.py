"""Tables on slides: cells under their headers, merged cells once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.extract.pptx.package import A
from msglint.extract.pptx.text import paragraphs_of
from msglint.extract.tables import Cell, Table
from msglint.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from msglint.extract.pptx.look import Look
    from msglint.model import Block

_TRUE = frozenset({"1", "true"})
_Marked = tuple[tuple[str, frozenset[Mark]], ...]  # the paragraphs of a cell with what hides each


def table_blocks(
    table: etree._Element, steps: tuple[str, ...], marks: frozenset[Mark], look: Look | None
) -> Iterator[Block]:
    """One block a paragraph of each cell of an a:tbl; what a merged cell covers is left out.

    Text that was typed into a cell before another grew over it is still in the file: it comes marked hidden.
    """
    lines = table.iterchildren(f"{A}tr")
    rows = [[_cell(cell, look) for cell in line.iterchildren(f"{A}tc")] for line in lines]
    properties = next(table.iterchildren(f"{A}tblPr"), None)
    has_header = properties is not None and properties.get("firstRow") in _TRUE
    plain = Table(tuple(tuple(map(_words, row)) for row in rows), has_header, steps, marks=marks)
    found = [own for row in rows for cell in row for _, own in cell or ()]
    for block, own in zip(plain.blocks(), found, strict=True):
        yield replace(block, marks=block.marks | own) if own else block


def _words(cell: _Marked | None) -> Cell | None:
    return None if cell is None else tuple(text for text, _ in cell)


def _cell(cell: etree._Element, look: Look | None) -> _Marked | None:
    """The paragraphs of one a:tc; None for one that lies under a merged neighbour."""
    is_covered = cell.get("hMerge") in _TRUE or cell.get("vMerge") in _TRUE
    paragraphs = tuple(paragraphs_of(cell))
    if is_covered:
        return tuple((text, frozenset({Mark.HIDDEN})) for _, _, text in paragraphs) or None
    body, fill = (next(cell.iterchildren(f"{A}{name}"), None) for name in ("txBody", "tcPr"))
    if look is None or body is None:
        return tuple((text, frozenset[Mark]()) for _, _, text in paragraphs)
    text_look = look.of_cell(body, fill)
    return tuple((text, text_look.marks(paragraph)) for _, paragraph, text in paragraphs)
