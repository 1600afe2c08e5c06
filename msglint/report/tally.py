"""The numbers of a run, counted once, and the sentence that sums them up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from msglint.model import Report, Severity, Verdict

SURE = 0.9


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one report. Severities count open findings only; `claims` counts every judged sentence.

    `checked` leaves out what claims nothing, `gaps` are skipped regions of assets that were otherwise read,
    `half_read` counts assets of which less than the share `min_coverage` was read.
    """

    severities: dict[Severity, int]
    suppressed: int
    verdicts: dict[Verdict, int]
    assets: int
    flagged_assets: int
    claims: int
    checked: int
    gaps: int
    unreadable: int
    half_read: int = 0
    min_coverage: float = 0.0

    @property
    def open(self) -> int:
        return sum(self.severities.values())

    @property
    def to_fix(self) -> int:
        return self.severities[Severity.ERROR] + self.severities[Severity.WARNING]


def tally(report: Report) -> Tally:
    """Count a report."""
    found = [finding for finding in report.findings if not finding.suppressed]
    severities = Counter(finding.severity for finding in found)
    verdicts = Counter(judgement.verdict for asset in report.assets for judgement in asset.judgements)
    return Tally(
        severities={severity: severities[severity] for severity in Severity},
        suppressed=len(report.findings) - len(found),
        verdicts={verdict: verdicts[verdict] for verdict in Verdict},
        assets=len(report.assets),
        flagged_assets=len({finding.asset for finding in found} & {a.source.name for a in report.assets}),
        claims=verdicts.total(),
        checked=verdicts.total() - verdicts[Verdict.NOT_A_CLAIM],
        gaps=sum(len(asset.document.skipped) for asset in report.assets if asset.document.blocks),
        unreadable=len(report.unreadable),
        half_read=len(report.half_read),
        min_coverage=report.min_coverage,
    )


def plural(number: int, noun: str) -> str:
    """A count with its noun: "1 error", "1,204 errors"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def severity_words(severities: dict[Severity, int]) -> str:
    """The severities that occur: "3 errors, 1 warning"."""
    return ", ".join(plural(number, severity.value) for severity, number in severities.items() if number)


def percent(share: float) -> str:
    """A share in whole percent, rounded down: what lacks a word is never 100%."""
    return f"{int(share * 100 + 1e-9)}%"


def sureness(confidence: float) -> str:
    """A probability as people say it."""
    return "sure" if confidence >= SURE else "likely"


def headline(counts: Tally) -> str:
    """The verdict on the whole run in one sentence, never green when something could not be read."""
    lost = " and ".join(_lost(counts))
    if counts.to_fix:
        fix = f"{plural(counts.to_fix, 'thing')} to fix before this goes out"
        return f"{fix}, and {lost}" if lost else fix
    if lost:
        return f"Not ready: {lost}"
    if not counts.checked and not counts.open:
        return f"Nothing was checked: no {'claims were found' if counts.assets else 'assets were given'}"
    return "Ready: nothing contradicts the master messaging"


def summary(counts: Tally) -> str:
    """The run in one line: "3 errors, 1 warning in 2 of 5 assets; 214 claims checked; 3 regions not read"."""
    found = severity_words(counts.severities)
    within = counts.flagged_assets if found else counts.assets - counts.unreadable
    total = plural(counts.assets, "asset")
    # What is said nowhere is found in no asset but across them.
    where = f"in {total if within == counts.assets else f'{within:,} of {total}'}"
    parts = [
        f"{found or 'Nothing to fix'} {where if within or not found else f'across {total}'}",
        f"{plural(counts.checked, 'claim')} checked",
    ]
    if counts.suppressed:
        parts.append(f"{counts.suppressed:,} suppressed")
    if counts.gaps:
        parts.append(f"{plural(counts.gaps, 'region')} not read")
    return "; ".join([*parts, *_lost(counts)])


def _lost(counts: Tally) -> list[str]:
    """Which assets were not read, or not enough of them."""
    lost = []
    if counts.unreadable:
        lost.append(f"{plural(counts.unreadable, 'asset')} could not be read")
    if counts.half_read:
        least = percent(counts.min_coverage)
        lost.append(f"less than {least} was read of {plural(counts.half_read, 'asset')}")
    return lost
