"""How close a claim is in wording to a statement, and which words stand where others stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.judge.nearness import lemmas

if TYPE_CHECKING:
    from msglint.model import Candidate, Facts, Word

# From here on a claim counts as an edited statement rather than another telling of it.
NEAR = 0.6
# From here on hardly more than the order of the words has changed.
SAME = 0.8


def listed(words: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(words.split())


def nearness(claim: Facts, candidate: Candidate) -> float:
    """The share of the claim's content words that the nearest wording of the statement has, 0 to 1."""
    said = lemmas(claim)
    return (
        max((len(said & lemmas(facts)) / len(said) for facts in candidate.family), default=0.0)
        if said
        else 0.0
    )


def is_edit(claim: Facts, candidate: Candidate) -> bool:
    """Whether a claim is near, or short and but one of its words is another than in the statement."""
    if nearness(claim, candidate) >= NEAR:
        return True
    shared = lemmas(claim) & lemmas(candidate.facts)
    return bool(shared) and len(new_words(claim, candidate)) <= 1 >= len(lost_words(claim, candidate.facts))


def new_words(claim: Facts, candidate: Candidate) -> tuple[Word, ...]:
    """Words of the claim that no wording of the statement has."""
    approved = {lemma for facts in candidate.family for lemma in lemmas(facts)}
    return tuple(word for word in claim.words if word.lemma not in approved)


def lost_words(claim: Facts, approved: Facts) -> tuple[Word, ...]:
    """Words of one approved wording that the claim does not have."""
    said = lemmas(claim)
    return tuple(word for word in approved.words if word.lemma not in said)


def arguments(facts: Facts, word: Word) -> set[str]:
    """What depends on a word in its sentence, and what it depends on: who does it and to what."""
    return {other.lemma for other in facts.words if other.head == word.lemma} | {word.head} - {""}
