"""Putting approved words in place of others, so that the sentence can be pasted back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ARTICLE = re.compile(r"\b([Aa]n?)(\s+[\"'“‘]?)\Z")


def rewritten(text: str, spans: Sequence[tuple[int, int]], replacement: str, phrase: str) -> str:
    """The text with `replacement` at each span, in the case and number in which `phrase` stands there."""
    for start, end in sorted(spans, reverse=True):
        new = _in_number_of(text[start:end], phrase, replacement)
        new = _in_case_of(text[start:end], phrase, new)
        if not text[:start].strip() and text[start].isupper():
            new = new[:1].upper() + new[1:]
        text = _with_article(text[:start], new) + new + text[end:]
    return text


def _in_number_of(found: str, phrase: str, replacement: str) -> str:
    """Carry over a plural or genitive ending that the found words have beyond the phrase."""
    tail = found[len(phrase) :].lower()
    genitive = re.search(r"['’]s?\Z", found)
    if genitive and not re.search(r"['’]s?\Z", phrase):
        return replacement + (genitive.group() if not replacement.endswith("s") else genitive.group()[0])
    is_plural = tail in ("s", "es") or (found.lower().endswith("ies") and phrase.endswith("y"))
    return plural(replacement) if is_plural and not phrase.endswith("s") else replacement


def plural(noun: str) -> str:
    """The regular English plural; a noun that ends in s is left as it is."""
    if noun.endswith(("s", "S")) or not noun[-1].isalpha():
        return noun
    if re.search(r"(?:x|z|ch|sh)\Z", noun):
        return noun + "es"
    if re.search(r"[^aeiou]y\Z", noun):
        return noun[:-1] + "ies"
    return noun + "s"


def _in_case_of(found: str, phrase: str, new: str) -> str:
    if found.startswith(phrase):
        return new
    letters = [char for char in found if char.isalpha()]
    if len(letters) > 3 and all(char.isupper() for char in letters):
        return new.upper()
    if letters and letters[0].isupper() and new[:1].islower():
        return new[:1].upper() + new[1:]
    return new


def _with_article(before: str, new: str) -> str:
    """Correct "a" or "an" in front of the new word, by its first letter."""
    match = _ARTICLE.search(before)
    if not match or not new:
        return before
    article = match.group(1)[0] + ("n" if new[0].lower() in "aeio" else "")
    return before[: match.start()] + article + match.group(2)
