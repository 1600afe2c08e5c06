"""Text repair that every format shares: what a reader cannot see must not hide a word from the checks."""

from __future__ import annotations

import re

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
# A ligature's letters with their bytes swapped: "昀琀" is U+6600 U+7400 for "f" U+0066, "t" U+0074.
_SWAPPED = {chr(ord(letter) << 8): letter for letter in "abcdefghijklmnopqrstuvwxyz"}
_SWAPPED_RUN = re.compile(
    "(?<![\u2e80-\u9fff])(?:(?<=[A-Za-z]){0}|{0}(?=[A-Za-z])|{0}{{2,4}})(?![\u2e80-\u9fff])".format(
        "[" + "".join(_SWAPPED) + "]"
    )
)
# Names of ligature glyphs that stand where their letters should: "So/f_tware", "o/uniFB03ce".
_GLYPH_NAME = re.compile(
    r"(?<!\S)([^\s/.:@_]*)/(?:uni(FB0[0-6])|([fstTc](?:_f)?_[fijlbhktsp])|(?<=[a-z]/)(ff[il]?)(?=[a-z]))"
    r"(?!\S*(?:[/_]|\.\w))"  # a word of its own: no part of a path or an address
)
_INVISIBLE = re.compile(
    "[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
# Joiners shape letters in Persian and Indic words and build emoji; beside ASCII they only split words.
_JOINERS = re.compile("(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_GENERATED_ALT = re.compile(
    r".*(?:description automatically generated|AI-generated content may be incorrect)\.?|"
    r"\S+\.(?:png|jpe?g|gif|svg|emf|wmf|bmp|tiff?|webp)|"
    r"(?:picture|image|graphic|text box|shape|content placeholder|google shape;\S*)\s*\d*",
    re.IGNORECASE,
)


def clean(text: str) -> str:
    """`text` on one line with single spaces: ligatures spelled out, invisible and control characters gone."""
    if text.isascii():
        return " ".join(_CONTROL.sub(" ", _without_glyph_names(text)).split())
    text = spell_out(_JOINERS.sub("", strip_invisible(_without_glyph_names(text))))
    return " ".join(_CONTROL.sub(" ", text).split())


def spell_out(text: str) -> str:
    """`text` with each ligature as its letters, also those that a wrong map left as Chinese characters."""
    text = text.translate(_LIGATURES)
    return _SWAPPED_RUN.sub(lambda run: "".join(_SWAPPED[each] for each in run[0]), text)


def _without_glyph_names(text: str) -> str:
    if "/" not in text:
        return text
    return _GLYPH_NAME.sub(lambda name: _letters(*name.groups()), text)


def _letters(before: str, code: str | None, parts: str | None, plain: str | None) -> str:
    letters = spell_out(chr(int(code, 16))) if code else (parts or plain or "").replace("_", "")
    return before + letters


def strip_invisible(text: str) -> str:
    """`text` without the characters that take no room: soft hyphens, zero-width spaces, direction marks."""
    return _INVISIBLE.sub("", text)


def unescape_ooxml(text: str) -> str:
    """Characters that Office writes as `_xHHHH_` because XML cannot hold them."""
    return _ESCAPED.sub(lambda match: _character(match[1]), text) if "_x" in text else text


def _character(digits: str) -> str:
    code = int(digits, 16)
    return "" if 0xD800 <= code <= 0xDFFF else chr(code)


def has_words(text: str) -> bool:
    """Whether `text` holds any letter or digit at all."""
    return any(character.isalnum() for character in text)


def is_generated_alt(text: str) -> bool:
    """Whether a program wrote an alt text: a file name, "Picture 3", what it takes the picture for."""
    return _GENERATED_ALT.fullmatch(text) is not None
