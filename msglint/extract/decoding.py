"""Bytes of text files to characters."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from msglint.errors import UnreadableError
from msglint.model import Skipped

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_LANGUAGE = re.compile(rb"<html[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2,3})", re.IGNORECASE)
_TAG = re.compile(rb"<(script|style)\b.*?</\1|<[^>]*>", re.IGNORECASE | re.DOTALL)
_SAMPLE = 20_000
# What browsers read under a label: the WHATWG encoding standard, where Python reads another or a smaller one.
_LABELS = {
    **dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "iso8859-1"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601"), "cp949"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("iso-8859-11", "tis-620", "windows-874"), "cp874"),
    "big5": "big5hkscs",
    "x-mac-cyrillic": "mac_cyrillic",
}
# What browsers fall back to by the language of a page: HTML standard, "determining the character encoding".
_BY_LANGUAGE = {
    **dict.fromkeys(("ar", "fa", "ur"), "cp1256"),
    **dict.fromkeys(("be", "bg", "mk", "ru", "sr", "uk", "ky"), "cp1251"),
    **dict.fromkeys(("bs", "cs", "hr", "hu", "pl", "sk", "sl", "ro"), "cp1250"),
    **dict.fromkeys(("et", "lt", "lv"), "cp1257"),
    **dict.fromkeys(("tr", "az", "ku"), "cp1254"),
    "el": "cp1253", "he": "cp1255", "ja": "cp932", "ko": "cp949", "th": "cp874", "vi": "cp1258",
    "zh": "gb18030",
}  # fmt: skip
# In Western languages few letters have accents, in other scripts nearly all bytes of words are above 127.
_MOST_ACCENTS = 0.3


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was read in, whether that is a guess, and where characters are missing."""

    text: str
    encoding: str
    guessed: bool = False
    bad: tuple[int, ...] = ()


def decode(data: bytes, declared: str | None = None) -> str:
    """Text by byte-order mark, then UTF-8 where every byte agrees, then `declared`, then the likeliest.

    UTF-8 goes before the declaration: text in another encoding is almost never valid UTF-8 by accident, while
    declarations are often wrong. Raises `UnreadableError` for binary data.
    """
    return decoded(data, declared).text


def decode_page(data: bytes, name: str) -> tuple[str, tuple[Skipped, ...]]:
    """The text of a web page, and what had to be guessed or could not be read of its characters."""
    match = _CHARSET.search(data[:4096])
    declared = match[1].decode("ascii") if match else None
    found = decoded(data, declared)
    return found.text, tuple(_notes(found, declared, name))


def decoded(data: bytes, declared: str | None = None) -> Decoded:
    """What `decode` does, with how it was found."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _with_holes(data, encoding)
    if b"\0" in data:
        return _wide(data)
    for candidate in ("utf-8", declared):
        text = _try(data, candidate)
        if text is not None and candidate:
            return Decoded(text, candidate)
    broken = _with_holes(data, "utf-8")
    if _is_nearly_utf8(broken):
        return broken
    for candidate in _guesses(data):
        text = _try(data, candidate)
        if text is not None:
            return Decoded(text, candidate, guessed=True)
    return Decoded(data.decode("latin-1"), "latin-1", guessed=True)


def _wide(data: bytes) -> Decoded:
    """UTF-16 without a byte-order mark: every second byte of Western text and of markup is 0."""
    head = data[:1000]
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if len(data) % 2 == 0 and zeros and zeros.count(0) > 0.7 * len(zeros):
            text = _try(data, encoding)
            if text is not None and "\0" not in text:
                return Decoded(text, encoding)
    raise UnreadableError("holds binary data, not text; save it as a UTF-8 text file")


def _try(data: bytes, encoding: str | None) -> str | None:
    if not encoding:
        return None
    try:
        return data.decode(_LABELS.get(encoding.lower(), encoding))
    except (LookupError, UnicodeError):
        return None


def _with_holes(data: bytes, encoding: str) -> Decoded:
    """Text with U+FFFD where bytes are no characters of `encoding`, and where these are."""
    text = _try(data, encoding)
    if text is not None:
        return Decoded(text, encoding)
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding, bad=tuple(match.start() for match in re.finditer("\ufffd", text)))


def _is_nearly_utf8(found: Decoded) -> bool:
    """Whether the characters beyond ASCII that are right outnumber the wrong ones by far."""
    right = sum(character > "\x7f" for character in found.text) - len(found.bad)
    return right > 4 * len(found.bad)


def _guesses(data: bytes) -> tuple[str, ...]:
    """Encodings that nobody declared, likeliest first."""
    language = _LANGUAGE.search(data[:4096])
    by_language = _BY_LANGUAGE.get(language[1].decode("ascii").lower()) if language else None
    first = max(0, next((match.start() for match in re.finditer(rb"[\x80-\xff]", data)), 0) - 200)
    words = _TAG.sub(b" ", data[first : first + _SAMPLE])
    high = sum(byte > 0x7F for byte in words)
    letters = sum(chr(byte).isalpha() for byte in words if byte <= 0x7F)
    if by_language or high <= _MOST_ACCENTS * (high + letters):
        return tuple(filter(None, (by_language, "cp1252")))
    from charset_normalizer import from_bytes

    best = from_bytes(words).best()
    return (best.encoding, "cp1252") if best else ("cp1252",)


def _notes(found: Decoded, declared: str | None, name: str) -> list[Skipped]:
    label = found.encoding.replace("cp125", "windows-125")
    if found.guessed:
        said = f"says it is {declared} and is not" if declared else "does not say how it is encoded"
        reason = f"{said}; it was read as {label}, a guess. Save it as UTF-8 if words look wrong"
        return [Skipped(name, "characters", reason)]
    if not found.bad:
        return []
    lines = sorted({found.text.count("\n", 0, place) + 1 for place in found.bad[:5]})
    where = f"line{'s'[: len(lines) > 1]} {', '.join(map(str, lines))}" + " and on" * (len(found.bad) > 5)
    count = f"{len(found.bad)} character{'s'[: len(found.bad) > 1]}"
    reason = f"{count} could not be read: the bytes are not valid {label}; save the page again as UTF-8"
    return [Skipped(name, where, reason)]
