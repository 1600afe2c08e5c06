"""Big numbers that stand apart from their words: which texts are one, and which go on from one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST_NUMBER = 12
_NUMBER = re.compile(
    r"[^\w\s]{0,2}\s?[A-Z]{0,3}\s?\d[\d.,:/–-]*\s?(?:[^\W\d_]{0,3}|million|billion|thousand|days|hours|weeks|years)\W{0,2}"
)
_NAMED_NUMBER = re.compile(r"\b[A-Z][\w./&-]*\s+v?\d[\d.:,/-]*\d|\b(?:19|20)\d\d\b")


def is_number(text: str) -> bool:
    """Whether a text is a number with at most a unit: "31%", "3x", "€4.2M", "24/7"; not "5 reasons why"."""
    return len(text) <= _LONGEST_NUMBER and _NUMBER.fullmatch(text) is not None


def has_own_number(text: str) -> bool:
    """Whether a text states a number that is not part of a name ("ISO/IEC 5230") or a year."""
    return any(character.isdigit() for character in _NAMED_NUMBER.sub("", text))


def goes_on_from_number(text: str) -> bool:
    """Words without a number of their own, or that begin as the rest of a sentence and come to one later.

    "of dishes, in a test of 52,000 weighings" goes on from "94%", "saves 3 weeks" does not.
    """
    begin = " ".join(text.split()[:3])
    return len(text) > 2 and not has_own_number(begin if begin[:1].islower() else text)


def are_counted(texts: Iterable[str]) -> bool:
    """Whether the numbers only count the things on a page: 1, 2, 3 or 01, 02, 03."""
    plain = [text.strip(" .)(#") for text in texts]
    counts = sorted(int(text) for text in plain if text.isdecimal())
    return len(counts) > 1 and counts[0] <= 1 and counts == list(range(counts[0], counts[0] + len(counts)))


def nearest_pairs(found: Iterable[tuple[float, int, int]]) -> Iterator[tuple[int, int]]:
    """(words, number) out of (gap, words, number), the nearest first; each index takes part once."""
    taken: set[int] = set()
    for _, words, number in sorted(found):
        if not taken & {words, number}:
            taken |= {words, number}
            yield words, number
