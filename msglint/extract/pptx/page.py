"""A page of shapes (slide, notes page, layout, master): every text on it, and what could not be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from msglint.extract.pptx.drawing import described_texts
from msglint.extract.pptx.graphics import chart_texts, smartart_texts
from msglint.extract.pptx.join import Piece, join_paragraphs
from msglint.extract.pptx.object import object_reason
from msglint.extract.pptx.package import A, P, R
from msglint.extract.pptx.shapes import Layout, Shape, is_ink, shapes_of
from msglint.extract.pptx.table import table_blocks
from msglint.extract.pptx.text import is_page_number, paragraphs_of
from msglint.extract.repair import clean, has_words, is_generated_alt, unescape_ooxml
from msglint.model import Block, BlockKind, Location, Mark, Skipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

    from msglint.extract.pptx.look import Look
    from msglint.extract.pptx.parts import Part

_MOST_SHAPES = 20_000
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_CHARTS = ("/chart", "/chartex")
_HYPERLINKS = tuple(f"{A}{name}" for name in ("hlinkClick", "hlinkHover", "hlinkMouseOver"))
_NO_MARKS: frozenset[Mark] = frozenset()


@dataclass(frozen=True, slots=True)
class Page:
    """What a page is read with. `kind` gives the kind of a shape's text, None to tell bullets from body text.

    `steps` open the location of all its blocks; `look` is None where looks say nothing, `size` (EMU) where
    nothing can lie beside the page.
    """

    part: Part
    root: etree._Element
    asset: str
    steps: tuple[str, ...]
    kind: Callable[[Shape], BlockKind | None]
    layout: Layout
    look: Look | None = None
    size: tuple[int, int] | None = None
    marks: frozenset[Mark] = _NO_MARKS


class PageReader:
    """Reads the shapes of one page; one that fails becomes a `Skipped` and the others stay."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.skipped: list[Skipped] = []
        self.bare_pictures = 0

    def pieces(self, is_read: Callable[[Shape], bool] = lambda _: True) -> list[Piece]:
        """The shapes that hold text, in reading order, each with its blocks."""
        tree = self._page.root.find(f"./{P}cSld/{P}spTree")
        shapes = iter(()) if tree is None else shapes_of(tree, self._page.layout)
        pieces = [self._piece(shape) for shape in islice(shapes, _MOST_SHAPES) if is_read(shape)]
        rest = sum(1 for _ in shapes)
        if rest:
            why = "were not read: no slide has so many; split it or export it to PDF"
            self.skip("", f"{rest:,} shapes {why}", rest)
        if tree is not None:
            self._note_background(tree)
        return [piece for piece in pieces if piece.blocks]

    def guarded(self, region: str, read: Callable[[], Iterator[Block]]) -> list[Block]:
        """What `read` yields, up to where it fails."""
        blocks: list[Block] = []
        try:
            blocks.extend(read())
        except Exception as error:  # the boundary of one shape: whatever is wrong in it, the rest is read
            self.skip(region, f"could not be read ({type(error).__name__}); check it by eye")
        return blocks

    def skip(self, region: str, reason: str, count: int = 1) -> None:
        steps = (*self._page.steps, region) if region else self._page.steps
        self.skipped.append(Skipped(self._page.asset, " › ".join(steps), reason, count))

    def _piece(self, shape: Shape) -> Piece:
        return Piece(shape, tuple(self.guarded(shape.names[-1], lambda: self._shape_blocks(shape))))

    def _shape_blocks(self, shape: Shape) -> Iterator[Block]:
        tag = shape.element.tag
        texts: list[Block] = []
        if tag == f"{P}graphicFrame":
            yield from self._frame_blocks(shape)
        elif tag == f"{P}pic" or is_ink(shape):
            self._note_picture(shape)
        elif tag != f"{P}grpSp":
            texts = list(self._text_blocks(shape))
            yield from texts
            self._note_fill(shape)
        yield from self._asides(shape, " ".join(block.text for block in texts))

    def _block(self, shape: Shape, text: str, kind: BlockKind, *steps: str, marks: frozenset[Mark]) -> Block:
        return Block(text, kind, Location((*self._page.steps, *shape.names, *steps)), marks=marks)

    def _place_marks(self, shape: Shape) -> frozenset[Mark]:
        marks = self._page.marks
        if shape.is_hidden:
            marks |= {Mark.HIDDEN}
        if shape.box and self._page.size:
            box, (width, height) = shape.box, self._page.size
            if box.right <= 0 or box.bottom <= 0 or box.left >= width or box.top >= height:
                marks |= {Mark.OFF_SLIDE}
        return marks

    def _text_blocks(self, shape: Shape) -> Iterator[Block]:
        body = next(shape.element.iterchildren("{*}txBody"), None)
        if body is None:
            body = shape.element  # a shape of a kind that is not known yet
        look = self._page.look.of(shape, body) if self._page.look else None
        fixed, place = self._page.kind(shape), self._place_marks(shape)
        blocks = []
        for number, paragraph, text in paragraphs_of(body):
            if text.isdecimal() and is_page_number(paragraph):
                continue
            is_bullet = fixed is None and look is not None and look.is_bullet(paragraph)
            kind = fixed or (BlockKind.BULLET if is_bullet else BlockKind.BODY)
            marks = place | look.marks(paragraph) if look else place
            blocks.append(self._block(shape, text, kind, f"¶{number}", marks=marks))
        if shape.placeholder == "sldNum":
            blocks = [block for block in blocks if any(map(str.isalpha, block.text))]
        yield from join_paragraphs(blocks)

    def _asides(self, shape: Shape, said: str) -> Iterator[Block]:
        """Alternative texts, tooltips and addresses of a shape, unless its text already says them."""
        seen = {said}
        for kind, step, text in self._descriptions(shape):
            if has_words(text) and text not in seen and not (kind is BlockKind.LINK and _bare(text) in said):
                seen.add(text)
                yield self._block(shape, text, kind, step, marks=self._place_marks(shape))

    def _descriptions(self, shape: Shape) -> Iterator[tuple[BlockKind, str, str]]:
        for identity in (shape.identity, *_inner_identities(shape)):
            for key in ("descr", "title") if identity is not None else ():
                text = clean(unescape_ooxml(identity.get(key, "")))
                if text and not is_generated_alt(text):
                    yield BlockKind.ALT, "alt text", text
        owner = shape.identity if shape.is_group else shape.element
        for link in () if owner is None else owner.iter(*_HYPERLINKS):
            yield BlockKind.ALT, "tooltip", clean(unescape_ooxml(link.get("tooltip", "")))
            yield BlockKind.LINK, "link", clean(self._targets.get(link.get(f"{R}id", ""), ""))

    @cached_property
    def _targets(self) -> dict[str, str]:
        relations = self._page.part.relations
        return {key: relation.target for key, relation in relations.items() if relation.is_external}

    def _note_picture(self, shape: Shape) -> None:
        for kind in ("video", "audio"):
            if next(shape.element.iter(f"{A}{kind}File"), None) is not None:
                self.skip(shape.names[-1], f"the {kind} was not read; check what is said in it by ear")
                return
        if _is_described(shape):
            return
        if is_ink(shape):
            self.skip(shape.names[-1], "the ink drawing was not read; check by eye what is written in it")
        else:
            self.bare_pictures += 1

    def _note_fill(self, shape: Shape) -> None:
        """A picture can also fill a shape; one that is tiled is a texture."""
        for properties in shape.element.iterchildren(f"{P}spPr"):
            for fill in properties.iterchildren(f"{A}blipFill"):
                is_whole = next(fill.iterchildren(f"{A}tile"), None) is None
                self.bare_pictures += is_whole and not _is_described(shape)

    def _note_background(self, tree: etree._Element) -> None:
        for background in tree.itersiblings(f"{P}bg", preceding=True):
            for fill in background.iter(f"{A}blipFill"):
                self.bare_pictures += next(fill.iterchildren(f"{A}tile"), None) is None

    def controls(self) -> Iterator[Block]:
        """Form controls are named; the pictures that stand for them can have an alternative text."""
        seen: set[str] = set()
        for control in self._page.root.iterfind(f"./{P}cSld//{P}control"):
            name = control.get("name", "") or "control"
            if name in seen:  # each stands there twice, for newer and for older programs
                continue
            seen.add(name)
            self.skip(name, "the form control was not read; check by eye what it says")
            for text in described_texts(control):
                yield Block(
                    text, BlockKind.ALT, Location((*self._page.steps, name, "alt text")), "", self._page.marks
                )

    def _frame_blocks(self, shape: Shape) -> Iterator[Block]:
        data = next(shape.element.iter(f"{A}graphicData"), None)
        uri = "" if data is None else data.get("uri", "")
        marks = self._place_marks(shape)
        if data is not None and uri.endswith("/table"):
            for table in data.iterchildren(f"{A}tbl"):
                yield from table_blocks(table, (*self._page.steps, *shape.names), marks, self._page.look)
        elif uri.endswith("/ole"):
            self.skip(shape.names[-1], object_reason(data, self._targets))
        elif uri.endswith(("/diagram", *_CHARTS)):
            read = smartart_texts if uri.endswith("/diagram") else chart_texts
            for kind, step, text in read(self._page.part, data):
                yield self._block(shape, text, kind, step, marks=marks)
        else:
            self.skip(shape.names[-1], "a graphic of unknown kind was not read; check it by eye")


def picture_reason(count: int) -> str:
    """Why `count` pictures were not read."""
    pictures = "1 picture without alt text was" if count == 1 else f"{count} pictures without alt text were"
    return f"{pictures} not read; add alt text where a picture carries words"


def _inner_identities(shape: Shape) -> Iterator[etree._Element]:
    """The identities of pictures inside a shape: the icon of an embedded object, a formula's picture."""
    if shape.element.tag == f"{P}graphicFrame":
        yield from shape.element.iter(f"{P}cNvPr")


def _is_described(shape: Shape) -> bool:
    """Whether a picture has an alternative text that a person wrote, or is only decoration."""
    if shape.identity is None:
        return False
    texts = (clean(shape.identity.get(key, "")) for key in ("descr", "title"))
    if any(has_words(text) and not is_generated_alt(text) for text in texts):
        return True
    return any(node.get("val") == "1" for node in shape.identity.iter(_DECORATIVE))


def _bare(address: str) -> str:
    return re.sub(r"^(?:https?://|mailto:)", "", address).rstrip("/")
