"""What verdict sentences that read like this one tend to get, whatever they are held against."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from msglint.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

WEIGHTS_FILE = "prior.json"


@dataclass(frozen=True, slots=True)
class Prior:
    """A multinomial logistic model over sentence embeddings of the default model: one row a verdict."""

    verdicts: tuple[Verdict, ...]
    weights: tuple[tuple[float, ...], ...]
    bias: tuple[float, ...]

    def log_odds(self, vectors: NDArray[np.float32]) -> list[Mapping[Verdict, float]]:
        """For each row of the (n, d) `vectors` the log odds of every verdict."""
        import numpy as np

        scores = vectors @ np.array(self.weights, np.float32).T + np.array(self.bias, np.float32)
        return [_log_odds(self.verdicts, row) for row in scores.tolist()]


def _log_odds(verdicts: Sequence[Verdict], scores: Sequence[float]) -> dict[Verdict, float]:
    import numpy as np

    return {
        verdict: score - float(np.logaddexp.reduce([s for i, s in enumerate(scores) if i != index]))
        for index, (verdict, score) in enumerate(zip(verdicts, scores, strict=True))
    }


@cache
def load_prior() -> Prior:
    """The shipped prior, fitted on the labelled organisations (training/prior.py)."""
    text = resources.files("msglint.judge").joinpath(WEIGHTS_FILE).read_text(encoding="utf-8")
    data = json.loads(text)
    return Prior(
        tuple(Verdict(verdict) for verdict in data["verdicts"]),
        tuple(tuple(row) for row in data["weights"]),
        tuple(data["bias"]),
    )
