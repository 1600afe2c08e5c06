"""Every place of a PDF that can hold text: what is planted there comes back once, with its kind and place."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from msglint.extract.pdf.document import read_pdf
from msglint.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH, HEIGHT = A4
PROSE = ("Larkmill reads every invoice that comes in by post", "and compares it with the order the same day.")


@dataclass
class Pen:
    """A place on a page, counted from the top, that moves down as things are drawn."""

    canvas: Canvas
    top: float = 90

    def line(self, text: str, x: float = 72, size: float = 11, font: str = "Helvetica") -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, HEIGHT - self.top - size, text)
        self.top += size * 1.25

    def gap(self, height: float = 22) -> None:
        self.top += height


def heading(pen: Pen, token: str) -> None:
    pen.line(f"What {token} does", size=18, font="Helvetica-Bold")


def paragraph(pen: Pen, token: str) -> None:
    for line in (PROSE[0], f"with {token} at hand", PROSE[1]):
        pen.line(line)


def hyphenated(pen: Pen, token: str) -> None:
    pen.line(f"Larkmill reads every invoice that comes in by post, {token[:4]}-")
    pen.line(f"{token[4:]} too, and compares it with the order on the same day.")


def bullet(pen: Pen, token: str) -> None:
    pen.line(f"• compares {token} with the order")


def small_print(pen: Pen, token: str) -> None:
    pen.line(f"Source: a survey of {token} in 2026, 240 firms in two countries.", size=6.5)


def columns(pen: Pen, token: str) -> None:
    left = [f"the left column goes on in line {number}" for number in range(6)]
    right = [f"while the right one has its own line {number}" for number in range(6)]
    right[3] = f"and {token} stands on the right"
    for one, other in zip(left, right, strict=True):
        top = pen.top
        pen.line(one)
        pen.top = top
        pen.line(other, x=330)


def ruled_table(pen: Pen, token: str) -> None:
    rows = [("Team", "Gain"), ("Sales", token), ("Finance", "4 hours")]
    for number, cells in enumerate(rows):
        for column, text in enumerate(cells):
            x, y = 72 + column * 120, HEIGHT - pen.top - 20 * (number + 1)
            pen.canvas.rect(x, y, 120, 20)
            pen.canvas.setFont("Helvetica", 10)
            pen.canvas.drawString(x + 4, y + 6, text)
    pen.top += 70


def caption(pen: Pen, token: str) -> None:
    pen.canvas.rect(72, HEIGHT - pen.top - 60, 200, 60)
    pen.top += 66
    pen.line(f"Figure 3: {token} by country", size=9)


def rotated(pen: Pen, token: str) -> None:
    pen.canvas.saveState()
    pen.canvas.translate(WIDTH - 40, HEIGHT - pen.top - 100)
    pen.canvas.rotate(90)
    pen.canvas.setFont("Helvetica", 9)
    pen.canvas.drawString(0, 0, f"up goes {token}")
    pen.canvas.restoreState()
    pen.top += 110


def invisible(pen: Pen, token: str) -> None:
    """As text recognition lays it under a scan."""
    text = pen.canvas.beginText(72, HEIGHT - pen.top - 11)
    text.setTextRenderMode(3)
    text.setFont("Helvetica", 11)
    text.textLine(f"A scan says {token} here.")
    pen.canvas.drawText(text)
    pen.gap()


def link(pen: Pen, token: str) -> None:
    top = HEIGHT - pen.top
    pen.line("Read more on our website.")
    pen.canvas.linkURL(f"https://larkmill.example/{token}", (72, top - 14, 200, top))


def link_text(pen: Pen, token: str) -> None:
    top = HEIGHT - pen.top
    pen.line(f"All about {token} is on our website.")
    pen.canvas.linkURL("https://larkmill.example/", (72, top - 14, 200, top))


def note(pen: Pen, token: str) -> None:
    top = HEIGHT - pen.top
    pen.canvas.textAnnotation(f"Is {token} still true?", Rect=[72, top - 20, 92, top])
    pen.gap()


def typed_on(pen: Pen, token: str) -> None:
    top = HEIGHT - pen.top
    pen.canvas.freeTextAnnotation(f"Typed on: {token}", "/Helv 11 Tf 0 g", Rect=[72, top - 20, 300, top])
    pen.gap()


def form_field(pen: Pen, token: str) -> None:
    name = f"field{pen.top:.0f}{pen.canvas.getPageNumber()}"
    y = HEIGHT - pen.top - 24
    pen.canvas.acroForm.textfield(name=name, value=f"filled {token}", x=72, y=y, width=200, height=20)
    pen.gap(30)


def choice(pen: Pen, token: str) -> None:
    name = f"choice{pen.top:.0f}{pen.canvas.getPageNumber()}"
    y = HEIGHT - pen.top - 24
    pen.canvas.acroForm.choice(
        name=name, value=f"chose {token}", options=[f"chose {token}", "other"], x=72, y=y, width=200,
        height=20,
    )  # fmt: skip
    pen.gap(30)


@dataclass(frozen=True)
class Planted:
    """A place: how it is filled, and the kinds and the part of the place that its token comes back with."""

    plant: Callable[[Pen, str], None]
    kinds: tuple[BlockKind, ...]
    step: str = "¶"


ON_PAGES = {
    "heading": Planted(heading, (BlockKind.TITLE,)),
    "paragraph": Planted(paragraph, (BlockKind.BODY,)),
    "word broken at the line's end": Planted(hyphenated, (BlockKind.BODY,)),
    "list item": Planted(bullet, (BlockKind.BULLET,)),
    "small print": Planted(small_print, (BlockKind.BODY,)),
    "second column": Planted(columns, (BlockKind.BODY,)),
    "table cell": Planted(ruled_table, (BlockKind.TABLE,), "Table"),
    "caption": Planted(caption, (BlockKind.CAPTION,)),
    "rotated text": Planted(rotated, (BlockKind.BODY,)),
    "text under a scan": Planted(invisible, (BlockKind.BODY,)),
    "link address": Planted(link, (BlockKind.LINK,), "link"),
    "link text": Planted(link_text, (BlockKind.BODY,)),
    "comment": Planted(note, (BlockKind.COMMENT,), "comment"),
    "typed-on text": Planted(typed_on, (BlockKind.BODY,), "comment"),
    "form field": Planted(form_field, (BlockKind.BODY,), "field"),
    "choice": Planted(choice, (BlockKind.BODY,), "field"),
}
ON_EVERY_PAGE = {"running header": BlockKind.HEADER, "running footer": BlockKind.FOOTER}
OF_THE_FILE = ("title", "subject", "keywords")


def document(pages: list[list[str]]) -> tuple[bytes, dict[str, str]]:
    """A PDF with one place after the other, and the places by their tokens."""
    out, tokens = io.BytesIO(), dict[str, str]()

    def token(place: str) -> str:
        word = "tok" + "".join("abcdefghij"[int(digit)] for digit in f"{len(tokens):04}") + "en"
        tokens[word] = place
        return word

    canvas = Canvas(out, pagesize=A4)
    canvas.setTitle(f"All about {token('title')}")
    canvas.setSubject(f"What {token('subject')} does")
    canvas.setKeywords(f"{token('keywords')}, invoices")
    header, footer = token("running header"), token("running footer")
    for places in pages:
        pen = Pen(canvas)
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, HEIGHT - 40, f"Larkmill {header} overview")
        canvas.drawString(72, 30, f"Not for {footer} | {canvas.getPageNumber()}")
        for place in places:
            ON_PAGES[place].plant(pen, token(place))
            pen.gap()
        canvas.showPage()
    canvas.save()
    return out.getvalue(), tokens


def check(pages: list[list[str]]) -> None:
    data, tokens = document(pages)
    blocks = read_pdf(data, "planted.pdf").blocks
    for token, place in tokens.items():
        found = [block for block in blocks if token in block.text]
        assert len(found) == 1, f"{place}: {found or [block.text for block in blocks]}"
        _check_place(place, found[0])


def _check_place(place: str, block: Block) -> None:
    if place in OF_THE_FILE:
        assert (block.kind, str(block.location)) == (BlockKind.META, f"properties › {place}")
        return
    if place in ON_EVERY_PAGE:
        assert block.kind is ON_EVERY_PAGE[place], place
        return
    planted = ON_PAGES[place]
    assert block.kind in planted.kinds, f"{place} is {block.kind}"
    assert planted.step in block.location.steps[1], f"{place} at {block.location}"


@pytest.mark.parametrize("place", ON_PAGES)
def test_each_place_beside_prose(place: str) -> None:
    check([["paragraph", place, "paragraph"], ["paragraph"]])


@given(st.lists(st.lists(st.sampled_from(list(ON_PAGES)), min_size=1, max_size=6), min_size=2, max_size=4))
@settings(max_examples=60, deadline=None)
def test_all_that_is_planted_comes_back_once(pages: list[list[str]]) -> None:
    check([["paragraph", *places] for places in pages])
