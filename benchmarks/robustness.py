"""Files that other readers' test suites keep: what msglint reads of each, how fast, and what it leaves out.

    [MSGLINT_CORPORA=FOLDER] python benchmarks/robustness.py [PATH...]

Without PATH the files are those in MSGLINT_CORPORA/robustness.

Each file is read by `msglint text` in a process of its own, and by each other tool in 30 seconds of its own.
Recall is against the union of what the tools read: every word as often as the tool that has it most often
(`\\w+` runs of two characters or more, after NFKC and case folding), and the share of these that msglint has.
A tool's markup is not counted (comments, link targets, scripts and style sheets); what it makes up otherwise
is, such as the halves of a hyphenated word or a running head once for each page. So a recall under 0.95 says
that a person should look, and the words to look for are printed. Memory is the peaks of msglint's processes
added up, so that pages they share count for each; it is 0 where there is no /proc.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pdf_producers import READERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from pptx.shapes.base import BaseShape

SECONDS = 30
LONGEST = 300  # after which msglint is ended, and counts as broken
LOW_RECALL = 0.95
SHOWN = 15


@dataclass(frozen=True, slots=True)
class Reading:
    """What msglint made of one file: its words, its reasons for what it did not read, and what that cost."""

    words: Counter[str]
    blocks: int
    reasons: tuple[str, ...]
    seconds: float
    peak: float  # MiB

    @property
    def outcome(self) -> str:
        if not self.blocks:
            return self.reasons[0] if self.reasons else "no text and no reason"
        return f"{self.blocks} blocks" + (f", {len(self.reasons)} not read" if self.reasons else "")


@dataclass(frozen=True, slots=True)
class Comparison:
    """One file as msglint and the other tools read it; a tool that failed has its error in `failed`."""

    path: Path
    ours: Reading
    theirs: Mapping[str, Counter[str]]
    failed: Mapping[str, str]

    @property
    def union(self) -> Counter[str]:
        whole: Counter[str] = Counter()
        for words in self.theirs.values():
            whole |= words
        return whole

    @property
    def recall(self) -> float | None:
        """The share of the union that msglint has; None where the tools read nothing."""
        union = self.union
        return (union & self.ours.words).total() / union.total() if union else None


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table and the words left out; 1 if msglint itself broke on a file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--tool", choices=TOOLS, help="only print what this tool reads in the one path")
    arguments = parser.parse_args(argv)
    if arguments.tool:
        text = TOOLS[arguments.tool](*arguments.paths)
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))  # some tools give half surrogate pairs
        return 0
    paths = arguments.paths or corpus()
    if not paths:
        print("skipped: MSGLINT_CORPORA is not set or holds no files under robustness")
        return 0
    results = [_compare(path) for path in paths]
    print(*_table(results), "", *_left_out(results), sep="\n")
    return int(any(_broke(result.ours) for result in results))


def corpus() -> list[Path]:
    """The files of the corpus, without the list of them."""
    if not os.environ.get("MSGLINT_CORPORA"):
        return []
    corpus = Path(os.environ["MSGLINT_CORPORA"]) / "robustness"
    return sorted(path for path in corpus.glob("*") if path.suffix not in {".jsonl", ".md"})


def words_of(text: str) -> Counter[str]:
    """The words of a text as they are counted."""
    return Counter(re.findall(r"\w\w+", unicodedata.normalize("NFKC", text).casefold()))


# Reading one file


def _compare(path: Path) -> Comparison:
    theirs, failed = {}, {}
    for tool in tools_for(path):
        try:
            theirs[tool] = words_of(_output_of(tool, path))
        except (subprocess.SubprocessError, OSError) as error:
            failed[tool] = _why(error)
    return Comparison(path, read(path), theirs, failed)


def read(path: Path) -> Reading:
    """What `msglint text` says of a file, with its wall time and peak memory."""
    command = (sys.executable, "-m", "msglint", "text", "--format", "json", str(path))
    with tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
        peak = _peak_until_end(process)
        seconds = time.perf_counter() - started
        output.seek(0)
        printed = output.read()
    try:
        document = json.loads(printed)
    except ValueError:
        return Reading(Counter(), 0, (f"broke: exit code {process.returncode}",), seconds, peak)
    reasons = tuple(f"{skip['region']}: {skip['reason']}" for skip in document["skipped"])
    text = "\n".join(block["text"] for block in document["blocks"])
    return Reading(words_of(text), len(document["blocks"]), reasons, seconds, peak)


def _peak_until_end(process: subprocess.Popen[bytes]) -> float:
    """Wait for a process; the peaks of it and its descendants, in MiB together.

    Looked up in /proc every 10 ms: the process that reads a file is started, and waited for, by another one.
    """
    end = time.monotonic() + LONGEST
    peaks: dict[int, float] = {}
    while process.poll() is None:
        peaks.update(_peaks(process.pid))
        if time.monotonic() > end:
            process.kill()
        time.sleep(0.01)
    return sum(peaks.values())


def _peaks(pid: int) -> Iterator[tuple[int, float]]:
    """The peak of resident memory so far of a process and of each descendant; none where it has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    if found := re.search(r"VmHWM:\s*(\d+) kB", status):
        yield pid, int(found[1]) / 1024
    for child in children:
        yield from _peaks(int(child))


def _output_of(tool: str, path: Path) -> str:
    command = (sys.executable, __file__, "--tool", tool, str(path))
    done = subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return done.stdout.decode(errors="replace")


def _why(error: Exception) -> str:
    """The error's name, or the last line that the tool's process left."""
    lines = (getattr(error, "stderr", b"") or b"").decode(errors="replace").strip().splitlines()
    timed_out = isinstance(error, subprocess.TimeoutExpired)
    return type(error).__name__ if timed_out or not lines else lines[-1].strip(" -")


def _broke(ours: Reading) -> bool:
    return any("broke:" in reason or "internal error" in reason for reason in ours.reasons)


# The other tools


def _python_pptx(path: Path) -> str:
    from pptx import Presentation

    lines: list[str] = []
    for slide in Presentation(str(path)).slides:
        lines += _texts_of(slide.shapes)
        if slide.has_notes_slide:
            lines += _texts_of(slide.notes_slide.shapes)
    return "\n".join(lines)


def _texts_of(shapes: Iterable[BaseShape]) -> Iterator[str]:
    """The text of frames and table cells, within groups too."""
    from pptx.shapes.autoshape import Shape
    from pptx.shapes.graphfrm import GraphicFrame
    from pptx.shapes.group import GroupShape

    for shape in shapes:
        if isinstance(shape, GroupShape):
            yield from _texts_of(shape.shapes)
        elif isinstance(shape, Shape):
            yield shape.text_frame.text
        elif isinstance(shape, GraphicFrame) and shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)


def _python_docx(path: Path) -> str:
    from docx import Document

    document = Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(paragraph.text for paragraph in document.paragraphs), *cells))


def _beautifulsoup(path: Path) -> str:
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(path.read_bytes(), "lxml")
    for unread in soup(["script", "style", "template"]):
        unread.decompose()
    return soup.get_text("\n")


def _markitdown(path: Path) -> str:
    return re.sub(r"(?s)<!--.*?-->|(?<=\])\([^)]*\)", " ", READERS["markitdown"].read(path))


TOOLS: dict[str, Callable[[Path], str]] = {
    "python-pptx": _python_pptx,
    "python-docx": _python_docx,
    "pdfplumber": READERS["pdfplumber"].read,
    "pypdf": READERS["pypdf"].read,
    "beautifulsoup": _beautifulsoup,
    "markitdown": _markitdown,
}
OWN_TOOLS = {
    ".pptx": ("python-pptx",),
    ".pptm": ("python-pptx",),
    ".docx": ("python-docx",),
    ".pdf": ("pdfplumber", "pypdf"),
    ".html": ("beautifulsoup",),
    ".htm": ("beautifulsoup",),
}


def tools_for(path: Path) -> tuple[str, ...]:
    """The tools that read files of this kind, by its ending."""
    return (*OWN_TOOLS.get(path.suffix.lower(), ()), "markitdown")


# The report


def _table(results: Sequence[Comparison]) -> Iterator[str]:
    yield "| file | msglint | seconds | peak MiB | words of the union | recall | tools that failed |"
    yield "|---|---|---:|---:|---:|---:|---|"
    for result in results:
        ours, recall = result.ours, "" if result.recall is None else f"{result.recall:.3f}"
        seconds, peak = f"{ours.seconds:.1f}", f"{ours.peak:.0f}"
        failed = "; ".join(f"{tool} ({why[:80]})" for tool, why in result.failed.items())
        cells = (result.path.name, ours.outcome, seconds, peak, result.union.total(), recall, failed)
        yield f"| {' | '.join(str(cell).replace('|', '/') for cell in cells)} |"


def _left_out(results: Sequence[Comparison]) -> Iterator[str]:
    """Of every file under the limit, the words most often missing and the tools that have them."""
    low = [result for result in results if result.recall is not None and result.recall < LOW_RECALL]
    yield f"Under {LOW_RECALL}: {len(low)}"
    for result in low:
        missing = result.union - result.ours.words
        words = "; ".join(_missing(result, word, times) for word, times in missing.most_common(SHOWN))
        yield f"\n- {result.path.name}, {result.recall:.3f}, {missing.total()} missing: {words}"
        yield from (f"  - not read: {reason}" for reason in result.ours.reasons[:SHOWN])


def _missing(result: Comparison, word: str, times: int) -> str:
    having = [tool for tool, words in result.theirs.items() if words[word] > result.ours.words[word]]
    return f"{word} ×{times} ({', '.join(having)})"


if __name__ == "__main__":
    sys.exit(main())
