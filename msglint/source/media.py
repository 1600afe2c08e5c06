"""Media types of assets: by suffix, and by content where the suffix says nothing."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_OFFICE = "application/vnd.openxmlformats-officedocument"
_MS = "application/vnd.ms-powerpoint"
_MS_WORD = "application/vnd.ms-word"

PPTX = f"{_OFFICE}.presentationml.presentation"
DOCX = f"{_OFFICE}.wordprocessingml.document"
PDF = "application/pdf"
HTML = "text/html"
MARKDOWN = "text/markdown"
PLAIN = "text/plain"
UNKNOWN = "application/octet-stream"

READ = {
    ".pptx": PPTX,
    ".pptm": f"{_MS}.presentation.macroEnabled.12",
    ".ppsx": f"{_OFFICE}.presentationml.slideshow",
    ".ppsm": f"{_MS}.slideshow.macroEnabled.12",
    ".potx": f"{_OFFICE}.presentationml.template",
    ".potm": f"{_MS}.template.macroEnabled.12",
    ".docx": DOCX,
    ".docm": f"{_MS_WORD}.document.macroEnabled.12",
    ".dotx": f"{_OFFICE}.wordprocessingml.template",
    ".dotm": f"{_MS_WORD}.template.macroEnabled.12",
    ".pdf": PDF,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": "application/xhtml+xml",
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".mdx": "text/mdx",
    ".txt": PLAIN,
}

# Formats that hold messaging and are not read: a folder walk must report them, never pass them over.
NOT_READ = {
    ".ppt": _MS,
    ".pps": _MS,
    ".doc": "application/msword",
    ".rtf": "application/rtf",
    ".key": "application/vnd.apple.keynote",
    ".pages": "application/vnd.apple.pages",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
}

BY_SUFFIX = READ | NOT_READ

_ZIP_MEMBERS = {
    "ppt/presentation.xml": PPTX,
    "word/document.xml": DOCX,
    "Index/Document.iwa": NOT_READ[".key"],
}


def media_type_of(path: Path) -> str:
    """The media type by suffix, else by content; `UNKNOWN` when neither tells, or it is no file."""
    by_suffix = BY_SUFFIX.get(path.suffix.lower())
    return by_suffix or (_sniff(path) if path.is_file() else UNKNOWN)


def _sniff(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            head = stream.read(4096)
            if head.startswith(b"PK\x03\x04"):
                return _sniff_zip(path)
    except OSError:
        return UNKNOWN
    return sniff_head(head)


def sniff_head(head: bytes) -> str:
    """The media type that the first bytes of a file show; `UNKNOWN` for binary data of no known kind."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1024].lower()
    if b"%PDF-" in head[:1024]:
        return PDF
    if start.startswith((b"<!doctype html", b"<html")) or b"<html" in start:
        return HTML
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return PLAIN
    return UNKNOWN if b"\0" in head else PLAIN


def _sniff_zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = frozenset(archive.namelist())
    except (OSError, zipfile.BadZipFile):
        return UNKNOWN
    return next((media for member, media in _ZIP_MEMBERS.items() if member in names), UNKNOWN)
