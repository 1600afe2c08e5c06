"""Train the judge's cross-encoder with sentence-transformers' own trainer.

    python -m training.cross_encoder BASE OUT [--pairs FOLDER [--sample N]] [--organisations FOLDER]
        [--twins FOLDER] [--passes N] [--rate R]

BASE is a model folder (all-MiniLM-L6-v2, or the OUT of an earlier run), OUT the folder to write. What ships
was trained on the public pairs first (breadth), then on the organisations with a sample of the public pairs.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from datasets import Dataset
from sentence_transformers.cross_encoder import (
    CrossEncoder,
    CrossEncoderTrainer,
    CrossEncoderTrainingArguments,
)
from sentence_transformers.cross_encoder.losses import CrossEntropyLoss
from torch.utils.data import BatchSampler

from training.organisations import organisation_pairs
from training.pairs import LABELS, Pair, training_pairs, twin_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SEED = 20261124
MAX_TOKENS = 192
BATCH = 32


def main(argv: Sequence[str] | None = None) -> None:
    """Train and save; the same seed and data give the same order of batches."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pairs", type=Path, help="folder of public pairs")
    parser.add_argument("--sample", type=int, help="take only so many of the public pairs")
    parser.add_argument("--organisations", type=Path, help="folder of organisations with labelled sentences")
    parser.add_argument("--twins", type=Path, help="folder of statements with claims about them")
    parser.add_argument("--passes", type=float, default=1)
    parser.add_argument("--rate", type=float, default=1e-4)
    arguments = parser.parse_args(argv)
    pairs: list[Pair] = []
    if arguments.pairs:
        public = training_pairs(arguments.pairs)
        pairs += random.Random(SEED).sample(public, arguments.sample) if arguments.sample else public
    if arguments.organisations:
        folders = sorted(file.parent for file in arguments.organisations.glob("*/labels.jsonl"))
        pairs += [pair for folder in folders for pair in organisation_pairs(folder)]
    if arguments.twins:
        pairs += twin_pairs(arguments.twins)
    train(arguments.base, arguments.out, pairs, arguments.passes, arguments.rate)


def train(base: Path, out: Path, pairs: Sequence[Pair], passes: float, rate: float) -> None:
    """Fine-tune `base` on `pairs` with cross-entropy over LABELS and save it to `out`."""
    random.seed(SEED)
    model = CrossEncoder(
        str(base),
        num_labels=len(LABELS),
        max_length=MAX_TOKENS,
        device="cpu",
        model_kwargs={"dtype": torch.float32},
    )
    shuffled = random.sample(list(pairs), len(pairs))
    data = Dataset.from_dict({
        "premise": [pair.premise for pair in shuffled],
        "claim": [pair.claim for pair in shuffled],
        "label": [pair.label for pair in shuffled],
    })  # fmt: skip
    print(f"{len(pairs)} pairs, {passes} passes", flush=True)
    CrossEncoderTrainer(
        model=model,
        args=CrossEncoderTrainingArguments(
            output_dir=str(out / "checkpoints"),
            per_device_train_batch_size=BATCH,
            num_train_epochs=passes,
            learning_rate=rate,
            warmup_steps=0.06,
            weight_decay=0.01,
            bf16=True,
            use_cpu=True,
            seed=SEED,
            save_strategy="no",
            logging_steps=50,
            report_to="none",
            disable_tqdm=True,
            batch_sampler=_by_length,
        ),
        train_dataset=data,
        loss=CrossEntropyLoss(model),
    ).train()
    model.save_pretrained(str(out))


class _LengthSampler(BatchSampler):
    """Batches of pairs of like length, in random order: little padding, so that a CPU can train."""

    def __init__(self, lengths: Sequence[int], batch_size: int) -> None:
        self._lengths, self._batch_size, self.epoch = lengths, batch_size, 0

    def set_epoch(self, epoch: int) -> None:
        self.epoch = epoch

    def __iter__(self) -> Iterator[list[int]]:
        chance = random.Random(SEED + self.epoch)
        order = sorted(range(len(self._lengths)), key=lambda i: self._lengths[i] * chance.uniform(0.85, 1.15))
        batches = [order[i : i + self._batch_size] for i in range(0, len(order), self._batch_size)]
        chance.shuffle(batches)
        self.epoch += 1
        return iter(batches)

    def __len__(self) -> int:
        return -(-len(self._lengths) // self._batch_size)


def _by_length(dataset: Any, batch_size: int, **_: Any) -> _LengthSampler:
    lengths = [
        len(premise) + len(claim) for premise, claim in zip(dataset["premise"], dataset["claim"], strict=True)
    ]
    return _LengthSampler(lengths, batch_size)


if __name__ == "__main__":
    main()
