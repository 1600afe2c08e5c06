"""PDF pages through pdfplumber: slower than pdfium, and the second opinion where that reads badly."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypedDict, cast

import pdfplumber
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from msglint.extract.pdf.annotations import PROPERTIES
from msglint.extract.pdf.characters import is_bold, shown
from msglint.extract.pdf.content import (
    Annotation,
    Edge,
    Glyph,
    PageContent,
    direction_of,
    settle_turned_over,
    turned,
)
from msglint.extract.pdf.rules import MOST_EDGES

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF

_MOST_PARENTS = 32  # of a form field; files that go round in circles have no end

# pdfminer reports every oddity of a font on stderr; what matters of it is in the document's `skipped`.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


class _Char(TypedDict):
    """What is used of a glyph as pdfplumber reports it."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    fontname: str
    matrix: tuple[float, float, float, float, float, float]


def open_plumber(data: bytes) -> PDF:
    """The file in pdfplumber. Raises its errors for files that are damaged or protected."""
    return pdfplumber.open(io.BytesIO(data))


def properties_of(pdf: PDF) -> dict[str, str]:
    """The document properties that are text for readers."""
    return {key: _text(pdf.metadata.get(key)) for key in PROPERTIES}


def plumber_content(page: Page) -> PageContent:
    """A page's glyphs, edges, pictures and annotations. May raise anything for a damaged page."""
    content = PageContent(page.page_number, float(page.width), float(page.height))
    for char in cast("list[_Char]", page.chars):
        right, up, *_ = char["matrix"]
        direction = direction_of(right, up)
        text = shown(char["text"], char["fontname"])
        if text:
            box = (char["x0"], char["top"], char["x1"], char["bottom"])
            x0, top, x1, bottom = turned(box, direction, content.width, content.height)
            size = round((bottom - top) * 2) / 2 or 0.5
            glyph = Glyph(text, x0, bottom - size, x1, bottom, size, is_bold(char["fontname"]))
            content.directions.setdefault(direction, []).append(glyph)
    settle_turned_over(content)
    content.drawings = len(page.curves) + len(page.rects) + len(page.lines)
    if content.drawings <= MOST_EDGES:
        content.edges = [_edge(each) for each in page.edges]
    content.pictures = [(each["x0"], each["top"], each["x1"], each["bottom"]) for each in page.images]
    content.annotations = list(_annotations(page))
    return content


def _edge(edge: Mapping[str, object]) -> Edge:
    x0, x1, top, bottom = (float(cast("float", edge[key])) for key in ("x0", "x1", "top", "bottom"))
    if edge["orientation"] == "v":
        return Edge(True, x0, top, bottom)
    return Edge(False, top, x0, x1)


def _annotations(page: Page) -> Iterator[Annotation]:
    for annotation in map(resolve1, resolve1(page.page_obj.annots) or []):
        if not isinstance(annotation, Mapping):
            continue
        kind = _name(annotation.get("Subtype"))
        if kind == "Widget":
            name = ".".join(reversed([_text(each["T"]) for each in _lineage(annotation) if "T" in each]))
            value = next((_text(each["V"]) for each in _lineage(annotation) if "V" in each), "")
            yield Annotation("field", value, name)
        elif kind == "Link":
            action = resolve1(annotation.get("A"))
            yield Annotation("link", _text(action.get("URI")) if isinstance(action, Mapping) else "")
        elif kind != "Popup":
            yield Annotation("text" if kind == "FreeText" else "comment", _text(annotation.get("Contents")))


def _lineage(field: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    """A form field and the fields that it inherits from."""
    found: object = field
    for _ in range(_MOST_PARENTS):
        if not isinstance(found, Mapping):
            return
        yield found
        found = resolve1(found.get("Parent"))


def _text(value: object) -> str:
    value = resolve1(value)
    if isinstance(value, bytes):
        return str(decode_text(value))
    return value if isinstance(value, str) else ""


def _name(value: object) -> str:
    value = resolve1(value)
    return str(value.name) if isinstance(value, PSLiteral) else ""
