"""`msglint check`: the linter."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from msglint.cli.options import paths_argument, rules_option, share
from msglint.model import Mode, Severity
from msglint.settings import DEFAULT_MESSAGING, DEFAULT_MODEL, Settings


@click.command()
@paths_argument
@click.option(
    "--messaging",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=f"The master messaging document; several are merged. Default: {DEFAULT_MESSAGING} here or above.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="FORMAT[=PATH]",
    help="text, json, html, sarif or github, to standard output or a file; repeatable.",
)
@click.option(
    "--mode",
    type=click.Choice([mode.value for mode in Mode]),
    default=Mode.CONTRADICTIONS.value,
    show_default=True,
    help="contradictions: only what is wrong. coverage: also what is unsupported, off-message or missing.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
@click.option("--audience", default="", help="Whom the assets speak to, as the messaging names audiences.")
@click.option("--market", default="", help="The market the assets are for, as the messaging names markets.")
@rules_option
@click.option("--allow-unreadable", is_flag=True, help="Do not exit 3 for assets that gave no text.")
@click.option(
    "--min-coverage",
    default="0",
    callback=share,
    metavar="SHARE",
    help="Exit 3 when less of an asset was read than this: 0.9 or 90%.",
)
@click.option(
    "-j", "--jobs", type=click.IntRange(1), default=1, show_default=True, help="Read that many files at once."
)
@click.option(
    "--model", default=DEFAULT_MODEL, show_default=True, help="A sentence-transformers model on this machine."
)
@click.option("--no-cache", is_flag=True, help="Judge everything anew and remember nothing.")
def check(
    paths: tuple[Path, ...], messaging: tuple[Path, ...], formats: tuple[str, ...], mode: str, fail_on: str,
    audience: str, market: str, folders: tuple[Path, ...], allow_unreadable: bool, min_coverage: float,
    jobs: int, model: str, no_cache: bool,
) -> None:  # fmt: skip
    """Check decks, PDFs and pages against the master messaging document.

    Exit codes: 0 clean, 1 findings, 2 usage or messaging error, 3 an asset could not be read.
    """
    from msglint.checks.load import load_rules
    from msglint.cli.output import parse_outputs, write_outputs
    from msglint.cli.progress import ProgressBar
    from msglint.pipeline import check as run
    from msglint.store.last_run import remember

    outputs = parse_outputs(formats)
    settings = Settings(
        paths=paths, messaging=messaging or (find_messaging(Path.cwd()),), rules=folders, mode=Mode(mode),
        fail_on=None if fail_on == "never" else Severity(fail_on), allow_unreadable=allow_unreadable,
        audience=audience, market=market, jobs=jobs, model=model, cache_dir=None if no_cache else cache_dir(),
        min_coverage=min_coverage,
    )  # fmt: skip
    with ProgressBar() as progress:
        report = run(settings, progress)
    if settings.cache_dir:
        remember(settings.cache_dir, report, model)
    write_outputs(outputs, report, load_rules(folders))
    sys.exit(report.exit_code(settings.fail_on, allow_unreadable=allow_unreadable))


def find_messaging(folder: Path) -> Path:
    """The nearest master messaging document in `folder` or above; its name alone where there is none."""
    above = (parent / DEFAULT_MESSAGING for parent in (folder, *folder.parents))
    found = next((path for path in above if path.is_file()), None)
    return Path(os.path.relpath(found, folder)) if found else Path(DEFAULT_MESSAGING)


def cache_dir() -> Path:
    """MSGLINT_CACHE_DIR, else the user's cache folder."""
    named = os.environ.get("MSGLINT_CACHE_DIR")
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("msglint")
