"""The report for a terminal: by asset, finding by finding, found above approved, changed words marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.model import Finding, Report, Severity
from msglint.report.marking import Segment, approved_segments, found_segments
from msglint.report.quoting import place
from msglint.report.reading import AssetPart, asset_parts
from msglint.report.rows import line, printed, row
from msglint.report.rule_info import Rules, rule_of
from msglint.report.style import PLAIN, Style
from msglint.report.tally import headline, severity_words, summary, sureness, tally

if TYPE_CHECKING:
    from rich.text import Text

_MARKS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "·"}
_LOOKS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
_FOUND = "bold red underline"
_APPROVED = "bold green underline"


def render_text(report: Report, rules: Rules, style: Style = PLAIN) -> str:
    """The whole report as lines of at most `style.width` cells. Suppressed findings are only counted."""
    lines: list[Text] = []
    for part in asset_parts(report):
        lines += _asset(part, rules, style)
    lines += _closing(report, style)
    return printed(lines, style)


def _asset(part: AssetPart, rules: Rules, style: Style) -> list[Text]:
    if not (part.open or part.gaps or part.unreadable):
        return []
    counts = {severity: sum(f.severity is severity for f in part.open) for severity in Severity}
    found = [severity_words(counts) or "nothing to fix", *filter(None, [part.read])]
    state = "COULD NOT BE READ" if part.unreadable else "; ".join(found)
    look = "bold red" if part.unreadable else "bold"
    lines = line(f"{part.name}: {state}", style, look=look, first="▌ ", then="▌ ")
    if part.unreadable:
        lines += _unread(part, style)
    for finding in part.open:
        lines += [*_blank(), *_finding(finding, rules, style)]
    if part.gaps and not part.unreadable:
        lines += _blank() if part.open else []
        lines += _rows("not read", [str(gap) for gap in part.gaps], style)
    return [*lines, *_blank()]


def _unread(part: AssetPart, style: Style) -> list[Text]:
    reasons = [str(gap) for gap in part.gaps] or ["no text was found in it"]
    return [
        *_rows("reason", reasons, style, look="red"),
        *_rows("so", ["nothing in it was checked; this is not a clean result"], style, look="red"),
    ]


def _finding(finding: Finding, rules: Rules, style: Style) -> list[Text]:
    rule = rule_of(finding, rules)
    look = _LOOKS[finding.severity]
    where = place(finding.location) or "the asset as a whole"
    likely = "" if sureness(finding.confidence) == "sure" else " (likely)"
    lines = line(where, style, look=look, first=f"  {_MARKS[finding.severity]} ", then="  │ ")
    lines += row(finding.severity.value, _plain(f"{rule.id} {rule.name}{likely}: {finding.message}"), style)
    if found := found_segments(finding):
        lines += row("found", found, style, marked=_FOUND)
    if finding.statement_text:
        lines += row("approved", approved_segments(finding), style, marked=_APPROVED)
    if finding.suggestion and finding.suggestion != finding.statement_text:
        lines += row("use", _plain(finding.suggestion), style)
    return [*lines, *row("id", _plain(finding.fingerprint), style, look="dim")]


def _closing(report: Report, style: Style) -> list[Text]:
    counts = tally(report)
    if counts.open or counts.unreadable or counts.half_read or not counts.checked:
        lines = [*line(f"{headline(counts)}.", style, look="bold"), *line(f"{summary(counts)}", style)]
    else:
        lines = line(f"{headline(counts)}.", style, look="bold green")
        lines += line(f"{summary(counts)}, against {report.messaging_path}", style)
    if worst := _worst(report):
        lines += line(f"Next: msglint explain {worst.rule} says why the rule is there and what passes", style)
    return lines


def _worst(report: Report) -> Finding | None:
    """The first open finding of the gravest severity."""
    found = [finding for part in asset_parts(report) for finding in part.open]
    return min(found, key=lambda finding: list(Severity).index(finding.severity), default=None)


def _rows(label: str, texts: list[str], style: Style, look: str = "") -> list[Text]:
    """Rows that share the label of the first."""
    lines: list[Text] = []
    for text in texts:
        lines += row("" if lines else label, _plain(text), style, look=look)
    return lines


def _plain(text: str) -> list[Segment]:
    return [Segment(text, marked=False)]


def _blank() -> list[Text]:
    from rich.text import Text

    return [Text()]
