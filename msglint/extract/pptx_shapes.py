"""The shapes of a slide in the order a reader meets them, each with its absolute place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msglint.extract.pptx_package import MC, A, P

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

EMU_PER_INCH = 914400
_LEAVES = frozenset(f"{P}{name}" for name in ("sp", "pic", "graphicFrame", "cxnSp", "contentPart"))
_GROUP = f"{P}grpSp"
_ALTERNATIVES = f"{MC}AlternateContent"
_TITLES = frozenset({"title", "ctrTitle"})


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


@dataclass(frozen=True, slots=True)
class Shape:
    """A leaf shape (or a group, for its alt text only) with the names that lead to it, outermost first."""

    element: etree._Element
    names: tuple[str, ...]
    box: Box | None
    placeholder: str
    is_hidden: bool

    @property
    def is_title(self) -> bool:
        return self.placeholder in _TITLES


class Layout:
    """The layout and master under a slide, for what its placeholders inherit from them."""

    def __init__(self, layout: etree._Element | None, master: etree._Element | None) -> None:
        self._layout = _placeholders(layout)
        self._master = _placeholders(master)
        self.master = master

    def bases(self, shape: etree._Element) -> tuple[etree._Element, ...]:
        """The placeholders that `shape` inherits from, nearest first."""
        mark = placeholder_of(shape)
        if mark is None:
            return ()
        found = [_by_index(self._layout, mark), _by_kind(self._master, mark)]
        return tuple(base for base in found if base is not None)


def placeholder_of(shape: etree._Element) -> etree._Element | None:
    """The p:ph element of a placeholder shape."""
    return shape.find(f"./*/{P}nvPr/{P}ph")


def _placeholders(root: etree._Element | None) -> list[tuple[etree._Element, etree._Element]]:
    if root is None:
        return []
    marks = ((shape, placeholder_of(shape)) for shape in root.iter(f"{P}sp", f"{P}pic"))
    return [(shape, mark) for shape, mark in marks if mark is not None]


def _by_index(
    candidates: list[tuple[etree._Element, etree._Element]], mark: etree._Element
) -> etree._Element | None:
    index = mark.get("idx", "0")
    if index != "0":
        return next((shape for shape, other in candidates if other.get("idx", "0") == index), None)
    return _by_kind(candidates, mark)


def _by_kind(
    candidates: list[tuple[etree._Element, etree._Element]], mark: etree._Element
) -> etree._Element | None:
    kind = _kind(mark)
    return next((shape for shape, other in candidates if _kind(other) == kind), None)


def _kind(mark: etree._Element) -> str:
    kind: str = mark.get("type", "obj")
    if kind in _TITLES:
        return "title"
    return kind if kind in {"dt", "ftr", "sldNum", "hdr"} else "body"


def shapes_of(tree: etree._Element, layout: Layout) -> Iterator[Shape]:
    """Every leaf shape below a p:spTree: title first, then by rows from the top, then from the left.

    Groups are read as a unit. The stack is explicit, so that no nesting is too deep. A group itself is
    yielded (before its members) only where it has a description.
    """
    stack = [(tree, Scale(), tuple[str, ...](), False)]
    while stack:
        node, scale, names, hidden = stack.pop()
        if node.tag in _LEAVES:
            yield _shape(node, scale, names, layout, hidden)
            continue
        if node.tag == _GROUP:
            group = _shape(node, scale, names, layout, hidden)
            names, hidden = group.names, group.is_hidden
            if description_of(node):
                yield group
            scale = _inner_scale(node, scale)
        children = _children(node)
        ordered = reading_order([_shape(child, scale, names, layout, hidden) for child in children])
        stack.extend((shape.element, scale, names, hidden) for shape in reversed(ordered))


def _children(node: etree._Element) -> list[etree._Element]:
    found: list[etree._Element] = []
    for child in node:
        if child.tag in _LEAVES or child.tag == _GROUP:
            found.append(child)
        elif child.tag == _ALTERNATIVES:
            found.extend(_chosen(child))
    return found


def _chosen(alternatives: etree._Element) -> list[etree._Element]:
    """The children of the first alternative that holds shapes: newer features first, the fallback last."""
    for option in alternatives:
        shapes = [child for child in option if child.tag in _LEAVES or child.tag == _GROUP]
        if shapes and any(child.tag != f"{P}contentPart" for child in shapes):
            return shapes
    return []


def _shape(node: etree._Element, scale: Scale, names: tuple[str, ...], layout: Layout, hidden: bool) -> Shape:
    identity = node.find(f"./*/{P}cNvPr")
    name = identity.get("name", "") if identity is not None else ""
    mark = placeholder_of(node)
    box = _box(node) or next(filter(None, map(_box, layout.bases(node))), None)
    return Shape(
        element=node,
        names=(*names, " ".join(name.split()) or "unnamed shape"),
        box=scale.place(box) if box else None,
        placeholder="" if mark is None else mark.get("type", "obj"),
        is_hidden=hidden or (identity is not None and identity.get("hidden") in {"1", "true"}),
    )


def description_of(node: etree._Element) -> str:
    """The alt text of a shape as its author typed it, "" if there is none."""
    identity = node.find(f"./*/{P}cNvPr")
    return "" if identity is None else identity.get("descr", "") or identity.get("title", "")


def _box(node: etree._Element) -> Box | None:
    frame = node.find(f"./{P}spPr/{A}xfrm")
    for path in (f"./{P}xfrm", f"./{P}grpSpPr/{A}xfrm"):
        frame = node.find(path) if frame is None else frame
    return None if frame is None else _rectangle(frame, "off", "ext")


def _rectangle(frame: etree._Element, offset: str, extent: str) -> Box | None:
    start, size = frame.find(f"{A}{offset}"), frame.find(f"{A}{extent}")
    if start is None or size is None:
        return None
    try:
        return Box(
            *(float(node.get(key)) for node, key in ((start, "x"), (start, "y"), (size, "cx"), (size, "cy")))
        )
    except (TypeError, ValueError):
        return None


def _inner_scale(group: etree._Element, outer: Scale) -> Scale:
    frame = group.find(f"./{P}grpSpPr/{A}xfrm")
    box = _rectangle(frame, "off", "ext") if frame is not None else None
    child = _rectangle(frame, "chOff", "chExt") if frame is not None else None
    if box is None or child is None:
        return outer
    by_x = box.width / child.width if child.width else 1
    by_y = box.height / child.height if child.height else 1
    add_x, add_y = box.left - child.left * by_x, box.top - child.top * by_y
    return Scale(
        outer.by_x * by_x, outer.by_y * by_y,
        outer.by_x * add_x + outer.add_x, outer.by_y * add_y + outer.add_y,
    )  # fmt: skip


def reading_order(shapes: Sequence[Shape]) -> list[Shape]:
    """Titles first, then rows from top to bottom, each from left to right; shapes without a place last.

    Shapes whose tops differ by less than a third of an inch, or half a height, stand in one row.
    """
    titles = [shape for shape in shapes if shape.is_title]
    placed = sorted(
        ((shape.box, shape) for shape in shapes if shape.box and not shape.is_title),
        key=lambda pair: pair[0].top,
    )
    rows: list[list[tuple[Box, Shape]]] = []
    for box, shape in placed:
        if rows and box.top - rows[-1][0][0].top <= _tolerance(rows[-1][0][0], box):
            rows[-1].append((box, shape))
        else:
            rows.append([(box, shape)])
    ordered = [shape for row in rows for _, shape in sorted(row, key=lambda pair: pair[0].left)]
    return [*titles, *ordered, *(shape for shape in shapes if not shape.box and not shape.is_title)]


def _tolerance(first: Box, second: Box) -> float:
    return min(EMU_PER_INCH / 3, min(first.height, second.height) / 2)
