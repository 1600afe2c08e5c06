"""A multinomial logistic model over named features; its weights and thresholds are data beside this file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp
from typing import TYPE_CHECKING

from msglint.model import ChangeKind, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

WEIGHTS_FILE = "combiner.json"


@dataclass(frozen=True, slots=True)
class Combiner:
    """`weights[feature]` holds one number per verdict of `verdicts`.

    `attention` gives, by closeness of wording and kind of change, the probability of drift or contradiction
    from which a claim is reported, `unnamed` the one without any named change; `plain` is the probability
    from which any other verdict is given. Below them the judge abstains.
    """

    verdicts: tuple[Verdict, ...]
    weights: Mapping[str, tuple[float, ...]]
    attention: Mapping[str, Mapping[ChangeKind, float]]
    unnamed: Mapping[str, float]
    plain: float

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
        attention={
            closeness: {ChangeKind(kind): float(value) for kind, value in row.items()}
            for closeness, row in data["thresholds"]["attention"].items()
        },
        unnamed={closeness: float(value) for closeness, value in data["thresholds"]["unnamed"].items()},
        plain=float(data["thresholds"]["plain"]),
    )
