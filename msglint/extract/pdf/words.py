"""Glyphs to words: written spaces and gaps part them, a change of font inside a word does not lose it."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from msglint.extract.pdf.characters import is_rtl
from msglint.extract.pdf.content import BELOW_BASELINE, Glyph
from msglint.extract.repair import spell_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from msglint.extract.pdf.content import PageContent

_WORD_GAP = 0.18  # of the font size; a space is a quarter of it in most fonts
_LEAST_GAP, _MOST_GAP = 0.06, 0.3  # where the gap between words is looked for, else by the page itself
_LEAST_RANGE = 0.03
_FEWEST_WORDS = 0.06  # words for each glyph; English has one for six
_ENOUGH = 200  # glyphs of a page that show its gaps
_TWICE = 0.1  # of the font size; the same letter does not stand closer
_LAST_SEEN = 60  # of one letter on one line
_SHADOW = 0.25  # of the font size; the same words do not stand closer
_RAISED = 0.18  # of the font size; a superscript's baseline stands higher than this
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# Accents that older TeX fonts draw apart, over the letter that they belong to.
_ACCENTS = {
    "´": "\u0301", "`": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "¸": "\u0327", "ˇ": "\u030c",
    "¯": "\u0304", "˘": "\u0306", "˙": "\u0307", "˚": "\u030a",
}  # fmt: skip
_DOTLESS = {"ı": "i", "ȷ": "j"}  # what TeX draws accents on


@dataclass(frozen=True, slots=True)
class Word:
    """A word in points from the top left of the page, turned upright; its text in the order of reading.

    `after_space` is whether a written space stands before it.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    is_bold: bool
    after_space: bool = False

    @property
    def baseline(self) -> float:
        return self.bottom - BELOW_BASELINE * self.size


@dataclass(frozen=True, slots=True)
class PageWords:
    """A page's words: the upright ones, for each other direction one list in its own coordinates, and the
    letters of text at a slant (a "DRAFT" across the page)."""

    upright: tuple[Word, ...]
    turned: tuple[tuple[Word, ...], ...] = ()
    slanted: str = ""

    @property
    def every(self) -> Iterator[Word]:
        """The words of all directions."""
        yield from self.upright
        for words in self.turned:
            yield from words

    def __bool__(self) -> bool:
        return bool(self.upright or self.turned or self.slanted)


def words_of(page: PageContent) -> PageWords:
    """All words of a page. Glyphs without a known character appear as `UNMAPPED`."""
    slanted = "".join(glyph.text for glyph in page.directions.get("slanted", ()))
    words = {
        direction: tuple(_without_shadows(_words(glyphs)))
        for direction, glyphs in page.directions.items()
        if direction != "slanted"
    }
    return PageWords(words.pop("across", ()), tuple(filter(None, words.values())), slanted)


def _words(glyphs: Sequence[Glyph]) -> Iterator[Word]:
    after_space = False
    glyphs = _drawn_once(glyphs)
    for run in _runs(glyphs, _word_gap(glyphs)):
        if run:
            yield _word(run, after_space)
        after_space = not run


def _word_gap(glyphs: Sequence[Glyph]) -> float:
    """The gap that parts words, as a share of the font size.

    Where a page writes no spaces, as those of TeX, it is the middle of the widest range that has no gap.
    """
    if len(glyphs) < _ENOUGH or sum(glyph.text == " " for glyph in glyphs) > 0.02 * len(glyphs):
        return _WORD_GAP
    gaps = sorted(
        min(gap, _MOST_GAP)
        for before, after in pairwise(glyphs)
        if abs(before.bottom - after.bottom) < 1
        for gap in [(after.x0 - before.x1) / after.size]
        if gap > _LEAST_GAP
    )
    parting = gaps[: max(0, len(gaps) - int(_FEWEST_WORDS * len(glyphs)))]  # enough are wider than these
    start, end = max(pairwise([_LEAST_GAP, *parting]), key=lambda each: each[1] - each[0], default=(0, 0))
    return (start + end) / 2 if end - start > _LEAST_RANGE else _WORD_GAP


def _without_shadows(words: Iterable[Word]) -> Iterator[Word]:
    """The words without those that stand again beneath themselves, a little aside, as shadow or outline."""
    places: defaultdict[str, list[Word]] = defaultdict(list)
    for word in words:
        near = _SHADOW * word.size
        if not any(
            abs(word.x0 - other.x0) < near and abs(word.bottom - other.bottom) < near
            for other in places[word.text][-3:]
        ):
            yield word
        places[word.text].append(word)


def _runs(glyphs: Iterable[Glyph], word_gap: float) -> Iterator[list[Glyph]]:
    """Glyphs of one style that follow each other without a gap; an empty run stands for written space."""
    run: list[Glyph] = []
    space: Glyph | None = None
    for glyph in glyphs:
        if glyph.text == " ":
            space = glyph
            continue
        if glyph.text == "-" and glyph.x1 - glyph.x0 < 0.05 * glyph.size:
            continue  # a soft hyphen inside a line
        has_space = space is not None and not _is_covered(space, glyph)
        if run and (has_space or not _goes_on(run[-1], glyph, word_gap)):
            yield run
            run = []
        if has_space:
            yield []
        space = None
        run.append(glyph)
    if run:
        yield run


def _is_covered(space: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph is drawn right over the space before it, which then takes no room."""
    return abs(glyph.x0 - space.x0) < 0.05 * glyph.size and abs(glyph.bottom - space.bottom) < glyph.size


def _goes_on(before: Glyph, after: Glyph, word_gap: float) -> bool:
    if before.size != after.size or before.is_bold != after.is_bold:
        return False
    size = after.size
    if abs(before.bottom - after.bottom) > 0.15 * size:
        return False
    gap = after.x0 - before.x1
    if -0.6 * size < gap < word_gap * size:
        return True
    return is_rtl(after.text[0]) and -0.6 * size < before.x0 - after.x1 < word_gap * size


def _word(run: Sequence[Glyph], after_space: bool) -> Word:
    first, last = run[0], run[-1]
    texts = [glyph.text for glyph in run]
    if len(run) > 1 and first.x0 < last.x0 and is_rtl(first.text[0]) and is_rtl(last.text[0]):
        texts.reverse()  # drawn from left to right, read from right to left
    text = "".join(texts)
    if not text.isascii():
        text = spell_out(unicodedata.normalize("NFC", _with_accents(run, text)))
    x0, x1 = min(first.x0, last.x0), max(first.x1, last.x1)
    return Word(text, x0, first.top, x1, first.bottom, first.size, first.is_bold, after_space)


def _with_accents(run: Sequence[Glyph], text: str) -> str:
    """The text with each accent that is drawn over a letter joined to that letter."""
    if not any(glyph.text in _ACCENTS for glyph in run):
        return text
    letters: list[str] = []
    held = ""
    for glyph, after in zip(run, [*run[1:], None], strict=True):
        accent = _ACCENTS.get(glyph.text)
        if accent and after and after.text.isalpha() and after.x0 < (glyph.x0 + glyph.x1) / 2:
            held = accent
            continue
        if held and glyph.text in _DOTLESS:
            glyph = glyph._replace(text=_DOTLESS[glyph.text])
        letters.append(glyph.text + held)
        held = ""
    return "".join(letters)


def _drawn_once(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """The glyphs without those drawn again a hair aside to look bold, which would read "BBoolldd"."""
    if len({(glyph.text, round(glyph.x0), round(glyph.top)) for glyph in glyphs}) == len(glyphs):
        return glyphs
    kept: list[Glyph] = []
    seen: defaultdict[tuple[str, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        row, near = round(glyph.bottom / 4), _TWICE * glyph.size
        others = [other for each in (row - 1, row, row + 1) for other in seen[glyph.text, each][-_LAST_SEEN:]]
        is_again = any(
            abs(other.x0 - glyph.x0) < near and abs(other.bottom - glyph.bottom) < near for other in others
        )
        if glyph.text == " " or not is_again:
            kept.append(glyph)
            seen[glyph.text, row].append(glyph)
    return kept


def as_superscript(word: Word, line: Word) -> Word:
    """A small number raised beside a word of its line in superscript characters.

    "m2" and a footnote's "by half1" would read as other words and numbers.
    """
    is_raised = word.size <= 0.8 * line.size and line.baseline - word.baseline > _RAISED * line.size
    if is_raised and word.text.isascii() and word.text.isdigit():
        return replace(word, text=word.text.translate(_SUPERSCRIPTS))
    return word
