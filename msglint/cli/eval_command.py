"""`msglint eval`: measure the judge on labelled data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from msglint.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from msglint.evaluate.claims import ClaimsResult
    from msglint.evaluate.pairs import PairsResult

_FORMAT = click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print the measures.",
)
_MODEL = click.option(
    "--model", default=DEFAULT_MODEL, show_default=True, help="A sentence-transformers model on this machine."
)


@click.group("eval")
def evaluate() -> None:
    """Measure the judge on labelled data."""


@evaluate.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE.jsonl...")
@_FORMAT
@_MODEL
def pairs(files: tuple[Path, ...], output: str, model: str) -> None:
    """Pairs of {premise, claim, label}: can the judge tell supported from refuted?"""
    from msglint.evaluate.labels import read_pairs
    from msglint.evaluate.pairs import evaluate_pairs

    results = {path.stem: evaluate_pairs(list(read_pairs(path)), model) for path in files}
    click.echo(_pairs_json(results) if output == "json" else _pairs_text(results))


@evaluate.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.jsonl")
@click.option(
    "--messaging",
    multiple=True,
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The master messaging document the labels refer to; several are merged.",
)
@_FORMAT
@_MODEL
def claims(file: Path, messaging: tuple[Path, ...], output: str, model: str) -> None:
    """Sentences of {sentence, label, statement_id}: does the judge give the verdict a reader gave?"""
    from msglint.evaluate.claims import evaluate_claims
    from msglint.evaluate.labels import read_claim_labels
    from msglint.messaging.load import load_messaging

    document = load_messaging(messaging).document
    result = evaluate_claims(list(read_claim_labels(file)), document, model)
    click.echo(_claims_json(result) if output == "json" else _claims_text(result))


def _pairs_json(results: dict[str, PairsResult]) -> str:
    from dataclasses import asdict

    return json.dumps(
        {"schema": 1, "sources": {name: asdict(result) for name, result in results.items()}}, indent=2
    )


def _claims_json(result: ClaimsResult) -> str:
    from dataclasses import asdict

    return json.dumps({"schema": 1, **asdict(result)}, indent=2)


def _pairs_text(results: dict[str, PairsResult]) -> str:
    columns = ("vs refuted", "vs rest", "balanced", "macro-F1", "spearman")
    head = " ".join([f"{'source':<32} {'n':>6}", *(f"{column:>10}" for column in columns)])
    rows = [
        f"{name:<32} {r.n:>6} {_number(r.auroc_supports_vs_refutes):>10} "
        f"{_number(r.auroc_supports_vs_rest):>10} {_number(r.balanced_accuracy):>10} "
        f"{_number(r.macro_f1):>10} {_number(r.spearman):>10}"
        for name, r in results.items()
    ]
    return "\n".join([head, *rows])


def _claims_text(result: ClaimsResult) -> str:
    scores = f"accuracy {result.accuracy:.3f}, macro-F1 {result.macro_f1:.3f}"
    lines = [f"{result.n} sentences in {result.seconds:.1f} s: {scores}"]
    lines += [
        f"  {name:<14} precision {s.precision:.2f}  recall {s.recall:.2f}  F1 {s.f1:.2f}  ({s.n})"
        for name, s in result.per_label.items()
    ]
    lines.append(
        f"right statement first {_number(result.statement_top1)}, among five {_number(result.statement_top5)}"
    )
    kinds = (("needs attention", result.needs_attention), ("flagged in coverage mode", result.flagged))
    lines += [
        f"{name}: precision {found.precision:.2f}, recall {found.recall:.2f}, AUROC {_number(found.auroc)}"
        for name, found in kinds
    ]
    return "\n".join(lines)


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
