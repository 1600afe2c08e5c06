"""Reading claims against statements, with a cross-encoder whose answers a reader can foresee."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from reader import candidate, claim, facts

from msglint.judge.entailment import READ, neutral, read
from msglint.model import Entailment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


class WordCounter:
    """Supports a claim that is the premise, conflicts with one that has a "not", and knows nothing else."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, str]] = []

    def run(self, inputs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        self.seen += inputs
        return np.array([self._row(*pair) for pair in inputs], np.float32)

    def _row(self, premise: str, said: str) -> tuple[float, float, float]:
        if " not " in said:
            return (0, 0, 1)
        return (1, 0, 0) if said in premise else (0, 1, 0)


SAVES = candidate("Larkmill saves hotels time.", entry="A")
POSTS = candidate("Larkmill posts invoices.", entry="B")


def test_each_candidate_is_read() -> None:
    (found,) = read([claim("Larkmill posts invoices.")], [(SAVES, POSTS)], WordCounter())
    readings = {c.statement.entry_id: c.entailment for c in found.candidates}
    assert readings == {"A": Entailment(0, 1, 0), "B": Entailment(1, 0, 0)}


def test_what_the_claim_is_about_comes_first() -> None:
    nearer = replace(SAVES, score=POSTS.score + 0.2)
    (found,) = read([claim("Larkmill posts invoices.")], [(nearer, POSTS)], WordCounter())
    assert [c.statement.entry_id for c in found.candidates] == ["B", "A"]


def test_far_candidates_are_not_read() -> None:
    many = tuple(candidate(f"Larkmill does thing {n}.", entry=f"S-{n}") for n in range(READ + 2))
    counter = WordCounter()
    (found,) = read([claim("Larkmill posts invoices.")], [many], counter)
    assert len(counter.seen) == READ
    assert sum(c.entailment is None for c in found.candidates) == 2


@pytest.mark.parametrize("text", ["Agenda", "Who pays late?"])
def test_what_is_no_claim_is_not_read(text: str) -> None:
    counter = WordCounter()
    (found,) = read([claim(text)], [(SAVES,)], counter)
    assert (found.candidates, counter.seen) == ((SAVES,), [])


def test_nothing_to_read() -> None:
    assert read([], [], WordCounter()) == []
    (found,) = read([claim("Larkmill posts invoices.")], [()], WordCounter())
    assert found.candidates == ()


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("Larkmill Ledger reads invoices.", "Acme reads invoices."),
        ("Invoice Wizard reads invoices.", "Acme reads invoices."),
        ("The smart inbox fills itself.", "The shared mailbox fills itself."),
        ("Norfield Hotels pays Paperjam.", "Norfield Hotels pays Paperjam."),
        ("No name at all.", "No name at all."),
    ],
)
def test_own_names_are_read_as_one(text: str, read_as: str) -> None:
    assert neutral(text, facts(text)) == read_as
