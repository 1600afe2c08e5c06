"""Lines to paragraphs: where one ends, and how words broken at line ends are put together again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from msglint.extract.pdf.content import UNMAPPED
from msglint.extract.pdf.layout import Group, Line, is_marker
from msglint.extract.pdf.lexicon import is_word
from msglint.extract.repair import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-z]\)|[ivx]{1,4}[.)])(?=\s)")
_NEGATIVE = re.compile(r"[-–—]\s?[$£€]?\s?\d[\d.,]*\s?(?:[%$£€]|\w{1,3})?")  # a number and its sign alone
_LEADER = re.compile(r"(?:[.·…_]\s?){4,}\s*\S{1,12}$")  # "Espresso ........ 2.50"
_ENDED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]{2,})[-‐]$")
_ALWAYS_HYPHENATED = frozenset({"self", "non", "well", "ex", "cross"})
# Ligatures that fonts leave under a wrong code: accents that stand inside a word mean nothing else.
_WRONG_LIGATURE = re.compile("(?<=[^\\W\\d_])[˘ˇˆ˙˝˛˚](?=[^\\W\\d_])|(?<!\\S)[˘ˇ˙˝˛˚](?=[a-z])")
# One glyph of a word without a code: most often a ligature, which the font's author forgot to name.
_LOST_LIGATURE = re.compile(f"([A-Za-z]*){UNMAPPED}([a-z]*)")
_LIGATURES = ("fi", "fl", "ff", "ffi", "ffl")
_RARE_LIGATURES = ("ft", "ti", "tt", "th")
_FEWEST_LETTERS = 8  # single letters in a passage whose words have fallen apart


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph or list item of a page."""

    text: str
    lines: tuple[Line, ...]
    is_bullet: bool

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def is_garbled(self) -> bool:
        """Whether its words lack characters or fell apart, so that what it says is not known."""
        return UNMAPPED in self.text or _fell_apart(self.text)

    @property
    def box(self) -> tuple[float, float, float, float]:
        return (
            min(line.x0 for line in self.lines), min(line.top for line in self.lines),
            max(line.x1 for line in self.lines), max(line.bottom for line in self.lines),
        )  # fmt: skip


def vocabulary(lines: Iterable[Line]) -> frozenset[str]:
    """Every word of the document that no line end breaks, in lower case, with its hyphens."""
    found: set[str] = set()
    for line in lines:
        words = _WORD.findall(line.text)
        broken = _BROKEN.search(line.text) is not None
        found.update(word.lower() for word in (words[:-1] if broken else words))
    return frozenset(found)


def paragraphs_of(group: Group, words: frozenset[str]) -> Iterator[Paragraph]:
    """The paragraphs of one column of lines; `words` is the document's vocabulary."""
    held: list[Line] = []
    spacing = _usual_spacing(group)
    right = group.box[2]
    listed = len(group.lines) > 3 and not _is_one_word_a_line(group)
    for line in group.lines:
        if held and _starts_new(held, line, spacing, right, listed=listed):
            yield from _paragraph(held, words)
            held = []
        held.append(line)
    yield from _paragraph(held, words)


def _is_one_word_a_line(group: Group) -> bool:
    """Whether running text stands with one word on each line: no list, as many words have small letters."""
    single = [line for line in group.lines if len(line.words) == 1]
    small = sum(line.text[:1].islower() for line in single)
    return len(single) > 0.7 * len(group.lines) and small > 0.5 * len(single)


def _usual_spacing(group: Group) -> float:
    gaps = [below.top - above.bottom for above, below in zip(group.lines, group.lines[1:], strict=False)]
    return min(median(gaps), 0.6 * group.lines[0].size) if gaps else 0.0


def _starts_new(held: Sequence[Line], line: Line, spacing: float, right: float, *, listed: bool) -> bool:
    last, first = held[-1], held[0]
    if marker_length(line) or line.top - last.bottom > spacing + 0.35 * line.size:
        return True
    if _LEADER.search(last.text):
        return True
    ended, fresh = bool(_ENDED.search(last.text)), not line.text[:1].islower()
    if last.is_bold != line.is_bold and fresh and (last.is_bold or len(held) > 1 or ended):
        return True
    if marker_length(first):
        return fresh and line.x0 < first.x0 + 0.3 * line.size and (ended or len(held) > 1 or _hangs(held))
    if ended and fresh and (line.x0 > last.x0 + 0.8 * line.size or _had_room(last, line, right)):
        return True
    return listed and fresh and not ended and _is_short(last, line, right - first.x0, right)


def _is_short(last: Line, line: Line, width: float, right: float) -> bool:
    """Whether `last` stops far before the margin, as the lines of an address or a list do."""
    room = right - last.x1 > 0.45 * width
    return room and last.size == line.size and len(last.words) < 6 and not last.is_bold


def _hangs(held: Sequence[Line]) -> bool:
    """Whether the words after a bullet stand apart from it, so that the next line should stand there too."""
    words = held[0].words
    return len(words) > 1 and words[1].x0 - words[0].x1 > 0.5 * words[1].size


def _had_room(last: Line, line: Line, right: float) -> bool:
    """Whether the first word of `line` would have fit behind `last`, so that the break was meant."""
    first = line.words[0]
    return right - last.x1 > (first.x1 - first.x0) + 0.6 * line.size


def marker_length(line: Line) -> int:
    """How many characters of the line's text are the bullet or number of a list item, 0 without one."""
    first = line.words[0].text
    if _NEGATIVE.fullmatch(line.text):
        return 0
    if is_marker(first) and len(line.words) > 1:
        return len(first)
    if len(first) > 1 and is_marker(first[0]) and first[0] not in "o-–—*·§" + UNMAPPED:
        return 1
    match = _NUMBERED.match(line.text)
    return match.end() if match else 0


def _paragraph(lines: Sequence[Line], words: frozenset[str]) -> Iterator[Paragraph]:
    marker = marker_length(lines[0])
    text = lines[0].text
    if marker and not text[0].isalnum() and text[0] != "(":
        text = text[marker:].strip()
    for line in lines[1:]:
        text = join_text(text, line.text, words)
    text = clean(repair_ligatures(text, words))
    if text and text != UNMAPPED:
        yield Paragraph(text, tuple(lines), bool(marker))


def join_text(before: str, after: str, words: frozenset[str]) -> str:
    """Two lines as one text; a word broken by a hyphen between them is put together."""
    broken = _BROKEN.search(before)
    rest = _WORD.match(after)
    if not broken or not rest or not after[0].islower():
        glue = (
            "" if before.endswith(("/", "-")) and after[:1].isalnum() and not before.endswith(" -") else " "
        )
        return f"{before}{glue}{after}"
    return before[: broken.end(1)] + ("-" if _keeps_hyphen(broken, rest[0], words) else "") + after


def _keeps_hyphen(broken: re.Match[str], right: str, words: frozenset[str]) -> bool:
    """The document itself decides: which form it has elsewhere, else whether both halves are its words.

    U+2010 is what layout programs put at a line's end; only those who type use the hyphen of the keyboard.
    """
    left, right = broken[1].lower(), right.lower()
    if left + right in words:
        return False
    if f"{left}-{right}" in words:
        return True
    if is_word(left + right, words):
        return False
    if left in _ALWAYS_HYPHENATED or broken.string[: broken.start()].endswith("-"):  # point-of-sale
        return True
    is_typed = broken[0].endswith("-")
    return is_typed and min(len(left), len(right)) > 3 and left in words and right in words


def repair_ligatures(text: str, words: frozenset[str]) -> str:
    """ "˛elds" is "fields": the ligature that makes a word, "fi" where none does.

    A glyph without any code becomes a ligature only where that makes a word, else it stays.
    """

    def best(match: re.Match[str]) -> str:
        before = re.search(r"[^\W\d_]*$", text[: match.start()])
        after = re.match(r"[^\W\d_]*", text[match.end() :])
        left, right = before[0] if before else "", after[0] if after else ""
        return next((each for each in _LIGATURES if is_word(f"{left}{each}{right}", words)), "fi")

    def lost(match: re.Match[str]) -> str:
        left, right = match.groups()
        choices = (f"{left}{each}{right}" for each in (*_LIGATURES, *_RARE_LIGATURES))
        return next((each for each in choices if left + right and is_word(each, words)), match[0])

    text = _WRONG_LIGATURE.sub(best, text)
    return _LOST_LIGATURE.sub(lost, text) if UNMAPPED in text else text


def _fell_apart(text: str) -> bool:
    """Whether most of a passage's words are single small letters, by spaces that nothing could put right."""
    words = text.split()
    letters = sum(len(word) == 1 and word.islower() for word in words)
    return letters >= _FEWEST_LETTERS and letters > 0.4 * len(words)
