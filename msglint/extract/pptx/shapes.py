"""The shapes of a slide in the order a reader meets them, each with its absolute place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msglint.extract.pptx.geometry import Box, Scale, rectangle
from msglint.extract.pptx.order import visual_order
from msglint.extract.pptx.package import MC, A, P
from msglint.extract.pptx.text import holds_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lxml import etree

GROUP = f"{P}grpSp"
_KNOWN = frozenset(f"{P}{name}" for name in ("sp", "pic", "graphicFrame", "cxnSp", "contentPart", "grpSp"))
_NO_SHAPES = frozenset(f"{P}{name}" for name in ("nvGrpSpPr", "grpSpPr", "extLst"))
_ALTERNATIVES = f"{MC}AlternateContent"
_PLACEHOLDER, _TRANSFORM = f"{P}ph", f"{A}xfrm"
_SHAPE_PROPERTIES = ("}spPr", "}grpSpPr")
_FALLBACK = f"{MC}Fallback"
TITLES = frozenset({"title", "ctrTitle"})
FOOT = frozenset({"dt", "ftr", "sldNum", "hdr"})

Placeholders = tuple[tuple["etree._Element", "etree._Element"], ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape with the names that lead to it, outermost first; of a group its members follow it.

    `placeholder` is the type of placeholder that it is, "" for none, `bases` those it inherits from, nearest
    first; `is_turned` whether it or a group around it is rotated, so that `box` is not where it is seen.
    """

    element: etree._Element
    names: tuple[str, ...]
    box: Box | None
    placeholder: str
    bases: tuple[etree._Element, ...]
    identity: etree._Element | None
    is_hidden: bool
    is_turned: bool

    @property
    def is_title(self) -> bool:
        return self.placeholder in TITLES

    @property
    def is_group(self) -> bool:
        return bool(self.element.tag == GROUP)


@dataclass(frozen=True, slots=True)
class _Around:
    """What a shape has from the groups around it."""

    scale: Scale = field(default_factory=Scale)
    names: tuple[str, ...] = ()
    is_hidden: bool = False
    is_turned: bool = False


class Layout:
    """The layout and master under a slide, for what its placeholders inherit from them."""

    def __init__(self, layout: etree._Element | None, master: etree._Element | None) -> None:
        self.layout = layout
        self.master = master
        self._on_layout = _placeholders(layout)
        self._on_master = _placeholders(master)
        self._found: dict[tuple[str, str], tuple[etree._Element, ...]] = {}
        placeholders = (shape for shape, _ in (*self._on_layout, *self._on_master))
        self.placeholder_properties = tuple(
            properties for shape in placeholders for properties in shape.iterchildren(f"{P}spPr")
        )

    def bases(self, mark: etree._Element | None) -> tuple[etree._Element, ...]:
        """The placeholders that one with this p:ph inherits from, nearest first."""
        if mark is None:
            return ()
        key = mark.get("type", "obj"), mark.get("idx", "0")
        if key not in self._found:
            found = (_by_index(self._on_layout, mark), _by_kind(self._on_master, mark))
            self._found[key] = tuple(base for base in found if base is not None)
        return self._found[key]


def identity_of(node: etree._Element) -> tuple[etree._Element | None, etree._Element | None]:
    """The cNvPr (name, alt text) and p:ph (which placeholder) elements of a shape."""
    identity = mark = None
    for properties in node.iterchildren("{*}*"):
        for child in properties.iterchildren("{*}*"):
            if child.tag.endswith("}cNvPr"):
                identity = child
            elif child.tag.endswith("}nvPr"):
                for part in child:
                    if part.tag == _PLACEHOLDER:
                        mark = part
        break  # they are in the first child, whatever the shape is
    return identity, mark


def _placeholders(root: etree._Element | None) -> Placeholders:
    if root is None:
        return ()
    marks = ((shape, identity_of(shape)[1]) for shape in root.iter(f"{P}sp", f"{P}pic"))
    return tuple((shape, mark) for shape, mark in marks if mark is not None)


def _by_index(candidates: Placeholders, mark: etree._Element) -> etree._Element | None:
    index = mark.get("idx", "0")
    if index != "0":
        return next((shape for shape, other in candidates if other.get("idx", "0") == index), None)
    return _by_kind(candidates, mark)


def _by_kind(candidates: Placeholders, mark: etree._Element) -> etree._Element | None:
    kind = _kind(mark)
    return next((shape for shape, other in candidates if _kind(other) == kind), None)


def _kind(mark: etree._Element) -> str:
    kind: str = mark.get("type", "obj")
    if kind in TITLES:
        return "title"
    return kind if kind in FOOT else "body"


def reading_order(shapes: Sequence[Shape]) -> list[Shape]:
    """Titles first, then the others as a reader meets them, shapes without a place last."""
    titles = [shape for shape in shapes if shape.is_title]
    others = [(shape, shape.box) for shape in shapes if shape.box and not shape.is_title]
    placed = [shape for shape, _ in others]
    order = visual_order([box for _, box in others], [_speaks(shape) for shape in placed])
    homeless = [shape for shape in shapes if not shape.box and not shape.is_title]
    return [*titles, *(placed[index] for index in order), *homeless]


def _speaks(shape: Shape) -> bool:
    return bool(shape.element.tag == f"{P}graphicFrame") or holds_text(shape.element)


def shapes_of(
    tree: etree._Element, layout: Layout, arrange: Callable[[list[Shape]], list[Shape]] = reading_order
) -> Iterator[Shape]:
    """Every shape below a p:spTree in reading order, each group before its members; `arrange` may be `list`.

    Groups are read as a unit. The stack is explicit, so that no nesting is too deep.
    """
    around = _Around()
    stack = [(shape, around) for shape in reversed(arrange(_shapes(tree, around, layout)))]
    while stack:
        shape, around = stack.pop()
        yield shape
        if shape.is_group:
            frame = _frame(shape.element)
            inner = _Around(around.scale.inside(frame), shape.names, shape.is_hidden, shape.is_turned)
            members = arrange(_shapes(shape.element, inner, layout))
            stack.extend((member, inner) for member in reversed(members))


def _shapes(node: etree._Element, around: _Around, layout: Layout) -> list[Shape]:
    return [_shape(child, around, layout) for child in _children(node)]


def _children(node: etree._Element) -> Iterator[etree._Element]:
    for child in node:
        if child.tag in _KNOWN:
            yield child
        elif child.tag == _ALTERNATIVES:
            yield from _chosen(child)
        elif child.tag not in _NO_SHAPES and holds_text(child):
            yield child


def _chosen(alternatives: etree._Element) -> list[etree._Element]:
    """The shapes of the first alternative that holds any: newer features first, the fallback last.

    Only ink gives way to the picture of it, which can have an alternative text.
    """
    for option in alternatives:
        shapes = list(_children(option))
        if any(child.tag != f"{P}contentPart" for child in shapes):
            return shapes
    return [child for option in alternatives for child in _children(option)]


def is_ink(shape: Shape) -> bool:
    """Whether the shape is handwriting, or the picture of it for programs that know no ink."""
    if shape.element.tag == f"{P}contentPart":
        return True
    parent = shape.element.getparent()
    is_fallback = parent is not None and parent.tag == _FALLBACK
    return is_fallback and next(parent.getparent().iter(f"{P}contentPart"), None) is not None


def _shape(node: etree._Element, around: _Around, layout: Layout) -> Shape:
    identity, mark = identity_of(node)
    name = "" if identity is None else " ".join(identity.get("name", "").split())
    frame = _frame(node)
    box, bases = rectangle(frame), layout.bases(mark)
    if box is None and bases:
        box = next(filter(None, (rectangle(_frame(base)) for base in bases)), None)
    return Shape(
        element=node,
        names=(*around.names, name or "unnamed shape"),
        box=around.scale.place(box) if box else None,
        placeholder="" if mark is None else mark.get("type", "obj"),
        bases=bases,
        identity=identity,
        is_hidden=around.is_hidden or (identity is not None and identity.get("hidden") in {"1", "true"}),
        is_turned=around.is_turned or (frame is not None and frame.get("rot", "0") != "0"),
    )


def _frame(node: etree._Element) -> etree._Element | None:
    """The transform of a shape: its own child in graphic frames, in the properties of all others."""
    for child in node.iterchildren("{*}*"):
        if child.tag.endswith("}xfrm"):
            return child
        if child.tag.endswith(_SHAPE_PROPERTIES):
            for part in child:
                if part.tag == _TRANSFORM:
                    return part
            return None
    return None
