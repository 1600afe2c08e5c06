"""Labelled pairs for the cross-encoder; of public sets, also which half is kept for measuring it."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SUPPORTED, NOT_SUPPORTED, CONFLICTING = range(3)
LABELS = ("supported", "not supported", "conflicting")

_CLASS_OF = {
    "supports": SUPPORTED,
    "supported": SUPPORTED,
    "completely-support": SUPPORTED,
    "nei": NOT_SUPPORTED,
    "not_supports": NOT_SUPPORTED,
    "not_supported": NOT_SUPPORTED,
    "partially_supported": NOT_SUPPORTED,
    "irrelevant": NOT_SUPPORTED,
    "refutes": CONFLICTING,
    "refute": CONFLICTING,
    "inconsistent": CONFLICTING,
}
# Sources whose licence allows their use in shipped weights; see the model card for each one's licence.
WHOLE = ("conjnli_train", "vitaminc_train", "vitaminc_synthetic_train", "negation_nli", "med")
HALVED = (
    "summedits_sent_dev",
    "summedits_pair_dev",
    "fever_symmetric_dev",
    "fm2_dev",
    "sem_anto_neg_dev",
    "contractnli_dev_span",
    "conjnli_dev",
    "wice_claim_dev_oracle",
    "factcheckgpt_stance_dev",
)
MEASURED_ONLY = ("vitaminc_real_dev", "vitaminc_num_dev", "vitaminc_synthetic_dev")


@dataclass(frozen=True)
class Pair:
    """A premise, a claim and the class of the claim given the premise."""

    premise: str
    claim: str
    label: int


def training_pairs(folder: Path) -> list[Pair]:
    """Every pair that may be trained on: whole sources, and the training half of the halved ones."""
    pairs = [pair for stem in WHOLE for pair in read_public(folder / f"{stem}.jsonl")]
    for stem in HALVED:
        training, _ = halves(list(read_public(folder / f"{stem}.jsonl")))
        pairs += training
    return pairs


def twin_pairs(folder: Path) -> list[Pair]:
    """Pairs written for msglint: approved wording, a claim, and one of LABELS."""
    lines = [
        line
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    rows = map(json.loads, lines)
    return [Pair(row["approved"], row["claim"], LABELS.index(row["label"])) for row in rows]


def halves(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Two halves that share no premise and no claim, by a hash of each connected group of pairs."""
    parent: dict[str, str] = {}

    def root(text: str) -> str:
        while (above := parent.setdefault(text, text)) != text:
            text = above
        return text

    for pair in pairs:
        first, second = sorted((root(pair.premise), root(pair.claim)))
        parent[second] = first
    training = [pair for pair in pairs if zlib.crc32(root(pair.premise).encode()) % 2 == 0]
    measured = [pair for pair in pairs if zlib.crc32(root(pair.premise).encode()) % 2 == 1]
    return training, measured


def read_public(path: Path) -> Iterator[Pair]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["label"] in _CLASS_OF:
            yield Pair(row["premise"], row["claim"], _CLASS_OF[row["label"]])
