"""What is attached to a PDF: comments, stamps, form fields and files, also what only their pictures say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from msglint.model import Document

    Read = Callable[[str, bytes], Document]
    Pdf = Callable[..., bytes]

SENTENCE = "Some words before the rest of the page stand here in one line."
PICTURE = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
DRAWN = (
    b"<< /Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 3 0 R >> >> "
    b"/Length 49 >>\nstream\nBT /F1 12 Tf 2 5 Td (Drawn: saves 60% today) Tj ET\nendstream"
)
FILE = "<< /Type /Filespec /F (prices.xlsx) /EF << /F 5 0 R >> >>"


def attached(read: Read, pdf: Pdf, page: Any, *annotations: str) -> Document:
    """A page with annotations, whose object 5 draws "Drawn: saves 60% today"."""
    boxes = " ".join(f"<< /Type /Annot /Rect [72 {600 - 40 * index} 272 {620 - 40 * index}] {each} >>"
                     for index, each in enumerate(annotations))  # fmt: skip
    data = pdf(page(extra=f"/Annots [{boxes}] ").text(72, 60, SENTENCE))
    start = data.index(PICTURE)
    end = data.index(b"endstream", start) + len(b"endstream")
    return read("a.pdf", data[:start] + DRAWN + data[end:])


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document.blocks[1:]]


@pytest.mark.parametrize(
    ("annotation", "found"),
    [
        ("/Subtype /FreeText /RC (<body><p>Rich &amp; <b>short</b></p></body>)", [("body", "Rich & short")]),
        ("/Subtype /FreeText /AP << /N 5 0 R >>", [("body", "Drawn: saves 60% today")]),
        ("/Subtype /FreeText /Contents (Typed) /AP << /N 5 0 R >>", [("body", "Typed")]),
        ("/Subtype /Stamp /Contents (By Ann) /AP << /N 5 0 R >>",
         [("body", "Drawn: saves 60% today"), ("comment", "By Ann")]),
        ("/Subtype /Highlight /Contents (Is this true?)", [("comment", "Is this true?")]),
        ("/Subtype /Widget /FT /Tx /T (a) /AP << /N 5 0 R >>", [("body", "Drawn: saves 60% today")]),
        ("/Subtype /Widget /FT /Tx /T (a) /V (Filled) /AP << /N 5 0 R >>", [("body", "Filled")]),
        ("/Subtype /Text /F 2 /AP << /N 5 0 R >>", []),
    ],
    ids=["rich text", "drawn", "typed", "stamp", "highlight", "drawn field", "field", "icon"],
)  # fmt: skip
def test_annotations(
    read: Read, pdf: Pdf, page: Any, annotation: str, found: list[tuple[str, str]]
) -> None:
    assert kinds(attached(read, pdf, page, annotation)) == found


def test_an_attached_file_is_named(read: Read, pdf: Pdf, page: Any) -> None:
    document = attached(read, pdf, page, f"/Subtype /FileAttachment /FS {FILE} /Contents (Our prices)")
    assert kinds(document) == [("comment", "Our prices")]
    assert [(skip.region, "prices.xlsx" in skip.reason) for skip in document.skipped] == [("page 1", True)]


def test_a_file_attached_to_the_whole_is_named(read: Read, pdf: Pdf, page: Any) -> None:
    data = pdf(page().text(72, 60, SENTENCE))
    names = f"/Names << /EmbeddedFiles << /Names [(x) {FILE}] >> >> ".encode()
    document = read("a.pdf", data.replace(b"/Type /Catalog ", b"/Type /Catalog " + names))
    assert [skip.region for skip in document.skipped] == ["attached file prices.xlsx"]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("/FT /Ch /Ff 131072 /Opt [[(p1) (Plan One)] [(p2) (Plan Two)]] /V (p2)", "Plan Two"),
        ("/FT /Ch /Ff 2097152 /Opt [(Red) (Green) (Blue)] /V [(Red) (Blue)]", "Red, Blue"),
        ("/FT /Tx /RV (<body><p>Rich value</p></body>)", "Rich value"),
        ("/FT /Tx /V (Ann)", "Ann"),
        ("/FT /Tx /Ff 8192 /V (secret)", ""),
    ],
    ids=["choice", "several", "rich text", "text", "password"],
)
def test_fields_of_a_form(read: Read, pdf: Pdf, page: Any, field: str, text: str) -> None:
    widget = f"<< /Type /Annot /Subtype /Widget /T (f) /Rect [72 600 272 620] {field} >>"
    form = "/AcroForm << /Fields [] /DA (/F1 11 Tf) >> "
    sheet = page(extra="/Annots [3 0 R] ").text(72, 60, SENTENCE, font="F2")
    data = pdf(sheet, title="").replace(b"/Type /Catalog ", b"/Type /Catalog " + form.encode())
    start = data.index(b"3 0 obj\n") + len(b"3 0 obj\n")
    data = data[:start] + widget.encode() + data[data.index(b"\nendobj", start) :]
    document = read("a.pdf", data.replace(b"/Fields []", b"/Fields [3 0 R]"))
    assert [block.text for block in document.blocks[1:]] == [text] * bool(text)
