"""Nothing in a deck is lost: a word planted in every place that holds text comes back once, in its role."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from deck_parts import (
    A,
    P,
    add_part,
    box,
    graphic_frame,
    picture,
    placeholder,
    read,
    slide,
    smartart,
    xml,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Inches

from msglint.model import Mark

if TYPE_CHECKING:
    from collections.abc import Callable

SPOT = (Inches(1), Inches(2), Inches(3), Inches(1))


def presentation_of(added: Any) -> Any:
    return added.part.package.presentation_part.presentation


def title(added: Any, text: str) -> None:
    added.shapes.title.text = text


def subtitle(added: Any, text: str) -> None:
    placeholder(added.shapes, "subTitle", text)


def body(added: Any, text: str) -> None:
    placeholder(added.shapes, "body", text)


def text_box(added: Any, text: str) -> None:
    box(added.shapes, text, 1, 2)


def shape_text(added: Any, text: str) -> None:
    added.shapes.add_shape(MSO_SHAPE.CHEVRON, *SPOT).text_frame.text = text


def word_art(added: Any, text: str) -> None:
    art = box(added.shapes, text, 1, 2)
    art._element.txBody.bodyPr.append(xml('<a:prstTxWarp prst="textWave1"/>'))


def after_line_break(added: Any, text: str) -> None:
    box(added.shapes, f"First\v{text}", 1, 2)


def field(added: Any, text: str) -> None:
    _paragraph(added).append(xml(f'<a:fld id="{{1}}" type="datetime1"><a:t>{text}</a:t></a:fld>'))


def equation(added: Any, text: str) -> None:
    math = f"<a14:m><m:oMathPara><m:oMath><m:r><m:t>{text}</m:t></m:r></m:oMath></m:oMathPara></a14:m>"
    _paragraph(added).append(
        xml(
            f'<mc:AlternateContent><mc:Choice Requires="a14">{math}</mc:Choice>'
            f"<mc:Fallback><a:r><a:t>{text}</a:t></a:r></mc:Fallback></mc:AlternateContent>"
        )
    )


def _paragraph(added: Any) -> Any:
    return box(added.shapes, "", 1, 2)._element.txBody.p_lst[0]


def newer_shape(added: Any, text: str) -> None:
    """A shape that older programs get in another form."""
    element = box(added.shapes, text, 1, 2)._element
    wrapper = xml("<mc:AlternateContent><mc:Choice/><mc:Fallback/></mc:AlternateContent>")
    element.getparent().replace(element, wrapper)
    wrapper[0].append(element)
    older = f"<p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody>"
    wrapper[1].append(xml(f"<p:sp><p:nvSpPr/><p:spPr/>{older}</p:sp>"))


def unknown_shape(added: Any, text: str) -> None:
    added.shapes._spTree.append(xml(f"<p14:odd><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p14:odd>"))


def table_of(added: Any) -> Any:
    return added.shapes.add_table(2, 2, *SPOT)


def table_header(added: Any, text: str) -> None:
    table_of(added).table.cell(0, 1).text = text


def table_cell(added: Any, text: str) -> None:
    table_of(added).table.cell(1, 1).text = text


def merged_cell(added: Any, text: str) -> None:
    table = table_of(added).table
    table.cell(0, 0).merge(table.cell(1, 1))
    table.cell(0, 0).text = text


def chart_of(added: Any, category: str = "North", series: str = "Sales") -> Any:
    data = CategoryChartData()
    data.categories = [category]
    data.add_series(series, (3,))
    return added.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *SPOT, data)


def chart_title(added: Any, text: str) -> None:
    chart = chart_of(added).chart
    chart.has_title = True
    chart.chart_title.text_frame.text = text


def chart_series(added: Any, text: str) -> None:
    chart_of(added, series=text)


def chart_category(added: Any, text: str) -> None:
    chart_of(added, category=text)


def chart_axis(added: Any, text: str) -> None:
    axis = chart_of(added).chart.value_axis
    axis.has_title = True
    axis.axis_title.text_frame.text = text


def chart_units(added: Any, text: str) -> None:
    axis = chart_of(added).chart.value_axis._element
    rich = f"<c:rich><a:p><a:r><a:t>{text}</a:t></a:r></a:p></c:rich>"
    axis.append(xml(f"<c:dispUnits><c:dispUnitsLbl><c:tx>{rich}</c:tx></c:dispUnitsLbl></c:dispUnits>"))


def chart_label(added: Any, text: str) -> None:
    chart_of(added).chart.plots[0].series[0].points[0].data_label.text_frame.text = text


def chart_trend(added: Any, text: str) -> None:
    series = chart_of(added).chart.plots[0].series[0]._element
    series.append(xml(f"<c:trendline><c:name>{text}</c:name></c:trendline>"))


def chart_drawing(added: Any, text: str) -> None:
    _draw_in_chart(added, f"<cdr:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></cdr:txBody>", "")


def chart_drawing_alt(added: Any, text: str) -> None:
    _draw_in_chart(added, "", f'descr="{text}"')


def _draw_in_chart(added: Any, content: str, description: str) -> None:
    part = chart_of(added).chart.part
    identity = f'<cdr:nvSpPr><cdr:cNvPr id="1" name="Text" {description}/></cdr:nvSpPr>'
    shape = f"<cdr:sp>{identity}{content}</cdr:sp>"
    drawing = f"<c:userShapes><cdr:relSizeAnchor>{shape}</cdr:relSizeAnchor></c:userShapes>"
    add_part(part, f"/ppt/drawings/drawing{id(part)}.xml", "chartUserShapes", drawing)


def smartart_outline(added: Any, text: str) -> None:
    smartart(added, text, text)


def smartart_drawing(added: Any, text: str) -> None:
    smartart(added, "", text)


def describe(shape: Any, text: str, key: str = "descr") -> None:
    next(shape._element.iter(f"{{{P}}}cNvPr")).set(key, text)


def picture_alt(added: Any, text: str) -> None:
    picture(added.shapes, text)


def picture_title(added: Any, text: str) -> None:
    describe(picture(added.shapes, ""), text, "title")


def shape_alt(added: Any, text: str) -> None:
    describe(added.shapes.add_shape(MSO_SHAPE.OVAL, *SPOT), text)


def group_alt(added: Any, text: str) -> None:
    describe(added.shapes.add_group_shape(), text)


def chart_alt(added: Any, text: str) -> None:
    describe(chart_of(added), text)


def table_alt(added: Any, text: str) -> None:
    describe(table_of(added), text)


def connector_alt(added: Any, text: str) -> None:
    describe(added.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *SPOT), text)


def object_icon_alt(added: Any, text: str) -> None:
    frame = added.shapes.add_ole_object(io.BytesIO(b"x"), "Excel.Sheet.12", *SPOT)
    list(frame._element.iter(f"{{{P}}}cNvPr"))[-1].set("descr", text)


def control_alt(added: Any, text: str) -> None:
    image = f'<p:pic><p:nvPicPr><p:cNvPr id="7" name="Box" descr="{text}"/></p:nvPicPr></p:pic>'
    control = f'<p:control name="Box">{image}</p:control>'
    added._element.cSld.append(xml(f"<p:controls>{control}</p:controls>"))


def link_text(added: Any, text: str) -> None:
    _linked_run(added, text)


def link_tooltip(added: Any, text: str) -> None:
    _linked_run(added, "Read on")._r.rPr.find(f"{{{A}}}hlinkClick").set("tooltip", text)


def shape_tooltip(added: Any, text: str) -> None:
    shape = added.shapes.add_shape(MSO_SHAPE.OVAL, *SPOT)
    shape._element.nvSpPr.cNvPr.append(xml(f'<a:hlinkHover tooltip="{text}"/>'))


def link_address(added: Any, text: str) -> None:
    _linked_run(added, "Read on", f"https://example.com/{text.split()[-1]}")


def _linked_run(added: Any, text: str, address: str = "https://example.com") -> Any:
    run = box(added.shapes, "", 1, 2).text_frame.paragraphs[0].add_run()
    run.text, run.hyperlink.address = text, address
    return run


def footer(added: Any, text: str) -> None:
    placeholder(added.shapes, "ftr", text)


def date(added: Any, text: str) -> None:
    placeholder(added.shapes, "dt", text)


def slide_number(added: Any, text: str) -> None:
    placeholder(added.shapes, "sldNum", text)


def notes(added: Any, text: str) -> None:
    added.notes_slide.notes_text_frame.text = text


def notes_box(added: Any, text: str) -> None:
    shape = box(added.shapes, text, 1, 2)
    shape.name = "Box"
    added.notes_slide.shapes._spTree.append(shape._element)


def notes_table(added: Any, text: str) -> None:
    frame = table_of(added)
    frame.table.cell(0, 0).text = text
    added.notes_slide.shapes._spTree.append(frame._element)


def notes_alt(added: Any, text: str) -> None:
    frame = table_of(added)
    describe(frame, text)
    added.notes_slide.shapes._spTree.append(frame._element)


def _notes_placeholder(added: Any, kind: str, text: str) -> None:
    added.notes_slide.shapes._spTree.append(placeholder(added.shapes, kind, text)._element)


def notes_header(added: Any, text: str) -> None:
    _notes_placeholder(added, "hdr", text)


def notes_footer(added: Any, text: str) -> None:
    _notes_placeholder(added, "ftr", text)


def legacy_comment(added: Any, text: str) -> None:
    _comments(added, "comment", f"<p:cmLst><p:cm><p:text>{text}</p:text></p:cm></p:cmLst>")


def modern_comment(added: Any, text: str) -> None:
    _comments(added, "modernComment", f"<p188:cmLst><p188:cm>{_thread(text)}</p188:cm></p188:cmLst>")


def comment_reply(added: Any, text: str) -> None:
    reply = f"<p188:replyLst><p188:reply>{_thread(text)}</p188:reply></p188:replyLst>"
    thread = f"<p188:cm>{_thread('Why?')}{reply}</p188:cm>"
    _comments(added, "threadedComment", f"<p188:cmLst>{thread}</p188:cmLst>")


def _thread(text: str) -> str:
    return f"<p188:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p188:txBody>"


def _comments(added: Any, name: str, content: str) -> None:
    add_part(added.part, f"/ppt/comments/{name}{added.slide_id}.xml", "comments", content)


def slide_name(added: Any, text: str) -> None:
    added._element.cSld.set("name", text)


def layout_text(added: Any, text: str) -> None:
    added.slide_layout.shapes._spTree.append(box(added.shapes, text, 1, 3)._element)


def layout_table(added: Any, text: str) -> None:
    frame = table_of(added)
    frame.table.cell(0, 0).text = text
    added.slide_layout.shapes._spTree.append(frame._element)


def layout_alt(added: Any, text: str) -> None:
    shape = added.shapes.add_shape(MSO_SHAPE.OVAL, *SPOT)
    describe(shape, text)
    added.slide_layout.shapes._spTree.append(shape._element)


def master_text(added: Any, text: str) -> None:
    added.slide_layout.slide_master.shapes._spTree.append(box(added.shapes, text, 1, 3)._element)


def master_footer(added: Any, text: str) -> None:
    added.slide_layout.slide_master.shapes._spTree.append(box(added.shapes, text, 1, 7.2)._element)


def notes_master_text(added: Any, text: str) -> None:
    master = added.notes_slide.part.notes_master
    master.shapes._spTree.append(placeholder(added.shapes, "hdr", text)._element)


def handout_master_text(added: Any, text: str) -> None:
    shape = placeholder(added.shapes, "ftr", text)._element
    shape.getparent().remove(shape)
    shapes = etree.tostring(shape).decode()
    content = f"<p:handoutMaster><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:handoutMaster>"
    owner, name = presentation_of(added).part, "/ppt/handoutMasters/handoutMaster1.xml"
    add_part(owner, name, "handoutMaster", content)


def core_property(key: str) -> Callable[[Any, str], None]:
    return lambda added, text: setattr(presentation_of(added).core_properties, key, text)


def company(added: Any, text: str) -> None:
    names = 'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"'
    content = f"<Properties {names}><Company>{text}</Company></Properties>"
    package = added.part.package
    for key, relation in list(package._rels.items()):
        if relation.reltype.endswith("/extended-properties"):
            package._rels.pop(key)
    add_part(package, "/docProps/app.xml", "extended-properties", content)


def custom_property(added: Any, text: str) -> None:
    names = 'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    slogan = f'<property name="Slogan"><vt:lpwstr>{text}</vt:lpwstr></property>'
    content = f"<Properties {names}>{slogan}</Properties>"
    add_part(added.part.package, "/docProps/custom.xml", "custom-properties", content)


def section_name(added: Any, text: str) -> None:
    sections = f'<p14:sectionLst><p14:section name="{text}"/></p14:sectionLst>'
    extensions = xml(f'<p:extLst><p:ext uri="x">{sections}</p:ext></p:extLst>')
    presentation_of(added).part._element.append(extensions)


def custom_show(added: Any, text: str) -> None:
    shows = f'<p:custShowLst><p:custShow name="{text}" id="0"/></p:custShowLst>'
    presentation_of(added).part._element.append(xml(shows))


@dataclass(frozen=True)
class Place:
    """Where a text is put, the kind it must come back with, and what its location must name."""

    name: str
    plant: Callable[[Any, str], None]
    kind: str
    where: str


ON_SLIDES = [
    Place("title", title, "title", "› Title"),
    Place("subtitle placeholder", subtitle, "subtitle", "› TextBox"),
    Place("body placeholder", body, "bullet", "› TextBox"),
    Place("text box", text_box, "body", "› TextBox"),
    Place("text in a shape", shape_text, "body", "› Chevron"),
    Place("WordArt", word_art, "body", "› TextBox"),
    Place("text after a line break", after_line_break, "body", "› TextBox"),
    Place("field", field, "body", "› TextBox"),
    Place("equation", equation, "body", "› TextBox"),
    Place("shape with an older form", newer_shape, "body", "› TextBox"),
    Place("shape of an unknown kind", unknown_shape, "body", "› unnamed shape"),
    Place("table header", table_header, "table", "row 1, column 2"),
    Place("table cell", table_cell, "table", "row 2, column 2"),
    Place("merged table cell", merged_cell, "table", "row 1, column 1"),
    Place("chart title", chart_title, "chart", "› title"),
    Place("chart series", chart_series, "chart", "› series 1"),
    Place("chart category", chart_category, "chart", "› series 1"),
    Place("chart axis title", chart_axis, "chart", "› axis title"),
    Place("chart axis units", chart_units, "chart", "› axis units"),
    Place("chart data label", chart_label, "chart", "› series 1, label"),
    Place("chart trend line", chart_trend, "chart", "› series 1, trend line"),
    Place("text box inside a chart", chart_drawing, "chart", "› drawing, ¶1"),
    Place("alt text inside a chart", chart_drawing_alt, "alt", "› drawing, alt text"),
    Place("SmartArt outline", smartart_outline, "body", "› item 1"),
    Place("SmartArt that has only its drawing", smartart_drawing, "body", "› item 1"),
    Place("alt text of a picture", picture_alt, "alt", "› alt text"),
    Place("title of a picture", picture_title, "alt", "› alt text"),
    Place("alt text of a shape", shape_alt, "alt", "› alt text"),
    Place("alt text of a group", group_alt, "alt", "› alt text"),
    Place("alt text of a chart", chart_alt, "alt", "› alt text"),
    Place("alt text of a table", table_alt, "alt", "› alt text"),
    Place("alt text of a connector", connector_alt, "alt", "› alt text"),
    Place("alt text of an object's icon", object_icon_alt, "alt", "› alt text"),
    Place("alt text of a form control", control_alt, "alt", "› Box › alt text"),
    Place("text of a link", link_text, "body", "› ¶1"),
    Place("tooltip of a link", link_tooltip, "alt", "› tooltip"),
    Place("tooltip of a shape", shape_tooltip, "alt", "› tooltip"),
    Place("address of a link", link_address, "link", "› link"),
    Place("footer", footer, "footer", "› TextBox"),
    Place("date", date, "footer", "› TextBox"),
    Place("slide number", slide_number, "footer", "› TextBox"),
    Place("speaker notes", notes, "notes", "› notes › ¶1"),
    Place("text box on the notes page", notes_box, "notes", "› notes › Box › ¶1"),
    Place("table on the notes page", notes_table, "table", "› notes › Table"),
    Place("alt text on the notes page", notes_alt, "alt", "› notes › Table"),
    Place("header of the notes page", notes_header, "header", "› notes ›"),
    Place("footer of the notes page", notes_footer, "footer", "› notes ›"),
    Place("comment", legacy_comment, "comment", "› comments › comment"),
    Place("comment of the newer kind", modern_comment, "comment", "› comments › comment"),
    Place("reply to a comment", comment_reply, "comment", "› comments › comment"),
    Place("name of a slide", slide_name, "meta", "› name"),
]
OF_THE_DECK = [
    Place("text on a layout", layout_text, "body", "layout Title Only ›"),
    Place("table on a layout", layout_table, "table", "layout Title Only ›"),
    Place("alt text on a layout", layout_alt, "alt", "layout Title Only ›"),
    Place("text on the master", master_text, "body", "slide master ›"),
    Place("small print on the master", master_footer, "footer", "slide master ›"),
    Place("header on the notes master", notes_master_text, "header", "notes master ›"),
    Place("footer on the handout master", handout_master_text, "footer", "handout master ›"),
    Place("title property", core_property("title"), "meta", "properties › title"),
    Place("subject property", core_property("subject"), "meta", "properties › subject"),
    Place("keywords property", core_property("keywords"), "meta", "properties › keywords"),
    Place("comments property", core_property("comments"), "meta", "properties › comments"),
    Place("category property", core_property("category"), "meta", "properties › category"),
    Place("status property", core_property("content_status"), "meta", "properties › status"),
    Place("company property", company, "meta", "properties › company"),
    Place("custom property", custom_property, "meta", "properties › Slogan"),
    Place("section name", section_name, "meta", "section 1"),
    Place("custom show", custom_show, "meta", "custom show 1"),
]
PLACES = ON_SLIDES + OF_THE_DECK
MOVABLE = {f"{{{P}}}{name}" for name in ("sp", "pic", "graphicFrame", "cxnSp", "grpSp")}


def plant(added: Any, place: Place, token: str, depth: int) -> None:
    """Put a sentence with `token` in a place; new shapes of the slide go into groups, `depth` deep."""
    before = set(added.shapes._spTree)
    place.plant(added, f"Here stands {token}")
    new = [element for element in added.shapes._spTree if element not in before and element.tag in MOVABLE]
    if depth and new:
        group = added.shapes.add_group_shape()
        for _ in range(depth - 1):
            group = group.shapes.add_group_shape()
        group._element.extend(new)


slides = st.lists(
    st.tuples(
        st.lists(st.sampled_from(ON_SLIDES), unique=True, min_size=1, max_size=14),
        st.integers(0, 5),
        st.booleans(),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(slides, st.lists(st.sampled_from(OF_THE_DECK), unique=True))
def test_every_planted_word_comes_back_once(planned: Any, of_the_deck: list[Place]) -> None:
    deck, planted = Presentation(), list[tuple[str, Place, str]]()
    for number, (places, depth, is_hidden) in enumerate(planned, start=1):
        added = slide(deck)
        for index, place in enumerate(places):
            token = f"tok{number}x{index:02}z"
            plant(added, place, token, depth)
            planted.append((token, place, f"slide {number} ›"))
        if is_hidden:
            added._element.set("show", "0")
    for index, place in enumerate(of_the_deck):
        plant(deck.slides[0], place, f"tok0x{index:02}z", 0)
        planted.append((f"tok0x{index:02}z", place, ""))
    check(read(deck).blocks, planted)


def check(blocks: Any, planted: list[tuple[str, Place, str]]) -> None:
    for token, place, start in planted:
        found = [block for block in blocks if token in block.text]
        assert [block.kind.value for block in found] == [place.kind], place.name
        assert sum(block.text.count(token) for block in blocks) == 1, place.name
        location = str(found[0].location)
        assert location.startswith(start), place.name
        assert place.where in location, (place.name, location)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_place(place: Place) -> None:
    deck = Presentation()
    added = slide(deck, title="")
    plant(added, place, "tok7f3a", 0)
    document = read(deck)
    blocks = document.blocks or read_with_words(deck)
    check(blocks, [("tok7f3a", place, "slide 1 ›" if place in ON_SLIDES else "")])
    is_template = place.where.startswith(("layout", "slide master", "notes master", "handout master"))
    assert {Mark.TEMPLATE in block.marks for block in blocks if "tok7f3a" in block.text} == {is_template}


def read_with_words(deck: Any) -> Any:
    """A deck that has only properties counts as empty, so it gets a word on its slide."""
    box(deck.slides[0].shapes, "word", 1, 6)
    return read(deck).blocks


def test_places_are_many_and_named_once() -> None:
    names = [place.name for place in PLACES]
    assert len(names) >= 60
    assert len(set(names)) == len(names)


def ole(added: Any) -> None:
    added.shapes.add_ole_object(io.BytesIO(b"x"), "Excel.Sheet.12", *SPOT)


def linked_ole(added: Any) -> None:
    key = added.part.relate_to("file:///C:/team/prices.docx", "x/oleObject", is_external=True)
    content = f'<p:oleObj progId="Word.Document.12" r:id="{key}"><p:link/></p:oleObj>'
    uri = "http://schemas.openxmlformats.org/presentationml/2006/ole"
    added.shapes._spTree.append(graphic_frame(uri, content, "Linked"))


def ink(added: Any) -> None:
    element = picture(added.shapes, "")._element
    identity = '<p14:nvContentPartPr><p14:cNvPr id="3" name="Ink 3"/></p14:nvContentPartPr>'
    wrapper = xml(
        f"<mc:AlternateContent><mc:Choice><p:contentPart>{identity}</p:contentPart></mc:Choice>"
        "<mc:Fallback/></mc:AlternateContent>"
    )
    element.getparent().replace(element, wrapper)
    wrapper[1].append(element)


def control(added: Any) -> None:
    added._element.cSld.append(xml('<p:controls><p:control name="Choice"/></p:controls>'))


def bare_picture(added: Any) -> None:
    picture(added.shapes, "")


def filled_with_a_picture(added: Any) -> None:
    shape = added.shapes.add_shape(MSO_SHAPE.OVAL, *SPOT)
    shape._element.spPr.insert(2, xml('<a:blipFill><a:blip/><a:stretch/></a:blipFill>'))


def video(added: Any) -> None:
    added.shapes.add_movie(io.BytesIO(b"x"), *SPOT, mime_type="video/mp4")


def lost_smartart(added: Any) -> None:
    uri = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    added.shapes._spTree.append(graphic_frame(uri, '<dgm:relIds r:dm="rId99"/>', "Diagram"))


@pytest.mark.parametrize(
    ("add", "reason"),
    [
        (ole, "the embedded Excel workbook was not read"),
        (linked_ole, "the linked Word document (prices.docx) was not read"),
        (ink, "the ink drawing was not read"),
        (control, "the form control was not read"),
        (bare_picture, "1 picture without alt text was not read"),
        (filled_with_a_picture, "1 picture without alt text was not read"),
        (video, "the video was not read"),
        (lost_smartart, "could not be read"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_cannot_be_read_is_named(add: Callable[[Any], None], reason: str) -> None:
    deck = Presentation()
    added = slide(deck)
    add(added)
    (skip,) = read(deck).skipped
    assert skip.reason.startswith(reason)
    assert skip.region.startswith("slide 1")
    assert "; " in skip.reason
