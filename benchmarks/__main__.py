"""`python -m benchmarks`: all benchmarks, one after the other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

NAMES = (
    "fixtures", "typed_edits", "false_alarms", "judge", "engine", "start_up", "extraction", "pdf_producers",
    "robustness",
)  # fmt: skip


def main() -> int:
    """Run each script in a process of its own; 1 if one of them failed."""
    failed = False
    for name in NAMES:
        print(f"\n## {name}\n", flush=True)
        done = subprocess.run((sys.executable, str(Path(__file__).with_name(f"{name}.py"))), check=False)
        failed |= done.returncode != 0
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
