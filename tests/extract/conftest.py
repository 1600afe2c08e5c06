"""Helpers that build small real files, so that every test runs without fixtures from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from msglint.extract import extract
from msglint.model import Source
from msglint.source.media import media_type_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from msglint.model import Document


@dataclass
class PdfPage:
    """A page of 612 x 792 points. Places are (x, top) from the top left, as readers and pdfplumber count."""

    content: list[str] = field(default_factory=list)
    extra: str = ""

    def text(
        self, x: float, top: float, text: str, size: float = 11, font: str = "F1", turn: str = "1 0 0 1"
    ) -> PdfPage:
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        baseline = 792 - top - size * 0.8
        self.content.append(f"BT /{font} {size} Tf {turn} {x} {baseline} Tm ({escaped}) Tj ET")
        return self

    def lines(self, x: float, top: float, *lines: str, size: float = 11, font: str = "F1") -> PdfPage:
        for number, line in enumerate(lines):
            self.text(x, top + number * size * 1.2, line, size, font)
        return self

    def box(self, x: float, top: float, width: float, height: float) -> PdfPage:
        self.content.append(f"{x} {792 - top - height} {width} {height} re S")
        return self

    def image(self) -> PdfPage:
        self.content.append("q 500 0 0 600 50 100 cm /Im Do Q")
        return self


HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
UNMAPPED_FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type /Font "
    "/Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
    "/Supplement 0 >> >>] >>"
)


def write_pdf(*pages: PdfPage, title: str = "", has_map: bool = True) -> bytes:
    """A complete PDF 1.4 file with Helvetica (F1) and Helvetica-Bold (F2).

    Without `has_map`, F1 is a font that does not say which characters its codes are.
    """
    kids = " ".join(f"{6 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        HELVETICA if has_map else UNMAPPED_FONT,
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
        "/Length 1 >>\nstream\nx\nendstream",
    ]
    for index, page in enumerate(pages):
        stream = "\n".join(page.content)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {7 + 2 * index} 0 R {page.extra}"
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /Im 5 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    objects.append(f"<< /Title ({title}) >>")
    return _assemble([body.encode("cp1252") for body in objects])


def _assemble(objects: list[bytes]) -> bytes:
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"<< /Size %d /Root 1 0 R /Info %d 0 R >>" % (len(objects) + 1, len(objects))
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, trailer, len(data),
    )  # fmt: skip


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str, bytes], Document]:
    """Write bytes under a file name and extract them."""

    def read_file(name: str, data: bytes) -> Document:
        path = tmp_path / name
        path.write_bytes(data)
        return extract(Source(path, name, name, media_type_of(path)))

    return read_file


@pytest.fixture
def page() -> type[PdfPage]:
    return PdfPage


@pytest.fixture
def pdf() -> Callable[..., bytes]:
    return write_pdf
