"""Initials that reach over several lines, put back before the word that they begin."""

from __future__ import annotations

from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

from msglint.extract.pdf.lexicon import is_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from msglint.extract.pdf.words import Word

_LARGER = 1.8  # than the text beside it
_NEAR = 0.5  # of the initial's size, from it to the text
_FEWEST_LINES = 2
_MOST = 20  # on a page
_WORDS = frozenset("AIO")  # letters that are words of their own


def with_initials(words: Iterable[Word]) -> list[Word]:
    """The words with each initial as the beginning of the word beside its top."""
    found = list(words)
    usual = median(word.size for word in found) if found else 0
    initials = [
        word for word in found if word.size >= _LARGER * usual and len(word.text) == 1 and word.text.isupper()
    ]
    for initial in initials[:_MOST]:
        beside = _beside(initial, found)
        first = min(beside, key=lambda word: (word.top, word.x0), default=None)
        if first is None or len({round(word.bottom) for word in beside}) < _FEWEST_LINES:
            continue
        if initial.text in _WORDS and not is_word(initial.text + first.text, frozenset()):
            begun = replace(first, text=initial.text, x0=initial.x0, x1=initial.x1)
            found = [begun if word is initial else word for word in found]
        else:
            begun = replace(first, text=initial.text + first.text, x0=initial.x0)
            found = [begun if word is first else word for word in found if word is not initial]
    return found


def _beside(initial: Word, words: Sequence[Word]) -> list[Word]:
    """The smaller words that start right of the initial, no lower than its baseline."""
    return [
        word
        for word in words
        if word.size * _LARGER <= initial.size
        and -0.2 * initial.size < word.x0 - initial.x1 < _NEAR * initial.size
        and initial.top < word.baseline < initial.baseline + 0.5 * word.size
    ]
