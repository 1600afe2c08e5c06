"""Lines to paragraphs: where one ends, and how words broken at line ends are put together again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from msglint.extract.pdf_layout import Group, Line, is_marker
from msglint.extract.pdf_words import UNMAPPED
from msglint.extract.repair import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-z]\)|[ivx]{1,4}[.)])(?=\s)")
_ENDED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]{2,})[-‐]$")
_ALWAYS_HYPHENATED = frozenset({"self", "non", "well", "ex", "cross"})
# Ligatures that fonts leave under a wrong code: accents that stand inside a word mean nothing else.
_WRONG_LIGATURE = re.compile("(?<=[^\\W\\d_])[˘ˇˆ˙˝˛˚](?=[^\\W\\d_])|(?<!\\S)[˘ˇ˙˝˛˚](?=[a-z])")
_LIGATURES = ("fi", "fl", "ff", "ffi", "ffl")


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
        """Whether characters are missing from its words, so that what it says is not known."""
        return UNMAPPED in self.text

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
    for line in group.lines:
        if held and _starts_new(held, line, spacing, right, listed=len(group.lines) > 3):
            yield from _paragraph(held, words)
            held = []
        held.append(line)
    yield from _paragraph(held, words)


def _usual_spacing(group: Group) -> float:
    gaps = [below.top - above.bottom for above, below in zip(group.lines, group.lines[1:], strict=False)]
    return min(median(gaps), 0.6 * group.lines[0].size) if gaps else 0.0


def _starts_new(held: Sequence[Line], line: Line, spacing: float, right: float, *, listed: bool) -> bool:
    last, first = held[-1], held[0]
    if marker_length(line) or line.top - last.bottom > spacing + 0.35 * line.size:
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
    return before[: broken.end(1)] + ("-" if _keeps_hyphen(broken[1], rest[0], words) else "") + after


def _keeps_hyphen(left: str, right: str, words: frozenset[str]) -> bool:
    """The document itself decides: which form it has elsewhere, else whether both halves are its words."""
    left, right = left.lower(), right.lower()
    if left + right in words:
        return False
    if f"{left}-{right}" in words or left in _ALWAYS_HYPHENATED:
        return True
    return min(len(left), len(right)) > 3 and left in words and right in words


def repair_ligatures(text: str, words: frozenset[str]) -> str:
    """ "˛elds" is "fields": the ligature that makes a word of this document, "fi" where none does."""

    def best(match: re.Match[str]) -> str:
        before = re.search(r"[^\W\d_]*$", text[: match.start()])
        after = re.match(r"[^\W\d_]*", text[match.end() :])
        left, right = before[0] if before else "", after[0] if after else ""
        return next((each for each in _LIGATURES if f"{left}{each}{right}".lower() in words), "fi")

    return _WRONG_LIGATURE.sub(best, text)
