"""What lies behind a text: its own shape's fill, a shape under it, or the background of the page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from msglint.extract.pptx.geometry import Box
from msglint.extract.pptx.package import A, P
from msglint.extract.pptx.shapes import Layout, Shape, shapes_of
from msglint.extract.pptx.style import FILLS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from msglint.extract.pptx.theme import Colour, Palette

_FILLED_WHOLE = frozenset({"rect", "roundRect"})
_HOLD_NO_TEXT = ("custom", "line", "Connector", "Bracket", "Brace", "arc", "frame", "donut")
_WHOLE = 0.999  # of the area; rounding to whole EMU in groups leaves less
# Comparing every text with every shape is for slides, not for drawings of a hundred thousand shapes.
_MOST_LOOKS = 200_000


@dataclass(frozen=True, slots=True)
class _Panel:
    """A shape that hides what is behind it. No box: anywhere; no colour: a picture, a pattern, a gradient."""

    box: Box | None
    colour: Colour | None
    covers_box: bool
    carries_text: bool


class Sheet:
    """A slide, layout or master as it is drawn: its shapes in their order, on the sheet `beneath`."""

    def __init__(
        self,
        root: etree._Element,
        layout: Layout,
        palette: Palette,
        paper: Colour | None,
        beneath: Sheet | None,
    ) -> None:
        self._root = root
        self._layout = layout
        self._is_slide = root.tag == f"{P}sld"
        self.palette = palette
        self.paper = paper
        self._beneath = beneath if root.get("showMasterSp") not in {"0", "false"} else None
        self._looks = _MOST_LOOKS
        self._lost: dict[Colour, bool] = {}

    def loses(self, colour: Colour, shape: Shape) -> bool:
        """Whether text of `colour` on `shape` cannot be seen; False wherever the ground is not certain."""
        if colour not in self._lost:
            self._lost[colour] = any(colour.is_lost_on(ground) for ground in self.hues)
        if not self._lost[colour] or shape.box is None or shape.is_turned:
            return False
        ground = self._under(shape.box, shape.element)
        return ground is not None and colour.is_lost_on(ground)

    @cached_property
    def hues(self) -> frozenset[Colour]:
        """Every colour that a text on this sheet can stand on; cheap, to rule out nearly all texts by it."""
        found = {self.paper, *self._fills()}
        return frozenset(hue for hue in found if hue) | (self._beneath.hues if self._beneath else frozenset())

    def _fills(self) -> Iterator[Colour | None]:
        for properties in self._root.iter(f"{P}spPr"):
            for fill in properties.iterchildren(f"{A}solidFill"):
                yield self.palette.colour(fill)
        for style in self._root.iter(f"{P}style"):
            yield from map(self._themed, style.iterchildren(f"{A}fillRef"))
        if self._is_slide:
            yield from map(self.palette.filled, self._layout.placeholder_properties)

    @cached_property
    def _stack(self) -> tuple[list[_Panel], dict[etree._Element, tuple[_Panel | None, int]]]:
        """The panels, lowest first, and of each shape's element its own panel and how many lie below it."""
        tree = self._root.find(f"./{P}cSld/{P}spTree")
        panels: list[_Panel] = []
        places: dict[etree._Element, tuple[_Panel | None, int]] = {}
        for shape in () if tree is None else shapes_of(tree, self._layout, list):
            if not shape.is_group:
                panel = self._panel(shape)
                places[shape.element] = panel, len(panels)
                if panel is not None:
                    panels.append(panel)
        return panels, places

    def _under(self, box: Box, element: etree._Element) -> Colour | None:
        own, number = self._stack[1].get(element, (None, -1))
        if number < 0:
            return None
        if own is not None:
            return own.colour if own.carries_text else None
        room = Box(box.left, box.top, max(box.width, 1.0), max(box.height, 1.0))
        for panel in self._below(number):
            self._looks -= 1
            if self._looks < 0 or panel.box is None:
                return None
            if panel.box.shared_area(room):
                is_whole = panel.covers_box and panel.box.shared_area(room) >= room.area * _WHOLE
                return panel.colour if is_whole else None
        return self.paper

    def _below(self, number: int) -> Iterator[_Panel]:
        panels = self._stack[0]
        for index in range(number - 1, -1, -1):
            yield panels[index]
        if self._beneath is not None:
            yield from self._beneath._below(len(self._beneath._stack[0]))

    def _panel(self, shape: Shape) -> _Panel | None:
        is_drawn = self._is_slide or not shape.placeholder
        if shape.is_hidden or not is_drawn or shape.element.tag == f"{P}cxnSp":
            return None
        box = None if shape.is_turned else shape.box
        if shape.element.tag != f"{P}sp":
            return _Panel(box, None, False, False)
        fill = _fill(shape)
        if fill is None and not _shows_paper(shape):
            return None
        colour = self.paper if fill is None or _shows_paper(shape) else self._colour(fill)
        if colour and colour.is_transparent:
            return None
        geometry = _geometry(shape)
        carries = not any(part in geometry for part in _HOLD_NO_TEXT)
        solid = colour if colour and colour.is_opaque else None
        return _Panel(box, solid, geometry in _FILLED_WHOLE, carries)

    def _colour(self, fill: etree._Element) -> Colour | None:
        return self._themed(fill) if fill.tag == f"{A}fillRef" else self.palette.colour(fill)

    def _themed(self, reference: etree._Element) -> Colour | None:
        return self.palette.themed(reference, self.palette.theme.fills, 1)


def paper_of(roots: Iterable[etree._Element | None], palette: Palette) -> Colour | None:
    """The colour of the nearest background that a slide, its layout and its master set; None for pictures."""
    for root in roots:
        background = None if root is None else root.find(f"./{P}cSld/{P}bg")
        for node in () if background is None else background:
            if node.tag == f"{P}bgRef":
                return _opaque(palette.themed(node, palette.theme.backgrounds, 1001))
            fill = next((child for child in node if child.tag in FILLS), None)
            return _opaque(palette.colour(fill)) if fill is not None and fill.tag == f"{A}solidFill" else None
    return palette.named("bg1")


def _opaque(colour: Colour | None) -> Colour | None:
    return colour if colour and colour.is_opaque else None


def _fill(shape: Shape) -> etree._Element | None:
    """The fill of a shape: its own, its style's, or that of the placeholders it inherits from."""
    for element in (shape.element, *shape.bases):
        reference = None
        for child in element:
            if child.tag == f"{P}spPr":
                fill = next((part for part in child if part.tag in FILLS), None)
                if fill is not None:
                    return None if fill.tag == f"{A}noFill" else fill
            elif child.tag == f"{P}style":
                reference = next(child.iterchildren(f"{A}fillRef"), None)
        if reference is not None:
            return None if reference.get("idx") == "0" else reference
    return None


def _shows_paper(shape: Shape) -> bool:
    return shape.element.get("useBgFill") in {"1", "true"}


def _geometry(shape: Shape) -> str:
    """The name of the preset outline, "custom" for a drawn one."""
    for properties in shape.element.iterchildren(f"{P}spPr"):
        for child in properties:
            if child.tag == f"{A}prstGeom":
                return str(child.get("prst", "rect"))
            if child.tag == f"{A}custGeom":
                return "custom"
    return "rect"
