"""A PDF file as pages of words: read through pdfium, and through pdfplumber where that reads them better."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pypdfium2
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from msglint.errors import UnreadableError
from msglint.extract.pdf.annotations import PROPERTIES
from msglint.extract.pdf.content import UNMAPPED, PageContent
from msglint.extract.pdf.fields import annotations_of, attached_files, draw_on
from msglint.extract.pdf.glyphs import GlyphReader, View
from msglint.extract.pdf.paragraphs import repair_ligatures
from msglint.extract.pdf.plumber import open_plumber, plumber_content, properties_of
from msglint.extract.pdf.quality import GOOD, quality_of
from msglint.extract.pdf.rules import add_drawings
from msglint.extract.pdf.words import PageWords, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdfplumber.pdf import PDF

MOST_PAGES = 5000
_MOST_FAILURES = 10  # pages in a row that cannot be loaded; files that lie about their pages have no end
_MOST_REREAD = 30_000  # glyphs; pdfplumber takes a minute for a page of a million
_MISSING = "is listed and missing from the file; export or download it again"
_DAMAGED = "is damaged or cut off and cannot be opened; export or download it again"


@dataclass(frozen=True, slots=True)
class PageText:
    """One page with its words, or why it could not be read."""

    number: int
    content: PageContent | None
    words: PageWords
    problem: str = ""


class PdfFile:
    """An open PDF. Raises `UnreadableError` on opening where neither library can open it."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._plumber: PDF | None = None
        self._glyphs = GlyphReader()
        self._pdfium = _open_pdfium(data)
        if self._pdfium is None and not self._slow().pages:
            raise UnreadableError(_DAMAGED)

    def __len__(self) -> int:
        return len(self._pdfium) if self._pdfium is not None else len(self._slow().pages)

    def close(self) -> None:
        """Give back what both libraries hold."""
        if self._plumber is not None:
            self._plumber.close()
        if self._pdfium is not None:
            self._pdfium.close()

    def properties(self) -> dict[str, str]:
        """Title, subject and keywords, "" where there is none."""
        if self._pdfium is None:
            return properties_of(self._slow())
        return {key: self._pdfium.get_metadata_value(key) for key in PROPERTIES}

    def attached(self) -> list[str]:
        """The names of the files that are attached to the whole file."""
        return attached_files(self._pdfium) if self._pdfium is not None else []

    def pages(self) -> Iterator[PageText]:
        """Every page in order, at most `MOST_PAGES`; ends early where page after page is missing."""
        failures = 0
        for number in range(1, min(len(self), MOST_PAGES) + 1):
            page = self._page(number)
            failures = failures + 1 if page.content is None else 0
            yield page
            if failures >= _MOST_FAILURES:
                return

    def _page(self, number: int) -> PageText:
        try:
            fast = self._fast_page(number) if self._pdfium is not None else None
        except Exception:  # whatever is wrong in the page, the other library may read it
            fast = None
        if fast is not None and not _is_doubtful(fast):
            return fast
        try:
            content = self._plumber_page(number)
            slow = PageText(number, content, words_of(content))
        except IndexError:
            return fast or PageText(number, None, PageWords(()), _MISSING)
        except Exception as error:  # the boundary of one page: the others are read whatever is wrong in it
            problem = f"could not be read ({type(error).__name__}); check it by eye or export the PDF again"
            return fast or PageText(number, None, PageWords(()), problem)
        return slow if fast is None else _better(fast, slow)

    def _fast_page(self, number: int) -> PageText:
        with closing(self._pdfium[number - 1]) as page:
            annotations = list(annotations_of(self._pdfium, page))
            undrawn = draw_on(self._pdfium, page) if annotations else 0
        with closing(self._pdfium[number - 1]) as page, closing(page.get_textpage()) as textpage:
            left, bottom, right, top = page.get_bbox()
            view = View(left, bottom, right, top, page.get_rotation() // 90)
            content = PageContent(number, *view.size)
            self._glyphs.read(textpage, view, content)
            add_drawings(page.raw, view, content)
            content.annotations, content.undrawn = annotations, undrawn
            return PageText(number, content, words_of(content))

    def _plumber_page(self, number: int) -> PageContent:
        page = self._slow().pages[number - 1]
        try:
            return plumber_content(page)
        finally:
            page.close()

    def _slow(self) -> PDF:
        """The file in pdfplumber, parsed when first needed."""
        if self._plumber is None:
            try:
                self._plumber = open_plumber(self._data)
            except (PdfminerException, MalformedPDFException) as error:
                raise UnreadableError(_reason(error)) from error
        return self._plumber


def _open_pdfium(data: bytes) -> Any:
    """The file in pdfium with its form, None where it cannot be opened or has no page."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return None
    if not len(document):
        document.close()
        return None
    document.init_forms()
    return document


def _is_doubtful(page: PageText) -> bool:
    """Whether another library should read the page too: it reads badly, or has drawings and no text."""
    if page.content is None or page.content.glyph_count > _MOST_REREAD:
        return False
    if not page.words:
        return bool(page.content.drawings) and not page.content.pictures
    return quality_of(page.words) < GOOD or _unmapped(page.words) > 0


def _better(fast: PageText, slow: PageText) -> PageText:
    """The page with clearly more in plausible words, or as much and fewer unmapped glyphs."""
    gain = _worth(slow.words) / max(1.0, _worth(fast.words))
    is_clearer = gain > 0.98 and _unmapped(slow.words) < _unmapped(fast.words)
    return slow if gain > 1.02 or is_clearer else fast


def _worth(words: PageWords) -> float:
    return quality_of(words) ** 2 * sum(len(word.text) for word in words.every)


def _unmapped(words: PageWords) -> int:
    """How many glyphs have no character and are no ligature of a common word either."""
    lost = (repair_ligatures(word.text, frozenset()) for word in words.every if UNMAPPED in word.text)
    return sum(text.count(UNMAPPED) for text in lost)


def _reason(error: Exception) -> str:
    cause = error.args[0] if error.args else None
    if isinstance(cause, PDFPasswordIncorrect):
        return "is protected by a password; save a copy without the password and check that"
    if isinstance(cause, PDFEncryptionError):
        return "is encrypted in a way that cannot be read; save a copy without protection and check that"
    return _DAMAGED
