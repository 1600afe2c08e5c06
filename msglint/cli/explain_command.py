"""`msglint explain`: what a rule is for, or why a finding was made."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from msglint.cli.options import rules_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from msglint.judge.verdict import Weighed
    from msglint.store.last_run import RememberedFinding

_FINGERPRINT = re.compile(r"[0-9a-f]{6,16}")
NEAREST = 3


@click.command()
@click.argument("what", metavar="RULE|FINGERPRINT")
@rules_option
def explain(what: str, folders: tuple[Path, ...]) -> None:
    """Explain a RULE such as MSG203, or a finding of the last run by its FINGERPRINT.

    A rule: what it looks for, why, and its examples. A finding: the statements it was held against, what
    changed, how sure the judge is, and what would pass.
    """
    click.echo(_finding(what, folders) if _FINGERPRINT.fullmatch(what) else _rule(what, folders), nl=False)


def _rule(rule_id: str, folders: tuple[Path, ...]) -> str:
    from msglint.checks.load import load_rules
    from msglint.checks.pages import rule_text
    from msglint.errors import Problem, UserError
    from msglint.messaging.validation import did_you_mean

    rules = {rule.id: rule for rule in load_rules(folders)}
    if rule_id.upper() not in rules:
        near = did_you_mean(rule_id.upper(), list(rules))
        raise UserError(Problem(rule_id, f"there is no such rule{near}", hint="see: msglint rules list"))
    return rule_text(rules[rule_id.upper()])


def _finding(fingerprint: str, folders: tuple[Path, ...]) -> str:
    from msglint.checks.load import load_rules
    from msglint.cli.check_command import cache_dir
    from msglint.errors import Problem, UserError
    from msglint.messaging.load import load_messaging
    from msglint.pipeline import Judge
    from msglint.store.last_run import recall

    finding = recall(cache_dir(), fingerprint)
    if finding is None:
        hint = "only findings of the last run without --no-cache are known; run msglint check again"
        raise UserError(Problem(fingerprint, "no finding of the last run has this fingerprint", hint=hint))
    messaging = load_messaging([Path(path) for path in finding.messaging.split(", ")])
    judge = Judge(messaging.document, finding.model)
    weighed, least = judge.weigh_text(finding.text, finding.kind, finding.heading)
    rule = next((rule for rule in load_rules(folders) if rule.id == finding.rule), None)
    lines = [
        *_what(finding),
        *_evidence(weighed, least),
        *([f"why      {rule.why}"] if rule else []),
        *_passes(finding),
    ]
    return "\n".join(lines) + "\n"


def _what(finding: RememberedFinding) -> Iterator[str]:
    yield f"{finding.rule} in {finding.asset}, {finding.location}"
    yield f"found    {finding.text}"
    yield f"says     {finding.message}"


def _evidence(weighed: Weighed, least: float) -> Iterator[str]:
    from msglint.judge.verdict import drops_the_denial

    for number, candidate in enumerate(weighed.candidates[:NEAREST], 1):
        label, near = "nearest" if number == 1 else "", candidate.statement
        yield f"{label:<8} {number}. {near.entry_id} ({candidate.similarity:.0%} alike): {near.text}"
        if read := candidate.entailment:
            yield (
                f"{'':<11} read as: supported {read.supported:.0%}, something else {read.not_supported:.0%}, "
                f"in conflict {read.conflicting:.0%}"
            )
    for change in weighed.changes:
        replaced = (
            f"'{change.found}' for '{change.approved}'" if change.approved else f"'{change.found}' added"
        )
        yield f"changed  {change.kind.value}: {replaced}"
    if not weighed.changes:
        yield "changed  no single change could be named"
    if drops_the_denial(weighed):
        yield "sure     these are the words of what may not be claimed, less its denial: nothing is weighed"
    else:
        yield f"sure     {weighed.attention:.0%} that this needs attention; it is reported from {least:.0%}"


def _passes(finding: RememberedFinding) -> Iterator[str]:
    if finding.suggestion:
        yield f"passes   {finding.suggestion}"
