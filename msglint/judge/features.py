"""What the combiner looks at: a named number for each thing known about a claim and its best candidates."""

from __future__ import annotations

import re
from math import log
from typing import TYPE_CHECKING

from msglint.model import Candidate, Change, ChangeKind, Claim, Evidence, Facts

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIRST_PERSON = re.compile(r"\b(?:we|our|us|ours)\b|\bwe['’]", re.IGNORECASE)
_SECOND_PERSON = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_I = re.compile(r"\b(?:I|my|me)\b|\bI['’]")
# Shares of shared words from which a claim is close in wording to its statement, and nearly a copy of it.
CLOSE, COPY = 0.5, 0.8
# Below this cosine and BM25 share the common words are those of the trade and not of the statement.
ALIKE = 0.5
_REASONS = (
    "contact line",
    "legal line",
    "agenda or signpost",
    "greeting",
    "stage direction",
    "question",
    "heading",
)
_KINDS = ("title", "bullet", "notes", "quote", "caption", "hero")
_OWN = frozenset({"company", "product", "retired-product"})


def closeness(claim: Claim, candidates: Sequence[Candidate]) -> str:
    """ "copy", "close" or "far": how much of the claim's wording is that of its best candidate's statement.

    One or two shared words are no wording: "some of it" shares most of its words with anything.
    """
    share = coverage(claim.facts, candidates[0].family) if candidates else 0.0
    shared = share * len({word.lemma for word in claim.facts.words})
    alike = bool(candidates) and (candidates[0].similarity >= ALIKE or candidates[0].lexical >= ALIKE)
    if share >= COPY and shared >= 3 and alike:
        return "copy"
    return "close" if share >= CLOSE and shared >= 2 and alike else "far"


def speaks_of_us(claim: Claim) -> bool:
    """Whether a claim names the company or a product of ours, or says "we" or "you"."""
    named = any(name.role in _OWN for name in claim.facts.names)
    return named or bool(_FIRST_PERSON.search(claim.text) or _SECOND_PERSON.search(claim.text))


def features(claim: Claim, evidence: Evidence, changes: Sequence[Change]) -> dict[str, float]:
    """Features of `claim` against its best candidate, those of absent things left out; all lie in [-1, 3]."""
    named = {"bias": 1.0} | _of_claim(claim) | _of_prior(evidence)
    if candidates := evidence.candidates:
        named |= _of_pair(claim, candidates) | _of_changes(claim.facts, candidates[0], changes)
        named |= _of_reading(evidence, changes)
    return {name: value for name, value in named.items() if value}


def _of_claim(claim: Claim) -> dict[str, float]:
    facts, text = claim.facts, claim.text
    roles = {name.role for name in facts.names}
    return {
        "words": min(len(facts.words), 20) / 10,
        "fragment": facts.is_fragment,
        "question": facts.is_question,
        "has question": "?" in text,
        "quote": facts.is_quote,
        "we": bool(_FIRST_PERSON.search(text)),
        "you": bool(_SECOND_PERSON.search(text)),
        "I": bool(_I.search(text)),
        "own name": bool(roles & _OWN),
        "competitor": "competitor" in roles,
        "customer": "customer" in roles,
        "other names": min(sum(name.role == "other" for name in facts.names), 3) / 3,
        "number": bool(facts.quantities),
        "date": bool(facts.dates),
        "negation": bool(facts.negations),
        "universal": bool(facts.universals),
        "superlative": bool(facts.superlatives),
        "comparative": bool(facts.comparatives),
        "guarantee": facts.strength == 4,
        "short": len(facts.words) <= 2,
        **{f"looks like {reason}": claim.why_not == reason for reason in _REASONS},
        **{f"kind {kind}": claim.kind.value == kind for kind in _KINDS},
    }


def _of_prior(evidence: Evidence) -> dict[str, float]:
    """Log odds of each verdict by the claim's own words, over 3 and cut at odds of 20 : 1."""
    return {
        f"prior {verdict.value}": max(-1.0, min(1.0, odds / 3)) for verdict, odds in evidence.prior.items()
    }


def _of_pair(claim: Claim, candidates: Sequence[Candidate]) -> dict[str, float]:
    best = candidates[0]
    rival = next((c for c in candidates if c.statement.root_id != best.statement.root_id), None)
    cover = coverage(claim.facts, best.family)
    return {
        "cosine": best.similarity,
        "cosine²": best.similarity**2,
        "best cosine": max(candidate.similarity for candidate in candidates),
        "lexical": best.lexical,
        "coverage": cover,
        "cosine × coverage": best.similarity * cover,
        "margin": best.score - rival.score if rival else 1.0,
        "near": best.similarity > 0.6,
        "far": best.similarity < 0.35,
        "statement is negative": best.statement.negative,
        "about problems": best.statement.section == "problems",
        "about competitors": best.statement.section == "competitors",
        "about a proof": best.statement.entry_id != best.statement.root_id,
    }


def _of_reading(evidence: Evidence, changes: Sequence[Change]) -> dict[str, float]:
    """What the cross-encoder made of the best candidate and of the others."""
    best = evidence.candidates[0].entailment
    if best is None:
        return {"unread": 1.0}
    readings = [c.entailment for c in evidence.candidates if c.entailment]
    return {
        "supported": best.supported,
        "conflicting": best.conflicting,
        "supported, logit": _logit(best.supported),
        "conflicting, logit": _logit(best.conflicting),
        "any supported": max(reading.supported for reading in readings),
        "any conflicting": max(reading.conflicting for reading in readings),
        "any about": max(reading.about for reading in readings),
        "conflict × change": best.conflicting * bool(changes),
        "conflict × no change": best.conflicting * (not changes),
        "support × change": best.supported * bool(changes),
    }


def _logit(probability: float) -> float:
    """Log odds over 3, cut at odds of 20 : 1."""
    return max(-1.0, min(1.0, log(max(probability, 1e-6) / max(1 - probability, 1e-6)) / 3))


def coverage(claim: Facts, family: Sequence[Facts], *, without_names: bool = False) -> float:
    """The share of the claim's content words that any wording of the statement has, 0 to 1."""
    names = [(name.start, name.end) for name in claim.names] if without_names else []
    said = {word.lemma for word in claim.words if not any(start <= word.start < end for start, end in names)}
    approved = {word.lemma for facts in family for word in facts.words}
    return len(said & approved) / len(said) if said else 0.0


def _of_changes(claim: Facts, best: Candidate, changes: Sequence[Change]) -> dict[str, float]:
    kinds = {change.kind for change in changes}
    near = best.similarity > 0.5
    cover = coverage(claim, best.family)
    changed_numbers = {ChangeKind.NUMBER, ChangeKind.UNIT, ChangeKind.QUALIFIER} & kinds
    approved_rung = max(facts.strength for facts in best.family)
    return {
        **{f"changed {kind.value}": kind in kinds for kind in ChangeKind},
        **{f"changed {kind.value}, near": near and kind in kinds for kind in ChangeKind},
        **{f"changed {kind.value} × coverage": cover * (kind in kinds) for kind in ChangeKind},
        "any change": bool(kinds),
        "changed copy": bool(kinds) and cover >= COPY,
        "unchanged copy": not kinds and cover >= COPY,
        "several changes": len(kinds) > 1,
        "number backed": bool(claim.quantities)
        and not changed_numbers
        and any(f.quantities for f in best.family),
        "number without counterpart": bool(claim.quantities) and not any(f.quantities for f in best.family),
        "date backed": bool(claim.dates)
        and ChangeKind.DATE not in kinds
        and any(f.dates for f in best.family),
        "denied differently": bool(claim.negations) != bool(best.facts.negations),
        "denied differently, negative": best.statement.negative and not claim.negations,
        "hedge dropped": approved_rung <= 2 < claim.strength,
        "stronger": max(claim.strength - approved_rung, 0) / 2,
        "universal added": bool(claim.universals) and not any(f.universals for f in best.family),
        "superlative added": bool(claim.superlatives) and not any(f.superlatives for f in best.family),
        "condition dropped": bool(best.facts.conditions) and not claim.conditions,
        "limit dropped": any(f.limits for f in best.family) and not claim.limits,
    }
