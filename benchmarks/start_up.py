"""How long a rep waits: one deck through msglint, cold and warm, beside the naive script on the same machine.

    python benchmarks/start_up.py [--runs 5]

Every run is a process of its own, and the kinds take turns, so that a busy machine slows all of them alike.
Read the ratios; the seconds are only there to show what they come from.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median

from decks import MESSAGING, SLIDES, write_deck

HERE = Path(__file__).parent
MSGLINT = (sys.executable, "-c", "from msglint.cli import main; main()")
PACKAGES = ("msglint", "torch", "sentence-transformers", "spacy")

NAIVE = "naive script"
COLD = "msglint check, nothing remembered"
WARM = "msglint check, the same deck again"
HELP = "msglint --help"
IMPORT = 'python -c "import sentence_transformers"'

Times = Mapping[str, Sequence[float]]


def main(argv: Sequence[str] | None = None) -> None:
    """Measure and print a Markdown table of medians and ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5, help="rounds to measure; one more warms the disk up")
    runs = parser.parse_args(argv).runs
    with tempfile.TemporaryDirectory() as folder:
        deck = Path(folder) / "deck.pptx"
        sentences = write_deck(deck)
        print(
            f"{SLIDES} slides, {sentences} sentences; {runs} rounds; {os.cpu_count()} cores; {_versions()}\n"
        )
        _round(deck, Path(folder) / "warm-up")
        rounds = [_round(deck, Path(folder) / str(number)) for number in range(runs)]
    print(_table({kind: [times[kind] for times in rounds] for kind in rounds[0]}))


def _round(deck: Path, cache: Path) -> dict[str, float]:
    """Seconds of one run of each kind; the cache is empty for the cold one, and the warm one follows it."""
    check = (*MSGLINT, "check", str(deck), "--messaging", str(MESSAGING))
    return {
        NAIVE: _seconds((sys.executable, str(HERE / "naive.py"), str(deck), str(MESSAGING)), cache),
        COLD: _seconds(check, cache),
        WARM: _seconds(check, cache),
        HELP: _seconds((*MSGLINT, "--help"), cache),
        IMPORT: _seconds((sys.executable, "-c", "import sentence_transformers"), cache),
    }


def _seconds(command: Sequence[str], cache: Path) -> float:
    """The wall time of a command that ends with 0, or with 1 for findings."""
    started = time.perf_counter()
    done = subprocess.run(
        command,
        env={**os.environ, "MSGLINT_CACHE_DIR": str(cache)},
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = time.perf_counter() - started
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        raise SystemExit(f"{' '.join(command)} exited with {done.returncode}:\n{done.stderr}")
    return seconds


def _table(times: Times) -> str:
    """Each kind with its median and range, and the median of its ratio to the naive run of the same round."""
    rows = ["| run | median | range | times the naive script |", "|---|---|---|---|"]
    for kind, seconds in times.items():
        ratio = median(mine / naive for mine, naive in zip(seconds, times[NAIVE], strict=True))
        spread = f"{min(seconds):.2f} to {max(seconds):.2f} s"
        rows.append(f"| {kind} | {median(seconds):.2f} s | {spread} | {ratio:.2f} |")
    return "\n".join(rows)


def _versions() -> str:
    return ", ".join(
        [f"Python {platform.python_version()}", *(f"{name} {version(name)}" for name in PACKAGES)]
    )


if __name__ == "__main__":
    main()
