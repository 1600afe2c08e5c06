"""Where shapes lie on a slide: rectangles in EMU, and how groups move and stretch what is in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msglint.extract.pptx.package import A

if TYPE_CHECKING:
    from lxml import etree

EMU_PER_INCH = 914400


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the slide in EMU."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def area(self) -> float:
        return self.width * self.height

    def shared_area(self, other: Box) -> float:
        """The area that lies in both rectangles."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(width, 0.0) * max(height, 0.0)

    def has_middle_of(self, other: Box) -> bool:
        x, y = other.left + other.width / 2, other.top + other.height / 2
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Scale:
    """How a group places its children: x -> x * by_x + add_x."""

    by_x: float = 1
    by_y: float = 1
    add_x: float = 0
    add_y: float = 0

    def place(self, box: Box) -> Box:
        return Box(
            box.left * self.by_x + self.add_x, box.top * self.by_y + self.add_y,
            box.width * self.by_x, box.height * self.by_y,
        )  # fmt: skip

    def inside(self, frame: etree._Element | None) -> Scale:
        """The scale for the children of a group that has this a:xfrm and itself stands in this scale."""
        box, child = rectangle(frame), rectangle(frame, f"{A}chOff", f"{A}chExt")
        if box is None or child is None:
            return self
        by_x = box.width / child.width if child.width else 1
        by_y = box.height / child.height if child.height else 1
        add_x, add_y = box.left - child.left * by_x, box.top - child.top * by_y
        return Scale(
            self.by_x * by_x, self.by_y * by_y,
            self.by_x * add_x + self.add_x, self.by_y * add_y + self.add_y,
        )  # fmt: skip


def rectangle(frame: etree._Element | None, offset: str = f"{A}off", extent: str = f"{A}ext") -> Box | None:
    """The rectangle that an a:xfrm or p:xfrm gives, None where it gives none."""
    if frame is None:
        return None
    start = size = None
    for child in frame:
        if child.tag == offset:
            start = child
        elif child.tag == extent:
            size = child
    if start is None or size is None:
        return None
    try:
        return Box(float(start.get("x")), float(start.get("y")), float(size.get("cx")), float(size.get("cy")))
    except (TypeError, ValueError):
        return None
