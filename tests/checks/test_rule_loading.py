"""Rule files of users: what is wrong with them is said with file, line and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_driver import Msglint

from msglint.checks.load import load_folder, load_rules
from msglint.errors import UserError

GOOD = """\
id: ACME1
name: no-synergy
check: banned
severity: warning
message: "'{found}' says nothing"
why: Nobody knows what it means.
examples:
  flags:
    - {text: Synergy!, messaging: &m {company: {name: Acme}, banned_claim_words: [{word: synergy}]}}
  passes:
    - {text: Savings., messaging: *m}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("r").mkdir()
    return Path("r")


MISTAKES = {
    "unknown check": (
        ("check: banned", "check: baned"),
        "r/a.yaml:3: there is no check 'baned', did you mean 'banned'?",
    ),
    "unknown key": (("why:", "because:"), "r/a.yaml:6: unknown key 'because'"),
    "unknown severity": (
        ("severity: warning", "severity: fatal"),
        "r/a.yaml:4: 'severity' is 'fatal' (use error, warning or note)",
    ),
    "unknown placeholder": (
        ("'{found}'", "'{fond}'"),
        "r/a.yaml:5: '{fond}' stands for nothing here, did you mean 'found'?",
    ),
    "unknown option": (
        ("examples:", "with: {kinds: [x]}\nexamples:"),
        "r/a.yaml:7: unknown key 'kinds'",
    ),
    "unknown kind of block": (
        ("examples:", "scope: [titel]\nexamples:"),
        "r/a.yaml:7: an entry of 'scope' is 'titel'",
    ),
    "no passes": (
        ("  passes:\n    - {text: Savings., messaging: *m}\n", ""),
        "r/a.yaml:7: the key 'passes' is missing",
    ),
    "bad messaging": (
        ("company: {name: Acme}", "compny: {name: Acme}"),
        "r/a.yaml:9: unknown key 'compny', did you mean 'company'?",
    ),
}


@pytest.mark.parametrize(("edit", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes(folder: Path, edit: tuple[str, str], expected: str) -> None:
    (folder / "a.yaml").write_text(GOOD.replace(*edit))
    with pytest.raises(UserError) as caught:
        load_folder(folder)
    assert expected in str(caught.value)
    assert "pydantic" not in str(caught.value)


def test_the_problems_of_all_files_come_together(folder: Path) -> None:
    (folder / "a.yaml").write_text("")
    (folder / "b.yaml").write_text(GOOD)
    (folder / "c.yaml").write_text(GOOD)
    with pytest.raises(UserError) as caught:
        load_folder(folder)
    assert [str(problem) for problem in caught.value.problems] == [
        "r/a.yaml: is empty; it should hold a rule",
        "r/c.yaml: the rule ACME1 is already in r/b.yaml",
    ]


def test_a_users_rule_is_added_or_replaces_a_built_in_one(folder: Path) -> None:
    (folder / "a.yaml").write_text(GOOD)
    (folder / "b.yaml").write_text(GOOD.replace("ACME1", "MSG304"))
    loaded = {rule.id: rule for rule in load_rules([folder])}
    assert loaded["ACME1"].name == "no-synergy"
    assert loaded["MSG304"].severity == "warning"


def test_commands(folder: Path) -> None:
    (folder / "a.yaml").write_text(GOOD)
    run = Msglint(Path())
    listed = run("rules", "list", "--rules", "r")
    assert listed.stdout.startswith("ACME1    warning  contradictions  no-synergy\nMSG101   error ")
    assert run("rules", "list", "--rules", "none").code == 2
    shown = run("explain", "acme1", "--rules", "r")
    assert shown.stdout.startswith(
        "ACME1 no-synergy (warning, contradictions mode)\n\nNobody knows what it means.\n"
    )
    missing = run("explain", "MSG2033")
    assert (missing.code, missing.stderr) == (
        2,
        "msglint: MSG2033: there is no such rule, did you mean 'MSG203'? (see: msglint rules list)\n",
    )
    assert run("explain", "0123456789abcdef").code == 2
    assert run("rules", "test", "none").code == 2
