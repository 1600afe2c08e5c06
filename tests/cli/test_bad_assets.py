"""Assets that cannot be read: one reason with the next step, exit code 3, and the others are checked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from asset_bytes import deck, pdf, picture_pdf

if TYPE_CHECKING:
    from cli_driver import Msglint

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
PAGE = b"<!doctype html><p>Invoice Wizard reads every invoice."

BAD = {
    "encrypted.pptx": (
        OLE + "EncryptedPackage".encode("utf-16-le"),
        "is protected by a password; remove the password (File > Info > Protect) and check it again",
    ),
    "truncated.pptx": (
        deck("Invoice Wizard reads every invoice")[:9000],
        "is cut off or damaged (a broken zip archive); download or save it again",
    ),
    "no-slides.pptx": (deck(), "the deck has no slides; nothing could be checked"),
    "blank.pptx": (
        deck("", ""),
        "none of its 2 slides holds text; export it to PDF, run OCR and check that file",
    ),
    "page.pptx": (PAGE, "this is HTML, not PowerPoint; rename it to .html and check it again"),
    "zero.pptx": (b"", "the file is empty (0 bytes); export or download it again"),
    "encrypted.pdf": (
        pdf("Invoice Wizard", password="secret"),
        "is protected by a password; save a copy without the password and check that",
    ),
    "truncated.pdf": (
        pdf("Invoice Wizard reads every invoice")[:400],
        "is damaged or cut off and cannot be opened; export or download it again",
    ),
    "no-pages.pdf": (
        b"%PDF-1.4\n%%EOF\n",
        "is damaged or cut off and cannot be opened; export or download it again",
    ),
    "blank.pdf": (pdf(" "), "holds no text; nothing could be checked"),
    "picture.pdf": (picture_pdf(), "holds a picture without text; run OCR and check again"),
    "zero.pdf": (b"", "the file is empty (0 bytes); export or download it again"),
    "zero.html": (b"", "the file is empty (0 bytes); export or download it again"),
    "zero.md": (b"", "the file is empty (0 bytes); export or download it again"),
    "deck.docx": (b"PK\x03\x04", "is cut off or damaged (a broken zip archive); download or save it again"),
}


def test_each_is_named_with_its_reason_and_the_others_are_checked(larkmill: Msglint) -> None:
    for name, (data, _) in BAD.items():
        (larkmill.home / name).write_bytes(data)
    result = larkmill("check", *BAD, "drift.md", "--format", "json")
    content = json.loads(result.stdout)
    assert (result.code, result.stderr) == (3, "")
    reasons = {asset["path"]: [skip["reason"] for skip in asset["skipped"]] for asset in content["assets"]}
    assert reasons == {name: [reason] for name, (_, reason) in BAD.items()} | {"drift.md": []}
    assert content["summary"]["unreadable"] == list(BAD)
    assert [finding["asset"] for finding in content["findings"]] == ["drift.md"]


@pytest.mark.parametrize("name", BAD)
def test_alone_it_is_never_green(larkmill: Msglint, name: str) -> None:
    data, reason = BAD[name]
    (larkmill.home / name).write_bytes(data)
    checked, read = larkmill("check", name), larkmill("text", name)
    assert (checked.code, read.code) == (3, 3)
    assert reason in read.stdout
    assert reason in " ".join(checked.stdout.replace("│", " ").split())
    assert "Not ready: 1 asset could not be read." in checked.stdout


def test_a_page_in_another_encoding_is_read(larkmill: Msglint) -> None:
    text = (
        "<html><head><meta charset=iso-8859-1></head><p>Invoice Wizard prüft Belege für Café Noël.</p></html>"
    )
    (larkmill.home / "latin.html").write_bytes(text.encode("latin-1"))
    result = larkmill("check", "latin.html")
    assert result.code == 1
    assert "Larkmill Ledger prüft Belege für Café Noël." in result.stdout


def test_text_that_looks_like_markup_stays_text(larkmill: Msglint) -> None:
    larkmill.write(drift_md="Invoice Wizard reads [bold red]every[/] invoice.\n")
    assert "Invoice Wizard reads [bold red]every[/] invoice." in larkmill("check", "drift.md").stdout
