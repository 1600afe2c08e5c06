"""Big numbers and their words: "94%" over or beside "of dishes recognised" are one statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.extract.figures import are_counted, goes_on_from_number, is_number, nearest_pairs
from msglint.extract.pdf.paragraphs import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

_LARGER = 1.3  # a number's font against that of its words
_LONGEST = 200  # characters of the words
_REACH = 36.0  # points from a number to the words below it, or its own height; three times to its right
_MOST_PAIRS = 20_000  # as in decks


def join_numbers(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Each paragraph that is only a number is read with the words right below or right of it."""
    numbers = [index for index, each in enumerate(paragraphs) if is_number(each.text)]
    is_plain = not numbers or are_counted(paragraphs[index].text for index in numbers)
    if is_plain or len(numbers) * len(paragraphs) > _MOST_PAIRS:
        return list(paragraphs)
    found = (
        (gap, index, number)
        for number in numbers
        for index, words in enumerate(paragraphs)
        if _takes(words, paragraphs[number]) and (gap := _gap(paragraphs[number], words)) is not None
    )
    partners = dict(nearest_pairs(found))
    moved = set(partners.values())
    return [
        _join(paragraphs[partners[index]], each) if index in partners else each
        for index, each in enumerate(paragraphs)
        if index not in moved
    ]


def _join(number: Paragraph, words: Paragraph) -> Paragraph:
    return Paragraph(f"{number.text} {words.text}", (*words.lines, *number.lines), words.is_bullet)


def _takes(words: Paragraph, number: Paragraph) -> bool:
    is_smaller = words.size * _LARGER <= number.size and len(words.text) <= _LONGEST
    return is_smaller and not words.is_bullet and goes_on_from_number(words.text)


def _gap(number: Paragraph, words: Paragraph) -> float | None:
    """How far the words are below or right of the number, None where a reader would not join them."""
    (x0, top, x1, bottom), (left, above, right, below) = number.box, words.box
    height = bottom - top
    reach = max(_REACH, height)
    down, aside = above - bottom, left - x1
    if left - height < (x0 + x1) / 2 < right + height and -0.6 * height <= down <= reach:
        return max(down, 0.0)
    if above < (top + bottom) / 2 < below and 0 <= aside <= 3 * reach:
        return aside
    return None
