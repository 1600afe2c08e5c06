"""What the PDF libraries find on a page, in one form: glyphs, ruling lines, pictures and annotations."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

Rectangle = tuple[float, float, float, float]  # x0, top, x1, bottom in points from the top left
Direction = Literal["across", "up", "down", "over", "stacked", "slanted"]

UNMAPPED = "\ufffd"  # stands for a glyph whose font does not say which character it draws
BULLET = "•"
# Boxes of fonts differ in height for the same size; all glyphs get this share of it below the baseline.
BELOW_BASELINE = 0.22


class Glyph(NamedTuple):
    """One drawn character (or ligature) turned upright, in points from the top left of its turned page.

    A written space has the text " "; the text of others is not empty.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    is_bold: bool


class Annotation(NamedTuple):
    """What is attached to a page: `kind` is comment, text (typed onto it), field, link or file (its name)."""

    kind: Literal["comment", "text", "field", "link", "file"]
    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A straight ruling line along an axis: at `place`, from `start` to `end` on the other axis."""

    is_vertical: bool
    place: float
    start: float
    end: float


@dataclass(slots=True)
class PageContent:
    """One page as a library reports it; `directions` holds the glyphs by where their text runs to.

    `outside` counts glyphs beyond the visible page, `unread` those beyond the most that are read, `undrawn`
    annotations whose picture was not read.
    """

    number: int
    width: float
    height: float
    directions: dict[Direction, list[Glyph]] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    pictures: list[Rectangle] = field(default_factory=list)
    drawings: int = 0
    annotations: list[Annotation] = field(default_factory=list)
    outside: int = 0
    unread: int = 0
    undrawn: int = 0

    @property
    def glyph_count(self) -> int:
        return sum(map(len, self.directions.values()))


def direction_of(right: float, up: float) -> Direction:
    """Where text runs to, by the vector along its baseline as a reader sees the page."""
    if abs(up) <= abs(right) * 0.1:
        return "across" if right >= 0 else "over"
    if abs(right) <= abs(up) * 0.1:
        return "up" if up > 0 else "down"
    return "slanted"


def turned(box: Rectangle, direction: Direction, width: float, height: float) -> Rectangle:
    """A box of a page of this size in coordinates where text of the direction runs from left to right."""
    x0, top, x1, bottom = box
    if direction == "up":
        return height - bottom, x0, height - top, x1
    if direction in {"down", "stacked"}:
        return top, width - x1, bottom, width - x0
    if direction == "over":
        return width - x1, height - bottom, width - x0, height - top
    return box


def settle_turned_over(page: PageContent) -> None:
    """Count glyphs turned over that follow each other to the right as text across.

    A negative font size turns them back.
    """
    glyphs = page.directions.get("over")
    if glyphs and not _run_right(glyphs):
        over = page.directions.pop("over")
        size = (page.width, page.height)
        page.directions.setdefault("across", []).extend(
            glyph._replace(x0=x0, top=top, x1=x1, bottom=bottom)
            for glyph in over
            for x0, top, x1, bottom in [turned(glyph[1:5], "over", *size)]
        )


def _run_right(glyphs: Iterable[Glyph]) -> bool:
    """Whether, turned upright, the glyphs of a line stand in the order in which they were drawn."""
    pairs = [(a.x0, b.x0) for a, b in pairwise(glyphs) if abs(a.top - b.top) < 1]
    return sum(b > a for a, b in pairs) * 2 > len(pairs)
