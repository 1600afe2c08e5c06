"""How well a page was read, without a dictionary: the share of its characters in words that can be words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msglint.extract.pdf.content import UNMAPPED

if TYPE_CHECKING:
    from msglint.extract.pdf.words import PageWords

GOOD = 0.9  # pages of running text reach 0.97 and more in every producer that was tried
_LONGEST = 30  # letters; longer "words" have lost their spaces
_VOWELS = frozenset("aeiouyáàâäãåæéèêëíìîïóòôöõøúùûüýœı")
_NAMED_GLYPH = re.compile(r"/(?:f_|uni|g\d|[a-z]+\.alt)")
_ONE_LETTER_WORDS = frozenset("aAiIoOyYeEuU&àéèóù")


def quality_of(words: PageWords) -> float:
    """From 0 for garbage to 1: the share of characters in plausible words, numbers and marks.

    A page without a character has 1: there is nothing that could be read better.
    """
    good = total = 0
    for word in words.every:
        total += len(word.text)
        if is_plausible(word.text):
            good += len(word.text)
    return good / total if total else 1.0


def is_plausible(word: str) -> bool:
    """Whether a word can be one: mapped, of a length that words have, with a vowel if it is long."""
    if word.isascii() and word.isalpha():
        return _is_latin_word(word)
    if UNMAPPED in word or _NAMED_GLYPH.search(word):
        return False
    if any(each < " " or "\ue000" <= each <= "\uf8ff" for each in word):
        return False
    return len(word) <= _LONGEST or not word.isalpha()


def _is_latin_word(word: str) -> bool:
    if len(word) == 1:
        return word in _ONE_LETTER_WORDS or word.isupper()
    if len(word) > _LONGEST:
        return False
    return len(word) < 5 or word.isupper() or not _VOWELS.isdisjoint(word.lower())
