"""SmartArt: the texts of a diagram in the order of its outline."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msglint.extract.pptx.package import A
from msglint.extract.pptx.text import paragraph_text
from msglint.extract.repair import has_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_D = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"


def diagram_texts(root: etree._Element) -> Iterator[tuple[int, str]]:
    """(depth, text) of each paragraph of a diagram's data model, parents before children, none lost."""
    points = {point.get("modelId"): point for point in root.iter(f"{_D}pt")}
    children = _children(root)
    documents = [key for key, point in points.items() if point.get("type") == "doc"]
    stack = [(key, 0) for key in documents]
    seen: set[str] = set()
    while stack:
        key, depth = stack.pop()
        if key in points and key not in seen:
            seen.add(key)
            yield from _texts(points[key], depth)
            stack.extend((child, depth + 1) for child in reversed(children[key]))
    for key, point in points.items():
        if key not in seen:
            yield from _texts(point, 1)


def drawing_id(root: etree._Element) -> str:
    """The relationship of the slide that leads to the diagram as it was last drawn, "" if none is given."""
    return next((node.get("relId", "") for node in root.iter("{*}dataModelExt")), "")


def _children(root: etree._Element) -> defaultdict[str, list[str]]:
    """Children of each point by source order; only parent-of links, which carry no type, make the outline."""
    links = [link for link in root.iter(f"{_D}cxn") if link.get("type", "parOf") == "parOf"]
    children: defaultdict[str, list[str]] = defaultdict(list)
    for link in sorted(links, key=_order):
        children[link.get("srcId")].append(link.get("destId"))
    return children


def _order(link: etree._Element) -> int:
    order = link.get("srcOrd", "0")
    return int(order) if order.isdecimal() else 0


def _texts(point: etree._Element, depth: int) -> Iterator[tuple[int, str]]:
    body = point.find(f"{_D}t")
    for paragraph in () if body is None else body.iter(f"{A}p"):
        text = paragraph_text(paragraph)
        if has_words(text):
            yield depth, text
