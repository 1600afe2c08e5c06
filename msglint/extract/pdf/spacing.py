"""Words that stand spaced out, evenly for effect ("S E R V I C E") or by a bad export ("F ind t h e")."""

from __future__ import annotations

import itertools
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from msglint.extract.pdf.words import Word

_SPACED_LETTERS = 5  # so many single letters in a row are one spaced-out word
_FEWEST_LETTERS = 4  # single letters on a line whose spaces may be wrong,
_LETTER_SHARE = 0.25  # and their share of its words
_APART = 1.5  # how much wider gaps between words are than gaps inside them
_OWN_WORDS = frozenset("aAI&")


def without_letter_spacing(row: Sequence[Word]) -> list[Word]:
    """A row of words, left to right, with the letters of spaced-out words put together."""
    if sum(len(word.text) == 1 for word in row) < _FEWEST_LETTERS:
        return list(row)
    joined = [word for run in _letter_runs(row) for word in _even(run)]
    letters = sum(
        len(word.text) == 1 and word.text.isalpha() and word.text not in _OWN_WORDS for word in joined
    )
    if letters < max(_FEWEST_LETTERS, _LETTER_SHARE * len(joined)):
        return joined
    return list(_by_gaps(joined))


def _letter_runs(row: Sequence[Word]) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in row:
        if run and not (len(word.text) == 1 and len(run[-1].text) == 1):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _even(run: Sequence[Word]) -> list[Word]:
    """Single letters in a row as words, parted where a gap is clearly wider than most."""
    gaps = _gaps(run)
    if len(run) < _SPACED_LETTERS or median(gaps) > run[0].size:
        return list(run)
    return list(_parted(run, gaps, 1.6 * median(gaps)))


def _by_gaps(row: Sequence[Word]) -> Iterator[Word]:
    """The row put together by the width of its gaps where they are of two kinds, whatever spaces say.

    Where they are not, a gap without a written space is inside a word, if others have one.
    """
    gaps = _gaps(row)
    ordered = sorted(gap for gap in gaps if gap < 3 * row[0].size)
    low, high = max(itertools.pairwise(ordered), key=lambda pair: pair[1] - pair[0], default=(0.0, 0.0))
    below = sum(gap <= low for gap in ordered)
    if low < high and high >= _APART * max(low, 0.0) and len(ordered) // 4 < below < len(ordered):
        yield from _parted(row, gaps, (low + high) / 2)
    elif any(word.after_space for word in row[1:]) and not all(word.after_space for word in row[1:]):
        spaced = [float(word.after_space) for word in row[1:]]
        yield from _parted(row, spaced, 0.5)
    else:
        yield from row


def _gaps(row: Sequence[Word]) -> list[float]:
    return [after.x0 - before.x1 for before, after in itertools.pairwise(row)]


def _parted(row: Sequence[Word], gaps: Sequence[float], widest: float) -> Iterator[Word]:
    """The row as words of which none has a gap above `widest` inside."""
    start = 0
    for end in range(1, len(row) + 1):
        if end == len(row) or gaps[end - 1] > widest:
            yield _as_one(row[start:end])
            start = end


def _as_one(parts: Sequence[Word]) -> Word:
    first, last = parts[0], parts[-1]
    text = "".join(word.text for word in parts)
    return replace(first, text=text, x1=last.x1, bottom=max(word.bottom for word in parts))
