"""What a file really is, whatever its name says, so that a wrong name gets a clear answer."""

from __future__ import annotations

import io
import zipfile

from msglint.errors import UnreadableError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FAMILIES = {
    "application/pdf": "PDF",
    "text/html": "HTML",
    "application/xhtml+xml": "HTML",
    "text/markdown": "text",
    "text/mdx": "text",
    "text/plain": "text",
}
_OFFICE_FAMILIES = {"presentation": "PowerPoint", "slide": "PowerPoint", "word": "Word"}
_SUFFIX = {"PDF": ".pdf", "HTML": ".html", "PowerPoint": ".pptx", "Word": ".docx", "text": ".txt"}
_ARCHIVES = (
    ("ppt/presentation.xml", "PowerPoint"),
    ("word/document.xml", "Word"),
    ("xl/workbook.xml", "an Excel workbook"),
    ("Index/Document.iwa", "a Keynote, Pages or Numbers document"),
    ("content.xml", "an OpenDocument file"),
)


def check_identity(data: bytes, media_type: str) -> None:
    """Raise `UnreadableError` when `data` is plainly not of `media_type`, or is encrypted or damaged."""
    office = (family for part, family in _OFFICE_FAMILIES.items() if part in media_type)
    expected = _FAMILIES.get(media_type) or next(office, "PowerPoint")
    found = _family(data)
    if found == expected or (expected in {"HTML", "text"} and found in {"HTML", "text"}):
        return
    if found == "" and expected == "PDF":
        raise UnreadableError("is not a PDF or is damaged: its first bytes are not %PDF; export it again")
    if found == "":
        _refuse_binary(expected)
    step = f"; rename it to {_SUFFIX[found]}" if found in _SUFFIX else "; save it as .pptx, .docx or .pdf"
    raise UnreadableError(f"this is {found}, not {expected}{step} and check it again")


def _refuse_binary(expected: str) -> None:
    if expected in {"PowerPoint", "Word"}:
        step = f"open it in {expected} and save it again"
        raise UnreadableError(f"is not a {expected} file or is damaged; {step}")
    raise UnreadableError("holds binary data, not text; save it as a UTF-8 text file")


def _family(data: bytes) -> str:
    """The kind of file by content, "" for binary data of no known kind; raises for what nobody can read."""
    if data.startswith(_OLE):
        raise UnreadableError(_ole_reason(data))
    if data.startswith(b"PK\x03\x04"):
        return _archive_family(data)
    if b"%PDF-" in data[:1024]:
        return "PDF"
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")[:1024].lower()
    if start.startswith((b"<!doctype html", b"<html", b"<?xml")) or b"<html" in start:
        return "HTML"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or start.startswith((b"<\0", b"\0<")):
        return "text"  # UTF-16, with or without its mark
    return "" if b"\0" in data[:65536] else "text"


def _ole_reason(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "is protected by a password; remove the password (File > Info > Protect) and check it again"
    if "PowerPoint Document".encode("utf-16-le") in data:
        return "this is PowerPoint 97-2003 (.ppt); open it in PowerPoint and save it as .pptx"
    return "this is an old Office file (97-2003); save it in the current format or as PDF"


def _archive_family(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise UnreadableError(
            "is cut off or damaged (a broken zip archive); download or save it again"
        ) from error
    return next((family for name, family in _ARCHIVES if name in names), _by_folder(names))


def _by_folder(names: set[str]) -> str:
    folders = {name.lower().partition("/")[0] for name in names}
    return "PowerPoint" if "ppt" in folders else "Word" if "word" in folders else "a zip archive"

