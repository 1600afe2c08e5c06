"""Charts: titles, and every series with its numbers read together with their categories."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msglint.extract.pptx.package import A
from msglint.extract.pptx.text import paragraph_text
from msglint.extract.repair import clean, has_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_C15 = "{http://schemas.microsoft.com/office/drawing/2012/chart}"
_CX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
_FIELD = re.compile(r"\[[^\]]*\]")
_MOST_POINTS = 40  # a block of more would be read by nobody
_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_DATE = re.compile(r"^(?!general)[^hs0#]*(?:yy|[md]{3,}|[dm]\W+[dm])[^hs0#]*$", re.IGNORECASE)
_LAST_DAY = 2_958_466  # the year 10000
_COLOR_OR_CONDITION = re.compile(r"\[[^\]]*\]")

Reading = tuple[str, str]  # (step of the location, text)


def chart_readings(root: etree._Element) -> Iterator[Reading]:
    """What a chart says, as (step, text): title, axis titles, then one text a series (long ones in parts)."""
    if root.tag.startswith(_CX):
        yield from _extended_readings(root)
        return
    title = _title(root.find(f"{_C}chart"))
    if title:
        yield "title", title
    for axis in root.iter(f"{_C}catAx", f"{_C}valAx", f"{_C}dateAx", f"{_C}serAx"):
        name = _title(axis)
        if name:
            yield "axis title", name
        units = _caption(next(axis.iter(f"{_C}dispUnitsLbl"), None))
        if units:
            yield "axis units", units
    for number, series in enumerate(root.iter(f"{_C}ser"), start=1):
        yield from _series(series, f"series {number}", title)


def _title(owner: etree._Element | None) -> str:
    return "" if owner is None else _caption(owner.find(f"{_C}title"))


def _caption(node: etree._Element | None) -> str:
    """The words of a title or label: typed into it, or taken from a cell of the chart's sheet."""
    if node is None:
        return ""
    return _rich_text(node) or " ".join(clean(value.text or "") for value in node.iter(f"{_C}v"))


def _rich_text(node: etree._Element) -> str:
    """The paragraphs below `node` as one text, without what stands there for a field: "[CELL RANGE]"."""
    text = " ".join(filter(None, map(paragraph_text, node.iter(f"{A}p"))))
    return clean(_FIELD.sub(" ", text)) if next(node.iter(f"{A}fld"), None) is not None else text


def _series(series: etree._Element, step: str, title: str) -> Iterator[Reading]:
    name_node = series.find(f"{_C}tx")
    name = " ".join(clean(v.text or "") for v in name_node.iter(f"{_C}v")) if name_node is not None else ""
    points = list(_points(series))
    for start in range(0, len(points), _MOST_POINTS):
        part = "; ".join(points[start : start + _MOST_POINTS])
        shown = "" if name == title and start == 0 else name
        place = step if len(points) <= _MOST_POINTS else f"{step}, points {start + 1}–{start + _MOST_POINTS}"
        yield place, f"{shown} – {part}" if shown else part
    if name and not points:
        yield step, name
    for label in series.iter(f"{_C}dLbl"):
        text = _rich_text(label)
        if has_words(text):
            yield f"{step}, label", text
    for cells in series.iter(f"{_C15}datalabelsRange"):
        text = "; ".join(clean(value.text or "") for value in cells.iter(f"{_C}v"))
        if has_words(text):
            yield f"{step}, labels", text
    for line in series.iterfind(f"./{_C}trendline/{_C}name"):
        if has_words(line.text or ""):
            yield f"{step}, trend line", clean(line.text)


def _points(series: etree._Element) -> Iterator[str]:
    names = _texts(_first(series, "cat", "xVal"))
    values = _values(_first(series, "val", "yVal"))
    for index in sorted(names.keys() | values.keys()):
        yield ": ".join(filter(None, (names.get(index, ""), values.get(index, ""))))


def _first(series: etree._Element, *tags: str) -> etree._Element | None:
    return next((node for node in (series.find(f"{_C}{tag}") for tag in tags) if node is not None), None)


def _texts(node: etree._Element | None) -> dict[int, str]:
    """Category texts by index; of nested categories the outer ones come first ("2024 Q1")."""
    texts: dict[int, str] = {}
    if node is None:
        return texts
    levels = list(node.iter(f"{_C}lvl"))
    if not levels:
        return _values(node)
    for level in levels:
        outer, inner = _values(level), ""
        for index in range(max((*outer, *texts, -1)) + 1):
            inner = outer.get(index, inner)
            texts[index] = " ".join(filter(None, (inner, texts.get(index, ""))))
    return texts


def _values(node: etree._Element | None) -> dict[int, str]:
    if node is None:
        return {}
    code = node.find(f".//{_C}formatCode")
    default = (code.text or "") if code is not None else ""
    found: dict[int, str] = {}
    for point in node.iter(f"{_C}pt"):
        value = point.find(f"{_C}v")
        index = point.get("idx", "")
        if value is not None and value.text and index.isdigit():
            found[int(index)] = format_value(clean(value.text), point.get("formatCode") or default)
    return found


def format_value(value: str, code: str) -> str:
    """A stored number as the chart shows it: 0.31 with "0%" is 31%, 4200 with '#,##0 "€"' is 4,200 €."""
    try:
        number = float(value)
    except ValueError:
        return value
    code = _COLOR_OR_CONDITION.sub("", code.split(";")[0])
    literal = _QUOTED.sub("", code)
    if _DATE.search(literal) and 0 < number < _LAST_DAY:
        return _date(number, literal.lower())
    if not re.search("[0#]", literal) or re.search("[ymdhsE]", literal, re.IGNORECASE):
        return _general(number)
    if "%" in literal:
        number *= 100
    decimals = re.search(r"[0#?]\.([0#?]*)", literal)
    places = len(decimals[1]) if decimals else 0
    digits = f"{number:{',' if '#,' in literal or '0,' in literal else ''}.{places}f}"
    plain = _QUOTED.sub(lambda match: match[1] or match[2] or "", code)
    return clean(re.sub(r"[#0?][#0?,.]*", lambda _: digits, plain.replace("_", ""), count=1))


def _date(days: float, code: str) -> str:
    """The date that a chart shows for a number of days: "2024-01-31", "January 2024" or "2024"."""
    day = date(1899, 12, 30) + timedelta(days=int(days))
    if "d" in code:
        return day.isoformat()
    return f"{day:%B %Y}" if "m" in code else f"{day:%Y}"


def _general(number: float) -> str:
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else f"{number:.6g}"


def _extended_readings(root: etree._Element) -> Iterator[Reading]:
    """Newer chart kinds (funnel, waterfall, map): their titles, categories and values in file order."""
    for title in root.iter(f"{_CX}title"):
        text = " ".join(filter(None, map(paragraph_text, title.iter(f"{A}p"))))
        if text:
            yield "title", text
    for number, data in enumerate(root.iter(f"{_CX}data"), start=1):
        columns = [[clean(point.text or "") for point in column.iter(f"{_CX}pt")] for column in data]
        points = [" : ".join(filter(None, row)).replace(" :", ":") for row in zip(*columns, strict=False)]
        if points:
            yield f"data {number}", "; ".join(points)
    for number, name in enumerate(root.iter(f"{_CX}series"), start=1):
        text = " ".join(clean(value.text or "") for value in name.iter(f"{_CX}v"))
        if text:
            yield f"series {number}", text
