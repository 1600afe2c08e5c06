"""The verdict on a claim: which statement it is about, what changed, how sure, or that the judge abstains."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from msglint.judge.differ import changes
from msglint.judge.features import closeness, coverage, features, speaks_of_us
from msglint.messaging.history import is_history
from msglint.model import Candidate, Change, ChangeKind, Claim, Evidence, Judgement, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from msglint.judge.combiner import Combiner

ATTENTION = (Verdict.DRIFT, Verdict.CONTRADICTION)
# A candidate whose meaning the claim leaves unchanged is preferred to one slightly nearer that it changes;
# an entity put in another's place is no reason to look elsewhere, since nothing else in the statement is.
CHANGE_PENALTY = 0.08
# What is said counts for more than of whom: a customer put in another's place keeps the rest of the wording.
CONTENT_BONUS = 0.2
CONSIDERED = 4
# Below this cosine to every statement, labelled sentences not about the company were all off message.
IN_COMMON = 0.15
# More likely than not to need attention, but below what may be reported: the judge abstains.
LIKELY = 0.5
# Names given up are looked up, not guessed: the only doubt left is whether the text tells history.
NAME_CONFIDENCE = 0.97
# A copy of what may not be claimed, less its denial: nothing is left to weigh, but the parser may err.
DENIAL_CONFIDENCE = 0.9
_GIVEN_UP = frozenset({"retired-product", "retired-category", "avoided-term"})


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim against its best candidate, before a verdict is given."""

    claim: Claim
    candidates: tuple[Candidate, ...]
    changes: tuple[Change, ...]
    probabilities: Mapping[Verdict, float]

    @property
    def attention(self) -> float:
        return sum(self.probabilities[verdict] for verdict in ATTENTION)

    @property
    def deviation(self) -> float:
        return 1 - self.probabilities[Verdict.ON_MESSAGE] - self.probabilities[Verdict.NOT_A_CLAIM]


def judge(weighed: Weighed, combiner: Combiner) -> Judgement:
    """The verdict on one claim; without a named change the judge has to be surer to speak of drift."""
    claim = weighed.claim
    if not claim.asserts:
        return _judgement(weighed, Verdict.NOT_A_CLAIM, 1.0, reasons=(claim.why_not,))
    if given_up := _names_given_up(claim):
        return _judgement(weighed, Verdict.DRIFT, max(NAME_CONFIDENCE, weighed.attention), given_up)
    if drops_the_denial(weighed):
        confidence = max(DENIAL_CONFIDENCE, weighed.attention)
        return _judgement(weighed, Verdict.CONTRADICTION, confidence, weighed.changes)
    named = _sure_changes(weighed, combiner)
    if named or weighed.attention >= combiner.unnamed[closeness(claim, weighed.candidates)]:
        found = named or weighed.changes
        return _judgement(weighed, _how_bad(weighed, found), weighed.attention, found)
    if weighed.attention >= LIKELY:
        reason = "something may have changed, but not surely enough to say so"
        return _judgement(weighed, Verdict.UNSURE, weighed.attention, weighed.changes, (reason,))
    plain = [verdict for verdict in weighed.probabilities if verdict not in ATTENTION]
    likely = max(plain, key=lambda verdict: weighed.probabilities[verdict])
    if likely is Verdict.UNSUPPORTED and _is_elsewhere(weighed):
        likely = Verdict.OFF_MESSAGE
    confidence = max(weighed.probabilities[verdict] for verdict in plain)
    if confidence < combiner.plain:
        return _judgement(weighed, Verdict.UNSURE, confidence, reasons=("no verdict is likely enough",))
    return _judgement(weighed, likely, confidence, reasons=(claim.why_not,) if claim.why_not else ())


def weigh(claim: Claim, evidence: Evidence, combiner: Combiner) -> Weighed:
    """Choose the statement the claim is about, name what changed in it, and weigh both."""
    ordered = replace(evidence, candidates=prefer_unchanged(claim, evidence.candidates))
    found = changes(claim, ordered.candidates[0]) if ordered.candidates else ()
    weighed = combiner.probabilities(features(claim, ordered, found))
    return Weighed(claim, ordered.candidates, found, weighed)


def prefer_unchanged(claim: Claim, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Candidates with the one put first that is nearest once each kind of change has cost it a little."""
    if not candidates:
        return ()

    def worth(candidate: Candidate) -> float:
        kinds = {change.kind for change in changes(claim, candidate)} - {ChangeKind.ENTITY}
        said = coverage(claim.facts, (candidate.facts,), without_names=True)
        return candidate.score - CHANGE_PENALTY * min(len(kinds), 2) + CONTENT_BONUS * said

    # What changes and coverage can add never brings a candidate further up than this.
    reach = max(c.score for c in candidates[:CONSIDERED]) - 2 * CHANGE_PENALTY - CONTENT_BONUS
    near = [candidate for candidate in candidates[:CONSIDERED] if candidate.score > reach]
    best = max(near, key=worth) if len(near) > 1 else near[0]
    return (best, *(candidate for candidate in candidates if candidate is not best))


def drops_the_denial(weighed: Weighed) -> bool:
    """Whether the claim has the words of a negative statement and one denial fewer."""
    if all(change.kind is not ChangeKind.POLARITY for change in weighed.changes):
        return False
    claim, best = weighed.claim, weighed.candidates[0]
    fewer = len(claim.facts.denials) == len(best.facts.denials) - 1
    return best.statement.negative and fewer and closeness(claim, weighed.candidates) == "copy"


def _is_elsewhere(weighed: Weighed) -> bool:
    """A claim that is not about us and has nothing in common with any statement speaks of another topic."""
    nearest = max((candidate.similarity for candidate in weighed.candidates), default=0.0)
    return nearest < IN_COMMON and not speaks_of_us(weighed.claim)


def _how_bad(weighed: Weighed, named: Sequence[Change]) -> Verdict:
    """Saying what may not be claimed is a contradiction; of any other change the likelier of the two."""
    denied = any(change.kind is ChangeKind.POLARITY for change in named)
    if denied and weighed.candidates[0].statement.negative:
        return Verdict.CONTRADICTION
    return max(ATTENTION, key=lambda verdict: weighed.probabilities[verdict])


def _sure_changes(weighed: Weighed, combiner: Combiner) -> tuple[Change, ...]:
    """The changes whose kind is trustworthy at this probability; none means that the judge may not accuse."""
    least = combiner.attention[closeness(weighed.claim, weighed.candidates)]
    return tuple(change for change in weighed.changes if weighed.attention >= least[change.kind])


def _names_given_up(claim: Claim) -> tuple[Change, ...]:
    return tuple(
        Change(_kind(name.role), name.replacement, name.text, name.start, name.end)
        for name in claim.facts.names
        if name.role in _GIVEN_UP
        and not is_history(
            claim.text, name.start, name.end, successor=name.replacement, heading=claim.heading
        )
    )


def _kind(role: str) -> ChangeKind:
    return ChangeKind.CATEGORY if role == "retired-category" else ChangeKind.NAME


def _judgement(
    weighed: Weighed,
    verdict: Verdict,
    confidence: float,
    found: tuple[Change, ...] = (),
    reasons: tuple[str, ...] = (),
) -> Judgement:
    best = weighed.candidates[0] if weighed.candidates else None
    rival = next(
        (c for c in weighed.candidates[1:] if best and c.statement.root_id != best.statement.root_id), None
    )
    attention = confidence if verdict in ATTENTION else weighed.attention
    about = best if verdict not in (Verdict.OFF_MESSAGE, Verdict.NOT_A_CLAIM) else None
    return Judgement(
        claim=weighed.claim,
        verdict=verdict,
        confidence=confidence,
        attention=attention,
        deviation=max(attention, weighed.deviation),
        statement_id=about.statement.entry_id if about else None,
        statement_text=about.statement.text if about else "",
        similarity=best.similarity if best else 0.0,
        margin=best.score - rival.score if best and rival else 0.0,
        changes=found,
        reasons=reasons,
    )
