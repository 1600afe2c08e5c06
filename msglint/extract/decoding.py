"""Bytes of text files to characters."""

from __future__ import annotations

import codecs

from msglint.errors import UnreadableError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, declared: str | None = None) -> str:
    """Text by byte-order mark, then UTF-8 where every byte agrees, then `declared`, then Windows-1252.

    UTF-8 goes before the declaration: text in another encoding is almost never valid UTF-8 by accident, while
    declarations are often wrong. Raises `UnreadableError` for binary data.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    if b"\0" in data:
        raise UnreadableError("holds binary data, not text; save it as a UTF-8 text file")
    for candidate in ("utf-8", declared, "cp1252"):
        text = _try(data, candidate)
        if text is not None:
            return text
    return data.decode("latin-1")


def _try(data: bytes, encoding: str | None) -> str | None:
    if not encoding:
        return None
    # Browsers read these labels as Windows-1252, and so do the people who write them.
    if encoding.lower() in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"}:
        encoding = "cp1252"
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None
