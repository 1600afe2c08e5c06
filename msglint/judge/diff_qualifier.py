"""Changes in what a figure or a promise hangs on: the kind of figure, and the condition it holds under."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msglint.judge.compare import CALENDAR, same_figure
from msglint.judge.nearness import is_copy, lemmas, lemmas_outside, lemmas_within
from msglint.judge.readings import DAYS
from msglint.model import Candidate, Change, ChangeKind, Claim, Cue, Facts, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

# A claim that tells this much of all else in the statement has left the proviso out; one that tells less
# has told a part.
_TELLS_THE_REST = 0.7
# How many characters may lie between "on average" and its figure.
_NEAR = 30
_DAY = 86400
_OPEN = frozenset({"any", "all", "every", "each", "both", "either"})
_CAPS = frozenset({"up to", "within", "less than", "at least", "more than"})
# Words that a proviso and another of its sort share anyway: "lab conditions", "the Group plan".
_PLAIN = frozenset({
    "condition", "test", "testing", "trial", "use", "driving", "load", "setting", "environment",
    "circumstance", "simulation", "benchmark", "pilot", "storage", "light", "plan", "tier", "edition",
    "tariff", "package", "customer", "client", "user", "team", "account", "switch", "turn",
})  # fmt: skip


def qualifier_changes(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """Another kind of figure, or a proviso that the claim leaves out, exchanges or declares needless."""
    yield from _other_statistics(claim, candidate)
    yield from _averages(claim, candidate)
    yield from _waived(claim, candidate)
    yield from _provisos(claim, candidate)


def _other_statistics(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """One kind of figure put for another: the average for the median, the maximum for the average."""
    approved = {cue.kind for facts in candidate.family for cue in facts.statistics if cue.kind != "every"}
    said = {cue.kind for cue in claim.facts.statistics if cue.kind != "every"}
    if approved and said and not approved & said and claim.facts.quantities and candidate.facts.quantities:
        cue = next(cue for cue in claim.facts.statistics if cue.kind in said)
        shown = next((c.text for c in candidate.facts.statistics if c.kind in approved), sorted(approved)[0])
        yield Change(ChangeKind.QUALIFIER, shown, cue.text, cue.start, cue.end)


def _averages(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """An average put for a bound ("within three days"), or an average told as if it held each time."""
    approved = {cue.kind for facts in candidate.family for cue in facts.statistics} & {"average", "median"}
    said = [cue for cue in claim.facts.statistics if cue.kind == "average" and cue.text != "mean"]
    if said and not approved:
        for quantity, own in _same_figures(claim.facts, candidate.facts):
            if own.qualifier in _CAPS and not quantity.qualifier:
                yield Change(ChangeKind.QUALIFIER, _bounded(own), said[0].text, said[0].start, said[0].end)
                return
    told = claim.facts.statistics or claim.facts.hedges
    if approved and not told and is_copy(claim.facts, candidate):
        for quantity, own in _same_figures(claim.facts, candidate.facts):
            cue = next((c for c in candidate.facts.statistics if c.kind in approved), None)
            if cue and _beside(cue, own) and not own.qualifier and not quantity.qualifier:
                yield Change(ChangeKind.QUALIFIER, cue.text, quantity.text, quantity.start, quantity.end)
                return


def _beside(cue: Cue, quantity: Quantity) -> bool:
    return cue.start - quantity.end < _NEAR and quantity.start - cue.end < _NEAR


def _bounded(quantity: Quantity) -> str:
    return f"{quantity.qualifier} {quantity.text}"


def _same_figures(claim: Facts, approved: Facts) -> Iterator[tuple[Quantity, Quantity]]:
    for quantity in claim.quantities:
        for own in approved.quantities:
            if same_figure(quantity, own):
                yield quantity, own


def _waived(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """A condition of the statement, however put ("who apply it daily"), that the claim calls needless."""
    if _is_open(candidate) or claim.facts.is_question:
        return
    approved = lemmas(candidate.facts)
    for cue in claim.facts.provisos:
        words = lemmas_within(claim.facts, cue)
        rest = lemmas_outside(claim.facts, (cue,))
        named = words & approved
        told = len(rest & approved) >= max(2, _TELLS_THE_REST * len(rest))
        if cue.text.startswith("whatever"):
            continue  # "put right whatever the inspector writes down" waives nothing
        if cue.kind == "whatever" and told and named and 2 * len(named) >= len(words):
            yield Change(ChangeKind.QUALIFIER, sorted(named)[0], cue.text, cue.start, cue.end)
            return


def _is_open(candidate: Candidate) -> bool:
    """Whether a wording says that something holds in any case: "in any weather", "for all ages"."""
    return any(cue.kind == "whatever" for facts in candidate.family for cue in facts.provisos) or any(
        cue.text.split()[0] in _OPEN for facts in candidate.family for cue in facts.quantifiers
    )


def _provisos(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    own = tuple(cue for cue in candidate.facts.provisos if cue.kind != "whatever")
    if not own or claim.facts.is_question:
        return
    said = lemmas(claim.facts)
    rest = lemmas_outside(candidate.facts, own)
    if len(rest) < 2 or len(rest & said) < _TELLS_THE_REST * len(rest):
        return
    waivers = [cue for cue in claim.facts.provisos if cue.kind == "whatever"]
    if waivers and not any(cue.kind == "whatever" for facts in candidate.family for cue in facts.provisos):
        yield Change(ChangeKind.QUALIFIER, own[0].text, waivers[0].text, waivers[0].start, waivers[0].end)
        return
    approved = lemmas(candidate.facts)
    others = [cue for cue in claim.facts.provisos if lemmas_within(claim.facts, cue) - approved]
    for cue in own:
        words = lemmas_within(candidate.facts, cue) - _PLAIN
        if not words or words & said or _told_without(claim.facts, words, candidate):
            continue
        if not others and _tells_all_but(cue, claim.facts, candidate, rest):
            yield _left_out(cue, claim)
            return
        for other in others:
            if _same_span(cue, candidate.facts, other, claim.facts):
                continue
            if _exchanged(cue, other) and lemmas_within(claim.facts, other) - _PLAIN - lemmas(
                candidate.facts
            ):
                yield Change(ChangeKind.QUALIFIER, cue.text, other.text, other.start, other.end)
                return


def _tells_all_but(cue: Cue, claim: Facts, candidate: Candidate, rest: set[str]) -> bool:
    """Whether a claim tells what the proviso belongs to in the statement's words, and not another part."""
    said = lemmas(claim)
    figures = [q for q in candidate.facts.quantities if not cue.start <= q.start < cue.end]
    nearest = min(figures, key=lambda q: min(abs(q.start - cue.end), abs(cue.start - q.end)), default=None)
    told = nearest is None or any(same_figure(quantity, nearest) for quantity in claim.quantities)
    return told and (is_copy(claim, candidate) or said == rest) and _verbs(candidate.facts, cue) <= said


def _verbs(approved: Facts, cue: Cue) -> set[str]:
    """The verbs that a statement has outside a proviso: without them a claim tells another part."""
    outside = (word for word in approved.words if not cue.start <= word.start < cue.end)
    return {word.lemma for word in outside if word.pos == "VERB"}


# "Unless you decide otherwise" stands for any choice that a statement leaves to somebody.
_OTHERWISE = re.compile(r"\botherwise$|\b(?:say|says) so$", re.IGNORECASE)


def _exchanged(own: Cue, other: Cue) -> bool:
    """Provisos that begin alike tell different things; "if" for "as long as" may tell the same."""
    if _OTHERWISE.search(own.text) or _OTHERWISE.search(other.text):
        return False
    alike = own.kind == "setting" or own.text.split()[0] == other.text.split()[0]
    return own.kind == other.kind and alike


def _same_span(own: Cue, approved: Facts, other: Cue, claim: Facts) -> bool:
    """ "For the first twelve months" and "for the first year" are one span."""
    days, more = _span(own, approved), _span(other, claim)
    return bool(days and more) and abs(days - more) <= CALENDAR * max(days, more)


def _span(cue: Cue, facts: Facts) -> float:
    """The length in days of the time that a proviso names, 0 for none."""
    for quantity in facts.quantities:
        if quantity.dimension == "time" and cue.start <= quantity.start < cue.end:
            return quantity.value * quantity.factor / _DAY
    inside = [period.kind for period in facts.periods if cue.start <= period.start < cue.end]
    return DAYS.get(inside[0], 0.0) if inside else 0.0


def _told_without(claim: Facts, words: set[str], candidate: Candidate) -> bool:
    """Whether another wording of the statement tells all that the claim does without the proviso."""
    others = [lemmas(facts) for facts in candidate.family if facts is not candidate.facts]
    said = lemmas(claim)
    return any(not words & other and len(said & other) >= _TELLS_THE_REST * len(said) for other in others)


def _left_out(cue: Cue, claim: Claim) -> Change:
    """A proviso left out is marked at what it qualified: the figure, or the whole claim."""
    if claim.facts.quantities:
        figure = claim.facts.quantities[0]
        return Change(ChangeKind.QUALIFIER, cue.text, figure.text, figure.start, figure.end)
    return Change(ChangeKind.QUALIFIER, cue.text, claim.text, 0, len(claim.text))
