"""Export a sentence-transformers model to int8 ONNX for msglint/runtime.

python -m training.export embedding                 # the default embedding model, from its package
python -m training.export cross-encoder FOLDER      # a folder written by training.cross_encoder
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import AutoModel, AutoModelForSequenceClassification

from msglint.match.encoder import DEFAULT_MODEL, model_path

if TYPE_CHECKING:
    from collections.abc import Sequence

WEIGHTS = Path(__file__).parent.parent / "msglint" / "runtime" / "weights"
INPUTS = ("input_ids", "attention_mask", "token_type_ids")


class _Embedding(torch.nn.Module):
    """Mean of the token vectors, scaled to length one, as the model's own pooling does."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.model = AutoModel.from_pretrained(folder, attn_implementation="eager").eval()

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> torch.Tensor:
        tokens = self.model(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        weight = attention_mask.unsqueeze(-1).to(tokens.dtype)
        return torch.nn.functional.normalize((tokens * weight).sum(1) / weight.sum(1), dim=1)


class _Classifier(torch.nn.Module):
    """Probabilities of the cross-encoder's classes."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.model = AutoModelForSequenceClassification.from_pretrained(
            folder, attn_implementation="eager", dtype=torch.float32
        ).eval()

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> torch.Tensor:
        logits = self.model(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).logits
        return torch.softmax(logits, dim=1)


def main(argv: Sequence[str] | None = None) -> None:
    """Export one model and record its hash and origin in weights.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("which", choices=("embedding", "cross-encoder"))
    parser.add_argument("folder", type=Path, nargs="?")
    arguments = parser.parse_args(argv)
    if arguments.which == "embedding":
        _export(_Embedding(Path(model_path(DEFAULT_MODEL))), "embedding", DEFAULT_MODEL)
    else:
        _export(_Classifier(arguments.folder), "cross-encoder", "training/cross_encoder.py")


def _export(module: torch.nn.Module, name: str, origin: str) -> None:
    example = torch.ones(2, 16, dtype=torch.long)
    axes = {given: {0: "batch", 1: "tokens"} for given in INPUTS}
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            module,
            (example, example, torch.zeros_like(example)),
            str(full),
            input_names=list(INPUTS),
            output_names=["rows"],
            dynamic_axes=axes | {"rows": {0: "batch"}},
            opset_version=17,
            dynamo=False,
        )
        # Seven bits per weight: eight overflow on processors without VNNI (onnxruntime's advice).
        quantize_dynamic(
            full,
            WEIGHTS / f"{name}.onnx",
            op_types_to_quantize=["MatMul", "Gather", "Gemm"],
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
        )
    _record(f"{name}.onnx", origin)


def _record(file: str, origin: str) -> None:
    path = WEIGHTS / "weights.json"
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    content = (WEIGHTS / file).read_bytes()
    known[file] = {
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        "from": origin,
        "date": date.today().isoformat(),
    }
    path.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(file, known[file])


if __name__ == "__main__":
    main()
