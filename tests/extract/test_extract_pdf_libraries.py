"""Two libraries read PDFs: both give the same, and what one cannot read the other does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from msglint.extract.pdf import file as pdf_file
from msglint.extract.pdf.content import UNMAPPED

if TYPE_CHECKING:
    from collections.abc import Callable

    from msglint.model import Document

    Read = Callable[[str, bytes], Document]
    Pdf = Callable[..., bytes]

TEXT = ("Teams ship their work in half the time, and they", "do so with fewer people on call every night.")


@pytest.fixture(params=["pdfium", "pdfplumber"])
def library(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each library alone."""
    if request.param == "pdfplumber":
        monkeypatch.setattr(pdf_file, "_open_pdfium", lambda _data: None)
    else:
        monkeypatch.setattr(pdf_file, "open_plumber", _refuse)
    return str(request.param)


def _refuse(_data: bytes) -> None:
    raise AssertionError("pdfplumber is not needed for this file")


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document.blocks]


@pytest.mark.usefixtures("library")
def test_both_read_text_tables_and_what_is_attached(read: Read, pdf: Pdf, page: Any) -> None:
    extra = (
        "/Annots [<< /Type /Annot /Subtype /Text /Rect [9 9 20 20] /Contents (Check this) >> "
        "<< /Type /Annot /Subtype /Link /Rect [9 9 20 20] /A << /S /URI /URI (https://acme.com/price) >> >> "
        "<< /Type /Annot /Subtype /Link /Rect [9 9 90 20] /A << /S /URI /URI (https://acme.com/price) >> >>] "
    )
    sheet = page(extra=extra).text(72, 60, "Why Acme", 24).lines(72, 120, *TEXT)
    for index, cell in enumerate(("Plan", "Price", "Pro", "$5")):
        x, top = 72 + 150 * (index % 2), 300 + 30 * (index // 2)
        sheet.box(x, top, 150, 30).text(x + 8, top + 8, cell)
    sheet.text(500, 500, "Rotated words here", turn="0 1 -1 0")
    document = read("a.pdf", pdf(sheet, title="Data sheet"))
    assert kinds(document) == [
        ("title", "Why Acme"), ("body", " ".join(TEXT)), ("body", "Rotated words here"),
        ("table", "Plan"), ("table", "Price"), ("table", "Pro"), ("table", "$5"),
        ("comment", "Check this"), ("link", "https://acme.com/price"), ("meta", "Data sheet"),
    ]  # fmt: skip
    assert [str(block.location) for block in document.blocks][-2] == "page 1 › link 1"
    assert document.skipped == ()


def test_what_has_no_characters_in_either_library_is_named(read: Read, pdf: Pdf, page: Any) -> None:
    document = read("a.pdf", pdf(page().lines(72, 100, *TEXT), has_map=False))
    assert document.blocks == ()
    assert "does not say which characters" in document.skipped[0].reason


def test_the_library_that_reads_a_page_better_is_kept(
    read: Read, pdf: Pdf, page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_file.GlyphReader, "_character", lambda *_: UNMAPPED)
    document = read("a.pdf", pdf(page().lines(72, 100, *TEXT)))
    assert kinds(document) == [("body", " ".join(TEXT))]
    assert document.skipped == ()


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.usefixtures("library")
def test_turned_pages_are_read_as_shown(read: Read, pdf: Pdf, page: Any, turn: int) -> None:
    matrix = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}[turn]
    sheet = page(extra=f"/Rotate {turn} ").text(300, 400, "Words as they are shown", turn=matrix)
    assert kinds(read("a.pdf", pdf(sheet))) == [("body", "Words as they are shown")]


def test_places_count_from_the_visible_page_and_what_is_outside_is_named(
    read: Read, pdf: Pdf, page: Any
) -> None:
    sheet = page(extra="/CropBox [60 392 500 792] ").lines(72, 100, *TEXT).text(72, 600, "Printer's marks")
    document = read("a.pdf", pdf(sheet))
    assert kinds(document) == [("body", " ".join(TEXT))]
    assert document.blocks[0].location.steps[2].startswith("12,")
    assert "outside the visible page" in document.skipped[0].reason


def test_a_file_that_pdfium_cannot_open_is_read_by_the_other(
    read: Read, pdf: Pdf, page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_data: bytes) -> None:
        raise pdf_file.pypdfium2.PdfiumError("no")

    monkeypatch.setattr(pdf_file.pypdfium2, "PdfDocument", refuse)
    assert kinds(read("a.pdf", pdf(page().lines(72, 100, *TEXT)))) == [("body", " ".join(TEXT))]


def test_a_page_that_neither_can_read_is_named_and_the_rest_is_read(
    read: Read, pdf: Pdf, page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = pdf_file.PdfFile._fast_page

    def fails_on_first(self: pdf_file.PdfFile, number: int) -> pdf_file.PageText:
        if number == 1:
            raise RuntimeError
        return original(self, number)

    def fails(_page: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(pdf_file.PdfFile, "_fast_page", fails_on_first)
    monkeypatch.setattr(pdf_file, "plumber_content", fails)
    document = read("a.pdf", pdf(page().lines(72, 100, "Lost"), page().lines(72, 100, *TEXT)))
    assert kinds(document) == [("body", " ".join(TEXT))]
    assert [(skip.region, skip.reason[:17]) for skip in document.skipped] == [("page 1", "could not be read")]


@pytest.mark.parametrize(
    ("old", "new", "skipped"),
    [
        (b"/Count 1 ", b"/Count 999999999 ", 0),
        (b"/Kids [6 0 R]", b"/Kids [6 0 R 2 0 R 2 0 R]", 0),
        (b"/Parent 2 0 R", b"/Parent 6 0 R", 0),
        (b"/Kids [6 0 R]", b"/Kids [6 0 R 99 0 R]", 0),
    ],
    ids=["count", "circle", "own parent", "missing page"],
)
def test_page_trees_that_lie(
    read: Read, pdf: Pdf, page: Any, old: bytes, new: bytes, skipped: int
) -> None:
    data = pdf(page().lines(72, 100, *TEXT))
    assert old in data
    document = read("a.pdf", data.replace(old, new))
    assert kinds(document) == [("body", " ".join(TEXT))]
    assert len(document.skipped) == skipped


def test_pages_that_are_listed_and_missing_do_not_go_on_for_ever(
    read: Read, pdf: Pdf, page: Any
) -> None:
    data = pdf(page().lines(72, 100, *TEXT)).replace(b"/Kids [6 0 R]", b"/Kids [2 0 R 6 0 R]")
    document = read("a.pdf", data.replace(b"/Count 1 ", b"/Count 4000 "))
    assert ("body", " ".join(TEXT)) in kinds(document)
    assert len(document.skipped) < 20
    assert "missing" in document.skipped[-1].reason
