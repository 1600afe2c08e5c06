"""Reading labelled data, one JSON object a line, with errors that name file and line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msglint.errors import Problem, UserError
from msglint.model import BlockKind, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class LabelledClaim:
    """A sentence with the verdict a reader gave it; `statement_id` is None where no statement applies."""

    sentence: str
    label: str
    statement_id: str | None
    change: str | None
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """An approved statement and a claim, with supports, refutes, nei, inconsistent or a score of 0 to 5."""

    premise: str
    claim: str
    label: str | float


def read_claim_labels(path: Path) -> Iterator[LabelledClaim]:
    """Sentences of a file of `{sentence, label, statement_id}`; a line that is not one is a UserError."""
    for number, row in _rows(path):
        label, sentence = row.get("label"), row.get("sentence")
        if not isinstance(label, str) or label not in set(Verdict) or not isinstance(sentence, str):
            verdicts = ", ".join(verdict.value for verdict in Verdict)
            raise UserError(
                Problem(str(path), "a line needs 'sentence' and 'label'", number, f"labels are {verdicts}")
            )
        where = str(row.get("where") or "")
        kind = BlockKind.NOTES if where.endswith("notes") else _kind(where)
        yield LabelledClaim(sentence, label, _text(row.get("statement_id")), _text(row.get("change")), kind)


def read_pairs(path: Path) -> Iterator[LabelledPair]:
    """Pairs of a file of `{premise, claim, label}`, whatever their labels are."""
    for number, row in _rows(path):
        premise, claim, label = row.get("premise"), row.get("claim"), row.get("label")
        texts = isinstance(premise, str) and isinstance(claim, str)
        if not texts or isinstance(label, bool) or not isinstance(label, str | int | float):
            raise UserError(Problem(str(path), "a line needs 'premise', 'claim' and 'label'", number))
        yield LabelledPair(str(premise), str(claim), label)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, object]]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")  # a text may hold other line separators
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(Problem(str(path), f"cannot be read: {error}")) from None
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                raise UserError(Problem(str(path), f"not JSON: {error.msg}", number)) from None
            if not isinstance(row, dict):
                raise UserError(Problem(str(path), "a line must be a JSON object", number))
            yield number, row


def _kind(where: str) -> BlockKind:
    return BlockKind(where) if where in set(BlockKind) else BlockKind.BODY


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
