"""BM25 over statements: what ranks first, and that scores stay in bounds."""

from __future__ import annotations

import pytest
from reader import facts

from msglint.match.lexical import LexicalIndex, terms

STATEMENTS = [
    "Larkmill Ledger reads invoices in 3 seconds.",
    "Larkmill stores all invoices in the European Union.",
    "Hotels pay invoices late because approvals take weeks.",
    "Paperjam is a scanner maker.",
]


@pytest.fixture(scope="module")
def index() -> LexicalIndex:
    return LexicalIndex([facts(text) for text in STATEMENTS])


@pytest.mark.parametrize(
    ("claim", "best"),
    [
        ("The Ledger reads an invoice in 3 seconds", 0),
        ("Larkmill Ledger", 0),
        ("Your invoices are stored in the Union", 1),
        ("Approvals take weeks", 2),
        ("Paperjam sells scanners", 3),
    ],
)
def test_the_nearest_statement_ranks_first(index: LexicalIndex, claim: str, best: int) -> None:
    scores = index.scores(facts(claim))
    assert scores.index(max(scores)) == best
    assert all(0 <= score <= 1 for score in scores)


def test_rare_words_weigh_more(index: LexicalIndex) -> None:
    rare, common = index.scores(facts("scanner"))[3], index.scores(facts("invoices"))[0]
    assert rare > common > 0


def test_nothing_in_common_scores_nothing(index: LexicalIndex) -> None:
    assert index.scores(facts("The coffee in Leeds tastes good.")) == [0, 0, 0, 0]
    assert index.scores(facts("...")) == [0, 0, 0, 0]


def test_terms_are_words_numbers_and_entries() -> None:
    found = terms(facts("Larkmill Ledger reads invoices in 3 seconds."))
    assert {"read", "invoice", "3time", "id:P-1"} <= set(found)
    assert not any(term == "id:" for term in found)


def test_an_empty_index() -> None:
    assert LexicalIndex([]).scores(facts("anything")) == []
