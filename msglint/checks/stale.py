"""The check `stale`: claims that rest on a proof point beyond its last valid day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.checks.check import Check, CheckContext
from msglint.checks.hit import Hit, hit_of
from msglint.checks.rule import Options, Rule
from msglint.fingerprint import normalised
from msglint.messaging.dates import last_day
from msglint.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from msglint.messaging.schema import Messaging, ProofPoint
    from msglint.model import Judgement


# A claim rests on a proof point only where it is as near as most paraphrases of one are (cosine).
NEAR = 0.5


def find(rule: Rule, _: Options, context: CheckContext) -> Iterator[Hit]:
    """One hit for each claim that says, or drifts from, a proof point that is stale on the day of the run."""
    stale = stale_proofs(context.document, context.today)
    by_text = {
        normalised(text): proof for proof in stale.values() for text in (proof.statement, *proof.variants)
    }
    for source, judgement in context.judgements(rule):
        if not _says_a_statement(judgement):
            continue
        by_wording = by_text.get(normalised(judgement.statement_text))
        proof = stale.get(judgement.statement_id or "") or by_wording
        if proof is not None:
            words = {"approved": proof.statement, "statement": proof.id, "until": proof.valid_until or ""}
            hit = hit_of(source, judgement, words)
            yield replace(
                hit,
                statement_id=proof.id,
                statement_text=proof.statement,
                changes=(),
                suggestion="",
                start=0,
                end=0,
            )


def _says_a_statement(judgement: Judgement) -> bool:
    """On message, drifting, or unsure with a figure and nothing changed that has a name; and near to it."""
    if judgement.similarity < NEAR:
        return False
    if judgement.verdict is Verdict.UNSURE:
        return not judgement.changes and bool(judgement.claim.facts.quantities)
    return judgement.verdict in (Verdict.ON_MESSAGE, Verdict.DRIFT)


def stale_proofs(document: Messaging, today: date) -> dict[str, ProofPoint]:
    """The proof points, by id, whose last valid day lies before today."""
    proofs = (
        proof for _, entries in document.statement_sections for e in entries for proof in e.proof_points
    )
    return {proof.id: proof for proof in proofs if proof.valid_until and last_day(proof.valid_until) < today}


CHECK = Check(Options, ("approved", "statement", "until"), find)
