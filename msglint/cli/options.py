"""Options that several commands share, so that they read and mean the same in each."""

from __future__ import annotations

from pathlib import Path

import click

# What cannot be read is for the readers to name, so that it does not stop the run.
paths_argument = click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False), metavar="PATH..."
)
rules_option = click.option(
    "--rules",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A folder with rules of your own.",
)


def share(context: click.Context, option: click.Parameter, value: str) -> float:
    """An option's share from 0 to 1, written as one (0.9) or as a percentage (90%, 90)."""
    text = value.strip()
    try:
        number = float(text.removesuffix("%"))
    except ValueError:
        number = -1
    found = number / 100 if text.endswith("%") or number > 1 else number
    if not 0 <= found <= 1:
        raise click.BadParameter(f"'{value}' is no share; write 0.9 or 90%", context, option)
    return found
