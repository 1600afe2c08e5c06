"""Repair of text as PDFs spoil it: ligatures, glyph names, spaces inside words, accents, raised numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from msglint.extract.pdf.content import UNMAPPED, Glyph, PageContent
from msglint.extract.pdf.layout import lines_of
from msglint.extract.pdf.paragraphs import Paragraph, join_text, repair_ligatures
from msglint.extract.pdf.quality import GOOD, is_plausible, quality_of
from msglint.extract.pdf.spacing import without_letter_spacing
from msglint.extract.pdf.words import Word, words_of
from msglint.extract.repair import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTER = 5.0  # points that each glyph of these tests advances by, half its size


def glyphs(text: str, x: float = 0, top: float = 0, size: float = 10) -> list[Glyph]:
    """One glyph a character, side by side."""
    width = LETTER * size / 10
    return [
        Glyph(letter, x + width * index, top, x + width * (index + 1), top + size, size, False)
        for index, letter in enumerate(text)
    ]


def read_line(drawn: Sequence[Glyph]) -> list[str]:
    page = PageContent(1, 600, 800, {"across": list(drawn)})
    return [line.text for line in lines_of(words_of(page).upright)]


def row(*words: tuple[str, float], spaced: str = "") -> list[Word]:
    """Words with the gap in points before each; `spaced` has "y" for each that a written space precedes."""
    placed, x = [], 0.0
    for index, (text, gap) in enumerate(words):
        x += gap
        width = LETTER * len(text)
        placed.append(Word(text, x, 0, x + width, 10, 10, False, spaced[index : index + 1] == "y"))
        x += width
    return placed


@pytest.mark.parametrize(
    ("broken", "repaired"),
    [
        ("the so\u6600\u7400ware", "the software"),
        ("ques\u7400\u6900ons and unclu\u7400\u7400ered", "questions and uncluttered"),
        ("\u6600\u6900rst", "first"),
        ("最高の品質", "最高の品質"),
        ("稀な 最 高", "稀な 最 高"),
        ("So/f_tware", "Software"),
        ("the /f_irst o/uniFB03ce", "the first office"),
        ("o/ffice", "office"),
        ("and/or", "and/or"),
        ("wi/fi", "wi/fi"),
        ("see docs/f_table/x", "see docs/f_table/x"),
        ("http://a.b/f_t", "http://a.b/f_t"),
        ("ﬁnd eﬃcient ﬂow", "find efficient flow"),
        ("co\u00adoper\u200bate", "cooperate"),
    ],
)
def test_clean(broken: str, repaired: str) -> None:
    assert clean(broken) == repaired


@pytest.mark.parametrize(
    ("text", "words", "repaired"),
    [
        (f"di{UNMAPPED}erent sta{UNMAPPED}", "", "different staff"),
        (f"an o{UNMAPPED}ce", "", "an office"),
        (f"Zor{UNMAPPED}ex", "zorfiex", "Zorfiex"),
        (f"Zor{UNMAPPED}ex", "", f"Zor{UNMAPPED}ex"),
        (f"{UNMAPPED} {UNMAPPED}{UNMAPPED}", "", f"{UNMAPPED} {UNMAPPED}{UNMAPPED}"),
    ],
)
def test_a_lost_ligature_comes_back_only_where_it_makes_a_word(text: str, words: str, repaired: str) -> None:
    assert repair_ligatures(text, frozenset(words.split())) == repaired


@pytest.mark.parametrize(
    ("before", "after", "words", "joined"),
    [
        ("seen every-", "where", "every where", "seen everywhere"),
        ("that ex-", "ists", "", "that exists"),
        ("a point-of-", "sale desk", "", "a point-of-sale desk"),
        ("an open\u2010", "source tool", "open source", "an opensource tool"),
        ("an open\u2010", "source tool", "open source open-source", "an open-source tool"),
    ],
)
def test_hyphens_at_line_ends(before: str, after: str, words: str, joined: str) -> None:
    assert join_text(before, after, frozenset(words.split())) == joined


@pytest.mark.parametrize(
    ("words", "spaced", "joined"),
    [
        pytest.param(
            [("F", 0), ("ind", 2), ("t", 5), ("h", 2), ("e", 2), ("rig", 5), ("h", 2), ("t", 2)],
            "yyyyyyyy", ["Find", "the", "right"], id="gaps of two kinds",
        ),
        pytest.param(
            [("F", 0), ("ind", 3), ("t", 3), ("h", 3), ("e", 3), ("rig", 3), ("h", 3), ("t", 3)],
            "y-y--y--", ["Find", "the", "right"], id="written spaces",
        ),
        pytest.param(
            [("S", 0), ("A", 4), ("L", 4), ("E", 4), ("S", 4), ("U", 9), ("P", 4)],
            "yyyyyyy", ["SALES", "UP"], id="spaced out",
        ),
        pytest.param(
            [("a", 0), ("plan", 3), ("A", 3), ("or", 3), ("I", 3)],
            "yyyyy", ["a", "plan", "A", "or", "I"], id="words of one letter",
        ),
        pytest.param(
            [("x", 0), ("y", 90), ("z", 90), ("u", 90), ("v", 90)],
            "yyyyy", ["x", "y", "z", "u", "v"], id="heads of columns",
        ),
    ],
)  # fmt: skip
def test_letter_spacing(words: list[tuple[str, float]], spaced: str, joined: list[str]) -> None:
    assert [word.text for word in without_letter_spacing(row(*words, spaced=spaced))] == joined


@pytest.mark.parametrize(
    ("drawn", "text"),
    [
        pytest.param(glyphs("Acme") + glyphs("®", 20, -1, 6), "Acme®", id="mark"),
        pytest.param(glyphs("10 m") + glyphs("2", 20, -1, 6), "10 m²", id="power"),
        pytest.param(glyphs("by half") + glyphs("1", 35, -1, 6), "by half¹", id="footnote"),
        pytest.param(glyphs("A") + glyphs("CME", 5, 2, 8), "ACME", id="small capitals"),
        pytest.param(glyphs("two words"), "two words", id="written space"),
        pytest.param(glyphs("two") + glyphs("words", 18), "two words", id="gap"),
        pytest.param(glyphs("of ") + glyphs("-", 10), "of-", id="hyphen over a space"),
        pytest.param(
            [*glyphs("caf"), Glyph("´", 15, 0, 19, 10, 10, False), *glyphs("e", 15)], "café", id="accent"
        ),
        pytest.param(
            [*glyphs("co"), Glyph("-", 10, 0, 10, 10, 10, False), *glyphs("op", 10)], "coop", id="soft hyphen"
        ),
        pytest.param(glyphs("Shadow") + glyphs("Shadow", 1.5, 1.5), "Shadow", id="shadow"),
        pytest.param(
            [*glyphs("na"), Glyph("¨", 10, 0, 14, 10, 10, False), *glyphs("ıve", 10)], "naïve", id="dotless"
        ),
        pytest.param([each for each in glyphs("Bold") for _ in "12"], "Bold", id="each letter twice"),
        pytest.param(glyphs("שלום")[::-1], "םולש", id="right to left, drawn as read"),
    ],
)
def test_words_from_glyphs(drawn: list[Glyph], text: str) -> None:
    assert read_line(drawn) == [text]


def test_a_page_without_spaces_says_itself_how_wide_they_are() -> None:
    gap, drawn, x = 1.4, list[Glyph](), 0.0
    for _ in range(60):
        drawn += glyphs("words", x)
        x += 5 * LETTER + gap
    assert read_line(drawn)[0].split() == ["words"] * 60


@pytest.mark.parametrize(
    ("word", "plausible"),
    [
        ("pricing", True), ("SLA", True), ("£180,000", True), ("https://acme.com/xyz", True), ("a", True),
        ("Café", True), ("品質", True), ("•", True), ("x", False), ("bcdfg", False), ("so/f_tware", False),
        (f"pr{UNMAPPED}ce", False), ("a" * 40, False), ("\ue0f3", False),
    ],
)  # fmt: skip
def test_plausible_words(word: str, plausible: bool) -> None:
    assert is_plausible(word) is plausible


def test_quality_tells_text_from_garbage() -> None:
    page = PageContent(1, 600, 800, {"across": glyphs("Teams ship their work in half the time")})
    assert quality_of(words_of(page)) > GOOD
    page = PageContent(1, 600, 800, {"across": glyphs("Xk vbnm t zxcvb h e p qwrtp s dfghj")})
    assert quality_of(words_of(page)) < GOOD / 2
    assert quality_of(words_of(PageContent(1, 600, 800))) == 1


@pytest.mark.parametrize(
    ("text", "garbled"),
    [
        ("w e c u t c o s t s", True),
        (f"we cut {UNMAPPED} by half", True),
        ("a plan for e and i", False),
        ("We cut costs by half.", False),
    ],
)
def test_what_stays_garbage_is_known_for_it(text: str, garbled: bool) -> None:
    assert Paragraph(text, (), is_bullet=False).is_garbled is garbled
