"""Word documents: what a reader sees comes back once, with its kind, its heading and its place."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest
from docx_draft import DECLARED, VML, WORDML, Draft, alternatives, box, drawing, paragraph, run

from msglint.errors import UnreadableError
from msglint.extract.docx.document import read_docx
from msglint.extract.docx.symbols import symbol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from msglint.model import Block, Document

    Seen = tuple[str, str, str]


def read(*markup: str) -> Document:
    draft = Draft()
    for piece in markup:
        draft.add(piece)
    return read_docx(draft.saved(), "plan.docx")


def seen(blocks: Sequence[Block]) -> list[Seen]:
    return [(str(block.location), block.kind.value, block.text) for block in blocks]


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def marked(document: Document) -> list[tuple[str, set[str]]]:
    return [(block.text, {mark.value for mark in block.marks}) for block in document.blocks]


def style(identifier: str, name: str, base: str = "", inner: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    named = f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/>'
    return f"{named}{based}{inner}</w:style>"


def with_styles(draft: Draft, *styles: str) -> None:
    for markup in styles:
        draft.add(markup, draft.document.styles)


def test_headings_stand_over_what_follows() -> None:
    document = docx.Document()
    for words, name in [
        ("Acme", "Title"), ("Ship it", "Subtitle"), ("Intro", "Normal"), ("Why", "Heading 1"),
        ("Less waste", "List Bullet"), ("", "Normal"), ("“Great.”", "Quote"), ("Figure 1", "Caption"),
    ]:  # fmt: skip
        document.add_paragraph(words, name)
    out = io.BytesIO()
    document.save(out)
    blocks = read_docx(out.getvalue(), "a.docx").blocks
    assert [(*row, block.heading) for row, block in zip(seen(blocks), blocks, strict=True)] == [
        ("¶1", "title", "Acme", ""),
        ("¶2", "subtitle", "Ship it", "Acme"),
        ("¶3", "body", "Intro", "Acme"),
        ("¶4", "title", "Why", ""),
        ("¶5", "bullet", "Less waste", "Why"),
        ("¶7", "quote", "“Great.”", "Why"),
        ("¶8", "caption", "Figure 1", "Why"),
    ]


OUTLINE = '<w:pPr><w:outlineLvl w:val="{}"/></w:pPr>'
LIST = '<w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr>'


@pytest.mark.parametrize(
    ("styles", "properties", "kind"),
    [
        pytest.param([style("berschrift1", "heading 1")], "", "title", id="localized id"),
        pytest.param([style("H", "heading 2,Abschnitt")], "", "title", id="alias"),
        pytest.param([style("A", "Claim", "B"), style("B", "Big", "Heading1")], "", "title", id="based on"),
        pytest.param([style("A", "Claim", inner=OUTLINE.format(2))], "", "title", id="outline level"),
        pytest.param([style("A", "Lead", "Heading1", OUTLINE.format(9))], "", "body", id="outline off"),
        pytest.param([style("A", "Pull quote", "Quote")], "", "quote", id="own quote"),
        pytest.param([style("A", "Check list", inner=LIST.format(1))], "", "bullet", id="list style"),
        pytest.param([style("A", "B list", "ListBullet")], '<w:numPr><w:numId w:val="0"/></w:numPr>', "body",
                     id="list taken off"),
        pytest.param([style("A", "x", "B"), style("B", "y", "A")], "", "body", id="loop"),
        pytest.param([style("A", "toc 2")], "", "nav", id="contents"),
    ],
)  # fmt: skip
def test_styles_say_what_a_paragraph_is(styles: list[str], properties: str, kind: str) -> None:
    draft = Draft()
    with_styles(draft, *styles)
    identifier = styles[0].split('w:styleId="')[1].split('"')[0]
    draft.add(paragraph("Words", f'<w:pStyle w:val="{identifier}"/>{properties}'))
    (block,) = read_docx(draft.saved(), "a.docx").blocks
    assert block.kind == kind


DELETED_END = '<w:rPr><w:del w:id="1"/></w:rPr>'
MOVED_END = '<w:rPr><w:moveFrom w:id="1"/></w:rPr>'
GONE = '<w:del w:id="1"><w:r><w:delText>old </w:delText></w:r></w:del>'
NEW = f'<w:ins w:id="2">{run("new ")}</w:ins>'


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param(f"<w:p>{run('a ')}{GONE}{NEW}{run('b')}</w:p>", [("¶1", "body", "a new b")], id="run"),
        pytest.param(paragraph("Half ", DELETED_END) + paragraph("done", '<w:pStyle w:val="Heading1"/>'),
                     [("¶1", "title", "Half done")], id="the last paragraph's style stays"),
        pytest.param(f"<w:p><w:pPr>{MOVED_END}</w:pPr><w:moveFrom w:id='3'>{run('away')}</w:moveFrom></w:p>"
                     + paragraph("stays"), [("¶1", "body", "stays")], id="moved paragraph"),
        pytest.param(paragraph("end", DELETED_END) + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
                     [("¶1", "body", "end")], id="nothing to join"),
        pytest.param("<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val='Title'/></w:pPr></w:pPrChange></w:pPr>"
                     f"{run('now plain')}</w:p>", [("¶1", "body", "now plain")], id="old style"),
        pytest.param(f"<w:p>{run('now seen', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')}</w:p>",
                     [("¶1", "body", "now seen")], id="old look"),
    ],
)  # fmt: skip
def test_tracked_changes_are_read_as_accepted(markup: str, expected: list[Seen]) -> None:
    document = read(markup)
    assert seen(document.blocks) == expected
    assert {mark for block in document.blocks for mark in block.marks} == set()


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    words = paragraph("Inside") + paragraph("too")
    document = read(f"<w:p>{run('Around')}{box(words)}</w:p>", paragraph("Next"))
    assert seen(document.blocks) == [
        ("¶1", "body", "Around"), ("text box 1 › ¶1", "body", "Inside"), ("text box 1 › ¶2", "body", "too"),
        ("¶2", "body", "Next"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("choice", "fallback", "expected"),
    [
        pytest.param("", VML.format(content=paragraph("old"), alt=""), ["old"], id="empty choice"),
        pytest.param("", "", [], id="empty both"),
        pytest.param(drawing("<pic:pic/>", "descr='new'"), "<w:pict><v:shape alt='old'/></w:pict>", ["new"],
                     id="alt text"),
    ],
)  # fmt: skip
def test_one_alternative_is_read(choice: str, fallback: str, expected: list[str]) -> None:
    document = read(f"<w:p>{alternatives(choice, fallback)}</w:p>", paragraph("end"))
    assert texts(document) == [*expected, "end"]


def field(instruction: str, result: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>{instruction}</w:instrText>'
        f'<w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (field("DATE", run("7 May")), ["7 May"]),
        (field('IF "x" = "y"', run("then ") + field("REF z", run("so"))), ["then so"]),
        ('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>MACROBUTTON No Click here</w:instrText>'
         '<w:fldChar w:fldCharType="end"/></w:r>', ["Click here"]),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("a field that never ends"),
         ["a field that never ends"]),
        ('<w:fldSimple w:instr="NUMPAGES">' + run("12") + "</w:fldSimple>", ["12"]),
        (field('HYPERLINK "https://acme.example" \\o "Go"', run("Acme")),
         ["Acme", "Go", "https://acme.example"]),
        (field('HYPERLINK "https://acme.example/"', run("acme.example")), ["acme.example"]),
    ],
)  # fmt: skip
def test_fields_show_their_result(markup: str, expected: list[str]) -> None:
    assert texts(read(f"<w:p>{markup}</w:p>")) == expected


def test_a_field_over_several_paragraphs_shows_them_all() -> None:
    start = (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    document = read(f"<w:p>{start}{run('One')}</w:p>", paragraph("Two"), f"<w:p>{end}{run('After')}</w:p>")
    assert texts(document) == ["One", "Two", "After"]


def test_annotations_follow_the_words_that_they_stand_over() -> None:
    small = run("Tokyo", '<w:sz w:val="8"/>')
    ruby = f"<w:ruby><w:rubyPr/><w:rt>{small}</w:rt><w:rubyBase>{run('東京')}</w:rubyBase></w:ruby>"
    assert marked(read(f"<w:p><w:r>{ruby}</w:r></w:p>")) == [("東京 (Tokyo)", set())]


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Symbol", "F0B3", "≥"), ("Symbol", "F0A3", "≤"), ("Symbol", "F061", "α"), ("Symbol", "F035", "5"),
        ("Wingdings", "F0E0", " "), ("Calibri", "00AE", "®"), ("Arial", "F041", "A"), ("Arial", "D800", " "),
        ("Arial", "nonsense", " "), ("Arial", "FFFFFFFFFF", " "),
    ],
)  # fmt: skip
def test_symbols(font: str, code: str, shown: str) -> None:
    assert symbol(font, code) == shown


def number(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        (f"<m:f><m:num>{number('1')}</m:num><m:den>{number('2')}</m:den></m:f>", "1/2"),
        (f"<m:sSup><m:e>{number('10')}</m:e><m:sup>{number('3')}</m:sup></m:sSup>", "10^3"),
        (f"{number('f')}<m:d><m:e>{number('x')}</m:e></m:d>", "f(x)"),
        (f"<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub/><m:e>{number('x')}</m:e></m:nary>", "∑x"),
    ],
)
def test_formulas_keep_their_numbers_apart(formula: str, shown: str) -> None:
    assert texts(read(f"<w:p><m:oMath>{formula}</m:oMath></w:p>")) == [shown]


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text) if text else '<w:p/>'}</w:tc>"


def table(*rows: str, properties: str = "") -> str:
    lines = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{lines}</w:tbl>"


HEADED = '<w:tblLook w:firstRow="1"/>'


def test_merged_cells_head_all_that_they_cover() -> None:
    rows = [
        cell("Plan") + cell("Price", '<w:gridSpan w:val="2"/>'),
        cell("Pro", '<w:vMerge w:val="restart"/>') + cell("$5") + cell("$9"),
        cell("", "<w:vMerge/>") + cell("€5") + cell("€9"),
    ]
    blocks = read(table(*rows, properties=HEADED)).blocks
    assert [(str(block.location), block.text, block.heading) for block in blocks] == [
        ("table 1 › row 1, column 1", "Plan", ""), ("table 1 › row 1, column 2", "Price", ""),
        ("table 1 › row 2, column 1", "Pro", "Plan"), ("table 1 › row 2, column 2", "$5", "Price, Pro"),
        ("table 1 › row 2, column 3", "$9", "Price, Pro"), ("table 1 › row 3, column 2", "€5", "Price, Pro"),
        ("table 1 › row 3, column 3", "€9", "Price, Pro"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("properties", "first_row", "heading"),
    [
        (HEADED, "", "Plan"),
        ('<w:tblLook w:val="0020"/>', "", "Plan"),
        ('<w:tblLook w:val="0400"/>', "", "Why"),
        ("", "<w:trPr><w:tblHeader/></w:trPr>", "Plan"),
        ("", "", "Why"),
    ],
)
def test_a_first_row_is_a_header_where_the_table_says_so(
    properties: str, first_row: str, heading: str
) -> None:
    markup = table(f"{first_row}{cell('Plan')}", cell("Pro"), properties=properties)
    document = read(paragraph("Why", '<w:pStyle w:val="Heading1"/>'), markup)
    assert document.blocks[-1].heading == heading


def test_what_lies_in_cells_follows_their_words() -> None:
    inner = table(cell("inner"))
    inside = f"<w:tc><w:p>{run('outer')}{box(paragraph('boxed'))}</w:p>{inner}<w:p>{run('more')}</w:p></w:tc>"
    assert seen(read(table(inside + cell("next"))).blocks) == [
        ("table 1 › row 1, column 1 › ¶1", "table", "outer"),
        ("table 1 › row 1, column 1 › ¶2", "table", "more"),
        ("table 1 › row 1, column 1 › text box 1 › ¶1", "table", "boxed"),
        ("table 1 › row 1, column 1 › table 1 › row 1, column 1", "table", "inner"),
        ("table 1 › row 1, column 2", "table", "next"),
    ]


def test_words_in_a_covered_cell_are_not_shown() -> None:
    document = read(table(cell("top", '<w:vMerge w:val="restart"/>'), cell("kept", "<w:vMerge/>")))
    assert marked(document) == [("top", set()), ("kept", {"hidden"})]


SHADE = '<w:shd w:val="clear" w:fill="{}"/>'


@pytest.mark.parametrize(
    ("properties", "marks"),
    [
        ("<w:vanish/>", {"hidden"}), ('<w:vanish w:val="0"/>', set()), ('<w:sz w:val="11"/>', {"tiny"}),
        ('<w:sz w:val="12"/>', set()), ('<w:sz w:val="5pt"/>', {"tiny"}), ("<w:webHidden/>", set()),
        ('<w:color w:val="FEFEFE"/>', {"background-colour"}), ('<w:color w:val="EEEEEE"/>', set()),
        ('<w:color w:val="auto"/>', set()),
        ('<w:color w:val="FFFFFF"/>' + SHADE.format("0000AA"), set()),
        ('<w:color w:val="0000AA"/>' + SHADE.format("0000AA"), {"background-colour"}),
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="yellow"/>', set()),
        ('<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>', {"background-colour"}),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="pct50" w:fill="FFFFFF"/>', set()),
        ('<w:vanish/><w:sz w:val="4"/>', {"hidden", "tiny"}),
    ],
)  # fmt: skip
def test_words_that_nobody_reads_are_marked(properties: str, marks: set[str]) -> None:
    assert marked(read(f"<w:p>{run('Words', properties)}</w:p>")) == [("Words", marks)]


WHITE = run("Words", '<w:color w:val="FFFFFF"/>')
BEHIND = '<w:r><w:drawing><wp:anchor behindDoc="1"><wp:docPr descr="Sea"/></wp:anchor></w:drawing></w:r>'


@pytest.mark.parametrize(
    ("markup", "marks"),
    [
        pytest.param(f"<w:p>{WHITE}</w:p>", {"background-colour"}, id="paper"),
        pytest.param(f"<w:p><w:pPr>{SHADE.format('222222')}</w:pPr>{WHITE}</w:p>", set(), id="dark"),
        pytest.param(f"<w:p>{BEHIND}{WHITE}</w:p>", set(), id="picture behind"),
        pytest.param(f"<w:p>{box(f'<w:p>{WHITE}</w:p>')}</w:p>", set(), id="text box"),
        pytest.param(table(f"<w:tc><w:tcPr>{SHADE.format('004488')}</w:tcPr><w:p>{WHITE}</w:p></w:tc>"),
                     set(), id="dark cell"),
        pytest.param(table(f"<w:tc><w:p>{WHITE}</w:p></w:tc>"), {"background-colour"}, id="plain cell"),
        pytest.param(table(f"<w:tc><w:p>{WHITE}</w:p></w:tc>",
                           properties='<w:tblStyle w:val="MediumShading1-Accent1"/>'),
                     set(), id="table style"),
    ],
)  # fmt: skip
def test_white_words_are_marked_only_where_white_is_behind(markup: str, marks: set[str]) -> None:
    block = next(block for block in read(markup).blocks if block.text == "Words")
    assert {mark.value for mark in block.marks} == marks


def test_hidden_styles_toggle_each_other() -> None:
    draft = Draft()
    with_styles(draft, style("A", "Secret", inner="<w:rPr><w:vanish/></w:rPr>"))
    words = run("hidden") + run("shown", '<w:vanish w:val="0"/>')
    draft.add(f'<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>{words}</w:p>')
    assert marked(read_docx(draft.saved(), "a.docx")) == [("hidden", {"hidden"}), ("shown", set())]


def test_visible_words_close_up_over_hidden_ones() -> None:
    hidden = run("not ", "<w:vanish/>")
    assert marked(read(f"<w:p>{run('It is ')}{hidden}{run('safe')}</w:p>")) == [
        ("It is safe", set()), ("not", {"hidden"}),
    ]  # fmt: skip


def test_notes_and_comments_stand_under_the_heading_that_refers_to_them() -> None:
    draft = Draft()
    heading = '<w:pStyle w:val="Heading1"/>'
    for what, words in [("footnote", "Source: Acme"), ("endnote", "Measured in 2024")]:
        draft.notes[what].append(f'<w:{what} w:id="1">{paragraph(words)}</w:{what}>')
        draft.add(paragraph(f"About {what}s", heading))
        draft.add(f'<w:p>{run("Faster")}<w:r><w:{what}Reference w:id="1"/></w:r>{run(" too")}</w:p>')
    draft.notes["footnote"].append(f'<w:footnote w:id="9">{paragraph("Nobody refers here")}</w:footnote>')
    draft.document.add_comment(draft.document.paragraphs[-1].runs, text="Is it?", author="A", initials="A")
    blocks = read_docx(draft.saved(), "a.docx").blocks
    assert [(*row, block.heading) for row, block in zip(seen(blocks), blocks, strict=True)][4:] == [
        ("footnote 1", "body", "Source: Acme", "About footnotes"),
        ("footnote 2", "body", "Nobody refers here", ""),
        ("endnote 1", "body", "Measured in 2024", "About endnotes"),
        ("comments › comment 1", "comment", "Is it?", "About endnotes"),
    ]
    assert blocks[1].text == "Faster too"
    assert blocks[5].marks == {"hidden"}


def test_each_wording_of_a_header_once_and_unused_ones_hidden() -> None:
    document = docx.Document()
    document.add_paragraph("Body")
    first = document.sections[0]
    first.header.paragraphs[0].text = "Acme"
    first.footer.paragraphs[0].text = "Confidential"
    first.even_page_header.paragraphs[0].text = "Even"  # the settings do not ask for even pages
    second = document.add_section()
    second.header.is_linked_to_previous = False
    second.header.paragraphs[0].text = "Acme"
    second.header.add_paragraph("Part two")
    out = io.BytesIO()
    document.save(out)
    blocks = read_docx(out.getvalue(), "a.docx").blocks
    assert [(*row, sorted(block.marks)) for row, block in zip(seen(blocks), blocks, strict=True)][1:] == [
        ("header", "header", "Acme", []),
        ("footer", "footer", "Confidential", []),
        ("header of section 2 › ¶2", "header", "Part two", []),
        ("even-page header", "header", "Even", ["hidden"]),
    ]


def test_page_numbers_alone_are_no_text() -> None:
    draft = Draft()
    draft.add(paragraph("Body"))
    footer = draft.document.sections[0].footer
    draft.add(f"<w:p>{field('PAGE', run('3'))}{run(' / ')}{field('NUMPAGES', run('9'))}</w:p>", footer)
    draft.add(f"<w:p>{run('© Acme 2026')}</w:p>", footer)
    assert texts(read_docx(draft.saved(), "a.docx")) == ["Body", "© Acme 2026"]


OLE = (
    '<w:object><v:shape><v:imagedata r:id="x"/></v:shape>'
    '<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="Excel.Sheet.12"/></w:object>'
)
PICTURE = drawing("<pic:pic/>")


@pytest.mark.parametrize(
    ("markup", "region", "reason"),
    [
        (f"<w:p><w:r>{PICTURE * 2}</w:r></w:p>", "pictures", "2 pictures without alt text were not read"),
        ("<w:p><w:r><w:pict><v:shape alt='image.png'><v:imagedata/></v:shape></w:pict></w:r></w:p>",
         "pictures", "1 picture without alt text was not read"),
        (f"<w:p><w:r>{OLE}</w:r></w:p>", "object 1",
         "the embedded Excel.Sheet.12 was not read"),
        ('<w:altChunk r:id="none"/>', "inserted file 1", "the inserted file of unknown name was not read"),
        ('<w:p><w:subDoc r:id="none"/></w:p>', "¶2", "a subdocument was not read"),
        ("<w:p><w:r><w:drawing><c:chart r:id='none'/></w:drawing></w:r></w:p>", "chart 1",
         "is missing from the file"),
        ("<w:p><w:r><w:object><w:control w:name='Box'/></w:object></w:r></w:p>", "control 1",
         "the form control was not read"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_named(markup: str, region: str, reason: str) -> None:
    document = read(paragraph("Words"), markup)
    assert texts(document) == ["Words"]
    assert [(skip.region, skip.reason.split(";")[0]) for skip in document.skipped] == [(region, reason)]


def test_decorative_pictures_are_passed_over() -> None:
    flag = (
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    )
    assert read(paragraph("Words"), f"<w:p><w:r>{drawing('<pic:pic/>' + flag)}</w:r></w:p>").skipped == ()


def changed(data: bytes, edit: Callable[[str, bytes], bytes | None]) -> bytes:
    """The archive with its members edited; None leaves one out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = edit(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def full() -> bytes:
    draft = Draft()
    draft.document.add_paragraph("Why", "Heading 1")
    draft.notes["footnote"].append(f'<w:footnote w:id="1">{paragraph("Note")}</w:footnote>')
    draft.add(f'<w:p>{run("Faster")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>')
    draft.document.sections[0].header.paragraphs[0].text = "Acme"
    draft.document.core_properties.title = "Plan"
    return draft.saved()


ALL = [("Why", "title"), ("Faster", "body"), ("Note", "body"), ("Acme", "header"), ("Plan", "meta")]


@pytest.mark.parametrize("damage", [lambda _: b"", lambda _: b"<broken", lambda _: None, lambda _: b"\0\1"],
                         ids=["empty", "not XML", "missing", "binary"])  # fmt: skip
@pytest.mark.parametrize(
    ("member", "lost", "region"),
    [
        ("word/footnotes.xml", {"Note"}, "footnotes"),
        ("word/header1.xml", {"Acme"}, "header"),
        ("word/styles.xml", set(), "styles"),
        ("docProps/core.xml", {"Plan"}, "properties"),
    ],
)
def test_a_damaged_part_loses_only_itself(
    damage: Callable[[bytes], bytes | None], member: str, lost: set[str], region: str
) -> None:
    data = changed(full(), lambda name, content: damage(content) if name == member else content)
    document = read_docx(data, "a.docx")
    found = [(block.text, block.kind.value) for block in document.blocks]
    assert found == [row for row in ALL if row[0] not in lost]
    assert region in [skip.region for skip in document.skipped]


def test_a_list_of_parts_that_is_lost_is_made_up_for() -> None:
    data = changed(full(), lambda name, content: None if name == "word/_rels/document.xml.rels" else content)
    assert {block.text for block in read_docx(data, "a.docx").blocks} == {text for text, _ in ALL}


def test_a_body_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    def cut(name: str, content: bytes) -> bytes:
        return content[: content.index(b"Faster") + 6] if name == "word/document.xml" else content

    document = read_docx(changed(full(), cut), "a.docx")
    assert "Why" in texts(document)
    assert ("body", True) in [(skip.region, "damaged" in skip.reason) for skip in document.skipped]


def test_one_bad_paragraph_does_not_lose_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    from msglint.extract.docx.styles import Styles

    kind = Styles.kind
    monkeypatch.setattr(
        Styles, "kind", lambda self, node: 1 / 0 if node.find("{*}bidi") is not None else kind(self, node)
    )
    document = read(paragraph("One"), paragraph("Two", "<w:bidi/>"), paragraph("Three"))
    assert texts(document) == ["One", "Three"]
    assert [(skip.region, skip.reason) for skip in document.skipped] == [
        ("¶2", "could not be read (ZeroDivisionError); check it by eye")
    ]


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (lambda name, content: None if name == "word/document.xml" else content, "is damaged"),
        (lambda name, content: b"" if name == "word/document.xml" else content, "is damaged"),
        (lambda name, content: b"<html/>" if name == "word/document.xml" else content, "not a Word document"),
    ],
)
def test_a_file_without_a_body_cannot_be_read(
    edit: Callable[[str, bytes], bytes | None], reason: str
) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read_docx(changed(full(), edit), "a.docx")


def test_what_is_no_archive_cannot_be_read() -> None:
    with pytest.raises(UnreadableError, match="is damaged"):
        read_docx(full()[:500], "a.docx")


def test_a_document_without_words_says_why() -> None:
    document = read("<w:p/>")
    assert document.blocks == ()
    assert [skip.region for skip in document.skipped] == ["file"]


def test_strict_files_are_read_like_others() -> None:
    def strict(_: str, content: bytes) -> bytes:
        for area in (b"wordprocessingml", b"drawingml", b"officeDocument"):
            old = b"http://schemas.openxmlformats.org/" + area + b"/2006/"
            content = content.replace(old, b"http://purl.oclc.org/ooxml/" + area + b"/")
        return content

    document = read_docx(changed(full(), strict), "a.docx")
    assert [(block.text, block.kind.value) for block in document.blocks] == ALL
    assert document.skipped == ()


def test_entities_are_neither_expanded_nor_fetched() -> None:
    def bomb(name: str, content: bytes) -> bytes:
        if name != "word/document.xml":
            return content
        start = b'<!DOCTYPE x [<!ENTITY a "boom"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
        return content.replace(b"<w:document", start + b"<w:document", 1).replace(b"Faster", b"Faster&a;&b;")

    document = read_docx(changed(full(), bomb), "a.docx")
    assert not [text for text in texts(document) if "boom" in text or "root:" in text]
    assert "body" in [skip.region for skip in document.skipped]


def test_deep_nesting_is_read_or_named() -> None:
    nested = paragraph("deep")
    for _ in range(60):
        nested = table(f"<w:tc>{nested}<w:p/></w:tc>")
    assert texts(read(nested)) == ["deep"]
    opening = b"<w:tbl><w:tr><w:tc>" * 400
    data = changed(full(), lambda name, content: content.replace(b"<w:sectPr", opening + b"<w:sectPr", 1)
                   if name == "word/document.xml" else content)  # fmt: skip
    document = read_docx(data, "a.docx")
    assert "Faster" in texts(document)
    assert "body" in [skip.region for skip in document.skipped]


def test_endless_spans_build_no_endless_rows() -> None:
    assert texts(read(table(cell("wide", '<w:gridSpan w:val="999999999"/>')))) == ["wide"]


def test_building_blocks_are_not_the_document() -> None:
    draft = Draft()
    draft.add(paragraph("Words"))
    xml = f"<w:glossaryDocument {DECLARED}>{paragraph('Lorem')}</w:glossaryDocument>"
    draft.relate("glossary/document{}.xml", f"{WORDML}.document.glossary+xml", "glossaryDocument", xml)
    assert texts(read_docx(draft.saved(), "a.docx")) == ["Words"]


FODT_SPACES = {
    "office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing",
    "svg": "svg-compatible",
}  # fmt: skip
FODT = """<?xml version="1.0" encoding="UTF-8"?><office:document {} xmlns:dc="http://purl.org/dc/elements/1.1/"
office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>Plan</dc:title></office:meta>
<office:automatic-styles><style:page-layout style:name="page"/>
<style:style style:name="hidden" style:family="text"><style:text-properties text:display="none"/>
</style:style></office:automatic-styles><office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="page"><style:header><text:p>Acme</text:p>
</style:header></style:master-page></office:master-styles><office:body><office:text><text:tracked-changes>
<text:changed-region text:id="c"><text:deletion><office:change-info><dc:creator>A</dc:creator>
<dc:date>2026-01-01T00:00:00</dc:date></office:change-info><text:p>gone</text:p></text:deletion>
</text:changed-region></text:tracked-changes><text:h text:outline-level="1">Why</text:h><text:p>Cuts waste
<text:change text:change-id="c"/><text:span text:style-name="hidden">secretly</text:span> by 45%<text:note
text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Survey</text:p>
</text:note-body></text:note>.<office:annotation><dc:creator>B</dc:creator><text:p>Sure?</text:p>
</office:annotation></text:p><text:list><text:list-item><text:p>Fast</text:p></text:list-item></text:list>
<text:p><draw:frame text:anchor-type="paragraph" svg:width="5cm" svg:height="2cm"><draw:text-box>
<text:p>Framed</text:p></draw:text-box></draw:frame></text:p><table:table><table:table-column
table:number-columns-repeated="2"/><table:table-row><table:table-cell><text:p>Plan</text:p>
</table:table-cell><table:table-cell><text:p>Price</text:p></table:table-cell></table:table-row></table:table><text:p/>
</office:text></office:body></office:document>"""


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice writes this file; it is not here")
def test_what_libreoffice_writes(tmp_path: Path) -> None:
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in FODT_SPACES.items()
    )
    (tmp_path / "plan.fodt").write_text(FODT.format(spaces), encoding="utf-8")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path)]
    command = ["soffice", profile, *convert, str(tmp_path / "plan.fodt")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    document = read_docx((tmp_path / "plan.docx").read_bytes(), "plan.docx")
    assert seen(document.blocks) == [
        ("¶1", "title", "Why"), ("¶2", "body", "Cuts waste by 45%."), ("¶2", "body", "secretly"),
        ("¶3", "bullet", "Fast"), ("text box 1 › ¶1", "body", "Framed"),
        ("table 1 › row 1, column 1", "table", "Plan"), ("table 1 › row 1, column 2", "table", "Price"),
        ("footnote 1", "body", "Survey"), ("header", "header", "Acme"),
        ("comments › comment 1", "comment", "Sure?"), ("properties › title", "meta", "Plan"),
    ]  # fmt: skip
    assert [block.text for block in document.blocks if block.marks] == ["secretly"]
    assert document.skipped == ()
