"""The glyphs of a page through pdfium, which reads them far faster than Python can."""

from __future__ import annotations

import ctypes
import math
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from msglint.extract.pdf.characters import is_bold, shown
from msglint.extract.pdf.content import (
    BELOW_BASELINE,
    UNMAPPED,
    Direction,
    Glyph,
    PageContent,
    Rectangle,
    direction_of,
    settle_turned_over,
    turned,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_GLYPHS = 300_000  # a page of the densest print has 20,000
_SPACE = 32
_OVERHANG = 0.03  # of the font size; less is kerning
_NO_INK = 0.01  # of the font size
_LONGEST_NAME = 256  # bytes
_FAR = 1e6  # no page is larger; a glyph beyond has a broken matrix


@dataclass(frozen=True, slots=True)
class View:
    """How a page is shown: its visible box in the file's coordinates, turned by quarters to the right."""

    left: float
    bottom: float
    right: float
    top: float
    quarters: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown, in points."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.quarters % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file from the top left of the page as shown."""
        if self.quarters == 0:
            return x - self.left, self.top - y
        if self.quarters == 1:
            return y - self.bottom, x - self.left
        if self.quarters == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> Rectangle:
        """A box of the file as (x0, top, x1, bottom) of the page as shown."""
        (x0, y0), (x1, y1) = self.point(left, bottom), self.point(right, top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def vector(self, right: float, up: float) -> tuple[float, float]:
        """A direction in the file as (to the right, up) of the page as shown."""
        return ((right, up), (up, -right), (-right, -up), (-up, right))[self.quarters]


@dataclass(frozen=True, slots=True)
class _Style:
    """What all glyphs of one text object share."""

    direction: Direction
    size: float
    font: str
    is_bold: bool
    is_plain: bool


_NO_STYLE = _Style("across", 0.5, "", False, True)


class GlyphReader:
    """Reads the glyphs of the pages of one file, in the order in which they are drawn."""

    def __init__(self) -> None:
        self._shown: dict[tuple[int, str], str] = {}

    def read(self, textpage: Any, view: View, page: PageContent) -> None:
        """Add the glyphs of a pdfium text page to `page`."""
        page.unread = max(0, textpage.count_chars() - MOST_GLYPHS)
        by_direction: dict[Direction, list[Glyph]] = {}
        width, height = view.size
        for glyph, direction, is_part in self._placed(textpage, view):
            glyphs = by_direction.setdefault(direction, [])
            if is_part and glyphs and " " not in {glyph.text, glyphs[-1].text}:
                glyphs[-1] = _with_letter(glyphs[-1], glyph)
            elif _is_inside(glyph, width, height, direction):
                glyphs.append(glyph)
            elif glyph.text != " ":
                page.outside += 1
        page.directions = {key: _without_overhang(glyphs) for key, glyphs in by_direction.items()}
        _find_stacked(page)
        settle_turned_over(page)

    def _placed(self, textpage: Any, view: View) -> Iterator[tuple[Glyph, Direction, bool]]:
        """Each character as a glyph, its direction, and whether it is a part of the glyph before."""
        x, y, loose = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
        address, style, styles = 0, _NO_STYLE, dict[int, _Style]()
        fonts: dict[int, str] = {}
        last: tuple[float, float, int] | None = None
        raw = textpage.raw
        for index in range(min(textpage.count_chars(), MOST_GLYPHS)):
            text_object = pdfium.FPDFText_GetTextObject(raw, index)
            code = pdfium.FPDFText_GetUnicode(raw, index)
            if not text_object or (code == _SPACE and pdfium.FPDFText_IsGenerated(raw, index) == 1):
                continue  # a space or line end that pdfium made up
            found = ctypes.addressof(text_object.contents)
            if found != address:
                address = found
                style = styles.get(address) or _style(raw, index, view, fonts)
                styles[address] = style
            is_unmapped = code != _SPACE and pdfium.FPDFText_HasUnicodeMapError(raw, index) == 1
            text = _unmapped(raw, index, style) if is_unmapped else self._character(code, style)
            pdfium.FPDFText_GetLooseCharBox(raw, index, loose)
            pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
            before, last = last, (x.value, y.value, address)
            if text and -_FAR < last[0] < _FAR and -_FAR < last[1] < _FAR:
                yield _glyph(text, loose, last, style, view), style.direction, last == before

    def _character(self, code: int, style: _Style) -> str:
        key = (code, style.font)
        text = self._shown.get(key)
        if text is None:
            is_half = 0xD800 <= code < 0xE000
            text = self._shown[key] = chr(code) if is_half else shown(chr(min(code, 0x10FFFF)), style.font)
        return text


def _unmapped(raw: Any, index: int, style: _Style) -> str:
    """What stands for a glyph without a character: a space where an embedded font has no ink for it."""
    font = pdfium.FPDFTextObj_GetFont(pdfium.FPDFText_GetTextObject(raw, index))
    if pdfium.FPDFFont_GetIsEmbedded(font) != 1:
        return UNMAPPED
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(raw, index, left, right, bottom, top)
    return " " if abs(top.value - bottom.value) < _NO_INK * style.size else UNMAPPED


def _style(raw: Any, index: int, view: View, fonts: dict[int, str]) -> _Style:
    """The style of a character's text object; `fonts` keeps the names of the page's fonts."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(raw, index, matrix):
        matrix = pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0)
    size = abs(pdfium.FPDFText_GetFontSize(raw, index)) * math.hypot(matrix.c, matrix.d)
    font = pdfium.FPDFTextObj_GetFont(pdfium.FPDFText_GetTextObject(raw, index))
    address = ctypes.addressof(font.contents) if font else 0
    if address not in fonts:
        fonts[address] = _font_name(font) if font else ""
    name = fonts[address]
    direction = direction_of(*view.vector(matrix.a, matrix.b))
    is_plain = direction == "across" and view.quarters == 0
    return _Style(direction, round(size * 2) / 2 or 0.5, name, is_bold(name), is_plain)


def _font_name(font: Any) -> str:
    buffer = ctypes.create_string_buffer(_LONGEST_NAME)
    length = pdfium.FPDFFont_GetBaseFontName(font, buffer, _LONGEST_NAME)
    return buffer.raw[: max(0, min(length, _LONGEST_NAME) - 1)].decode("utf-8", "replace")


def _without_overhang(glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs with the widths that they advance by, where their boxes hold what hangs over the next.

    An italic "f" would else fill the space behind it. Widths follow from pairs that overlap on the page.
    """
    steps: defaultdict[tuple[str, float, bool], list[float]] = defaultdict(list)
    for before, after in pairwise(glyphs):
        overlap, step = before.x1 - after.x0, after.x0 - before.x0
        if overlap > _OVERHANG * before.size and step > overlap and before.bottom == after.bottom:
            steps[before.text, before.size, before.is_bold].append(step)
    letters = {text for text, _, _ in steps}
    advances = {key: median(found) for key, found in steps.items()}
    return [_narrowed(glyph, advances) if glyph.text in letters else glyph for glyph in glyphs]


def _narrowed(glyph: Glyph, advances: dict[tuple[str, float, bool], float]) -> Glyph:
    width = advances.get((glyph.text, glyph.size, glyph.is_bold), math.inf)
    return glyph._replace(x1=min(glyph.x1, glyph.x0 + width))


def _with_letter(glyph: Glyph, part: Glyph) -> Glyph:
    """A ligature with one more of its letters; halves of a UTF-16 pair become their character."""
    text = glyph.text + part.text
    if any("\ud800" <= each <= "\udfff" for each in text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore") or UNMAPPED
    return glyph._replace(text=text, x0=min(glyph.x0, part.x0), x1=max(glyph.x1, part.x1))


def _glyph(text: str, box: Any, origin: tuple[float, float, int], style: _Style, view: View) -> Glyph:
    """The glyph upright; fonts give heights as they like, so its own follows from baseline and size.

    `box` is a rectangle of pdfium around advance and ink; a glyph whose ink overhangs starts at its origin.
    """
    size, (x, y, _) = style.size, origin
    if style.is_plain:
        start, x1 = box.left, box.right - view.left
        x0 = (start if start > x else min(x, box.right)) - view.left
        bottom = view.top - y + BELOW_BASELINE * size
    else:
        place = view.point(x, y)
        shown_box = view.box(box.left, box.bottom, box.right, box.top)
        x0, _, x1, _ = turned(shown_box, style.direction, *view.size)
        bottom = turned((*place, *place), style.direction, *view.size)[1] + BELOW_BASELINE * size
    return Glyph(text, x0, bottom - size, x1, bottom, size, style.is_bold)


def _is_inside(glyph: Glyph, width: float, height: float, direction: Direction) -> bool:
    """Whether any of a turned glyph lies on the page, whose own width and height these are."""
    if direction in {"up", "down"}:
        width, height = height, width
    return glyph.x1 > 0 and glyph.bottom > 0 and glyph.x0 < width and glyph.top < height


def _find_stacked(page: PageContent) -> None:
    """Move Chinese, Japanese and Korean text that is written from top to bottom to its own direction."""
    across = page.directions.get("across", [])
    wide = [glyph for glyph in across if glyph.text >= "\u2e80"]
    below = sum(
        abs(b.x0 - a.x0) < 0.2 * a.size and 0.5 < (b.top - a.top) / a.size < 1.6 for a, b in pairwise(wide)
    )
    if below * 2 <= len(wide) or below < 2:
        return
    page.directions["across"] = [glyph for glyph in across if glyph.text < "\u2e80"]
    page.directions["stacked"] = [
        glyph._replace(x0=x0, top=top, x1=x1, bottom=bottom)
        for glyph in wide
        for x0, top, x1, bottom in [turned(glyph[1:5], "stacked", page.width, page.height)]
    ]
