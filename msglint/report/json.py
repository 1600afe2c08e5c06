"""The report as JSON, schema 1: everything that was decided, for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msglint.fingerprint import fingerprint
from msglint.report.json_text import json_text
from msglint.report.reading import asset_parts
from msglint.report.tally import tally

if TYPE_CHECKING:
    from msglint.model import Change, CheckedAsset, Coverage, Finding, Judgement, Report
    from msglint.report.rule_info import Rules


def render_json(report: Report, rules: Rules) -> str:  # noqa: ARG001 - every reporter has this signature
    """The whole report in reading order, floats to four digits, the same bytes for the same report."""
    return json_text(
        {
            "schema": 1,
            "messaging": {"path": report.messaging_path, "sha256": report.messaging_sha256},
            "assets": [_asset(asset) for asset in report.assets],
            "claims": [_claim(asset, judgement) for asset in report.assets for judgement in asset.judgements],
            "findings": [_finding(finding) for part in asset_parts(report) for finding in part.findings],
            "summary": _summary(report),
        }
    )


def _asset(asset: CheckedAsset) -> dict[str, Any]:
    return {
        "path": asset.source.name,
        "media_type": asset.document.media_type,
        "blocks": len(asset.document.blocks),
        "claims": len(asset.judgements),
        "skipped": [{"region": skip.region, "reason": skip.reason} for skip in asset.document.skipped],
        "coverage": _coverage(asset.document.coverage),
    }


def _coverage(coverage: Coverage) -> dict[str, Any]:
    return {"read": coverage.read, "not_read": coverage.not_read, "share": _rounded(coverage.share)}


def _claim(asset: CheckedAsset, judgement: Judgement) -> dict[str, Any]:
    claim = judgement.claim
    statement_id = judgement.statement_id or ""
    return {
        "asset": asset.source.name,
        "location": str(claim.location),
        "text": claim.text,
        "verdict": judgement.verdict.value,
        "confidence": _rounded(judgement.confidence),
        "statement_id": judgement.statement_id,
        "similarity": _rounded(judgement.similarity),
        "changes": _changes(judgement.changes),
        "fingerprint": fingerprint("claim", statement_id, claim.text, asset.source.key, claim.ordinal),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "confidence": _rounded(finding.confidence),
        "message": finding.message,
        "asset": finding.asset,
        "location": str(finding.location),
        "text": finding.text,
        "statement_id": finding.statement_id,
        "changes": _changes(finding.changes),
        "suggestion": finding.suggestion,
        "fingerprint": finding.fingerprint,
        "suppressed": finding.suppressed,
    }


def _changes(changes: tuple[Change, ...]) -> list[dict[str, str]]:
    return [
        {"kind": change.kind.value, "approved": change.approved, "found": change.found} for change in changes
    ]


def _summary(report: Report) -> dict[str, Any]:
    counts = tally(report)
    return {
        "severities": {severity.value: number for severity, number in counts.severities.items()},
        "suppressed": counts.suppressed,
        "verdicts": {verdict.value: number for verdict, number in counts.verdicts.items()},
        "assets": counts.assets,
        "claims": counts.claims,
        "skipped": len(report.skipped),
        "unreadable": list(report.unreadable),
        "half_read": list(report.half_read),
    }


def _rounded(number: float) -> float:
    # float() because a judge may hand over a numpy scalar, which json cannot write.
    return round(float(number), 4)
