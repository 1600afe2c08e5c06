"""How well the judge's verdicts on sentences agree with a reader's, against one messaging document."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msglint.evaluate.metrics import Score, auroc, confusion, macro_f1, score
from msglint.messaging.statements import statements_of
from msglint.model import Candidate, Judgement, Verdict
from msglint.pipeline import Judge

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from msglint.evaluate.labels import LabelledClaim
    from msglint.messaging.schema import Messaging

VERDICTS = tuple(verdict.value for verdict in Verdict if verdict is not Verdict.UNSURE)
ATTENTION = frozenset({"drift", "contradiction"})
FLAGGED = ATTENTION | {"unsupported", "off-message"}
WITH_STATEMENT = frozenset({"on-message", "drift", "contradiction"})


@dataclass(frozen=True, slots=True)
class Detection:
    """How well a group of verdicts is found: precision and recall as reported, AUROC of the probability."""

    precision: float
    recall: float
    auroc: float | None


@dataclass(frozen=True, slots=True)
class ClaimsResult:
    """The measures of one file. `statement_top1` and `_top5` count a proof point as its statement, and
    statements that say nearly the same as one."""

    n: int
    accuracy: float
    macro_f1: float
    per_label: Mapping[str, Score]
    confusion: Mapping[str, Mapping[str, int]]
    statement_top1: float | None
    statement_top5: float | None
    needs_attention: Detection
    flagged: Detection
    seconds: float


def evaluate_claims(rows: Sequence[LabelledClaim], document: Messaging, model: str) -> ClaimsResult:
    """Judge every sentence as one claim and compare; `seconds` covers reading, retrieval and judging."""
    started = time.perf_counter()
    judge = Judge(document, model)
    claims = judge.whole_claims([(row.sentence, row.kind) for row in rows])
    weighed = judge.weigh(claims)
    judgements = judge.verdicts(weighed)
    seconds = time.perf_counter() - started
    gold = [row.label for row in rows]
    predicted = [judgement.verdict.value for judgement in judgements]
    top1, top5 = _retrieval(rows, [one.candidates for one in weighed], document, judge)
    return ClaimsResult(
        n=len(rows),
        accuracy=sum(g == p for g, p in zip(gold, predicted, strict=True)) / len(rows) if rows else 0.0,
        macro_f1=macro_f1(gold, predicted, VERDICTS),
        per_label={v: score([g == v for g in gold], [p == v for p in predicted]) for v in VERDICTS},
        confusion=confusion(gold, predicted),
        statement_top1=top1,
        statement_top5=top5,
        needs_attention=_detection(gold, judgements, ATTENTION, [j.attention for j in judgements]),
        flagged=_detection(gold, judgements, FLAGGED, [j.deviation for j in judgements]),
        seconds=seconds,
    )


def _detection(
    gold: Sequence[str], judgements: Sequence[Judgement], wanted: frozenset[str], probability: Sequence[float]
) -> Detection:
    truth = [label in wanted for label in gold]
    found = score(truth, [judgement.verdict.value in wanted for judgement in judgements])
    return Detection(found.precision, found.recall, auroc(truth, probability))


def _retrieval(
    rows: Sequence[LabelledClaim],
    candidates: Sequence[Sequence[Candidate]],
    document: Messaging,
    judge: Judge,
) -> tuple[float | None, float | None]:
    roots = {statement.entry_id: statement.root_id for statement in statements_of(document)}
    ranked = []
    for row, found in zip(rows, candidates, strict=True):
        if row.statement_id and row.label in WITH_STATEMENT:
            wanted = judge.same_answer(roots.get(row.statement_id, row.statement_id))
            order = list(dict.fromkeys(judge.same_answer(c.statement.root_id) for c in found))
            ranked.append(order.index(wanted) if wanted in order else len(order) + 5)
    if not ranked:
        return None, None
    return sum(rank < 1 for rank in ranked) / len(ranked), sum(rank < 5 for rank in ranked) / len(ranked)
