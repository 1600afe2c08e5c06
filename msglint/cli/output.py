"""Where reports go: the parsing of --format, and writing each report to its file or to standard output."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from msglint.errors import Problem, UserError
from msglint.messaging.validation import did_you_mean
from msglint.report import REPORTERS, RuleInfo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from msglint.checks.rule import Rule
    from msglint.model import Report


@dataclass(frozen=True, slots=True)
class Output:
    """One report to render; `path` is None for standard output."""

    format: str
    path: Path | None = None


def parse_outputs(specs: Sequence[str]) -> tuple[Output, ...]:
    """Read "FORMAT" and "FORMAT=PATH"; text goes to standard output where nothing else does."""
    outputs = [_parse(spec) for spec in specs]
    printed = [output.format for output in outputs if output.path is None]
    if len(printed) > 1:
        hint = f"write all but one to files, such as --format {printed[1]}=report.{printed[1]}"
        raise UserError(
            Problem("--format", f"{' and '.join(printed)} cannot share standard output", hint=hint)
        )
    return tuple(outputs if printed else [*outputs, Output("text")])


def _parse(spec: str) -> Output:
    name, equals, path = spec.partition("=")
    if name not in REPORTERS:
        near = did_you_mean(name, list(REPORTERS))
        raise UserError(
            Problem("--format", f"unknown format '{name}'{near}", hint="write FORMAT or FORMAT=FILE")
        )
    if equals and not path:
        raise UserError(Problem("--format", f"'{spec}' names no file", hint=f"write {name}=FILE or {name}"))
    return Output(name, Path(path) if path else None)


def write_outputs(outputs: Sequence[Output], report: Report, rules: Sequence[Rule]) -> None:
    """Render each output; files are named on standard error, so that a pipe gets only its report."""
    infos = {rule.id: RuleInfo(rule.id, rule.name, rule.why, rule.severity) for rule in rules}
    for output in outputs:
        if output.path is None:
            click.echo(_printed(output.format, report, infos), nl=False)
        else:
            _write(output.path, REPORTERS[output.format](report, infos))
        if output.format == "github":
            _step_summary(report, infos)


def _printed(name: str, report: Report, infos: dict[str, RuleInfo]) -> str:
    if name != "text":
        return REPORTERS[name](report, infos)
    from msglint.report.style import terminal_style
    from msglint.report.text import render_text

    return render_text(report, infos, terminal_style(sys.stdout, os.environ))


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UserError(Problem(str(path), f"the report cannot be written: {error.strerror}")) from None
    click.echo(f"wrote {path}", err=True)


def _step_summary(report: Report, infos: dict[str, RuleInfo]) -> None:
    target = os.environ.get("GITHUB_STEP_SUMMARY")
    if target:
        from msglint.report.github_summary import github_summary

        with Path(target).open("a", encoding="utf-8") as file:
            file.write(github_summary(report, infos))
