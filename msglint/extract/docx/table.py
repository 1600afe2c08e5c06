"""The grid of a table: its rows after tracked changes, with cells that go on from the left or from above."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msglint.extract.docx.content import content_of
from msglint.extract.docx.look import Fill, fill_of
from msglint.extract.docx.package import W
from msglint.extract.docx.styles import Styles, is_on, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_MOST_COLUMNS = 63  # Word's own limit, so that a false number builds no endless row
_FIRST_ROW = 0x20  # of tblLook's old form, one number for all its switches


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of the grid: `cell` is None where nothing starts, `goes_on` where a merged cell covers it."""

    cell: etree._Element | None
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    slots: tuple[Slot, ...]
    is_hidden: bool


def rows_of(table: etree._Element) -> list[Row]:
    """The rows that are left when all tracked changes are accepted."""
    rows: list[Row] = []
    for node in content_of(table):
        properties = node.find(f"{W}trPr")
        if node.tag != f"{W}tr" or _has(properties, "del"):
            continue
        before = _number(value(properties, "gridBefore"), 0)
        slots = (Slot(None),) * before + tuple(_slots(node, is_first=not rows))
        rows.append(Row(slots, properties is not None and is_on(properties.find(f"{W}hidden"))))
    return rows


def _slots(row: etree._Element, *, is_first: bool) -> Iterator[Slot]:
    for node in content_of(row):
        properties = node.find(f"{W}tcPr")
        if node.tag != f"{W}tc" or _has(properties, "cellDel"):
            continue
        goes_on = not is_first and _goes_on(properties, "vMerge")
        yield Slot(node, goes_on or _goes_on(properties, "hMerge"))
        for _ in range(_number(value(properties, "gridSpan"), 1) - 1):
            yield Slot(None, goes_on=True)


def _has(properties: etree._Element | None, tag: str) -> bool:
    return properties is not None and properties.find(f"{W}{tag}") is not None


def _goes_on(properties: etree._Element | None, tag: str) -> bool:
    return _has(properties, tag) and value(properties, tag) != "restart"


def _number(text: str, least: int) -> int:
    return max(least, min(int(text), _MOST_COLUMNS)) if text.isdecimal() else least


def has_header(table: etree._Element) -> bool:
    """Whether the first row is one: it repeats on every page, or the table's style sets it apart."""
    first = next((row for row in content_of(table) if row.tag == f"{W}tr"), None)
    properties = None if first is None else first.find(f"{W}trPr")
    if properties is not None and is_on(properties.find(f"{W}tblHeader")):
        return True
    look = table.find(f"./{W}tblPr/{W}tblLook")
    if look is None:
        return False
    switch = look.get(f"{W}firstRow")
    return switch in {"1", "true", "on"} if switch else bool(_hex(value(look)) & _FIRST_ROW)


def _hex(text: str) -> int:
    try:
        return int(text, 16)
    except ValueError:
        return 0


def table_fill(table: etree._Element, styles: Styles, behind: Fill) -> Fill:
    """What is behind the cells; not known where the table's style colours some rows and not others."""
    properties = table.find(f"{W}tblPr")
    style = styles.chain(value(properties, "tblStyle"), "table")
    if any(node is not None for one in style for node in one.iter(f"{W}shd")):
        return None
    return behind if properties is None else fill_of(properties.find(f"{W}shd"), behind)


def cell_fill(cell: etree._Element, behind: Fill) -> Fill:
    return fill_of(cell.find(f"./{W}tcPr/{W}shd"), behind)
