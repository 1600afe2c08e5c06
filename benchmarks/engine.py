"""The shipped engine beside sentence-transformers on torch, in the same run and taking turns.

    [MSGLINT_BENCH=FOLDER] python benchmarks/engine.py [--runs 3]

Embedding: sentences a second of both on the sentences of training/companies, and, where MSGLINT_BENCH has
pairs/stsb_dev.jsonl, the rank correlation with its scores. Judging: the sentences of the start-up deck with
the messaging read, against the time that a process takes to import sentence_transformers.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from decks import MESSAGING, sentences

from msglint.evaluate.labels import read_claim_labels, read_pairs
from msglint.evaluate.metrics import spearman
from msglint.match.encoder import OnnxEncoder, SentenceTransformerEncoder
from msglint.messaging.load import load_messaging
from msglint.model import BlockKind
from msglint.pipeline import Judge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from msglint.match.encoder import Encoder

COMPANIES = Path(__file__).parent.parent / "training" / "companies"
TEXTS = 1000
SENTENCES = 300
WARM_UP = ["A first sentence, so that loading is not timed."]


def main(argv: Sequence[str] | None = None) -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args(argv).runs
    _judging(runs)
    _embedding(runs)


def _embedding(runs: int) -> None:
    texts = _texts()
    encoders: dict[str, Encoder] = {"onnxruntime": OnnxEncoder(), "torch": SentenceTransformerEncoder()}
    rounds = [
        {name: _seconds(encoder, texts) for name, encoder in encoders.items()} for _ in range(runs + 1)
    ][1:]
    rates = {name: len(texts) / median(times[name] for times in rounds) for name in encoders}
    ratio = median(times["torch"] / times["onnxruntime"] for times in rounds)
    print(f"embedding {len(texts)} sentences: {json.dumps({k: round(v) for k, v in rates.items()})} a second")
    print(f"  onnxruntime is {ratio:.2f} times as fast")
    bench = Path(os.environ.get("MSGLINT_BENCH", "")) / "pairs" / "stsb_dev.jsonl"
    if not os.environ.get("MSGLINT_BENCH") or not bench.is_file():
        print("  STS-B skipped: MSGLINT_BENCH is not set or has no pairs/stsb_dev.jsonl")
        return
    pairs = list(read_pairs(bench))
    for name, encoder in encoders.items():
        left, right = (
            encoder.encode(side) for side in zip(*((p.premise, p.claim) for p in pairs), strict=True)
        )
        found = spearman([float(pair.label) for pair in pairs], (left * right).sum(axis=1).tolist())
        print(f"  STS-B, Spearman, {name}: {100 * (found or 0):.2f}")


def _texts() -> list[str]:
    files = sorted(COMPANIES.glob("*/labels.jsonl"))
    return [row.sentence for file in files for row in read_claim_labels(file)][:TEXTS]


def _seconds(encoder: Encoder, texts: Sequence[str]) -> float:
    encoder.encode(WARM_UP)
    started = time.perf_counter()
    encoder.encode(texts)
    return time.perf_counter() - started


def _judging(runs: int) -> None:
    judge = Judge(load_messaging([MESSAGING]).document)
    claims = judge.whole_claims([(text, BlockKind.BODY) for text in islice(sentences(MESSAGING), SENTENCES)])
    judge.judge(judge.whole_claims([(WARM_UP[0], BlockKind.BODY)]))
    asserting = sum(claim.asserts for claim in claims)
    rounds = []
    for _ in range(runs):
        started = time.perf_counter()
        judge.judge(claims)
        judged = time.perf_counter() - started
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", "import sentence_transformers"], check=True)
        rounds.append((judged, time.perf_counter() - started))
    seconds = [median(side) for side in zip(*rounds, strict=True)]
    print(f"judging {len(claims)} sentences ({asserting} assert something): {seconds[0]:.2f} s")
    print(f"  import sentence_transformers: {seconds[1]:.2f} s; ratio {seconds[0] / seconds[1]:.2f}")


if __name__ == "__main__":
    main()
