"""How words look: what makes them hidden, too small to read, or of the colour of what is behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from msglint.extract.docx.package import W
from msglint.extract.docx.styles import Styles, is_on, value
from msglint.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Fill = str | None  # six hex digits; None where what is behind the words is not known

_TINY = 12.0  # half points: nobody reads words of less than 6 pt
_NEAR = 8  # of 255 on each channel: nobody tells such colours apart
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_HALF_POINTS = re.compile(r"(\d+(?:\.\d+)?)(pt)?")
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF",
    "red": "FF0000", "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080",
    "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
    "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip


def fill_of(shading: etree._Element | None, behind: Fill) -> Fill:
    """The colour that w:shd lays over `behind`; patterns mix colours and give None."""
    pattern = value(shading) or "clear"
    if shading is None or pattern == "nil":
        return behind
    colour = shading.get(f"{W}color" if pattern == "solid" else f"{W}fill", "auto")
    if pattern not in {"clear", "solid"}:
        return None
    if _HEX.fullmatch(colour):
        return str(colour).upper()
    return behind if pattern == "clear" else None


class Looks:
    """The looks of a document's paragraphs; those of one style on one ground share theirs."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._known: dict[tuple[str, Fill], Look] = {}

    def of(self, properties: etree._Element | None, behind: Fill) -> Look:
        """The look of a paragraph with these w:pPr, on top of what is `behind` it."""
        style = value(properties, "pStyle")
        owners = (properties, *(one.find(f"{W}pPr") for one in self._styles.chain(style)))
        fill = fill_of(_first(owners, "shd"), behind)
        if (style, fill) not in self._known:
            self._known[style, fill] = Look(self._styles, style, fill)
        return self._known[style, fill]


class Look:
    """The look of the words of paragraphs of one style, on a ground of one colour."""

    def __init__(self, styles: Styles, style: str, fill: Fill) -> None:
        self._styles = styles
        self._fill = fill
        self._inherited = [one.find(f"{W}rPr") for one in styles.chain(style)]
        self._known: dict[bytes, frozenset[Mark]] = {}

    def marks(self, run: etree._Element | None) -> frozenset[Mark]:
        """What hides the words of a run with these w:rPr."""
        key = b"" if run is None else etree.tostring(run, with_tail=False)
        if key not in self._known:
            self._known[key] = frozenset(self._marks(run))
        return self._known[key]

    def _marks(self, run: etree._Element | None) -> Iterator[Mark]:
        style = value(run, "rStyle")
        own = [one.find(f"{W}rPr") for one in self._styles.chain(style, "character")]
        layers = (run, *own, *self._inherited, self._styles.defaults)
        if self._is_hidden(run, own):
            yield Mark.HIDDEN
        size = _HALF_POINTS.fullmatch(value(_first(layers, "sz")))
        if size and float(size[1]) * (2 if size[2] else 1) < _TINY:
            yield Mark.TINY
        if _are_near(value(_first(layers, "color")), self._behind(layers)):
            yield Mark.BACKGROUND_COLOUR

    def _is_hidden(self, run: etree._Element | None, own: list[etree._Element | None]) -> bool:
        """Hidden text is a toggle: set by both styles it is off again, and what the run says counts."""
        direct = _first((run,), "vanish")
        if direct is not None:
            return is_on(direct)
        toggled = is_on(_first(own, "vanish")) != is_on(_first(self._inherited, "vanish"))
        return toggled or is_on(_first((self._styles.defaults,), "vanish"))

    def _behind(self, layers: Iterable[etree._Element | None]) -> Fill:
        highlight = value(_first(layers, "highlight"))
        return _HIGHLIGHTS.get(highlight) or fill_of(_first(layers, "shd"), self._fill)


def _first(owners: Iterable[etree._Element | None], tag: str) -> etree._Element | None:
    found = (owner.find(f"{W}{tag}") for owner in owners if owner is not None)
    return next((node for node in found if node is not None), None)


def _are_near(colour: str, behind: Fill) -> bool:
    if behind is None or not _HEX.fullmatch(colour):
        return False
    pairs = zip(bytes.fromhex(colour), bytes.fromhex(behind), strict=True)
    return all(abs(one - other) <= _NEAR for one, other in pairs)
