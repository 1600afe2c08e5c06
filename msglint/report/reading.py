"""A report taken apart by asset, each with its findings in reading order and what was not read in it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msglint.report.tally import percent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from msglint.model import CheckedAsset, Finding, Location, Report, Skipped

ACROSS = "across all assets"
# What extractors call the region when the whole asset was lost: its reason says it all.
WHOLE = "file"
_NUMBERED = re.compile(r"(slide|page|line|sheet|section) (\d+)\b", re.IGNORECASE)
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Gap:
    """Regions of one asset that were not read for the same reason, in reading order."""

    reason: str
    regions: tuple[str, ...]

    def __str__(self) -> str:
        return self.reason if self.regions == (WHOLE,) else f"{_where(self.regions)}: {self.reason}"


@dataclass(frozen=True, slots=True)
class AssetPart:
    """One asset's share of a report. `asset` is None for findings about no single asset that was read."""

    name: str
    asset: CheckedAsset | None
    findings: tuple[Finding, ...]

    @property
    def open(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if not finding.suppressed)

    @property
    def unreadable(self) -> bool:
        return self.asset is not None and not self.asset.document.blocks

    @property
    def read(self) -> str:
        """How much of it was read ("92% read"), "" where that is all."""
        share = self.asset.document.coverage.share if self.asset else 1.0
        return f"{percent(share)} read" if share < 1 else ""

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return fold(self.asset.document.skipped) if self.asset else ()


def asset_parts(report: Report) -> tuple[AssetPart, ...]:
    """Every asset in the order of the run, then whatever findings name no asset of the run."""
    waiting: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        waiting[finding.asset].append(finding)
    parts = [
        AssetPart(asset.source.name, asset, _in_reading_order(asset, waiting.pop(asset.source.name, [])))
        for asset in report.assets
    ]
    rest = [AssetPart(name or ACROSS, None, tuple(waiting[name])) for name in sorted(waiting)]
    return (*parts, *rest)


def fold(skipped: Iterable[Skipped]) -> tuple[Gap, ...]:
    """Skips with the same reason brought together, reasons in the order they first occur."""
    regions: defaultdict[str, list[str]] = defaultdict(list)
    for skip in skipped:
        regions[skip.reason].append(skip.region)
    return tuple(Gap(reason, tuple(places)) for reason, places in regions.items())


def _in_reading_order(asset: CheckedAsset, findings: list[Finding]) -> tuple[Finding, ...]:
    blocks: dict[tuple[str, ...], int] = {}
    for index, block in enumerate(asset.document.blocks):
        blocks.setdefault(block.location.steps, index)
    sentences: dict[tuple[Location, str], int] = {}
    for index, judgement in enumerate(asset.judgements):
        sentences.setdefault((judgement.claim.location, judgement.claim.text), index)

    def position(finding: Finding) -> tuple[int, tuple[int, int], int, int, str, str]:
        block = blocks.get(finding.location.steps, len(blocks))
        line = finding.location.line or 0, finding.location.column or 0
        sentence = sentences.get((finding.location, finding.text), len(sentences))
        return block, line, sentence, finding.start, finding.rule, finding.fingerprint

    return tuple(sorted(findings, key=position))


def _where(regions: tuple[str, ...]) -> str:
    """The regions in few words: one in full, numbered ones as "slides 3, 7, 9", others by name."""
    if len(regions) == 1:
        return regions[0]
    numbered = [_NUMBERED.match(region) for region in regions]
    nouns = {match[1].lower() for match in numbered if match}
    if all(numbered) and len(nouns) == 1:
        numbers = sorted({int(match[2]) for match in numbered if match})
        places = f" ({len(regions)} places)" if len(regions) > len(numbers) else ""
        return f"{nouns.pop()}{'s' if len(numbers) > 1 else ''} {_ranges(numbers)}{places}"
    more = f" and {len(regions) - _NAMED} more" if len(regions) > _NAMED else ""
    return ", ".join(regions[:_NAMED]) + more


def _ranges(numbers: list[int]) -> str:
    """Sorted numbers as people list them: "3, 7, 9–12"; a range holds three or more."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    listed = (f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)
    return ", ".join(listed)
