"""A known text as PDF: Markdown of one-line blocks, typeset by many programs in one column or two."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from html import escape
from itertools import groupby
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import BaseDocTemplate, Flowable

TEXTS = Path(__file__).parent
PDFS = TEXTS.parents[1] / "build" / "bench" / "pdfs"
SOFT_HYPHEN = "\u00ad"
SECONDS = 120
Writer = Callable[["Text", int, Path], None]


@dataclass(frozen=True, slots=True)
class Part:
    """One heading ("h1", "h2"), paragraph ("p") or list item ("li") of a text."""

    style: str
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A known text; `running_head` is "" where it is set without head and page numbers."""

    name: str
    title: str
    running_head: str
    body: tuple[Part, ...]

    @property
    def truth(self) -> str:
        return "\n\n".join((self.title, *(part.text for part in self.body)))


@dataclass(frozen=True, slots=True)
class Producer:
    """How one program typesets a text in a number of columns, and the programs and modules it needs."""

    write: Writer
    needs: tuple[str, ...]


def load_text(path: Path) -> Text:
    """Read Markdown of one-line blocks: `#`, `##`, `-`, paragraphs, and `>` for the running head."""
    marks = {"#": "h1", "##": "h2", "-": "li", ">": "head"}
    parts = []
    for line in filter(None, path.read_text(encoding="utf-8").splitlines()):
        mark, _, rest = line.partition(" ")
        parts.append(Part(marks[mark], rest) if mark in marks else Part("p", line))
    of = {part.style: part.text for part in parts}
    body = tuple(part for part in parts if part.style not in {"h1", "head"})
    return Text(path.stem, of["h1"], of.get("head", ""), body)


@cache
def _hyphenated(text: str) -> str:
    """The text with a soft hyphen wherever a long word may be broken, for programs without patterns."""
    import pyphen

    points = pyphen.Pyphen(lang="en_GB")
    return re.sub(r"[A-Za-z]{6,}", lambda word: points.inserted(word[0], SOFT_HYPHEN), text)


def _marked_up(parts: Iterable[Part], markup: Mapping[str, str], quote: Callable[[str], str]) -> str:
    """The parts in one markup language: `markup` has a template for each style and for a list ("ul")."""
    runs = []
    for style, run in groupby(parts, key=lambda part: part.style):
        lines = "\n".join(markup[style].replace("{}", quote(part.text)) for part in run)
        runs.append(markup["ul"].replace("{}", lines) if style == "li" else lines)
    return "\n".join(runs)


def _fill(template: str, **fields: object) -> str:
    return Template((TEXTS / template).read_text(encoding="utf-8")).substitute(fields)


HTML = {"h2": "<h2>{}</h2>", "p": "<p>{}</p>", "li": "<li>{}</li>", "ul": "<ul>{}</ul>"}
TEX = {"h2": r"\section*{{}}", "p": "{}\n", "li": r"\item {}", "ul": "\\begin{itemize}\n{}\n\\end{itemize}"}
ODF = {
    "h2": '<text:h text:outline-level="2" text:style-name="h2">{}</text:h>',
    "p": '<text:p text:style-name="p">{}</text:p>',
    "li": '<text:list-item><text:p text:style-name="p">{}</text:p></text:list-item>',
    "ul": '<text:list text:style-name="bullets">{}</text:list>',
}


def _html(text: Text, columns: int, font: str, quote: Callable[[str], str], hyphens: str) -> str:
    head = f'@top-center {{ content: "{text.running_head}" }}'
    foot = '@bottom-center { content: "Page " counter(page) }'
    return _fill(
        "page.html",
        title=escape(text.title),
        furniture=head + foot if text.running_head else "",
        font=font,
        hyphens=hyphens,
        columns=columns,
        body=_marked_up(text.body, HTML, quote),
    )


def _chromium(text: Text, columns: int, path: Path) -> None:
    # It has hyphenation patterns only where a component was downloaded.
    html = _html(text, columns, "Carlito", lambda words: escape(_hyphenated(words)), "manual")
    page = path.with_suffix(".html")
    page.write_text(html, encoding="utf-8")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--font-render-hinting=none")
    _run("chromium", *options, "--no-pdf-header-footer", f"--print-to-pdf={path}", str(page))


def _weasyprint(text: Text, columns: int, path: Path) -> None:
    import weasyprint

    weasyprint.HTML(string=_html(text, columns, "DejaVu Serif", escape, "auto")).write_pdf(path)


def _libreoffice(text: Text, columns: int, path: Path) -> None:
    line = '<style:{0}><text:p text:style-name="p">{1}</text:p></style:{0}>'
    number = "Page <text:page-number>1</text:page-number>"
    furniture = line.format("header", escape(text.running_head)) + line.format("footer", number)
    document = _fill(
        "page.fodt",
        title=escape(text.title),
        furniture=furniture if text.running_head else "",
        font="Liberation Serif",
        columns=columns,
        # It has hyphenation patterns only where a dictionary is installed.
        body=_marked_up(text.body, ODF, lambda words: escape(_hyphenated(words))),
    )
    source = path.with_suffix(".fodt")
    source.write_text(document, encoding="utf-8")
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(source))


def _tex(program: str, fonts: str, text: Text, columns: int, path: Path) -> None:
    title = rf"\section*{{\LARGE {_tex_quoted(text.title)}}}"
    document = _fill(
        "page.tex",
        option="twocolumn" if columns == 2 else "onecolumn",
        fonts=fonts,
        pages="fancy" if text.running_head else "empty",
        furniture=_tex_quoted(text.running_head),
        opening=rf"\twocolumn[{title}\bigskip]" if columns == 2 else title,
        body=_marked_up(text.body, TEX, _tex_quoted),
    )
    source = path.with_suffix(".tex")
    source.write_text(document, encoding="utf-8")
    _run(program, "-interaction=batchmode", "-halt-on-error", f"-output-directory={path.parent}", str(source))


def _tex_quoted(text: str) -> str:
    return re.sub(r"[%&$#_]", r"\\\g<0>", text)


def _reportlab(text: Text, columns: int, path: Path) -> None:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.units import mm
    from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageTemplate

    width, gap = (A4[0] - 44 * mm + 9 * mm) / columns, 9 * mm

    def frames(height: float) -> list[Frame]:
        lefts = (22 * mm + index * width for index in range(columns))
        return [Frame(left, 24 * mm, width - gap, height, 0, 0, 0, 0) for left in lefts]

    def furniture(canvas: Canvas, document: BaseDocTemplate) -> None:
        if text.running_head:
            canvas.drawCentredString(A4[0] / 2, A4[1] - 14 * mm, text.running_head)
            canvas.drawCentredString(A4[0] / 2, 12 * mm, f"Page {document.page}")

    top = Frame(22 * mm, 243 * mm, A4[0] - 44 * mm, 30 * mm, 0, 0, 0, 0)
    first = PageTemplate("first", [top, *frames(217 * mm)], onPage=furniture)
    later = PageTemplate("later", frames(249 * mm), onPage=furniture)
    story = [NextPageTemplate("later"), *_paragraphs(text)]
    BaseDocTemplate(str(path), pagesize=A4, pageTemplates=[first, later]).build(story)


def _paragraphs(text: Text) -> list[Flowable]:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import FrameBreak, Paragraph

    roman = ParagraphStyle("roman", fontName="Times-Roman", fontSize=12, leading=16)
    body = ParagraphStyle("p", roman, spaceAfter=8, alignment=4, hyphenationLang="en_GB")
    bold = ParagraphStyle("h2", fontName="Times-Bold", fontSize=14, leading=18, spaceBefore=8, keepWithNext=1)
    styles = {"p": body, "h2": bold, "li": ParagraphStyle("li", body, leftIndent=14)}
    title = Paragraph(escape(text.title), ParagraphStyle("h1", bold, fontSize=22, leading=26))
    rest = [
        Paragraph(escape(part.text), styles[part.style], bulletText="•" if part.style == "li" else None)
        for part in text.body
    ]
    return [title, FrameBreak(), *rest]


def _fpdf2(text: Text, columns: int, path: Path) -> None:
    from fpdf import FPDF

    class Pages(FPDF):
        def header(self) -> None:
            if text.running_head:
                self.set_font("body", size=9)
                self.cell(0, 8, text.running_head, align="C", new_x="LMARGIN", new_y="NEXT")

        def footer(self) -> None:
            if text.running_head:
                self.set_y(-16)
                self.set_font("body", size=9)
                self.cell(0, 8, f"Page {self.page_no()}", align="C")

    pdf = Pages(format="A4")
    pdf.set_margins(22, 20)
    pdf.add_font("body", fname=_font_file("DejaVu Sans"))
    pdf.add_page()
    pdf.set_font("body", size=20)
    pdf.multi_cell(0, 10, text.title, align="L", new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("body", size=11)
    with pdf.text_columns(text_align="J", ncols=columns, gutter=9, line_height=1.3) as flow:
        for part in text.body:
            mark, indent = ("•", 5) if part.style == "li" else ("", 0)
            with flow.paragraph(
                top_margin=2, bottom_margin=2, indent=indent, bullet_string=mark
            ) as paragraph:
                paragraph.write(part.text if part.style == "h2" else _hyphenated(part.text))
    pdf.output(str(path))


def _font_file(family: str) -> str:
    return _run("fc-match", "--format=%{file}", family)


def _ghostscript(producer: str, text: Text, columns: int, path: Path) -> None:
    """What another producer wrote, written anew."""
    source = produced(producer, text, columns)
    _run("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", f"-sOutputFile={path}", str(source))


def _run(*command: str) -> str:
    done = subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return done.stdout.decode(errors="replace")


PDFTEX = r"\usepackage[T1]{fontenc}\usepackage{lmodern,microtype}"
XETEX = r"\usepackage{fontspec}\setmainfont{Carlito}"
PRODUCERS: dict[str, Producer] = {
    "libreoffice": Producer(_libreoffice, ("soffice", "pyphen")),
    "chromium": Producer(_chromium, ("chromium", "pyphen")),
    "pdftex": Producer(partial(_tex, "pdflatex", PDFTEX), ("pdflatex",)),
    "xetex": Producer(partial(_tex, "xelatex", XETEX), ("xelatex",)),
    "weasyprint": Producer(_weasyprint, ("weasyprint",)),
    "reportlab": Producer(_reportlab, ("reportlab", "pyphen")),
    "fpdf2": Producer(_fpdf2, ("fpdf", "pyphen", "fc-match")),
    "gs-of-pdftex": Producer(partial(_ghostscript, "pdftex"), ("gs", "pdflatex")),
    "gs-of-chromium": Producer(partial(_ghostscript, "chromium"), ("gs", "chromium", "pyphen")),
}


def produced(producer: str, text: Text, columns: int) -> Path:
    """The PDF of a text, typeset now if it is not there. The truth is written beside it."""
    path = PDFS / f"{producer}-{text.name}-{columns}.pdf"
    if not path.exists():
        PDFS.mkdir(parents=True, exist_ok=True)
        path.with_suffix(".txt").write_text(text.truth, encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / path.name
            PRODUCERS[producer].write(text, columns, made)
            shutil.move(made, path)
    return path
