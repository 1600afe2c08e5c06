"""One shipped ONNX model with its tokenizer: texts or pairs of texts in, one row of numbers each out."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.resources.abc import Traversable

    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Encoding

Input = str | tuple[str, str]


class OnnxModel:
    """Runs `name`.onnx of the shipped weights; longer inputs are cut, the longer of a pair first.

    Activations are quantised by the range they have in a run, so that in a batch a row would depend on its
    neighbours. Each input is run alone, one thread a core: the same text always has the same numbers.
    """

    def __init__(self, name: str, max_tokens: int) -> None:
        from onnxruntime import InferenceSession, SessionOptions
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_str(weights("tokenizer.json").read_text(encoding="utf-8"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(max_tokens, strategy="longest_first")
        options = SessionOptions()
        options.intra_op_num_threads = 1
        model = weights(f"{name}.onnx").read_bytes()
        self._session = InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def run(self, inputs: Sequence[Input]) -> NDArray[np.float32]:
        """An (n, d) array, one row per input in their order; equal inputs are computed once."""
        import numpy as np

        if not inputs:
            return np.zeros((0, 0), np.float32)
        distinct = list(dict.fromkeys(inputs))
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            rows = list(threads.map(self._run, self._tokenizer.encode_batch(distinct)))
        row_of = dict(zip(distinct, rows, strict=True))
        return np.stack([row_of[given] for given in inputs])

    def _run(self, encoding: Encoding) -> NDArray[np.float32]:
        import numpy as np

        given = {
            "input_ids": np.array([encoding.ids], np.int64),
            "attention_mask": np.array([encoding.attention_mask], np.int64),
            "token_type_ids": np.array([encoding.type_ids], np.int64),
        }
        return cast("NDArray[np.float32]", self._session.run(None, given)[0][0])


@cache
def digest(name: str) -> str:
    """The first 12 digits of the SHA-256 of `name`.onnx, as written when it was exported."""
    recorded = json.loads(weights("weights.json").read_text(encoding="utf-8"))
    return str(recorded[f"{name}.onnx"]["sha256"])[:12]


def weights(name: str) -> Traversable:
    """A file beside the shipped weights."""
    return resources.files("msglint.runtime").joinpath("weights", name)
