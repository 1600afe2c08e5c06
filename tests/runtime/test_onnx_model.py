"""The shipped models: the numbers of the reference, whatever the order, length or repetition of inputs."""

from __future__ import annotations

import hashlib
import json

import numpy as np
import pytest

from msglint.judge.entailment import load_cross_encoder
from msglint.match.encoder import OnnxEncoder, SentenceTransformerEncoder
from msglint.runtime.model import digest, weights

TEXTS = (
    "We cut onboarding from ten days to three.",
    "Onboarding takes three days instead of ten.",
    "3x faster onboarding",
    "The canteen reopens on Monday.",
    "Ärzte sparen Zeit – jeden Tag.",
    "",
    "word " * 400,
    "Customers who move from spreadsheets to the planner save between two and five hours a week, "
    "and most of them say that they would not go back.",
)


def test_embeddings_are_those_of_the_reference() -> None:
    fast, reference = OnnxEncoder().encode(TEXTS), SentenceTransformerEncoder().encode(TEXTS)
    assert (fast * reference).sum(axis=1).min() > 0.97
    similarity = np.abs(fast @ fast.T - reference @ reference.T)
    assert similarity.max() < 0.06
    assert similarity.mean() < 0.02


def test_rows_keep_their_order_and_do_not_depend_on_their_neighbours() -> None:
    encoder = OnnxEncoder()
    together = encoder.encode([*TEXTS, *reversed(TEXTS)])
    assert np.array_equal(together[: len(TEXTS)], together[len(TEXTS) :][::-1])
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
    assert np.array_equal(together[: len(TEXTS)], alone)


def test_nothing_in_nothing_out() -> None:
    assert len(OnnxEncoder().encode([])) == 0


def test_readings_are_probabilities() -> None:
    rows = load_cross_encoder().run([("We save hotels 3 hours a week.", text) for text in TEXTS])
    assert rows.shape == (len(TEXTS), 3)
    assert rows.sum(axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-5)


@pytest.mark.parametrize("name", ["embedding", "cross-encoder"])
def test_the_recorded_hash_is_that_of_the_file(name: str) -> None:
    content = weights(f"{name}.onnx").read_bytes()
    assert hashlib.sha256(content).hexdigest().startswith(digest(name))
    assert len(content) <= 40_000_000
    assert json.loads(weights("weights.json").read_text())[f"{name}.onnx"]["bytes"] == len(content)
