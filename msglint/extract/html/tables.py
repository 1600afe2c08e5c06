"""HTML tables that hold data: a grid with merged cells, told from tables that only lay out a page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.extract.html.marks import marks_of
from msglint.extract.repair import clean
from msglint.extract.tables import Cell, Table
from msglint.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bs4 import Tag

    from msglint.extract.html.place import Page, Place

    Read = Callable[[Tag, Page, Place, str], list[Block]]

_CELLS = ["td", "th"]
_LAYOUT = ["table", "h1", "h2", "section", "form"]
_BOXES = ["div", "ul", "ol", "img", "button", "h3", "h4"]
_MOST_COLUMNS, _MOST_ROWS = 50, 1000  # of one merged cell; browsers stop at 1000 columns and 65534 rows
_APART = frozenset({BlockKind.ALT, BlockKind.CHART, BlockKind.CODE, BlockKind.CTA})


def is_data_table(table: Tag) -> bool:
    """Whether rows and columns mean something, by structure and by how the author marked it."""
    if table.get("role") in {"presentation", "none"} or table.find(_LAYOUT):
        return False
    rows = [row.find_all(_CELLS) for row in table.find_all("tr")]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return False
    is_headed = table.find(["th", "thead", "caption"]) is not None
    return is_headed or not (table.get("border") == "0" or table.find(_BOXES))


def table_blocks(table: Tag, place: Place, heading: str, page: Page, read: Read) -> Iterator[Block]:
    """The caption, then the cells, then what in them is no plain text of the table, at its own cell.

    `read` walks through one element.
    """
    caption = table.find("caption")
    title = heading
    if caption:
        line = page.lines.get(id(caption), place.line)
        inner = replace(place, leaf="caption", kind=BlockKind.CAPTION, line=line)
        yield from read(caption, page, inner, heading)
        title = clean(caption.get_text(" "))
    rows = table.find_all("tr")
    grid, apart = list[tuple[Cell | None, ...]](), list[Block]()
    for number, (row, cells) in enumerate(zip(rows, _spread(rows), strict=True), start=1):
        around = _row_place(place, row, page)
        found = [_cell(cell, around, f"row {number}, column {column}", page, read)
                 for column, cell in enumerate(cells, start=1)]  # fmt: skip
        plain = [[block for block in blocks if _is_plain(block, place)] for blocks in found]
        apart += (block for blocks in found for block in blocks if not _is_plain(block, place))
        grid.append(tuple(tuple(block.text for block in blocks) if cell else None
                          for cell, blocks in zip(cells, plain, strict=True)))  # fmt: skip
    lines = tuple(page.lines.get(id(row)) for row in rows)
    yield from Table(tuple(grid), _has_header(rows[0]), place.steps, title, place.marks, lines).blocks()
    yield from apart


def _has_header(row: Tag) -> bool:
    cells = row.find_all(_CELLS)
    return (bool(cells) and all(cell.name == "th" for cell in cells)) or row.find_parent("thead") is not None


def _spread(rows: list[Tag]) -> Iterator[list[Tag | None]]:
    """The cells of each row at their own columns, None where a merged cell goes on."""
    below: dict[int, int] = {}  # column -> how many more rows a cell from above takes there
    for row in rows:
        cells: list[Tag | None] = []
        going_on = {column: left - 1 for column, left in below.items() if left > 1}
        for cell in row.find_all(_CELLS):
            while len(cells) in below:
                cells.append(None)
            width, height = _span(cell, "colspan", _MOST_COLUMNS), _span(cell, "rowspan", _MOST_ROWS)
            if height > 1:
                going_on.update((len(cells) + column, height - 1) for column in range(width))
            cells.extend([cell, *[None] * (width - 1)])
        while len(cells) in below:
            cells.append(None)
        below = going_on
        yield cells


def _span(cell: Tag, attribute: str, most: int) -> int:
    value = str(cell.get(attribute, "1")).strip()
    return min(max(int(value), 1), most) if value.isascii() and value.isdigit() else 1


def _row_place(place: Place, row: Tag, page: Page) -> Place:
    marks = place.marks
    for element in (row.parent, row):
        if element is not None and element.name != "table":
            marks = marks_of(element, marks, page)
    line = page.lines.get(id(row), place.line)
    return replace(place, leaf="", kind=BlockKind.TABLE, line=line, marks=marks, heads=False)


def _cell(cell: Tag | None, row: Place, step: str, page: Page, read: Read) -> list[Block]:
    """The blocks of a cell; all that is not of a kind of its own is text of the table."""
    if cell is None:
        return []
    place = replace(row, steps=(*row.steps, step), marks=marks_of(cell, row.marks, page))
    blocks = read(cell, page, place, "")
    return [block if block.kind in _APART else replace(block, kind=BlockKind.TABLE) for block in blocks]


def _is_plain(block: Block, table: Place) -> bool:
    return block.kind is BlockKind.TABLE and block.marks == table.marks
