"""Files made to hurt the reader: each is bounded and named, and the file beside it is read all the same."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pptx import Presentation
from pptx.util import Inches

from msglint.extract import extract
from msglint.extract.sandbox import Limits, read, read_all
from msglint.model import Source
from msglint.source.files import find_sources
from msglint.source.media import media_type_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from msglint.model import Document

LIMITS = Limits(seconds=20, processor_seconds=20, memory=1024)
MIB = 1 << 20


def deck(text: str = "Larkmill reads every invoice.") -> bytes:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    slide.shapes.add_textbox(0, 0, Inches(5), Inches(1)).text_frame.text = text
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def with_slide(change: Callable[[bytes], bytes]) -> bytes:
    """A deck of one slide whose XML is changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(deck())) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as to:
        for member in source.infolist():
            content = source.read(member)
            changed = change(content) if member.filename == "ppt/slides/slide1.xml" else content
            to.writestr(member.filename, changed)
    return out.getvalue()


def with_member(name: str, size: int) -> bytes:
    """A deck with one more member, `size` MiB of zeros."""
    out = io.BytesIO(deck())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as member:
        for _ in range(size):
            member.write(bytes(MIB))
    return out.getvalue()


def entities(content: bytes) -> bytes:
    """Nine levels of ten entities each: a billion laughs."""
    lines = [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    prologue = f'<!DOCTYPE p [<!ENTITY a0 "laugh">{"".join(lines)}]>'.encode()
    head, _, body = content.partition(b"?>")
    return head + b"?>" + prologue + body.replace(b"Larkmill", b"&a9;")


def outside(content: bytes) -> bytes:
    head, _, body = content.partition(b"?>")
    secret = b'<!DOCTYPE p [<!ENTITY s SYSTEM "file:///etc/hostname">]>'
    return head + b"?>" + secret + body.replace(b"Larkmill", b"&s;")


def outside_late(content: bytes) -> bytes:
    head, _, body = outside(content).partition(b"?>")
    return head + b"?><!--" + b" " * 100_000 + b"-->" + body


def groups(content: bytes) -> bytes:
    shape = content[content.index(b"<p:sp>") : content.index(b"</p:spTree>")]
    properties = b'<p:nvGrpSpPr><p:cNvPr id="9" name="G"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    nested = (b"<p:grpSp>" + properties) * 10_000 + shape + b"</p:grpSp>" * 10_000
    return content.replace(shape, nested)


def spaces(content: bytes) -> bytes:
    return content.replace(b"Larkmill", b" " * (500 * MIB))


def shapes(content: bytes) -> bytes:
    shape = content[content.index(b"<p:sp>") : content.index(b"</p:spTree>")]
    return content.replace(shape, b"".join(shape.replace(b"x=\"0\"", b'x="%d"' % n) for n in range(100_000)))


def pdf(*objects: str) -> bytes:
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return data + head + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, len(data),
    )  # fmt: skip


CYCLE = pdf(
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 3 /Kids [3 0 R 2 0 R] >>",
    "<< /Type /Pages /Count 3 /Kids [2 0 R 3 0 R] /Parent 2 0 R >>",
)
DEEP_ARRAY = pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids " + "[" * 100_000)


# Name, bytes, and words of the reason; "" where the file must be read in full.
HOSTILE = [
    ("bomb.pptx", lambda: with_member("ppt/slides/slide2.xml", 600), "unpacks to far more data"),
    ("film.pptx", lambda: with_member("ppt/media/film.mp4", 600), ""),
    ("part.pptx", lambda: with_slide(spaces), "unpacks to far more data"),
    ("laughs.pptx", lambda: with_slide(entities), "declares entities"),
    ("outside.pptx", lambda: with_slide(outside), "declares entities"),
    ("late.pptx", lambda: with_slide(outside_late), "declares entities"),
    ("groups.pptx", lambda: with_slide(groups), "slide 1"),
    ("shapes.pptx", lambda: with_slide(shapes), "80,000 shapes were not read"),
    ("cycle.pdf", lambda: CYCLE, "cycle.pdf"),
    ("deep.pdf", lambda: DEEP_ARRAY, "damaged"),
    ("spaces.html", lambda: b"<html><body>" + b" " * (500 * MIB), "500 MiB large"),
    ("spaces.md", lambda: b" " * (500 * MIB), "500 MiB large"),
    ("words.md", lambda: b"Larkmill reads.\n\n" * (2 * MIB), "needs more memory"),
    ("spaces.txt", lambda: b" " * (40 * MIB), "holds no text"),
    ("deep.html", lambda: b"<div>" * 200_000 + b"Larkmill", ""),
    ("quotes.md", lambda: b">" * 100_000 + b" Larkmill", "quotes.md"),
    ("brackets.md", lambda: b"[" * 100_000 + b" Larkmill", ""),
]


def source(path: Path) -> Source:
    return Source(path, path.name, path.name, media_type_of(path))


def told(document: Document) -> str:
    return " ".join(f"{skip.asset} {skip.region} {skip.reason}" for skip in document.skipped)


@pytest.mark.parametrize(("name", "make", "reason"), HOSTILE, ids=[name for name, _, _ in HOSTILE])
def test_it_is_bounded_and_named_and_the_next_is_read(
    tmp_path: Path, name: str, make: Callable[[], bytes], reason: str
) -> None:
    hostile, innocent = tmp_path / name, tmp_path / "innocent.md"
    hostile.write_bytes(make())
    innocent.write_text("Larkmill posts invoices.")
    started = time.monotonic()
    documents = list(read_all([source(hostile), source(innocent)], limits=LIMITS))
    assert time.monotonic() - started < LIMITS.seconds + 5
    assert [block.text for block in documents[1].blocks] == ["Larkmill posts invoices."]
    assert reason in told(documents[0])
    assert "internal error" not in told(documents[0])
    if not reason:
        assert any("Larkmill" in block.text for block in documents[0].blocks)
    assert not any("laughlaugh" in block.text for block in documents[0].blocks)


def test_an_external_entity_is_never_read(tmp_path: Path) -> None:
    (tmp_path / "outside.pptx").write_bytes(with_slide(outside))
    host = Path("/etc/hostname").read_text().strip() if Path("/etc/hostname").exists() else "localhost"
    document = read(source(tmp_path / "outside.pptx"), LIMITS)
    assert not any(host in block.text for block in document.blocks)


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "zero.pdf").symlink_to("/dev/zero")
    (tmp_path / "loop.pptx").symlink_to("loop.pptx")
    (tmp_path / "around").symlink_to(".")
    (tmp_path / "good.md").write_text("Larkmill reads every invoice.")
    sources = find_sources([tmp_path])
    documents = dict(zip((s.path.name for s in sources), read_all(sources, limits=LIMITS), strict=True))
    assert [name for name, document in documents.items() if document.blocks] == ["good.md"]
    assert "is a named pipe, not a file" in told(documents["pipe.md"])
    assert "is a device, not a file" in told(documents["zero.pdf"])
    assert "cannot be opened" in told(documents["loop.pptx"])


# Readers that misbehave on one file, as a library with a bug would.


def hangs(source: Source) -> Document:
    if source.name == "bad.txt":
        time.sleep(600)
    return extract(source)


def spins(source: Source) -> Document:
    while source.name == "bad.txt":
        pass
    return extract(source)


def swells(source: Source) -> Document:
    if source.name == "bad.txt":
        return [bytearray(16 * MIB) for _ in range(1000)]  # type: ignore[return-value]
    return extract(source)


def crashes(source: Source) -> Document:
    if source.name == "bad.txt":
        os.abort()
    return extract(source)


@pytest.mark.parametrize(
    ("reader", "limits", "reason"),
    [
        (hangs, Limits(seconds=1), "could not be read within 1 seconds"),
        (spins, Limits(processor_seconds=1), "took more than 1 seconds to read"),
        (swells, Limits(), "needs more memory than one file may take"),
        (crashes, Limits(), "made its reader crash"),
    ],
)
def test_a_reader_that_misbehaves_ends_alone(
    tmp_path: Path, reader: Callable[[Source], Document], limits: Limits, reason: str
) -> None:
    (tmp_path / "bad.txt").write_text("Larkmill")
    (tmp_path / "good.md").write_text("Larkmill reads every invoice.")
    bad, good = source(tmp_path / "bad.txt"), source(tmp_path / "good.md")
    documents = list(read_all([good, bad, good, good], limits=limits, reader=reader))
    assert [bool(document.blocks) for document in documents] == [True, False, True, True]
    assert reason in told(documents[1])


@pytest.mark.skipif(sys.platform == "win32", reason="no signals")
def test_a_run_that_is_killed_leaves_no_reader(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("Larkmill")
    code = (
        "import os, sys; from pathlib import Path; sys.path.insert(0, sys.argv[1])\n"
        "from test_hostile_files import *\n"
        "if __name__ == '__main__': list(read_all([source(Path('bad.txt'))], reader=waits))"
    )
    (tmp_path / "run.py").write_text(code)
    run = subprocess.Popen([sys.executable, "run.py", str(Path(__file__).parent)], cwd=tmp_path)
    reader = tmp_path / "reader"
    for _ in range(300):
        time.sleep(0.1)
        if reader.exists() and reader.read_text():
            break
    run.kill()
    run.wait()
    for _ in range(50):
        time.sleep(0.1)
        if not is_running(int(reader.read_text())):
            return
    pytest.fail("the reader is still running")


def waits(source: Source) -> Document:
    (source.path.parent / "reader").write_text(str(os.getpid()))
    time.sleep(60)
    return extract(source)


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/status")
    return not (status.exists() and "\nState:\tZ" in status.read_text())
