"""`msglint text`: the JSON contract, the readable form and the exit codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from msglint.cli.text_command import text

if TYPE_CHECKING:
    from pathlib import Path

    from cli_driver import Msglint


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("# Top\n\nWords\n")
    (tmp_path / "b.html").write_text("<p>seen</p>\n<p hidden>not</p>")
    (tmp_path / "c.docx").write_bytes(b"PK")
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(text, arguments)
    return result.exit_code, result.output


@pytest.mark.usefixtures("folder")
def test_json_of_one_asset() -> None:
    code, output = run("a.md", "--format", "json")
    assert code == 0
    assert json.loads(output) == {
        "schema": 1,
        "path": "a.md",
        "media_type": "text/markdown",
        "blocks": [
            {"text": "Top", "kind": "title", "location": "line 1", "line": 1},
            {"text": "Words", "kind": "body", "location": "line 3", "heading": "Top", "line": 3},
        ],
        "skipped": [],
    }


@pytest.mark.usefixtures("folder")
def test_json_of_several_assets() -> None:
    code, output = run(".", "--format", "json")
    content = json.loads(output)
    assert code == 3
    assert [asset["path"] for asset in content["assets"]] == ["a.md", "b.html", "c.docx"]
    assert [block.get("marks") for block in content["assets"][1]["blocks"]] == [None, ["hidden"]]
    assert content["assets"][2]["skipped"][0]["region"] == "file"


@pytest.mark.usefixtures("folder")
def test_text_form() -> None:
    code, output = run("a.md", "c.docx")
    assert code == 3
    assert "title     Top  line 1" in output
    assert "file: not read: Word (.docx)" in output


def test_missing_path(msglint: Msglint) -> None:
    result = msglint("text", "gone.md")
    assert (result.code, result.stdout) == (2, "")
    assert result.stderr == "msglint: gone.md: no such file or folder (check the spelling of the path)\n"
