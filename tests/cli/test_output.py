"""What `check` and `text` print and write, exactly, for runs small enough to read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from asset_bytes import deck, pdf

from msglint.report import REPORTERS

if TYPE_CHECKING:
    from cli_driver import Msglint

DRIFTS = """\
▌ drift.md: 1 error

  ✗ line 1
    error    │ MSG301 retired-name: 'Invoice Wizard' is now called 'Larkmill Ledger' (P-1)
    found    │ Invoice Wizard reads every invoice.
             │ ^^^^^^^^^^^^^^
    approved │ Larkmill Ledger
    use      │ Larkmill Ledger reads every invoice.
    id       │ bb00b956528232a1

1 thing to fix before this goes out.
1 error in 1 asset; 1 claim checked
Next: msglint explain MSG301 says why the rule is there and what passes
"""
IS_CLEAN = """\
Ready: nothing contradicts the master messaging.
Nothing to fix in 1 asset; 1 claim checked, against master_messaging.yaml
"""


def test_a_finding(larkmill: Msglint) -> None:
    result = larkmill("check", "drift.md")
    assert (result.stdout, result.stderr) == (DRIFTS, "")


def test_nothing_to_find(larkmill: Msglint) -> None:
    result = larkmill("check", "clean.md")
    assert (result.stdout, result.stderr) == (IS_CLEAN, "")


def test_json(larkmill: Msglint) -> None:
    content = json.loads(larkmill("check", "drift.md", "--format", "json").stdout)
    assert content["schema"] == 1
    assert content["messaging"]["path"] == "master_messaging.yaml"
    assert content["assets"] == [
        {
            "path": "drift.md",
            "media_type": "text/markdown",
            "blocks": 1,
            "claims": 1,
            "skipped": [],
            "coverage": {"read": 1, "not_read": 0, "share": 1.0},
        }
    ]
    assert content["findings"] == [
        {
            "rule": "MSG301",
            "severity": "error",
            "confidence": 1.0,
            "message": "'Invoice Wizard' is now called 'Larkmill Ledger' (P-1)",
            "asset": "drift.md",
            "location": "line 1",
            "text": "Invoice Wizard reads every invoice.",
            "statement_id": "P-1",
            "changes": [{"kind": "name", "approved": "Larkmill Ledger", "found": "Invoice Wizard"}],
            "suggestion": "Larkmill Ledger reads every invoice.",
            "fingerprint": "bb00b956528232a1",
            "suppressed": False,
        }
    ]


def test_the_same_drift_in_every_kind_of_asset(larkmill: Msglint) -> None:
    larkmill.write(
        a_pptx=deck("Meet Invoice Wizard"),
        b_pdf=pdf("Meet Invoice Wizard"),
        c_html="<p>Meet Invoice Wizard</p>",
        d_txt="Meet Invoice Wizard\n",
    )
    (larkmill.home / "drift.md").write_text("Meet Invoice Wizard\n")
    content = json.loads(larkmill("check", ".", "--format", "json").stdout)
    found = {finding["asset"]: (finding["rule"], finding["suggestion"]) for finding in content["findings"]}
    assets = ["a.pptx", "b.pdf", "c.html", "d.txt", "drift.md"]
    assert found == dict.fromkeys(assets, ("MSG301", "Meet Larkmill Ledger"))


@pytest.mark.parametrize("name", REPORTERS)
@pytest.mark.parametrize(("asset", "code"), [("clean.md", 0), ("drift.md", 1), ("empty.md", 3)])
def test_a_report_in_a_file_changes_neither_code_nor_report(
    larkmill: Msglint, name: str, asset: str, code: int
) -> None:
    larkmill.write(empty_md="")
    written = larkmill("check", asset, "--format", f"{name}=out/report")
    printed = larkmill("check", asset, "--format", name)
    assert (written.code, printed.code) == (code, code)
    assert written.stderr == "wrote out/report\n"
    assert (larkmill.home / "out" / "report").read_text(encoding="utf-8") == printed.stdout


def test_several_formats_in_one_run(larkmill: Msglint) -> None:
    formats = ("--format=json=r.json", "--format=sarif=r.sarif", "--format=html=r.html", "--format=github")
    result = larkmill("check", "drift.md", *formats)
    assert (result.code, result.stderr) == (1, "wrote r.json\nwrote r.sarif\nwrote r.html\n")
    assert result.stdout.startswith("::error file=drift.md,line=1,")
    sarif = json.loads((larkmill.home / "r.sarif").read_text(encoding="utf-8"))
    assert [found["ruleId"] for found in sarif["runs"][0]["results"]] == ["MSG301"]
    assert (larkmill.home / "r.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_files_only_still_print_the_text(larkmill: Msglint) -> None:
    assert larkmill("check", "drift.md", "--format", "json=r.json").stdout == DRIFTS


def test_a_report_that_cannot_be_written(larkmill: Msglint) -> None:
    result = larkmill("check", "clean.md", "--format", "json=clean.md/report.json")
    assert (result.code, result.stdout) == (2, "")
    assert result.stderr.startswith("msglint: clean.md/report.json: the report cannot be written: ")


def test_github_writes_the_summary_of_its_step(larkmill: Msglint) -> None:
    larkmill.extra["GITHUB_STEP_SUMMARY"] = str(larkmill.home / "summary.md")
    larkmill("check", "drift.md", "--format", "github")
    assert "Invoice Wizard" in (larkmill.home / "summary.md").read_text(encoding="utf-8")


def test_text(larkmill: Msglint) -> None:
    result = larkmill("text", "drift.md", "clean.md")
    assert (result.code, result.stderr) == (0, "")
    assert result.stdout == (
        "drift.md\n  body      Invoice Wizard reads every invoice.  line 1\n\n"
        "clean.md\n  body      Larkmill Ledger cuts invoice review time by 40 %.  line 1\n"
    )


def test_coverage_mode_also_asks_what_is_missing(larkmill: Msglint) -> None:
    larkmill.write(asset_md="Our office is in York.\n")
    assert larkmill("check", "asset.md").stdout.startswith("Ready:")
    assert "MSG50" in larkmill("check", "asset.md", "--mode", "coverage").stdout


def test_version(msglint: Msglint) -> None:
    result = msglint("--version")
    assert (result.code, result.stdout) == (0, "msglint 0.1.0\n")


def test_the_package_runs_as_a_module(msglint: Msglint) -> None:
    result = msglint.process(
        "--version", script="import runpy; runpy.run_module('msglint', run_name='__main__')"
    )
    assert (result.code, result.stdout) == (0, "msglint 0.1.0\n")
