"""The order in which a reader meets the boxes of a slide: columns, cards and rows, found in their places."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from msglint.extract.pptx.geometry import EMU_PER_INCH, Box

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

# Comparing all pairs is for slides that a person laid out; maps and generated drawings have far more shapes.
_MOST_BOXES = 250
_DEEPEST = 40
# Text boxes are taller and wider than their words, so neighbours that overlap this much still stand apart.
_SLACK = EMU_PER_INCH / 10
_SLACK_SHARE = 0.15
_LEAST_GAP = EMU_PER_INCH / 20
_MEMBER_SHARE = 0.85
_HEADING_SHARE = 0.75  # a row of boxes this much lower than the next one heads it

Edge = tuple[float, float]  # (start, end) of a box along one axis


@dataclass(frozen=True, slots=True)
class _Unit:
    """A box with those that lie on it; they are read together."""

    index: int
    box: Box
    has_text: bool
    members: tuple[_Unit, ...] = ()


def visual_order(boxes: Sequence[Box], has_text: Sequence[bool]) -> list[int]:
    """The indices of `boxes` in reading order.

    A recursive XY-cut (Nagy and Seth 1984): rows are cut where no box is crossed, and rows that share a
    gutter wider than the space between them are read as columns. Boxes without text place no cut; what lies
    on a box is read after it and with it.
    """
    if len(boxes) > _MOST_BOXES:
        units = [_Unit(index, box, True) for index, box in enumerate(boxes)]
        return [unit.index for unit in _by_rows(units)]
    return list(_indices(_forest(boxes, has_text), 0))


def _indices(units: list[_Unit], depth: int) -> Iterator[int]:
    for unit in _ordered(units, depth):
        yield unit.index
        yield from _indices(list(unit.members), depth + 1)


def _ordered(units: list[_Unit], depth: int) -> list[_Unit]:
    texts = [unit for unit in units if unit.has_text]
    if len(texts) > 1 and depth < _DEEPEST:
        for parts, edge in ((_blocks(texts), _rows_edge), (_cut(texts, _columns_edge), _columns_edge)):
            if len(parts) > 1:
                filled = _with_pictures(parts, units, edge)
                return [unit for part in filled for unit in _ordered(part, depth + 1)]
    return _by_rows(units)


def _forest(boxes: Sequence[Box], has_text: Sequence[bool]) -> list[_Unit]:
    """Boxes that lie on no other, each with those that lie on it."""
    by_size = sorted(range(len(boxes)), key=lambda index: (boxes[index].area, -index))
    members: dict[int, list[_Unit]] = {}
    roots: list[_Unit] = []
    for position, index in enumerate(by_size):
        on_it = tuple(sorted(members.pop(index, ()), key=lambda unit: unit.index))
        text = has_text[index] or any(unit.has_text for unit in on_it)
        unit = _Unit(index, boxes[index], text, on_it)
        larger = by_size[position + 1 :]
        holder = next((other for other in larger if _lies_on(boxes[index], boxes[other])), None)
        (roots if holder is None else members.setdefault(holder, [])).append(unit)
    return sorted(roots, key=lambda unit: unit.index)


def _lies_on(inner: Box, outer: Box) -> bool:
    if inner.area > outer.area * _MEMBER_SHARE or not outer.has_middle_of(inner):
        return False
    return inner.shared_area(outer) >= inner.area * _MEMBER_SHARE


def _blocks(units: list[_Unit]) -> list[list[_Unit]]:
    """Rows from the top, those that are read as columns together in one block."""
    first, *bands = _cut(units, _rows_edge)
    blocks = [[first]]
    for band in bands:
        if _goes_on(blocks[-1], band):
            blocks[-1].append(band)
        else:
            blocks.append([band])
    return [[unit for band in block for unit in band] for block in blocks]


def _goes_on(block: list[list[_Unit]], band: list[_Unit]) -> bool:
    """Whether `band` goes on with the columns of `block`: near to it, compared with the columns' distance."""
    above = [unit for row in block for unit in row]
    columns = _cut([*above, *band], _columns_edge)
    if len(columns) < 2 or min(map(len, columns)) < 2:
        return False
    gap = min(unit.box.top for unit in band) - max(unit.box.bottom for unit in above)
    needed = 1.0 if len(columns) == 2 and _is_headed(block, band) else _needed(block, band)
    return _gutter(columns) >= needed * max(gap, _LEAST_GAP)


def _is_headed(block: list[list[_Unit]], band: list[_Unit]) -> bool:
    """Whether `band` is one more row of items under the headings that open `block`, as in "before, after"."""
    first, last, height = _height(block[0]), _height(block[-1]), _height(band)
    is_alike = min(last, height) >= max(last, height) * _HEADING_SHARE
    return len(block) > 1 and first < height * _HEADING_SHARE and is_alike


def _needed(block: list[list[_Unit]], band: list[_Unit]) -> float:
    """How many times wider than the gap the gutter has to be for columns.

    Headings belong to the lower boxes at once; cells of one size are read in rows unless their columns stand
    far apart, and so is a row that begins the same cards again.
    """
    last, height, first = _height(block[-1]), _height(band), _height(block[0])
    if last < height * _HEADING_SHARE:
        return 1.0
    is_new = len(block) == 1 or height < first * _HEADING_SHARE or first < height * _HEADING_SHARE
    return 1.5 if height < last * _HEADING_SHARE and is_new else 3.0


def _height(band: list[_Unit]) -> float:
    return median(unit.box.height for unit in band)


def _gutter(columns: list[list[_Unit]]) -> float:
    rights = [max(unit.box.right for unit in column) for column in columns]
    lefts = [min(unit.box.left for unit in column) for column in columns]
    return min(left - right for right, left in zip(rights, lefts[1:], strict=False))


def _rows_edge(unit: _Unit) -> Edge:
    return _shrunk(unit.box.top, unit.box.height)


def _columns_edge(unit: _Unit) -> Edge:
    return _shrunk(unit.box.left, unit.box.width)


def _shrunk(start: float, length: float) -> Edge:
    slack = min(_SLACK, length * _SLACK_SHARE)
    return start + slack, start + length - slack


def _cut(units: list[_Unit], edge: Callable[[_Unit], Edge]) -> list[list[_Unit]]:
    """The units in parts, cut wherever no unit lies across, in the order of the axis."""
    parts: list[list[_Unit]] = []
    reach = float("-inf")
    for unit in sorted(units, key=edge):
        start, end = edge(unit)
        if start >= reach:
            parts.append([])
        parts[-1].append(unit)
        reach = max(reach, end)
    return parts


def _with_pictures(
    parts: list[list[_Unit]], units: list[_Unit], edge: Callable[[_Unit], Edge]
) -> list[list[_Unit]]:
    """The parts with the boxes that have no text, each in the part nearest to its middle."""
    spans = [(min(edge(unit)[0] for unit in part), max(edge(unit)[1] for unit in part)) for part in parts]
    filled = [list(part) for part in parts]
    for unit in units:
        if not unit.has_text:
            middle = sum(edge(unit)) / 2
            distances = [max(start - middle, middle - end, 0.0) for start, end in spans]
            filled[distances.index(min(distances))].append(unit)
    return filled


def _by_rows(units: list[_Unit]) -> list[_Unit]:
    """Rows from top to bottom, each from left to right.

    Boxes whose tops differ by less than a third of an inch, or half a height, stand in one row.
    """
    rows: list[list[_Unit]] = []
    for unit in sorted(units, key=lambda unit: unit.box.top):
        if rows and unit.box.top - rows[-1][0].box.top <= _tolerance(rows[-1][0].box, unit.box):
            rows[-1].append(unit)
        else:
            rows.append([unit])
    return [unit for row in rows for unit in sorted(row, key=lambda unit: unit.box.left)]


def _tolerance(first: Box, second: Box) -> float:
    return min(EMU_PER_INCH / 3, min(first.height, second.height) / 2)
