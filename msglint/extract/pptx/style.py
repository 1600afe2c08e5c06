"""What text inherits: size, colour and bullets by list level, from the shape outwards to the deck."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msglint.extract.pptx.package import A, P
from msglint.extract.pptx.shapes import FOOT, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from msglint.extract.pptx.shapes import Layout, Shape

FILLS = frozenset(f"{A}{kind}Fill" for kind in ("no", "solid", "grad", "blip", "patt", "grp"))
_BULLETS = {f"{A}buNone": False, f"{A}buChar": True, f"{A}buAutoNum": True, f"{A}buBlip": True}
_DEFAULT_SIZE = 1800


@dataclass(frozen=True, slots=True)
class Level:
    """One list level as a shape shows it: sizes are hundredths of a point, no `fill` is the text colour.

    `is_sure` is False where something besides the fill decides how the text looks.
    """

    is_bullet: bool
    size: int
    fill: etree._Element | None
    is_sure: bool


class TextStyle:
    """The levels of one shape: by its own list style and those of its placeholders (`near`), then by `far`.

    `font` is the a:fontRef of its style, whose colour stands between the two.
    """

    def __init__(
        self, near: Iterable[etree._Element], far: Iterable[etree._Element], font: etree._Element | None
    ) -> None:
        self._near = tuple(near)
        self._far = tuple(far)
        self._font = font
        self._levels: dict[int, Level] = {}

    def level(self, number: int) -> Level:
        """Level `number` (0 to 8)."""
        if number not in self._levels:
            self._levels[number] = self._inherited(number)
        return self._levels[number]

    def _inherited(self, number: int) -> Level:
        near = list(_properties(self._near, number))
        steps = [*near, *_properties(self._far, number)]
        runs = [run for step in steps for run in step.iterchildren(f"{A}defRPr")]
        near_runs = [run for step in near for run in step.iterchildren(f"{A}defRPr")]
        fill = next(_fills(near_runs), None)
        if fill is None:
            fill = self._font if self._font is not None else next(_fills(runs), None)
        return Level(
            is_bullet=next((bullet for step in steps if (bullet := bullet_of(step)) is not None), False),
            size=next((size for run in runs if (size := size_of(run))), _DEFAULT_SIZE),
            fill=fill,
            is_sure=not any(is_decorated(run) for run in runs),
        )


class TextStyles:
    """The text styles of all shapes on pages of one layout; shapes without own styles share theirs."""

    def __init__(self, layout: Layout, default: etree._Element | None) -> None:
        self._default = default
        self._styles = None if layout.master is None else layout.master.find(f"{P}txStyles")
        self._plain = TextStyle((), self._far(""), None)
        self._shared: dict[tuple[str, tuple[etree._Element, ...]], TextStyle] = {}

    def of(self, shape: Shape) -> TextStyle:
        own, font = _list_style(shape.element), _font_colour(shape.element)
        if own is not None or font is not None:
            return TextStyle(_list_styles(shape.element, *shape.bases), self._far(shape.placeholder), font)
        key = shape.placeholder, shape.bases
        if key not in self._shared:
            self._shared[key] = TextStyle(_list_styles(*shape.bases), self._far(shape.placeholder), None)
        return self._shared[key]

    def of_cell(self, body: etree._Element) -> TextStyle:
        """The style of a table cell: no placeholder gives it anything."""
        own = [style for style in body.iterchildren(f"{A}lstStyle") if len(style)]
        return TextStyle(own, self._far(""), None) if own else self._plain

    def _far(self, placeholder: str) -> Iterator[etree._Element]:
        """The styles of the master and the deck; a text box follows the deck's before the master's."""
        if not placeholder and self._default is not None:
            yield self._default
        name = "titleStyle" if placeholder in TITLES else "bodyStyle"
        if not placeholder or placeholder in FOOT:
            name = "otherStyle"
        style = None if self._styles is None else self._styles.find(f"{P}{name}")
        if style is not None:
            yield style
        if placeholder and self._default is not None:
            yield self._default


def size_of(run: etree._Element) -> int:
    """The size that run properties set, in hundredths of a point; 0 where they set none."""
    size = run.get("sz", "")
    return int(size) if size.isdecimal() else 0


def bullet_of(properties: etree._Element) -> bool | None:
    """Whether paragraph properties set a bullet or take it away; None where they do neither."""
    return next((_BULLETS[child.tag] for child in properties if child.tag in _BULLETS), None)


def is_decorated(run: etree._Element) -> bool:
    """Whether an outline, an effect or a highlight can make text seen that its fill does not."""
    for child in run:
        name = str(child.tag).rpartition("}")[2]
        if name == "ln":
            if any(fill.tag in FILLS and fill.tag != f"{A}noFill" for fill in child):
                return True
        elif name in {"effectLst", "effectDag"}:
            if len(child):
                return True
        elif name in {"highlight", "hlinkClick"}:
            return True
    return False


def _properties(styles: Iterable[etree._Element], number: int) -> Iterator[etree._Element]:
    for style in styles:
        yield from style.iterchildren(f"{A}lvl{number + 1}pPr")


def _fills(runs: Iterable[etree._Element]) -> Iterator[etree._Element]:
    return (child for run in runs for child in run if child.tag in FILLS)


def _list_styles(*shapes: etree._Element) -> tuple[etree._Element, ...]:
    return tuple(style for style in map(_list_style, shapes) if style is not None)


def _list_style(shape: etree._Element) -> etree._Element | None:
    """The list style of a shape's text, None where it is empty."""
    for child in shape:
        if child.tag == f"{P}txBody":
            return next((style for style in child.iterchildren(f"{A}lstStyle") if len(style)), None)
    return None


def _font_colour(shape: etree._Element) -> etree._Element | None:
    """The a:fontRef of a shape's style where it holds a colour."""
    for child in shape:
        if child.tag == f"{P}style":
            return next((font for font in child.iterchildren(f"{A}fontRef") if len(font)), None)
    return None
