"""Pairs for the cross-encoder from organisations whose sentences carry a verdict and a statement."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from msglint.evaluate.labels import read_claim_labels
from msglint.judge.reading import TOGETHER, joined
from msglint.messaging.load import load_messaging
from msglint.messaging.names import known_names
from msglint.messaging.statements import statements_of
from msglint.pipeline import Judge
from training.edits import edits
from training.pairs import CONFLICTING, NOT_SUPPORTED, SUPPORTED, Pair

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from msglint.evaluate.labels import LabelledClaim
    from msglint.messaging.schema import Messaging
    from msglint.model import Candidate

_CLASS_OF = {"on-message": SUPPORTED, "drift": CONFLICTING, "contradiction": CONFLICTING}
# Typed edits of statements, per organisation: enough to teach what a small edit does, too few to learn the template.
_EDITS = 40
_NEAR, _HARD = 2, 5


def organisation_pairs(folder: Path) -> list[Pair]:
    """Every labelled sentence against its statement, against near misses, and against several at once."""
    document = load_messaging([folder / "master_messaging.yaml"]).document
    judge = Judge(document)
    rows = read_claim_labels(folder / "labels.jsonl")
    chance = random.Random(folder.name)
    claims = judge.whole_claims([(row.sentence, row.kind) for row in rows])
    wordings = _wordings(document)
    pairs = [
        pair
        for row, candidates in zip(rows, judge.search(claims), strict=True)
        for pair in _of_sentence(row, candidates, wordings, chance)
    ]
    return pairs + chance.sample(edited := list(_edited(document, chance)), min(_EDITS, len(edited)))


def _of_sentence(
    row: LabelledClaim,
    candidates: Sequence[Candidate],
    wordings: dict[str, tuple[str, list[str]]],
    chance: random.Random,
) -> Iterator[Pair]:
    label = _CLASS_OF.get(row.label, NOT_SUPPORTED)
    root, texts = wordings.get(row.statement_id or "", ("", []))
    if texts:
        nearest = next((c.statement.text for c in candidates if c.statement.text in texts), texts[0])
        yield Pair(nearest, row.sentence, label)
    others = [c.statement for c in candidates if c.statement.root_id != root]
    near = 1 if label != NOT_SUPPORTED else _NEAR
    for statement in [*others[:near], *chance.sample(others[near:_HARD], min(1, len(others[near:_HARD])))]:
        yield Pair(statement.text, row.sentence, NOT_SUPPORTED)
    shown = [candidate.statement for candidate in candidates[:TOGETHER]]
    if label == NOT_SUPPORTED or root in {statement.root_id for statement in shown}:
        yield Pair(joined(shown), row.sentence, label)
    elif texts and others:
        first = [others[0].text, nearest, *(statement.text for statement in others[1 : TOGETHER - 1])]
        yield Pair(" ".join(first), row.sentence, label)


def _wordings(document: Messaging) -> dict[str, tuple[str, list[str]]]:
    """Root and wordings of every entry."""
    found: dict[str, tuple[str, list[str]]] = {}
    for statement in statements_of(document):
        found.setdefault(statement.entry_id, (statement.root_id, []))[1].append(statement.text)
    return found


def _edited(document: Messaging, chance: random.Random) -> Iterator[Pair]:
    names = [name.text for name in known_names(document) if name.role == "customer"]
    for statement in statements_of(document):
        for text, label in edits(statement.text, names, chance):
            yield Pair(statement.text, text, _CLASS_OF[label])
