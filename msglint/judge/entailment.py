"""The cross-encoder's reading of a claim against each of the nearest statements."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Protocol

from msglint.model import Candidate, Claim, Entailment, Evidence, Facts
from msglint.runtime.model import OnnxModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

# Candidates read; the right statement is rarely further down.
READ = 4
# As trained.
MAX_TOKENS = 192
# What counts in the order of candidates beside similarity: whether the claim speaks of the same at all.
ABOUT_WEIGHT = 0.5


# Names are looked up and compared by the differ; here one stands for all of ours, and what replaced a name
# given up for that name, so that a sentence is read for what else it says.
OURS = "Acme"
_OWN = frozenset({"company", "product", "retired-product"})


class CrossEncoder(Protocol):
    """Reads n (premise, claim) pairs into an (n, 3) array: supported, not supported, conflicting."""

    def run(self, inputs: Sequence[tuple[str, str]]) -> NDArray[np.float32]: ...


@cache
def load_cross_encoder() -> CrossEncoder:
    """The shipped cross-encoder, loaded once per process."""
    return OnnxModel("cross-encoder", MAX_TOKENS)


def neutral(text: str, facts: Facts) -> str:
    """`text` with one name for the company and its products, and with what replaced a name given up."""
    for name in sorted(facts.names, key=lambda name: -name.start):
        if name.role in _OWN:
            text = text[: name.start] + OURS + text[name.end :]
        elif name.replacement:
            text = text[: name.start] + name.replacement + text[name.end :]
    return re.sub(rf"{OURS}(?:[ ’'(-]*{OURS}\)?)+", OURS, text)


def premise(candidate: Candidate) -> str:
    """The candidate's wording as the cross-encoder reads it."""
    return neutral(candidate.statement.text, candidate.facts)


def read(
    claims: Sequence[Claim], found: Sequence[Sequence[Candidate]], cross_encoder: CrossEncoder
) -> list[Evidence]:
    """The evidence for each claim: its candidates, the nearest of them read, in order."""
    pairs: list[tuple[str, str]] = []
    for claim, candidates in zip(claims, found, strict=True):
        if claim.asserts and candidates:
            pairs += _pairs(claim, candidates)
    readings = dict(zip(pairs, map(_entailment, cross_encoder.run(pairs)), strict=True)) if pairs else {}
    return [_evidence(claim, candidates, readings) for claim, candidates in zip(claims, found, strict=True)]


def _pairs(claim: Claim, candidates: Sequence[Candidate]) -> list[tuple[str, str]]:
    said = neutral(claim.text, claim.facts)
    return [(premise(candidate), said) for candidate in candidates[:READ]]


def _entailment(row: NDArray[np.float32]) -> Entailment:
    supported, not_supported, conflicting = (float(value) for value in row)
    return Entailment(supported, not_supported, conflicting)


def _evidence(
    claim: Claim, candidates: Sequence[Candidate], readings: dict[tuple[str, str], Entailment]
) -> Evidence:
    said = neutral(claim.text, claim.facts)
    seen = [_seen(candidate, readings.get((premise(candidate), said))) for candidate in candidates]
    ordered = sorted(seen, key=lambda candidate: -candidate.score)
    return Evidence(tuple(ordered))


def _seen(candidate: Candidate, reading: Entailment | None) -> Candidate:
    if reading is None:
        return candidate
    return replace(candidate, entailment=reading, score=candidate.score + ABOUT_WEIGHT * reading.about)
