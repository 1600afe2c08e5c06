"""How fast PDFs are read: pages a second against plain pdfplumber and pypdfium2.

    [MSGLINT_CORPORA=FOLDER] python benchmarks/extraction_pdf.py [PDF ...]

Each file is read whole by `read_pdf` (words, layout, tables, furniture), by pdfplumber's `extract_text` and
by pypdfium2's `get_text_range`, which give lines without layout. The readers take turns on each file, so that
a busy machine slows all alike; the medians of the turns are added up over the files. Pages whose fonts do not
say which characters they draw are read by pdfplumber too; the last line leaves such files out.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium

from msglint.errors import UnreadableError
from msglint.extract.pdf.document import read_pdf

ROOT = Path(__file__).parent.parent
PLACES = (
    (ROOT / "fixtures/pdfs", "*.pdf"),
    (Path(os.environ.get("MSGLINT_CORPORA", "/nowhere")) / "openchain/assets", "**/*.pdf"),
    (ROOT / "build/bench/pdfs", "*.pdf"),
)
_TURNS = 3
_TEXT_PAGE = 800  # characters a page on average make a file one of text pages
_MOST_UNMAPPED = 0.01  # of the characters; files with more are read twice, by pdfplumber too

Reader = Callable[[bytes], object]


@dataclass(frozen=True, slots=True)
class Speed:
    """Pages and seconds of each reader over one set of files."""

    name: str
    pages: int
    msglint: float
    pdfplumber: float
    pypdfium2: float

    @property
    def ratio(self) -> float:
        """How many times the pages a second of plain pdfplumber."""
        return self.pdfplumber / self.msglint


@dataclass(frozen=True, slots=True)
class _Row:
    """One file: what is in it, and the median seconds of each reader."""

    pages: int
    characters: int
    unmapped: int
    seconds: list[float]


def _msglint(data: bytes) -> object:
    try:
        return read_pdf(data, "asset.pdf")
    except UnreadableError:
        return None


def _pdfplumber(data: bytes) -> object:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [(page.extract_text(), page.close()) for page in pdf.pages]


def _pypdfium2(data: bytes) -> int:
    with closing(pypdfium2.PdfDocument(data)) as pdf:
        return sum(len(page.get_textpage().get_text_range()) for page in pdf)


READERS: tuple[Reader, ...] = (_msglint, _pdfplumber, _pypdfium2)


def corpus() -> list[Path]:
    """The PDFs that are there: fixtures, the public assets, and what the producers' benchmark has made."""
    return [path for folder, pattern in PLACES for path in sorted(folder.glob(pattern))]


def measure(paths: Iterable[Path] | None = None, turns: int = _TURNS) -> list[Speed]:
    """Speeds over all files, over those of text pages, and over those of them whose fonts are sound."""
    rows = [row for path in paths or corpus() for row in [_timed(path, turns)] if row is not None]
    text = [row for row in rows if row.characters >= _TEXT_PAGE * row.pages]
    sound = [row for row in text if row.unmapped <= _MOST_UNMAPPED * row.characters]
    return [_total("all files", rows), _total("text pages", text), _total("with sound fonts", sound)]


def _timed(path: Path, turns: int) -> _Row | None:
    """None where a reader cannot open the file."""
    data = path.read_bytes()
    try:
        pages, characters, unmapped = _counts(data)
        times = [[_seconds(reader, data) for reader in READERS] for _ in range(turns)]
    except Exception as error:  # the others' failures are not what is measured
        print(f"left out: {path.name} ({type(error).__name__})", file=sys.stderr)
        return None
    return _Row(pages, characters, unmapped, [median(each) for each in zip(*times, strict=True)])


def _counts(data: bytes) -> tuple[int, int, int]:
    """Pages, characters, and those that the file's fonts do not name."""
    characters = unmapped = 0
    with closing(pypdfium2.PdfDocument(data)) as pdf:
        for page in pdf:
            text = page.get_textpage()
            characters += text.count_chars()
            indices = range(text.count_chars())
            unmapped += sum(pdfium.FPDFText_HasUnicodeMapError(text.raw, index) == 1 for index in indices)
        return len(pdf), characters, unmapped


def _seconds(reader: Reader, data: bytes) -> float:
    start = time.perf_counter()
    reader(data)
    return time.perf_counter() - start


def _total(name: str, rows: Sequence[_Row]) -> Speed:
    sums = [sum(row.seconds[index] for row in rows) for index in range(len(READERS))]
    return Speed(name, sum(row.pages for row in rows), *sums)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("pdfs", nargs="*", type=Path, help="files to read, else all that are there")
    arguments = parser.parse_args(argv)
    print("| pages | number | msglint | pdfplumber | pypdfium2 | against pdfplumber | of pypdfium2 |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for speed in measure(arguments.pdfs or None):
        if speed.pages:
            rates = [speed.pages / each for each in (speed.msglint, speed.pdfplumber, speed.pypdfium2)]
            rates = [*rates, speed.ratio, speed.pypdfium2 / speed.msglint]
            print(f"| {speed.name} | {speed.pages} | " + " | ".join(f"{rate:,.2f}" for rate in rates) + " |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
