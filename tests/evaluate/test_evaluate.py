"""Measuring the judge: what the numbers of one file are made of."""

from __future__ import annotations

import pytest

from msglint.evaluate.claims import evaluate_claims
from msglint.evaluate.labels import LabelledClaim, LabelledPair
from msglint.evaluate.pairs import evaluate_pairs
from msglint.messaging.load import messaging_from
from msglint.messaging.yaml_tree import plain, read_tree
from msglint.model import BlockKind
from msglint.settings import DEFAULT_MODEL

MESSAGING = b"""
schema: 1
company: {name: Larkmill}
value_propositions:
  - id: VP-1
    statement: Larkmill pays 98% of invoices on time.
    proof_points:
      - {id: PP-1, statement: Norfield Hotels paid 98% of its invoices on time in 2025.}
  - {id: VP-2, statement: Larkmill detects duplicate invoices.}
"""


def labelled(sentence: str, label: str, statement: str | None = None) -> LabelledClaim:
    return LabelledClaim(sentence, label, statement, None, BlockKind.BODY)


def test_claims() -> None:
    tree = read_tree(MESSAGING, "m.yaml")
    assert tree is not None
    rows = [
        labelled("Larkmill pays 98% of invoices on time.", "on-message", "VP-1"),
        labelled("Norfield Hotels paid 98% of its invoices on time in 2025.", "on-message", "PP-1"),
        labelled("Larkmill detects duplicate invoices.", "on-message", "VP-2"),
        labelled("Agenda", "not-a-claim"),
    ]
    found = evaluate_claims(rows, messaging_from(plain(tree)), DEFAULT_MODEL)
    assert found.n == 4
    assert (found.statement_top1, found.statement_top5) == (1, 1)
    assert found.confusion["not-a-claim"] == {"not-a-claim": 1}
    assert found.per_label["not-a-claim"].n == 1
    assert set(found.per_label) == {
        "on-message",
        "drift",
        "contradiction",
        "unsupported",
        "off-message",
        "not-a-claim",
    }
    assert found.needs_attention.auroc is None
    assert found.seconds > 0


def test_no_claims() -> None:
    tree = read_tree(MESSAGING, "m.yaml")
    assert tree is not None
    found = evaluate_claims([], messaging_from(plain(tree)), DEFAULT_MODEL)
    assert (found.n, found.accuracy, found.statement_top1) == (0, 0, None)


def test_pairs_with_verdicts() -> None:
    premise = "Larkmill pays 98% of invoices on time."
    pairs = [
        LabelledPair(premise, premise, "supports"),
        LabelledPair(premise, "Larkmill pays 12% of invoices on time.", "refutes"),
        LabelledPair(premise, "The coffee in Leeds is good.", "nei"),
        LabelledPair(premise, "It may.", "other"),
    ]
    found = evaluate_pairs(pairs, DEFAULT_MODEL)
    assert (found.n, found.passed_over) == (3, {"other": 1})
    assert found.auroc_supports_vs_refutes == found.auroc_supports_vs_rest == 1
    assert found.macro_f1 is not None
    assert found.spearman is None


def test_pairs_with_scores() -> None:
    pairs = [
        LabelledPair("We pay on time.", "We pay on time.", 5.0),
        LabelledPair("We pay on time.", "Hotels pay sooner.", 2),
        LabelledPair("We pay on time.", "The coffee in Leeds is good.", 0.0),
    ]
    found = evaluate_pairs(pairs, DEFAULT_MODEL)
    assert found.spearman is not None
    assert (found.auroc_supports_vs_refutes, found.balanced_accuracy, found.macro_f1) == (None, None, None)


@pytest.mark.parametrize("labels", [["supports", "refutes"], ["supports", "inconsistent"], ["nei"]])
def test_three_way_scores_need_three_ways(labels: list[str]) -> None:
    pairs = [LabelledPair("We pay on time.", "We pay late.", label) for label in labels]
    assert evaluate_pairs(pairs, DEFAULT_MODEL).macro_f1 is None


def test_no_pairs() -> None:
    assert evaluate_pairs([], DEFAULT_MODEL).n == 0
