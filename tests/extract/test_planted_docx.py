"""Every place where a Word document holds words: a token planted there comes back once, of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx_draft import DECLARED, SHAPE, VML, WORDML, Draft, alternatives, box, drawing, paragraph, run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from msglint.extract.docx.document import read_docx

if TYPE_CHECKING:
    from collections.abc import Callable

    from msglint.model import Block

def styled(style: str) -> Callable[[Draft, str], object]:
    return lambda draft, token: draft.document.add_paragraph(token, style)


def markup(template: str) -> Callable[[Draft, str], object]:
    """Plants by markup in which TOKEN stands for the token, HEAD and TAIL for its halves."""

    def plant(draft: Draft, token: str) -> None:
        halves = template.replace("HEAD", token[:2]).replace("TAIL", token[2:])
        draft.add(halves.replace("TOKEN", token))

    return plant


def inline(template: str) -> Callable[[Draft, str], object]:
    return markup(f"<w:p>{run('before ')}{template}{run(' after')}</w:p>")


def graphic(content: str, attributes: str = "") -> Callable[[Draft, str], object]:
    return inline(f"<w:r>{drawing(content, attributes)}</w:r>")


def own_style(draft: Draft, token: str) -> None:
    """A heading whose style has a local name and is only based on one that Word knows."""
    styles = draft.document.styles
    if "Überschrift groß" not in [style.name for style in styles]:
        added = styles.add_style("Überschrift groß", WD_STYLE_TYPE.PARAGRAPH)
        added.base_style = styles["Heading 3"]
    draft.document.add_paragraph(token, "Überschrift groß")


def contents_entry(draft: Draft, token: str) -> None:
    styles = draft.document.styles
    if "toc 1" not in [style.name for style in styles]:
        styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    draft.document.add_paragraph(f"{token}\t3", "toc 1")


def linked(draft: Draft, token: str, text: str, target: str, tip: str) -> None:
    identifier = draft.document.part.relate_to(f"https://{target}", RT.HYPERLINK, is_external=True)
    tooltip = f'w:tooltip="{tip}"' if tip else ""
    draft.add(f'<w:p><w:hyperlink r:id="{identifier}" {tooltip}>{run(text)}</w:hyperlink></w:p>')
    assert token in (text, tip) or token in target


def cell(draft: Draft, row: int, column: int) -> Any:
    return draft.document.add_table(2, 3).cell(row, column)


def merged_cell(draft: Draft, token: str) -> None:
    table = draft.document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(1, 1)).text = token


def described_table(draft: Draft, token: str, tag: str) -> None:
    table = draft.document.add_table(1, 2)
    table._tbl.tblPr.append(etree.fromstring(f'<w:{tag} {DECLARED} w:val="{token}"/>'))


def in_header(draft: Draft, token: str) -> None:
    draft.document.sections[0].header.add_paragraph(token)


def in_first_header(draft: Draft, token: str) -> None:
    draft.document.sections[0].different_first_page_header_footer = True
    draft.document.sections[0].first_page_header.add_paragraph(token)


def in_even_footer(draft: Draft, token: str) -> None:
    draft.document.settings.odd_and_even_pages_header_footer = True
    draft.document.sections[0].even_page_footer.add_paragraph(token)


def in_footer_table(draft: Draft, token: str) -> None:
    draft.document.sections[0].footer.add_table(1, 2, 10000).cell(0, 1).text = token


def chart(draft: Draft, token: str) -> None:
    point = '<c:pt idx="0"><c:v>{}</c:v></c:pt>'
    xml = (
        f"<c:chartSpace {DECLARED}><c:chart><c:plotArea><c:pieChart><c:ser><c:cat><c:strRef><c:strCache>"
        f"{point.format(token)}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache>{point.format(31)}"
        "</c:numCache></c:numRef></c:val></c:ser></c:pieChart></c:plotArea></c:chart></c:chartSpace>"
    )
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    identifier = draft.relate("charts/chart{}.xml", kind, "chart", xml)
    shown = drawing(f'<c:chart r:id="{identifier}"/>')
    draft.add(f"<w:p><w:r>{shown}</w:r></w:p>")


def diagram(draft: Draft, token: str) -> None:
    xml = (
        f'<dgm:dataModel {DECLARED}><dgm:ptLst><dgm:pt modelId="1" type="doc"/><dgm:pt modelId="2"><dgm:t>'
        f"<a:bodyPr/><a:p><a:r><a:t>{token}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst><dgm:cxnLst>"
        '<dgm:cxn modelId="3" srcId="1" destId="2" srcOrd="0" destOrd="0"/></dgm:cxnLst></dgm:dataModel>'
    )
    kind = "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml"
    identifier = draft.relate("diagrams/data{}.xml", kind, "diagramData", xml)
    shown = drawing(f'<dgm:relIds r:dm="{identifier}"/>')
    draft.add(f"<w:p><w:r>{shown}</w:r></w:p>")


def note(draft: Draft, what: str, token: str, around: str = "{}") -> None:
    notes = draft.notes[what]
    number = len(notes) + 1
    notes.append(f'<w:{what} w:id="{number}">{paragraph(token)}</w:{what}>')
    mark = f'<w:r><w:{what}Reference w:id="{number}"/></w:r>'
    draft.add(f"<w:p>{run('Referred to')}{around.format(mark)}</w:p>")


def comment(draft: Draft, token: str) -> None:
    added = draft.document.add_paragraph("Commented on")
    draft.document.add_comment(added.runs, text=token, author="A", initials="A")


def core(name: str) -> Callable[[Draft, str], object]:
    return lambda draft, token: setattr(draft.document.core_properties, name, token)


def custom(draft: Draft, token: str) -> None:
    number = len(draft.custom) + 2
    draft.custom.append(
        f'<property fmtid="{{0}}" pid="{number}" name="Campaign"><vt:lpwstr>{token}</vt:lpwstr></property>'
    )


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
LIST = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="No"/>'
    '<w:listEntry w:val="TOKEN"/></w:ddList></w:ffData></w:fldChar></w:r>'
    '<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
ROW = "<w:tr>{}<w:tc><w:p/></w:tc><w:tc>{}</w:tc></w:tr>"
TABLE = "<w:tbl><w:tblPr/><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>{}</w:tbl>"
TOKEN = run("TOKEN")
BOX = paragraph("TOKEN")
SHAPES = SHAPE.format(content=BOX, alt="")

# name: (plant, kind it comes back with, what its location holds, marks)
PLACES: dict[str, tuple[Callable[[Draft, str], object], str, str, str]] = {
    "body paragraph": (styled("Normal"), "body", "¶", ""),
    "title": (styled("Title"), "title", "¶", ""),
    "subtitle": (styled("Subtitle"), "subtitle", "¶", ""),
    "heading": (styled("Heading 2"), "title", "¶", ""),
    "heading by a style of its own": (own_style, "title", "¶", ""),
    "heading by outline level": (markup(paragraph("TOKEN", '<w:outlineLvl w:val="1"/>')), "title", "¶", ""),
    "bullet by style": (styled("List Bullet"), "bullet", "¶", ""),
    "number by style": (styled("List Number 2"), "bullet", "¶", ""),
    "bullet by paragraph": (
        markup(paragraph("TOKEN", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')),
        "bullet", "¶", "",
    ),
    "quote": (styled("Quote"), "quote", "¶", ""),
    "intense quote": (styled("Intense Quote"), "quote", "¶", ""),
    "caption": (styled("Caption"), "caption", "¶", ""),
    "macro text": (styled("macro"), "code", "¶", ""),
    "contents entry": (contents_entry, "nav", "¶", ""),
    "word in several runs": (inline(f"{run('HEAD')}<w:proofErr/>{run('TAIL', '<w:b/>')}"), "body", "¶", ""),
    "soft hyphen": (inline(f"{run('HEAD')}<w:r><w:softHyphen/></w:r>{run('TAIL')}"), "body", "¶", ""),
    "after tab and break": (inline(f"<w:r><w:tab/><w:br/></w:r>{TOKEN}"), "body", "¶", ""),
    "smart tag": (inline(f'<w:smartTag w:element="x">{TOKEN}</w:smartTag>'), "body", "¶", ""),
    "ruby base": (
        inline(f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('rt')}</w:rt><w:rubyBase>{TOKEN}</w:rubyBase></w:ruby></w:r>"),
        "body", "¶", "",
    ),
    "ruby text": (
        inline(f"<w:r><w:ruby><w:rubyPr/><w:rt>{TOKEN}</w:rt><w:rubyBase>{run('b')}</w:rubyBase></w:ruby></w:r>"),
        "body", "¶", "",
    ),
    "formula": (inline("<m:oMath><m:r><m:t>TOKEN</m:t></m:r></m:oMath>"), "body", "¶", ""),
    "formula alone": (markup("<m:oMathPara><m:oMath><m:r><m:t>TOKEN</m:t></m:r></m:oMath></m:oMathPara>"),
                      "body", "¶", ""),
    "link text": (lambda d, t: linked(d, t, t, "larkmill.example", ""), "body", "¶", ""),
    "link address": (lambda d, t: linked(d, t, "here", f"{t}.example", ""), "link", "› link", ""),
    "link tooltip": (lambda d, t: linked(d, t, "here", "larkmill.example", t), "alt", "› tooltip", ""),
    "field result": (inline(FIELD.format("DOCPROPERTY Slogan", TOKEN)), "body", "¶", ""),
    "simple field": (inline(f'<w:fldSimple w:instr="AUTHOR">{TOKEN}</w:fldSimple>'), "body", "¶", ""),
    "link field's tooltip": (
        inline(FIELD.format('HYPERLINK "#top" \\o "TOKEN"', run("up"))), "alt", "› tooltip", "",
    ),
    "nested field": (inline(FIELD.format(FIELD.format("x", run("no")), FIELD.format("y", TOKEN))),
                     "body", "¶", ""),
    "old drop-down field": (inline(LIST), "body", "¶", ""),
    "inserted words": (inline(f'<w:ins w:id="1">{TOKEN}</w:ins>'), "body", "¶", ""),
    "words moved here": (inline(f'<w:moveTo w:id="1">{TOKEN}</w:moveTo>'), "body", "¶", ""),
    "paragraphs joined": (
        markup(paragraph("HEAD", "<w:rPr><w:del w:id='1'/></w:rPr>") + paragraph("TAIL")), "body", "¶", "",
    ),
    "control in a line": (inline(CONTROL.format("<w:text/>", TOKEN)), "body", "¶", ""),
    "control around paragraphs": (markup(CONTROL.format("", CONTROL.format("", BOX))), "body", "¶", ""),
    "drop-down control": (
        inline(CONTROL.format('<w:dropDownList><w:listItem w:value="x"/></w:dropDownList>', TOKEN)),
        "body", "¶", "",
    ),
    "control around a row": (markup(TABLE.format(CONTROL.format("", ROW.format("", BOX)))),
                             "table", "row 2, column 2", ""),
    "table cell": (lambda d, t: setattr(cell(d, 1, 2), "text", t), "table", "row 2, column 3", ""),
    "merged cell": (merged_cell, "table", "row 1, column 1", ""),
    "nested table": (
        lambda d, t: setattr(cell(d, 0, 1).add_table(1, 2).cell(0, 1), "text", t),
        "table", "row 1, column 2 › table 1 › row 1, column 2", "",
    ),
    "inserted row": (markup(TABLE.format(ROW.format("<w:trPr><w:ins w:id='1'/></w:trPr>", BOX))),
                     "table", "row 2, column 2", ""),
    "hidden row": (markup(TABLE.format(ROW.format("<w:trPr><w:hidden/></w:trPr>", BOX))),
                   "table", "row 2, column 2", "hidden"),
    "table title": (lambda d, t: described_table(d, t, "tblCaption"), "alt", "› title", ""),
    "table alt text": (lambda d, t: described_table(d, t, "tblDescription"), "alt", "› alt text", ""),
    "text box": (inline(box(BOX)), "body", "text box", ""),
    "old text box": (inline(f"<w:r>{VML.format(content=BOX, alt='')}</w:r>"), "body", "text box", ""),
    "grouped text box": (inline(alternatives(drawing(f"<wpg:wgp>{SHAPES}</wpg:wgp>"), "")),
                         "body", "text box", ""),
    "text box on a canvas": (inline(alternatives(drawing(f"<wpc:wpc>{SHAPES}</wpc:wpc>"), "")),
                             "body", "text box", ""),
    "heading in a text box": (inline(box(paragraph("TOKEN", '<w:pStyle w:val="Heading1"/>'))),
                              "title", "text box", ""),
    "table in a text box": (inline(box(TABLE.format(ROW.format("", BOX)))),
                            "table", "› table 1 › row 2, column 2", ""),
    "hidden text box": (graphic(SHAPES, "hidden='1'"), "body", "text box", "hidden"),
    "word art": (inline('<w:r><w:pict><v:shape><v:textpath string="TOKEN"/></v:shape></w:pict></w:r>'),
                 "body", "word art", ""),
    "picture's alt text": (graphic("<pic:pic/>", "descr='TOKEN'"),
                           "alt", "alt text", ""),
    "picture's title": (graphic("<pic:pic/>", "title='TOKEN'"), "alt", "alt text", ""),
    "grouped picture's alt text": (
        graphic("<pic:pic><pic:nvPicPr><pic:cNvPr descr='TOKEN'/></pic:nvPicPr></pic:pic>"),
        "alt", "alt text", "",
    ),
    "shape's alt text": (inline(box(paragraph("words"), "TOKEN")), "alt", "alt text", ""),
    "chart": (chart, "chart", "chart", ""),
    "diagram": (diagram, "body", "diagram", ""),
    "footnote": (lambda d, t: note(d, "footnote", t), "body", "footnote", ""),
    "endnote": (lambda d, t: note(d, "endnote", t), "body", "endnote", ""),
    "comment": (comment, "comment", "comments › comment", ""),
    "header": (in_header, "header", "header", ""),
    "first header": (in_first_header, "header", "first-page header", ""),
    "even footer": (in_even_footer, "footer", "even-page footer", ""),
    "table in a footer": (in_footer_table, "footer", "footer › table", ""),
    "text box in a header": (
        lambda d, t: d.add(f"<w:p>{box(paragraph(t))}</w:p>", d.document.sections[0].header),
        "header", "header › text box", "",
    ),
    "hidden words": (inline(run("TOKEN", "<w:vanish/>")), "body", "¶", "hidden"),
    "tiny words": (inline(run("TOKEN", '<w:sz w:val="8"/>')), "body", "¶", "tiny"),
    "white words": (inline(run("TOKEN", '<w:color w:val="FFFFFF"/>')), "body", "¶", "background-colour"),
    "file title": (core("title"), "meta", "properties › title", ""),
    "file subject": (core("subject"), "meta", "properties › subject", ""),
    "file keywords": (core("keywords"), "meta", "properties › keywords", ""),
    "file comments": (core("comments"), "meta", "properties › comments", ""),
    "file category": (core("category"), "meta", "properties › category", ""),
    "custom property": (custom, "meta", "properties › Campaign", ""),
}  # fmt: skip

GONE: dict[str, Callable[[Draft, str], object]] = {
    "deleted words": inline('<w:del w:id="1"><w:r><w:delText>TOKEN</w:delText></w:r></w:del>'),
    "words moved away": inline(f'<w:moveFrom w:id="1">{TOKEN}</w:moveFrom>'),
    "deleted text box": inline(f'<w:del w:id="1">{box(BOX)}</w:del>'),
    "deleted row": markup(TABLE.format(ROW.format("<w:trPr><w:del w:id='1'/></w:trPr>", BOX))),
    "deleted cell": markup(TABLE.format(ROW.format("", f"<w:tcPr><w:cellDel w:id='1'/></w:tcPr>{BOX}"))),
    "footnote deleted with its mark": lambda d, t: note(d, "footnote", t, '<w:del w:id="1">{}</w:del>'),
    "field instruction": inline(FIELD.format("DOCPROPERTY TOKEN", run("result"))),
    "words inside an instruction": inline(FIELD.format(FIELD.format("x", TOKEN), run("result"))),
    "prompt of an empty control": inline(CONTROL.format("<w:showingPlcHdr/>", TOKEN)),
    "prompt of an empty block control": markup(CONTROL.format("<w:showingPlcHdr/>", BOX)),
    "fallback of a shape": inline(alternatives(drawing(SHAPE.format(content=paragraph("new"), alt="")),
                                               VML.format(content=BOX, alt=""))),
    "building block": lambda d, t: d.relate(
        "glossary/document{}.xml", f"{WORDML}.document.glossary+xml", "glossaryDocument",
        f"<w:glossaryDocument {DECLARED}>{paragraph(t)}</w:glossaryDocument>",
    ),
}  # fmt: skip


def planted(places: list[str]) -> tuple[dict[str, str], tuple[Block, ...]]:
    """Tokens by place, and the blocks of a document that holds them all among other words."""
    draft = Draft()
    draft.document.add_paragraph("An opening that every document has.")
    tokens = {place: f"Zq{number}q" for number, place in enumerate(places)}
    for place, token in tokens.items():
        plant = PLACES[place][0] if place in PLACES else GONE[place]
        plant(draft, token)
    document = read_docx(draft.saved(), "draft.docx")
    assert [skip for skip in document.skipped if "alt text" not in skip.reason] == []
    return tokens, document.blocks


def check(tokens: dict[str, str], blocks: tuple[Block, ...]) -> None:
    for place, token in tokens.items():
        found = [block for block in blocks if token in block.text]
        count = sum(block.text.count(token) for block in blocks)
        if place in GONE:
            assert (place, found) == (place, [])
            continue
        _, kind, where, mark = PLACES[place]
        assert (place, [block.kind.value for block in found], count) == (place, [kind], 1)
        assert where in str(found[0].location)
        assert (place, found[0].marks) == (place, frozenset({mark} if mark else ()))


@pytest.mark.parametrize("place", [*PLACES, *GONE])
def test_one_place(place: str) -> None:
    check(*planted([place]))


def test_all_places_at_once() -> None:
    check(*planted([*PLACES, *GONE]))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([*PLACES, *GONE]), unique=True, min_size=2, max_size=24))
def test_places_in_any_company_and_order(places: list[str]) -> None:
    check(*planted(places))
