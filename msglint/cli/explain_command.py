"""msglint explain: what a rule looks for, and why."""

from __future__ import annotations

import re
from pathlib import Path

import click


@click.command()
@click.argument("rule_id", metavar="RULE")
@click.option(
    "--rules", "folders", multiple=True, type=click.Path(path_type=Path), help="Add a folder of rules."
)
def explain(rule_id: str, folders: tuple[Path, ...]) -> None:
    """Explain a RULE such as MSG203: what it looks for, why, and its examples."""
    from msglint.checks.load import load_rules
    from msglint.checks.pages import rule_text
    from msglint.errors import Problem, UserError
    from msglint.messaging.validation import did_you_mean

    rules = {rule.id: rule for rule in load_rules(folders)}
    if re.fullmatch(r"[0-9a-f]{16}", rule_id):
        raise UserError(Problem(rule_id, "is a fingerprint; a rule is wanted here", hint="such as MSG203"))
    if rule_id.upper() not in rules:
        near = did_you_mean(rule_id.upper(), list(rules))
        raise UserError(Problem(rule_id, f"there is no such rule{near}", hint="see: msglint rules list"))
    click.echo(rule_text(rules[rule_id.upper()]), nl=False)
