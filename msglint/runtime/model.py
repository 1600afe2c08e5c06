"""One shipped ONNX model with its tokenizer: texts or pairs of texts in, one row of numbers each out."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from importlib.resources.abc import Traversable

    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Encoding

Input = str | tuple[str, str]

# Rows of one batch are padded to the longest; more tokens a batch than this gain nothing on two cores.
BATCH_TOKENS = 2048


class OnnxModel:
    """Runs `name`.onnx of the shipped weights; longer inputs are cut, the longer of a pair first."""

    def __init__(self, name: str, max_tokens: int) -> None:
        from onnxruntime import InferenceSession
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_str(weights("tokenizer.json").read_text(encoding="utf-8"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(max_tokens, strategy="longest_first")
        model = weights(f"{name}.onnx").read_bytes()
        self._session = InferenceSession(model, providers=["CPUExecutionProvider"])

    def run(self, inputs: Sequence[Input]) -> NDArray[np.float32]:
        """An (n, d) array, one row per input in their order; equal inputs are computed once."""
        import numpy as np

        distinct = list(dict.fromkeys(inputs))
        encodings = self._tokenizer.encode_batch(distinct)
        order = sorted(range(len(distinct)), key=lambda index: len(encodings[index]))
        row_of: dict[Input, NDArray[np.float32]] = {}
        for batch in _batches(order, encodings):
            rows = self._run([encodings[index] for index in batch])
            row_of.update(zip((distinct[index] for index in batch), rows, strict=True))
        return np.stack([row_of[given] for given in inputs]) if inputs else np.zeros((0, 0), np.float32)

    def _run(self, encodings: Sequence[Encoding]) -> NDArray[np.float32]:
        import numpy as np

        shape = (len(encodings), max(len(encoding) for encoding in encodings))
        ids, mask, types = (np.zeros(shape, np.int64) for _ in range(3))
        for row, encoding in enumerate(encodings):
            length = len(encoding)
            ids[row, :length], mask[row, :length] = encoding.ids, encoding.attention_mask
            types[row, :length] = encoding.type_ids
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": types}
        return cast("NDArray[np.float32]", self._session.run(None, given)[0])


def _batches(order: Sequence[int], encodings: Sequence[Encoding]) -> Iterator[list[int]]:
    """Runs of inputs of like length, each within BATCH_TOKENS once padded."""
    batch: list[int] = []
    for index in order:
        if batch and (len(batch) + 1) * len(encodings[index]) > BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


@cache
def digest(name: str) -> str:
    """The first 12 digits of the SHA-256 of `name`.onnx, as written when it was exported."""
    recorded = json.loads(weights("weights.json").read_text(encoding="utf-8"))
    return str(recorded[f"{name}.onnx"]["sha256"])[:12]


def weights(name: str) -> Traversable:
    """A file beside the shipped weights."""
    return resources.files("msglint.runtime").joinpath("weights", name)
