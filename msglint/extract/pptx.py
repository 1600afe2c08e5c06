"""PowerPoint decks: every slide with all its texts, the design's own texts, and the file's properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.parts.slide import SlidePart

from msglint.extract.pptx_package import Deck, P, open_deck
from msglint.extract.pptx_shapes import Box, Layout, placeholder_of, shapes_of
from msglint.extract.pptx_slide import SlideReader, SlideReading
from msglint.extract.pptx_text import paragraphs_of
from msglint.extract.repair import clean, has_words
from msglint.model import Block, BlockKind, Document, Location, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree
    from pptx.parts.presentation import PresentationPart

_PROPERTIES = ("title", "subject", "keywords", "comments", "category")
# What PowerPoint and python-pptx write by themselves, which nobody wrote for a reader.
_DEFAULT_PROPERTIES = frozenset({"powerpoint presentation", "presentation", "generated using python-pptx"})


def read_pptx(data: bytes, name: str) -> Document:
    """All text of a deck, slide by slide. Raises `UnreadableError` where it cannot be opened at all."""
    deck = open_deck(data)
    parts = list(_slide_parts(deck.part))
    readings = [_read_slide(part, number, name, deck) for number, part in enumerate(parts, start=1)]
    blocks = [block for reading in readings for block in reading.blocks]
    blocks += _design_blocks([part for part in parts if isinstance(part, SlidePart)], _size(deck.part))
    blocks += _properties(deck.part)
    skipped = [skip for reading in readings for skip in reading.skipped] + _lost(deck, name)
    if all(block.kind is BlockKind.META for block in blocks):
        skipped.append(Skipped(name, "file", _why_empty(len(parts))))
        blocks = []
    return Document("application/vnd.openxmlformats-officedocument.presentationml.presentation",
                    tuple(blocks), tuple(skipped))  # fmt: skip


def _why_empty(slides: int) -> str:
    if not slides:
        return "the deck has no slides; nothing could be checked"
    which = f"none of its {slides} slides holds" if slides > 1 else "its only slide holds no"
    return f"{which} text; export it to PDF, run OCR and check that file"


def _slide_parts(presentation: PresentationPart) -> Iterator[object]:
    """The slides' parts in their order; None for one that the deck lists and does not hold."""
    identifiers = presentation._element.find(f"{P}sldIdLst")
    for identifier in () if identifiers is None else identifiers:
        try:
            yield presentation.related_part(identifier.rId)
        except (KeyError, AttributeError):
            yield None


def _read_slide(part: object, number: int, asset: str, deck: Deck) -> SlideReading:
    if not isinstance(part, SlidePart):
        reason = "is listed in the deck but missing from the file; open it in PowerPoint and save it again"
        return SlideReading((), (Skipped(asset, f"slide {number}", reason),))
    try:
        return SlideReader(part, number, asset, _size(deck.part)).read()
    except Exception as error:  # the boundary of one slide: the others are read whatever is wrong in it
        reason = f"could not be read ({type(error).__name__}); check it by eye"
        return SlideReading((), (Skipped(asset, f"slide {number}", reason),))


def _size(presentation: PresentationPart) -> tuple[int, int]:
    size = presentation._element.find(f"{P}sldSz")
    try:
        return int(size.get("cx")), int(size.get("cy"))
    except (AttributeError, TypeError, ValueError):
        return 12192000, 6858000


def _lost(deck: Deck, asset: str) -> list[Skipped]:
    """What had to be left out to open the deck; only slides and what hangs on them can hold text."""
    reason = "is damaged, so text may be missing; open the deck in PowerPoint and save it again"
    return [Skipped(asset, _region(deck.part, name), reason) for name in deck.lost]


def _region(presentation: PresentationPart, member: str) -> str:
    for number, part in enumerate(_slide_parts(presentation), start=1):
        if isinstance(part, SlidePart) and str(part.partname).lstrip("/") == member:
            return f"slide {number}"
    return member


def _design_blocks(slides: list[SlidePart], size: tuple[int, int]) -> list[Block]:
    """Text that the layouts and masters in use put on every slide; each wording once a deck."""
    blocks: dict[str, Block] = {}
    seen: set[int] = set()
    for owner, label in _designs(slides):
        if id(owner) not in seen:
            seen.add(id(owner))
            for block in _design_texts(owner, label, size[1]):
                blocks.setdefault(block.text, block)
    return list(blocks.values())


def _designs(slides: list[SlidePart]) -> Iterator[tuple[etree._Element, str]]:
    for slide in slides:
        try:
            layout = slide.slide_layout
            yield layout.slide_master._element, "slide master"
            yield layout._element, f"layout {layout.name}".strip()
        except (KeyError, AttributeError, ValueError):
            continue


def _design_texts(root: etree._Element, label: str, height: int) -> Iterator[Block]:
    tree = root.find(f"./{P}cSld/{P}spTree")
    for shape in () if tree is None else shapes_of(tree, Layout(None, None)):
        body = shape.element.find(f"{P}txBody")
        if body is None or placeholder_of(shape.element) is not None:
            continue
        for number, _, text in paragraphs_of(body):
            yield Block(text, _design_kind(shape.box, height), Location((label, *shape.names, f"¶{number}")))


def _design_kind(box: Box | None, height: int) -> BlockKind:
    if box and box.top > height * 0.85:
        return BlockKind.FOOTER
    return BlockKind.HEADER if box and box.bottom < height * 0.12 else BlockKind.BODY


def _properties(presentation: PresentationPart) -> list[Block]:
    try:
        properties = presentation.package.core_properties
        values = [(key, clean(str(getattr(properties, key) or ""))) for key in _PROPERTIES]
    except (KeyError, AttributeError, ValueError):
        return []
    return [
        Block(text, BlockKind.META, Location(("properties", key)))
        for key, text in values
        if has_words(text) and text.lower() not in _DEFAULT_PROPERTIES
    ]
