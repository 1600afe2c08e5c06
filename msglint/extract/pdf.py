"""PDF files: words to paragraphs by the layout of the whole document, and what a page hides from us."""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from msglint.errors import UnreadableError
from msglint.extract.pdf_annotations import annotation_blocks, metadata_blocks
from msglint.extract.pdf_furniture import find_furniture, pattern_of
from msglint.extract.pdf_layout import Line, body_size, groups_of, in_reading_order, lines_of
from msglint.extract.pdf_paragraphs import Paragraph, join_text, paragraphs_of, vocabulary
from msglint.extract.pdf_tables import RuledTable, tables_of
from msglint.extract.pdf_words import Word, words_of
from msglint.extract.repair import clean, has_words
from msglint.extract.tables import Cell, Table
from msglint.model import Block, BlockKind, Document, Location, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pdfplumber.page import Page

_TITLE_FACTOR = 1.2  # a heading's font against that of running text
_LONGEST_TITLE = 200
_DAMAGED = "is damaged or cut off and cannot be opened; export or download it again"
_GARBLED = (
    "uses a font that does not say which characters it draws; export the PDF again or check the original"
)

# pdfminer reports every oddity of a font on stderr; what matters of it is in the document's `skipped`.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class PageReading:
    """One page before the whole document is known: its lines in every direction, tables and notes."""

    number: int
    height: float
    lines: tuple[Line, ...]
    turned: tuple[tuple[Line, ...], ...] = ()
    slanted: str = ""
    tables: tuple[RuledTable, ...] = ()
    notes: tuple[Block, ...] = ()
    problem: str = ""

    @property
    def step(self) -> str:
        return f"page {self.number}"


def read_pdf(data: bytes, name: str) -> Document:
    """All text of a PDF, page by page. Raises `UnreadableError` where it cannot be opened at all."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            pages = [_read_page(page) for page in pdf.pages]
            metadata = metadata_blocks(pdf.metadata)
    except (PdfminerException, MalformedPDFException) as error:
        raise UnreadableError(_reason(error)) from error
    if not pages:
        raise UnreadableError(_DAMAGED)
    reader = _DocumentReader(pages, name)
    blocks = reader.read()
    return Document("application/pdf", (*blocks, *metadata) if blocks else (), tuple(reader.skipped))


def _reason(error: Exception) -> str:
    cause = error.args[0] if error.args else None
    if isinstance(cause, PDFPasswordIncorrect):
        return "is protected by a password; save a copy without the password and check that"
    if isinstance(cause, PDFEncryptionError):
        return "is encrypted in a way that cannot be read; save a copy without protection and check that"
    return _DAMAGED


def _read_page(page: Page) -> PageReading:
    try:
        return _page_reading(page)
    except Exception as error:  # the boundary of one page: the others are read whatever is wrong in it
        problem = f"could not be read ({type(error).__name__}); check it by eye or export the PDF again"
        return PageReading(page.page_number, 0.0, (), problem=problem)
    finally:
        page.close()


def _page_reading(page: Page) -> PageReading:
    words = words_of(page)
    tables = tables_of(page, words.upright)
    in_tables = {id(word) for table in tables for row in table.rows for cell in row for word in cell or ()}
    free = [word for word in words.upright if id(word) not in in_tables]
    notes = tuple(annotation_blocks(page))
    problem = "" if words.upright or words.turned or words.slanted or notes else _why_empty(page)
    return PageReading(
        page.page_number, float(page.height), tuple(lines_of(free)),
        tuple(tuple(lines_of(turned)) for turned in words.turned), words.slanted, tuple(tables),
        notes, problem,
    )  # fmt: skip


def _why_empty(page: Page) -> str:
    if page.images:
        return "holds a picture without text; run OCR and check again"
    if len(page.curves) + len(page.rects) > 50:
        return "holds drawings without text (words turned into outlines?); run OCR or check the original"
    return ""


class _DocumentReader:
    """Turns the pages into blocks, now that fonts, repeated lines and words of the whole are known."""

    def __init__(self, pages: Sequence[PageReading], asset: str) -> None:
        self._pages = pages
        self._asset = asset
        lines = [line for page in pages for line in page.lines]
        in_cells = [word for page in pages for word in _table_words(page)]
        self._body_size = body_size([*(word for line in lines for word in line.words), *in_cells])
        self._furniture = find_furniture([(page.height, page.lines) for page in pages])
        self._words = vocabulary(lines)
        self._seen_furniture: set[str] = set()
        self._heading = ""
        self.skipped: list[Skipped] = []

    def read(self) -> list[Block]:
        blocks: list[tuple[Block, Paragraph | None]] = []
        for page in self._pages:
            for block, paragraph in self._page(page):
                previous = _last_running(blocks) if paragraph else None
                if paragraph and previous is not None and _continues(blocks[previous], block, paragraph):
                    before = blocks[previous][0]
                    text = clean(join_text(before.text, block.text, self._words))
                    blocks[previous] = (replace(before, text=text), paragraph)
                else:
                    blocks.append((block, paragraph))
        return self._under_headings([block for block, _ in blocks])

    def _page(self, page: PageReading) -> Iterator[tuple[Block, Paragraph | None]]:
        if page.problem:
            self.skipped.append(Skipped(self._asset, page.step, page.problem))
        flow = [line for line in page.lines if id(line) not in self._furniture]
        garbled, number = 0, 0
        for paragraph in self._paragraphs(flow, *page.turned):
            if paragraph.is_garbled:
                garbled += 1
            elif has_words(paragraph.text):
                number += 1
                yield self._block(page, paragraph, number), paragraph
        if garbled:
            passages = "the text" if not number else "1 passage" if garbled == 1 else f"{garbled} passages"
            self.skipped.append(
                Skipped(self._asset, page.step, f"{passages} could not be read: the PDF {_GARBLED}")
            )
        for block in (*self._tables(page), *self._aside(page)):
            yield block, None

    def _paragraphs(self, *flows: Sequence[Line]) -> Iterator[Paragraph]:
        for lines in flows:
            for group in in_reading_order(groups_of(lines)):
                yield from paragraphs_of(group, self._words)

    def _block(self, page: PageReading, paragraph: Paragraph, number: int) -> Block:
        x0, top, x1, bottom = paragraph.box
        place = f"{x0:.0f},{top:.0f}–{x1:.0f},{bottom:.0f}"
        return Block(paragraph.text, self._kind(paragraph), Location((page.step, f"¶{number}", place)))

    def _kind(self, paragraph: Paragraph) -> BlockKind:
        large = paragraph.size >= self._body_size * _TITLE_FACTOR
        if large and len(paragraph.text) <= _LONGEST_TITLE and not paragraph.is_bullet:
            return BlockKind.TITLE
        return BlockKind.BULLET if paragraph.is_bullet else BlockKind.BODY

    def _tables(self, page: PageReading) -> Iterator[Block]:
        for number, table in enumerate(page.tables, start=1):
            rows = tuple(tuple(self._cell(cell) for cell in row) for row in table.rows)
            has_header = all(rows[0]) and not any(text[:1].isdigit() for cell in rows[0] for text in cell)
            yield from Table(rows, has_header, (page.step, f"Table {number}")).blocks()

    def _cell(self, words: Sequence[Word] | None) -> Cell:
        paragraphs = self._paragraphs(lines_of(words or ()))
        return tuple(each.text for each in paragraphs if has_words(each.text) and not each.is_garbled)

    def _aside(self, page: PageReading) -> Iterator[Block]:
        if has_words(page.slanted):
            yield Block(clean(page.slanted), BlockKind.BODY, Location((page.step, "slanted text")))
        for line in page.lines:
            kind = self._furniture.get(id(line))
            pattern = pattern_of(line.text)
            if kind and pattern not in self._seen_furniture and any(map(str.isalpha, line.text)):
                self._seen_furniture.add(pattern)
                yield Block(clean(line.text), kind, Location((page.step, kind.value)))
        yield from page.notes

    def _under_headings(self, blocks: Sequence[Block]) -> list[Block]:
        headed = []
        for block in blocks:
            headed.append(block if block.heading or block.kind is BlockKind.TITLE else self._headed(block))
            if block.kind is BlockKind.TITLE:
                self._heading = block.text
        return headed

    def _headed(self, block: Block) -> Block:
        in_flow = block.kind not in {BlockKind.HEADER, BlockKind.FOOTER}
        return replace(block, heading=self._heading) if in_flow else block


def _table_words(page: PageReading) -> Iterator[Word]:
    for table in page.tables:
        for row in table.rows:
            for cell in row:
                yield from cell or ()


def _last_running(blocks: Sequence[tuple[Block, Paragraph | None]]) -> int | None:
    """The last block of running text, over the footers and headers between two pages."""
    for index in range(len(blocks) - 1, max(-1, len(blocks) - 8), -1):
        block, paragraph = blocks[index]
        if paragraph is not None:
            return index
        if block.kind not in {BlockKind.HEADER, BlockKind.FOOTER}:
            return None
    return None


def _continues(before: tuple[Block, Paragraph | None], block: Block, paragraph: Paragraph) -> bool:
    """Whether a paragraph goes on in the next column or page: no end of sentence, then a small letter."""
    last, previous = before
    if (
        previous is None
        or paragraph.is_bullet
        or block.kind is BlockKind.TITLE
        or last.kind is BlockKind.TITLE
    ):
        return False
    same_font = abs(previous.size - paragraph.size) <= 0.05 * previous.size
    open_end = last.text[-1:].isalnum() or last.text[-1:] in ",-–"
    return same_font and open_end and paragraph.text[:1].islower() and len(previous.text) > 40
