"""The Markdown page GitHub shows for a workflow step: the caller appends it to GITHUB_STEP_SUMMARY."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from msglint.model import Finding, Report, Severity
from msglint.report.marking import Segment, approved_segments, found_segments
from msglint.report.quoting import place, visible
from msglint.report.reading import AssetPart, asset_parts
from msglint.report.rule_info import Rules, rule_of
from msglint.report.tally import headline, plural, summary, tally

if TYPE_CHECKING:
    from collections.abc import Iterable

# GitHub refuses a summary over one MiB; a row is seldom over 2 KB.
ROWS = 300
_PUNCTUATION = re.compile(r"([\\`*_\[\]|~#!$])")


def github_summary(report: Report, rules: Rules) -> str:
    """Headline, counts, a table of open findings with found and approved wording, and what was not read."""
    parts = asset_parts(report)
    counts = tally(report)
    lines = [f"## {headline(counts)}", "", f"{summary(counts)}.", ""]
    lines += [_unreadable(part) for part in parts if part.unreadable]
    found = sorted((f for part in parts for f in part.open), key=lambda f: list(Severity).index(f.severity))
    if found:
        lines += ["| | asset | where | found | approved |", "|---|---|---|---|---|"]
        lines += [_row(finding, rules) for finding in found[:ROWS]]
        lines.append("")
    if len(found) > ROWS:
        lines += [f"… and {plural(len(found) - ROWS, 'more finding')}; the other formats list all.", ""]
    return "\n".join([*lines, *_unread(parts)]).rstrip() + "\n"


def _row(finding: Finding, rules: Rules) -> str:
    rule = rule_of(finding, rules)
    name = f"[{rule.id}]({rule.help_uri})" if rule.help_uri else _cell(rule.id)
    cells = [
        f"{finding.severity.value} {name}",
        _cell(finding.asset),
        _cell(place(finding.location)),
        _marked(found_segments(finding)) or _cell(finding.message),
        _marked(approved_segments(finding)) or _cell(finding.suggestion),
    ]
    return f"| {' | '.join(cells)} |"


def _unread(parts: Iterable[AssetPart]) -> list[str]:
    gaps = [(part, gap) for part in parts if not part.unreadable for gap in part.gaps]
    if not gaps:
        return []
    listed = [f"- {_cell(f'{part.name} ({part.read})')}: {_cell(str(gap))}" for part, gap in gaps[:ROWS]]
    if len(gaps) > ROWS:
        listed.append(f"- … and {len(gaps) - ROWS:,} more")
    return ["<details><summary>What was not read</summary>", "", *listed, "", "</details>"]


def _unreadable(part: AssetPart) -> str:
    reasons = "; ".join(map(str, part.gaps)) or "no text was found in it"
    return f"> **{_cell(part.name)} could not be read:** {_cell(reasons)}\n"


def _marked(segments: Iterable[Segment]) -> str:
    shown = (f"<strong>{_cell(s.text)}</strong>" if s.marked else _cell(s.text) for s in segments)
    return "".join(shown)


def _cell(text: str) -> str:
    """Text that stays in its cell and means nothing to Markdown or HTML."""
    return _PUNCTUATION.sub(r"\\\1", html.escape(visible(text), quote=False))
