"""Decks: every text of a slide comes back once, with its kind and place."""

from __future__ import annotations

import io
import textwrap
import zipfile
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from deck_parts import A, box, picture, read, saved, slide, xml
from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt

from msglint.extract.figures import has_own_number, is_number
from msglint.extract.pptx.chart import format_value
from msglint.extract.pptx.deck import read_pptx
from msglint.extract.pptx.geometry import EMU_PER_INCH, Box
from msglint.extract.pptx.order import visual_order

if TYPE_CHECKING:
    from msglint.model import Block


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


# Each letter is a box, from its first to its last cell; a cell is half an inch wide and a quarter high.
ORDERS = {
    "a grid is read in rows": ("""
        aaaa.bbbb.cccc

        dddd.eeee.ffff
        """, "abcdef"),
    "lists far apart are read one after the other": ("""
        aaaa......cccc

        bbbb......dddd
        """, "abcd"),
    "two columns of boxes are read one after the other": ("""
        aaaa...dddd
        aaaa...dddd
        bbbb...eeee
        bbbb...eeee
        cccc...ffff
        """, "abcdef"),
    "items under two headings are read heading by heading": ("""
        aaaa..dddd
        bbbb..eeee
        bbbb..eeee

        cccc..ffff
        cccc..ffff
        """, "abcdef"),
    "columns whose boxes stand in no common rows": ("""
        aaaaa..cccc
        aaaaa..cccc
        aaaaa..cccc
        .......dddd
        bbbbb..dddd
        bbbbb..eeee
        """, "abcde"),
    "cards are read heading, text, heading, text": ("""
        aaa..ccc..eee
        bbb..ddd..fff
        bbb..ddd..fff
        """, "abcdef"),
    "two rows of cards": ("""
        aaa..ccc..eee
        bbb..ddd..fff
        bbb..ddd..fff


        ggg..iii..kkk
        hhh..jjj..lll
        hhh..jjj..lll
        """, "abcdefghijkl"),
    "a line over the whole width comes first, small print last": ("""
        aaaaaaaaaaaaa

        bbb..ddd..fff
        ccc..eee..ggg
        ccc..eee..ggg

        hhhhhhhhhhhhh
        """, "abcdefgh"),
    "a picture of the whole height stands beside the text": ("""
        aaaaa..bbbb
        aaaaa..cccc
        aaaaa..dddd
        aaaaa..dddd
        """, "abcd"),
    "numbers stand before their texts": ("""
        a.bbbbbbbb

        c.dddddddd

        e.ffffffff
        """, "abcdef"),
    "one box at the left does not make a column": ("""
        aaaa..bbbb

        cccc......
        """, "abc"),
}  # fmt: skip


def drawn(layout: str) -> dict[str, Box]:
    cells: dict[str, list[tuple[int, int]]] = {}
    for row, line in enumerate(textwrap.dedent(layout).strip("\n").splitlines()):
        for column, letter in enumerate(line):
            if letter.isalnum():
                cells.setdefault(letter, []).append((column, row))
    return {letter: around(found) for letter, found in cells.items()}


def around(cells: list[tuple[int, int]]) -> Box:
    (left, top), (right, bottom) = min(cells), max(cells)
    wide, high = EMU_PER_INCH / 2, EMU_PER_INCH / 4
    return Box(left * wide, top * high, (right - left + 1) * wide, (bottom - top + 1) * high)


@pytest.mark.parametrize(("layout", "expected"), ORDERS.values(), ids=ORDERS)
def test_reading_order(layout: str, expected: str) -> None:
    boxes = drawn(layout)
    letters = list(boxes)[::-1]
    order = visual_order([boxes[letter] for letter in letters], [True] * len(letters))
    assert "".join(letters[index] for index in order) == expected


def test_what_lies_on_a_panel_is_read_with_it() -> None:
    """Panels "p" and "q" overlap each other a little and have no text; their boxes stay together."""
    inch = EMU_PER_INCH
    boxes = {
        "p": Box(0, 0, 4.05 * inch, 4 * inch),
        "q": Box(4 * inch, 0, 4 * inch, 4 * inch),
        "a": Box(0.2 * inch, 0.2 * inch, 3.5 * inch, inch),
        "c": Box(4.2 * inch, 0.2 * inch, 3.5 * inch, inch),
        "b": Box(0.2 * inch, 2.5 * inch, 3.5 * inch, inch),
        "d": Box(4.2 * inch, 2.5 * inch, 3.5 * inch, inch),
    }  # fmt: skip
    order = visual_order(list(boxes.values()), [name in "abcd" for name in boxes])
    assert "".join(list(boxes)[index] for index in order) == "pabqcd"


def test_titles_are_read_first_and_groups_as_a_unit() -> None:
    deck = Presentation()
    added = slide(deck, 5, "The title")
    added.shapes.title.top = Inches(5)
    for left in (1, 5):
        group = added.shapes.add_group_shape().shapes
        for number in (1, 2):
            box(group, f"at {left}, {number}", left, 1 + number)
    texts = [block.text for block in read(deck).blocks]
    assert texts == ["The title", "at 1, 1", "at 1, 2", "at 5, 1", "at 5, 2"]


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


@pytest.mark.parametrize(
    ("first_row", "heading"), [(True, "Price, Pro"), (False, "Pro")], ids=["header row", "first column"]
)
def test_a_merged_header_heads_all_that_it_covers(first_row: bool, heading: str) -> None:
    deck = Presentation()
    table = slide(deck).shapes.add_table(3, 3, 0, 0, Inches(4), Inches(2)).table
    table.first_row, table.first_col = first_row, True
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(2, 0))
    for row, column, text in [(0, 1, "Price"), (1, 0, "Pro"), (2, 2, "$5")]:
        table.cell(row, column).text = text
    cells = [block for block in read(deck).blocks if block.kind == "table"]
    assert [cell.text for cell in cells] == ["Price", "Pro", "$5"]
    assert (cells[2].heading, cells[2].location.steps[-1]) == (heading, "row 3, column 3")


def test_text_under_a_merged_cell_is_marked() -> None:
    deck = Presentation()
    table = slide(deck).shapes.add_table(1, 2, 0, 0, Inches(4), Inches(2)).table
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(0, 0).text, table.cell(0, 1).text = "seen", "left behind"
    marks = {block.text: block.marks for block in read(deck).blocks if block.kind == "table"}
    assert marks == {"seen": set(), "left behind": {"hidden"}}


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
         ("45292", "d/m/yyyy", "2024-01-01"), ("45292", "mmm\\-yy", "January 2024"),
        ("45292", "yyyy", "2024"),
        ("0.5", "h:mm", "0.5"), ("31", '0" days"', "31 days"),
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
            [(NUMBER, 1, 2, 2, 1), ("of firms, in a survey of 300", 1, 3.1, 2, 1)],
            [f"{NUMBER} of firms, in a survey of 300"], id="own, later",
        ),
        pytest.param(
            [("3x", 1, 2, 1, 1), ("faster", 1, 3.1, 1, 1), ("9x", 4, 2, 1, 1), ("cheaper", 4, 3.1, 1, 1)],
            ["3x faster", "9x cheaper"], id="two",
        ),
        pytest.param(
            [("1", 1, 2, 1, 1), ("Plan", 1, 3.1, 1, 1), ("2", 4, 2, 1, 1), ("Build", 4, 3.1, 1, 1)],
            ["1", "Plan", "2", "Build"], id="counted",
        ),
        pytest.param(
            [("Adoption", 1, 2, 2, 0.5), (NUMBER, 1, 2.6, 2, 1)], [f"Adoption {NUMBER}"], id="caption"
        ),
        pytest.param(
            [("Adoption", 1, 2, 2, 0.5), (NUMBER, 1, 2.6, 2, 1), (WORDS, 1, 3.7, 2, 1)],
            ["Adoption", JOINED], id="caption and words",
        ),
        pytest.param(
            [("Adoption", 1, 2, 4, 0.5), (NUMBER, 1, 2.6, 2, 1), ("4x", 3, 2.6, 2, 1)],
            ["Adoption", NUMBER, "4x"], id="one caption, two numbers",
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


def test_a_number_in_a_group_joins_words_beside_the_group() -> None:
    deck = Presentation()
    shapes = slide(deck, 6).shapes
    box(shapes.add_group_shape().shapes, NUMBER, 1, 2, 1, 1)
    box(shapes, WORDS, 2.1, 2.2, 3, 0.6)
    assert [block.text for block in read(deck).blocks] == [JOINED]


def test_a_hidden_number_joins_nothing() -> None:
    deck = Presentation()
    shapes = slide(deck, 6).shapes
    box(shapes, NUMBER, 1, 2, 2, 1)._element.nvSpPr.cNvPr.set("hidden", "1")
    box(shapes, WORDS, 1, 3.1, 2, 1)
    assert [block.text for block in read(deck).blocks] == [NUMBER, WORDS]


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
    assert (skip.region, "Excel workbook" in skip.reason) == ("slide 1 › Object 2", True)


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


@pytest.mark.parametrize("member", ["_rels/.rels", "[Content_Types].xml", "ppt/theme/theme1.xml"])
def test_slides_are_read_though_the_parts_around_them_are_gone(member: str) -> None:
    document = read_pptx(without(two_slides(), member), "deck.pptx")
    assert [block.text for block in document.blocks if block.kind == "title"] == ["First", "Second"]


def without(deck: Any, member: str) -> bytes:
    """The saved deck without one member of the archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(deck))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name != member:
                new.writestr(name, old.read(name))
    return out.getvalue()


def test_a_slide_may_have_any_name() -> None:
    data = change(
        two_slides(), "ppt/_rels/presentation.xml.rels",
        lambda xml: xml.replace(b"slides/slide2.xml", b"slides/Folie%20zwei.dat"),
    )  # fmt: skip
    document = read_pptx(renamed(data, "ppt/slides/slide2.xml", "ppt/slides/Folie zwei.dat"), "deck.pptx")
    assert [block.text for block in document.blocks] == ["First", "Second"]
    assert document.skipped == ()


def renamed(data: bytes, member: str, name: str) -> bytes:
    """The archive with one member under another name."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for one in old.namelist():
            new.writestr(name if one == member else one, old.read(one))
    return out.getvalue()


def test_text_that_a_program_wrote_into_a_line_is_read() -> None:
    deck = Presentation()
    shapes = slide(deck, 6).shapes
    body = box(shapes, "on the line", 1, 1)._element.txBody
    shapes.add_connector(1, 0, 0, 914400, 914400)._element.append(body)
    assert [block.text for block in read(deck).blocks] == ["on the line"]


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


def test_a_slide_of_a_hundred_thousand_shapes_is_read_in_part() -> None:
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="9" name="S"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>'
        "<p:txBody><a:p><a:r><a:t>31%</a:t></a:r></a:p></p:txBody></p:sp>"
    )
    many = shape.encode() * 100_000 + b"</p:spTree>"
    data = change(two_slides(), "ppt/slides/slide1.xml", lambda xml: xml.replace(b"</p:spTree>", many))
    document = read_pptx(data, "deck.pptx")
    assert document.blocks[-1].text == "Second"
    assert [skip.reason.partition(";")[0] for skip in document.skipped] == [
        "80,001 shapes were not read: no slide has so many"
    ]


def run_of(shape: Any) -> Any:
    return shape.text_frame.paragraphs[0].runs[0]


def colour(shape: Any, text: str) -> Any:
    """Text colour: RRGGBB, or the name of a theme colour."""
    tag = "srgbClr" if len(text) == 6 else "schemeClr"
    run_of(shape)._r.get_or_add_rPr().append(xml(f'<a:solidFill><a:{tag} val="{text}"/></a:solidFill>'))
    return shape


def fill(shape: Any, value: str) -> Any:
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(value)
    return shape


def panel(shapes: Any, value: str, *place: float) -> Any:
    """A rectangle of one colour; without a place it covers nearly the whole slide."""
    return fill(shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Inches, place or (0, 0, 9, 7))), value)


def on_plain_ground(shapes: Any, text: str) -> None:
    colour(box(shapes, "words", 1, 2), text)


def white_on(shapes: Any, *place: float) -> None:
    panel(shapes, "203040", *place)
    colour(box(shapes, "words", 1, 2), "FFFFFF")


def white_on_white_panel_on_dark(shapes: Any) -> None:
    panel(shapes, "203040")
    panel(shapes, "FFFFFF", 0.5, 1, 6, 4)
    colour(box(shapes, "words", 1, 2), "FFFFFF")


def over_a_picture(shapes: Any) -> None:
    image = picture(shapes, "A dark picture")
    image.width, image.height = Inches(9), Inches(7)
    colour(box(shapes, "words", 1, 2), "FFFFFF")


def under_a_panel(shapes: Any) -> None:
    colour(box(shapes, "words", 1, 2), "FFFFFF")
    panel(shapes, "203040")


def on_a_gradient(shapes: Any) -> None:
    shape = colour(box(shapes, "words", 1, 2), "FFFFFF")
    shape.fill.gradient()


def in_own_fill(shapes: Any, text: str, ground: str) -> None:
    colour(fill(box(shapes, "words", 1, 2), ground), text)


def transparent(shapes: Any) -> None:
    shape = box(shapes, "words", 1, 2)
    value = '<a:srgbClr val="000000"><a:alpha val="0"/></a:srgbClr>'
    run_of(shape)._r.get_or_add_rPr().append(xml(f"<a:solidFill>{value}</a:solidFill>"))


def lightened(shapes: Any) -> None:
    shape = box(shapes, "words", 1, 2)
    value = '<a:schemeClr val="tx1"><a:lumMod val="1000"/><a:lumOff val="99000"/></a:schemeClr>'
    run_of(shape)._r.get_or_add_rPr().append(xml(f"<a:solidFill>{value}</a:solidFill>"))


def outlined(shapes: Any) -> None:
    shape = colour(box(shapes, "words", 1, 2), "FFFFFF")
    line = '<a:ln><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
    run_of(shape)._r.rPr.insert(0, xml(line))


def highlighted(shapes: Any) -> None:
    shape = colour(box(shapes, "words", 1, 2), "FFFFFF")
    run_of(shape)._r.rPr.append(xml('<a:highlight><a:srgbClr val="000000"/></a:highlight>'))


def half_lost(shapes: Any) -> None:
    shape = colour(box(shapes, "words", 1, 2), "FFFFFF")
    shape.text_frame.paragraphs[0].add_run().text = " and more"


def turned(shapes: Any) -> None:
    colour(box(shapes, "words", 1, 2), "FFFFFF").rotation = 30


def styled(shapes: Any) -> None:
    """A shape as PowerPoint draws it: fill and text colour come from its style."""
    shapes.add_shape(MSO_SHAPE.OVAL, *map(Inches, (1, 2, 3, 1))).text_frame.text = "words"


def in_a_cell(shapes: Any, text: str, ground: str) -> None:
    cell = shapes.add_table(1, 1, *map(Inches, (1, 2, 3, 1))).table.cell(0, 0)
    cell.text = "words"
    colour(cell, text)
    if ground:
        cell.fill.solid()
        cell.fill.fore_color.rgb = RGBColor.from_string(ground)


def sized(shapes: Any, *points: float, scale: str = "") -> None:
    shape = box(shapes, "", 1, 2)
    for size in points:
        run = shape.text_frame.paragraphs[0].add_run()
        run.text = "words"
        if size:
            run.font.size = Pt(size)
    if scale:
        shape._element.txBody.bodyPr.append(xml(f'<a:normAutofit fontScale="{scale}"/>'))


def sized_by_list_style(shapes: Any) -> None:
    shape = box(shapes, "words", 1, 2)
    style = '<a:lstStyle><a:lvl1pPr><a:defRPr sz="400"/></a:lvl1pPr></a:lstStyle>'
    body = shape._element.txBody
    body.replace(body.find(f"{{{A}}}lstStyle"), xml(style))


def sized_after_the_text(shapes: Any) -> None:
    shape = box(shapes, "words", 1, 2)
    shape.text_frame.paragraphs[0]._p.append(xml('<a:endParaRPr sz="100"/>'))


LOST, TINY, PLAIN = {"background-colour"}, {"tiny"}, set[str]()
LOOKS = [
    ("white on the white slide", partial(on_plain_ground, text="FFFFFF"), LOST),
    ("nearly white on white", partial(on_plain_ground, text="F8F8F8"), LOST),
    ("pale grey on white", partial(on_plain_ground, text="E0E0E0"), PLAIN),
    ("black on white", partial(on_plain_ground, text="000000"), PLAIN),
    ("yellow on white", partial(on_plain_ground, text="FFFF00"), PLAIN),
    ("the background's theme colour", partial(on_plain_ground, text="bg1"), LOST),
    ("its name in the theme", partial(on_plain_ground, text="lt1"), LOST),
    ("the text's theme colour", partial(on_plain_ground, text="tx1"), PLAIN),
    ("a theme colour made almost white", lightened, LOST),
    ("transparent", transparent, LOST),
    ("white on a dark shape under it", white_on, PLAIN),
    ("white half on a dark shape", lambda shapes: white_on(shapes, 2, 1, 6, 4), PLAIN),
    ("white beside a dark shape", lambda shapes: white_on(shapes, 5, 1, 4, 4), LOST),
    ("white on a white panel on a dark one", white_on_white_panel_on_dark, LOST),
    ("white under a dark shape", under_a_panel, LOST),
    ("white over a picture", over_a_picture, PLAIN),
    ("white on a gradient", on_a_gradient, PLAIN),
    ("white in its own dark box", partial(in_own_fill, text="FFFFFF", ground="203040"), PLAIN),
    ("dark in its own dark box", partial(in_own_fill, text="203040", ground="203040"), LOST),
    ("white with a dark outline", outlined, PLAIN),
    ("white with a dark highlight", highlighted, PLAIN),
    ("one of two runs is white", half_lost, PLAIN),
    ("white in a box that is turned", turned, PLAIN),
    ("a shape as it is drawn", styled, PLAIN),
    ("white in a white cell", partial(in_a_cell, text="FFFFFF", ground="FFFFFF"), LOST),
    ("white in a dark cell", partial(in_a_cell, text="FFFFFF", ground="203040"), PLAIN),
    ("white in a cell that the table's style fills", partial(in_a_cell, text="FFFFFF", ground=""), PLAIN),
    ("5 pt", lambda shapes: sized(shapes, 5), TINY),
    ("6 pt", lambda shapes: sized(shapes, 6), PLAIN),
    ("5 pt and the usual size", lambda shapes: sized(shapes, 5, 0), PLAIN),
    ("5 pt and 4 pt", lambda shapes: sized(shapes, 5, 4), TINY),
    ("9 pt shrunk to 60 %", lambda shapes: sized(shapes, 9, scale="60000"), TINY),
    ("9 pt shrunk to 70 %", lambda shapes: sized(shapes, 9, scale="70000"), PLAIN),
    ("4 pt from a list style", sized_by_list_style, TINY),
    ("1 pt after the last word", sized_after_the_text, PLAIN),
]


@pytest.mark.parametrize(("draw", "expected"), [case[1:] for case in LOOKS], ids=[case[0] for case in LOOKS])
def test_text_that_cannot_be_seen_is_marked(draw: Any, expected: set[str]) -> None:
    deck = Presentation()
    draw(slide(deck, 6).shapes)
    (block,) = [block for block in read(deck).blocks if "words" in block.text]
    assert block.marks == expected


def test_a_colour_map_and_the_layouts_shapes_decide_what_is_lost() -> None:
    deck = Presentation()
    dark, banded, plain = (slide(deck, layout) for layout in (6, 5, 3))
    dark._element.insert(1, xml('<p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="lt1"/></p:clrMapOvr>'))
    colour(box(dark.shapes, "white on the inverted slide", 1, 2), "FFFFFF")
    colour(box(dark.shapes, "black on the inverted slide", 1, 3), "000000")
    band = panel(banded.shapes, "203040", 0, 1.5, 9, 3)
    banded.slide_layout.shapes._spTree.append(band._element)
    colour(box(banded.shapes, "white on the layout's band", 1, 2), "FFFFFF")
    plain.background.fill.solid()
    plain.background.fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_1
    colour(box(plain.shapes, "black on a slide of its own ground", 1, 2), "000000")
    marked = {block.text for block in read(deck).blocks if "background-colour" in block.marks}
    assert {text for text in marked if " on " in text} == {
        "black on the inverted slide", "black on a slide of its own ground",
    }  # fmt: skip


def test_size_is_measured_on_the_slide_as_it_is_shown() -> None:
    """5 pt on a slide a third as high as usual are 15 on the screen."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(4), Inches(2.5)
    sized(slide(deck, 6).shapes, 5)
    assert read(deck).blocks[0].marks == set()
