"""What `fixtures/*/*.expected.yaml` expects of a report, and how a report compares with it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from msglint.model import Finding, Mode, Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FIXTURES = Path(__file__).parents[1] / "fixtures"
SUFFIX = ".expected.yaml"
PARTS = {Mode.CONTRADICTIONS: ("findings",), Mode.COVERAGE: ("findings", "coverage")}


@dataclass(frozen=True, slots=True)
class Expectation:
    """One passage of an asset: `rule` is the rule that should report it, "" for one that must stay silent."""

    asset: Path
    text: str
    rule: str
    change: str | None
    note: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """An expectation with the findings that touch its passage."""

    expected: Expectation
    findings: tuple[Finding, ...]

    @property
    def rule_agrees(self) -> bool:
        return any(finding.rule == self.expected.rule for finding in self.findings)

    @property
    def change_agrees(self) -> bool:
        return any(change.kind == self.expected.change for f in self.findings for change in f.changes)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A report beside what was expected of it. Silent passages are compared in the default mode only."""

    wanted: tuple[Outcome, ...]
    silent: tuple[Outcome, ...]
    findings: tuple[Finding, ...]

    @property
    def missed(self) -> tuple[Expectation, ...]:
        return tuple(outcome.expected for outcome in self.wanted if not outcome.findings)

    @property
    def broken_silences(self) -> tuple[Outcome, ...]:
        return tuple(outcome for outcome in self.silent if outcome.findings)

    @property
    def unexpected(self) -> tuple[Finding, ...]:
        """Findings that touch no passage in which one was expected."""
        expected = {finding for outcome in self.wanted for finding in outcome.findings}
        return tuple(finding for finding in self.findings if finding not in expected)

    @property
    def precision(self) -> float:
        """The share of findings that were expected; 1 without findings."""
        return 1 - len(self.unexpected) / len(self.findings) if self.findings else 1.0

    @property
    def recall(self) -> float:
        """The share of expected passages with a finding; 1 where none is expected."""
        return 1 - len(self.missed) / len(self.wanted) if self.wanted else 1.0


def compare(report: Report) -> Comparison:
    """Compare the open findings of a report with what is written beside each of its assets."""
    paths = {asset.source.name: asset.source.path.resolve() for asset in report.assets}
    by_path: dict[Path, list[Finding]] = {path: [] for path in paths.values()}
    for finding in report.findings:
        if not finding.suppressed:
            by_path[paths[finding.asset]].append(finding)

    def outcomes(*parts: str) -> tuple[Outcome, ...]:
        return tuple(
            Outcome(expected, tuple(f for f in findings if touches(f.text, expected.text)))
            for path, findings in by_path.items()
            for expected in expectations(path, parts)
        )

    silent = outcomes("silent") if report.mode is Mode.CONTRADICTIONS else ()
    findings = tuple(finding for found in by_path.values() for finding in found)
    return Comparison(outcomes(*PARTS[report.mode]), silent, findings)


def expectations(asset: Path, parts: Iterable[str]) -> Iterator[Expectation]:
    """The entries under `parts` of the file beside an asset; none where there is no such file."""
    path = asset.with_name(asset.name + SUFFIX)
    written = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}
    for part in parts:
        for entry in written.get(part, ()):
            rule, change, note = entry.get("rule", ""), entry.get("change"), entry.get("note", "")
            yield Expectation(asset, entry["text"], rule, change, note)


def touches(said: str, expected: str) -> bool:
    """Whether a finding's text holds the expected passage, or is the larger part of it."""
    mine, theirs = _plain(said), _plain(expected)
    return theirs in mine or (mine in theirs and len(mine) > len(theirs) / 2)


def _plain(text: str) -> str:
    """Text without what typesetting adds: ligatures, soft hyphens, curly quotes, line breaks."""
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "").replace("’", "'")
    return " ".join(text.split()).casefold()
