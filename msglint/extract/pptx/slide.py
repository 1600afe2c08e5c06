"""One slide: every text a viewer or presenter meets on it, and what on it could not be read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from msglint.extract.pptx.join import join_numbers
from msglint.extract.pptx.package import P
from msglint.extract.pptx.page import Page, PageReader, picture_reason
from msglint.extract.pptx.properties import is_numbered
from msglint.extract.pptx.shapes import Layout
from msglint.extract.pptx.text import paragraphs_of
from msglint.extract.repair import clean, has_words, unescape_ooxml
from msglint.model import Block, BlockKind, Location, Mark, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from msglint.extract.pptx.design import Design
    from msglint.extract.pptx.parts import Part
    from msglint.extract.pptx.shapes import Shape

_KINDS = {
    "title": BlockKind.TITLE,
    "ctrTitle": BlockKind.TITLE,
    "subTitle": BlockKind.SUBTITLE,
    "dt": BlockKind.FOOTER,
    "ftr": BlockKind.FOOTER,
    "sldNum": BlockKind.FOOTER,
    "hdr": BlockKind.HEADER,
}
_NOTES_KINDS = {kind: _KINDS[kind] for kind in ("dt", "ftr", "sldNum", "hdr")}
_COMMENTS = "{http://schemas.microsoft.com/office/powerpoint/2018/8/main}"


@dataclass(frozen=True, slots=True)
class SlideReading:
    """The blocks of one slide in reading order, and what was not read."""

    blocks: tuple[Block, ...]
    skipped: tuple[Skipped, ...]


class SlideReader:
    """Reads one slide of one deck; a shape that fails becomes a `Skipped` and the others stay."""

    def __init__(
        self, part: Part, number: int, asset: str, size: tuple[int, int], design: Design
    ) -> None:
        self._part = part
        self._asset = asset
        self._step = f"slide {number}"
        self._root = part.root
        self._marks = frozenset({Mark.HIDDEN_SLIDE} if self._root.get("show") in {"0", "false"} else ())
        page = Page(
            part, self._root, asset, (self._step,), _slide_kind, design.layout,
            design.look_of(self._root, size[1]), size, self._marks,
        )  # fmt: skip
        self._reader = PageReader(page)

    def read(self) -> SlideReading:
        """Shapes in reading order, then notes, then comments, all under the slide's title."""
        blocks = [block for piece in join_numbers(self._reader.pieces()) for block in piece.blocks]
        for region, read in (
            ("controls", self._reader.controls), ("notes", self._notes), ("comments", self._comments),
            ("name", self._name),
        ):  # fmt: skip
            blocks += self._reader.guarded(region, read)
        self._report_bare_pictures()
        title = " ".join(block.text for block in blocks if block.kind is BlockKind.TITLE)
        headed = (
            block
            if block.heading or block.kind is BlockKind.TITLE
            else Block(block.text, block.kind, block.location, title, block.marks)
            for block in blocks
        )
        return SlideReading(tuple(headed), tuple(self._reader.skipped))

    def _report_bare_pictures(self) -> None:
        if self._reader.bare_pictures:
            count = self._reader.bare_pictures
            self._reader.skip("", picture_reason(count), count)

    def _notes(self) -> Iterator[Block]:
        """The notes page: what the presenter says counts its paragraphs, other shapes keep their names."""
        for part in self._part.all_related("/notesSlide"):
            root = part.root
            steps = (self._step, "notes")
            page = Page(part, root, self._asset, steps, _notes_kind, Layout(None, None), marks=self._marks)
            reader, number = PageReader(page), 0
            for piece in reader.pieces(lambda shape: shape.placeholder != "sldImg"):
                for block in piece.blocks:
                    if piece.shape.placeholder == "body" and block.kind is BlockKind.NOTES:
                        number += 1
                        yield replace(block, location=Location((*steps, f"¶{number}")))
                    else:
                        yield block
            self._reader.skipped += reader.skipped
            self._reader.bare_pictures += reader.bare_pictures

    def _comments(self) -> Iterator[Block]:
        """Comments of both generations: p:cm with p:text, and threads of text bodies with their replies."""
        number = 0
        for part in self._part.all_related("/comments"):
            for node in part.root.iter(f"{P}text", f"{_COMMENTS}txBody"):
                texts = (
                    [clean(unescape_ooxml(node.text or ""))]
                    if node.tag == f"{P}text"
                    else [t for _, _, t in paragraphs_of(node)]
                )
                for text in filter(has_words, texts):
                    number += 1
                    yield self._aside(text, BlockKind.COMMENT, "comments", f"comment {number}")

    def _name(self) -> Iterator[Block]:
        """The name that macros and links use for the slide, where a person gave it one."""
        common = self._root.find(f"{P}cSld")
        name = "" if common is None else clean(common.get("name", ""))
        if has_words(name) and not is_numbered(name):
            yield self._aside(name, BlockKind.META, "name")

    def _aside(self, text: str, kind: BlockKind, *steps: str) -> Block:
        return Block(text, kind, Location((self._step, *steps)), marks=self._marks)


def _slide_kind(shape: Shape) -> BlockKind | None:
    return _KINDS.get(shape.placeholder)


def _notes_kind(shape: Shape) -> BlockKind | None:
    return _NOTES_KINDS.get(shape.placeholder, BlockKind.NOTES)
