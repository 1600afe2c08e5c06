"""Known texts typeset by many PDF producers, read back by msglint and by four other tools.

    python benchmarks/pdf_producers.py [--words PDF]

The texts of `benchmarks/texts` are typeset justified and hyphenated, in one column and in two under a title
across both; two of the three with a running head and page numbers. The files are kept in `build/bench/pdfs`
with the truth beside each as .txt, and made again only when they are not there.

The score is the word-level F1 in order: twice the longest common subsequence of words, over the words of both
sides. Order is what two columns put at risk and a bag of words cannot see, so the mean of the F1 of bags is
only printed beneath. Words are split at white space after NFKC and case folding, without soft hyphens (and
PDFium's mark for them), bullet marks and the punctuation around them; "%" and currency signs stay. The truth
is the body alone: a running head counts as extra words, for every tool alike, each time the tool prints it.
"""

from __future__ import annotations

import argparse
import difflib
import importlib.util
import re
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

from texts.typeset import PRODUCERS, SOFT_HYPHEN, TEXTS, Text, load_text, produced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

COLUMNS = (1, 2)
SOFT_HYPHENS = f"[{SOFT_HYPHEN}\ufffe]"  # PDFium prints U+FFFE for a hyphen at a line's end


@dataclass(frozen=True, slots=True)
class Reader:
    """How one tool gives a PDF's text, and the module it needs."""

    read: Callable[[Path], str]
    needs: tuple[str, ...]


def _msglint(path: Path) -> str:
    from msglint.extract.pdf.document import read_pdf
    from msglint.model import BlockKind

    unseen = {BlockKind.META, BlockKind.LINK}
    blocks = read_pdf(path.read_bytes(), path.name).blocks
    return "\n".join(block.text for block in blocks if block.kind not in unseen)


def _pdfplumber(path: Path) -> str:
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def _pypdf(path: Path) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def _pypdfium2(path: Path) -> str:
    from pypdfium2 import PdfDocument

    return "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(path))


def _markitdown(path: Path) -> str:
    from markitdown import MarkItDown

    return MarkItDown(enable_plugins=False).convert(path).text_content


READERS: dict[str, Reader] = {
    "msglint": Reader(_msglint, ("msglint",)),
    "pdfplumber": Reader(_pdfplumber, ("pdfplumber",)),
    "pypdf": Reader(_pypdf, ("pypdf",)),
    "pypdfium2": Reader(_pypdfium2, ("pypdfium2",)),
    "markitdown": Reader(_markitdown, ("markitdown",)),
}


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return [word for word in map(_bare, re.sub(SOFT_HYPHENS, "", folded).split()) if word]


def _bare(word: str) -> str:
    kept = [index for index, character in enumerate(word) if _counts(character)]
    return word[kept[0] : kept[-1] + 1] if kept else ""


def _counts(character: str) -> bool:
    """Whether a character at the edge of a word belongs to it: letters, marks, digits, currency and "%"."""
    category = unicodedata.category(character)
    return category[0] in "LMN" or category == "Sc" or character == "%"


def f1_in_order(truth: Sequence[str], found: Sequence[str]) -> float:
    """Twice the longest common subsequence over the words of both."""
    return 2 * _longest_common(truth, found) / max(1, len(truth) + len(found))


def f1_of_bags(truth: Sequence[str], found: Sequence[str]) -> float:
    """The same with words counted wherever they stand."""
    return 2 * (Counter(truth) & Counter(found)).total() / max(1, len(truth) + len(found))


def _longest_common(left: Sequence[str], right: Sequence[str]) -> int:
    """The length of the longest common subsequence, with a row of the table as one integer (Hyyrö 2004)."""
    places: Counter[str] = Counter()
    for index, word in enumerate(left):
        places[word] |= 1 << index
    everywhere = row = (1 << len(left)) - 1
    for word in right:
        matched = row & places[word]
        row = ((row + matched) | (row - matched)) & everywhere
    return len(left) - row.bit_count()


Scores = dict[str, tuple[float, float]]  # by reader: F1 in order, F1 of bags


def main(argv: Sequence[str] | None = None) -> int:
    """Typeset what is missing, read everything and print the table.

    Returns 1 if msglint does not lead on the mean, or is behind any tool by over one point on any row.
    """
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", metavar="PDF", type=Path, help="print what msglint gets wrong in one file")
    arguments = parser.parse_args(argv)
    if arguments.words:
        return _print_differences(arguments.words)
    texts = [load_text(path) for path in sorted(TEXTS.glob("*.md"))]
    readers = {name: reader for name, reader in READERS.items() if not _skipped(name, reader.needs)}
    rows = dict(_rows(texts, readers))
    return _print_table(rows, list(readers)) if rows and len(readers) > 1 else 1


def _rows(texts: Sequence[Text], readers: Mapping[str, Reader]) -> Iterator[tuple[tuple[str, int], Scores]]:
    for name, producer in PRODUCERS.items():
        if _skipped(name, producer.needs):
            continue
        for columns in COLUMNS:
            try:
                files = [produced(name, text, columns) for text in texts]
            except (subprocess.SubprocessError, OSError) as error:
                print(f"skipped: {name} in {columns} column(s): {error}")
            else:
                yield (name, columns), {key: _scores(reader, files) for key, reader in readers.items()}


def _skipped(name: str, needs: Iterable[str]) -> bool:
    absent = [need for need in needs if not shutil.which(need) and not importlib.util.find_spec(need)]
    if absent:
        print(f"skipped: {name}, for want of {', '.join(absent)}")
    return bool(absent)


def _scores(reader: Reader, files: Sequence[Path]) -> tuple[float, float]:
    """The mean of both scores over the files; a file that the tool cannot read scores 0."""
    pairs = [(words_of(path.with_suffix(".txt").read_text("utf-8")), _read(reader, path)) for path in files]
    return mean(f1_in_order(*pair) for pair in pairs), mean(f1_of_bags(*pair) for pair in pairs)


def _read(reader: Reader, path: Path) -> list[str]:
    try:
        return words_of(reader.read(path))
    except Exception as error:  # whatever a tool raises is its result, and said
        print(f"failed: {reader.needs[0]} on {path.name}: {type(error).__name__}: {error}")
        return []


def _print_table(rows: Mapping[tuple[str, int], Scores], readers: Sequence[str]) -> int:
    print(f"\n| producer | columns | {' | '.join(readers)} |\n|---|---:|{'---:|' * len(readers)}")
    for (name, columns), scores in rows.items():
        print(_row(name, columns, [scores[reader][0] for reader in readers]))
    means = {reader: mean(scores[reader][0] for scores in rows.values()) for reader in readers}
    print(_row("**mean**", "", means.values()))
    print(_row("bag of words", "", [mean(s[reader][1] for s in rows.values()) for reader in readers]))
    return _print_verdict(rows, means)


def _row(name: str, columns: object, values: Iterable[float]) -> str:
    return f"| {name} | {columns} | {' | '.join(f'{100 * value:.1f}' for value in values)} |"


def _print_verdict(rows: Mapping[tuple[str, int], Scores], means: Mapping[str, float]) -> int:
    """Say by how much msglint leads on the mean, and where it is furthest behind; 1 if either is not met."""
    others = [reader for reader in means if reader != "msglint"]
    best = max(others, key=lambda reader: means[reader])
    lead = means["msglint"] - means[best]
    worst, row, reader = min(
        (scores["msglint"][0] - scores[other][0], row, other)
        for row, scores in rows.items()
        for other in others
    )
    print(f"\nMean: {100 * lead:+.1f} points against {best}, the best of the others.")
    print(f"Worst difference: {100 * worst:+.1f} points, against {reader} on {row[0]} in {row[1]} column(s).")
    return int(lead <= 0 or worst < -0.01)


def _print_differences(path: Path) -> int:
    """The words on which msglint and the truth differ, as a word diff."""
    truth = words_of(path.with_suffix(".txt").read_text("utf-8"))
    lines = difflib.unified_diff(truth, words_of(_msglint(path)), "truth", "msglint", n=3, lineterm="")
    print(*lines, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
