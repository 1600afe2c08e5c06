"""Words to lines to columns: which lines of a page belong together, and in which order they are read."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import TYPE_CHECKING

from msglint.extract.pdf.characters import is_rtl
from msglint.extract.pdf.content import BULLET, UNMAPPED
from msglint.extract.pdf.initials import with_initials
from msglint.extract.pdf.spacing import without_letter_spacing
from msglint.extract.pdf.words import Word, as_superscript

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# A gap of this many font sizes parts two columns for certain, a smaller one only where it goes on over lines.
_WIDE_GAP = 1.5
_GUTTER_GAP = 0.6
_GUTTER_LINES = 4
_SAME_EDGE = 1.0  # points by which justified lines may miss the margin
_TOUCHING = 0.12  # of the font size
_FAR_LARGER = 1.8  # an initial or a big number beside text
_SAME_BASELINE = 0.35  # of the smaller font size
_LONGEST_SIGN = 3  # "%", "€", "TM"
_NEAR = 0.4  # of the larger font size
_COUNT = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]")  # the number of a list item
_MARKERS = frozenset({BULLET, UNMAPPED, *"●○◦▪▫■□‣⁃–—-*➢➤►▶✓✔✗✘→§o·"})


@dataclass(frozen=True)
class Line:
    """Words side by side without a column gap between them."""

    words: tuple[Word, ...]

    @cached_property
    def x0(self) -> float:
        return min(word.x0 for word in self.words)

    @cached_property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @cached_property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @cached_property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @cached_property
    def size(self) -> float:
        return max(self.words, key=lambda word: len(word.text)).size

    @cached_property
    def is_bold(self) -> bool:
        return all(word.is_bold for word in self.words if word.text not in _MARKERS)

    @cached_property
    def text(self) -> str:
        return _line_text(self.words)


@dataclass(slots=True)
class Group:
    """Lines below each other in one column, top to bottom."""

    lines: list[Line]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """(x0, top, x1, bottom) around all lines."""
        return (
            min(line.x0 for line in self.lines), self.lines[0].top,
            max(line.x1 for line in self.lines), max(line.bottom for line in self.lines),
        )  # fmt: skip


def is_marker(text: str) -> bool:
    """Whether a word is the bullet of a list item."""
    return text in _MARKERS


def _line_text(words: Sequence[Word]) -> str:
    """Words with spaces where there is room for one; parts of a word in two fonts stay together."""
    if _is_right_to_left(words):
        return " ".join(word.text for word in reversed(words))
    pieces = [words[0].text]
    for before, after in itertools.pairwise(words):
        pieces.append(after.text if _touch(before, after) else f" {after.text}")
    return "".join(pieces)


def _touch(before: Word, after: Word) -> bool:
    """Whether two words of a line are parts of one: without a written space, and without room for it."""
    if after.after_space or is_marker(before.text) or is_rtl(before.text[-1]) != is_rtl(after.text[0]):
        return False
    return after.x0 - before.x1 < _TOUCHING * min(before.size, after.size)


def _is_right_to_left(words: Sequence[Word]) -> bool:
    letters = [character for word in words for character in word.text if character.isalpha()]
    return sum(map(is_rtl, letters)) * 2 > len(letters)


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Lines from top to bottom, already parted at column gaps."""
    rows = _rows(with_initials(words))
    return [line for index in range(len(rows)) for line in _split(rows, index)]


def _rows(words: Iterable[Word]) -> list[list[Word]]:
    """Words that share a baseline, each row from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.top + word.bottom, word.x0)):
        row = next((row for row in reversed(rows[-4:]) if _share_line(row, word)), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    return [without_letter_spacing(_raised(sorted(row, key=lambda word: word.x0))) for row in rows]


def _raised(row: list[Word]) -> list[Word]:
    """The row with small raised numbers in superscript characters."""
    if len({word.size for word in row}) == 1:
        return row
    beside = [row[max(0, index - 1) : index + 2] for index in range(len(row))]
    largest = [max(words, key=lambda word: word.size) for words in beside]
    return [as_superscript(word, other) for word, other in zip(row, largest, strict=True)]


def _share_line(row: Sequence[Word], word: Word) -> bool:
    """Whether a word stands on the line of the row's member that is nearest to it from left to right."""
    other = min(row, key=lambda member: max(member.x0 - word.x1, word.x0 - member.x1))
    small, large = sorted((other, word), key=lambda each: each.size)
    if large.size >= _FAR_LARGER * small.size and not _is_set_beside(small, large):
        return False
    overlap = min(other.bottom, word.bottom) - max(other.top, word.top)
    return overlap > 0.55 * min(other.bottom - other.top, word.bottom - word.top)


def _is_set_beside(small: Word, large: Word) -> bool:
    """Whether a word far smaller than another goes on right behind it, or is a raised sign or unit of it.

    Initials and big numbers reach over several lines of the text beside them.
    """
    if max(small.x0 - large.x1, large.x0 - small.x1) > _NEAR * large.size:
        return False
    if abs(small.baseline - large.baseline) < _SAME_BASELINE * small.size:
        return True
    is_sign = not small.text.isalpha() or small.text.isupper() or any(map(str.isdigit, large.text))
    return is_sign and len(small.text) <= _LONGEST_SIGN


def _split(rows: Sequence[Sequence[Word]], index: int) -> Iterator[Line]:
    row = rows[index]
    start = 0
    for position in range(1, len(row)):
        before, after = row[position - 1], row[position]
        gap, size = after.x0 - before.x1, max(before.size, after.size)
        if (
            position - start == 1
            and gap < 4 * size
            and (is_marker(before.text) or _COUNT.fullmatch(before.text))
        ):
            continue
        if _is_wide(rows, index, position, gap, size) or (
            gap > _GUTTER_GAP * size and _is_gutter(rows, index, before.x1, after.x0)
        ):
            yield Line(tuple(row[start:position]))
            start = position
    yield Line(tuple(row[start:]))


def _is_wide(rows: Sequence[Sequence[Word]], index: int, position: int, gap: float, size: float) -> bool:
    """Whether the gap before a word parts columns by itself: wide, and not just one of a loose line's."""
    if gap <= _WIDE_GAP * size or gap > 2 * _WIDE_GAP * size:
        return gap > _WIDE_GAP * size
    return gap > 1.4 * _least_beside(rows[index], position) or not _is_justified(rows, index)


def _is_justified(rows: Sequence[Sequence[Word]], index: int) -> bool:
    """Whether a row ends where a row near it ends, as the lines of a justified column do."""
    end = rows[index][-1].x1
    near = [*rows[max(0, index - 2) : index], *rows[index + 1 : index + 3]]
    return any(abs(row[-1].x1 - end) < _SAME_EDGE for row in near)


def _is_gutter(rows: Sequence[Sequence[Word]], index: int, x0: float, x1: float) -> bool:
    """Whether the gap goes on above and below over enough lines that have words on both its sides.

    Lines whose gaps beside it are about as wide do not count: loosely justified text has rivers.
    """
    support = 1
    least = (x1 - x0) * 0.5
    for step in (-1, 1):
        low, high, position = x0, x1, index + step
        while 0 <= position < len(rows) and support < _GUTTER_LINES:
            row = rows[position]
            left = max((word.x1 for word in row if word.x0 < low), default=None)
            right = min((word.x0 for word in row if word.x1 > high), default=None)
            low, high = max(low, left or low), min(high, right or high)
            if high - low < least:
                break
            if left is not None and right is not None:
                support += _stands_out(row, right, right - left)
            position += step
    return support >= _GUTTER_LINES


def _stands_out(row: Sequence[Word], right: float, gap: float) -> bool:
    position = sum(word.x0 < right for word in row)
    return gap > _WIDE_GAP * row[0].size or gap > 1.4 * _least_beside(row, position)


def _least_beside(row: Sequence[Word], position: int) -> float:
    """The narrower of the gaps beside the one before the word at `position`."""
    gaps = [
        row[after].x0 - row[after - 1].x1
        for after in (position - 1, position + 1)
        if 0 < after < len(row)
    ]
    return min(gaps, default=0.0)


def groups_of(lines: Iterable[Line]) -> list[Group]:
    """Columns of lines: each line joins the column right above it that it overlaps most."""
    groups: list[Group] = []
    for line in sorted(lines, key=lambda line: (line.top, line.x0)):
        best = max(groups[-40:], key=lambda group: _fit(group.lines[-1], line), default=None)
        if best is not None and _fit(best.lines[-1], line) > 0:
            best.lines.append(line)
        else:
            groups.append(Group([line]))
    return groups


def _fit(above: Line, below: Line) -> float:
    """The share of the narrower line that lies under or over the other, 0 when they are not neighbours."""
    height = min(above.bottom - above.top, below.bottom - below.top)
    gap = below.top - above.bottom
    if gap > 0.9 * height or gap < -0.5 * height or abs(above.size - below.size) > 0.12 * above.size:
        return 0.0
    overlap = min(above.x1, below.x1) - max(above.x0, below.x0)
    return max(0.0, overlap / max(1.0, min(above.x1 - above.x0, below.x1 - below.x0)))


def in_reading_order(groups: Sequence[Group], depth: int = 0) -> list[Group]:
    """Columns from left to right where a gutter parts them, else strips from the top, and so on within."""
    if len(groups) < 2 or depth > 60:
        return sorted(groups, key=lambda group: (group.box[1], group.box[0]))
    cut = _gutter(groups)
    if cut is not None:
        left = [group for group in groups if group.box[0] < cut]
        right = [group for group in groups if group.box[0] >= cut]
        return in_reading_order(left, depth + 1) + in_reading_order(right, depth + 1)
    strips = _strips(groups)
    if len(strips) == 1:
        return sorted(groups, key=lambda group: (group.box[1], group.box[0]))
    return [group for strip in strips for group in in_reading_order(strip, depth + 1)]


def _gutter(groups: Sequence[Group]) -> float | None:
    """Where a right column starts: the left edge after a vertical band that no group crosses."""
    ordered = sorted(group.box for group in groups)
    reach = ordered[0][2]
    for x0, _, x1, _ in ordered[1:]:
        if x0 > reach + 2:
            return x0
        reach = max(reach, x1)
    return None


def _strips(groups: Sequence[Group]) -> list[list[Group]]:
    """Groups parted by clear horizontal bands; neighbouring strips with a common gutter stay together."""
    strips: list[list[Group]] = []
    reach = float("-inf")
    for group in sorted(groups, key=lambda group: group.box[1]):
        if group.box[1] >= reach - 1:
            strips.append([])
        strips[-1].append(group)
        reach = max(reach, group.box[3])
    merged = [strips[0]]
    for strip in strips[1:]:
        if _gutter([*merged[-1], *strip]) is not None:
            merged[-1] = [*merged[-1], *strip]
        else:
            merged.append(strip)
    return merged


def body_size(words: Iterable[Word]) -> float:
    """The font size of running text: the median over characters, 0 without any."""
    sizes = [word.size for word in words for _ in word.text]
    return median(sizes) if sizes else 0.0
