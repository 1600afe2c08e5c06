"""Align the content words of a claim with one wording: which were kept, which are new, which are gone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msglint.judge.synonyms import are_synonyms

if TYPE_CHECKING:
    from msglint.model import Facts, Word

_STEM = 5
_SUFFIX = 4
NOUNS = frozenset({"NOUN", "PROPN"})
# Different beginnings, not different words: "interview" and "internal" share no stem.
_PREFIXES = (
    "inter",
    "trans",
    "super",
    "under",
    "micro",
    "multi",
    "hyper",
    "ultra",
    "extra",
    "counter",
    "contr",
    "elect",
)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs of (claim's word, wording's word), the claim's new words and the wording's that are gone."""

    kept: tuple[tuple[Word, Word], ...]
    added: tuple[Word, ...]
    dropped: tuple[Word, ...]

    def counterpart(self, word: Word) -> Word | None:
        """The wording's word that stands beside a word of the claim."""
        return next((theirs for mine, theirs in self.kept if mine is word), None)


def align(claim: Facts, wording: Facts) -> Alignment:
    """Pair words one to one, the likest first: the same lemma, then the same stem, then a synonym."""
    mine, theirs = list(claim.words), list(wording.words)
    kept: list[tuple[Word, Word]] = []
    for alike in (_is_same, is_related):
        for word in tuple(mine):
            found = next((other for other in theirs if alike(word, other)), None)
            if found is not None:
                kept.append((word, found))
                mine.remove(word)
                theirs.remove(found)
    return Alignment(tuple(kept), tuple(mine), tuple(theirs))


def _is_same(one: Word, other: Word) -> bool:
    return one.lemma == other.lemma or one.text.lower() == other.text.lower()


def is_related(one: Word, other: Word) -> bool:
    """Whether two words may tell of the same: one stem, one inside the other, short form, or synonyms."""
    if _is_same(one, other):
        return True
    if "PROPN" in (one.pos, other.pos):
        return _names_alike(one.text.lower(), other.text.lower())
    return same_stem(one.lemma, other.lemma) or are_synonyms(one.lemma, other.lemma)


def same_stem(one: str, other: str) -> bool:
    """ "donate" and "donation", "bike" and "bicycle-sharing" by table, "owner" within "homeowner"."""
    short, long = sorted((one, other), key=len)
    if long.endswith(short) and len(short) >= _SUFFIX:
        return True
    if short[:_STEM] == long[:_STEM] and len(short) >= _STEM and not short.startswith(_PREFIXES):
        return True
    return len(short) >= 3 and long.startswith(short) and len(long) - len(short) <= 3


def _names_alike(one: str, other: str) -> bool:
    """A name and its short or inflected form: "Larkspur's", "German" and "Germany"."""
    short, long = sorted((one.rstrip("'’s."), other.rstrip("'’s.")), key=len)
    return len(short) >= _STEM and long.startswith(short)
