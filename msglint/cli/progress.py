"""A progress bar on standard error for runs over a second; nothing where no one watches."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress, TaskID

PATIENCE_S = 1.0


class ProgressBar:
    """Call it with (done, total, next name); it shows itself once PATIENCE_S have passed on a terminal."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._watched = sys.stderr.isatty()
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, done: int, total: int, name: str) -> None:
        if not self._watched or (self._bar is None and time.monotonic() - self._started < PATIENCE_S):
            return
        if self._bar is None:
            self._bar, self._task = _bar(total)
        if self._task is not None:
            self._bar.update(self._task, completed=done, description=name[-40:])


def _bar(total: int) -> tuple[Progress, TaskID]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("checking"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.start()
    return bar, bar.add_task("", total=total)
