"""Units of measure: what follows or precedes a number, and what it is counted per."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from msglint.claims.numerals import Numeral

# Unit name -> (dimension, factor to the dimension's base unit, spellings).
UNITS: dict[str, tuple[str, float, str]] = {
    "%": ("share", 0.01, r"%|percent|per ?cent|pct"),
    "percentage point": ("points", 1, r"percentage points?|points?"),
    "x": ("multiple", 1, r"x\b|×|times|-?fold"),
    "second": ("time", 1, r"seconds?|secs?|s"),
    "minute": ("time", 60, r"minutes?|mins?"),
    "hour": ("time", 3600, r"hours?|hrs?|h"),
    "day": ("time", 86400, r"(?:calendar[ -])?days?"),
    "working day": ("time", 120960, r"(?:working|business)[ -]days?"),
    "week": ("time", 604800, r"weeks?|wks?"),
    "month": ("time", 2629800, r"months?"),
    "quarter": ("time", 7889400, r"quarters?"),
    "year": ("time", 31557600, r"years?|yrs?"),
    "millisecond": ("time", 0.001, r"milliseconds?|ms"),
    "gram": ("mass", 0.001, r"grams?|g"),
    "kilogram": ("mass", 1, r"kilograms?|kilos?|kgs?"),
    "tonne": ("mass", 1000, r"tonnes?|(?:metric )?tons?"),
    "millimetre": ("length", 0.001, r"millimet(?:re|er)s?|mm"),
    "centimetre": ("length", 0.01, r"centimet(?:re|er)s?|cm"),
    "metre": ("length", 1, r"met(?:re|er)s?|m"),
    "kilometre": ("length", 1000, r"kilomet(?:re|er)s?|km"),
    "mile": ("length", 1609.344, r"miles?"),
    "square metre": ("area", 1, r"square met(?:re|er)s?|m²|sqm"),
    "litre": ("volume", 1, r"lit(?:re|er)s?"),
    "megabyte": ("data", 1e6, r"megabytes?|MB"),
    "gigabyte": ("data", 1e9, r"gigabytes?|GB"),
    "terabyte": ("data", 1e12, r"terabytes?|TB"),
    "kilowatt-hour": ("energy", 1, r"kWh|kilowatt[- ]hours?"),
    "megawatt-hour": ("energy", 1000, r"MWh|megawatt[- ]hours?"),
    "kilowatt": ("power", 1, r"kW|kilowatts?"),
    "megawatt": ("power", 1000, r"MW|megawatts?"),
    "degree": ("temperature", 1, r"(?:°\s?[CF]?|degrees?)"),
    "EUR": ("money:EUR", 1, r"€|EUR|euros?"),
    "USD": ("money:USD", 1, r"\$|USD|US\$|dollars?"),
    "GBP": ("money:GBP", 1, r"£|GBP|pounds?|quid"),
    "CHF": ("money:CHF", 1, r"CHF|francs?"),
    "JPY": ("money:JPY", 1, r"¥|JPY|yen"),
    "EUR cent": ("money:EUR", 0.01, r"(?:euro|EUR) ?cents?"),
    "cent": ("money:USD", 0.01, r"cents?|¢"),
    "pence": ("money:GBP", 0.01, r"pence|p"),
}
_CASED = {"m", "h", "s", "g", "p", "ms", "MB", "GB", "TB", "kW", "MW"}
_AFTER = [
    (name, re.compile(rf"[\s-]?(?:{spelling})(?![\w])", re.IGNORECASE))
    for name, (_, _, spelling) in UNITS.items()
]
SYMBOLS = re.compile(r"(?P<unit>€|US\$|\$|£|¥|EUR|USD|GBP|CHF|JPY)\s?$")
_SYMBOL_UNIT = {"€": "EUR", "US$": "USD", "$": "USD", "£": "GBP", "¥": "JPY"}
_PER = re.compile(
    r"\s*(?:,?\s?(?:per|an?|each|every|the|/)\s?)(?P<unit>second|minute|hour|day|week|month|quarter|year|"
    r"employee|user|seat|room|account|driver|source|technician|licence|license|device|machine|project|"
    r"customer|site|person|order|pick|transaction|shift|night|unit|tonne|ton|km|kilomet(?:re|er)|mile|line|"
    r"visit|invoice|head)s?\b",
    re.IGNORECASE,
)
_PERIODS = ("second", "minute", "hour", "day", "week", "month", "quarter", "year")
_AND_PERIOD = re.compile(rf"\sand (?P<unit>{'|'.join(_PERIODS)})\b", re.IGNORECASE)
_PER_ADVERB = re.compile(
    r"\b(?P<unit>hour|dai|week|month|quarter|year|annual)ly\b|\b(?P<annum>per annum|p\.a\.)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in a text: `factor` turns it into its dimension's base unit, `end` is where its words end."""

    name: str
    dimension: str
    factor: float
    end: int


def read_unit(text: str, number: Numeral) -> Unit:
    """The unit of `number`: a currency before it or the longest unit after it, else a share or a count."""
    symbol = SYMBOLS.search(text[: number.start])
    if symbol:
        name = _SYMBOL_UNIT.get(symbol["unit"], symbol["unit"])
        return Unit(name, UNITS[name][0], 1.0, number.end)
    best = None
    for name, pattern in _AFTER:
        match = pattern.match(text, number.end)
        if match and (best is None or match.end() > best[1].end()) and _case_fits(match[0].strip(" -")):
            best = (name, match)
    if best:
        dimension, factor, _ = UNITS[best[0]]
        return Unit(best[0], dimension, factor, best[1].end())
    if number.kind == "fraction":
        article = re.match(
            r"\s(?:an?|of an?)\s(second|minute|hour|day|week|month|quarter|year)\b", text[number.end :], re.I
        )
        if article:
            dimension, factor, _ = UNITS[article[1].lower()]
            return Unit(article[1].lower(), dimension, factor, number.end + article.end())
        return Unit("part", "share", 1.0, number.end)
    return Unit("", "count", 1.0, number.end)


def _case_fits(spelling: str) -> bool:
    return spelling in _CASED or spelling.lower() not in {cased.lower() for cased in _CASED}


def read_denominator(text: str, end: int) -> tuple[str, int]:
    """What a quantity that ends at `end` is counted per, "" if nothing, and where those words end.

    A period wins over a thing: "per user per month" is per month.
    """
    match = _PER.match(text, end)
    if match:
        unit = match["unit"].lower()
        over_time = _PER.match(text, match.end()) or _AND_PERIOD.match(text, match.end())
        if over_time and unit not in _PERIODS and over_time["unit"].lower() in _PERIODS:
            return over_time["unit"].lower(), over_time.end()
        return unit, match.end()
    adverb = _PER_ADVERB.search(text[end : end + 30])
    if adverb:
        if adverb["annum"]:
            return "year", end + adverb.end()
        return {"dai": "day", "annual": "year"}.get(adverb["unit"].lower(), adverb["unit"].lower()), end
    later = re.match(
        r"\s(?:[\w-]+\s){0,3}?(?:per|an?|each|every)\s(second|minute|hour|day|week|month|quarter|year|shift)\b",
        text[end:],
        re.I,
    )
    return (later[1].lower(), end) if later else ("", end)
