"""PDF files: words to paragraphs by the layout of the whole document, and what a page hides from us."""

from __future__ import annotations

import re
import time
from collections import Counter
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.extract.pdf.annotations import metadata_blocks
from msglint.extract.pdf.content import UNMAPPED
from msglint.extract.pdf.file import PdfFile
from msglint.extract.pdf.furniture import find_furniture, pattern_of
from msglint.extract.pdf.layout import Line, body_size, groups_of, in_reading_order, lines_of
from msglint.extract.pdf.numbers import join_numbers
from msglint.extract.pdf.paragraphs import Paragraph, join_text, paragraphs_of, vocabulary
from msglint.extract.pdf.reading import PageReading, page_reading
from msglint.extract.pdf.roles import role_of
from msglint.extract.repair import clean, has_words
from msglint.extract.tables import Cell, Table
from msglint.model import Block, BlockKind, Document, Location, Mark, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from msglint.extract.pdf.content import Rectangle
    from msglint.extract.pdf.words import Word

_VALUE = re.compile(r"\W*\d")
_MOST_NAMED = 50
_MOST_SECONDS = 45  # of processor for the pages' glyphs, half of what reading a file may take
_TINY = 6.0  # points, as in decks
_GARBLED = (
    "uses a font that does not say which characters it draws; export the PDF again or check the original"
)


def read_pdf(data: bytes, name: str) -> Document:
    """All text of a PDF, page by page. Raises `UnreadableError` where it cannot be opened at all."""
    with closing(PdfFile(data)) as file:
        pages = list(_readings(file))
        metadata = metadata_blocks(file.properties())
        missing = len(file) - len(pages)
        attached = file.attached()
    reader = _DocumentReader(pages, name)
    blocks = reader.read()
    skipped = [*reader.skipped, *_unread(name, len(pages), missing), *_attached(name, attached)]
    return Document("application/pdf", (*blocks, *metadata) if blocks else (), tuple(skipped))


def _readings(file: PdfFile) -> Iterator[PageReading]:
    """Pages as long as there is time to make something of them: a part of a report is better than none."""
    started = time.process_time()
    for page in file.pages():
        yield page_reading(page)
        if time.process_time() - started > _MOST_SECONDS:
            return


def _unread(asset: str, pages: int, missing: int) -> list[Skipped]:
    if not missing:
        return []
    reason = f"{missing:,} of {pages + missing:,} pages were not read: the file is too long, or they are "
    reason += "missing from it; split it or export it again"
    return [Skipped(asset, f"pages from {pages + 1}", reason, missing)]


def _attached(asset: str, names: Sequence[str]) -> Iterator[Skipped]:
    for name in names[:_MOST_NAMED]:
        region = f"attached file {name}".strip()
        yield Skipped(asset, region, "was not read; save it to a file of its own and check that")
    if len(names) > _MOST_NAMED:
        more = f"{len(names) - _MOST_NAMED:,} more"
        yield Skipped(asset, "attached files", f"{more} were not read; save them to files and check those")


class _DocumentReader:
    """Turns the pages into blocks, now that fonts, repeated lines and words of the whole are known."""

    def __init__(self, pages: Sequence[PageReading], asset: str) -> None:
        self._pages = pages
        self._asset = asset
        lines = [line for page in pages for line in page.lines]
        self._furniture = find_furniture([(page.height, page.lines) for page in pages])
        flow = [line for line in lines if id(line) not in self._furniture]
        in_cells = [word for page in pages for word in page.table_words]
        self._body_size = body_size([*(word for line in flow or lines for word in line.words), *in_cells])
        self._pictures = Counter(tuple(map(round, box)) for page in pages for box in page.pictures)
        self._words = vocabulary(lines)
        self._seen_furniture: set[str] = set()
        self._heading = ""
        self._garbled = 0
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
        self.skipped += [Skipped(self._asset, page.step, problem) for problem in page.problems]
        self.skipped += self._unread_pictures(page)
        flow = [line for line in page.lines if id(line) not in self._furniture]
        self._garbled, number = 0, 0
        for paragraph in self._readable(flow, *page.turned):
            if has_words(paragraph.text):
                number += 1
                yield self._block(page, paragraph, number), paragraph
        aside = [*self._tables(page), *self._aside(page)]
        if self._garbled:
            passages = "1 passage" if self._garbled == 1 else f"{self._garbled} passages"
            reason = f"{passages if number or aside else 'the text'} could not be read: the PDF {_GARBLED}"
            self.skipped.append(Skipped(self._asset, page.step, reason, self._garbled))
        for block in aside:
            yield block, None

    def _readable(self, *flows: Sequence[Line]) -> Iterator[Paragraph]:
        """The paragraphs that can be read; the others are counted."""
        for paragraph in self._paragraphs(*flows):
            if paragraph.is_garbled:
                self._garbled += 1
            else:
                yield paragraph

    def _unread_pictures(self, page: PageReading) -> Iterator[Skipped]:
        """Names a page's pictures beside text, but for those that stand on most pages as decoration."""
        unread = sum(self._is_unread(box) for box in page.pictures) if page.lines or page.tables else 0
        if unread:
            which, them = ("1 picture was", "it") if unread == 1 else (f"{unread} pictures were", "them")
            reason = f"{which} not read; check words and numbers in {them} by eye"
            yield Skipped(self._asset, page.step, reason, unread)

    def _is_unread(self, box: Rectangle) -> bool:
        pages = self._pictures[tuple(map(round, box))]
        return pages < 2 or pages * 2 < len(self._pages)

    def _paragraphs(self, *flows: Sequence[Line]) -> Iterator[Paragraph]:
        for lines in flows:
            groups = in_reading_order(groups_of(lines))
            yield from join_numbers([each for group in groups for each in paragraphs_of(group, self._words)])

    def _block(self, page: PageReading, paragraph: Paragraph, number: int) -> Block:
        x0, top, x1, bottom = paragraph.box
        place = f"{x0:.0f},{top:.0f}–{x1:.0f},{bottom:.0f}"
        kind = role_of(paragraph, self._body_size, page.pictures)
        marks = frozenset({Mark.TINY}) if paragraph.size < _TINY else frozenset[Mark]()
        return Block(paragraph.text, kind, Location((page.step, f"¶{number}", place)), marks=marks)

    def _tables(self, page: PageReading) -> Iterator[Block]:
        for number, table in enumerate(page.tables, start=1):
            rows = tuple(tuple(self._cell(cell) for cell in row) for row in table.rows)
            names = [text for cell in rows[0] for text in cell or ()]
            has_header = all(rows[0]) and not any(_VALUE.match(name) for name in names)
            yield from Table(rows, has_header, (page.step, f"Table {number}")).blocks()

    def _cell(self, words: Sequence[Word] | None) -> Cell | None:
        if words is None:
            return None
        return tuple(each.text for each in self._readable(lines_of(words)) if has_words(each.text))

    def _aside(self, page: PageReading) -> Iterator[Block]:
        if has_words(page.slanted) and not self._is_garbled(page.slanted):
            yield Block(clean(page.slanted), BlockKind.BODY, Location((page.step, "slanted text")))
        for line in page.lines:
            kind = self._furniture.get(id(line))
            pattern = pattern_of(line.text)
            if not kind or pattern in self._seen_furniture or not any(map(str.isalpha, line.text)):
                continue
            self._seen_furniture.add(pattern)
            if not self._is_garbled(line.text):
                yield Block(clean(line.text), kind, Location((page.step, kind.value)))
        yield from page.notes

    def _is_garbled(self, text: str) -> bool:
        is_garbled = UNMAPPED in text
        self._garbled += is_garbled
        return is_garbled

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
    open_end = last.text[-1:].isalnum() or last.text[-1:] in ",-‐–"
    return same_font and open_end and paragraph.text[:1].islower() and len(previous.text) > 40
