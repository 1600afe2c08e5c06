"""What graphic frames hold besides tables: charts with their drawings, and SmartArt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.extract.pptx.chart import chart_readings
from msglint.extract.pptx.diagram import diagram_texts, drawing_id
from msglint.extract.pptx.drawing import described_texts, drawing_texts
from msglint.extract.pptx.package import R
from msglint.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from msglint.extract.pptx.parts import Part

Reading = tuple[BlockKind, str, str]  # (kind, step of the location, text)


def chart_texts(page: Part, data: etree._Element) -> Iterator[Reading]:
    """The chart that an a:graphicData leads to, then the text boxes that were drawn into it."""
    chart = page.related(_relation(data))
    for step, text in chart_readings(chart.root):
        yield BlockKind.CHART, step, text
    for drawing in chart.all_related("/chartUserShapes"):
        root = drawing.root
        for number, text in enumerate(drawing_texts(root), start=1):
            yield BlockKind.CHART, f"drawing, ¶{number}", text
        for text in described_texts(root):
            yield BlockKind.ALT, "drawing, alt text", text


def smartart_texts(page: Part, data: etree._Element) -> Iterator[Reading]:
    """The outline of a SmartArt; where the file holds none, the texts of its picture as last drawn.

    Raises KeyError where both are missing.
    """
    outline = _outline(page, data)
    texts = [] if outline is None else list(diagram_texts(outline))
    if not texts:
        drawing = _drawing(page, "" if outline is None else drawing_id(outline))
        if outline is None and drawing is None:
            raise KeyError("diagram data")
        texts = [] if drawing is None else [(1, text) for text in drawing_texts(drawing)]
    for number, (depth, text) in enumerate(texts, start=1):
        yield BlockKind.BULLET if depth > 1 else BlockKind.BODY, f"item {number}", text
    for text in dict.fromkeys(() if outline is None else described_texts(outline)):
        yield BlockKind.ALT, "alt text", text


def _outline(page: Part, data: etree._Element) -> etree._Element | None:
    try:
        return page.related(_relation(data, "dm")).root
    except (KeyError, ValueError):
        return None


def _drawing(page: Part, identifier: str) -> etree._Element | None:
    try:
        return page.related(identifier).root
    except (KeyError, ValueError):  # older files do not say which drawing belongs to which diagram
        drawings = list(page.all_related("/diagramDrawing"))
    return drawings[0].root if len(drawings) == 1 else None


def _relation(data: etree._Element, name: str = "id") -> str:
    """The relationship that a graphic's data names with r:id, r:dm and the like."""
    for node in data.iter():
        if node.get(f"{R}{name}"):
            return str(node.get(f"{R}{name}"))
    raise KeyError(f"r:{name}")
