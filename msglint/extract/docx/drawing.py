"""Drawings of both generations (DrawingML and VML): what in them holds words, and what holds none to read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msglint.extract.docx.content import ALTERNATIVES, chosen
from msglint.extract.docx.package import Package, Part, PartError, W
from msglint.extract.pptx.chart import chart_readings
from msglint.extract.pptx.diagram import diagram_texts
from msglint.extract.pptx.package import A, R
from msglint.extract.pptx.text import paragraph_text, paragraphs_of
from msglint.extract.repair import clean, has_words, is_generated_alt, unescape_ooxml
from msglint.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

TEXT_BOX = f"{W}txbxContent"

_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_ANCHOR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}anchor"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_KINDS = {
    TEXT_BOX: "text box",
    f"{A}txBody": "shape",
    f"{_V}textpath": "word art",
    _PICTURE: "picture",
    f"{_V}imagedata": "picture",
    f"{A}blipFill": "picture",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": "chart",
    "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart": "chart",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds": "diagram",
    f"{_O}OLEObject": "object",
    f"{W}control": "control",
    "{http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing}webVideoPr": "video",
}
_DESCRIBED = ("}docPr", "}cNvPr", "}hlinkClick")
_PREVIEWED = frozenset({"object", "control", "video"})
# What programs write as alt text by themselves: file names, shape names and machine guesses.
_UNSEEN = re.compile(r"visibility:\s*hidden|display:\s*none")
_BEHIND = re.compile(r"z-index:\s*-")


@dataclass(frozen=True, slots=True)
class Reading:
    """Words of a drawing: the step that leads to them inside it, their kind and text."""

    step: str
    kind: BlockKind
    text: str


def members_of(graphic: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """(kind, element) of all that a drawing is made of, down to text boxes, whose content is a story."""
    stack = [graphic]
    while stack:
        node = stack.pop()
        if node.tag == ALTERNATIVES:
            stack.extend(reversed(chosen(node)))
            continue
        kind = _KINDS.get(node.tag, "")
        if kind:
            yield kind, node
        if kind not in {"text box", "shape"}:
            stack.extend(reversed(node))


def alts_of(graphic: etree._Element) -> tuple[str, ...]:
    """The alt texts that authors gave a drawing and its shapes, each once; titles after descriptions."""
    found = [
        clean(unescape_ooxml(node.get(key, "")))
        for node in _shapes(graphic)
        for key in ("descr", "alt", "title", "tooltip")
    ]
    return tuple(dict.fromkeys(alt for alt in found if has_words(alt) and not is_generated_alt(alt)))


def _shapes(graphic: etree._Element) -> Iterator[etree._Element]:
    stack = [graphic]
    while stack:
        node = stack.pop()
        if str(node.tag).startswith(_V) or str(node.tag).endswith(_DESCRIBED):
            yield node
        if node.tag != TEXT_BOX:
            stack.extend(reversed(chosen(node) if node.tag == ALTERNATIVES else node))


def is_unseen(graphic: etree._Element) -> bool:
    """Whether the drawing is turned off in Word's selection pane, or hidden by its style."""
    shapes = list(_shapes(graphic))
    return any(
        (str(node.tag).endswith("}docPr") and node.get("hidden") in {"1", "true"})
        or bool(_UNSEEN.search(node.get("style", "")))
        for node in shapes
    )


def link_ids_of(graphic: etree._Element) -> list[str]:
    """The relationships of the links that its shapes carry."""
    return [node.get(f"{R}id", "") for node in _shapes(graphic) if node.tag == f"{A}hlinkClick"]


def bare_pictures(graphic: etree._Element) -> int:
    """How many pictures of a drawing no alt text speaks for; the preview of an object is none."""
    if any(node.get("val") in {"1", "true"} for node in graphic.iter(_DECORATIVE)):
        return 0
    members = list(members_of(graphic))
    outer = next((node for node in _shapes(graphic) if str(node.tag).endswith("}docPr")), None)
    if any(kind in _PREVIEWED for kind, _ in members) or (outer is not None and alts_of(outer)):
        return 0
    pictures = (node for kind, node in members if kind == "picture")
    return sum(not alts_of(_shape_of(node)) and node.find(f"{A}tile") is None for node in pictures)


def _shape_of(picture: etree._Element) -> etree._Element:
    """The shape that a picture is, or that it fills."""
    if picture.tag == _PICTURE:
        return picture
    return picture.getparent() if picture.tag == f"{_V}imagedata" else picture.getparent().getparent()


def lies_behind_text(root: etree._Element) -> bool:
    """Whether any drawing lies behind the words, so that nobody can tell their background from the file."""
    anchors = any(node.get("behindDoc") in {"1", "true"} for node in root.iter(_ANCHOR))
    return anchors or any(_BEHIND.search(node.get("style", "")) is not None for node in root.iter(f"{_V}*"))


def readings_of(kind: str, member: etree._Element, part: Part, package: Package) -> Iterator[Reading]:
    """The words of a member other than a text box. Raises `PartError` for parts that cannot be read."""
    if kind == "chart":
        yield from _chart(package.part(part.target(member.get(f"{R}id", ""))), package)
    elif kind == "diagram":
        root = package.part(part.target(member.get(f"{R}dm", ""))).root
        for number, (depth, text) in enumerate(diagram_texts(root), start=1):
            yield Reading(f"item {number}", BlockKind.BULLET if depth > 1 else BlockKind.BODY, text)
    elif kind == "shape":
        for number, _, text in paragraphs_of(member):
            yield Reading(f"¶{number}", BlockKind.BODY, text)
    elif kind == "word art":
        text = clean(member.get("string", ""))
        if has_words(text):
            yield Reading("¶1", BlockKind.BODY, text)
    elif kind == "object":
        program = member.get("ProgID") or "object"
        raise PartError(f"the embedded {program} was not read; paste its text or check it by eye")
    elif kind == "control":
        raise PartError("the form control was not read; check what it shows by eye")
    elif kind == "video":
        raise PartError("the video was not read; check what is said in it by ear")


def _chart(chart: Part, package: Package) -> Iterator[Reading]:
    for step, text in chart_readings(chart.root):
        yield Reading(step, BlockKind.CHART, text)
    for name in chart.targets("chartusershapes"):
        texts = map(paragraph_text, package.part(name).root.iter(f"{A}p"))
        for number, text in enumerate(filter(has_words, texts), start=1):
            yield Reading(f"text {number}", BlockKind.CHART, text)
