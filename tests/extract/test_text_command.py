"""`msglint text`: the JSON contract, the readable form and the exit codes."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from pptx import Presentation

from msglint.cli.text_command import text

if TYPE_CHECKING:
    from pathlib import Path

    from cli_driver import Msglint


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("# Top\n\nWords\n")
    (tmp_path / "b.html").write_text("<p>seen</p>\n<p hidden>not</p>")
    (tmp_path / "c.doc").write_bytes(b"PK")
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
            {"text": "Top", "kind": "title", "location": "line 1", "line": 1, "column": 3},
            {
                "text": "Words",
                "kind": "body",
                "location": "line 3",
                "heading": "Top",
                "line": 3,
                "column": 1,
            },
        ],
        "skipped": [],
        "coverage": {"read": 2, "not_read": 0, "share": 1.0},
    }


@pytest.mark.usefixtures("folder")
def test_json_of_several_assets() -> None:
    code, output = run(".", "--format", "json")
    content = json.loads(output)
    assert code == 3
    assert [asset["path"] for asset in content["assets"]] == ["a.md", "b.html", "c.doc"]
    assert [block.get("marks") for block in content["assets"][1]["blocks"]] == [None, ["hidden"]]
    assert content["assets"][2]["skipped"][0]["region"] == "file"


@pytest.mark.usefixtures("folder")
def test_text_form() -> None:
    code, output = run("a.md", "c.doc")
    assert code == 3
    assert "title     Top  line 1" in output
    assert "file: this is Word 97-2003 (.doc)" in output


@pytest.mark.usefixtures("folder")
def test_lines_have_no_places_and_unread_files_may_be_allowed() -> None:
    code, output = run("b.html", "c.doc", "--format", "lines", "--allow-unreadable")
    assert code == 0
    assert output == (
        "body: seen\n\nbody [hidden]: not\n\n"
        "not read: this is Word 97-2003 (.doc); open it in Word and save it as .docx\n"
    )


def deck(*texts: str) -> bytes:
    presentation = Presentation()
    for title in texts:
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = title
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_shows_what_changed_in_a_deck(tmp_path: Path) -> None:
    def git(*arguments: str) -> str:
        command = ("git", "-c", "user.name=a", "-c", "user.email=a@a.example", *arguments)
        return subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout

    (tmp_path / ".gitattributes").write_text("*.pptx diff=msglint\n")
    (tmp_path / "deck.pptx").write_bytes(deck("Welcome", "Saves 30%", "Thanks"))
    git("init", "--quiet")
    program = f"{sys.executable} -m msglint text --format lines --allow-unreadable"
    git("config", "diff.msglint.textconv", program)
    git("add", ".")
    git("commit", "--quiet", "--message", "one")
    (tmp_path / "deck.pptx").write_bytes(deck("Welcome", "New", "Saves 50%", "Thanks"))
    changed = [line for line in git("diff").splitlines() if re.match(r"[+-](?![+-])", line)]
    assert changed == ["-title: Saves 30%", "+title: New", "+", "+title: Saves 50%"]


def test_missing_path(msglint: Msglint) -> None:
    result = msglint("text", "gone.md")
    assert (result.code, result.stdout) == (2, "")
    assert result.stderr == "msglint: gone.md: no such file or folder (check the spelling of the path)\n"
