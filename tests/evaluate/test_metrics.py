"""The measures against scikit-learn and SciPy, on random data with ties."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import spearmanr
from sklearn.metrics import balanced_accuracy_score, f1_score, precision_recall_fscore_support, roc_auc_score

from msglint.evaluate.metrics import auroc, balanced_accuracy, confusion, macro_f1, score, spearman

LABELS = ("on-message", "drift", "unsupported")
TIED = st.sampled_from([0.0, 0.1, 0.1, 0.25, 0.5, 0.9, 1.0])
SCORED = st.lists(st.tuples(st.booleans(), TIED), min_size=1, max_size=40)
GUESSED = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=40)
NAMED = st.lists(st.tuples(st.sampled_from(LABELS), st.sampled_from(LABELS)), min_size=1, max_size=40)
GRADED = st.lists(st.tuples(TIED, TIED), min_size=2, max_size=40)


@given(SCORED)
def test_auroc(rows: list[tuple[bool, float]]) -> None:
    gold, scores = [row[0] for row in rows], [row[1] for row in rows]
    wanted = roc_auc_score(gold, scores) if len(set(gold)) == 2 else None
    assert auroc(gold, scores) == (pytest.approx(wanted) if wanted is not None else None)


@given(GUESSED)
def test_balanced_accuracy(rows: list[tuple[bool, bool]]) -> None:
    gold, guessed = [row[0] for row in rows], [row[1] for row in rows]
    wanted = balanced_accuracy_score(gold, guessed) if len(set(gold)) == 2 else None
    assert balanced_accuracy(gold, guessed) == (pytest.approx(wanted) if wanted is not None else None)


@given(GUESSED)
def test_score(rows: list[tuple[bool, bool]]) -> None:
    gold, guessed = [row[0] for row in rows], [row[1] for row in rows]
    found = score(gold, guessed)
    precision, recall, f1, _ = precision_recall_fscore_support(
        gold, guessed, average="binary", zero_division=0
    )
    assert (found.precision, found.recall, found.f1) == pytest.approx((precision, recall, f1))
    assert found.n == sum(gold)


@given(NAMED)
def test_macro_f1(rows: list[tuple[str, str]]) -> None:
    gold, guessed = [row[0] for row in rows], [row[1] for row in rows]
    wanted = f1_score(gold, guessed, labels=sorted(set(gold)), average="macro", zero_division=0)
    assert macro_f1(gold, guessed, LABELS) == pytest.approx(wanted)


@given(GRADED)
def test_spearman(rows: list[tuple[float, float]]) -> None:
    left, right = [row[0] for row in rows], [row[1] for row in rows]
    found = spearman(left, right)
    if len(set(left)) == 1 or len(set(right)) == 1:
        assert found is None
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert found == pytest.approx(spearmanr(left, right).statistic)


def test_measures_of_nothing() -> None:
    assert auroc([], []) is None
    assert balanced_accuracy([], []) is None
    assert spearman([], []) is None
    assert spearman([1], [1]) is None
    assert macro_f1([], [], LABELS) == 0
    assert score([], []).f1 == 0


def test_a_verdict_outside_the_labels_counts_as_wrong() -> None:
    assert macro_f1(["drift", "drift"], ["drift", "unsure"], LABELS) == pytest.approx(2 / 3)


def test_confusion() -> None:
    gold, guessed = ["drift", "drift", "on-message"], ["unsure", "drift", "on-message"]
    assert confusion(gold, guessed) == {"drift": {"drift": 1, "unsure": 1}, "on-message": {"on-message": 1}}


@pytest.mark.parametrize("measure", [auroc, balanced_accuracy, spearman])
def test_lists_of_different_length_are_a_bug(measure: object) -> None:
    with pytest.raises((ValueError, IndexError)):
        measure([True, False, True], [True, False])  # type: ignore[operator]
