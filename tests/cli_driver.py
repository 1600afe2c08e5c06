"""The one way tests run msglint's command line: scrubbed environment, own folder, own cache."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

import msglint
from msglint.cli import main

# Sentences are judged a few at a time here: threads would mostly wait for each other.
ONE_THREAD = {"OMP_NUM_THREADS": "1"}
MESSAGING = """\
schema: 1
company: {name: Larkmill}
products: [{id: P-1, name: Larkmill Ledger, retired: [Invoice Wizard]}]
value_propositions:
  - {id: VP-1, statement: Larkmill Ledger cuts invoice review time by 40 %.}
"""
DRIFT = "Invoice Wizard reads every invoice.\n"
CLEAN = "Larkmill Ledger cuts invoice review time by 40 %.\n"


@dataclass(frozen=True, slots=True)
class Result:
    """What a run left behind."""

    code: int
    stdout: str
    stderr: str


@dataclass
class Msglint:
    """msglint in the folder `home`; call it with arguments, or `process` them in a Python of its own."""

    home: Path
    extra: dict[str, str] = field(default_factory=dict)

    def write(self, **files: str | bytes) -> None:
        """Write files below the folder; `drift_md` is drift.md."""
        for name, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            (self.home / ".".join(name.rsplit("_", 1))).write_bytes(data)

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        own = {"HOME": str(self.home), "MSGLINT_CACHE_DIR": str(self.home / "cache"), "LC_ALL": "C.UTF-8"}
        return kept | own | ONE_THREAD | self.extra

    def __call__(self, *arguments: str | Path) -> Result:
        """Run in this process, where models that are already loaded are used again."""
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        before = Path.cwd()
        os.chdir(self.home)
        try:
            with (
                mock.patch.dict(os.environ, self.environment, clear=True),
                mock.patch.object(sys, "argv", ["msglint", *map(str, arguments)]),
                redirect_stdout(out),
                redirect_stderr(err),
            ):
                code = _code(main)
        finally:
            os.chdir(before)
        return Result(code, *(stream.buffer.getvalue().decode() for stream in (out, err)))

    def process(self, *arguments: str | Path, script: str = "from msglint.cli import main; main()") -> Result:
        """Run `script` with these arguments in a new Python, with everything it loads and leaves behind."""
        path = os.pathsep.join([str(Path(msglint.__file__).parents[1]), self.extra.get("PYTHONPATH", "")])
        done = subprocess.run(
            [sys.executable, "-c", script, *map(str, arguments)],
            cwd=self.home,
            env=self.environment | {"PYTHONPATH": path},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        return Result(done.returncode, done.stdout, done.stderr)


def _code(run: Any) -> int:
    try:
        run()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    return 0
