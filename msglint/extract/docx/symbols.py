"""Characters that Word keeps as a font's glyph number (w:sym), as the characters a reader sees."""

from __future__ import annotations

# Adobe's Symbol encoding, which Word's Symbol font follows: letters are Greek, and signs that claims use.
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SIGNS = {
    0xA0: "€", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
    0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xE2: "®",
    0xE3: "©", 0xE4: "™",
}  # fmt: skip
_SYMBOL = {**dict(zip(map(ord, _LATIN), _GREEK, strict=True)), **_SIGNS}
_PICTURES = ("wingdings", "webdings", "marlett", "zapf dingbats", "zapfdingbats")


def symbol(font: str, code: str) -> str:
    """The character of glyph `code` (hex digits) in `font`; a space for a pictogram or one nobody knows."""
    try:
        number = int(code, 16)
        character = chr(number)
    except (ValueError, OverflowError):
        return " "
    if font.lower().startswith(_PICTURES):
        return " "
    if 0xF000 <= number <= 0xF0FF:  # symbol fonts lie in the private area, from 0xF000 on
        number -= 0xF000
        character = chr(number)
    if font.lower().startswith("symbol"):
        return _SYMBOL.get(number, character if 0x20 <= number < 0x7F else " ")
    return character if character.isprintable() else " "
