"""Changes written by hand, kind by kind, each beside a look-alike that changes nothing: what the judge names.

    python benchmarks/typed_edits.py [--misses]

All sentences were written without sight of the differ. Those of edits_unseen.jsonl were then only counted;
those of edits_seen.jsonl were read while the differ was improved, and show what it was improved for.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from msglint.judge.verdict import ATTENTION
from msglint.messaging.schema import Messaging
from msglint.model import BlockKind, ChangeKind
from msglint.pipeline import Judge

if TYPE_CHECKING:
    from collections.abc import Sequence

FILES = ("edits_unseen.jsonl", "edits_seen.jsonl")
COLUMNS = ("kind", "changed", "named", "named as it is", "reported", "harmless", "named", "reported")


@dataclass(frozen=True)
class Outcome:
    """What became of one line: the kinds of change named, and whether the claim is reported."""

    kind: str
    expected: str | None
    approved: str
    claim: str
    named: tuple[str, ...]
    reported: bool


def main(argv: Sequence[str] | None = None) -> None:
    """Print a Markdown table, and with --misses every line that came out otherwise than expected."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--misses", action="store_true")
    shown = parser.parse_args(argv).misses
    for file in FILES:
        lines = (Path(__file__).parent / file).read_text(encoding="utf-8").splitlines()
        _print(file, [_outcome(json.loads(line)) for line in lines], shown=shown)


def _print(title: str, outcomes: Sequence[Outcome], *, shown: bool) -> None:
    print(f"\n### {title}\n")
    for cells in (COLUMNS, ["---"] * len(COLUMNS)):
        print(f"| {' | '.join(cells)} |")
    for kind in ChangeKind:
        print(f"| {' | '.join(_row(kind.value, [o for o in outcomes if o.kind == kind]))} |")
    print(f"| {' | '.join(_row('**all**', outcomes))} |")
    for outcome in outcomes if shown else ():
        if outcome.expected not in (*outcome.named, None) or (outcome.expected is None and outcome.named):
            print(
                f"\n{outcome.expected or 'harmless ' + outcome.kind}, "
                f"named {', '.join(outcome.named) or 'nothing'}"
            )
            print(f"  approved  {outcome.approved}\n  claim     {outcome.claim}")


def _outcome(row: dict[str, str]) -> Outcome:
    document = {
        "schema": 1,
        "company": {"name": row["company"]},
        "as_of": "2026-11-01",
        "positioning": [{"id": "S-1", "statement": row["approved"]}],
    }
    if row.get("retired"):
        document["products"] = [{"id": "P-1", "name": f"{row['company']} product", "retired": row["retired"]}]
    judge = Judge(Messaging.model_validate(document))
    weighed = judge.weigh(judge.whole_claims([(row["claim"], BlockKind.BODY)]))
    kinds = tuple(dict.fromkeys(change.kind.value for change in weighed[0].changes))
    reported = judge.verdicts(weighed)[0].verdict in ATTENTION
    return Outcome(row["kind"], row["change"], row["approved"], row["claim"], kinds, reported)


def _row(title: str, outcomes: Sequence[Outcome]) -> list[str]:
    changed = [outcome for outcome in outcomes if outcome.expected]
    harmless = [outcome for outcome in outcomes if not outcome.expected]
    shares = (
        (changed, [bool(outcome.named) for outcome in changed]),
        (changed, [outcome.expected in outcome.named for outcome in changed]),
        (changed, [outcome.reported for outcome in changed]),
        (harmless, [bool(outcome.named) for outcome in harmless]),
        (harmless, [outcome.reported for outcome in harmless]),
    )
    numbers = [f"{sum(hits) / len(rows):.2f}" for rows, hits in shares]
    return [title, str(len(changed)), *numbers[:3], str(len(harmless)), *numbers[3:]]


if __name__ == "__main__":
    main()
