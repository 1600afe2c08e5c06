"""Changes in wording that change the meaning: polarity, scope, qualifier and strength."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from msglint.judge.antonyms import opposites
from msglint.judge.compare import Relation, relation
from msglint.judge.readings import complement
from msglint.model import Candidate, Change, ChangeKind, Claim, Cue, Facts, Name, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

# Denying a noun ("no setup fee" for "setup is free") often says the same; denying a deed does not.
_TURNING = frozenset({"VERB", "ADJ"})


def polarity_changes(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """A verb or adjective denied on one side only, or replaced by its opposite while denial stays as is."""
    if _tells_the_rest(claim, candidate):
        return
    if candidate.statement.negative and not claim.facts.negations:
        yield from _claimed_after_all(claim, candidate)
    elif _denials(claim.facts, candidate.facts) != _denials(candidate.facts, claim.facts):
        yield from _denied_words(claim, candidate)
    else:
        yield from _swapped_words(claim, candidate)
        yield from _opposite_words(claim, candidate)


def _denials(said: Facts, other: Facts) -> bool:
    """Whether one side denies in words that the other does not use."""
    return bool(Counter(cue.text for cue in said.negations) - Counter(cue.text for cue in other.negations))


def _tells_the_rest(claim: Claim, candidate: Candidate) -> bool:
    """ "4 in 100 did not renew" denies nothing of "96 % renewed"."""
    rest = [other for facts in candidate.family for q in facts.quantities if (other := complement(q))]
    said = [quantity for quantity in claim.facts.quantities if quantity.unit == "%"]
    return any(
        relation(quantity, other) in (Relation.SAME, Relation.WEAKER) for quantity in said for other in rest
    )


def _claimed_after_all(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """A claim without denial in the words of what may not be claimed."""
    approved = {word.lemma for word in candidate.facts.words if word.pos != "PROPN"}
    shared = [word for word in claim.facts.words if word.lemma in approved]
    tells = any(word.pos in _TURNING for word in shared) and not claim.facts.is_fragment
    if len({word.lemma for word in shared}) < 2 or not tells:
        return  # a heading such as "Legal advice" names the topic and claims nothing of it
    for word in sorted(shared, key=lambda word: word.pos not in _TURNING)[:1]:
        yield Change(
            ChangeKind.POLARITY,
            candidate.facts.negations[0].text if candidate.facts.negations else "",
            word.text,
            word.start,
            word.end,
        )


def _swapped_words(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "per user and not per kitchen" for "per kitchen and not per user": what is denied changes places."""
    mine = {word.lemma: word for word in claim.facts.words}
    theirs = {word.lemma: word for word in candidate.facts.words}
    differing = [
        mine[lemma] for lemma in mine if lemma in theirs and mine[lemma].negated != theirs[lemma].negated
    ]
    denied, affirmed = [w for w in differing if w.negated], [w for w in differing if not w.negated]
    if denied and affirmed:
        yield _polarity(f"not {theirs[affirmed[0].lemma].text}", affirmed[0], ())


def _denied_words(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    approved = {word.lemma: word for word in candidate.facts.words if word.pos in _TURNING}
    in_family = {(word.lemma, word.negated) for facts in candidate.family for word in facts.words}
    for word in claim.facts.words:
        other = approved.get(word.lemma)
        if (
            other is not None
            and word.negated != other.negated
            and (word.lemma, word.negated) not in in_family
        ):
            yield _polarity(f"not {other.text}" if other.negated else other.text, word, claim.facts.negations)


def _opposite_words(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    approved = {word.lemma: word for word in candidate.facts.words}
    said = {word.lemma for word in claim.facts.words}
    for word in claim.facts.words:
        turned = sorted(lemma for lemma in opposites(word.lemma) if lemma in approved and lemma not in said)
        if turned and word.lemma not in approved and word.negated == approved[turned[0]].negated:
            yield _polarity(approved[turned[0]].text, word, ())


def _polarity(approved: str, word: Word, negations: tuple[Cue, ...]) -> Change:
    before = (
        [cue for cue in negations if cue.end <= word.start and word.start - cue.end < 30]
        if word.negated
        else []
    )
    start = before[-1].start if before else word.start
    found = f"{before[-1].text} {word.text}" if before else word.text
    return Change(ChangeKind.POLARITY, approved, found, start, word.end)


def scope_changes(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """A universal word ("all", "every", "worldwide") that the statement lacks, or names added to its list."""
    wordings = (candidate.facts, *candidate.family, *candidate.beside)
    totals = {noun for facts in wordings for noun in facts.totals}
    own = {cue.text for cue in candidate.facts.universals}
    for cue in claim.facts.universals:
        if (
            cue.text in own
            or cue.kind in totals
            or (cue.kind and "them" in totals)
            or _promises(cue, candidate)
        ):
            continue
        typical = next((c.text for c in candidate.facts.statistics if c.kind in ("median", "average")), "")
        if typical and candidate.facts.quantities and claim.facts.quantities:
            yield Change(ChangeKind.QUALIFIER, typical, cue.text, cue.start, cue.end)
            continue
        limit = candidate.facts.limits[0].text if candidate.facts.limits else ""
        yield Change(ChangeKind.SCOPE, limit, cue.text, cue.start, cue.end)
    yield from _added_names(claim, candidate)


def _added_names(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "English, German and French" where English and German are approved."""
    approved = {name.text.lower() for facts in candidate.family for name in facts.names}
    words = {word.text.lower() for facts in candidate.family for word in facts.words}
    said = [name for name in claim.facts.names if name.role == "other"]
    added = [name for name in said if name.text.lower() not in approved and name.text.lower() not in words]
    shared = [name for name in claim.facts.names if name not in added]
    for name in added if len(said) - len(added) >= 2 else ():
        if any(_listed(claim.text, name, other) for other in shared):
            yield Change(ChangeKind.SCOPE, "", name.text, name.start, name.end)


def _listed(text: str, one: Name, other: Name) -> bool:
    """Whether two names stand side by side in a list."""
    first, second = sorted((one, other), key=lambda name: name.start)
    return bool(re.fullmatch(r"\s*(?:,|&|/|,? and|,? or)\s*", text[first.end : second.start]))


def _promises(cue: Cue, candidate: Candidate) -> bool:
    """ "always" for "can" or "may" raises the promise rather than the scope."""
    return cue.text == "always" and max(facts.strength for facts in candidate.family) <= 2


def qualifier_changes(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """One kind of figure put for another: the average for the median, the maximum for the average."""
    approved = {cue.kind for facts in candidate.family for cue in facts.statistics if cue.kind != "every"}
    said = {cue.kind for cue in claim.facts.statistics if cue.kind != "every"}
    if approved and said and not approved & said and claim.facts.quantities and candidate.facts.quantities:
        cue = next(cue for cue in claim.facts.statistics if cue.kind in said)
        shown = next((c.text for c in candidate.facts.statistics if c.kind in approved), sorted(approved)[0])
        yield Change(ChangeKind.QUALIFIER, shown, cue.text, cue.start, cue.end)


def strength_changes(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """A word of guarantee, or a superlative, that no wording of the statement has.

    "Ensure that …" at the start tells a reader what to do and promises nothing.
    """
    rungs = [facts.strength for facts in candidate.family]
    cue = claim.facts.strength_cue
    if (
        claim.facts.strength == 4
        and cue
        and cue.start > 0
        and max(rungs, default=4) < 4
        and not _is_scope(claim, cue)
    ):
        yield Change(ChangeKind.STRENGTH, _hedge(candidate.facts), cue.text, cue.start, cue.end)
    for universal in claim.facts.universals:
        if _promises(universal, candidate):
            yield Change(
                ChangeKind.STRENGTH, _hedge(candidate.facts), universal.text, universal.start, universal.end
            )
    approved = {c.text for facts in candidate.family for c in facts.superlatives}
    for superlative in claim.facts.superlatives:
        if superlative.text not in approved:
            yield Change(ChangeKind.STRENGTH, "", superlative.text, superlative.start, superlative.end)


def _hedge(facts: Facts) -> str:
    return facts.strength_cue.text if facts.strength_cue else ""


def _is_scope(claim: Claim, cue: Cue) -> bool:
    return any(cue.start == universal.start for universal in claim.facts.universals)
