"""Quantities: numerals with unit, denominator, bound, range and direction, read by pattern."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from msglint.claims.numerals import Numeral, numerals
from msglint.model import Quantity

# Unit name -> (dimension, factor to the dimension's base unit, spellings).
_UNITS: dict[str, tuple[str, float, str]] = {
    "%": ("share", 0.01, r"%|percent|per ?cent|pct"),
    "percentage point": ("points", 1, r"percentage points?|points?"),
    "x": ("multiple", 1, r"x\b|×|times|-?fold"),
    "second": ("time", 1, r"seconds?|secs?|s"),
    "minute": ("time", 60, r"minutes?|mins?"),
    "hour": ("time", 3600, r"hours?|hrs?|h"),
    "day": ("time", 86400, r"(?:(?:working|business|calendar)[ -])?days?"),
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
_AFTER = [(name, re.compile(rf"[\s-]?(?:{spelling})(?![\w])", re.IGNORECASE)) for name, (_, _, spelling) in _UNITS.items()]
_SYMBOLS = re.compile(r"(?P<unit>€|US\$|\$|£|¥|EUR|USD|GBP|CHF|JPY)\s?$")
_SYMBOL_UNIT = {"€": "EUR", "US$": "USD", "$": "USD", "£": "GBP", "¥": "JPY"}

_BEFORE = {
    "up to": r"up to|as (?:much|many|fast|low|high|little|few|long|far|tall|wide|deep|narrow) as|(?:not|n['’]t|no) (?!fewer)\w+er than|best case,? (?:is )?|at (?:the )?most|no (?:more|longer|later) than"
    r"|a maximum of|maximum(?: of)?|max\.?|not more than|capped at|≤|<=",
    "within": r"within|inside|in as little as",
    "at least": r"at least|at (?:the )?(?:very )?least|no (?:fewer|less) than|a minimum of|minimum(?: of)?|min\.|starting at|≥|>=",
    "more than": r"more than|over|above|exceed(?:s|ing)?|upwards? of|north of|greater than|better than|well over|past|longer than|>",
    "less than": r"(?:in )?(?:well )?under|less than|fewer than|below|short of|shorter than|not even|<",
    "about": r"about|around|roughly|approximately|approx\.?|some|circa|c\.|ca\.|~|≈|nearly|almost|close to|nearing|or so",
}
_BEFORE_RE = {
    name: re.compile(rf"(?:^|[\s(,:–—-])(?:{words})(?:\s(?:an?|the(?:\s(?:first|next))?))?\s*(?:[€$£¥]|EUR|USD|GBP)?\s?$", re.IGNORECASE)
    for name, words in _BEFORE.items()
}
_TRAILING = {
    "at least": re.compile(r"\s*,?\s*(?:\+|(?:or|and) (?:more|longer|better|above|over|up)|at (?:the )?(?:very )?least|upwards)", re.I),
    "up to": re.compile(r"\s*,?\s*(?:or (?:less|fewer|under|faster|sooner|below)|at (?:the )?(?:very )?most|tops|max(?:imum)?)\b", re.I),
    "about": re.compile(r"\s*,?\s*(?:or so|or thereabouts|give or take)\b", re.I),
}
_RANGE = re.compile(r"^\s?(?:%|percent|per cent|x)?\s?(?:–|—|-|to|and|or|bis)\s?(?:[€$£¥]\s?)?$", re.IGNORECASE)
_CHANGED_TO = re.compile(r"^[\s\w-]{0,24}?\s?(?:to|→|->|instead of|rather than|down to|up to|down from|up from|against|compared with|before)\s?[€$£]?$", re.I)
_CHANGE_VERB = re.compile(
    r"\b(?:went|go(?:es)?|grew|grow\w*|rose|rise\w*|fell|fall\w*|cut|reduced?|lowered|raised?|increased?|decreased?|improved?|dropped|moved|"
    r"jumped|climbed|shortened|shrank|down|up|brought)\b[^.;]{0,60}\bfrom\s(?:[€$£¥]\s?)?$", re.IGNORECASE)
_SCALE_GAP = re.compile(r"^\s?(?:–|—|-|to|and)\s?(?:[€$£¥]\s?)?$", re.IGNORECASE)
_DURATION_GAP = re.compile(r"^(?:\s|,?\sand\s|,\s)$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from|anywhere from|something between|ranging from)\s(?:[€$£¥]\s?)?$", re.IGNORECASE)
_PER = re.compile(
    r"\s*(?:,?\s?(?:per|an?|each|every|the|/)\s?)(?P<unit>second|minute|hour|day|week|month|quarter|year|employee|user|seat|room|account|driver|source|technician|licence|license|device|machine|project|"
    r"customer|site|person|order|pick|transaction|shift|night|unit|tonne|ton|km|kilomet(?:re|er)|mile|line|visit|invoice|head)s?\b",
    re.IGNORECASE,
)
_PERIODS = ("second", "minute", "hour", "day", "week", "month", "quarter", "year")
_AND_PERIOD = re.compile(rf"\sand (?P<unit>{'|'.join(_PERIODS)})\b", re.IGNORECASE)
_PER_ADVERB = re.compile(r"\b(?P<unit>hour|dai|week|month|quarter|year|annual)ly\b|\b(?P<annum>per annum|p\.a\.)", re.IGNORECASE)
_ARTICLE_DURATION = re.compile(
    r"\b(?:in|within|inside|under|after|than|takes?|took|over|about|for|by|only|just|almost|nearly|sav(?:es?|ed|ing)) "
    r"(?P<span>(?:an?|one) (?P<unit>minute|hour|day|week|month|quarter|year)(?P<half> and a half)?)\b(?!['’]s| and (?!a half))",
    re.IGNORECASE,
)
_LONGER_UNIT = re.compile(r"\b(?:an?|one) (?P<unit>minute|hour|day|week|month|year) and $", re.IGNORECASE)
_RATIO = re.compile(r"^\s(?:in|out of|of(?: every)?)\s(?:every\s)?$", re.IGNORECASE)
_RATIO_NOUN = re.compile(r"^\s\w+\s(?:in|out of)\s(?:every\s)?$", re.IGNORECASE)
_ROUND = (3, 4, 5, 10, 20, 100, 1000)
_LESS = re.compile(
    r"\b(?:less|fewer|lower|cheaper|smaller|shorter|faster|quicker|sooner|down|reduc\w+|cut(?:s|ting)?|drop\w*|fell|fall\w*|decreas\w+|"
    r"sav(?:e|es|ed|ing|ings)|shrink\w*|shrank|shav\w+|slash\w*|lessen\w*|off|trim\w*|halv\w+|saved|declin\w+)\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:more|higher|greater|larger|bigger|up|increas\w+|rais\w+|rise|rises|rose|grow\w*|grew|boost\w*|gain\w*|improv\w+|lift\w*|"
    r"climb\w*|extra|additional|longer|better|uplift)\b",
    re.IGNORECASE,
)
# What only bounds the figure that follows says nothing about a change: "up to 50 %", "less than 1 %".
_BOUND_BEFORE = re.compile(r"\b(?:up to|(?:more|less|fewer|lower|higher|greater|longer|better) than)\s?$", re.IGNORECASE)
_SIGN = re.compile(r"(?:^|[\s(])[+−–-]$")
_WORD_MULTIPLES = re.compile(
    r"\b(?P<two>twice|doubl(?:e|es|ed|ing)|two-?fold)\b|\b(?P<three>tripl(?:e|es|ed|ing)|trebl(?:e|es|ed|ing)|thrice)\b"
    r"|\b(?P<four>quadrupl(?:e|es|ed|ing))\b|\b(?P<half>halv(?:e|es|ed|ing))\b"
    r"|\b(?P<fold>three|four|five|six|seven|eight|nine|ten)fold\b",
    re.IGNORECASE,
)
# Digits that name something rather than count it: standards, versions, product numbers, references.
_NOT_A_COUNT = re.compile(
    r"(?:\b(?:ISO(?:/IEC)?|IEC|EN|DIN|SOC|PCI|DSS|NIS|UL|RFC|GDPR|Article|Art\.|Section|Part|Chapter|Figure|Fig\.|"
    r"Table|Slide|Page|p\.|Type|Tier|Level|Phase|Step|Version|v|Q|H|No\.|Nr\.|Number|Room|Hall|Stand|Microsoft|"
    r"Office|Dynamics|Windows|Java|Python|Fortune|Industry|Formula|Appendix|Annex|Class|Series|Gen|HTTP|TLS|UTF|Web|"
    r"Layer|Scope|Basel|Form|IP|IPv|page|slide|chapter|section|figure|version|article|annex|appendix|step|phase|"
    r"level|tier|room|number|scope)[\s-]?|#|\b[A-Z]{2,}-|\b[A-Z]/|\+)$"
)
# Telephone numbers, times of the day and days such as 01/02/2025.
_NO_FIGURES = re.compile(
    r"(?:\+|(?<![\d.,])0)\d[\d\s()/-]{6,}\d|\b\d{1,2}(?::\d\d(?:\s?[ap]\.?m\b\.?)?|\s?[ap]\.m\.|\s?[ap]m\b)|"
    r"\b\d{1,2}/\d{1,2}/\d{2,4}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Unit:
    name: str
    dimension: str
    factor: float
    end: int


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity in `text`, in order. Dates' digits must be blanked out by the caller beforehand."""
    text = _NO_FIGURES.sub(lambda match: "§" * len(match[0]), text)
    found = _counted(text, _with_shared_scales(text, [n for n in numerals(text) if not _names_something(text, n)]))
    found += [_multiple(text, match) for match in _WORD_MULTIPLES.finditer(text)]
    found += _article_durations(text)
    found = [_with_longer_unit(text, quantity) for quantity in found]
    found.sort(key=lambda quantity: (quantity.start, -quantity.end))
    found = _joined_durations(text, [q for q in found if not any(_covers(other, q) for other in found)])
    return tuple(q for q in _with_shared_units(text, found) if not _figure_of_speech(q))


def _counted(text: str, numbers: list[Numeral]) -> list[Quantity]:
    """A quantity for each numeral, two that make a range or a ratio taken together."""
    found = []
    skip = -1
    for index, number in enumerate(numbers):
        if index <= skip:
            continue
        after = numbers[index + 1] if index + 1 < len(numbers) else None
        joined = after and (_range(text, number, after) or _ratio(text, number, after))
        found.append(joined or _single(text, number))
        skip = index + 1 if joined else skip
    return found


def _with_shared_scales(text: str, numbers: list[Numeral]) -> list[Numeral]:
    """ "from 21 to 30 million": a figure before "to" takes the million of the one after it."""
    shared = list(numbers)
    for index, (left, right) in enumerate(pairwise(numbers)):
        gap = text[left.end : right.start]
        smaller = left.scale == 1 and left.high <= right.high / right.scale
        if right.scale >= 1000 and smaller and _SCALE_GAP.match(gap):
            shared[index] = replace(left, low=left.low * right.scale, high=left.high * right.scale, scale=right.scale)
    return shared


def _covers(outer: Quantity, inner: Quantity) -> bool:
    """Whether `inner` is a part of `outer`'s words: the "a half" of "a year and a half"."""
    length = outer.end - outer.start
    return outer.start <= inner.start and inner.end <= outer.end and length > inner.end - inner.start


def _names_something(text: str, number: Numeral) -> bool:
    if re.match(r"\s?(?:%|per ?cent|x\b|times\b)", text[number.end :], re.IGNORECASE):
        return False
    return bool(_NOT_A_COUNT.search(text[: number.start]))


def _article_durations(text: str) -> list[Quantity]:
    """ "inside a minute", "in a year and a half": an article that counts one."""
    found = []
    for match in _ARTICLE_DURATION.finditer(text):
        value = 1.5 if match["half"] else 1.0
        unit = match["unit"].lower()
        start, end = match.start("span"), match.end("span")
        qualifier = _qualifier(text, start, end)
        per, end = _denominator(text, end) if end == match.end() else ("", end)
        written, factor = text[start:end], _UNITS[unit][1]
        found.append(_open(Quantity(written, value, value, value, unit, "time", factor, per, qualifier, start=start, end=end)))
    return found


def _with_longer_unit(text: str, quantity: Quantity) -> Quantity:
    """ "a year and two months" is fourteen months."""
    match = _LONGER_UNIT.search(text[: quantity.start]) if quantity.dimension == "time" else None
    if match is None:
        return quantity
    extra = _UNITS[match["unit"].lower()][1] / quantity.factor
    low, high = quantity.low + extra, quantity.high + extra
    return replace(quantity, value=quantity.value + extra, low=low, high=high, start=match.start(), text=match[0] + quantity.text)


def _joined_durations(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "1 hour 30 minutes" and "two years and six months" are one duration each."""
    joined: list[Quantity] = []
    for quantity in found:
        last = joined[-1] if joined else None
        if last and _DURATION_GAP.match(text[last.end : quantity.start]) and _continues(last, quantity):
            extra = quantity.value * quantity.factor / last.factor
            joined[-1] = replace(
                last, value=last.value + extra, low=last.low and last.low + extra, high=last.high + extra,
                text=text[last.start : quantity.end], per=quantity.per, end=quantity.end,
            )  # fmt: skip
        else:
            joined.append(quantity)
    return joined


def _continues(longer: Quantity, shorter: Quantity) -> bool:
    timed = longer.dimension == shorter.dimension == "time" and not longer.per and not shorter.qualifier
    return timed and shorter.low == shorter.high and shorter.value * shorter.factor < longer.factor


def _figure_of_speech(quantity: Quantity) -> bool:
    """ "one of our robots", "a thousand ways": words that count nothing."""
    written = quantity.text.lower()
    return quantity.dimension == "count" and (written.split()[0] == "one" or written in ("a thousand", "a hundred", "a million"))


def _with_shared_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "from 14 to 3 hours", "22 minutes instead of 44": the figure without a unit takes its partner's."""
    shared = list(found)
    for index, (left, right) in enumerate(pairwise(found)):
        if not _CHANGED_TO.match(text[left.end : right.start]):
            continue
        if left.dimension == "count" != right.dimension:
            shared[index] = _open(replace(left, unit=right.unit, dimension=right.dimension, factor=right.factor, per=right.per))
        elif right.dimension == "count" != left.dimension:
            shared[index + 1] = _open(replace(right, unit=left.unit, dimension=left.dimension, factor=left.factor, per=left.per))
    return shared


def _single(text: str, number: Numeral) -> Quantity:
    unit = _unit_at(text, number)
    return _quantity(text, number.start, number.low, number.high, unit, number)


def _range(text: str, first: Numeral, second: Numeral) -> Quantity | None:
    if first.kind != "number" or second.kind != "number":
        return None
    if _CHANGE_VERB.search(text[: first.start]):
        return None
    first_unit = _unit_at(text, first)
    gap = text[first_unit.end : second.start]
    unit = _unit_at(text, second)
    if unit.dimension == "count" and first_unit.dimension.startswith("money"):
        unit = replace(first_unit, end=second.end)
    if not _RANGE.match(gap) or first_unit.dimension not in ("count", unit.dimension):
        return None
    if gap.strip() == "and" and not _BETWEEN.search(text[: first.start]):
        return None
    if gap.strip() == "or" and second.low > 2 * first.low:
        return None
    low = first.low * (first_unit.factor / unit.factor if first_unit.dimension != "count" else 1)
    if low > second.low:
        return None
    return _quantity(text, first.start, low, second.high, unit, second)


def _ratio(text: str, first: Numeral, second: Numeral) -> Quantity | None:
    """Read "4 in 100", "4 callers in 100" and "one out of four" as shares."""
    gap = text[first.end : second.start]
    if not 0 < first.low < second.low or not (_RATIO.match(gap) or (_RATIO_NOUN.match(gap) and second.low in _ROUND)):
        return None
    if gap.strip().lower() == "of" and second.low > 100:
        return None
    share = first.low / second.low * 100
    spread = 0.0 if text[first.start].isdigit() else 2.5  # words round: "seven in ten" is said of 71 %
    found = _quantity(text, first.start, share - spread, share + spread, _Unit("%", "share", 0.01, second.end), second)
    return replace(found, qualifier="about") if spread and not found.qualifier else found


def _multiple(text: str, match: re.Match[str]) -> Quantity:
    start, end = match.span()
    value = {"three": 3.0, "four": 4.0, "half": 0.5}.get(match.lastgroup or "", 2.0)
    if match["fold"]:
        value = numerals(match["fold"])[0].low
    direction = "less" if match.lastgroup == "half" or _LESS.search(text[end : end + 20]) else "more"
    return Quantity(match[0], value, value, value, "x", "multiple", 1.0, "", _qualifier(text, start, end), direction, "", start, end)


def _quantity(text: str, start: int, low: float, high: float, unit: _Unit, last: Numeral) -> Quantity:
    symbol = _SYMBOLS.search(text[:start])
    begin = symbol.start("unit") if symbol and unit.dimension.startswith("money") else start
    per, end = _denominator(text, unit.end)
    value = (low + high) / 2 if last.kind != "vague" else low
    found = Quantity(
        text=text[begin:end].strip(), value=value, low=low, high=high, unit=unit.name, dimension=unit.dimension,
        factor=unit.factor, per=per, start=begin, end=end,
        qualifier=_qualifier(text, begin, end) or ("more than" if last.open_ended else ""),
    )  # fmt: skip
    if found.dimension in ("share", "multiple", "fraction"):
        found = replace(found, direction=_direction(text, found))
    return _open(found)


def _open(quantity: Quantity) -> Quantity:
    """Widen the interval by the qualifier: "up to 30" is [0, 30], "more than 30" is [30, ∞), "about 30" ±10 %."""
    low, high = quantity.low, quantity.high
    match quantity.qualifier:
        case "up to" | "less than":
            low = 0.0
        case "at least" | "more than":
            high = inf
        case "about":
            low, high = low * 0.9, high * 1.1
    return replace(quantity, low=low, high=high)


def _unit_at(text: str, number: Numeral) -> _Unit:
    symbol = _SYMBOLS.search(text[: number.start])
    if symbol:
        name = _SYMBOL_UNIT.get(symbol["unit"], symbol["unit"])
        return _Unit(name, _UNITS[name][0], 1.0, number.end)
    best = None
    for name, pattern in _AFTER:
        match = pattern.match(text, number.end)
        if match and (best is None or match.end() > best[1].end()) and _case_fits(match[0].strip(" -")):
            best = (name, match)
    if best:
        dimension, factor, _ = _UNITS[best[0]]
        return _Unit(best[0], dimension, factor, best[1].end())
    if number.kind == "fraction":
        article = re.match(r"\s(?:an?|of an?)\s(second|minute|hour|day|week|month|quarter|year)\b", text[number.end :], re.I)
        if article:
            dimension, factor, _ = _UNITS[article[1].lower()]
            return _Unit(article[1].lower(), dimension, factor, number.end + article.end())
        return _Unit("part", "share", 1.0, number.end)
    return _Unit("", "count", 1.0, number.end)


def _case_fits(spelling: str) -> bool:
    return spelling in _CASED or spelling.lower() not in {cased.lower() for cased in _CASED}


def _denominator(text: str, end: int) -> tuple[str, int]:
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
    later = re.match(r"\s(?:[\w-]+\s){0,3}?(?:per|an?|each|every)\s(second|minute|hour|day|week|month|quarter|year|shift)\b", text[end:], re.I)
    return (later[1].lower(), end) if later else ("", end)


def _qualifier(text: str, start: int, end: int) -> str:
    for name, pattern in _BEFORE_RE.items():
        if pattern.search(text[:start]):
            return name
    for name, pattern in _TRAILING.items():
        if pattern.match(text, end):
            return name
    return ""


def _direction(text: str, quantity: Quantity) -> str:
    after = text[quantity.end : quantity.end + 24]
    before = _BOUND_BEFORE.sub("", text[max(0, quantity.start - 60) : quantity.start])
    if sign := _SIGN.search(before):
        return "more" if sign[0].strip() == "+" else "less"
    if re.match(r"\s?(?:of|as (?:much|many|long|fast))\b", after):
        return ""
    for window in (after, before):
        less, more = _LESS.search(window), _MORE.search(window)
        if less and (not more or less.start() <= more.start()):
            return "less"
        if more:
            return "more"
    return ""
