"""The check `change`: claims that drift from an approved statement by one of the named kinds of change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.checks.check import Check, CheckContext
from msglint.checks.hit import Hit, hit_of
from msglint.checks.rule import Options, Rule
from msglint.fingerprint import normalised
from msglint.messaging.names import IN_USE, known_names
from msglint.model import Change, ChangeKind, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Set


class ChangeOptions(Options):
    """The kinds of change the rule reports; `unnamed` takes drift for which no change could be named."""

    kinds: tuple[ChangeKind, ...]
    unnamed: bool = False


def find(rule: Rule, options: ChangeOptions, context: CheckContext) -> Iterator[Hit]:
    """One hit for each drifting claim, with those of its changes that the rule is about."""
    unwanted = {
        normalised(name.text).replace("-", " ")
        for name in known_names(context.document)
        if name.role not in IN_USE
    }
    for source, judgement in context.judgements(rule):
        if judgement.verdict is not Verdict.DRIFT:
            continue
        changes = tuple(
            change
            for change in judgement.changes
            if change.kind in options.kinds and not _is_wording(change, unwanted)
        )
        if changes:
            words = [_words(change) for change in changes]
            marked = next((change for change in changes if change.end), changes[0])
            hit = hit_of(source, judgement, *words)
            yield replace(hit, changes=changes, start=marked.start, end=marked.end)
        elif options.unnamed and not judgement.changes:
            difference = "this says something else than the approved wording"
            yield hit_of(source, judgement, {"difference": difference, "found": judgement.claim.text})


def _is_wording(change: Change, unwanted: Set[str]) -> bool:
    """Retired names and terms to avoid are for the checks that know where they are allowed."""
    found = normalised(change.found).replace("-", " ")
    forms = {found, found.removesuffix("s"), found.removesuffix("es")}
    return change.kind in (ChangeKind.NAME, ChangeKind.CATEGORY) and bool(forms & unwanted)


def _words(change: Change) -> dict[str, str]:
    return {"difference": difference(change), "found": change.found, "approved": change.approved}


def difference(change: Change) -> str:
    """What changed, in words: replaced, left out or added."""
    if change.approved and change.found:
        return f"'{change.found}' differs from the approved '{change.approved}'"
    if change.approved:
        return f"'{change.approved}' of the approved wording is left out"
    return f"'{change.found}' is not in the approved wording"


CHECK = Check(ChangeOptions, ("difference", "found", "approved", "statement"), find)
