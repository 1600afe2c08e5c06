"""Pairs for the cross-encoder from organisations whose sentences carry a verdict and a statement."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from msglint.evaluate.labels import read_claim_labels
from msglint.judge.entailment import neutral, premise
from msglint.messaging.load import load_messaging
from msglint.messaging.names import known_names
from msglint.model import BlockKind
from msglint.pipeline import Judge
from training.edits import edits
from training.pairs import CONFLICTING, NOT_SUPPORTED, SUPPORTED, Pair

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from msglint.evaluate.labels import LabelledClaim
    from msglint.messaging.schema import Messaging
    from msglint.model import Candidate, Claim

_CLASS_OF = {"on-message": SUPPORTED, "drift": CONFLICTING, "contradiction": CONFLICTING}
# Made from statements, per organisation: enough to teach what a small edit and a part do, too few to teach
# the template.
_EDITS, _FAITHFUL = 16, 40
_NEAR, _HARD = 2, 4
_LEAD_INS = ("In short: ", "Remember: ", "As we like to say, ", "Reason two: ", "And: ", "", "", "")
_MIN_WORDS = 4


def organisation_pairs(folder: Path) -> list[Pair]:
    """Every labelled sentence against its statement, near misses and several at once; and made ones."""
    document = load_messaging([folder / "master_messaging.yaml"]).document
    judge = Judge(document)
    rows = list(read_claim_labels(folder / "labels.jsonl"))
    chance = random.Random(folder.name)
    claims = judge.whole_claims([(row.sentence, row.kind) for row in rows])
    pairs = [
        pair
        for row, claim, candidates in zip(rows, claims, judge.search(claims), strict=True)
        for pair in _of_sentence(row, claim, candidates, chance)
    ]
    return [*pairs, *_sample(_edited(document, judge, chance), _EDITS, chance),
            *_sample(_faithful(judge, chance), _FAITHFUL, chance)]  # fmt: skip


def _of_sentence(
    row: LabelledClaim, claim: Claim, candidates: Sequence[Candidate], chance: random.Random
) -> Iterator[Pair]:
    label, said = _label(row, claim), neutral(claim.text, claim.facts)
    mine = [c for c in candidates if row.statement_id in (c.statement.entry_id, c.statement.root_id)]
    mine.sort(key=lambda candidate: candidate.statement.entry_id != row.statement_id)
    root = mine[0].statement.root_id if mine else ""
    if mine:
        yield Pair(premise(mine[0]), said, label)
    others = [candidate for candidate in candidates if candidate.statement.root_id != root]
    near = others[:_NEAR] if label == NOT_SUPPORTED else chance.sample(others[:_HARD], min(1, len(others)))
    for candidate in near:
        yield Pair(premise(candidate), said, NOT_SUPPORTED)
    if mine or label == NOT_SUPPORTED:
        shown = sorted([*mine[:1], *others[: 2 if mine else 3]], key=lambda candidate: -candidate.score)
        yield Pair(" ".join(map(premise, shown)), said, label)


def _label(row: LabelledClaim, claim: Claim) -> int:
    """The class of a sentence once names are neutral: a name given up and replaced changes nothing else."""
    replaced = any(name.replacement for name in claim.facts.names)
    if row.label == "drift" and row.change in ("name", "category") and replaced:
        return SUPPORTED
    return _CLASS_OF.get(row.label, NOT_SUPPORTED)


def _edited(document: Messaging, judge: Judge, chance: random.Random) -> Iterator[Pair]:
    """Typed edits, with the names as the judge will see them."""
    names = [name.text for name in known_names(document) if name.role == "customer"]
    made = [
        (statement.text, text, label)
        for statement in judge.statements
        for text, label in edits(statement.text, names, chance)
    ]
    claims = judge.whole_claims([(text, BlockKind.BODY) for pair in made for text in pair[:2]])
    for (_, _, label), approved, claim in zip(made, claims[::2], claims[1::2], strict=True):
        yield Pair(neutral(approved.text, approved.facts), neutral(claim.text, claim.facts), _CLASS_OF[label])


def _faithful(judge: Judge, chance: random.Random) -> Iterator[Pair]:
    """Near wordings that change nothing: parts, variants, lead-ins; the whole alone or among others."""
    claims = judge.whole_claims([(s.text, BlockKind.BODY) for s in judge.statements])
    statements = [
        (statement.entry_id, neutral(claim.text, claim.facts))
        for statement, claim in zip(judge.statements, claims, strict=True)
    ]
    texts = [text for _, text in statements]
    for entry, text in statements:
        parts = [
            piece.strip(" .") for piece in re.split(r"[;:–]| and (?=\w+s\b)|, (?=which|where|so|and)", text)
        ]
        variants = [other for name, other in statements if name == entry and other != text]
        said = [part for part in parts if len(part.split()) >= _MIN_WORDS] + variants[:1]
        for part in said:
            shown = [text, *chance.sample(texts, 2)] if chance.random() < 0.5 else [text]
            chance.shuffle(shown)
            yield Pair(" ".join(shown), chance.choice(_LEAD_INS) + part, SUPPORTED)


def _sample(pairs: Iterator[Pair], count: int, chance: random.Random) -> list[Pair]:
    made = list(pairs)
    return chance.sample(made, min(count, len(made)))
