"""msglint messaging: the master messaging document's own life."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def messaging() -> None:
    """Look after the master messaging document."""


@messaging.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")
def lint(files: tuple[Path, ...], strict: bool) -> None:
    """Check master messaging FILES: their shape, and where they contradict themselves.

    Several files are merged in order. Exits with 2 when they do not load.
    """
    from msglint.errors import EXIT_CLEAN, EXIT_FINDINGS
    from msglint.messaging.lint import lint_messaging
    from msglint.messaging.load import load_messaging
    from msglint.model import Severity

    remarks = lint_messaging(load_messaging(files))
    for remark in remarks:
        problem = remark.problem
        place = f"{problem.file}:{problem.line}" if problem.line else problem.file
        hint = f" ({problem.hint})" if problem.hint else ""
        click.echo(f"{place}: {remark.severity}: {problem.message}{hint}")
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    failed = any(remark.severity in failing for remark in remarks)
    raise SystemExit(EXIT_FINDINGS if failed else EXIT_CLEAN)


@messaging.command()
def schema() -> None:
    """Print the JSON Schema of the master messaging document."""
    from msglint.messaging.json_schema import json_schema

    click.echo(json_schema(), nl=False)
