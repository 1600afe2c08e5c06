"""Files that cannot be read: each gives no text and one line that says why and what to do."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from pptx import Presentation

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from msglint.model import Document

    Read = Callable[[str, bytes], Document]


def empty_deck(slides: int) -> bytes:
    deck = Presentation()
    for _ in range(slides):
        deck.slides.add_slide(deck.slide_layouts[6])
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def archive(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CASES = [
    ("empty.pptx", b"", "0 bytes"),
    ("empty.md", b"", "0 bytes"),
    ("locked.pptx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    ("old.pptx", OLE + "PowerPoint Document".encode("utf-16-le"), "save it as .pptx"),
    ("older.pptx", OLE, "old Office file"),
    ("cut.pptx", empty_deck(1)[:2000], "cut off or damaged"),
    ("page.pptx", b"<!DOCTYPE html><html><body>Hi</body></html>", "rename it to .html"),
    ("deck.pdf", empty_deck(1), "this is PowerPoint, not PDF; rename it to .pptx"),
    ("doc.pptx", archive("word/document.xml"), "this is Word, not PowerPoint; rename it to .docx"),
    ("zip.pptx", archive("readme"), "a zip archive"),
    ("shell.pptx", archive("ppt/presentation.xml"), "damaged"),
    ("noise.pdf", b"\0\1\2" * 100, "not a PDF"),
    ("cut.pdf", b"%PDF-1.4\n1 0 obj\n<< /Type", "damaged"),
    ("noise.md", b"text\0\1\2", "binary data"),
    ("slides.pptx", empty_deck(0), "no slides"),
    ("blank.pptx", empty_deck(3), "none of its 3 slides holds text"),
    (
        "app.html",
        b"<html><head><title>A</title><script src=a></script></head><body><div id=root></div>",
        "1 script",
    ),
    ("blank.html", b"<html><body></body></html>", "holds no text"),
    ("blank.txt", b" \n \n", "holds no text"),
    ("a.docx", archive("word/document.xml"), "damaged"),
    ("b.docx", archive("ppt/presentation.xml"), "this is PowerPoint, not Word; rename it to .pptx"),
    ("a.ppt", OLE, "this is PowerPoint 97-2003"),
    ("a.key", archive("Index/Document.iwa"), "this is Keynote"),
]


@pytest.mark.parametrize(("name", "data", "reason"), CASES, ids=[name for name, _, _ in CASES])
def test_unreadable(read: Read, name: str, data: bytes, reason: str) -> None:
    document = read(name, data)
    assert document.blocks == ()
    assert [(skip.asset, skip.region) for skip in document.skipped] == [(name, "file")]
    assert reason in document.skipped[0].reason
    assert "\n" not in document.skipped[0].reason
    assert "internal error" not in document.skipped[0].reason


def test_missing_permission_or_file_is_a_reason(tmp_path: Path) -> None:
    from msglint.extract import extract
    from msglint.model import Source

    document = extract(Source(tmp_path / "gone.md", "gone.md", "gone.md", "text/markdown"))
    assert "cannot be opened" in document.skipped[0].reason


def test_a_bug_in_a_reader_is_a_reason(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_data: bytes, _name: str) -> Document:
        raise RuntimeError("boom\nboom")

    monkeypatch.setitem(__import__("msglint.extract").extract.EXTRACTORS, "text/plain", broken)
    document = read("a.txt", b"text")
    assert document.skipped[0].reason == "internal error (RuntimeError: boom boom); please report it"
