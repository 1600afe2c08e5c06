"""A claim equal to an approved wording changes nothing in it, whatever the messaging."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from msglint.checks.load import load_rules
from msglint.claims.names import NameFinder
from msglint.claims.read import read_statements, read_whole
from msglint.judge.differ import changes
from msglint.messaging.load import load_messaging
from msglint.messaging.names import known_names
from msglint.messaging.statements import statements_of
from msglint.model import BlockKind, Candidate, Claim, Facts, Statement

if TYPE_CHECKING:
    from msglint.messaging.schema import Messaging

DEMO = Path(__file__).parents[2] / "master_messaging.yaml"


@cache
def read(document: Messaging) -> tuple[tuple[Statement, ...], tuple[Facts, ...], tuple[Claim, ...]]:
    statements = statements_of(document)
    names = NameFinder(known_names(document), [statement.text for statement in statements])
    texts = [statement.text for statement in statements]
    return (
        statements,
        read_statements(texts, names),
        read_whole([(text, BlockKind.BODY) for text in texts], names),
    )


def changed(document: Messaging) -> list[str]:
    """Wordings that the differ says change themselves, with what it says."""
    statements, facts, claims = read(document)
    families: dict[str, list[Facts]] = {}
    for statement, known in zip(statements, facts, strict=True):
        families.setdefault(statement.root_id, []).append(known)
    found = []
    for statement, known, claim in zip(statements, facts, claims, strict=True):
        candidate = Candidate(statement, known, tuple(families[statement.root_id]), 1.0, 1.0, 1.7)
        found += [f"{statement.text}: {change}" for change in changes(claim, candidate)]
    return found


def test_the_demo_companys_statements() -> None:
    assert changed(load_messaging([DEMO]).document) == []


@pytest.mark.parametrize("rule", load_rules(()), ids=lambda rule: rule.id)
def test_the_messaging_of_the_rules_examples(rule: object) -> None:
    examples = (*rule.flags, *rule.passes)  # type: ignore[attr-defined]
    assert [line for example in examples for line in changed(example.messaging)] == []


def test_a_wording_left_alone_from_its_family_changes_nothing_either() -> None:
    statements, facts, claims = read(load_messaging([DEMO]).document)
    found = [
        (statement.text, change)
        for statement, known, claim in zip(statements, facts, claims, strict=True)
        for change in changes(claim, Candidate(statement, known, (known,), 1.0, 1.0, 1.7))
    ]
    assert found == []
