"""Text that masters and layouts put on every slide, notes page or handout: once a deck."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msglint.extract.pptx.ground import Sheet, paper_of
from msglint.extract.pptx.look import Look
from msglint.extract.pptx.package import P
from msglint.extract.pptx.page import Page, PageReader, picture_reason
from msglint.extract.pptx.shapes import Layout
from msglint.model import Block, BlockKind, Mark, Skipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml import etree

    from msglint.extract.pptx.design import Design, Designs
    from msglint.extract.pptx.parts import Part
    from msglint.extract.pptx.shapes import Shape

# Other placeholders of a template hold prompts ("Click to add text"), which no slide shows.
_READ = {"ftr": BlockKind.FOOTER, "hdr": BlockKind.HEADER}
_MASTERS = {"/notesMaster": "notes master", "/handoutMaster": "handout master"}
_PROMPT = re.compile(r"<[^<>]*>")  # "<footer>": where LibreOffice puts the footer of the page
_EDGES = frozenset({BlockKind.HEADER, BlockKind.FOOTER})
_FOOT_FROM, _HEAD_TO = 0.85, 0.12  # parts of the height


class TemplateReader:
    """Reads the masters and layouts of a deck that its slides use; `blocks` and `skipped` are the result."""

    def __init__(self, presentation: Part, asset: str, size: tuple[int, int]) -> None:
        self._presentation = presentation
        self._asset = asset
        self._size = size
        self._blocks: dict[str, Block] = {}
        self._bare_pictures = 0
        self.skipped: list[Skipped] = []

    def read(self, designs: Designs, said: Iterable[Block]) -> list[Block]:
        """Each wording once; a footer that the slides repeat as their own is in `said` and not read again."""
        known = {block.text for block in said if block.kind in _EDGES}
        for page in (*self._slide_pages(designs), *self._print_pages()):
            reader = PageReader(page)
            for piece in reader.pieces(lambda shape: not shape.placeholder or shape.placeholder in _READ):
                for block in piece.blocks:
                    is_known = block.text in known and block.kind in _EDGES
                    if not is_known and not _PROMPT.fullmatch(block.text):
                        self._blocks.setdefault(block.text, block)
            self.skipped += reader.skipped
            self._bare_pictures += reader.bare_pictures
        self._report_bare_pictures()
        return list(self._blocks.values())

    def _slide_pages(self, designs: Designs) -> Iterator[Page]:
        shown = {root for design in designs.all() for root in design.shown}
        roots: dict[etree._Element, tuple[Design, Part]] = {}
        for design in designs.all():
            for part in design.parts:
                roots.setdefault(part.root, (design, part))
        for root, (design, part) in roots.items():
            marks = frozenset({Mark.TEMPLATE} if root in shown else {Mark.TEMPLATE, Mark.HIDDEN})
            name = "slide master" if root.tag == f"{P}sldMaster" else _layout_name(root)
            yield Page(
                part, root, self._asset, (name,), self._kind(self._size[1]),
                design.layout, _look(root, design, self._size[1]), self._size, marks,
            )  # fmt: skip

    def _print_pages(self) -> Iterator[Page]:
        height = _notes_height(self._presentation.root)
        marks = frozenset({Mark.TEMPLATE})
        for ending, name in _MASTERS.items():
            for part in self._presentation.all_related(ending):
                root = part.root
                yield Page(
                    part, root, self._asset, (name,), self._kind(height), Layout(None, None), marks=marks
                )

    @staticmethod
    def _kind(height: int) -> Callable[[Shape], BlockKind | None]:
        def kind(shape: Shape) -> BlockKind | None:
            if shape.placeholder in _READ:
                return _READ[shape.placeholder]
            if shape.box and shape.box.top > height * _FOOT_FROM:
                return BlockKind.FOOTER
            return BlockKind.HEADER if shape.box and shape.box.bottom < height * _HEAD_TO else None

        return kind

    def _report_bare_pictures(self) -> None:
        if self._bare_pictures:
            reason = picture_reason(self._bare_pictures)
            skip = Skipped(self._asset, "masters and layouts", reason, self._bare_pictures)
            self.skipped.append(skip)


def _look(root: etree._Element, design: Design, height: int) -> Look | None:
    if design.sheet is None:
        return None
    sheet = design.sheet
    if root is design.layout.master:
        sheet = Sheet(root, design.layout, design.palette, paper_of((root,), design.palette), None)
    return Look(sheet, design.styles, height)


def _layout_name(root: etree._Element) -> str:
    common = root.find(f"{P}cSld")
    return f"layout {'' if common is None else common.get('name', '')}".strip()


def _notes_height(presentation: etree._Element) -> int:
    size = presentation.find(f"{P}notesSz")
    value = "" if size is None else size.get("cy", "")
    return int(value) if value.isdecimal() else 9144000
