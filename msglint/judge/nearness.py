"""How much of one wording another has: what only a close wording may be accused of hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from msglint.model import Candidate, Cue, Facts

COPY = 0.75
LEAST_SHARED = 3


def is_copy(claim: Facts, candidate: Candidate) -> bool:
    """Whether the claim is nearly all in words of the statement itself."""
    said, approved = lemmas(claim), lemmas(candidate.facts)
    shared = len(said & approved)
    return shared >= LEAST_SHARED and shared >= COPY * len(said)


def lemmas(facts: Facts) -> set[str]:
    """The content words of a sentence, once each."""
    return {word.lemma for word in facts.words}


def lemmas_within(facts: Facts, cue: Cue) -> set[str]:
    """The content words inside a cue."""
    return {word.lemma for word in facts.words if cue.start <= word.start < cue.end}


def lemmas_outside(facts: Facts, cues: tuple[Cue, ...]) -> set[str]:
    """The content words outside every one of some cues."""
    return {word.lemma for word in facts.words if not any(cue.start <= word.start < cue.end for cue in cues)}
