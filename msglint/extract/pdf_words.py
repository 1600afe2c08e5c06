"""The words of a PDF page with their places; rotated text is turned upright and kept apart."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypedDict, cast

from pdfplumber.utils.text import dedupe_chars, extract_words

from msglint.extract.repair import strip_invisible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdfplumber.page import Page

UNMAPPED = "\ufffd"  # stands for a glyph whose font does not say which character it is
BULLET = "•"
_RTL_RANGES = (("\u0590", "\u08ff"), ("\ufb1d", "\ufdff"), ("\ufe70", "\ufefc"))
_WORD_GAP = 0.18  # of the font size; a space is a quarter of it in most fonts


class Char(TypedDict):
    """What is used of a glyph as pdfplumber reports it."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    doctop: float
    upright: bool
    size: float
    fontname: str
    matrix: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word in points from the top left of the page, turned upright."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    is_bold: bool


@dataclass(frozen=True, slots=True)
class PageWords:
    """A page's words: the upright ones, for each other direction one list in its own coordinates, and the
    letters of text at a slant (a "DRAFT" across the page)."""

    upright: tuple[Word, ...]
    turned: tuple[tuple[Word, ...], ...] = ()
    slanted: str = ""


def words_of(page: Page) -> PageWords:
    """All words of a page. Glyphs without a known character appear as `UNMAPPED`."""
    chars: dict[str, list[Char]] = {"across": [], "up": [], "down": [], "over": [], "slanted": []}
    for char in cast("list[Char]", page.chars):
        chars[_direction(char)].append(char)
    if not _run_backwards(chars["over"]):
        chars["across"] += chars.pop("over")
    slanted = "".join(char["text"] for char in chars.pop("slanted"))
    size = (float(page.width), float(page.height))
    words = {key: tuple(_words([_turned(char, key, size) for char in found])) for key, found in chars.items()}
    return PageWords(words.pop("across"), tuple(filter(None, words.values())), slanted)


def _direction(char: Char) -> str:
    """Where the text of a glyph runs to, by the first two numbers of its matrix."""
    right, up, *_ = char["matrix"]
    if abs(up) <= abs(right) * 0.1:
        return "across" if right >= 0 else "over"
    if abs(right) <= abs(up) * 0.1:
        return "up" if up > 0 else "down"
    return "slanted"


def _run_backwards(chars: list[Char]) -> bool:
    """Whether glyphs turned over follow each other to the left; a negative font size turns them back."""
    pairs = [(a["x0"], b["x0"]) for a, b in pairwise(chars) if abs(a["top"] - b["top"]) < 1]
    return sum(b < a for a, b in pairs) * 2 > len(pairs)


def _turned(char: Char, direction: str, page: tuple[float, float]) -> Char:
    """A copy of `char` in coordinates where its text runs from left to right."""
    width, height = page
    x0, x1, top, bottom, size = char["x0"], char["x1"], char["top"], char["bottom"], char["size"]
    if direction == "up":
        x0, x1, top, bottom, size = height - bottom, height - top, x0, x1, x1 - x0
    elif direction == "down":
        x0, x1, top, bottom, size = top, bottom, width - x1, width - x0, x1 - x0
    elif direction == "over":
        x0, x1, top, bottom = width - x1, width - x0, height - bottom, height - top
    return {
        "text": _character(char["text"], char["fontname"]), "x0": x0, "x1": x1, "top": top, "bottom": bottom,
        "doctop": top, "upright": True, "size": round(size * 2) / 2, "fontname": char["fontname"],
        "matrix": char["matrix"],
    }  # fmt: skip


def _character(text: str, font: str) -> str:
    """The character as a reader sees it: dingbats are bullets, private or unmapped ones are `UNMAPPED`."""
    if text.startswith("(cid:"):
        return UNMAPPED
    first = text[:1]
    if "\ue000" <= first <= "\uf8ff":
        return BULLET if first >= "\uf000" or "ding" in font.lower() or "symbol" in font.lower() else UNMAPPED
    if len(text) > 1 and is_rtl(first):
        return text[
            ::-1
        ]  # several letters in one glyph are in reading order; all others stand as they are seen
    return strip_invisible(text) if first >= " " else " "


def is_rtl(character: str) -> bool:
    """Whether a character belongs to Hebrew, Arabic and the like."""
    return any(low <= character <= high for low, high in _RTL_RANGES)


def _words(chars: list[Char]) -> Iterator[Word]:
    chars = [char for char in chars if char["text"]]
    if not chars:
        return
    if _are_doubled(chars):
        chars = cast("list[Char]", dedupe_chars(cast("list[dict[str, Any]]", chars), tolerance=1))
    # Written spaces part words, and so does a gap: many files leave spaces out where the font changes.
    plain = cast("list[dict[str, Any]]", chars)
    for word in extract_words(plain, x_tolerance_ratio=_WORD_GAP, extra_attrs=["size", "fontname"]):
        text = unicodedata.normalize("NFC", word["text"])
        bold = any(mark in word["fontname"].lower() for mark in ("bold", "black", "heavy", "semibd"))
        yield Word(text, word["x0"], word["top"], word["x1"], word["bottom"], word["size"], bold)


def _are_doubled(chars: list[Char]) -> bool:
    """Whether glyphs are drawn twice to look bold, which would read as "BBoolldd"."""
    places = {(char["text"], round(char["x0"]), round(char["top"])) for char in chars}
    return len(places) < len(chars) * 0.95
