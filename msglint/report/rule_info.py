"""What a report needs to know of a rule; the caller fills it from the rule files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from msglint.model import Finding, Report, Severity


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """One rule as readers see it. `why` is the reason it exists in one or two plain sentences."""

    id: str
    name: str
    why: str
    severity: Severity
    help_uri: str | None = None


Rules = Mapping[str, RuleInfo]
Reporter = Callable[[Report, Rules], str]


def rule_of(finding: Finding, rules: Rules) -> RuleInfo:
    """The rule a finding names; one built from the finding itself where `rules` does not hold it."""
    known = rules.get(finding.rule)
    return known or RuleInfo(finding.rule, finding.rule_name, why="", severity=finding.severity)
