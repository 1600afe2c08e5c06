"""Ruling lines and pictures of a page through pdfium: what tables are drawn with, and what holds no text."""

from __future__ import annotations

import ctypes
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from msglint.extract.pdf.content import Edge
from msglint.extract.pdf.dots import add_bullets, is_dot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from msglint.extract.pdf.content import PageContent, Rectangle
    from msglint.extract.pdf.glyphs import View

MOST_EDGES = 1500  # drawings and maps have thousands of lines and no tables
_MOST_OBJECTS = 100_000
_DEEPEST = 8  # forms inside forms; files that go round in circles have no end
_STRAIGHT = 0.5  # points
_THIN = 3.0  # points; a filled box so thin is drawn as a line

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def add_drawings(raw_page: Any, view: View, page: PageContent) -> None:
    """Add the straight edges and pictures of a pdfium page to `page`, and count its drawn paths."""
    dots: list[Rectangle] = []
    for number, (kind, item, matrix) in enumerate(_objects(raw_page)):
        if number > _MOST_OBJECTS:
            return
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            page.pictures.append(view.box(*_unit_square(_product(_matrix(item), matrix))))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            page.drawings += 1
            if len(page.edges) <= MOST_EDGES:
                page.edges.extend(_edges(item, _product(_matrix(item), matrix), view))
            box = _bounds(item, view) if matrix is _IDENTITY else None
            if box and is_dot(box):
                dots.append(box)
    add_bullets(page, dots)


def _bounds(item: Any, view: View) -> Rectangle | None:
    """The box of an object that is in no form."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    return view.box(left.value, bottom.value, right.value, top.value)


def _objects(raw_page: Any) -> Iterator[tuple[int, Any, Matrix]]:
    """Kind, handle and the matrix of the surrounding forms of every object, forms opened."""
    for index in range(pdfium.FPDFPage_CountObjects(raw_page)):
        item = pdfium.FPDFPage_GetObject(raw_page, index)
        yield from _opened(item, _IDENTITY, 0)


def _opened(item: Any, matrix: Matrix, depth: int) -> Iterator[tuple[int, Any, Matrix]]:
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind != pdfium.FPDF_PAGEOBJ_FORM:
        yield kind, item, matrix
    elif depth < _DEEPEST:
        inner = _product(_matrix(item), matrix)
        for index in range(pdfium.FPDFFormObj_CountObjects(item)):
            yield from _opened(pdfium.FPDFFormObj_GetObject(item, index), inner, depth + 1)


def _matrix(item: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, found):
        return _IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies `inner` first."""
    if outer is _IDENTITY:
        return inner
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (a * oa + b * oc, a * ob + b * od, c * oa + d * oc, c * ob + d * od,
            e * oa + f * oc + oe, e * ob + f * od + of)  # fmt: skip


def _unit_square(matrix: Matrix) -> tuple[float, float, float, float]:
    a, b, c, d, e, f = matrix
    x, y = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
    return min(x), min(y), max(x), max(y)


def _edges(path: Any, matrix: Matrix, view: View) -> Iterator[Edge]:
    points = list(_points(path, matrix, view))
    if len(points) < 2:
        return
    x0, x1 = min(x for _, x, _ in points), max(x for _, x, _ in points)
    y0, y1 = min(y for _, _, y in points), max(y for _, _, y in points)
    if len(points) > 2 and x1 - x0 <= _THIN:
        yield Edge(True, (x0 + x1) / 2, y0, y1)
    elif len(points) > 2 and y1 - y0 <= _THIN:
        yield Edge(False, (y0 + y1) / 2, x0, x1)
    else:
        for (_, ax, ay), (is_drawn, bx, by) in pairwise(points):
            if is_drawn and abs(ax - bx) <= _STRAIGHT < abs(ay - by):
                yield Edge(True, ax, min(ay, by), max(ay, by))
            elif is_drawn and abs(ay - by) <= _STRAIGHT < abs(ax - bx):
                yield Edge(False, ay, min(ax, bx), max(ax, bx))


def _points(path: Any, matrix: Matrix, view: View) -> Iterator[tuple[bool, float, float]]:
    """The points of a path as shown, each with whether a straight line leads to it."""
    count = pdfium.FPDFPath_CountSegments(path)
    if count > 64:  # an outline
        return
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    start: tuple[float, float] | None = None
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        place = view.point(a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        start = place if kind == pdfium.FPDF_SEGMENT_MOVETO or start is None else start
        yield kind == pdfium.FPDF_SEGMENT_LINETO, *place
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield True, *start
