"""Quantities: numerals with unit, denominator, bound, range and direction, read by pattern."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from msglint.claims.bounds import LESS, leans_below, opened, read_direction, read_qualifier
from msglint.claims.numerals import Numeral, numerals
from msglint.claims.units import SYMBOLS, UNITS, Unit, read_denominator, read_unit
from msglint.model import Cue, Quantity

# A currency before the second of two figures.
_MONEY = r"\s?(?:(?:[€$£¥₹]|(?-i:[A-Z]{1,2}\$|[A-Z]{3}|kr\.?))\s?)?"
_RANGE = re.compile(rf"^\s?(?:%|percent|per cent|x)?\s?(?:–|—|-|to|and|or|bis)\s?{_MONEY}$", re.IGNORECASE)
_CHANGED_TO = re.compile(
    r"^[\s\w-]{0,24}?\s?(?:to|→|->|instead of|rather than|down to|up to|down from|up from|against|"
    rf"compared with|before){_MONEY}$",
    re.I,
)
_CHANGE_VERB = re.compile(
    r"\b(?:went|go(?:es)?|grew|grow\w*|rose|rise\w*|fell|fall\w*|cut|reduced?|lowered|raised?|increased?|"
    r"decreased?|improved?|dropped|moved|jumped|climbed|shortened|shrank|down|up|"
    rf"brought)\b[^.;]{{0,60}}\bfrom\s{_MONEY}$",
    re.IGNORECASE,
)
_SCALE_GAP = re.compile(rf"^\s?(?:–|—|-|to|and)\s?{_MONEY}$", re.IGNORECASE)
_DURATION_GAP = re.compile(r"^(?:\s|,?\sand\s|,\s)$", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"\b(?:between|from|anywhere from|something between|ranging from)\s{_MONEY}$", re.IGNORECASE
)
_ARTICLE_DURATION = re.compile(
    r"\b(?:in|within|inside|under|after|than|takes?|took|over|about|for|by|only|just|almost|nearly|around|"
    r"roughly|approximately|is|was|lasts?|lasted|spans?|another|sav(?:es?|ed|ing)) "
    r"(?P<span>(?:an?|one) (?P<unit>minute|hour|day|week|fortnight|month|quarter|year|decade)"
    r"(?:(?P<more> and (?:a half|a quarter|three quarters))|\b(?!['’]s| and | of (?!an?\b))))\b",
    re.IGNORECASE,
)
_MORE_THAN_ONE = {" and a half": 0.5, " and a quarter": 0.25, " and three quarters": 0.75}
_LONGER_UNIT = re.compile(r"\b(?:an?|one) (?P<unit>minute|hour|day|week|month|year) and $", re.IGNORECASE)
_RATIO = re.compile(r"^\s(?:in|out of|of(?: every)?)\s(?:every\s)?$", re.IGNORECASE)
_RATIO_NOUN = re.compile(r"^\s\w+\s(?:in|out of)\s(?:every\s)?$", re.IGNORECASE)
_ROUND = (3, 4, 5, 10, 20, 100, 1000)
_WORD_MULTIPLES = re.compile(
    r"\b(?P<two>twice(?! (?:an?|per|each|every|in an?|in any) (?:day|week|fortnight|month|quarter|year|"
    r"season)\b)|doubl(?:e|es|ed|ing)|two-?fold)\b|\b(?P<three>tripl(?:e|es|ed|ing)|trebl(?:e|es|ed|"
    r"ing)|thrice)\b|\b(?P<four>quadrupl(?:e|es|ed|ing))\b|\b(?P<half>halv(?:e|es|ed|ing))\b|"
    r"\b(?P<fold>three|four|five|six|seven|eight|nine|ten)fold\b",
    re.IGNORECASE,
)
# Digits that name something rather than count it: standards, versions, product numbers, references.
_NOT_A_COUNT = re.compile(
    r"(?:\b(?:ISO(?:/IEC)?|IEC|EN|DIN|SOC|PCI|DSS|NIS|UL|RFC|GDPR|Article|Art\.|Section|Part|Chapter|Figure|"
    r"Fig\.|Table|Slide|Page|p\.|Type|Tier|Level|Phase|Step|Version|Edition|Release|Generation|Stage|"
    r"Grade|Mk\.?|v|Q|H|No\.|Nr\.|Number|Room|Hall|Stand|"
    r"Microsoft|Office|Dynamics|Windows|Java|Python|Fortune|Industry|Formula|Appendix|Annex|Class|Series|Gen|"
    r"HTTP|TLS|UTF|Web|Layer|Scope|Basel|Form|IP|IPv|page|slide|chapter|section|figure|version|article|annex|"
    r"appendix|edition|release|generation|stage|grade|step|phase|level|tier|room|number|scope)[\s-]?|#|"
    r"\b[A-Z]{2,}-|\b[A-Z]/|\+)$"
)
# Telephone numbers, times of the day and days such as 01/02/2025.
_NO_FIGURES = re.compile(
    r"(?:\+|(?<![\d.,])0)\d[\d\s()/-]{6,}\d|\b\d{1,2}(?::\d\d(?:\s?[ap]\.?m\b\.?)?|\s?[ap]\.m\.|\s?[ap]m\b)|"
    r"\b\d{1,2}/\d{1,2}/\d{2,4}\b",
    re.IGNORECASE,
)


_NUMBERED = re.compile(
    r"\b(?P<what>version|edition|release|generation|level|tier|phase|stage|grade|class|type|mk\.?|v)\s?"
    r"(?P<number>\d+(?:\.\d+)*|I{1,3}\b|IV\b|one\b|two\b|three\b|four\b|five\b)(?![\w%])",
    re.IGNORECASE,
)
_ORDINARY = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "i": "1", "ii": "2", "iii": "3",
             "iv": "4"}  # fmt: skip


_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
# What an ordinal counts; days, weeks, quarters and centuries are dates.
_PLACED = re.compile(
    rf"\b(?P<place>{'|'.join(_PLACES)}|\d+(?:st|nd|rd|th))[- ](?P<what>generation|edition|version|"
    rf"release|season|"
    r"round|place|rank|floor|anniversary|birthday|attempt|try|time|series|stage|phase|step|level|grade|"
    r"chapter|"
    r"term|semester|branch|shop|store|site|plant|factory|title|win|award|star|volume|issue|page|visit|"
    r"lap|child|"
    r"line|reminder|warning|degree|class|year of|largest|biggest|smallest|oldest|fastest|most)\b(?!['’]s)|"
    r"\b(?:ranked|rated|placed|came|finished|comes) (?P<ranked>\d+(?:st|nd|rd|th)|"
    + "|".join(_PLACES)
    + r")\b",
    re.IGNORECASE,
)


def _place(word: str) -> str:
    lower = word.lower()
    return str(_PLACES.index(lower) + 1) if lower in _PLACES else lower[:-2]


def numbered(text: str) -> tuple[Cue, ...]:
    """Things told apart by a number; `kind` is "version 6" for "version 6" and "v6" alike.

    So are those told apart by a place: "third generation" is "generation 3".
    """
    found = []
    for match in _NUMBERED.finditer(text):
        what = {"v": "version", "mk.": "mk"}.get(match["what"].lower(), match["what"].lower())
        number = match["number"].lower()
        found.append(Cue(match[0], *match.span(), f"{what} {_ORDINARY.get(number, number)}"))
    for match in _PLACED.finditer(text):
        what, place = (match["what"] or "rank").lower().split()[0], match["place"] or match["ranked"]
        found.append(Cue(match[0], *match.span(), f"{what} {_place(place)}"))
    return tuple(found)


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity in `text`, in order. Dates' digits must be blanked out by the caller beforehand."""
    text = _NO_FIGURES.sub(lambda match: "§" * len(match[0]), text)
    found = _counted(
        text, _with_shared_scales(text, [n for n in numerals(text) if not _names_something(text, n)])
    )
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
            shared[index] = replace(
                left, low=left.low * right.scale, high=left.high * right.scale, scale=right.scale
            )
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
        value = 1.0 + _MORE_THAN_ONE.get((match["more"] or "").lower(), 0.0)
        unit = match["unit"].lower()
        start, end = match.start("span"), match.end("span")
        qualifier = read_qualifier(text, start, end)
        counted = read_denominator(text, end)
        end = counted.end
        duration = Quantity(
            text[start:end], value, value, value, unit, "time", UNITS[unit][1], counted.per, each=counted.each
        )
        bounded = replace(duration, qualifier=qualifier, start=start, end=end)
        found.append(opened(bounded, nearly=leans_below(text, start)))
    return found


def _with_longer_unit(text: str, quantity: Quantity) -> Quantity:
    """ "a year and two months" is fourteen months."""
    match = _LONGER_UNIT.search(text[: quantity.start]) if quantity.dimension == "time" else None
    if match is None:
        return quantity
    extra = UNITS[match["unit"].lower()][1] / quantity.factor
    low, high = quantity.low + extra, quantity.high + extra
    return replace(
        quantity,
        value=quantity.value + extra,
        low=low,
        high=high,
        start=match.start(),
        text=match[0] + quantity.text,
    )


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
    return quantity.dimension == "count" and (
        written.split()[0] == "one" or written in ("a thousand", "a hundred", "a million")
    )


def _with_shared_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "from 14 to 3 hours", "22 minutes instead of 44": the figure without a unit takes its partner's."""
    shared = list(found)
    for index, (left, right) in enumerate(pairwise(found)):
        if not _CHANGED_TO.match(text[left.end : right.start]):
            continue
        if left.dimension == "count" != right.dimension:
            shared[index] = opened(
                replace(left, unit=right.unit, dimension=right.dimension, factor=right.factor, per=right.per)
            )
        elif right.dimension == "count" != left.dimension:
            shared[index + 1] = opened(
                replace(right, unit=left.unit, dimension=left.dimension, factor=left.factor, per=left.per)
            )
    return shared


def _single(text: str, number: Numeral) -> Quantity:
    unit = read_unit(text, number)
    return _quantity(text, number.start, number.low, number.high, unit, number)


def _range(text: str, first: Numeral, second: Numeral) -> Quantity | None:
    if first.kind != "number" or second.kind != "number":
        return None
    if _CHANGE_VERB.search(text[: first.start]):
        return None
    first_unit = read_unit(text, first)
    gap = text[first_unit.end : second.start]
    unit = read_unit(text, second)
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
    if not 0 < first.low < second.low or not (
        _RATIO.match(gap) or (_RATIO_NOUN.match(gap) and second.low in _ROUND)
    ):
        return None
    if gap.strip().lower() == "of" and second.low > 100:
        return None
    share = first.low / second.low * 100
    bound = read_qualifier(text, first.start, second.end)
    # Words round: "seven in ten" is said of 71 %, "up to seven in ten" of no more than 70.
    spread = 0.0 if text[first.start].isdigit() or bound not in ("", "about") else 2.5
    found = _quantity(
        text, first.start, share - spread, share + spread, Unit("%", "share", 0.01, second.end), second
    )
    return replace(found, qualifier="about") if spread and not found.qualifier else found


def _multiple(text: str, match: re.Match[str]) -> Quantity:
    start, end = match.span()
    value = {"three": 3.0, "four": 4.0, "half": 0.5}.get(match.lastgroup or "", 2.0)
    if match["fold"]:
        value = numerals(match["fold"])[0].low
    after = text[end : end + 20]
    saves = match.lastgroup == "half" or LESS.search(after) or re.match(r"\sas (?:fast|quick|soon)", after)
    return Quantity(
        match[0], value, low=value, high=value, unit="x", dimension="multiple", start=start, end=end,
        qualifier=read_qualifier(text, start, end), direction="less" if saves else "more",
    )  # fmt: skip


def _quantity(text: str, start: int, low: float, high: float, unit: Unit, last: Numeral) -> Quantity:
    symbol = SYMBOLS.search(text[:start])
    begin = symbol.start("unit") if symbol and unit.dimension.startswith("money") else start
    counted = read_denominator(text, unit.end)
    end = counted.end
    value = (low + high) / 2 if last.kind != "vague" else low
    found = Quantity(
        text=text[begin:end].strip(), value=value, low=low, high=high, unit=unit.name,
        dimension=unit.dimension, factor=unit.factor, per=unit.per or counted.per, each=counted.each,
        start=begin, end=end,
        qualifier=read_qualifier(text, begin, end) or _unsaid_qualifier(last),
    )  # fmt: skip
    if found.dimension in ("share", "multiple", "fraction"):
        found = replace(found, direction=read_direction(text, found))
    return opened(found, nearly=leans_below(text, begin))


def _unsaid_qualifier(number: Numeral) -> str:
    """ "50+" is more than 50, and "hundreds" is vague without saying so."""
    return "more than" if number.open_ended else "about" if number.kind == "vague" else ""
