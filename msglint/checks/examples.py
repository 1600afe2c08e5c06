"""Running the examples of a rule: its tests, and the proof of its documentation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from msglint.checks.run import run_checks
from msglint.messaging.load import LoadedMessaging
from msglint.messaging.schema import Messaging
from msglint.model import Block, CheckedAsset, Finding, Location

if TYPE_CHECKING:
    from msglint.checks.rule import Example, Rule

Judge: TypeAlias = Callable[[Sequence[Block], Messaging, str], CheckedAsset]
"""Judges blocks as those of one asset: (blocks, messaging, asset name) -> asset."""


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """How one example came out; `problem` says what is wrong, "" when it is as the rule file says."""

    rule: Rule
    example: Example
    should_flag: bool
    findings: tuple[Finding, ...]
    problem: str

    @property
    def ok(self) -> bool:
        return not self.problem


def run_examples(rule: Rule, judge: Judge) -> Iterator[ExampleResult]:
    """Run each example of the rule by itself, with this rule only."""
    for should_flag, examples in ((True, rule.flags), (False, rule.passes)):
        for example in examples:
            findings = _findings(rule, example, judge)
            yield ExampleResult(
                rule, example, should_flag, findings, _problem(example, should_flag, findings)
            )


def _findings(rule: Rule, example: Example, judge: Judge) -> tuple[Finding, ...]:
    block = Block(example.text, example.kind, Location(("text 1",)), marks=example.marks)
    asset = judge([block], example.messaging, example.asset_name)
    loaded = LoadedMessaging(example.messaging, "messaging", "", {})
    return run_checks((rule,), loaded, (asset,), rule.mode, audience=example.audience)


def _problem(example: Example, should_flag: bool, findings: Sequence[Finding]) -> str:
    if should_flag and not findings:
        return "should be flagged and is not"
    if not should_flag and findings:
        return f"should pass and is flagged: {findings[0].message}"
    if example.match and not any(_matches(finding, example.match) for finding in findings):
        found = ", ".join(f"'{f.text[f.start : f.end] or f.message}'" for f in findings)
        return f"should mark '{example.match}' and marks {found}"
    return ""


def _matches(finding: Finding, wanted: str) -> bool:
    """Whether the finding marks these words, or its message or changes quote them."""
    quoted = [finding.text[finding.start : finding.end], *(change.found for change in finding.changes)]
    return wanted in quoted or f"'{wanted}'" in finding.message
