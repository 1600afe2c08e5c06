"""One page of a PDF before the whole document is known: lines, tables, notes, and what it hides from us."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msglint.extract.pdf.aligned import aligned_tables
from msglint.extract.pdf.annotations import annotation_blocks
from msglint.extract.pdf.layout import Line, lines_of
from msglint.extract.pdf.pictures import pictures_of
from msglint.extract.pdf.tables import PlacedTable, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from msglint.extract.pdf.content import PageContent, Rectangle
    from msglint.extract.pdf.file import PageText
    from msglint.extract.pdf.words import PageWords, Word
    from msglint.model import Block

_MOST_PLAIN_DRAWINGS = 50  # paths of a page that is empty but for rules and frames


@dataclass(frozen=True, slots=True)
class PageReading:
    """One page before the whole document is known: its lines in every direction, tables and notes."""

    number: int
    height: float
    lines: tuple[Line, ...] = ()
    turned: tuple[tuple[Line, ...], ...] = ()
    slanted: str = ""
    tables: tuple[PlacedTable, ...] = ()
    notes: tuple[Block, ...] = ()
    pictures: tuple[Rectangle, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def step(self) -> str:
        return f"page {self.number}"

    @property
    def table_words(self) -> Iterator[Word]:
        """The words in the cells of its tables."""
        for table in self.tables:
            for row in table.rows:
                for cell in row:
                    yield from cell or ()


def page_reading(page: PageText) -> PageReading:
    """Lines, tables and notes of one page, and what of it could not be read."""
    content, words = page.content, page.words
    if content is None:
        return PageReading(page.number, 0.0, problems=(page.problem,))
    ruled = tables_of(content.edges, words.upright)
    inside = {id(word) for table in ruled for row in table.rows for cell in row for word in cell or ()}
    lines = lines_of(word for word in words.upright if id(word) not in inside)
    aligned, lines = aligned_tables(lines)
    return PageReading(
        page.number,
        content.height,
        tuple(lines),
        tuple(tuple(lines_of(turned)) for turned in words.turned),
        words.slanted,
        tuple(sorted((*ruled, *aligned), key=lambda table: table.box[1])),
        tuple(annotation_blocks(content.annotations, f"page {page.number}")),
        tuple(pictures_of(content, words.upright)),
        tuple(_problems(content, words)),
    )


def _problems(content: PageContent, words: PageWords) -> Iterator[str]:
    if content.outside:
        yield "holds text outside the visible page, which was not read; check the page's crop box"
    if content.unread:
        yield f"holds {content.unread:,} more characters than are read of a page; check it by eye"
    if content.undrawn:
        yield f"holds {content.undrawn:,} stamps, notes or fields that were not read; check them by eye"
    files = [each.text or "without a name" for each in content.annotations if each.kind == "file"]
    if files:
        yield f"holds attached files that were not read ({', '.join(files)}); save them and check those"
    if words:
        return
    if content.pictures:
        yield "holds a picture without text; run OCR and check again"
    elif content.drawings > _MOST_PLAIN_DRAWINGS:
        yield "holds drawings without text (words turned into outlines?); run OCR or check the original"
