"""Completeness both ways: rule files, checks, examples and documentation know each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from asset_factory import literal_judge

from msglint.checks import CHECKS
from msglint.checks.change import ChangeOptions
from msglint.checks.examples import run_examples
from msglint.checks.load import builtin_dir, load_rules
from msglint.checks.pages import rules_page
from msglint.checks.verdict import VerdictOptions
from msglint.model import ChangeKind, Verdict

if TYPE_CHECKING:
    from msglint.checks.rule import Rule

RULES = load_rules()
NEEDS_JUDGE = ("verdict", "change")
"""Checks whose examples need a real judge; they run where there is one."""


def test_every_rule_names_a_check_and_every_check_has_a_rule() -> None:
    assert {rule.check for rule in RULES} == set(CHECKS)


def test_every_check_is_a_file_and_every_check_file_is_in_the_table() -> None:
    folder = Path(__file__).parents[2] / "msglint" / "checks"
    files = {
        path.stem for path in folder.glob("*.py") if "\nCHECK = Check(" in path.read_text(encoding="utf-8")
    }
    assert files == set(CHECKS)


def test_every_kind_of_change_and_every_bad_verdict_is_some_rule_s_business() -> None:
    kinds = {kind for rule in RULES if isinstance(rule.options, ChangeOptions) for kind in rule.options.kinds}
    assert kinds == set(ChangeKind)
    verdicts = {
        v for rule in RULES if isinstance(rule.options, VerdictOptions) for v in rule.options.verdicts
    }
    assert verdicts == {Verdict.CONTRADICTION, Verdict.UNSUPPORTED, Verdict.OFF_MESSAGE}


def test_files_are_named_after_their_rules() -> None:
    assert [Path(rule.file).name for rule in RULES] == [f"{rule.id}-{rule.name}.yaml" for rule in RULES]
    assert len(list(builtin_dir().iterdir())) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_reasons_and_both_kinds_of_example(rule: Rule) -> None:
    assert len(rule.why) > 40
    assert len(rule.flags) >= 2
    assert len(rule.passes) >= 2


def test_the_page_about_rules_is_up_to_date() -> None:
    page = Path(__file__).parents[2] / "docs" / "rules.md"
    wanted = "msglint rules list --format markdown > docs/rules.md"
    assert page.read_text(encoding="utf-8") == rules_page(RULES), wanted
    assert all(f"\n## {rule.id}\n" in page.read_text(encoding="utf-8") for rule in RULES)


@pytest.mark.parametrize("rule", [r for r in RULES if r.check not in NEEDS_JUDGE], ids=lambda rule: rule.id)
def test_examples_of_rules_about_words(rule: Rule) -> None:
    assert [f"{r.example.text}: {r.problem}" for r in run_examples(rule, literal_judge) if not r.ok] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_with_the_real_judge(rule: Rule) -> None:
    pipeline = pytest.importorskip("msglint.pipeline")
    assert [
        f"{r.example.text}: {r.problem}" for r in run_examples(rule, pipeline.judge_blocks) if not r.ok
    ] == []
