"""Tables of every format: one block a cell, headed by the words a reader would look up for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msglint.model import Block, BlockKind, Location, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

Cell = tuple[str, ...]  # the cleaned paragraphs of one cell


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a reader sees it. `lines` is the source line of each row where the format has lines.

    None stands where a merged cell goes on from the left or from above.
    """

    rows: tuple[tuple[Cell | None, ...], ...]
    has_header: bool
    steps: tuple[str, ...]
    heading: str = ""
    marks: frozenset[Mark] = frozenset()
    lines: tuple[int | None, ...] = ()

    def blocks(self) -> Iterator[Block]:
        """Each paragraph of each cell; body cells stand under "column header, row header"."""
        for row, cells in enumerate(self.rows):
            for column, cell in enumerate(cells):
                heading = self._heading(row, column)
                place = (*self.steps, f"row {row + 1}, column {column + 1}")
                for steps, text in _paragraphs(cell or (), place):
                    line = self.lines[row] if self.lines else None
                    yield Block(text, BlockKind.TABLE, Location(steps, line=line), heading, self.marks)

    def _heading(self, row: int, column: int) -> str:
        above = self._text(0, column) if self.has_header and row else ""
        beside = self._text(row, 0) if column and (row or not self.has_header) else ""
        return ", ".join(filter(None, (above, beside))) or self.heading

    def _text(self, row: int, column: int) -> str:
        """The words of a header cell; a merged one heads all rows and columns that it goes over."""
        while row and self._cell(row, column) is None:
            row -= 1
        while column and self._cell(row, column) is None:
            column -= 1
        return " ".join(self._cell(row, column) or ())

    def _cell(self, row: int, column: int) -> Cell | None:
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ()


def _paragraphs(cell: Cell, steps: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if len(cell) == 1:
        yield steps, cell[0]
        return
    for number, text in enumerate(cell, start=1):
        yield (*steps, f"¶{number}"), text
