"""One slide: every text a viewer or presenter meets on it, and what on it could not be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lxml import etree

from msglint.extract.pptx_chart import chart_readings
from msglint.extract.pptx_diagram import diagram_texts
from msglint.extract.pptx_join import Piece, join_numbers, join_paragraphs
from msglint.extract.pptx_package import A, P, R, parse, relations
from msglint.extract.pptx_shapes import Layout, Shape, description_of, shapes_of
from msglint.extract.pptx_text import is_bullet, paragraphs_of
from msglint.extract.repair import clean, has_words, unescape_ooxml
from msglint.extract.tables import Cell, Table
from msglint.model import Block, BlockKind, Location, Mark, Skipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pptx.parts.slide import SlidePart

_KINDS = {
    "title": BlockKind.TITLE,
    "ctrTitle": BlockKind.TITLE,
    "subTitle": BlockKind.SUBTITLE,
    "dt": BlockKind.FOOTER,
    "ftr": BlockKind.FOOTER,
    "sldNum": BlockKind.FOOTER,
    "hdr": BlockKind.HEADER,
}
_GENERATED_ALT = re.compile(
    r".*(?:description automatically generated|AI-generated content may be incorrect)\.?|"
    r"\S+\.(?:png|jpe?g|gif|svg|emf|wmf|bmp|tiff?|webp)|"
    r"(?:picture|image|graphic|content placeholder|google shape;\S*)\s*\d*",
    re.IGNORECASE,
)
_COMMENTS = "{http://schemas.microsoft.com/office/powerpoint/2018/8/main}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_CHARTS = ("/chart", "/chartex")


@dataclass(frozen=True, slots=True)
class SlideReading:
    """The blocks of one slide in reading order, and what was not read."""

    blocks: tuple[Block, ...]
    skipped: tuple[Skipped, ...]


class SlideReader:
    """Reads one slide of one deck; a shape that fails becomes a `Skipped` and the others stay."""

    def __init__(self, part: SlidePart, number: int, asset: str, size: tuple[int, int]) -> None:
        self._part = part
        self._asset = asset
        self._size = size
        self._step = f"slide {number}"
        self._root = part._element
        self._layout = _layout_of(part)
        self._marks = frozenset({Mark.HIDDEN_SLIDE} if self._root.get("show") in {"0", "false"} else ())
        self._skipped: list[Skipped] = []
        self._bare_pictures = 0

    def read(self) -> SlideReading:
        """Shapes in reading order, then notes, then comments, all under the slide's title."""
        tree = self._root.find(f"./{P}cSld/{P}spTree")
        pieces = [] if tree is None else [self._piece(shape) for shape in shapes_of(tree, self._layout)]
        blocks = [block for piece in join_numbers(pieces) for block in piece.blocks]
        blocks += self._guarded("notes", self._notes) + self._guarded("comments", self._comments)
        self._report_bare_pictures()
        title = " ".join(block.text for block in blocks if block.kind is BlockKind.TITLE)
        headed = (
            block if block.heading or block.kind is BlockKind.TITLE else replace(block, heading=title)
            for block in blocks
        )
        return SlideReading(tuple(headed), tuple(self._skipped))

    def _piece(self, shape: Shape) -> Piece:
        return Piece(shape, tuple(self._guarded(shape.names[-1], lambda: self._shape_blocks(shape))))

    def _guarded(self, region: str, read: Callable[[], Iterator[Block]]) -> list[Block]:
        blocks: list[Block] = []
        try:
            blocks.extend(read())
        except Exception as error:  # the boundary of one shape: whatever is wrong in it, the rest is read
            self._skip(region, f"could not be read ({type(error).__name__}); check it by eye")
        return blocks

    def _skip(self, region: str, reason: str) -> None:
        place = f"{self._step} › {region}" if region else self._step
        self._skipped.append(Skipped(self._asset, place, reason))

    def _report_bare_pictures(self) -> None:
        count = self._bare_pictures
        if count:
            pictures = (
                "1 picture without alt text was" if count == 1 else f"{count} pictures without alt text were"
            )
            self._skip("", f"{pictures} not read; add alt text where a picture carries words")

    def _shape_blocks(self, shape: Shape) -> Iterator[Block]:
        tag = etree.QName(shape.element).localname
        texts = list(self._text_blocks(shape)) if tag == "sp" else []
        yield from texts
        if tag == "graphicFrame":
            yield from self._frame_blocks(shape)
        elif tag in {"pic", "contentPart"}:
            self._note_picture(shape)
        alt = clean(unescape_ooxml(description_of(shape.element)))
        if has_words(alt) and not _GENERATED_ALT.fullmatch(alt) and alt != " ".join(b.text for b in texts):
            yield self._block(shape, alt, BlockKind.ALT, "alt text")

    def _block(self, shape: Shape, text: str, kind: BlockKind, *steps: str) -> Block:
        marks = self._marks | self._place_marks(shape)
        return Block(text, kind, Location((self._step, *shape.names, *steps)), marks=marks)

    def _place_marks(self, shape: Shape) -> frozenset[Mark]:
        marks = {Mark.HIDDEN} if shape.is_hidden else set[Mark]()
        box, (width, height) = shape.box, self._size
        if box and (box.right <= 0 or box.bottom <= 0 or box.left >= width or box.top >= height):
            marks.add(Mark.OFF_SLIDE)
        return frozenset(marks)

    def _text_blocks(self, shape: Shape) -> Iterator[Block]:
        body = shape.element.find(f"{P}txBody")
        if body is None:
            return
        bases = self._list_styles(shape)
        fixed = _KINDS.get(shape.placeholder)
        blocks = [
            self._block(shape, text, fixed or _paragraph_kind(paragraph, bases), f"¶{number}")
            for number, paragraph, text in paragraphs_of(body)
        ]
        if shape.placeholder == "sldNum":
            blocks = [block for block in blocks if any(map(str.isalpha, block.text))]
        yield from join_paragraphs(blocks)

    def _list_styles(self, shape: Shape) -> tuple[etree._Element, ...]:
        """Where the bullets of a shape may be defined, nearest first; the master's body style is last."""
        owners = (shape.element, *self._layout.bases(shape.element))
        styles = [owner.find(f"./{P}txBody/{A}lstStyle") for owner in owners]
        if shape.placeholder in {"body", "obj"} and self._layout.master is not None:
            styles.append(self._layout.master.find(f"./{P}txStyles/{P}bodyStyle"))
        return tuple(style for style in styles if style is not None)

    def _note_picture(self, shape: Shape) -> None:
        media = shape.element.find(f".//{A}videoFile"), shape.element.find(f".//{A}audioFile")
        if any(node is not None for node in media):
            kind = "video" if media[0] is not None else "audio"
            self._skip(shape.names[-1], f"the {kind} was not read; check what is said in it by ear")
            return
        alt = clean(description_of(shape.element))
        decorative = any(node.get("val") == "1" for node in shape.element.iter(_DECORATIVE))
        self._bare_pictures += not decorative and (not has_words(alt) or bool(_GENERATED_ALT.fullmatch(alt)))

    def _frame_blocks(self, shape: Shape) -> Iterator[Block]:
        data = shape.element.find(f"./{A}graphic/{A}graphicData")
        uri = data.get("uri", "") if data is not None else ""
        if uri.endswith("/table"):
            yield from self._table(shape, data.find(f"{A}tbl"))
        elif uri.endswith(_CHARTS):
            root = parse(self._part.related_part(_relation(data)).blob)
            for step, text in chart_readings(root):
                yield self._block(shape, text, BlockKind.CHART, step)
        elif uri.endswith("/diagram"):
            yield from self._diagram(shape, data)
        elif uri.endswith("/ole"):
            program = next(
                (node.get("progId") for node in data.iter(f"{P}oleObj") if node.get("progId")), "object"
            )
            reason = f"the embedded {program} was not read; paste its text as a table or check it by eye"
            self._skip(shape.names[-1], reason)
        else:
            self._skip(shape.names[-1], "a graphic of unknown kind was not read; check it by eye")

    def _table(self, shape: Shape, table: etree._Element) -> Iterator[Block]:
        rows = tuple(tuple(map(_cell, row.iter(f"{A}tc"))) for row in table.iter(f"{A}tr"))
        properties = table.find(f"{A}tblPr")
        has_header = properties is not None and properties.get("firstRow") in {"1", "true"}
        marks = self._marks | self._place_marks(shape)
        yield from Table(rows, has_header, (self._step, *shape.names), marks=marks).blocks()

    def _diagram(self, shape: Shape, data: etree._Element) -> Iterator[Block]:
        root = parse(self._part.related_part(_relation(data, "dm")).blob)
        for number, (depth, text) in enumerate(diagram_texts(root), start=1):
            kind = BlockKind.BULLET if depth > 1 else BlockKind.BODY
            yield self._block(shape, text, kind, f"item {number}")

    def _notes(self) -> Iterator[Block]:
        for part in relations(self._part, "/notesSlide"):
            number = 0
            for shape in parse(part.blob).iter(f"{P}sp"):  # type: ignore[attr-defined]
                mark = shape.find(f"./*/{P}nvPr/{P}ph")
                body = shape.find(f"{P}txBody")
                if body is None or (
                    mark is not None and mark.get("type") in {"sldImg", "sldNum", "dt", "ftr", "hdr"}
                ):
                    continue
                for _, _, text in paragraphs_of(body):
                    number += 1
                    yield self._aside(text, BlockKind.NOTES, "notes", f"¶{number}")

    def _comments(self) -> Iterator[Block]:
        """Comments of both generations: p:cm with p:text, and threads with text bodies."""
        number = 0
        for part in relations(self._part, "/comments"):
            for node in parse(part.blob).iter(f"{P}text", f"{_COMMENTS}txBody"):  # type: ignore[attr-defined]
                texts = (
                    [clean(node.text or "")]
                    if node.tag == f"{P}text"
                    else [t for _, _, t in paragraphs_of(node)]
                )
                for text in filter(has_words, texts):
                    number += 1
                    yield self._aside(text, BlockKind.COMMENT, "comments", f"comment {number}")

    def _aside(self, text: str, kind: BlockKind, *steps: str) -> Block:
        return Block(text, kind, Location((self._step, *steps)), marks=self._marks)


def _layout_of(part: SlidePart) -> Layout:
    try:
        layout = part.slide_layout
        return Layout(layout._element, layout.slide_master._element)
    except (KeyError, AttributeError, ValueError):  # a slide without its layout still has its own text
        return Layout(None, None)


def _paragraph_kind(paragraph: etree._Element, bases: tuple[etree._Element, ...]) -> BlockKind:
    return BlockKind.BULLET if is_bullet(paragraph, bases) else BlockKind.BODY


def _cell(cell: etree._Element) -> Cell:
    return tuple(text for _, _, text in paragraphs_of(cell))


def _relation(data: etree._Element, name: str = "id") -> str:
    """The relationship that a graphic's data names with r:id, r:dm and the like."""
    for node in data.iter():
        if node.get(f"{R}{name}"):
            return str(node.get(f"{R}{name}"))
    raise KeyError(f"r:{name}")
