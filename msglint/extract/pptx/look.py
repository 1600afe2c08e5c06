"""How the text of a shape looks to its viewers: as a list item or not, too small, or lost in its ground."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msglint.extract.pptx.geometry import EMU_PER_INCH
from msglint.extract.pptx.package import A
from msglint.extract.pptx.style import FILLS, bullet_of, is_decorated, size_of
from msglint.extract.pptx.text import RUNS, level_of, properties_of
from msglint.model import Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

    from msglint.extract.pptx.ground import Sheet
    from msglint.extract.pptx.shapes import Shape
    from msglint.extract.pptx.style import Level, TextStyle, TextStyles
    from msglint.extract.pptx.theme import Colour, Palette

# Hundredths of a point: below 6 pt print is not read, and a slide is read from afar. A slide smaller than the
# usual 7.5 inches is shown as large as any, so its text is measured as if the slide were that high.
_TINY = 600
_USUAL_HEIGHT = 7.5 * EMU_PER_INCH
_RUN_PROPERTIES, _TEXT = f"{A}rPr", f"{A}t"
_NEVER_SEEN = frozenset({f"{A}pPr", f"{A}endParaRPr", f"{A}br"})
_NO_MARKS: frozenset[Mark] = frozenset()


class Look:
    """The looks of all text on one sheet."""

    def __init__(self, sheet: Sheet, styles: TextStyles, height: int) -> None:
        self._sheet = sheet
        self._styles = styles
        self._tiny = _TINY * min(height / _USUAL_HEIGHT, 1.0)

    def of(self, shape: Shape, body: etree._Element) -> TextLook:
        """The look of a shape's text."""
        style = self._styles.of(shape)
        return TextLook(self._sheet.palette, style, body, self._tiny, partial(self._loses, shape))

    def of_cell(self, body: etree._Element, fill: etree._Element | None) -> TextLook:
        """The look of a table cell with its a:tcPr, which is certain only where both colours are its own."""
        ground = None if fill is None else self._sheet.palette.filled(fill)
        style = self._styles.of_cell(body)
        loses = partial(_is_lost_on, ground)
        return TextLook(self._sheet.palette, style, body, self._tiny, loses, has_own_fills=True)

    def _loses(self, shape: Shape, colour: Colour) -> bool:
        return self._sheet.loses(colour, shape)


def _is_lost_on(ground: Colour | None, colour: Colour) -> bool:
    return ground is not None and ground.is_opaque and colour.is_lost_on(ground)


class TextLook:
    """The look of one text body.

    Text below `tiny` (hundredths of a point) is too small; `loses` says if a colour is lost in its ground.
    """

    def __init__(
        self,
        palette: Palette,
        style: TextStyle,
        body: etree._Element,
        tiny: float,
        loses: Callable[[Colour], bool],
        *,
        has_own_fills: bool = False,
    ) -> None:
        self._palette = palette
        self._style = style
        self._scale = _font_scale(body)
        self._tiny = tiny
        self._loses = loses
        self._has_own_fills = has_own_fills
        self._lost: dict[Colour | None, bool] = {}

    def is_bullet(self, paragraph: etree._Element) -> bool:
        properties = properties_of(paragraph)
        own = None if properties is None else bullet_of(properties)
        if own is not None:
            return own
        return self._style.level(level_of(paragraph)).is_bullet

    def marks(self, paragraph: etree._Element) -> frozenset[Mark]:
        """TINY if all its words are too small, BACKGROUND_COLOUR if all are lost in what is behind them."""
        level = self._style.level(level_of(paragraph))
        tiny = lost = True
        runs = 0
        for runs, run in enumerate(_runs(paragraph), start=1):  # noqa: B007 (how many is asked below)
            if run is None:
                return _NO_MARKS
            tiny = tiny and (size_of(run) or level.size) * self._scale < self._tiny
            lost = lost and self._is_lost(run, level)
            if not tiny and not lost:
                return _NO_MARKS
        marks = {Mark.TINY: tiny, Mark.BACKGROUND_COLOUR: lost}
        return frozenset(mark for mark, holds in marks.items() if holds and runs)

    def _is_lost(self, run: etree._Element, level: Level) -> bool:
        if not level.is_sure:
            return False
        own = next((child for child in run if child.tag in FILLS), None)
        if own is None and self._has_own_fills:
            return False
        return self._fill_is_lost(level.fill if own is None else own) and not is_decorated(run)

    def _fill_is_lost(self, fill: etree._Element | None) -> bool:
        if fill is not None and fill.tag == f"{A}noFill":
            return True
        colour = self._palette.named("tx1") if fill is None else self._palette.colour(fill)
        if colour not in self._lost:
            self._lost[colour] = colour is not None and (colour.is_transparent or self._loses(colour))
        return self._lost[colour]


def _runs(paragraph: etree._Element) -> Iterator[etree._Element | None]:
    """The properties of each run with words; None for words that have none, as in formulas."""
    for run in paragraph:
        tag = run.tag
        if tag in RUNS:
            properties, words = None, False
            for child in run:
                if child.tag == _RUN_PROPERTIES:
                    properties = child
                elif child.tag == _TEXT:
                    words = bool(child.text and not child.text.isspace())
            if words:
                yield run if properties is None else properties
        elif tag not in _NEVER_SEEN:
            yield None


def _font_scale(body: etree._Element) -> float:
    """By how much the text was shrunk to fit its shape, 1 if it was not."""
    for properties in body.iterchildren(f"{A}bodyPr"):
        for fit in properties.iterchildren(f"{A}normAutofit"):
            value = fit.get("fontScale", "")
            if value.endswith("%") and value[:-1].replace(".", "", 1).isdecimal():
                return float(value[:-1]) / 100
            return int(value) / 100_000 if value.isdecimal() else 1.0
    return 1.0
