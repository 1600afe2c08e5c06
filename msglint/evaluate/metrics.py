"""The measures used here, each defined as usual and None where the data cannot carry it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one label over `n` gold items; all in [0, 1]."""

    precision: float
    recall: float
    f1: float
    n: int


def score(gold: Sequence[bool], predicted: Sequence[bool]) -> Score:
    """Score one class; precision without predictions and recall without gold are 0."""
    hits = sum(g and p for g, p in zip(gold, predicted, strict=True))
    precision = hits / sum(predicted) if any(predicted) else 0.0
    recall = hits / sum(gold) if any(gold) else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return Score(precision, recall, f1, sum(gold))


def auroc(gold: Sequence[bool], scores: Sequence[float]) -> float | None:
    """The chance that a positive scores above a negative, ties counting half; None for one class."""
    positives, negatives = sum(gold), len(gold) - sum(gold)
    if not positives or not negatives:
        return None
    ranks = _ranks(scores)
    total = sum(rank for rank, positive in zip(ranks, gold, strict=True) if positive)
    return (total - positives * (positives + 1) / 2) / (positives * negatives)


def balanced_accuracy(gold: Sequence[bool], predicted: Sequence[bool]) -> float | None:
    """The mean recall of both classes; None for one class."""
    if not gold or all(gold) or not any(gold):
        return None
    positive = score(gold, predicted).recall
    negative = score([not g for g in gold], [not p for p in predicted]).recall
    return (positive + negative) / 2


def macro_f1(gold: Sequence[str], predicted: Sequence[str], labels: Sequence[str]) -> float:
    """The mean F1 over `labels`, a label without gold items left out."""
    present = [label for label in labels if label in gold]
    parts = [score([g == label for g in gold], [p == label for p in predicted]).f1 for label in present]
    return sum(parts) / len(parts) if parts else 0.0


def spearman(left: Sequence[float], right: Sequence[float]) -> float | None:
    """Pearson's correlation of the ranks, ties sharing their mean rank; None without variance."""
    return _pearson(_ranks(left), _ranks(right))


def _pearson(left: Sequence[float], right: Sequence[float]) -> float | None:
    n = len(left)
    if n < 2:
        return None
    mean_left, mean_right = sum(left) / n, sum(right) / n
    products = sum((a - mean_left) * (b - mean_right) for a, b in zip(left, right, strict=True))
    spread = sum((a - mean_left) ** 2 for a in left) * sum((b - mean_right) ** 2 for b in right)
    return products / spread**0.5 if spread else None


def _ranks(values: Sequence[float]) -> list[float]:
    order = sorted(range(len(values)), key=values.__getitem__)
    places: dict[float, list[int]] = {}
    for rank, index in enumerate(order, 1):
        places.setdefault(values[index], []).append(rank)
    return [sum(places[value]) / len(places[value]) for value in values]


def confusion(gold: Sequence[str], predicted: Sequence[str]) -> dict[str, dict[str, int]]:
    """Counts of predicted labels by gold label."""
    counts: dict[str, Counter[str]] = {}
    for truth, guess in zip(gold, predicted, strict=True):
        counts.setdefault(truth, Counter())[guess] += 1
    return {truth: dict(sorted(row.items())) for truth, row in sorted(counts.items())}
