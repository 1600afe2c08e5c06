"""The judge beside plain similarity, on labelled sentences and pairs.

    MSGLINT_BENCH=FOLDER MSGLINT_CORPORA=FOLDER python benchmarks/judge.py [--limit 2000]

MSGLINT_BENCH holds `companies/NAME/{master_messaging.yaml,labels.jsonl}` and `pairs/*.jsonl`, MSGLINT_CORPORA
the folder `openchain/` with the same two files as a company. What is not set is skipped, and said so; the
organisations of this folder, on which nothing was trained, fitted or tuned, are always measured.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from msglint.evaluate.claims import ATTENTION, evaluate_claims
from msglint.evaluate.labels import LabelledClaim, LabelledPair, read_claim_labels, read_pairs
from msglint.evaluate.metrics import auroc
from msglint.evaluate.pairs import REFUTED, evaluate_pairs
from msglint.match.encoder import load_encoder
from msglint.messaging.load import load_messaging
from msglint.pipeline import Judge
from msglint.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from msglint.messaging.schema import Messaging

SLICES = {
    "summedits_sent_dev": "small edits of business sentences",
    "vitaminc_real_dev": "facts edited in an encyclopedia",
    "vitaminc_num_dev": "the same, numbers only",
    "fever_symmetric_dev": "contradictions without give-away words",
    "sem_anto_neg_dev": "antonyms and negations",
    "fm2_dev": "claims written to be hard",
    "contractnli_dev_span": "statements against contract clauses",
}
UNSEEN = Path(__file__).parent / "organisations"
SEED = 7
FITTED = """The shipped combiner was fitted on these very companies, so the rows show how it fits and not how
it does on a company it has never seen. `training/combiner.py` prints numbers for companies left out."""
CLAIM_COLUMNS = (
    *("sentences of", "n", "accuracy", "macro-F1", "right statement first", "among five"),
    *("attention: precision", "recall", "AUROC", "drift against on-message: judge", "cosine", "seconds"),
)
PAIR_COLUMNS = ("pairs of", "what they test", "n", "judge", "cosine", "balanced accuracy")


def main(argv: Sequence[str] | None = None) -> None:
    """Print a Markdown table for each kind of data that is there."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--limit", type=int, default=2000, help="most pairs of a slice")
    limit = parser.parse_args(argv).limit
    rows = [_claims_row(folder) for folder in sorted(UNSEEN.iterdir())]
    _print("Organisations never seen", CLAIM_COLUMNS, [*rows, _mean_row(rows)])
    if corpora := _folder("MSGLINT_CORPORA", "openchain"):
        _print("A real organisation", CLAIM_COLUMNS, [_claims_row(corpora)])
    if companies := _folder("MSGLINT_BENCH", "companies"):
        folders = [folder for folder in sorted(companies.iterdir()) if folder.is_dir()]
        rows = [_claims_row(folder) for folder in folders]
        _print("Fictional companies (fitted)", CLAIM_COLUMNS, [*rows, _mean_row(rows)])
        print(f"\n{FITTED}")
    if pairs := _folder("MSGLINT_BENCH", "pairs"):
        files = {pairs / f"{name}.jsonl": about for name, about in SLICES.items()}
        rows = [_pairs_row(path, about, limit) for path, about in files.items() if path.is_file()]
        _print("Pairs: AUROC, supported against refuted", PAIR_COLUMNS, rows)


def _folder(variable: str, name: str) -> Path | None:
    folder = Path(os.environ[variable]) / name if os.environ.get(variable) else None
    if folder is None or not folder.is_dir():
        reason = f"{folder} is not there" if folder else f"{variable} is not set"
        print(f"skipped {name}: {reason}")
        return None
    return folder


def _claims_row(folder: Path) -> list[str]:
    rows = list(read_claim_labels(folder / "labels.jsonl"))
    document = load_messaging([folder / "master_messaging.yaml"]).document
    result = evaluate_claims(rows, document, DEFAULT_MODEL)
    judge, cosine = _drift_against_on_message(rows, document)
    attention = result.needs_attention
    measures = (
        *(result.accuracy, result.macro_f1, result.statement_top1, result.statement_top5),
        *(attention.precision, attention.recall, attention.auroc, judge, cosine),
    )
    return [folder.name, str(result.n), *map(_number, measures), f"{result.seconds:.1f}"]


def _mean_row(rows: Sequence[Sequence[str]]) -> list[str]:
    """The mean of each column over the companies that have it, each company counting alike."""
    columns = ([float(cell) for cell in column if cell] for column in list(zip(*rows, strict=True))[1:])
    return ["**mean**", *(f"{sum(column) / len(column):.3f}" if column else "" for column in columns)]


def _drift_against_on_message(
    rows: Sequence[LabelledClaim], document: Messaging
) -> tuple[float | None, float | None]:
    """AUROC of the judge and of the best cosine on the same sentences: those that are about a statement."""
    about = [row for row in rows if row.label in ATTENTION or row.label == "on-message"]
    judge = Judge(document)
    claims = judge.whole_claims([(row.sentence, row.kind) for row in about])
    drifted = [row.label in ATTENTION for row in about]
    nearest = [max((c.similarity for c in found), default=0.0) for found in judge.search(claims)]
    judged = auroc(drifted, [judgement.attention for judgement in judge.judge(claims)])
    return judged, auroc(drifted, [-similarity for similarity in nearest])


def _pairs_row(path: Path, about: str, limit: int) -> list[str]:
    pairs = _unseen(path.stem, list(read_pairs(path)))
    chosen = random.Random(SEED).sample(pairs, limit) if len(pairs) > limit else pairs
    result = evaluate_pairs(chosen, DEFAULT_MODEL)
    measures = (result.auroc_supports_vs_refutes, _cosine(chosen), result.balanced_accuracy)
    return [path.stem, about, str(result.n), *map(_number, measures)]


def _unseen(slice_name: str, pairs: list[LabelledPair]) -> list[LabelledPair]:
    """The pairs of a slice that the cross-encoder was not trained on."""
    sys.path.append(str(Path(__file__).parent.parent))
    from training.pairs import HALVED, halves

    return list(halves(pairs)[1]) if slice_name in HALVED else pairs


def _cosine(pairs: Sequence[LabelledPair]) -> float | None:
    settled = [pair for pair in pairs if pair.label == "supports" or pair.label in REFUTED]
    encoder = load_encoder(DEFAULT_MODEL)
    premises = encoder.encode([pair.premise for pair in settled])
    cosines = (premises * encoder.encode([pair.claim for pair in settled])).sum(axis=1)
    return auroc([pair.label == "supports" for pair in settled], cosines.tolist())


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _print(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    print(f"\n### {title}\n")
    for cells in (columns, ["---"] * len(columns), *rows):
        print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
