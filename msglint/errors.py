"""Errors a user can act on, each with its place and next step, and the exit codes they lead to."""

from __future__ import annotations

from dataclasses import dataclass

EXIT_CLEAN = 0
EXIT_FINDINGS = 1
EXIT_USAGE = 2
EXIT_UNREADABLE = 3


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a user's file: where, what, and what to do about it."""

    file: str
    message: str
    line: int | None = None
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message}" + (f" ({self.hint})" if self.hint else "")


class UserError(Exception):
    """Usage, configuration or messaging-document errors (exit code 2), all that were found at once."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class UnreadableError(Exception):
    """An asset that cannot be read at all; the message is the reason a user sees (exit code 3)."""
