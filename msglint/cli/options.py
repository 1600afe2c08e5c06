"""Options that several commands share, so that they read and mean the same in each."""

from __future__ import annotations

from pathlib import Path

import click

rules_option = click.option(
    "--rules",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A folder with rules of your own.",
)
