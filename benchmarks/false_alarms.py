"""Sentences that need no report, written by hand for documents the judge has never seen: what it reports.

    python benchmarks/false_alarms.py [--list]

`faithful` says what an approved statement says, `prose` is what else a company writes, `topic` is about
anything else. They were written without sight of msglint, with many strong words, numbers and negations.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from msglint.judge.verdict import ATTENTION
from msglint.messaging.load import load_messaging
from msglint.model import BlockKind
from msglint.pipeline import Judge

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from msglint.model import Judgement

ORGANISATIONS = Path(__file__).parent / "organisations"
KINDS = ("faithful", "prose", "topic")


def main(argv: Sequence[str] | None = None) -> None:
    """Print the share reported of each kind as a Markdown table, and with --list every one reported."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--list", action="store_true")
    listed = parser.parse_args(argv).list
    judged = [pair for folder in sorted(ORGANISATIONS.iterdir()) for pair in _judged(folder)]
    alarms = [(kind, judgement) for kind, judgement in judged if judgement.verdict in ATTENTION]
    written, reported = Counter(kind for kind, _ in judged), Counter(kind for kind, _ in alarms)
    print("| sentences | n | reported | share |\n| --- | --- | --- | --- |")
    for kind in KINDS:
        print(_row(kind, written[kind], reported[kind]))
    print(_row("**all**", len(judged), len(alarms)))
    for kind, judgement in alarms if listed else ():
        print(f"\n{kind}, {judgement.verdict.value} at {judgement.confidence:.2f}: {judgement.claim.text}")
        print(f"  approved: {judgement.statement_text}")
        for change in judgement.changes:
            print(f"  {change.kind.value}: {change.approved!r} -> {change.found!r}")


def _judged(folder: Path) -> Iterator[tuple[str, Judgement]]:
    judge = Judge(load_messaging([folder / "master_messaging.yaml"]).document)
    lines = (folder / "faithful.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    claims = judge.whole_claims([(row["sentence"], BlockKind.BODY) for row in rows])
    yield from zip((row["kind"] for row in rows), judge.judge(claims), strict=True)


def _row(kind: str, written: int, reported: int) -> str:
    return f"| {kind} | {written} | {reported} | {reported / written:.4f} |"


if __name__ == "__main__":
    main()
