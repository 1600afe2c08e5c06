"""The report as GitHub workflow commands, which the runner turns into pull-request annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.model import Finding, Report, Severity
from msglint.report.message import one_line
from msglint.report.quoting import place, visible
from msglint.report.reading import AssetPart, asset_parts
from msglint.report.rule_info import Rules, rule_of
from msglint.report.tally import headline, plural, summary, tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# GitHub shows ten annotations of each level a step and drops the others without a word.
MOST = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render_github(report: Report, rules: Rules) -> str:
    """A `::error file=…::` line for each unreadable asset and each open finding, at most ten a level.

    Lines that begin with "msglint:" say what was not read, what was left out and how the run went.
    """
    parts = asset_parts(report)
    lost = [_unreadable(part) for part in parts if part.unreadable]
    lines: list[str] = []
    left: list[str] = []
    for severity, command in _COMMANDS.items():
        commands = [*lost] if severity is Severity.ERROR else []
        commands += [_annotation(command, finding, rules) for finding in _open(parts, severity)]
        lines += commands[:MOST]
        if len(commands) > MOST:
            left.append(plural(len(commands) - MOST, f"more {severity.value}"))
    lines += [f"msglint: {visible(told)}" for told in _told(parts)]
    if left:
        lines.append(
            f"msglint: {', '.join(left)} not shown here, but in the step summary and every other format"
        )
    counts = tally(report)
    return "\n".join([*map(_inert, lines), f"msglint: {headline(counts)}. {summary(counts)}"]) + "\n"


def _open(parts: Iterable[AssetPart], severity: Severity) -> list[Finding]:
    return [finding for part in parts for finding in part.open if finding.severity is severity]


def _told(parts: Iterable[AssetPart]) -> Iterator[str]:
    for part in parts:
        if not part.unreadable:
            yield from (f"not read in {part.name} ({part.read}): {gap}" for gap in part.gaps)


def _annotation(command: str, finding: Finding, rules: Rules) -> str:
    rule = rule_of(finding, rules)
    where = place(finding.location)
    properties = {
        "file": finding.asset,
        "line": str(finding.location.line or ""),
        "col": str(finding.location.column or "") if finding.location.line else "",
        "title": f"{rule.id} {rule.name}" + (f" at {where}" if where else ""),
    }
    return _command(command, properties, one_line(finding))


def _unreadable(part: AssetPart) -> str:
    reasons = "; ".join(map(str, part.gaps)) or "no text was found in it"
    message = f"{part.name} could not be read, so nothing in it was checked ({reasons})"
    return _command("error", {"file": part.name, "title": "Could not be read"}, message)


def _command(name: str, properties: dict[str, str], message: str) -> str:
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    return f"::{name}{' ' + given if given else ''}::{_data(visible(message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")


def _inert(text: str) -> str:
    """The runner also obeys the older "##[command]" form, anywhere in a line."""
    return text.replace("##[", "# #[")
