"""How well the judge tells supported from refuted on pairs of one statement and one claim."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msglint.evaluate.metrics import auroc, balanced_accuracy, macro_f1, spearman
from msglint.model import Verdict
from msglint.pipeline import weigh_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from msglint.evaluate.labels import LabelledPair
    from msglint.model import Entailment

REFUTED = frozenset({"refutes", "inconsistent"})
THREE_WAY = ("supports", "refutes", "nei")


@dataclass(frozen=True, slots=True)
class PairsResult:
    """The measures of one file; None where its labels do not carry one. `passed_over` counts other labels."""

    n: int
    auroc_supports_vs_refutes: float | None
    auroc_supports_vs_rest: float | None
    balanced_accuracy: float | None
    macro_f1: float | None
    spearman: float | None
    passed_over: Mapping[str, int]


# A claim counts as supported from an even chance on: the shipped threshold for pairs.
SUPPORTED = 0.5


@dataclass(frozen=True, slots=True)
class _Reading:
    support: float
    refuted: float

    @property
    def label(self) -> str:
        if self.support >= SUPPORTED:
            return "supports"
        return "refutes" if self.refuted >= 1 - self.support - self.refuted else "nei"


def evaluate_pairs(pairs: Sequence[LabelledPair], model: str) -> PairsResult:
    """Judge each claim against its premise alone."""
    known = [pair for pair in pairs if _known(pair.label)]
    others = Counter(str(pair.label) for pair in pairs if not _known(pair.label))
    weighed = weigh_pairs([(pair.premise, pair.claim) for pair in known], model)
    readings = [
        _reading(found.probabilities[Verdict.ON_MESSAGE], found.attention, found.candidates[0].entailment)
        for found in weighed
    ]
    verdicts = [
        (str(pair.label), read)
        for pair, read in zip(known, readings, strict=True)
        if isinstance(pair.label, str)
    ]
    scores = [
        (float(pair.label), read)
        for pair, read in zip(known, readings, strict=True)
        if not isinstance(pair.label, str)
    ]
    settled = [(label, read) for label, read in verdicts if label == "supports" or label in REFUTED]
    return PairsResult(
        n=len(known),
        auroc_supports_vs_refutes=_auroc(settled),
        auroc_supports_vs_rest=_auroc(verdicts),
        balanced_accuracy=balanced_accuracy(
            [label == "supports" for label, _ in verdicts], [read.label == "supports" for _, read in verdicts]
        ),
        macro_f1=_three_way([label for label, _ in verdicts], [read.label for _, read in verdicts]),
        spearman=spearman([gold for gold, _ in scores], [read.support for _, read in scores]),
        passed_over=dict(sorted(others.items())),
    )


def _reading(support: float, refuted: float, entailment: Entailment | None) -> _Reading:
    """Mean of the combiner, which is fitted on messaging, and the cross-encoder, which has read more."""
    if entailment is None:
        return _Reading(support, refuted)
    return _Reading((support + entailment.supported) / 2, (refuted + entailment.conflicting) / 2)


def _auroc(verdicts: Sequence[tuple[str, _Reading]]) -> float | None:
    return auroc(
        [label == "supports" for label, _ in verdicts], [read.support - read.refuted for _, read in verdicts]
    )


def _known(label: str | float) -> bool:
    return not isinstance(label, str) or label in REFUTED or label in THREE_WAY


def _three_way(gold: Sequence[str], predicted: Sequence[str]) -> float | None:
    merged = ["refutes" if label in REFUTED else label for label in gold]
    return macro_f1(merged, predicted, THREE_WAY) if set(merged) == set(THREE_WAY) else None
