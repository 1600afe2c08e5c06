"""The report as SARIF 2.1.0, for code scanning and other tools that collect results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msglint import __version__
from msglint.model import Finding, Report, Severity
from msglint.report.json_text import json_text
from msglint.report.message import one_line
from msglint.report.reading import AssetPart, asset_parts
from msglint.report.rule_info import RuleInfo, Rules, rule_of
from msglint.report.sarif_parts import location, message, notification, reporting_descriptor
from msglint.report.tally import plural

if TYPE_CHECKING:
    from collections.abc import Iterable

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# GitHub code scanning takes no more results from one run.
MOST = 25_000


def render_sarif(report: Report, rules: Rules) -> str:
    """One run with all rules and results. Suppressed results stay in, marked, so that alerts do not flap.

    Over 25,000 results, first the suppressed, then the least severe are left out, and a notification says so.
    """
    parts = asset_parts(report)
    findings = [finding for part in parts for finding in part.findings]
    kept = _most_important(findings)
    described = _described(findings, rules)
    numbers = {rule.id: number for number, rule in enumerate(described)}
    run = {
        "tool": {"driver": _driver(described)},
        "invocations": [
            {
                "executionSuccessful": not (report.unreadable or report.half_read),
                "toolExecutionNotifications": [*_not_read(parts), *_left_out(len(findings) - len(kept))],
            }
        ],
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, numbers[finding.rule], report) for finding in kept],
        "properties": {"coverage": _coverage(report)},
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _most_important(findings: list[Finding]) -> list[Finding]:
    """At most 25,000 findings, still in reading order."""
    if len(findings) <= MOST:
        return findings
    order = {severity: rank for rank, severity in enumerate(Severity)}
    numbered = sorted(enumerate(findings), key=lambda pair: (pair[1].suppressed, order[pair[1].severity]))
    return [finding for _, finding in sorted(numbered[:MOST], key=lambda pair: pair[0])]


def _described(findings: Iterable[Finding], rules: Rules) -> list[RuleInfo]:
    """Every known rule and every rule a finding names, by id."""
    known = dict(rules) | {finding.rule: rule_of(finding, rules) for finding in findings}
    return [known[rule] for rule in sorted(known)]


def _driver(rules: Iterable[RuleInfo]) -> dict[str, Any]:
    return {
        "name": "msglint",
        "semanticVersion": __version__,
        "rules": [reporting_descriptor(rule) for rule in rules],
    }


def _result(finding: Finding, rule_index: int, report: Report) -> dict[str, Any]:
    # A finding about no single asset is shown at the messaging document, as every result needs a file.
    asset = finding.asset or report.messaging_path
    suppressions = {"suppressions": [{"kind": "external"}]} if finding.suppressed else {}
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": finding.severity.value,
        "message": message(one_line(finding)),
        "locations": [location(asset, finding.location, finding.text)],
        "partialFingerprints": {"msglint/v1": finding.fingerprint},
        **suppressions,
        "properties": {"confidence": round(float(finding.confidence), 4)},
    }


def _coverage(report: Report) -> dict[str, float]:
    """The share of each asset that was read, by its name."""
    return {a.source.name: round(a.document.coverage.share, 4) for a in report.assets}


def _not_read(parts: Iterable[AssetPart]) -> list[dict[str, Any]]:
    notifications = []
    for part in parts:
        level = "error" if part.unreadable else "warning"
        texts = [str(gap) for gap in part.gaps]
        if part.unreadable:
            texts = [f"could not be read: {'; '.join(texts) or 'no text was found in it'}"]
        notifications += [notification(level, text, part.name) for text in texts]
    return notifications


def _left_out(number: int) -> list[dict[str, Any]]:
    if not number:
        return []
    text = f"{plural(number, 'result')} of the least severe left out: a SARIF run holds {MOST:,} at most"
    return [notification("warning", text)]
