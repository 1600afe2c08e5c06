"""Reports: one plain function a format, in one table. A report renders and decides nothing."""

from __future__ import annotations

from msglint.report.github import render_github
from msglint.report.html import render_html
from msglint.report.json import render_json
from msglint.report.rule_info import Reporter, RuleInfo
from msglint.report.sarif import render_sarif
from msglint.report.text import render_text

REPORTERS: dict[str, Reporter] = {
    "text": render_text,
    "json": render_json,
    "html": render_html,
    "sarif": render_sarif,
    "github": render_github,
}

__all__ = ["REPORTERS", "Reporter", "RuleInfo"]
