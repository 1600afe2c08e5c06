"""The check `hidden`: what the company no longer says, in places that are copied but not seen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.checks import retired, retired_statement
from msglint.checks.check import Check, CheckContext
from msglint.checks.rule import Options, Rule
from msglint.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from msglint.checks.hit import Hit

_WHERE = {
    Mark.HIDDEN_SLIDE: "on a hidden slide",
    Mark.OFF_SLIDE: "beside the slide",
    Mark.TINY: "in type under 6 points",
    Mark.BACKGROUND_COLOUR: "in the colour of its background",
    Mark.HIDDEN: "in hidden text",
}
_Places = dict[tuple[str, tuple[str, ...]], frozenset[Mark]]


def find(rule: Rule, options: Options, context: CheckContext) -> Iterator[Hit]:
    """One hit for each retired statement, name or category in the blocks whose marks the rule asks for."""
    places: _Places = {
        (view.asset.source.key, block.location.steps): block.marks for view, block in context.blocks(rule)
    }
    if not places:
        return
    for hit in retired_statement.find(rule, options, context):
        yield _told(hit, f"the retired statement {hit.statement_id}", places)
    for names in ("products", "categories"):
        for hit in retired.find(rule, retired.RetiredOptions.model_validate({"names": names}), context):
            yield _told(hit, f"the retired name '{hit.changes[0].found}'", places)


def _told(hit: Hit, what: str, places: _Places) -> Hit:
    """The hit with the words of this check's messages."""
    steps = hit.location.steps
    owners = (places.get((hit.asset_key, steps[:depth])) for depth in range(len(steps), 0, -1))
    marks = next(filter(None, owners), frozenset[Mark]())
    where = " and ".join(words for mark, words in _WHERE.items() if mark in marks)
    instead = f"; delete it, or say '{hit.suggestion}'" if hit.suggestion else "; delete it"
    words = {"what": what, "where": where, "instead": instead, "statement": hit.statement_id or ""}
    return replace(hit, words=(words,))


CHECK = Check(Options, ("what", "where", "instead", "statement"), find)
