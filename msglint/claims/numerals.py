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
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9,
}  # fmt: skip
_FRACTIONS = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "eighth": 1 / 8,
    "tenth": 1 / 10, "hundredth": 1 / 100,
}  # fmt: skip
_VAGUE = {"dozens": (24.0, 100.0), "hundreds": (200.0, 1000.0), "thousands": (2e3, 1e4), "millions": (2e6, 1e9)}
_VAGUE_OF = {"thousand": 1e3, "thousands": 1e3, "million": 1e6, "millions": 1e6}

_PARTS = {"a half": 0.5, "a quarter": 0.25, "three quarters": 0.75}
_SMALL = "|".join(sorted([*_UNITS, *_TENS], key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:[,  ’']\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORDS = rf"(?:{_SMALL})(?:[ -](?:{_SMALL}))?"
_SCALE = r"hundred|thousand|million|billion|trillion"
_NUMERAL = re.compile(
    rf"""
    (?P<vague>\b(?:tens|hundreds)\ of\ (?:thousands|millions)\b | \b(?:dozens|hundreds|thousands|millions)\b)
  | (?P<dozen>\b(?:(?:a|one|two|half\ a)\ )dozen\b)
  | (?P<fraction>(?<!once\ )(?<!twice\ )(?<!times\ )(?<!per\ )(?<!every\ )\b
        (?:(?P<part>(?<!first\ )(?<!second\ )(?<!other\ )(?<!better\ )half)(?![ -](?:year|day|term|time|life|board|marathon)\b)
        |(?:(?:a|one|two|three|four|nine|the)[ -])(?P<portion>half|third|quarter|fifth|sixth|eighth|tenth|hundredth)s?
        (?!\ (?:quarter|year|time|half|party|parties|place|hour|largest|most)\b))\b)
  | (?P<digits>(?<![\w.])(?:{_DIGITS})(?![\d]))
        (?:(?P<tight>k|mn|m|bn|b)\b | \s?(?P<scale>{_SCALE}|bn|mn)\b)?
        (?P<plus>\+)?
  | (?P<words>\b(?:(?:an?\ )?(?:{_WORDS})?[ -]?(?:hundred(?:\ and)?[ -]?(?:{_WORDS})?|{_SCALE})(?:\ (?:thousand|million|billion))?\b
        | \b(?:{_WORDS})(?:\ point\ (?:{_SMALL})(?:\ (?:{_SCALE}))?)?\b))
        (?P<and_half>\ and\ (?:a\ half|a\ quarter|three\ quarters))?
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text: the interval [low, high] that it names and where it stands.

    `kind` is "number", "fraction" (of a whole) or "vague"; `open_ended` marks a trailing "+".
    """

    low: float
    high: float
    start: int
    end: int
    kind: str = "number"
    open_ended: bool = False


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
    if match["fraction"]:
        return _fraction(match, *span)
    if match["digits"]:
        value = float(re.sub(r"[,  ’']", "", match["digits"]))
        value *= _SCALES[(match["tight"] or match["scale"]).lower()] if match["tight"] or match["scale"] else 1
        return Numeral(value, value, *span, open_ended=bool(match["plus"]))
    value = _words(match["words"]) + _PARTS.get((match["and_half"] or "").removeprefix(" and "), 0)
    return Numeral(value, value, *span) if value else None


def _vague(words: str, start: int, end: int) -> Numeral:
    if " of " in words:
        many, _, scale = words.partition(" of ")
        factor = {"tens": 10, "hundreds": 100}[many] * _VAGUE_OF[scale]
        return Numeral(factor, factor * 10, start, end, "vague")
    return Numeral(*_VAGUE[words], start, end, "vague")


def _fraction(match: re.Match[str], start: int, end: int) -> Numeral | None:
    words = re.split(r"[ -]", match["fraction"].lower())
    if words[0] == "the" and words[1:] != ["half"]:
        return None  # "the third" counts places, not shares
    times = {"two": 2, "three": 3, "four": 4, "nine": 9}.get(words[0], 1)
    value = times * _FRACTIONS[(match["part"] or match["portion"]).lower()]
    return Numeral(value, value, start, end, "fraction")


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
