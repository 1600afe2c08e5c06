"""Every exit code, and what decides between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cli_driver import Msglint

WARNS = """\
schema: 1
company: {name: Larkmill}
value_propositions: [{id: VP-1, statement: Larkmill cuts invoice review time by 40 %.}]
terminology: [{id: T-1, use: invoice, avoid: [bill]}]
"""
MSG301 = "MSG301 retired-name: 'Invoice Wizard' is now called 'Larkmill Ledger' (P-1)"

CODES = [
    (["clean.md"], 0),
    (["drift.md"], 1),
    (["clean.md", "drift.md"], 1),
    (["drift.md", "--fail-on", "never"], 0),
    (["drift.md", "--fail-on", "warning"], 1),
    (["empty.md"], 3),
    (["drift.md", "empty.md"], 3),
    (["drift.md", "empty.md", "--fail-on", "never"], 3),
    (["drift.md", "empty.md", "--allow-unreadable"], 1),
    (["clean.md", "empty.md", "--allow-unreadable"], 0),
    (["drift.md", "empty.md", "--allow-unreadable", "--fail-on", "never"], 0),
]


@pytest.mark.parametrize(("arguments", "code"), CODES, ids=[" ".join(case) for case, _ in CODES])
def test_check(larkmill: Msglint, arguments: Sequence[str], code: int) -> None:
    larkmill.write(empty_md="")
    assert larkmill("check", *arguments).code == code


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("never", 0)])
def test_a_warning_fails_only_where_asked_for(larkmill: Msglint, fail_on: str, code: int) -> None:
    larkmill.write(master_messaging_yaml=WARNS, asset_md="Larkmill reads every bill.\n")
    result = larkmill("check", "asset.md", "--fail-on", fail_on)
    assert "warning  │ MSG303" in result.stdout
    assert result.code == code


def test_the_first_findings_stay_in_sight_when_an_asset_cannot_be_read(larkmill: Msglint) -> None:
    larkmill.write(empty_md="")
    result = larkmill("check", "empty.md", "drift.md")
    assert result.code == 3
    assert MSG301 in result.stdout
    assert "the file is empty (0 bytes); export or download it again" in result.stdout


# What a user gets wrong, and the whole of what msglint answers.
MISTAKES = {
    "missing file": (
        ["check", "gone.md"],
        "msglint: gone.md: no such file or folder (check the spelling of the path)\n",
    ),
    "two missing files": (
        ["check", "gone.md", "drift.md", "lost.md"],
        "msglint: gone.md: no such file or folder (check the spelling of the path)\n"
        "msglint: lost.md: no such file or folder (check the spelling of the path)\n",
    ),
    "folder without assets": (
        ["check", "folder"],
        "msglint: folder: holds no asset (msglint reads .pptx, .pptm, .ppsx, .ppsm, .potx, .potm, .docx, "
        ".docm, .dotx, .dotm, .pdf, .html, .htm, .xhtml, .md, .markdown, .mdx, .txt)\n",
    ),
    "missing messaging": (
        ["check", "drift.md", "--messaging", "gone.yaml"],
        "msglint: gone.yaml: there is no such file "
        "(check the path; docs/messaging.md shows how to start a document)\n",
    ),
    "missing rules": (
        ["check", "drift.md", "--rules", "gone"],
        "msglint: gone: there is no such folder (name a folder of rule files (*.yaml))\n",
    ),
    "missing model": (
        ["check", "drift.md", "--no-cache", "--model", "gone"],
        "msglint: gone: the embedding model cannot be loaded (name a folder, or download the model into the "
        "local hub cache first; nothing is fetched here)\n",
    ),
    "misspelt format": (
        ["check", "drift.md", "--format", "jsn"],
        "msglint: --format: unknown format 'jsn', did you mean 'json'? (write FORMAT or FORMAT=FILE)\n",
    ),
    "unknown format": (
        ["check", "drift.md", "--format", "docx=x"],
        "msglint: --format: unknown format 'docx'; known are text, json, html, sarif, github "
        "(write FORMAT or FORMAT=FILE)\n",
    ),
    "format without file": (
        ["check", "drift.md", "--format", "json="],
        "msglint: --format: 'json=' names no file (write json=FILE or json)\n",
    ),
    "two reports on standard output": (
        ["check", "drift.md", "--format", "json", "--format", "sarif"],
        "msglint: --format: json and sarif cannot share standard output "
        "(write all but one to files, such as --format sarif=report.sarif)\n",
    ),
    "misspelt rule": (
        ["explain", "MSG2033"],
        "msglint: MSG2033: there is no such rule, did you mean 'MSG203'? (see: msglint rules list)\n",
    ),
    "missing labels": (
        ["eval", "pairs", "gone.jsonl"],
        "msglint: gone.jsonl: cannot be read: [Errno 2] No such file or directory: 'gone.jsonl'\n",
    ),
}


@pytest.mark.parametrize(("arguments", "said"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_one_line_with_the_next_step(
    larkmill: Msglint, arguments: Sequence[str], said: str
) -> None:
    (larkmill.home / "folder").mkdir()
    result = larkmill(*arguments)
    assert (result.code, result.stdout, result.stderr) == (2, "", said)


# The last line of what click says of a command line that it cannot read.
USAGE = {
    "misspelt command": (["chek", "drift.md"], "Error: No such command 'chek'. Did you mean 'check'?"),
    "unknown command": (
        ["zzz"],
        "Error: No such command 'zzz'. Commands: check, text, messaging, rules, explain, eval.",
    ),
    "no path": (["check"], "Error: Missing argument 'PATH...'."),
    "misspelt option": (
        ["check", "drift.md", "--mesaging", "x"],
        "Error: No such option '--mesaging'. Did you mean '--messaging'?",
    ),
    "unknown mode": (
        ["check", "drift.md", "--mode", "all"],
        "Error: Invalid value for '--mode': 'all' is not one of 'contradictions', 'coverage'.",
    ),
    "no jobs": (
        ["check", "drift.md", "-j", "0"],
        "Error: Invalid value for '-j' / '--jobs': 0 is not in the range x>=1.",
    ),
}


@pytest.mark.parametrize(("arguments", "said"), USAGE.values(), ids=USAGE)
def test_wrong_usage(larkmill: Msglint, arguments: Sequence[str], said: str) -> None:
    result = larkmill(*arguments)
    assert (result.code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1] == said


HEAD = "schema: 1\ncompany: {name: Larkmill}\n"
DOCUMENTS = {
    "unknown key": (
        f"{HEAD}value_propositons: []\n",
        "m.yaml:3: unknown key 'value_propositons', did you mean 'value_propositions'?\n",
    ),
    "bad date": (
        f'{HEAD}as_of: "2026-02-30"\n',
        "m.yaml:3: 'as_of': '2026-02-30' is not a day of the calendar; "
        'write "YYYY-MM-DD", "YYYY-MM" or "YYYY", in quotes\n',
    ),
    "duplicate id": (
        f"{HEAD}problems:\n  - {{id: X, statement: a}}\n  - {{id: X, statement: b}}\n",
        "m.yaml:5: the id 'X' is already used in line 4 (rename one)\n",
    ),
    "unquoted no": (
        f"{HEAD}banned_claim_words: [{{word: no}}]\n",
        "m.yaml:3: 'word': YAML reads no as false in B-1 (put it in quotes: \"no\")\n",
    ),
    "unquoted off": (
        f"{HEAD}terminology: [{{id: T-1, use: x, avoid: [off]}}]\n",
        "m.yaml:3: an entry of 'avoid': YAML reads off as false in T-1 (put it in quotes: \"off\")\n",
    ),
    "two mistakes": (
        f"{HEAD}as_of: 2026\ngaol: x\n",
        "m.yaml:3: 'as_of': a bare date needs quotes: \"2026\"\n"
        "m.yaml:4: unknown key 'gaol', did you mean 'goal'?\n",
    ),
    "empty": (
        "",
        "msglint: m.yaml: is empty, not a master messaging document (see docs/messaging.md for a start)\n",
    ),
}


@pytest.mark.parametrize("command", ["check", "lint"])
@pytest.mark.parametrize(("document", "said"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_mistake_in_the_messaging_names_its_line(
    larkmill: Msglint, document: str, said: str, command: str
) -> None:
    larkmill.write(m_yaml=document)
    commands = {
        "check": ("check", "drift.md", "--messaging", "m.yaml"),
        "lint": ("messaging", "lint", "m.yaml"),
    }
    result = larkmill(*commands[command])
    assert (result.code, result.stdout, result.stderr) == (2, "", said)


def test_messaging_is_found_above(larkmill: Msglint) -> None:
    folder = larkmill.home / "decks" / "spring"
    folder.mkdir(parents=True)
    (larkmill.home / "clean.md").rename(folder / "clean.md")
    larkmill.home = folder
    result = larkmill("check", "clean.md")
    assert result.code == 0
    assert "against ../../master_messaging.yaml\n" in result.stdout


def test_no_messaging_at_all(msglint: Msglint) -> None:
    msglint.write(a_md="Words.\n")
    result = msglint("check", "a.md")
    assert (result.code, result.stdout) == (2, "")
    assert result.stderr == (
        "msglint: master_messaging.yaml: there is no such file "
        "(check the path; docs/messaging.md shows how to start a document)\n"
    )


def test_a_bug_is_said_to_be_one(larkmill: Msglint, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("msglint.pipeline.find_sources", broken)
    result = larkmill("check", "drift.md")
    assert (result.code, result.stdout) == (3, "")
    assert "crashed: RuntimeError('boom'). This is a bug in msglint, not in your file" in result.stderr


def test_a_bug_in_judging_one_asset_loses_no_other(
    larkmill: Msglint, monkeypatch: pytest.MonkeyPatch
) -> None:
    from msglint.pipeline import Judge

    judge = Judge.asset

    def broken(self: Judge, source: object, document: object) -> object:
        if getattr(source, "name", "") == "clean.md":
            raise RuntimeError("boom")
        return judge(self, source, document)  # type: ignore[arg-type]

    monkeypatch.setattr(Judge, "asset", broken)
    result = larkmill("check", "clean.md", "drift.md")
    assert result.code == 3
    assert "internal error (RuntimeError: boom); please report it" in result.stdout
    assert MSG301 in result.stdout
