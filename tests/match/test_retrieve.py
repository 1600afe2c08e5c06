"""The statement index: order, one wording an entry, families; with a toy encoder and the real one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from reader import claim, facts

from msglint.errors import UserError
from msglint.match.encoder import load_encoder, model_identity
from msglint.match.retrieve import LEXICAL_WEIGHT, StatementIndex, pair_candidates, query_text
from msglint.model import Candidate, Claim, Statement
from msglint.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


class LetterEncoder:
    """Counts letters: enough to tell texts apart, with nothing to load."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = np.array(
            [[text.lower().count(letter) + 1e-6 for letter in "abcdefghijklmnopqrstuvwxyz"] for text in texts]
        )
        unit: NDArray[np.float32] = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
        return unit


WORDINGS = (
    Statement("VP-1", "VP-1", "value_propositions", "Larkmill pays invoices on time."),
    Statement("VP-1", "VP-1", "value_propositions", "Invoices paid on time, every time."),
    Statement(
        "PP-1", "VP-1", "value_propositions", "Norfield Hotels paid 98% of its invoices on time in 2025."
    ),
    Statement("VP-2", "VP-2", "value_propositions", "Larkmill detects duplicate invoices."),
    Statement("D-1", "D-1", "differentiators", "Approvals happen in the mailbox people already use."),
)


def search(index: StatementIndex, *claims: Claim, k: int = 8) -> list[tuple[Candidate, ...]]:
    return index.search(claims, index.embed(claims), k)


def index(wordings: Sequence[Statement] = WORDINGS) -> StatementIndex:
    return StatementIndex(wordings, [facts(wording.text) for wording in wordings], LetterEncoder())


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.text)
def test_a_wording_finds_itself(wording: Statement) -> None:
    best = search(index(), claim(wording.text))[0][0]
    assert best.statement == wording
    assert best.similarity == pytest.approx(1, abs=1e-5)


def test_candidates_are_ordered_and_one_an_entry() -> None:
    found = search(index(), claim("Larkmill pays all invoices on time."))[0]
    assert [candidate.score for candidate in found] == sorted((c.score for c in found), reverse=True)
    assert sorted(candidate.statement.entry_id for candidate in found) == ["D-1", "PP-1", "VP-1", "VP-2"]
    for candidate in found:
        assert candidate.score == pytest.approx(candidate.similarity + LEXICAL_WEIGHT * candidate.lexical)


def test_a_family_is_every_wording_of_the_statement_and_its_proofs() -> None:
    found = {c.statement.entry_id: c for c in search(index(), claim("invoices"))[0]}
    assert found["PP-1"].family == found["VP-1"].family == tuple(facts(w.text) for w in WORDINGS[:3])
    assert found["VP-2"].family == (facts(WORDINGS[3].text),)


def test_no_more_than_k() -> None:
    assert len(search(index(), claim("invoices"), k=2)[0]) == 2


def test_ties_keep_the_order_of_the_document() -> None:
    twins = [Statement(entry, entry, "positioning", "The same words.") for entry in ("B", "A")]
    assert [c.statement.entry_id for c in search(index(twins), claim("The same words."))[0]] == ["B", "A"]


def test_nothing_to_search() -> None:
    assert search(index([]), claim("invoices")) == [()]
    assert index().search([], np.zeros((0, 26), np.float32)) == []


@pytest.mark.parametrize(
    ("text", "heading", "query"),
    [
        ("On time", "Why Larkmill", "Why Larkmill: On time"),
        ("On time", "", "On time"),
        ("On time", "On time", "On time"),
        (
            "Larkmill pays all hotel invoices of all customers on time.",
            "Why Larkmill",
            "pays all hotel invoices of all customers on time.",
        ),
        ("Larkmill Ledger", "", "Larkmill Ledger"),
    ],
)
def test_fragments_are_read_with_their_heading(text: str, heading: str, query: str) -> None:
    read = claim(text)
    placed = Claim("", text, read.kind, read.location, heading, 0, read.facts, asserts=True)
    assert query_text(placed) == query


def test_statements_that_say_the_same_are_one_answer() -> None:
    same = [
        Statement("A", "A", "positioning", "Larkmill Ledger reads invoices."),
        Statement("B", "B", "capabilities", "Larkmill Ledger reads invoices!"),
        Statement("C", "C", "capabilities", "Larkmill Match reads invoices."),
        Statement("D", "D", "negative_statements", "Larkmill Ledger reads invoices.", negative=True),
    ]
    assert index(same).answers == {"A": "A", "B": "A", "C": "C", "D": "D"}


def test_pairs_have_their_premise_as_the_only_candidate() -> None:
    premises = ["Larkmill pays on time.", "The sun shines."]
    found = pair_candidates(
        premises, [facts(p) for p in premises], [claim(p) for p in premises], LetterEncoder()
    )
    assert [candidate.statement.text for candidate in found] == premises
    assert [candidate.similarity for candidate in found] == pytest.approx([1, 1], abs=1e-5)
    assert all(candidate.family == (candidate.facts,) for candidate in found)


def test_the_real_model_knows_what_is_meant() -> None:
    searched = StatementIndex(WORDINGS, [facts(w.text) for w in WORDINGS], load_encoder(DEFAULT_MODEL))
    claims = [
        claim("We spot bills that were entered a second time, duplicates that is."),
        claim("Managers sign off by e-mail."),
    ]
    assert [found[0].statement.entry_id for found in search(searched, *claims)] == ["VP-2", "D-1"]
    vectors = load_encoder(DEFAULT_MODEL).encode(["one", "two words"])
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-5)


def test_a_model_that_is_not_there_is_a_users_error(tmp_path: object) -> None:
    with pytest.raises(UserError):
        load_encoder(f"{tmp_path}/no-model")


def test_the_identity_of_a_model_names_its_weights() -> None:
    assert model_identity(DEFAULT_MODEL).startswith(f"{DEFAULT_MODEL}@")
    assert model_identity("some/model") == "some/model"
