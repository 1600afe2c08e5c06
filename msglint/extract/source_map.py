"""Where the characters of a cleaned text stand in their file: lines and columns that survive the repair."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from msglint.extract.repair import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Breaks = tuple[tuple[int, int, int], ...]  # (offset in the text, line, column), offsets ascending

_ESCAPE = re.compile(
    r"\\(?:u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|.)|&#?\w+;", re.DOTALL
)
_LETTER = re.compile(r"\w")
_WIDEST_GAP = 1000  # characters of indent and markup between two words


@dataclass(frozen=True, slots=True)
class Run:
    """Characters side by side in one line of a file; line and column count from 1."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Lines and columns of a text by offset, right up to the next break."""

    breaks: Breaks

    def at(self, offset: int) -> tuple[int, int]:
        """The line and column of the character at `offset`."""
        index = bisect_right(self.breaks, offset, key=itemgetter(0)) - 1
        start, line, column = self.breaks[max(index, 0)]
        return line, column + max(offset - start, 0)

    def runs(self, text: str, start: int, end: int) -> Iterator[Run]:
        """`text[start:end]` in pieces that have no break inside."""
        first = bisect_right(self.breaks, start, key=itemgetter(0))
        last = bisect_left(self.breaks, end, key=itemgetter(0))
        cuts = [start, *(offset for offset, _, _ in self.breaks[first:last]), end]
        for left, right in pairwise(cuts):
            yield Run(text[left:right], *self.at(left))


def lines_map(text: str, line: int = 1, column: int = 1) -> SourceMap:
    """The map of a stretch of a file that begins at `line` and `column`."""
    breaks = [(0, line, column)]
    for number, match in enumerate(re.finditer("\n", text), start=line + 1):
        breaks.append((match.end(), number, 1))
    return SourceMap(tuple(breaks))


def joined(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def cut(runs: list[Run], start: int, end: int | None = None) -> list[Run]:
    """The runs of the characters [start, end) of the joined text."""
    kept, offset = list[Run](), 0
    for run in runs:
        left = max(start - offset, 0)
        right = len(run.text) if end is None else min(end - offset, len(run.text))
        if left < right:
            kept.append(Run(run.text[left:right], run.line, run.column + left))
        offset += len(run.text)
    return kept


def placed(runs: list[Run]) -> tuple[str, Breaks]:
    """The cleaned text of `runs` and where it stands; no breaks where nothing is left of it."""
    raw, offset, breaks = joined(runs), 0, list[tuple[int, int, int]]()
    for run in runs:
        breaks.append((offset, run.line, run.column))
        offset += len(run.text)
    text = clean(raw)
    if text == raw:
        return text, _merged(breaks) if text else ()
    return text, _aligned(text, raw, SourceMap(tuple(breaks)))


def aligned(value: str, raw: str, line: int, column: int) -> tuple[str, Breaks]:
    """`value` cleaned, placed by its words in `raw`, the literal that it was written as at this place."""
    text = clean(value)
    return text, _aligned(text, raw, lines_map(raw, line, column))


def _aligned(text: str, raw: str, where: SourceMap) -> Breaks:
    breaks, offset, position = list[tuple[int, int, int]](), 0, 0
    for word in text.split(" ") if text else ():
        start, position = _find(word, raw, position)
        breaks.append((offset, *where.at(start)))
        breaks += _inner(word, offset, start, raw, position, where)
        offset += len(word) + 1
    return _merged(breaks)


def _find(word: str, raw: str, position: int) -> tuple[int, int]:
    """Start and end of `word` in `raw`: the next place with only markup before it, else the next word."""
    start = raw.find(word, position, position + len(word) + _WIDEST_GAP)
    if start >= 0 and not _LETTER.search(_ESCAPE.sub("", raw[position:start])):
        return start, start + len(word)
    while position < len(raw) and not clean(raw[position]):
        position += 1
    end = position
    while end < len(raw) and not raw[end].isspace():
        end += 1
    return min(position, max(len(raw) - 1, 0)), end


def _inner(word: str, offset: int, start: int, raw: str, end: int, where: SourceMap) -> Breaks:
    """Breaks inside a word that runs over several pieces of the source."""
    if raw[start:end] != word:
        return ()
    first = bisect_right(where.breaks, start, key=itemgetter(0))
    last = bisect_left(where.breaks, end, key=itemgetter(0))
    return tuple((offset + at - start, line, column) for at, line, column in where.breaks[first:last])


def _merged(breaks: Iterable[tuple[int, int, int]]) -> Breaks:
    """Without the breaks that follow from the one before."""
    kept = list[tuple[int, int, int]]()
    for offset, line, column in breaks:
        if kept and kept[-1][1] == line and kept[-1][2] + offset - kept[-1][0] == column:
            continue
        kept.append((offset, line, column))
    return tuple(kept)
