"""Fit the judge's combiner on labelled companies and write its weights, thresholds and honest numbers.

    python training/combiner.py COMPANIES [--write]

COMPANIES holds one folder a company: master_messaging.yaml and labels.jsonl. Thresholds are chosen on
predictions for companies that were left out of the fit, so that they hold for a company never seen.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score, roc_auc_score

from msglint.evaluate.labels import read_claim_labels
from msglint.judge.differ import changes
from msglint.judge.features import CLOSE, coverage, features
from msglint.judge.verdict import ATTENTION, prefer_unchanged
from msglint.messaging.load import load_messaging
from msglint.model import Change, ChangeKind
from msglint.pipeline import Judge

# At most this share of the sentences that need no attention may be reported by changes of one kind.
FALSE_ALARMS = 0.001
LOWEST = 0.6
INVERSE_REGULARISATION = 1.0
PLAIN = 0.45

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Sample:
    """One labelled sentence with its features and changes."""

    company: str
    label: str
    features: dict[str, float]
    changes: tuple[Change, ...]
    close: bool


def main(argv: Sequence[str] | None = None) -> None:
    """Fit, print the left-out numbers, and with --write replace the shipped weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("companies", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args(argv)
    samples = [sample for folder in sorted(arguments.companies.iterdir()) if folder.is_dir() for sample in _samples(folder)]
    labels = np.array([sample.label for sample in samples])
    vectorizer = DictVectorizer(sparse=False)
    matrix = vectorizer.fit_transform([sample.features for sample in samples])
    left_out, classes = _left_out(matrix, labels, [sample.company for sample in samples])
    attention = left_out[:, [list(classes).index(verdict.value) for verdict in ATTENTION]].sum(axis=1)
    needs = np.isin(labels, [verdict.value for verdict in ATTENTION])
    thresholds = {
        (kind, close): _threshold(kind, close, samples, attention, needs) for kind in ChangeKind for close in (True, False)
    }
    _print(labels, left_out, classes, attention, needs, samples, thresholds)
    if arguments.write:
        model = LogisticRegression(C=INVERSE_REGULARISATION, max_iter=5000).fit(matrix, labels)
        _write(model, vectorizer, thresholds, len(samples), len({sample.company for sample in samples}))


def _samples(folder: Path) -> list[Sample]:
    judge = Judge(load_messaging([folder / "master_messaging.yaml"]).document)
    rows = list(read_claim_labels(folder / "labels.jsonl"))
    claims = judge.whole_claims([(row.sentence, row.kind) for row in rows])
    samples = []
    for row, claim, candidates in zip(rows, claims, judge.search(claims), strict=True):
        ordered = prefer_unchanged(claim, candidates)
        found = changes(claim, ordered[0]) if ordered else ()
        close = bool(ordered) and coverage(claim.facts, ordered[0].family) >= CLOSE
        samples.append(Sample(folder.name, row.label, features(claim, ordered, found), found, close))
    return samples


def _left_out(matrix: Floats, labels: NDArray[np.str_], companies: list[str]) -> tuple[Floats, NDArray[np.str_]]:
    """Predictions for each company from a model that has not seen it."""
    groups = np.array(companies)
    predictions = np.zeros((len(labels), len(set(labels))))
    for company in sorted(set(companies)):
        mine = groups == company
        model = LogisticRegression(C=INVERSE_REGULARISATION, max_iter=5000).fit(matrix[~mine], labels[~mine])
        predictions[mine] = model.predict_proba(matrix[mine])
    return predictions, np.unique(labels)


def _threshold(kind: ChangeKind, close: bool, samples: list[Sample], attention: Floats, needs: NDArray[np.bool_]) -> float:
    """The lowest probability at which changes of `kind` stay under FALSE_ALARMS on left-out companies."""
    named = np.array([s.close is close and any(change.kind is kind for change in s.changes) for s in samples])
    allowed = int(FALSE_ALARMS * (~needs).sum())
    false = np.sort(attention[named & ~needs])[::-1]
    lowest = float(false[allowed]) + 1e-4 if len(false) > allowed else 0.0
    return round(max(lowest, LOWEST), 4)


def _print(
    labels: NDArray[np.str_], left_out: Floats, classes: NDArray[np.str_], attention: Floats, needs: NDArray[np.bool_],
    samples: list[Sample], thresholds: dict[tuple[ChangeKind, bool], float],
) -> None:  # fmt: skip
    predicted = classes[left_out.argmax(axis=1)]
    flagged = np.array([
        any(a >= thresholds[change.kind, sample.close] for change in sample.changes) for sample, a in zip(samples, attention, strict=True)
    ])  # fmt: skip
    print(f"{len(labels)} sentences, companies left out one by one")
    print(f"accuracy {accuracy_score(labels, predicted):.3f}  macro-F1 {f1_score(labels, predicted, average='macro'):.3f}")
    print(f"needs attention: AUROC {roc_auc_score(needs, attention):.3f}  precision {needs[flagged].mean():.3f}  "
          f"recall {(needs & flagged).sum() / needs.sum():.3f}  false alarms {(~needs & flagged).sum() / (~needs).sum():.4f}")  # fmt: skip
    for kind in ChangeKind:
        print(f"  {kind.value:<10} reported from {thresholds[kind, True]:.3f} close in wording, {thresholds[kind, False]:.3f} far")


def _write(
    model: LogisticRegression, vectorizer: DictVectorizer, thresholds: dict[tuple[ChangeKind, bool], float], sentences: int, companies: int
) -> None:  # fmt: skip
    names = vectorizer.get_feature_names_out()
    weights = {name: [round(float(w), 5) for w in model.coef_[:, i]] for i, name in enumerate(names)}
    weights["bias"] = [round(float(w + b), 5) for w, b in zip(weights["bias"], model.intercept_, strict=True)]
    digest = hashlib.sha256(json.dumps(weights, sort_keys=True).encode()).hexdigest()[:12]
    data = {
        "trained": {"date": date.today().isoformat(), "data": f"{sentences} sentences of {companies} fictional companies",
                    "digest": digest},
        "verdicts": list(model.classes_),
        "thresholds": {
            "close": {kind.value: thresholds[kind, True] for kind in ChangeKind},
            "far": {kind.value: thresholds[kind, False] for kind in ChangeKind},
            "plain": PLAIN,
        },
        "weights": weights,
    }  # fmt: skip
    target = Path(__file__).parent.parent / "msglint" / "judge" / "combiner.json"
    target.write_text(json.dumps(data, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"wrote {target.name}, digest {digest}")


if __name__ == "__main__":
    main()
