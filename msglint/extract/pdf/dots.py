"""Bullets that are drawn and not written, as browsers print them before the items of a list."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msglint.extract.pdf.content import BULLET, Glyph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from msglint.extract.pdf.content import PageContent, Rectangle

_MOST_DOTS = 300  # maps and charts have more, and none of them begins a list item
_SMALLEST, _LARGEST = 1.5, 9.0  # points across
_ROUND = 0.15  # by which width and height may differ
_LARGEST_SHARE = 0.6  # of the font size
_BEFORE, _BEHIND = 2.0, 1.5  # of the font size: the room up to the item, and the one that nothing stands in
_ROW = 8.0  # points


def is_dot(box: Rectangle) -> bool:
    """Whether a drawn shape is small, and as wide as it is high."""
    width, height = box[2] - box[0], box[3] - box[1]
    return min(width, height) >= _SMALLEST and abs(width - height) <= _ROUND * height and width <= _LARGEST


def add_bullets(page: PageContent, dots: Sequence[Rectangle]) -> None:
    """Add to the page's glyphs a bullet for each dot with text close behind it and none close before."""
    glyphs = page.directions.get("across")
    if not glyphs or not 0 < len(dots) <= _MOST_DOTS:
        return
    rows: defaultdict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if glyph.text != " ":
            rows[round(glyph.bottom / _ROW)].append(glyph)
    glyphs.extend([bullet for dot in dots for bullet in _bullet(dot, rows)])


def _bullet(dot: Rectangle, rows: dict[int, list[Glyph]]) -> Iterator[Glyph]:
    x0, top, x1, bottom = dot
    middle = (top + bottom) / 2
    row = round(bottom / _ROW)
    beside = [
        glyph
        for near in range(row - 1, row + 3)
        for glyph in rows.get(near, ())
        if glyph.top < middle < glyph.bottom
    ]
    first = min((glyph for glyph in beside if glyph.x0 >= x1), key=lambda glyph: glyph.x0, default=None)
    if first is None or bottom - top > _LARGEST_SHARE * first.size or first.text == BULLET:
        return
    is_near = first.x0 - x1 < _BEFORE * first.size
    if is_near and not any(x0 - _BEHIND * first.size < glyph.x1 and glyph.x0 < x1 for glyph in beside):
        yield first._replace(text=BULLET, x0=x0, x1=x1)
