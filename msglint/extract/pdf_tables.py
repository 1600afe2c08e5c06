"""Ruled tables of a PDF page: which words lie in which cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pdfplumber.page import Page

    from msglint.extract.pdf_words import Word

_MOST_EDGES = 1500  # drawings and maps have thousands of lines and no tables

Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class RuledTable:
    """Rows of cells with the words in each; None where a cell belongs to its neighbour."""

    box: Rectangle
    rows: tuple[tuple[tuple[Word, ...] | None, ...], ...]


def tables_of(page: Page, words: Sequence[Word]) -> list[RuledTable]:
    """The page's tables with at least two rows and columns whose cells mostly hold words."""
    edges = len(page.rects) * 2 + len(page.lines)
    if edges < 4 or edges + len(page.curves) > _MOST_EDGES:
        return []
    found = [_fill(table.bbox, [row.cells for row in table.rows], words) for table in page.find_tables()]
    return [table for table in found if _is_table(table, len(words))]


def _fill(box: Rectangle, rows: Iterable[Iterable[Rectangle | None]], words: Sequence[Word]) -> RuledTable:
    inside = [word for word in words if _holds(box, word)]
    filled = tuple(
        tuple(None if cell is None else tuple(word for word in inside if _holds(cell, word)) for cell in row)
        for row in rows
    )
    return RuledTable(box, filled)


def _holds(box: Rectangle, word: Word) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x < box[2] and box[1] <= y < box[3]


def _is_table(table: RuledTable, words_on_page: int) -> bool:
    cells = [cell for row in table.rows for cell in row if cell is not None]
    full = [cell for cell in cells if cell]
    columns = max((sum(bool(cell) for cell in row) for row in table.rows), default=0)
    rows = sum(any(row) for row in table.rows)
    if rows < 2 or columns < 2 or len(full) * 2 < len(cells):
        return False
    # A frame around the page's layout has one cell that holds nearly everything.
    return max(map(len, full)) < max(60, 0.4 * words_on_page)
