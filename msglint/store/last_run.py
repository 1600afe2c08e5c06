"""The findings of the last run, so that one can be explained by its fingerprint afterwards."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msglint.model import BlockKind, Report

if TYPE_CHECKING:
    from pathlib import Path

LAST_RUN_FILE = "last-run.json"


@dataclass(frozen=True, slots=True)
class RememberedFinding:
    """What is needed to judge the text of a finding again and say why it was reported."""

    fingerprint: str
    rule: str
    message: str
    asset: str
    location: str
    text: str
    kind: BlockKind
    heading: str
    suggestion: str
    messaging: str
    model: str


def remember(folder: Path, report: Report, model: str) -> None:
    """Write the findings of a run; those before are forgotten. A folder that refuses is no error."""
    claims = {
        (asset.source.name, str(j.claim.location), j.claim.text): j.claim
        for asset in report.assets
        for j in asset.judgements
    }
    rows = []
    for finding in report.findings:
        claim = claims.get((finding.asset, str(finding.location), finding.text))
        rows.append({
            "fingerprint": finding.fingerprint, "rule": finding.rule, "message": finding.message,
            "asset": finding.asset, "location": str(finding.location), "text": finding.text,
            "suggestion": finding.suggestion, "kind": (claim.kind if claim else BlockKind.BODY).value,
            "heading": claim.heading if claim else "", "messaging": report.messaging_path, "model": model,
        })  # fmt: skip
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / LAST_RUN_FILE).write_text(json.dumps(rows), encoding="utf-8")


def recall(folder: Path, fingerprint: str) -> RememberedFinding | None:
    """The finding of the last run whose fingerprint starts so, None where there is none or several."""
    try:
        rows = json.loads((folder / LAST_RUN_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    found = [row for row in rows if str(row["fingerprint"]).startswith(fingerprint)]
    return RememberedFinding(**{**found[0], "kind": BlockKind(found[0]["kind"])}) if len(found) == 1 else None
