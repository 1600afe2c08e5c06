"""A multinomial logistic model over named features; its weights and thresholds are data beside this file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp

from msglint.model import ChangeKind, Verdict

WEIGHTS_FILE = "combiner.json"


@dataclass(frozen=True, slots=True)
class Combiner:
    """`weights[feature]` holds one number per verdict of `verdicts`.

    `close` and `far` give, per kind of change, the probability of drift or contradiction from which a claim is
    reported, where it is close in wording to its statement and where not; `plain` is the probability from which
    any other verdict is given. Below them the judge abstains.
    """

    verdicts: tuple[Verdict, ...]
    weights: Mapping[str, tuple[float, ...]]
    close: Mapping[ChangeKind, float]
    far: Mapping[ChangeKind, float]
    plain: float

    def threshold(self, kind: ChangeKind, *, close: bool) -> float:
        """The probability of drift or contradiction from which a change of `kind` is reported."""
        return (self.close if close else self.far)[kind]

    def probabilities(self, features: Mapping[str, float]) -> dict[Verdict, float]:
        """Softmax of the weighted features; a feature the model has not seen counts nothing."""
        scores = [0.0] * len(self.verdicts)
        for name, value in features.items():
            for index, weight in enumerate(self.weights.get(name, ())):
                scores[index] += weight * value
        top = max(scores)
        raised = [exp(score - top) for score in scores]
        total = sum(raised)
        return {verdict: value / total for verdict, value in zip(self.verdicts, raised, strict=True)}


@cache
def load_combiner() -> Combiner:
    """The shipped combiner, fitted on labelled sentences of fictional companies (training/combiner.py)."""
    text = resources.files("msglint.judge").joinpath(WEIGHTS_FILE).read_text(encoding="utf-8")
    data = json.loads(text)
    return Combiner(
        verdicts=tuple(Verdict(verdict) for verdict in data["verdicts"]),
        weights={name: tuple(row) for name, row in data["weights"].items()},
        close={ChangeKind(kind): float(value) for kind, value in data["thresholds"]["close"].items()},
        far={ChangeKind(kind): float(value) for kind, value in data["thresholds"]["far"].items()},
        plain=float(data["thresholds"]["plain"]),
    )
