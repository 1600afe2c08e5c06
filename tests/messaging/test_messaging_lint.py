"""What lint says about a document, and the commands around it."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_driver import Msglint
from click.testing import CliRunner

from msglint.cli.messaging_command import messaging
from msglint.messaging.digest import digest
from msglint.messaging.lint import lint_messaging
from msglint.messaging.load import load_messaging

HEAD = 'schema: 1\nas_of: "2026-06-30"\ncompany: {name: Larkmill}\n'

REMARKS = {
    "clean": ("positioning: [{id: A, statement: We check invoices.}]\n", []),
    "same wording twice": (
        "positioning: [{id: A, statement: We check invoices.}]\n"
        "problems: [{id: B, statement: we check INVOICES}]\n",
        ["m.yaml:5: warning: B says the same as A: 'we check INVOICES'"],
    ),
    "missing successor": (
        "retired_statements: [{statement: x, replaced_by: NO-1}, {statement: y}]\n",
        [
            "m.yaml:4: error: R-1 is replaced by 'NO-1', which does not exist",
            "m.yaml:4: warning: R-2 is retired without a successor",
        ],
    ),
    "retired successor": (
        "problems:\n- {id: A, statement: x, status: retired, replaced_by: B}\n"
        "- {id: B, statement: y, status: retired, replaced_by: C}\n- {id: C, statement: z}\n",
        ["m.yaml:5: warning: A is replaced by B, which is retired itself"],
    ),
    "stale and without source": (
        "problems:\n- id: A\n  statement: x\n  proof_points:\n"
        '  - {id: P, statement: y, valid_until: "2026-05"}\n'
        '  - {id: Q, statement: z, source: s, valid_until: "2026-06"}\n',
        ["m.yaml:8: warning: P was valid until 2026-05", "m.yaml:8: note: P has no source"],
    ),
    "own words": (
        "products: [{id: P-1, name: Larkmill Match, retired: [MatchPoint]}]\n"
        "positioning:\n- {id: A, statement: MatchPoint makes paying effortless.}\n"
        "- {id: B, statement: Every bill is checked.}\n"
        "- {id: C, statement: 'Larkmill Match (formerly MatchPoint) works.'}\n"
        "negative_statements: [{id: N, statement: We never say effortless.}]\n"
        "terminology: [{id: T, use: invoice, avoid: bill}]\nbanned_claim_words: [{word: effortless}]\n",
        [
            "m.yaml:6: warning: A uses the banned word 'effortless'",
            "m.yaml:6: warning: A uses the retired product name 'MatchPoint'",
            "m.yaml:7: warning: B uses what T says to avoid, 'bill'",
        ],
    ),
    "use and avoid": (
        "terminology: [{id: T, use: invoice, avoid: [bill]}, {id: U, use: Bill, avoid: [check]}]\n",
        ["m.yaml:4: error: T avoids 'bill', which U says to use"],
    ),
    "edited since approved": (
        'approvals: [{department: legal, name: A. Wren, date: "2026-01-01", digest: "sha256:0"}]\n',
        ["m.yaml: warning: the document was edited since legal approved it on 2026-01-01"],
    ),
}


@pytest.mark.parametrize(("content", "expected"), REMARKS.values(), ids=REMARKS)
def test_remarks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, expected: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("m.yaml").write_text(HEAD + content)
    result = CliRunner().invoke(messaging, ["lint", "m.yaml"])
    assert [
        line.split(" (")[0] if "formerly" not in line else line for line in result.output.splitlines()
    ] == expected
    assert result.exit_code == int(any(": error: " in line for line in expected))
    strict = CliRunner().invoke(messaging, ["lint", "--strict", "m.yaml"])
    assert strict.exit_code == int(any(": note: " not in line for line in expected))


def test_a_valid_approval_gives_no_remark(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_text(HEAD)
    signed = digest(load_messaging([path]).document)
    path.write_text(HEAD + f'approvals: [{{department: legal, name: A, date: "2026", digest: "{signed}"}}]\n')
    assert lint_messaging(load_messaging([path])) == ()


def test_a_document_that_does_not_load_exits_with_2(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text("schema: 1\n")
    result = Msglint(tmp_path)("messaging", "lint", "m.yaml")
    assert (result.code, result.stdout) == (2, "")
    assert result.stderr == "m.yaml:1: the key 'company' is missing (add company: …)\n"
