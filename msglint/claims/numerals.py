"""English numerals, as digits or as words, read out of a text with their character spans."""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9,
}  # fmt: skip
_FRACTIONS = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "eighth": 1 / 8,
    "tenth": 1 / 10, "hundredth": 1 / 100,
}  # fmt: skip
_VAGUE = {
    "dozens": (24.0, 100.0),
    "hundreds": (200.0, 1000.0),
    "thousands": (2e3, 1e4),
    "millions": (2e6, 1e9),
}
_VAGUE_OF = {"thousand": 1e3, "thousands": 1e3, "million": 1e6, "millions": 1e6}

_PARTS = {"a half": 0.5, "a quarter": 0.25, "three quarters": 0.75}
_GLYPHS = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4}
_SMALL = "|".join(sorted([*_UNITS, *_TENS], key=len, reverse=True))
_SPACES = " \u00a0\u202f"
_DIGITS = (
    rf"\d{{1,3}}(?:(?:,\d{{3}})+|(?:[{_SPACES}]\d{{3}})+|(?:[’']\d{{3}})+)(?:\.\d+)?(?!\d)"
    r"|\d+(?:\.\d+|,\d{1,2}(?![\d,]))?"
)
_WORDS = rf"(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(list(_UNITS)[:9])}))?|(?:{_SMALL})"
_HUNDREDS = rf"(?:(?:an?|{_WORDS})[ -])?hundred(?:(?:\ and)?[ -](?:{_WORDS}))?"
_SCALE = r"thousand|million|billion|trillion"
_GROUP = rf"(?:{_HUNDREDS}|{_WORDS})"
_SCALED = rf"(?:(?:an?|{_GROUP})[ -])?(?:{_SCALE})"
_NUMERAL = re.compile(
    rf"""
    (?P<vague>\b(?:tens|hundreds)\ of\ (?:thousands|millions)\b | \b(?:dozens|hundreds|thousands|millions)\b
        | \b(?:a\ few|several|many)\ (?:hundred|thousand|million)\b)
  | (?P<dozen>\b(?:(?:a|one|two|half\ a)\ )dozen\b)
  | (?P<part_of>\b(?P<share>half|(?:a|one|two|three)[ -](?:third|quarter)s?(?=\ of))
        (?:\ of)?\ an?\ (?P<of>{_SCALE})\b)
  | (?P<fraction>(?<!once\ )(?<!twice\ )(?<!times\ )(?<!per\ )(?<!every\ )\b
        (?:(?P<part>(?<!first\ )(?<!second\ )(?<!other\ )(?<!better\ )half)
            (?![ -](?:year|day|term|time|life|board|marathon)\b)
        |(?:(?:a|one|two|three|four|five|seven|nine|the)[ -])
            (?P<portion>half|third|quarter|fifth|sixth|eighth|tenth|hundredth)s?
            (?![ -](?:quarter|year|time|half|party|parties|place|hour|largest|most)\b))\b)
  | (?P<digits>(?<![\w.])(?<!\d,)(?!24/7)(?<!24/)(?:{_DIGITS})(?![\d]|\.\d|(?:st|nd|rd|th)\b|(?-i:G|D|FA)\b))
        (?P<glyph>[{"".join(_GLYPHS)}])?
        (?:(?P<tight>k|mn|m|bn|b)\b | \s?(?P<scale>hundred|{_SCALE}|bn|mn)\b)?
        (?P<plus>\+)?
  | (?P<bare_glyph>(?<!\w)[{"".join(_GLYPHS)}])
  | (?P<words>\b(?:{_SCALED}(?:\ {_SCALED})*(?:\ {_GROUP}|\ and\ (?:{_WORDS})(?!\ hundred\b))?
        | {_GROUP}(?:\ point\ (?:{_SMALL})(?:\ (?:{_SCALE}))?)?)\b(?!\ (?:point|quarters|thirds|halves)\b))
        (?P<and_half>\ and\ (?:a\ half|a\ quarter|three\ quarters)(?:\ (?P<half_scale>{_SCALE})\b)?)?
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text: the interval [low, high] that it names and where it stands.

    `kind` is "number", "fraction" (of a whole) or "vague"; `open_ended` marks a trailing "+"; `scale` is the
    million of "5 million", 1 without one.
    """

    low: float
    high: float
    start: int
    end: int
    kind: str = "number"
    open_ended: bool = False
    scale: float = 1.0


def numerals(text: str) -> list[Numeral]:
    """All numerals in `text`, left to right, none overlapping."""
    found = []
    for match in _NUMERAL.finditer(text):
        numeral = _read(match)
        if numeral is not None:
            found.append(numeral)
    return found


def _read(match: re.Match[str]) -> Numeral | None:
    span = match.span()
    if match["vague"]:
        return _vague(match["vague"].lower(), *span)
    if match["dozen"]:
        count = {"half a": 6.0, "two": 24.0}.get(match["dozen"].lower().removesuffix(" dozen"), 12.0)
        return Numeral(count, count, *span)
    if match["part_of"]:
        parts = _share(match["share"]) * _SCALES[match["of"].lower()]
        return Numeral(parts, parts, *span)
    if match["fraction"]:
        return _fraction(match["fraction"], *span)
    if match["bare_glyph"]:
        part = _GLYPHS[match["bare_glyph"]]
        return Numeral(part, part, *span, "fraction")
    return _digits(match) if match["digits"] else _spelled(match)


def _digits(match: re.Match[str]) -> Numeral:
    scale = _SCALES[(match["tight"] or match["scale"]).lower()] if match["tight"] or match["scale"] else 1.0
    value = (_float(match["digits"]) + _GLYPHS.get(match["glyph"] or "", 0.0)) * scale
    return Numeral(value, value, *match.span(), open_ended=bool(match["plus"]), scale=scale)


def _float(digits: str) -> float:
    """Commas, spaces and apostrophes group thousands; one or two digits after a comma are decimals."""
    decimal = re.fullmatch(r"(\d+),(\d{1,2})", digits)
    return float(f"{decimal[1]}.{decimal[2]}" if decimal else re.sub(rf"[,’'{_SPACES}]", "", digits))


def _spelled(match: re.Match[str]) -> Numeral | None:
    words = match["words"].lower()
    scale = _SCALES.get(re.split(r"[ -]", words)[-1], 1.0)
    value = _words(words)
    if match["and_half"]:
        part = (
            match["and_half"]
            .lower()
            .removeprefix(" and ")
            .removesuffix(f" {(match['half_scale'] or '').lower()}")
        )
        value += _PARTS[part] * scale
        value *= _SCALES[match["half_scale"].lower()] if match["half_scale"] else 1.0
    return Numeral(value, value, *match.span(), scale=scale if scale >= 1000 else 1.0) if value else None


def _vague(words: str, start: int, end: int) -> Numeral:
    if " of " in words:
        many, _, what = words.partition(" of ")
        factor = {"tens": 10, "hundreds": 100}[many] * _VAGUE_OF[what]
        return Numeral(factor, factor * 10, start, end, "vague")
    if words in _VAGUE:
        return Numeral(*_VAGUE[words], start, end, "vague")
    scale = _SCALES[words.split()[-1]]
    return Numeral(2 * scale, 10 * scale, start, end, "vague")


def _fraction(words: str, start: int, end: int) -> Numeral | None:
    if words.lower().startswith("the ") and words.lower() != "the half":
        return None  # "the third" counts places, not shares
    value = _share(words)
    return Numeral(value, value, start, end, "fraction")


def _share(words: str) -> float:
    """ "half", "a third", "three-quarters" as a number."""
    *times, portion = re.split(r"[ -]", words.lower())
    return _UNITS.get(times[0] if times else "", 1) * _FRACTIONS[portion.removesuffix("s")]


def _words(text: str) -> float:
    if " point " in text.lower():
        whole, _, rest = text.lower().partition(" point ")
        tenths, _, scale = rest.partition(" ")
        return (_words(whole) + _words(tenths) / 10) * _SCALES.get(scale, 1)
    total = current = 0.0
    for word in re.split(r"[ -]+", text.lower()):
        if word in _UNITS:
            current += _UNITS[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in _SCALES:
            total += (current or 1) * _SCALES[word]
            current = 0
    return total + current
