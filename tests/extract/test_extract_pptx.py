"""Decks: every text of a slide comes back once, with its kind and place."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from msglint.extract.pptx import read_pptx
from msglint.extract.pptx_chart import format_value
from msglint.extract.pptx_join import has_own_number, is_number

if TYPE_CHECKING:
    from msglint.model import Block, Document


def saved(deck: Any) -> bytes:
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def read(deck: Any) -> Document:
    return read_pptx(saved(deck), "deck.pptx")


def slide(deck: Any, layout: int = 5, title: str = "The title") -> Any:
    added = deck.slides.add_slide(deck.slide_layouts[layout])
    if added.shapes.title is not None:
        added.shapes.title.text = title
    return added


def box(shapes: Any, text: str, left: float, top: float, width: float = 3, height: float = 0.5) -> Any:
    shape = shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height))
    shape.text_frame.text = text
    return shape


def seen(blocks: tuple[Block, ...]) -> list[tuple[str, str, str]]:
    return [(str(block.location), block.kind.value, block.text) for block in blocks]


def test_placeholders_levels_and_notes() -> None:
    deck = Presentation()
    first = slide(deck, 0, "Acme")
    first.placeholders[1].text = "Ships\vfaster"
    second = slide(deck, 1, "Why")
    frame = second.placeholders[1].text_frame
    frame.text = "One"
    frame.add_paragraph().text = "Two"
    frame.paragraphs[1].level = 1
    second.notes_slide.notes_text_frame.text = "Say this.\n\nThen that."
    assert seen(read(deck).blocks) == [
        ("slide 1 › Title 1 › ¶1", "title", "Acme"),
        ("slide 1 › Subtitle 2 › ¶1", "subtitle", "Ships faster"),
        ("slide 2 › Title 1 › ¶1", "title", "Why"),
        ("slide 2 › Content Placeholder 2 › ¶1", "bullet", "One"),
        ("slide 2 › Content Placeholder 2 › ¶2", "bullet", "Two"),
        ("slide 2 › notes › ¶1", "notes", "Say this."),
        ("slide 2 › notes › ¶2", "notes", "Then that."),
    ]
    assert [block.heading for block in read(deck).blocks] == ["", "Acme", "", "Why", "Why", "Why", "Why"]


def test_reading_order_is_by_rows() -> None:
    deck = Presentation()
    shapes = slide(deck, 6).shapes
    for text, left, top in [("d", 5, 3), ("b", 5, 1.05), ("c", 1, 3), ("a", 1, 1)]:
        box(shapes, text, left, top)
    assert [block.text for block in read(deck).blocks] == ["a", "b", "c", "d"]


def test_table_cells_are_headed_by_column_and_row() -> None:
    deck = Presentation()
    table = slide(deck).shapes.add_table(2, 2, 0, 0, Inches(4), Inches(2)).table
    for row, column, text in [(0, 0, "Plan"), (0, 1, "Price"), (1, 0, "Pro"), (1, 1, "$5")]:
        table.cell(row, column).text = text
    cells = [block for block in read(deck).blocks if block.kind == "table"]
    assert str(cells[3].location) == "slide 1 › Table 2 › row 2, column 2"
    assert [(cell.text, cell.heading) for cell in cells] == [
        ("Plan", "The title"), ("Price", "The title"), ("Pro", "Plan"), ("$5", "Price, Pro"),
    ]  # fmt: skip


def test_chart_numbers_are_read_with_their_categories() -> None:
    deck = Presentation()
    data = CategoryChartData(number_format="0%")
    data.categories = ["2023", "2024"]
    data.add_series("Adoption", (0.2, 0.31))
    data.add_series("Trust", (0.5, 0.6))
    place = (Inches(1), Inches(2), Inches(4), Inches(3))
    chart = slide(deck).shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data).chart
    chart.has_title = True
    chart.chart_title.text_frame.text = "Growth"
    chart.value_axis.has_title = True
    chart.value_axis.axis_title.text_frame.text = "Share"
    assert [
        (block.location.steps[2], block.text) for block in read(deck).blocks if block.kind == "chart"
    ] == [
        ("title", "Growth"),
        ("axis title", "Share"),
        ("series 1", "Adoption – 2023: 20%; 2024: 31%"),
        ("series 2", "Trust – 2023: 50%; 2024: 60%"),
    ]


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        ("0.31", "0%", "31%"), ("0.315", "0.0%", "31.5%"), ("4200", '#,##0 "€"', "4,200 €"),
         ("3", '0"x"', "3x"),
        ("14", "General", "14"), ("2.5", "General", "2.5"), ("1200000", "#,##0", "1,200,000"),
         ("2024", "", "2024"),
        ("5", "[Red]0", "5"), ("5", "$0.00", "$5.00"), ("North", "General", "North"),
         ("45000", "d/m/yyyy", "45000"),
    ],
)  # fmt: skip
def test_number_formats(value: str, code: str, shown: str) -> None:
    assert format_value(value, code) == shown


@pytest.mark.parametrize(
    "text", ["31%", "3x", "€4.2M", "24/7", "100+", "$5 bn", "10,000", "2 weeks", "<1%", "#1"]
)
def test_number_alone(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize("text", ["5 reasons why", "Acme 5", "faster", "31% of companies", ""])
def test_more_than_a_number(text: str) -> None:
    assert not is_number(text)


@pytest.mark.parametrize(("text", "own"), [
    ("of companies adopt ISO/IEC 5230", False), ("since 2019", False), ("faster", False),
     ("in 3 weeks", True),
    ("cuts cost by 30%", True),
])  # fmt: skip
def test_own_number(text: str, own: bool) -> None:
    assert has_own_number(text) is own


NUMBER, WORDS = "31%", "of large companies"
JOINED = f"{NUMBER} {WORDS}"


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        pytest.param([(NUMBER, 1, 2, 2, 1), (WORDS, 1, 3.1, 2, 1)], [JOINED], id="above"),
        pytest.param([(NUMBER, 1, 2, 1, 1), (WORDS, 2.1, 2.2, 3, 0.6)], [JOINED], id="left"),
        pytest.param([(NUMBER, 1, 2, 1, 1), (WORDS, 6, 5, 2, 1)], [NUMBER, WORDS], id="far"),
        pytest.param([(NUMBER, 1, 2, 2, 1),
         ("saves 3 weeks", 1, 3.1, 2, 1)], [NUMBER, "saves 3 weeks"], id="own"),
        pytest.param(
            [("3x", 1, 2, 1, 1), ("faster", 1, 3.1, 1, 1), ("9x", 4, 2, 1, 1), ("cheaper", 4, 3.1, 1, 1)],
            ["3x faster", "9x cheaper"], id="two",
        ),
        pytest.param(
            [("1", 1, 2, 1, 1), ("Plan", 1, 3.1, 1, 1), ("2", 4, 2, 1, 1), ("Build", 4, 3.1, 1, 1)],
            ["1", "2", "Plan", "Build"], id="counted",
        ),
    ],
)  # fmt: skip
def test_big_numbers_join_their_words(
    boxes: list[tuple[str, float, float, float, float]], expected: list[str]
) -> None:
    deck = Presentation()
    shapes = slide(deck, 6).shapes
    for text, *place in boxes:
        box(shapes, text, *place)
    assert [block.text for block in read(deck).blocks] == expected


def test_joined_block_names_both_boxes() -> None:
    deck = Presentation()
    shapes = slide(deck, 6).shapes
    box(shapes, NUMBER, 1, 2, 2, 1)
    box(shapes, WORDS, 1, 3.1, 2, 1)
    assert str(read(deck).blocks[0].location) == "slide 1 › TextBox 2 (with TextBox 1) › ¶1"


def test_number_paragraph_joins_the_next_in_its_box() -> None:
    deck = Presentation()
    box(slide(deck, 6).shapes, f"{NUMBER}\n{WORDS}", 1, 1)
    assert [block.text for block in read(deck).blocks] == [JOINED]


def test_hidden_slide_off_slide_and_hidden_shape() -> None:
    deck = Presentation()
    added = slide(deck, 6)
    added._element.set("show", "0")
    box(added.shapes, "away", -9, 1)
    box(added.shapes, "here", 1, 2)
    unseen = box(added.shapes, "unseen", 1, 4)
    unseen._element.nvSpPr.cNvPr.set("hidden", "1")
    marks = {block.text: block.marks for block in read(deck).blocks}
    assert marks == {
        "away": {"hidden-slide", "off-slide"}, "here": {"hidden-slide"}, "unseen": {"hidden-slide", "hidden"},
    }  # fmt: skip


def picture(shapes: Any, alt: str) -> None:
    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001"
        "05fe02fea7350000000049454e44ae426082"
    )
    shape = shapes.add_picture(io.BytesIO(png), 0, 0)
    shape._element.nvPicPr.cNvPr.set("descr", alt)


def test_alt_texts_and_pictures_without() -> None:
    deck = Presentation()
    shapes = slide(deck).shapes
    for alt in ["Our team", "image.png", "", "A dog\n\nDescription automatically generated"]:
        picture(shapes, alt)
    document = read(deck)
    assert [block.text for block in document.blocks if block.kind == "alt"] == ["Our team"]
    assert [(skip.region, skip.reason.split(";")[0]) for skip in document.skipped] == [
        ("slide 1", "3 pictures without alt text were not read")
    ]


def test_embedded_object_is_named() -> None:
    deck = Presentation()
    place = (0, 0, Inches(1), Inches(1))
    slide(deck).shapes.add_ole_object(io.BytesIO(b"x"), "Excel.Sheet.12", *place)
    (skip,) = read(deck).skipped
    assert (skip.region, "Excel.Sheet.12" in skip.reason) == ("slide 1 › Object 2", True)


def test_properties_and_design_texts_once() -> None:
    deck = Presentation()
    for _ in range(3):
        slide(deck)
    deck.core_properties.title = "Pitch 2026"
    deck.core_properties.comments = "generated using python-pptx"
    shape = box(deck.slides[0].shapes, "Acme confidential", 1, 7.2)
    deck.slide_master.shapes._spTree.append(shape._element)
    blocks = [block for block in read(deck).blocks if block.kind != "title"]
    assert seen(tuple(blocks)) == [
        ("slide master › TextBox 2 › ¶1", "footer", "Acme confidential"),
        ("properties › title", "meta", "Pitch 2026"),
    ]


def change(deck: Any, member: str, edit: Any) -> bytes:
    """The saved deck with one member of the archive changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(deck))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, edit(old.read(name)) if name == member else old.read(name))
    return out.getvalue()


def two_slides() -> Any:
    deck = Presentation()
    slide(deck, title="First")
    slide(deck, title="Second")
    return deck


@pytest.mark.parametrize(
    "edit",
    [lambda _: b"", lambda _: b"<broken", lambda xml: xml[: len(xml) // 2]],
    ids=["empty", "not", "cut"],
)
def test_a_broken_slide_does_not_lose_the_others(edit: Any) -> None:
    document = read_pptx(change(two_slides(), "ppt/slides/slide1.xml", edit), "deck.pptx")
    assert document.blocks[-1].text == "Second"
    assert [skip.region for skip in document.skipped] == ["slide 1"]


def test_nesting_beyond_the_parsers_depth_loses_only_its_slide() -> None:
    deep = b"<p:grpSp>" * 10_000 + b"</p:grpSp>" * 10_000 + b"</p:spTree>"
    data = change(two_slides(), "ppt/slides/slide1.xml", lambda xml: xml.replace(b"</p:spTree>", deep))
    document = read_pptx(data, "deck.pptx")
    assert "Second" in [block.text for block in document.blocks]
    assert [skip.region for skip in document.skipped] == ["slide 1"]


def test_deep_groups_are_read() -> None:
    deck = Presentation()
    shapes = slide(deck, 6).shapes
    for _ in range(60):
        shapes = shapes.add_group_shape().shapes
    box(shapes, "deep", 1, 1)
    (block,) = read(deck).blocks
    assert (block.text, len(block.location.steps)) == ("deep", 63)


def test_unknown_elements_and_alternatives_are_read_once() -> None:
    deck = Presentation()
    added = slide(deck, 6)
    sp = box(added.shapes, "new", 1, 1)._element
    tree = added.shapes._spTree
    wrapper = etree.fromstring(
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="x"/><mc:Fallback/></mc:AlternateContent>'
    )
    tree.remove(sp)
    wrapper[0].append(sp)
    wrapper[1].append(etree.fromstring(etree.tostring(sp).replace(b"new", b"old")))
    tree.append(wrapper)
    tree.append(
        etree.fromstring('<p:odd xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>')
    )
    assert [block.text for block in read(deck).blocks] == ["new"]


PLACES = ("title", "bullet", "body", "group", "table", "notes", "chart", "alt")
KINDS = {"group": "body"}


def plant(deck: Any, places: list[str], number: int) -> dict[str, str]:
    """One slide with a unique word in each of `places`; the kind that each word must come back with."""
    added = slide(deck, 1 if "bullet" in places else 5, "")
    planted = {f"Token{number}{place}": KINDS.get(place, place) for place in places}
    for place in places:
        word = f"Token{number}{place}"
        left, top = 0.2 + PLACES.index(place), 1 + PLACES.index(place) * 0.7
        if place == "title":
            added.shapes.title.text = word
        elif place == "bullet":
            added.placeholders[1].text = word
        elif place == "body":
            box(added.shapes, word, left, top)
        elif place == "group":
            box(added.shapes.add_group_shape().shapes.add_group_shape().shapes, word, left, top)
        elif place == "table":
            added.shapes.add_table(1, 2, 0, 0, Inches(2), Inches(1)).table.cell(0, 1).text = word
        elif place == "notes":
            added.notes_slide.notes_text_frame.text = word
        elif place == "chart":
            data = CategoryChartData()
            data.categories = [word]
            data.add_series("Series", (1,))
            added.shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, Inches(2), Inches(2), data)
        elif place == "alt":
            picture(added.shapes, word)
    return planted


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.sampled_from(PLACES), unique=True, min_size=1), min_size=1, max_size=3))
def test_every_planted_word_comes_back_once_with_its_kind(slides: list[list[str]]) -> None:
    deck = Presentation()
    planted: dict[str, str] = {}
    for number, places in enumerate(slides, start=1):
        planted |= plant(deck, places, number)
    blocks = read(deck).blocks
    for word, kind in planted.items():
        assert [block.kind.value for block in blocks if word in block.text] == [kind]
        assert sum(block.text.count(word) for block in blocks) == 1
