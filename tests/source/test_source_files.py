"""PATH arguments to sources: what is found, what it is called, and what is refused."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from pathlib import Path

import pytest

from msglint.errors import UserError
from msglint.source.files import find_sources


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (
        "b.md",
        "a.pptx",
        "sub/c.pdf",
        ".git2/d.md",
        "sub/~$c.pptx",
        "sub/e.docx",
        "b.yaml",
        "x.png",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    return tmp_path


def test_a_folder_is_walked_in_order(folder: Path) -> None:
    assert [source.name for source in find_sources([Path(".")])] == [
        "a.pptx",
        "b.md",
        "sub/c.pdf",
        "sub/e.docx",
    ]
    assert [source.name for source in find_sources([folder])] == ["a.pptx", "b.md", "sub/c.pdf", "sub/e.docx"]


def test_each_file_once(folder: Path) -> None:
    paths = [Path("sub/c.pdf"), Path("sub"), folder / "sub/c.pdf"]
    assert [source.name for source in find_sources(paths)] == [
        "sub/c.pdf", "sub/e.docx",
    ]  # fmt: skip


def test_link_loops_end(folder: Path) -> None:
    (folder / "sub/loop").symlink_to(folder)
    assert len(find_sources([folder])) == 4


def test_name_outside_the_working_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / ".git2")
    (source,) = find_sources([folder / "b.md"])
    assert source.name == (folder / "b.md").as_posix()


@pytest.mark.parametrize("marker", [".git", "msglint.toml", ".msglint-baseline.json"])
def test_keys_start_at_the_root_whatever_the_working_folder(
    folder: Path, marker: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / marker).touch()
    keys = {find_sources([path])[0].key for path in (folder / "sub", folder / "sub/c.pdf")}
    monkeypatch.chdir(folder / "sub")
    keys |= {find_sources([Path("c.pdf")])[0].key}
    assert keys == {"sub/c.pdf"}


def test_keys_without_a_root(folder: Path) -> None:
    assert [source.key for source in find_sources([folder])][2] == "sub/c.pdf"
    assert find_sources([folder / "sub/c.pdf"])[0].key == "c.pdf"


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (
            zipped("ppt/presentation.xml"),
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ),
        (
            zipped("word/document.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (zipped("a"), "application/octet-stream"),
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\xef\xbb\xbf <!DOCTYPE html>", "text/html"),
        (b"just words", "text/plain"),
        (b"\0\1\2", "application/octet-stream"),
    ],
)
def test_a_named_file_without_known_suffix_is_sniffed(folder: Path, data: bytes, media_type: str) -> None:
    (folder / "asset.bin").write_bytes(data)
    assert find_sources([Path("asset.bin")])[0].media_type == media_type


def test_all_problems_are_reported_at_once(folder: Path) -> None:
    (folder / "bare").mkdir()
    (folder / "dangling").symlink_to("nowhere")
    with pytest.raises(UserError) as raised:
        find_sources([Path(name) for name in ("gone.md", "bare", "dangling", "b.md")])
    assert [(problem.file, problem.message) for problem in raised.value.problems] == [
        ("gone.md", "no such file or folder"),
        ("bare", "holds no asset"),
        ("dangling", "is a link to nothing"),
    ]
    assert ".pptx" in raised.value.problems[1].hint


def test_what_is_no_file_is_a_source_so_that_it_is_named(folder: Path) -> None:
    os.mkfifo(folder / "sub/pipe.md")
    (folder / "sub/loop.pptx").symlink_to("loop.pptx")
    (folder / "sub/gone.pdf").symlink_to("nowhere.pdf")
    (folder / "sub/around").symlink_to("..")
    names = ["sub/c.pdf", "sub/e.docx", "sub/gone.pdf", "sub/loop.pptx", "sub/pipe.md"]
    assert [source.name for source in find_sources([Path("sub")])][:1] == ["sub/around/a.pptx"]
    assert [source.name for source in find_sources([Path("sub")])][-5:] == names
    assert find_sources([Path("sub/pipe.md"), Path("/dev/null")])[1].name == "/dev/null"


def test_documents_that_are_folders(folder: Path) -> None:
    (folder / "talk.key/Index").mkdir(parents=True)
    (folder / "plain.pages").mkdir()
    (folder / "plain.pages/in.md").write_text("x")
    names = [source.name for source in find_sources([Path(".")])]
    assert names == ["a.pptx", "b.md", "plain.pages/in.md", "sub/c.pdf", "sub/e.docx", "talk.key"]
    assert find_sources([Path("talk.key")])[0].media_type == "application/vnd.apple.keynote"


def test_a_name_that_is_too_long_is_no_file(folder: Path) -> None:
    with pytest.raises(UserError) as raised:
        find_sources([folder / ("x" * 5000)])
    assert raised.value.problems[0].message == "no such file or folder"


def test_a_name_cannot_break_lines_or_drive_the_terminal(folder: Path) -> None:
    (folder / "a\n\x1b[31m.md").touch()
    assert find_sources([Path("a\n\x1b[31m.md")])[0].name == "a\\x0a\\x1b[31m.md"


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="names are always text there")
def test_a_name_that_is_no_text_is_spelled_out(folder: Path) -> None:
    name = os.fsdecode(b"a\xff.md")
    (folder / name).touch()
    (source,) = find_sources([Path(name)])
    assert (source.name, source.key, source.path) == (r"a\xff.md", r"a\xff.md", Path(name))
