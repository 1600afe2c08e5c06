"""Tables without rules: rows of short cells that stand below each other in columns, such as price lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msglint.extract.pdf.tables import PlacedTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from msglint.extract.pdf.layout import Line
    from msglint.extract.pdf.words import Word

_FEWEST_ROWS = 3
_FEWEST_COLUMNS = 3  # two columns with a gap may be running text, unless the second holds only numbers
_MOST_WORDS = 3.0  # in a cell on average; columns of running text have more
_MOST_PITCH = 2.6  # of the line's height, from one row to the next
_VALUE = re.compile(r"[^\w]*\d.*|[✓✔✗✘×●○–—-]|yes|no|n/?a", re.IGNORECASE)  # numbers, prices, marks
_NUMBER = re.compile(r"[^\w]*\d[\d.,]*\W*\w{0,3}")  # with a sign, a currency or a unit
_NAME = re.compile(r".*[^\W\d_]{2}.*")
_VALUE_SHARE = 0.6  # of the cells of a column

Row = list["Line"]
Band = tuple[float, float]


def aligned_tables(lines: Sequence[Line]) -> tuple[list[PlacedTable], list[Line]]:
    """The tables among the lines of a page, and the lines that belong to none."""
    tables = [table for run in _runs(_rows(lines)) for table in _table(run)]
    taken = {id(word) for table in tables for row in table.rows for cell in row for word in cell or ()}
    return tables, [line for line in lines if id(line.words[0]) not in taken]


def _rows(lines: Sequence[Line]) -> list[Row]:
    """Lines that stand side by side, rows from the top, each from left to right."""
    rows: list[Row] = []
    for line in sorted(lines, key=lambda line: (line.top + line.bottom, line.x0)):
        last = rows[-1][0] if rows else None
        if last and min(last.bottom, line.bottom) - max(last.top, line.top) > 0.5 * (line.bottom - line.top):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.x0) for row in rows]


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows below each other of which each has two cells or more, with rows of one cell between them."""
    run: list[Row] = []
    for row in rows:
        if run and row[0].top - run[-1][0].top > _MOST_PITCH * (row[0].bottom - row[0].top):
            yield from _trimmed(run)
            run = []
        if run and len(row) == 1 == len(run[-1]):  # two in a row: text, or a table's end
            yield from _trimmed(run)
            run = []
        if run or len(row) > 1:
            run.append(row)
    yield from _trimmed(run)


def _trimmed(run: list[Row]) -> Iterator[list[Row]]:
    while run and len(run[-1]) == 1:
        run = run[:-1]
    if sum(len(row) >= _FEWEST_COLUMNS for row in run) >= _FEWEST_ROWS or _is_price_list(run):
        yield run


def _is_price_list(run: Sequence[Row]) -> bool:
    """Whether each row is a name and a number or price, but for a row of heads."""
    pairs = [row for row in run if len(row) == 2]
    values = [row for row in pairs if _NUMBER.fullmatch(row[1].text) and _NAME.fullmatch(row[0].text)]
    return len(pairs) == len(run) and len(values) >= max(_FEWEST_ROWS, len(run) - 1)


def _table(run: Sequence[Row]) -> Iterator[PlacedTable]:
    columns = _columns(run)
    lines = [line for row in run for line in row]
    words = sum(len(line.words) for line in lines)
    is_pair = len(columns) == 2 and _is_price_list(run)
    if (len(columns) < _FEWEST_COLUMNS and not is_pair) or words > _MOST_WORDS * len(lines):
        return
    cells = [[[line for line in row if _is_in(line, column)] for column in columns] for row in run]
    if any(len(cell) > 1 for row in cells for cell in row) or not _has_values(cells):
        return
    filled = [[_words(cell) for cell in row] for row in cells]
    box = (columns[0][0], min(line.top for line in lines), columns[-1][1], max(line.bottom for line in lines))
    yield PlacedTable(box, tuple(tuple(row) for row in _joined(filled, run)))


def _columns(run: Sequence[Row]) -> list[Band]:
    """The bands that cells lie in, parted by gaps that no cell of any row crosses."""
    bands: list[Band] = []
    for x0, x1 in sorted((line.x0, line.x1) for row in run for line in row):
        if bands and x0 < bands[-1][1] + 2:
            bands[-1] = (bands[-1][0], max(bands[-1][1], x1))
        else:
            bands.append((x0, x1))
    return bands


def _is_in(line: Line, column: Band) -> bool:
    return column[0] <= line.x0 < column[1]


def _has_values(cells: Sequence[Sequence[Sequence[Line]]]) -> bool:
    """Whether one column holds mostly names and one after the first numbers, prices or marks.

    Columns of text have no such column of values, the axes of charts no names.
    """
    columns = [[cell[0].text for cell in column if cell] for column in zip(*cells, strict=True)]
    has_names = any(_share(column, _NAME) >= _VALUE_SHARE for column in columns)
    return has_names and any(
        _share(column, _VALUE) >= _VALUE_SHARE and len(column) >= _FEWEST_ROWS for column in columns[1:]
    )


def _share(texts: Sequence[str], pattern: re.Pattern[str]) -> float:
    return sum(pattern.fullmatch(text) is not None for text in texts) / max(1, len(texts))


def _words(cell: Sequence[Line]) -> tuple[Word, ...]:
    return tuple(word for line in cell for word in line.words)


def _joined(rows: Sequence[list[tuple[Word, ...]]], run: Sequence[Row]) -> Iterator[list[tuple[Word, ...]]]:
    """Rows with what wraps to a second line of one cell put back into that cell."""
    held: list[tuple[Word, ...]] = []
    for index, row in enumerate(rows):
        above = run[index - 1][0] if index else None
        first = run[index][0]
        is_tight = above is not None and first.top - above.bottom < 0.5 * (first.bottom - first.top)
        if held and len(run[index]) == 1 and is_tight:
            held = [before + after for before, after in zip(held, row, strict=True)]
            continue
        if held:
            yield held
        held = row
    yield held
