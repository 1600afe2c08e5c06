"""msglint rules: which rules there are, and whether a folder's rules do what their examples say."""

from __future__ import annotations

from pathlib import Path

import click

from msglint.cli.options import rules_option


@click.group()
def rules() -> None:
    """List the rules and test them."""


@rules.command("list")
@rules_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "markdown"]),
    default="text",
    show_default=True,
    help="A table, or the page docs/rules.md.",
)
def list_rules(folders: tuple[Path, ...], format_: str) -> None:
    """List every rule with its severity and mode."""
    from msglint.checks.load import load_rules
    from msglint.checks.pages import rules_page, rules_table

    loaded = load_rules(folders)
    click.echo(rules_page(loaded) if format_ == "markdown" else rules_table(loaded), nl=False)


@rules.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def test(folder: Path | None) -> None:
    """Run the examples of the rules in FOLDER, or of the built-in rules."""
    from msglint.checks.examples import run_examples
    from msglint.checks.load import builtin_dir, load_folder
    from msglint.errors import EXIT_CLEAN, EXIT_FINDINGS
    from msglint.pipeline import judge_blocks

    loaded = load_folder(folder or builtin_dir())
    results = [result for rule in loaded for result in run_examples(rule, judge_blocks)]
    failed = [result for result in results if not result.ok]
    for result in failed:
        click.echo(f"{result.rule.file}:{result.example.line}: {result.rule.id}: {result.problem}")
        click.echo(f"    {result.example.text}")
    click.echo(f"{len(loaded)} rules, {len(results)} examples, {len(failed)} failed")
    raise SystemExit(EXIT_FINDINGS if failed else EXIT_CLEAN)
