"""Every reporter is in the table, has a test file and documentation, and the other way round."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from report_factory import RULES, usual

from msglint.report import REPORTERS

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PACKAGE = ROOT / "msglint" / "report"


@pytest.mark.parametrize("name", REPORTERS)
def test_a_reporter_gives_the_same_text_for_the_same_report(name):
    reporter = REPORTERS[name]
    written = reporter(usual(), RULES)
    assert written.endswith("\n")
    assert written == reporter(usual(), RULES)
    assert reporter.__module__ == f"msglint.report.{name}"


def test_every_module_with_a_reporter_is_in_the_table():
    written = {
        path.stem for path in PACKAGE.glob("*.py") if f"def render_{path.stem}(" in path.read_text("utf-8")
    }
    assert written == set(REPORTERS)


def test_every_reporter_has_a_test_file():
    assert {path.stem[5:-7] for path in HERE.glob("test_*_report.py")} == set(REPORTERS)


def test_every_reporter_is_documented():
    documented = re.findall(r"^## `(\w+)`", (ROOT / "docs" / "reports.md").read_text("utf-8"), re.MULTILINE)
    assert documented == list(REPORTERS)


def test_the_table_is_light():
    heavy = "import sys, msglint.report; print(sorted({'rich', 'jinja2', 'markupsafe'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_reports_need_only_values_and_fingerprints():
    allowed = {"msglint", "msglint.model", "msglint.errors", "msglint.fingerprint"}
    for path in PACKAGE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("msglint"):
                assert node.module in allowed or node.module.startswith("msglint.report."), (
                    path,
                    node.module,
                )
