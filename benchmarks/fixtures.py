"""Precision and recall over the fixtures, against what is written beside each of them.

    python benchmarks/fixtures.py [--mode coverage] [PATH...]

The fixtures are made up, and msglint was built with them in sight: the numbers show what broke, and not how
good it is.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from expectations import FIXTURES, Comparison, Expectation, compare

from msglint.model import Finding, Mode, Report
from msglint.pipeline import check
from msglint.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MESSAGING = FIXTURES.parent / "master_messaging.yaml"
COLUMNS = (
    *("fixtures", "expected", "found", "same rule", "same change", "findings", "not expected"),
    *("precision", "recall", "silence broken"),
)


def main(argv: Sequence[str] | None = None) -> None:
    """Check the fixtures and print the table, every miss and every false alarm."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path, default=[FIXTURES])
    parser.add_argument("--mode", type=Mode, choices=list(Mode), default=Mode.CONTRADICTIONS)
    arguments = parser.parse_args(argv)
    report = check(Settings(tuple(arguments.paths), (MESSAGING,), mode=arguments.mode))
    print(_table(report))
    whole = compare(report)
    _list("Missed", (_missed(expected) for expected in whole.missed))
    _list("Silence broken", (_alarm(f) for outcome in whole.broken_silences for f in outcome.findings))
    _list("Not expected", (_alarm(finding) for finding in whole.unexpected))


def _table(report: Report) -> str:
    rows = [f"| {' | '.join(COLUMNS)} |", "|---" * len(COLUMNS) + "|"]
    folders = dict.fromkeys(asset.source.path.resolve().parent for asset in report.assets)
    parts = {folder.name: compare(_in_folder(report, folder)) for folder in folders}
    parts["**all**"] = compare(report)
    rows += [_row(name, part) for name, part in parts.items() if part.wanted or part.silent]
    return "\n".join(rows)


def _in_folder(report: Report, folder: Path) -> Report:
    """The part of a report on the assets of one folder."""
    assets = tuple(asset for asset in report.assets if asset.source.path.resolve().parent == folder)
    names = {asset.source.name for asset in assets}
    return replace(report, assets=assets, findings=tuple(f for f in report.findings if f.asset in names))


def _row(name: str, result: Comparison) -> str:
    rules = sum(outcome.rule_agrees for outcome in result.wanted)
    typed = [outcome for outcome in result.wanted if outcome.expected.change]
    changes = sum(outcome.change_agrees for outcome in typed)
    cells = (
        *(
            name,
            len(result.wanted),
            len(result.wanted) - len(result.missed),
            rules,
            f"{changes} of {len(typed)}",
        ),
        *(len(result.findings), len(result.unexpected), f"{result.precision:.2f}", f"{result.recall:.2f}"),
        f"{len(result.broken_silences)} of {len(result.silent)}",
    )
    return f"| {' | '.join(map(str, cells))} |"


def _missed(expected: Expectation) -> str:
    note = f" ({expected.note})" if expected.note else ""
    return f'{expected.asset.relative_to(FIXTURES)}: {expected.rule} "{expected.text}"{note}'


def _alarm(finding: Finding) -> str:
    return f'{finding.asset}, {finding.location}: {finding.rule} {finding.message}: "{finding.text}"'


def _list(title: str, lines: Iterator[str]) -> None:
    items = [f"- {line}" for line in lines]
    print(f"\n{title}: {len(items)}\n", *items, sep="\n")


if __name__ == "__main__":
    main()
