"""Fit the judge's combiner on labelled companies and write its weights, thresholds and honest numbers.

    python -m training.combiner COMPANIES... [--write]

Each folder of COMPANIES holds one a company: master_messaging.yaml, labels.jsonl and, if it has one,
faithful.jsonl: sentences that need no report. None may be among those that the cross-encoder was trained
on. Thresholds are chosen on predictions for companies that were left out of the fit, so that they hold for
a company never seen.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score, roc_auc_score

from msglint.evaluate.labels import LabelledClaim, read_claim_labels
from msglint.judge.differ import changes
from msglint.judge.features import closeness, features
from msglint.judge.verdict import ATTENTION, prefer_unchanged
from msglint.messaging.load import load_messaging
from msglint.messaging.names import known_names
from msglint.messaging.statements import statements_of
from msglint.model import BlockKind, Change, ChangeKind, Verdict
from msglint.pipeline import Judge
from training.edits import edits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from msglint.messaging.schema import Messaging

# At most this share of the sentences that need no attention may be reported by changes of one kind.
FALSE_ALARMS = 0.002
# No kind is reported below this, few as its false alarms on the labelled companies may be; probabilities are
# calibrated, so this is also the least share of such reports that should be right.
LOWEST = {"copy": 0.5, "close": 0.7, "far": 0.75}
# Prose about the trade at large is full of "ensure", "all" and other names: in a real organisation's decks
# such changes in sentences far from every statement were mostly false alarms.
WORDING = frozenset(
    {ChangeKind.ENTITY, ChangeKind.STRENGTH, ChangeKind.SCOPE, ChangeKind.POLARITY, ChangeKind.QUALIFIER}
)
LOWEST_FAR_WORDING = 0.95
# Without a named change a report has to be surer: nothing but the probability speaks for it. In a copy the
# differ would see the change; the cross-encoder takes "GBP 190" and "£190" for two.
NEVER = 1.01
LOWEST_UNNAMED = {"copy": NEVER, "close": 0.9, "far": 0.97}
INVERSE_REGULARISATION = 0.3
PLAIN = 0.3
# Sentences about one statement that share at least half of their words are twins.
TWINS = 0.5

# By where a sentence is from, how much it counts in the fit. Labelled sentences count in full; generated
# edits and sentences that need no report add what they lack; of other prose nobody has said which verdict is
# right, only that it needs no report. Thresholds are decided by all that was written by hand.
COUNTS = {"labelled": 1.0, "edited": 0.5, "faithful": 1.0, "prose": 0.0, "topic": 0.5}
LABEL_OF = {"faithful": "on-message", "prose": "unsupported", "topic": "off-message"}

Floats = NDArray[np.float64]
Thresholds = dict[tuple[str, ChangeKind | None], float]
CLOSENESS = tuple(LOWEST)


@dataclass(frozen=True)
class Sample:
    """A sentence, its features and changes; `kind` is what its reader saw changed, `source` one of COUNTS."""

    company: str
    text: str
    label: str
    statement_id: str | None
    kind: str | None
    features: dict[str, float]
    changes: tuple[Change, ...]
    closeness: str
    source: str


def main(argv: Sequence[str] | None = None) -> None:
    """Fit, print the left-out numbers, and with --write replace the shipped weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("companies", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args(argv)
    samples = [
        sample
        for companies in arguments.companies
        for folder in sorted(companies.iterdir())
        if folder.is_dir()
        for sample in _samples(folder)
    ]
    labels = np.array([sample.label for sample in samples])
    weights = np.array([COUNTS[sample.source] for sample in samples])
    vectorizer = DictVectorizer(sparse=False)
    matrix = vectorizer.fit_transform([sample.features for sample in samples])
    left_out = _left_out(matrix, labels, weights, [sample.company for sample in samples])
    by_hand = [index for index, sample in enumerate(samples) if sample.source != "edited"]
    thresholds = _thresholds([samples[index] for index in by_hand], _attention(left_out[by_hand], labels))
    for group in [f"{companies.name}/" for companies in arguments.companies]:
        for title, sources in (
            ("labelled sentences", {"labelled"}),
            ("typed edits of statements", {"edited"}),
            ("sentences that need no report", set(LABEL_OF)),
        ):
            chosen = [
                index
                for index, sample in enumerate(samples)
                if sample.source in sources and sample.company.startswith(group)
            ]
            shown = [samples[index] for index in chosen]
            _print(f"{title} of {group}", shown, left_out[chosen], np.unique(labels), thresholds)
    print("reported from   " + "".join(f"{near:>8}" for near in CLOSENESS))
    for kind in (*ChangeKind, None):
        print(
            f"  {kind.value if kind else 'unnamed':<14}"
            + "".join(f"{thresholds[near, kind]:>8.3f}" for near in CLOSENESS)
        )
    if arguments.write:
        model = LogisticRegression(C=INVERSE_REGULARISATION, max_iter=5000).fit(matrix, labels, weights)
        _write(model, vectorizer, thresholds, len(by_hand), len({sample.company for sample in samples}))


def _samples(folder: Path) -> list[Sample]:
    document = load_messaging([folder / "master_messaging.yaml"]).document
    judge = Judge(document)
    rows = [("labelled", row) for row in read_claim_labels(folder / "labels.jsonl")]
    rows += [("edited", _unplaced(text, label)) for text, label in _edited(document)]
    rows += [(kind, _unplaced(text, LABEL_OF[kind])) for kind, text in _needing_no_report(folder)]
    claims = judge.whole_claims([(row.sentence, row.kind) for _, row in rows])
    name = f"{folder.parent.name}/{folder.name}"
    samples = []
    for (source, row), claim, evidence in zip(rows, claims, judge.evidence(claims), strict=True):
        ordered = replace(evidence, candidates=prefer_unchanged(claim, evidence.candidates))
        found = changes(claim, ordered.candidates[0]) if ordered.candidates else ()
        near = closeness(claim, ordered.candidates)
        named = features(claim, ordered, found)
        samples.append(
            Sample(name, row.sentence, row.label, row.statement_id, row.change, named, found, near, source)
        )
    return samples


def _needing_no_report(folder: Path) -> Iterator[tuple[str, str]]:
    """Kind and text of the sentences in faithful.jsonl, which not every company has."""
    path = folder / "faithful.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        row = json.loads(line)
        yield row["kind"], row["sentence"]


def _unplaced(text: str, label: str) -> LabelledClaim:
    return LabelledClaim(text, label, None, None, BlockKind.BODY)


def _edited(document: Messaging) -> Iterator[tuple[str, str]]:
    """Typed edits of every approved wording; what may not be claimed is left to hand-written ones."""
    rng = random.Random(document.company.name)
    names = [name.text for name in known_names(document) if name.role == "customer"]
    for statement in statements_of(document):
        if not statement.negative:
            yield from edits(statement.text, names, rng)


def _left_out(matrix: Floats, labels: NDArray[np.str_], weights: Floats, companies: list[str]) -> Floats:
    """Predictions for each company from a model that has not seen it."""
    groups = np.array(companies)
    predictions = np.zeros((len(labels), len(set(labels))))
    for company in sorted(set(companies)):
        mine = groups == company
        model = LogisticRegression(C=INVERSE_REGULARISATION, max_iter=5000).fit(
            matrix[~mine], labels[~mine], weights[~mine]
        )
        predictions[mine] = model.predict_proba(matrix[mine])
    return predictions


def _attention(predictions: Floats, labels: NDArray[np.str_]) -> Floats:
    """The probability of drift or contradiction; columns are the sorted labels."""
    classes = list(np.unique(labels))
    total: Floats = predictions[:, [classes.index(verdict.value) for verdict in ATTENTION]].sum(axis=1)
    return total


def _thresholds(samples: list[Sample], attention: Floats) -> Thresholds:
    """Per kind (None: none named) and closeness, the lowest probability that stays within FALSE_ALARMS."""
    needs = np.array([_needs_attention(sample) for sample in samples])
    allowed = int(FALSE_ALARMS * (~needs).sum())
    found: Thresholds = {}
    for kind in (*ChangeKind, None):
        for near in CLOSENESS:
            named = np.array([sample.closeness == near and kind in _kinds(sample) for sample in samples])
            false = np.sort(attention[named & ~needs])[::-1]
            lowest = float(false[allowed]) + 1e-4 if len(false) > allowed else 0.0
            least = LOWEST[near] if kind else LOWEST_UNNAMED[near]
            if near == "far" and kind in WORDING:
                least = LOWEST_FAR_WORDING
            found[near, kind] = round(max(lowest, least), 4)
    return found


def _kinds(sample: Sample) -> set[ChangeKind | None]:
    """The kinds of change named in a sample; every sample may also be reported without one."""
    return {change.kind for change in sample.changes} or {None}


def _needs_attention(sample: Sample) -> bool:
    return sample.label in {verdict.value for verdict in ATTENTION}


def _print(
    title: str, samples: list[Sample], left_out: Floats, classes: NDArray[np.str_], thresholds: Thresholds
) -> None:
    labels = np.array([sample.label for sample in samples])
    predicted = classes[left_out.argmax(axis=1)]
    attention = left_out[:, [list(classes).index(verdict.value) for verdict in ATTENTION]].sum(axis=1)
    needs = np.array([_needs_attention(sample) for sample in samples])
    flagged = np.array([
        any(chance >= thresholds[sample.closeness, kind] for kind in {*_kinds(sample), None})
        for sample, chance in zip(samples, attention, strict=True)
    ])  # fmt: skip
    print(f"{len(labels)} {title}, companies left out one by one")
    if needs.any():
        macro = f1_score(labels, predicted, average="macro")
        print(f"  accuracy {accuracy_score(labels, predicted):.3f}  macro-F1 {macro:.3f}")
        print(f"  needs attention: AUROC {roc_auc_score(needs, attention):.3f}")
        print(f"  as reported: precision {needs[flagged].mean():.3f}  recall {flagged[needs].mean():.3f}")
    print(f"  false alarms: {flagged[~needs].mean():.4f} of what needs no attention")
    print(f"  expected calibration error of needs attention: {_calibration_error(attention, needs):.3f}")
    _print_reliability(attention, needs)
    _print_kinds(samples, flagged)
    _print_twins(samples, attention)


def _calibration_error(chance: Floats, truth: NDArray[np.bool_]) -> float:
    """Mean distance of probability and share of truth over ten bins, by how many fall into each (ECE)."""
    return float(sum(abs(chance[here].sum() - truth[here].sum()) for here in _tenths(chance)) / len(chance))


def _tenths(chance: Floats) -> list[NDArray[np.bool_]]:
    bins = np.minimum((chance * 10).astype(int), 9)
    return [bins == number for number in range(10)]


def _print_reliability(chance: Floats, truth: NDArray[np.bool_]) -> None:
    """A reliability diagram: for each tenth of the probability the share that did need attention."""
    for number, here in enumerate(_tenths(chance)):
        if here.any():
            share = truth[here].mean()
            bar = "#" * round(20 * share)
            print(f"    from {number / 10:.1f}: {share:.2f} of {here.sum():>4} {bar}")


def _print_kinds(samples: list[Sample], flagged: NDArray[np.bool_]) -> None:
    """Recall of each kind of change that readers named: reported at all, and with this kind."""
    for kind in ChangeKind:
        mine = [index for index, sample in enumerate(samples) if sample.kind == kind]
        if mine:
            named = np.mean([kind in _kinds(samples[index]) and flagged[index] for index in mine])
            print(
                f"  {kind.value:<10} {len(mine):>4}: reported {flagged[mine].mean():.2f}, named {named:.2f}"
            )


def _print_twins(samples: list[Sample], attention: Floats) -> None:
    """How often the drifted sentence of two that are nearly alike has the higher probability."""
    faithful: dict[tuple[str, str | None], list[int]] = {}
    for index, sample in enumerate(samples):
        if sample.label == Verdict.ON_MESSAGE and sample.statement_id:
            faithful.setdefault((sample.company, sample.statement_id), []).append(index)
    won = []
    for index, sample in enumerate(samples):
        rivals = faithful.get((sample.company, sample.statement_id), []) if _needs_attention(sample) else []
        alike = max(rivals, key=lambda other: _alike(sample.text, samples[other].text), default=None)
        if alike is not None and _alike(sample.text, samples[alike].text) >= TWINS:
            won.append(attention[index] > attention[alike])
    if won:
        print(
            f"  of {len(won)} faithful and drifted twins the drifted one scores higher in {np.mean(won):.3f}"
        )


def _alike(one: str, other: str) -> float:
    """The share of words that two sentences have in common."""
    words, others = set(one.lower().split()), set(other.lower().split())
    return len(words & others) / len(words | others)


def _write(
    model: LogisticRegression,
    vectorizer: DictVectorizer,
    thresholds: Thresholds,
    sentences: int,
    companies: int,
) -> None:
    names = vectorizer.get_feature_names_out()
    weights = {name: [round(float(w), 5) for w in model.coef_[:, i]] for i, name in enumerate(names)}
    weights["bias"] = [round(float(w + b), 5) for w, b in zip(weights["bias"], model.intercept_, strict=True)]
    digest = hashlib.sha256(json.dumps(weights, sort_keys=True).encode()).hexdigest()[:12]
    data = {
        "trained": {
            "date": date.today().isoformat(),
            "data": f"{sentences} sentences of {companies} fictional companies",
            "digest": digest,
        },
        "verdicts": list(model.classes_),
        "thresholds": {
            "attention": {
                near: {kind.value: thresholds[near, kind] for kind in ChangeKind} for near in CLOSENESS
            },
            "unnamed": {near: thresholds[near, None] for near in CLOSENESS},
            "plain": PLAIN,
        },
        "weights": weights,
    }
    target = Path(__file__).parent.parent / "msglint" / "judge" / "combiner.json"
    target.write_text(json.dumps(data, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"wrote {target.name}, digest {digest}")


if __name__ == "__main__":
    main()
