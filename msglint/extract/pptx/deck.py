"""PowerPoint decks: every slide with all its texts, the design's own texts, and the file's properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.extract.pptx.design import Designs
from msglint.extract.pptx.package import Deck, P, R, open_deck
from msglint.extract.pptx.properties import property_blocks
from msglint.extract.pptx.slide import SlideReader, SlideReading
from msglint.extract.pptx.template import TemplateReader
from msglint.model import BlockKind, Document, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from msglint.extract.pptx.parts import Part


def read_pptx(data: bytes, name: str) -> Document:
    """All text of a deck, slide by slide. Raises `UnreadableError` where it cannot be opened at all."""
    deck = open_deck(data)
    size, designs = _size(deck.part), Designs(deck.part.root)
    parts = list(_slide_parts(deck.part))
    readings = [
        _read_slide(part, number, name, size, designs) for number, part in enumerate(parts, start=1)
    ]
    blocks = [block for reading in readings for block in reading.blocks]
    template = TemplateReader(deck.part, name, size)
    blocks += template.read(designs, blocks)
    blocks += property_blocks(deck)
    skipped = [skip for reading in readings for skip in reading.skipped]
    skipped += template.skipped + _lost(deck, name)
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


def _slide_parts(presentation: Part) -> Iterator[Part | None]:
    """The slides' parts in their order; None for one that the deck lists and does not hold."""
    identifiers = presentation.root.find(f"{P}sldIdLst")
    for identifier in () if identifiers is None else identifiers:
        try:
            yield presentation.related(identifier.get(f"{R}id", ""))
        except KeyError:
            yield None


def _read_slide(
    part: Part | None, number: int, asset: str, size: tuple[int, int], designs: Designs
) -> SlideReading:
    if part is None or part.root.tag != f"{P}sld":
        reason = "is listed in the deck but missing from the file; open it in PowerPoint and save it again"
        return SlideReading((), (Skipped(asset, f"slide {number}", reason),))
    try:
        return SlideReader(part, number, asset, size, designs.of(part)).read()
    except Exception as error:  # the boundary of one slide: the others are read whatever is wrong in it
        reason = f"could not be read ({type(error).__name__}); check it by eye"
        return SlideReading((), (Skipped(asset, f"slide {number}", reason),))


def _size(presentation: Part) -> tuple[int, int]:
    size = presentation.root.find(f"{P}sldSz")
    try:
        return int(size.get("cx")), int(size.get("cy"))
    except (AttributeError, TypeError, ValueError):
        return 12192000, 6858000


def _lost(deck: Deck, asset: str) -> list[Skipped]:
    """What had to be left out to open the deck; only slides and what hangs on them can hold text."""
    reason = "is damaged, so text may be missing; open the deck in PowerPoint and save it again"
    return [Skipped(asset, _region(deck.part, name), reason) for name in deck.lost]


def _region(presentation: Part, member: str) -> str:
    for number, part in enumerate(_slide_parts(presentation), start=1):
        if part is not None and part.name.membername == member:
            return f"slide {number}"
    return member
