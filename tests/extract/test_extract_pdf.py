"""PDFs: columns, paragraphs, broken words, repeated lines, and pages that hide their text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from msglint.extract.pdf.paragraphs import join_text, repair_ligatures

if TYPE_CHECKING:
    from collections.abc import Callable

    from msglint.model import Document

    Read = Callable[[str, bytes], Document]
    Pdf = Callable[..., bytes]

LEFT = (
    "The first column tells how the",
    "product cuts the time that teams",
    "need to ship a release by half.",
)
RIGHT = (
    "The second column is about the",
    "price of the product and what",
    "a customer gets for it each year.",
)


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document.blocks]


def test_columns_are_kept_apart_under_a_heading(read: Read, pdf: Pdf, page: Any) -> None:
    sheet = page().text(72, 72, "One heading over both of the columns", 20)
    sheet.lines(72, 120, *LEFT).lines(320, 120, *RIGHT)
    document = read("a.pdf", pdf(sheet))
    assert kinds(document) == [
        ("title", "One heading over both of the columns"), ("body", " ".join(LEFT)),
         ("body", " ".join(RIGHT)),
    ]  # fmt: skip
    assert [block.heading for block in document.blocks][1:] == ["One heading over both of the columns"] * 2
    assert document.blocks[1].location.steps[:2] == ("page 1", "¶2")


def test_a_narrow_gutter_that_goes_on_parts_columns(read: Read, pdf: Pdf, page: Any) -> None:
    lines = (
        "Words of some length to",
        "fill each of these lines",
        "up to the very end of it",
        "so that a column stands",
        "beside the next of them.",
    )
    sheet = page().lines(72, 100, *lines).lines(205, 100, *lines)
    assert texts(read("a.pdf", pdf(sheet))) == [" ".join(lines)] * 2


def test_paragraphs_bullets_and_font_sizes(read: Read, pdf: Pdf, page: Any) -> None:
    sheet = page().text(72, 60, "Why Acme", 24)
    sheet.lines(
        72, 120, "Teams ship their work in half the time, and they do so", "with fewer people on call."
    )
    sheet.lines(72, 170, "A second paragraph stands after some room on the page.")
    sheet.lines(72, 210, "• Faster by half in every", "  team that we asked", "• Cheaper for everybody")
    assert kinds(read("a.pdf", pdf(sheet))) == [
        ("title", "Why Acme"),
        ("body", "Teams ship their work in half the time, and they do so with fewer people on call."),
        ("body", "A second paragraph stands after some room on the page."),
        ("bullet", "Faster by half in every team that we asked"),
        ("bullet", "Cheaper for everybody"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "words", "joined"),
    [
        ("people col-", "laborating", "", "people collaborating"),
        ("people self-", "service", "", "people self-service"),
        ("an open-", "source tool", "open source", "an open-source tool"),
        ("an open-", "source tool", "opensource open source", "an opensource tool"),
        ("a long-", "term plan", "long-term", "a long-term plan"),
        ("Jean-", "Luc", "", "Jean-Luc"),
        ("and/", "or", "", "and/or"),
        ("no", "hyphen", "", "no hyphen"),
        ("2019 -", "2020", "", "2019 - 2020"),
    ],
)
def test_line_ends(before: str, after: str, words: str, joined: str) -> None:
    assert join_text(before, after, frozenset(words.split())) == joined


@pytest.mark.parametrize(
    ("text", "words", "repaired"),
    [
        ("˛elds", "", "fields"),
        ("e˝ort", "effort", "effort"),
        ("o˚ce", "office", "office"),
        ("5˚ C", "", "5˚ C"),
    ],
)
def test_broken_ligatures(text: str, words: str, repaired: str) -> None:
    assert repair_ligatures(text, frozenset(words.split())) == repaired


def test_numbers_of_a_list_stay_with_their_items(read: Read, pdf: Pdf, page: Any) -> None:
    sheet = page().text(72, 60, "Some words before the list stand here.")
    for number, item in enumerate(("Write a policy", "Train the teams"), start=1):
        sheet.text(72, 80 + 14 * number, f"{number}.").text(110, 80 + 14 * number, item)
    assert kinds(read("a.pdf", pdf(sheet)))[1:] == [
        ("bullet", "1. Write a policy"),
        ("bullet", "2. Train the teams"),
    ]


def test_a_sentence_goes_on_over_the_page_and_its_footer(read: Read, pdf: Pdf, page: Any) -> None:
    first = page().lines(
        72, 650, "This long sentence starts at the end of the first page and", "it goes on over"
    )
    second = page().lines(72, 100, "the top of the next one.")
    for number, sheet in enumerate((first, second), start=1):
        sheet.text(72, 750, f"Acme Inc. page {number}", 8)
    assert kinds(read("a.pdf", pdf(first, second))) == [
        (
            "body",
            "This long sentence starts at the end of the first page and "
            "it goes on over the top of the next one.",
        ),
        ("footer", "Acme Inc. page 1"),
    ]


def test_ruled_table(read: Read, pdf: Pdf, page: Any) -> None:
    sheet = page().text(72, 60, "Some words before the table stand here.")
    for row, cells in enumerate([("Plan", "Price"), ("Pro", "$5"), ("Max", "$9")]):
        for column, cell in enumerate(cells):
            sheet.box(72 + 150 * column, 100 + 30 * row, 150, 30).text(
                80 + 150 * column, 108 + 30 * row, cell
            )
    document = read("a.pdf", pdf(sheet))
    cells = [(str(b.location), b.text, b.heading) for b in document.blocks if b.kind == "table"]
    assert cells[3] == ("page 1 › Table 1 › row 2, column 2", "$5", "Price, Pro")
    assert len(cells) == 6
    assert texts(document)[0] == "Some words before the table stand here."


@pytest.mark.parametrize("turn", ["0 1 -1 0", "0 -1 1 0", "-1 0 0 -1"], ids=["up", "down", "over"])
def test_rotated_text_is_a_block_of_its_own(read: Read, pdf: Pdf, page: Any, turn: str) -> None:
    sheet = page().lines(72, 100, *LEFT).text(500, 500, "Rotated words here", turn=turn)
    assert texts(read("a.pdf", pdf(sheet))) == [" ".join(LEFT), "Rotated words here"]


def test_pages_with_pictures_only_are_named(read: Read, pdf: Pdf, page: Any) -> None:
    document = read("a.pdf", pdf(page().image(), page().lines(72, 100, *LEFT), page().image()))
    assert texts(document) == [" ".join(LEFT)]
    assert [skip.region for skip in document.skipped] == ["page 1", "page 3"]
    assert "OCR" in document.skipped[0].reason


def test_a_scan_with_a_title_gives_no_text(read: Read, pdf: Pdf, page: Any) -> None:
    document = read("a.pdf", pdf(page().image(), title="Scanned report"))
    assert document.blocks == ()
    assert [skip.region for skip in document.skipped] == ["page 1"]


def test_title_of_the_file_and_comments(read: Read, pdf: Pdf, page: Any) -> None:
    comment = "/Annots [<< /Type /Annot /Subtype /Text /Rect [9 9 20 20] /Contents (Check this) >>] "
    field = "<< /Subtype /Widget /FT /Tx /T (name) /V (Ann Lee) /Rect [1 1 9 9] >>"
    document = read("a.pdf", pdf(
        page(extra=comment).lines(72, 100, *LEFT), page(extra=f"/Annots [{field}] ").lines(72, 100, *RIGHT),
        title="Data sheet",
    ))  # fmt: skip
    assert ("comment", "Check this") in kinds(document)
    assert ("page 2 › field name", "Ann Lee") in [(str(b.location), b.text) for b in document.blocks]
    assert kinds(document)[-1] == ("meta", "Data sheet")


def test_letters_drawn_twice_and_spaced_out(read: Read, pdf: Pdf, page: Any) -> None:
    sheet = page().text(72, 100, "Bold words").text(72.3, 100, "Bold words")
    sheet.content.append("6 Tc")
    sheet.text(72, 200, "OUR SERVICE")
    assert texts(read("a.pdf", pdf(sheet))) == ["Bold words", "OUR SERVICE"]


def test_garbled_text_is_never_a_block(read: Read, pdf: Pdf, page: Any) -> None:
    sheet = page().lines(72, 100, *LEFT).text(72, 300, "Words that can be read", font="F2")
    document = read("a.pdf", pdf(sheet, page().lines(72, 100, *LEFT), has_map=False))
    assert texts(document) == ["Words that can be read"]
    assert [(skip.region, skip.reason.split(":")[0]) for skip in document.skipped] == [
        ("page 1", "1 passage could not be read"), ("page 2", "the text could not be read"),
    ]  # fmt: skip
