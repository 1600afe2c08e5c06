"""The check `required`: messages that no asset of the run says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msglint.checks.check import Check, CheckContext
from msglint.checks.hit import Hit
from msglint.checks.places import joined
from msglint.checks.rule import Options, Rule
from msglint.model import Location, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from msglint.messaging.schema import MessagingStatement


class RequiredOptions(Options):
    """The sections whose statements somebody should say."""

    sections: tuple[
        Literal["positioning", "problems", "value_propositions", "differentiators", "capabilities"], ...
    ]


def find(_: Rule, options: RequiredOptions, context: CheckContext) -> Iterator[Hit]:
    """One hit, at its place in the messaging document, for each statement that no claim says on-message."""
    if not any(view.asset.document.blocks for view in context.views):
        return
    said = _said(context)
    for section, entries in context.document.statement_sections:
        for entry in entries if section in options.sections else ():
            ids = {entry.id, *(proof.id for proof in entry.proof_points)}
            if entry.status == "approved" and _is_meant(entry, context) and not ids & said:
                yield _hit(entry, context)


def _said(context: CheckContext) -> set[str]:
    on_message = (
        judgement.statement_id
        for view in context.views
        for judgement in view.asset.judgements
        if judgement.verdict is Verdict.ON_MESSAGE
    )
    return {statement_id for statement_id in on_message if statement_id}


def _is_meant(entry: MessagingStatement, context: CheckContext) -> bool:
    """Whether the statement is for the audience and the market of the run; what names none is for all."""
    wanted = ((entry.audiences, context.audience), (entry.markets, context.market))
    return all(not named or not run or joined(run) in map(joined, named) for named, run in wanted)


def _hit(entry: MessagingStatement, context: CheckContext) -> Hit:
    loaded = context.messaging
    file = loaded.file(entry.id)
    return Hit(
        asset=file,
        asset_key="messaging",
        location=Location((entry.id,), loaded.line(entry.id)),
        text=entry.statement,
        words=({"approved": entry.statement, "statement": entry.id},),
        statement_id=entry.id,
        statement_text=entry.statement,
        suggestion=entry.statement,
    )


CHECK = Check(RequiredOptions, ("approved", "statement"), find)
