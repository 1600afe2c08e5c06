"""Ruled tables of a PDF page: which words lie in which cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from pdfplumber.table import (
    Table,
    cells_to_tables,
    edges_to_intersections,
    intersections_to_cells,
    merge_edges,
)

from msglint.extract.pdf.rules import MOST_EDGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from msglint.extract.pdf.content import Edge, Rectangle
    from msglint.extract.pdf.words import Word

_TOLERANCE = 3.0  # points by which edges that meet may miss each other, as in pdfplumber
_MOST_CROSSINGS = 5000


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """Rows of cells with the words in each; None where a cell belongs to its neighbour."""

    box: Rectangle
    rows: tuple[tuple[tuple[Word, ...] | None, ...], ...]


def tables_of(edges: Sequence[Edge], words: Sequence[Word]) -> list[PlacedTable]:
    """The page's ruled tables with at least two rows and columns whose cells mostly hold words."""
    upright = sum(edge.is_vertical for edge in edges)
    if upright < 2 or len(edges) - upright < 2 or len(edges) > MOST_EDGES:
        return []
    found = [_fill(table.bbox, [row.cells for row in table.rows], words) for table in _grids(edges)]
    return [table for table in found if _is_table(table, len(words))]


def _grids(edges: Iterable[Edge]) -> list[Table]:
    merged = merge_edges([_as_pdfplumber(edge) for edge in edges], *[_TOLERANCE] * 4)
    long = [edge for edge in merged if _length(edge) >= _TOLERANCE]
    crossings = edges_to_intersections(long, _TOLERANCE, _TOLERANCE)
    if len(crossings) > _MOST_CROSSINGS:
        return []
    groups = cells_to_tables(intersections_to_cells(crossings))
    return [Table(cast("Any", None), cells) for cells in groups]  # pages serve only to extract text


def _length(edge: dict[str, Any]) -> float:
    return float(max(edge["x1"] - edge["x0"], edge["bottom"] - edge["top"]))


def _as_pdfplumber(edge: Edge) -> dict[str, Any]:
    across = (edge.place, edge.place) if edge.is_vertical else (edge.start, edge.end)
    down = (edge.start, edge.end) if edge.is_vertical else (edge.place, edge.place)
    return {
        "x0": across[0], "x1": across[1], "top": down[0], "bottom": down[1], "doctop": down[0],
        "width": across[1] - across[0], "height": down[1] - down[0], "object_type": "line",
        "orientation": "v" if edge.is_vertical else "h",
    }  # fmt: skip


def _fill(box: Rectangle, rows: Iterable[Iterable[Rectangle | None]], words: Sequence[Word]) -> PlacedTable:
    inside = [word for word in words if _holds(box, word)]
    filled = tuple(
        tuple(None if cell is None else tuple(word for word in inside if _holds(cell, word)) for cell in row)
        for row in rows
    )
    return PlacedTable(box, filled)


def _holds(box: Rectangle, word: Word) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x < box[2] and box[1] <= y < box[3]


def _is_table(table: PlacedTable, words_on_page: int) -> bool:
    cells = [cell for row in table.rows for cell in row if cell is not None]
    full = [cell for cell in cells if cell]
    columns = max((sum(bool(cell) for cell in row) for row in table.rows), default=0)
    rows = sum(any(row) for row in table.rows)
    if rows < 2 or columns < 2 or len(full) * 2 < len(cells):
        return False
    # A frame around the page's layout has one cell that holds nearly everything.
    return max(map(len, full)) < max(60, 0.4 * words_on_page)
