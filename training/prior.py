"""Fit the judge's prior on the sentences of the labelled organisations.

python -m training.prior training/organisations
"""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from sklearn.linear_model import LogisticRegression

from msglint.evaluate.labels import read_claim_labels
from msglint.match.encoder import load_encoder
from msglint.match.retrieve import query_text
from msglint.messaging.load import load_messaging
from msglint.pipeline import Judge
from msglint.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Sequence

TARGET = Path(__file__).parent.parent / "msglint" / "judge" / "prior.json"
INVERSE_REGULARISATION = 2.0


def main(argv: Sequence[str] | None = None) -> None:
    """Fit and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("organisations", type=Path)
    folders = sorted(f for f in parser.parse_args(argv).organisations.iterdir() if f.is_dir())
    texts, labels = zip(*(pair for folder in folders for pair in _sentences(folder)), strict=True)
    model = LogisticRegression(C=INVERSE_REGULARISATION, max_iter=5000)
    model.fit(load_encoder(DEFAULT_MODEL).encode(texts), np.array(labels))
    data = {
        "trained": {
            "date": date.today().isoformat(),
            "data": f"{len(texts)} sentences of {len(folders)} organisations",
        },
        "verdicts": list(model.classes_),
        "bias": np.round(model.intercept_, 4).tolist(),
        "weights": np.round(model.coef_, 4).tolist(),
    }
    TARGET.write_text(json.dumps(data) + "\n", encoding="utf-8")
    print(f"wrote {TARGET.name}: {data['trained']}")


def _sentences(folder: Path) -> list[tuple[str, str]]:
    judge = Judge(load_messaging([folder / "master_messaging.yaml"]).document)
    rows = list(read_claim_labels(folder / "labels.jsonl"))
    claims = judge.whole_claims([(row.sentence, row.kind) for row in rows])
    return [(query_text(claim), row.label) for claim, row in zip(claims, rows, strict=True)]


if __name__ == "__main__":
    main()
