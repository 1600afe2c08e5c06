"""Tables without rules, captions, pictures beside text, and text with one word a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from msglint.model import Document

    Read = Callable[[str, bytes], Document]
    Pdf = Callable[..., bytes]

SENTENCE = "Some words before the rest of the page stand here in one line."


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document.blocks]


def grid(page: Any, rows: list[tuple[str, ...]], pitch: float = 18, width: float = 140) -> Any:
    sheet = page().text(72, 60, SENTENCE)
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if cell:
                sheet.text(72 + width * column, 100 + pitch * row, cell)
    return sheet


@pytest.mark.parametrize(
    "rows",
    [
        [("Plan", "Seats", "Price"), ("Basic", "5", "$9"), ("Pro", "50", "$49"), ("Max", "500", "$99")],
        [("Item", "Basic", "Pro"), ("Log-in", "no", "yes"), ("Audit log", "no", "yes"), ("API", "no", "yes")],
        [("SKU", "Place", "Left"), ("AX-1", "", "450"), ("", "B-07", "289"), ("CX-3", "D-22", "7"),
         ("CX-4", "D-24", "8")],
        [("Plan", "Price"), ("Basic", "$9"), ("Pro", "$49"), ("Max", "- 20 %")],
    ],
    ids=["prices", "features", "sparse", "two columns"],
)  # fmt: skip
def test_rows_of_aligned_cells_are_a_table(
    read: Read, pdf: Pdf, page: Any, rows: list[tuple[str, ...]]
) -> None:
    document = read("a.pdf", pdf(grid(page, rows)))
    cells = {
        (row, column): text
        for row, line in enumerate(rows, start=1)
        for column, text in enumerate(line, start=1)
        if text
    }
    assert kinds(document)[0] == ("body", SENTENCE)
    assert {
        f"page 1 › Table 1 › row {row}, column {column}": text for (row, column), text in cells.items()
    } == {str(block.location): block.text for block in document.blocks[1:]}
    assert rows[0][-1] in document.blocks[-1].heading


def test_a_cell_of_two_lines_stays_one(read: Read, pdf: Pdf, page: Any) -> None:
    rows = [("Plan", "For", "Price"), ("Basic", "Teams that", "$9"), ("", "start", ""), ("Pro", "All", "$49")]
    document = read("a.pdf", pdf(grid(page, rows, pitch=13)))
    assert ("table", "Teams that start") in kinds(document)


@pytest.mark.parametrize(
    "rows",
    [
        [("Faster", "Safer", "Cheaper"), ("Ships in half", "Every change", "Costs go down"),
         ("the time that", "is reviewed by", "as teams use"), ("it once took", "two people", "fewer tools")],
        [("Plan", "For whom"), ("Basic", "small teams"), ("Pro", "5 teams"), ("Max", "all of us")],
        [("0", "10", "20"), ("0.2", "0.3", "0.4"), ("50", "40", "30"), ("1", "2", "3")],
    ],
    ids=["cards", "two columns", "axes"],
)  # fmt: skip
def test_what_stands_side_by_side_and_is_no_table(
    read: Read, pdf: Pdf, page: Any, rows: list[tuple[str, ...]]
) -> None:
    assert "table" not in {kind for kind, _ in kinds(read("a.pdf", pdf(grid(page, rows))))}


@pytest.mark.parametrize(
    ("text", "size", "kind"),
    [
        ("Figure 3: Churn falls by half", 11, "caption"),
        ("Table 2. Prices of all plans", 11, "caption"),
        ("Figure 3 shows that churn falls by half.", 11, "body"),
        ("Figure 3 Churn by quarter", 8, "caption"),
        ("Tables and chairs are included.", 8, "body"),
    ],
)
def test_captions_by_their_number(
    read: Read, pdf: Pdf, page: Any, text: str, size: float, kind: str
) -> None:
    sheet = page().lines(72, 60, SENTENCE, SENTENCE).text(72, 200, text, size)
    assert kinds(read("a.pdf", pdf(sheet)))[-1] == (kind, text)


def picture(page: Any, x: float, top: float, width: float, height: float) -> Any:
    page.content.append(f"q {width} 0 0 {height} {x} {792 - top - height} cm /Im Do Q")
    return page


def test_small_type_under_a_picture_is_its_caption(read: Read, pdf: Pdf, page: Any) -> None:
    sheet = picture(page().lines(72, 60, SENTENCE, SENTENCE), 72, 200, 300, 200)
    sheet.text(80, 405, "Our team at work in Whitcliff", 8)
    document = read("a.pdf", pdf(sheet))
    assert kinds(document)[-1] == ("caption", "Our team at work in Whitcliff")


@pytest.mark.parametrize(
    ("boxes", "reason"),
    [
        ([(72, 200, 300, 200)], "1 picture was not read"),
        ([(72, 200, 200, 150), (300, 200, 200, 150)], "2 pictures were not read"),
        ([(72, 200, 40, 40)], ""),
        ([(0, 0, 612, 792)], ""),
        ([(72, 200, 300, 50), (72, 250, 300, 50), (72, 300, 300, 50)], "1 picture was not read"),
    ],
    ids=["chart", "two", "logo", "background", "strips"],
)
def test_pictures_beside_text_are_named(
    read: Read, pdf: Pdf, page: Any, boxes: list[tuple[float, ...]], reason: str
) -> None:
    sheet = page().text(72, 60, SENTENCE)
    for box in boxes:
        picture(sheet, *box)
    document = read("a.pdf", pdf(sheet))
    assert [skip.reason.split(";")[0] for skip in document.skipped] == [reason] * bool(reason)
    assert kinds(document) == [("body", SENTENCE)]


def test_a_picture_on_every_page_is_decoration(read: Read, pdf: Pdf, page: Any) -> None:
    sheets = [
        picture(page().text(72, 60, f"{SENTENCE} {word}"), 72, 200, 300, 200) for word in ("A", "B", "C")
    ]
    assert read("a.pdf", pdf(*sheets)).skipped == ()


def test_one_word_a_line_is_running_text(read: Read, pdf: Pdf, page: Any) -> None:
    text = "Our product helps every team at Acme to ship its work on time"
    assert kinds(read("a.pdf", pdf(page().lines(72, 60, *text.split())))) == [("body", text)]


def test_a_list_of_single_words_stays_a_list(read: Read, pdf: Pdf, page: Any) -> None:
    names = ("Products", "Pricing", "Customers", "About", "International")
    sheet = page().lines(72, 60, *names)
    assert len(read("a.pdf", pdf(sheet)).blocks) > 1


def texts(document: Document) -> list[str]:
    return [text for _, text in kinds(document)]


@pytest.mark.parametrize(
    ("number", "words", "joined"),
    [
        ("94%", ("of dishes read", "without any help"), "94% of dishes read without any help"),
        ("12", ("countries in which", "the service runs"), "12 countries in which the service runs"),
        ("94%", ("saves 3 weeks",), "94%"),
    ],
    ids=["words below", "plain number", "words with a number of their own"],
)  # fmt: skip
@pytest.mark.parametrize(("x", "top"), [(72, 140), (180, 106)], ids=["below", "beside"])
def test_a_big_number_is_read_with_its_words(
    read: Read, pdf: Pdf, page: Any, number: str, words: tuple[str, ...],
    joined: str, x: float, top: float,
) -> None:  # fmt: skip
    sheet = page().text(72, 100, number, 36, font="F2").lines(x, top, *words, size=12)
    assert texts(read("a.pdf", pdf(sheet.text(72, 500, SENTENCE))))[0] == joined


def test_numbers_that_count_are_joined_to_nothing(read: Read, pdf: Pdf, page: Any) -> None:
    sheet = page().text(72, 700, SENTENCE)
    for number in (1, 2, 3):
        sheet.text(72, 90 * number, f"{number}", 36).text(72, 90 * number + 40, f"Step {number} of all", 12)
    assert "1 Step 1 of all" not in texts(read("a.pdf", pdf(sheet)))


@pytest.mark.parametrize(
    ("size", "beside", "kept"), [(36, "", True), (11, "Visitors", True), (11, "", False)],
    ids=["large", "beside its name", "page number"],
)  # fmt: skip
def test_a_number_at_the_end_is_a_pages_only_if_it_stands_alone_and_small(
    read: Read, pdf: Pdf, page: Any, size: float, beside: str, kept: bool
) -> None:
    sheet = page().lines(72, 100, SENTENCE, SENTENCE, SENTENCE).text(300, 600, "950", size)
    if beside:
        sheet.text(72, 600, beside)
    assert ("950" in texts(read("a.pdf", pdf(sheet)))) is kept


@pytest.mark.parametrize(
    ("initial", "first", "begin"),
    [("L", "arkmill reads every", "Larkmill reads every"), ("A", "firm that reads", "A firm that reads")],
)
def test_an_initial_over_two_lines_begins_its_word(
    read: Read, pdf: Pdf, page: Any, initial: str, first: str, begin: str
) -> None:
    sheet = page().text(72, 100, initial, 40)
    sheet.lines(102, 104, first, "invoice that comes", size=12)
    sheet.lines(72, 132.8, "in by post, all of them", size=12)
    assert texts(read("a.pdf", pdf(sheet))) == [f"{begin} invoice that comes in by post, all of them"]


def test_bullets_that_are_drawn(read: Read, pdf: Pdf, page: Any) -> None:
    sheet = page().text(72, 60, SENTENCE)
    for index, item in enumerate(("Teams ship twice as fast", "Costs go down by half")):
        sheet.box(76, 104 + 14 * index, 4, 4).text(90, 100 + 14 * index, item)
    assert kinds(read("a.pdf", pdf(sheet)))[1:] == [
        ("bullet", "Teams ship twice as fast"), ("bullet", "Costs go down by half"),
    ]  # fmt: skip


def test_each_line_with_a_leader_is_its_own(read: Read, pdf: Pdf, page: Any) -> None:
    lines = ("Espresso ............ 2.50", "Cappuccino .......... 3.20", "Flat white .......... 3.40")
    assert texts(read("a.pdf", pdf(page().lines(72, 100, *lines)))) == list(lines)


def test_type_that_nobody_reads_is_marked(read: Read, pdf: Pdf, page: Any) -> None:
    document = read("a.pdf", pdf(page().text(72, 60, SENTENCE).text(72, 300, "Half off until May", 4)))
    assert [sorted(block.marks) for block in document.blocks] == [[], ["tiny"]]


def test_pages_beyond_the_time_are_named(
    monkeypatch: pytest.MonkeyPatch, read: Any, pdf: Any, page: Any
) -> None:
    monkeypatch.setattr("msglint.extract.pdf.document._MOST_SECONDS", -1)
    pages = [page().text(72, 100, f"Page {name} says a lot") for name in ("one", "two", "three")]
    document = read("a.pdf", pdf(*pages))
    assert [block.text for block in document.blocks] == ["Page one says a lot"]
    assert [(skip.region, skip.reason[:31]) for skip in document.skipped] == [
        ("pages from 2", "2 of 3 pages were not read: the")
    ]
