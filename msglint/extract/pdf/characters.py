"""Which character a glyph of a PDF shows: dingbats, private codes, wrong maps and glyph names as text."""

from __future__ import annotations

from msglint.extract.pdf.content import BULLET, UNMAPPED
from msglint.extract.repair import strip_invisible

_RTL_RANGES = (("\u0590", "\u08ff"), ("\ufb1d", "\ufdff"), ("\ufe70", "\ufefc"))
_BOLD = ("bold", "black", "heavy", "semibd", "demi")


def shown(text: str, font: str) -> str:
    """The character as a reader sees it, " " for spaces, "" for what takes no room.

    Dingbats are bullets, private and unmapped codes `UNMAPPED`; a hyphen at a line end stays a hyphen.
    """
    if text.startswith("(cid:"):
        return UNMAPPED
    first = text[:1]
    if first in {"\u00ad", "\x02", "\ufffe"}:  # a soft hyphen that is drawn; pdfium's marks for one
        return "-"
    if "\ue000" <= first <= "\uf8ff":
        return BULLET if first >= "\uf000" or "ding" in font.lower() or "symbol" in font.lower() else UNMAPPED
    if first in {"\x00", "\uffff"} or first >= "\U000f0000":
        return UNMAPPED
    if text.isspace():
        return " "
    return strip_invisible(text) if first > " " else UNMAPPED


def is_rtl(character: str) -> bool:
    """Whether a character belongs to Hebrew, Arabic and the like."""
    return character >= "\u0590" and any(low <= character <= high for low, high in _RTL_RANGES)


def is_bold(font: str) -> bool:
    """Whether a font's name says that it is bold."""
    name = font.lower()
    return any(mark in name for mark in _BOLD)
