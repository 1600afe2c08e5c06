"""The check `verdict`: claims that the judge gave one of the named verdicts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.checks.check import Check, CheckContext
from msglint.checks.hit import Hit, hit_of
from msglint.checks.rule import Options, Rule
from msglint.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

_OF_A_STATEMENT = (Verdict.ON_MESSAGE, Verdict.DRIFT, Verdict.CONTRADICTION)


class VerdictOptions(Options):
    """Which verdicts the rule reports."""

    verdicts: tuple[Verdict, ...]


def find(rule: Rule, options: VerdictOptions, context: CheckContext) -> Iterator[Hit]:
    """One hit for each claim with such a verdict; only a claim about a statement gets its wording."""
    for source, judgement in context.judgements(rule):
        if judgement.verdict not in options.verdicts:
            continue
        hit = hit_of(source, judgement)
        if judgement.verdict not in _OF_A_STATEMENT:
            hit = replace(hit, statement_id=None, statement_text="", changes=(), suggestion="")
        elif marks := [(c.start, c.end) for c in judgement.changes if c.end]:
            hit = replace(hit, start=marks[0][0], end=marks[0][1])
        yield hit


CHECK = Check(VerdictOptions, ("approved", "statement"), find)
