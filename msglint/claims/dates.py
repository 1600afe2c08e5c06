"""Dates as written in marketing copy, each as the span of days it covers."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msglint.model import Cue, DateSpan

if TYPE_CHECKING:
    from collections.abc import Iterator


MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_QUARTER = (
    rf"Q(?P<q>[1-4])[ /'’]*(?P<qy>{_YEAR})|(?P<qw>first|second|third|fourth|1st|2nd|3rd|"
    rf"4th) quarter(?: of)? (?P<qwy>{_YEAR})"
)
_HALF = rf"H(?P<h>[12])[ /]*(?P<hy>{_YEAR})|(?P<hw>first|second) half(?: of)? (?P<hwy>{_YEAR})"
_NOUNS = "users|customers|companies|sites|employees|people|hours"
_MEASURES = r"euros?|dollars?|pounds|EUR|USD|GBP|kg|km|tonnes?|days|weeks|minutes|seconds|GB|MB|kWh|MW"
# Years before 1950 and after 2049 are numbers unless a word makes them dates.
_OLD = (
    r"(?:(?<=\bin\ )|(?<=\bsince\ )|(?<=\buntil\ )|(?<=\bbefore\ )|(?<=\bafter\ )|(?<=\bfounded\ )|"
    r"(?<=\best\.\ )|(?<=\bestablished\ )|(?<=\bsummer\ of\ ))(?:1[5-8]\d\d|19[0-4]\d|20[5-9]\d)"
)
_PARTS = {
    "early": (1, 6),
    "late": (7, 12),
    "spring": (2, 6),
    "summer": (5, 9),
    "autumn": (8, 12),
    "fall": (8, 12),
}
_DECADE_PARTS = {"early": (0, 4), "mid": (3, 7), "late": (5, 9)}
_CENTURIES = {
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20,
}  # fmt: skip
_DATE = re.compile(
    rf"""
    (?P<iso>\b{_YEAR}-\d\d-\d\d\b)
  | (?P<iso_month>\b{_YEAR}-(?:0[1-9]|1[0-2])\b(?!-))
  | (?:\b|(?<=FY))(?P<split_year>{_YEAR}[/–-]\d\d\b)(?![\d/–-])
  | \b(?P<dotted>\d{{1,2}}\.\d{{1,2}}\.{_YEAR})\b
  | \b(?P<dmy>(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\ (?:of\ )?(?P<dm>{_MONTH})\.?,?\ (?P<dy>{_YEAR}))\b
  | \b(?P<mdy>(?P<mm>{_MONTH})\.?\ (?P<md>\d{{1,2}})(?:st|nd|rd|th)?,?\ (?P<my>{_YEAR}))\b
  | \b(?P<month>(?P<m>{_MONTH})\.?,?\ (?:of\ )?(?P<y>{_YEAR}))\b
  | \b(?P<quarter>{_QUARTER.replace(" ", chr(92) + " ")})\b
  | \b(?P<half>{_HALF.replace(" ", chr(92) + " ")})\b
  | \b(?P<decade>(?:(?P<tenth>early|mid|late)[-\ ])?(?P<ten>1[5-9]\d|20\d)0['’]?s)\b
  | (?:\bthe\ |\b(?:early|mid|late)[-\ ])
        (?P<century>(?:(?P<cd>1[4-9]|20)th|(?P<cw>{"|".join(_CENTURIES)}))[-\ ]century)\b
  | \b(?P<partial>(?P<part>{"|".join(_PARTS)})[-\ ](?:of\ |in\ )?(?P<whole>{_YEAR}))\b
  | (?P<old>{_OLD})\b(?![\d%€–-]|[.,]\d|\ (?!is\b|was\b|has\b|its\b|his\b|this\b|as\b)[a-z]+s\b)
  | (?<![\d.,€$£/:])(?:\b|(?<=FY))(?P<year>{_YEAR})\b(?![\d%€]|[.,]\d|\ (?:%|percent|{_NOUNS}|{_MEASURES})\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A bare year is no date as part of a name ("ISO 2015"), after a hyphen unless in "2020-2025" and "mid-2025",
# after a bound ("up to 2000"), or where it counts ("2000 kitchens").
_NO_YEAR_AFTER = re.compile(
    r"\b(?-i:ISO|IEC|EN|DIN)\S*[\s:/-]\S*$|(?<!\d{4})(?<!\bmid)(?<!\bearly)(?<!\blate)-$|"
    r"\b(?:more than|fewer than|less than|up to|at least|nearly|almost|some) $",
    re.IGNORECASE,
)
_IN_A_YEAR = re.compile(
    r"\b(?:in|since|by|until|till|from|to|before|after|during|of|year|\w+(?:ary|ber|ch|il|y)),? $", re.I
)


_FROM = re.compile(
    r"\b(?:since|from|as from|with effect from|starting(?: in| on)?|beginning(?: in| on)?|after|effective)"
    r"(?: the (?:start|beginning|end) of)? $",
    re.IGNORECASE,
)
_ONWARDS = re.compile(r" (?:onwards?|and after|or later)\b", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:until|till|through|by|before|prior to|(?:no|not) later than|up to|expires? (?:in|on)|"
    r"ends? (?:in|on))(?: the (?:start|beginning|end|close) of)? $",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\b(?:start|open|begin|commence|launch|take effect|reopen|resume)(?:s|es|ed|ing)? (?:on|in|at) $", re.I
)
_CLOSES = re.compile(
    r"\b(?:end|close|finish|expire|conclude|stop|cease)(?:s|es|d|ed|ing)? (?:on|in|at) $", re.I
)
_BEFORE = re.compile(r"\b(?:before|prior to) $", re.IGNORECASE)
_AFTER = re.compile(r"\bafter $", re.IGNORECASE)
_MONTH_NAMES = "|".join(name for name in calendar.month_name if name)
_DAY_OF_YEAR = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{_MONTH})|(?P<first>first) of (?P<m3>{_MONTH})|"
    rf"(?P<m2>{_MONTH})\.? (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)\b(?![\d%:]|[.,]\d)",
    re.IGNORECASE,
)
# May and March are months only after a word that says when.
_WHEN = r"(?i:in|by|since|until|from|before|after|of|to|early|late|mid|every|each|this|next|last|and|or)[ -]"
_BARE_MONTH = re.compile(rf"\b(?P<month>{_MONTH_NAMES.replace('March|', '').replace('May|', '')})\b")
_UNSURE_MONTH = re.compile(rf"\b{_WHEN}(?P<month>March|May)\b")
_SEASON = re.compile(
    r"\b(?:(?P<season>summer|autumn|winter)|(?:this|last|next|in|every|each|the|since|by|until|late|early|"
    r"of) (?P<after>spring|fall)(?! (?:in|to|by|of)\b))\b",
    re.IGNORECASE,
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b(?P<name>(?<!Black ){'|(?<!Black )'.join(_WEEKDAYS)})s?\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap])\.?m\b\.?|"
    r"\b(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)\b|\b(?:12 )?(?P<noon>noon|midday)\b|"
    r"\b(?P<midnight>midnight)\b",
    re.IGNORECASE,
)
_HOLIDAY = re.compile(
    r"\b(?P<name>Christmas|Easter|New Year|Thanksgiving|Halloween|Black Friday|Ramadan|Diwali|Whitsun|"
    r"Pentecost|Ascension|Carnival|Hanukkah)\b"
)
_RELATIVE = re.compile(
    r"\b(?P<which>last|previous|past|this|current|next|coming|following) (?P<unit>year|month|quarter|week|"
    r"season|term|spring|summer|autumn|winter|decade|century)\b",
    re.IGNORECASE,
)
_UNIT_OF_TIME = r"month|quarter|year|week|season|term|semester|day|decade"
_NTH = r"first|second|third|fourth|fifth|last|final|1st|2nd|3rd|4th|5th"
_EDGE_OF = rf"(?:the|each|every|a|any|that|this|next|your|our)(?: \w+)? (?P<unit>{_UNIT_OF_TIME})"
_EDGE = re.compile(
    rf"\b(?P<edge>start|beginning|middle|end|close) of (?:{_EDGE_OF}|"
    rf"(?P<month>{_MONTH_NAMES}))\b(?! \d{{4}})|"
    rf"\bthe (?P<first>first|last|final)(?: (?:working|business|"
    rf"calendar))?(?: day)? of {_EDGE_OF.replace('unit', 'unit2')}\b|"
    rf"\bthe (?P<day>\d{{1,2}})(?:st|nd|rd|"
    rf"th)(?: day)?(?: of {_EDGE_OF.replace('unit', 'unit3')})?\b(?!-| (?:century|floor|edition|"
    rf"place|anniversary|of (?:{_MONTH_NAMES})))|"
    rf"\b(?P<part>early|mid|late)[- ](?P<month2>{_MONTH_NAMES})\b(?! \d{{4}})",
    re.IGNORECASE,
)
_EDGES = {
    "start": "start", "beginning": "start", "first": "start", "early": "start", "middle": "middle",
    "mid": "middle", "end": "end", "close": "end", "last": "end", "final": "end", "late": "end",
}  # fmt: skip
_NTH_DAY = re.compile(
    rf"\b(?P<nth>{_NTH})(?: (?:and|or) (?:{_NTH}))? (?P<day>{'|'.join(_WEEKDAYS)}|week|weekend|fortnight)s?"
    rf"(?= (?:of|in|every|each)\b)",
    re.IGNORECASE,
)
_NTHS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "final": "last"}
_DAYPART = re.compile(
    rf"\b(?:in the|every|each|by|this|on|tomorrow|yesterday|(?:{'|'.join(_WEEKDAYS)}))s? "
    r"(?:(?:early|late|same|next) )?(?P<part>morning|afternoon|evening)s?\b",
    re.IGNORECASE,
)
_TODAY = re.compile(r"(?<!of )\b(?P<day>today|tomorrow|yesterday)\b(?!['’]s)", re.IGNORECASE)
_WEEKPART = re.compile(
    r"\b(?:at|on|over|during|every|the|each)(?: the)? (?P<part>weekend|weekday|working day|week day)s?\b",
    re.I,
)
_O_CLOCK = re.compile(
    r"\b(?P<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}) o['’]clock\b|"
    r"\b(?P<part>half past|quarter past|quarter to) "
    r"(?P<of>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\b",
    re.IGNORECASE,
)
_WHICH = {"previous": "last", "past": "last", "current": "this", "coming": "next", "following": "next"}


def dates(text: str) -> tuple[DateSpan, ...]:
    """Every absolute date in `text`, in order: a day, month, quarter, half-year, year or decade.

    A day on which "before" or "after" borders counts as covered: "before October" reaches into September.
    """
    return tuple(_span(m) for m in _DATE.finditer(text) if _plausible(m))


def _span(match: re.Match[str]) -> DateSpan:
    before, after = match.string[: match.start()], match.string[match.end() :]
    first, last = _days(match)
    if _BEFORE.search(before):
        first = (date.fromisoformat(first) - timedelta(days=1)).isoformat()
    if _AFTER.search(before):
        last = (date.fromisoformat(last) + timedelta(days=1)).isoformat()
    bound = (
        "from" if _FROM.search(before) or _ONWARDS.match(after) else "until" if _UNTIL.search(before) else ""
    )
    return DateSpan(match[0], first, last, *match.span(), bound)


def points_in_time(text: str, spans: tuple[DateSpan, ...]) -> tuple[Cue, ...]:
    """Times told without a year, outside `spans`; `kind` is a sort and a value: "day 05-07", "season winter".

    The sorts are day, month, season, weekday, clock, holiday and, for "next year", the unit itself.
    """
    found = [*_year_days(text), *_clock_times(text)]
    for pattern in (_BARE_MONTH, _UNSURE_MONTH):
        found += [
            Cue(m["month"], *m.span("month"), f"month {MONTHS[m['month'].lower()]:02}")
            for m in pattern.finditer(text)
        ]
    for match in _SEASON.finditer(text):
        season = (match["season"] or match["after"]).lower().replace("fall", "autumn")
        found.append(Cue(match[0], *match.span(), f"season {season}"))
    found += [Cue(m[0], *m.span(), f"weekday {m['name'].lower()}") for m in _WEEKDAY.finditer(text)]
    found += [Cue(m[0], *m.span(), f"holiday {m['name'].lower()}") for m in _HOLIDAY.finditer(text)]
    for match in _RELATIVE.finditer(text):
        which = match["which"].lower()
        found.append(Cue(match[0], *match.span(), f"{match['unit'].lower()} {_WHICH.get(which, which)}"))
    found += [*_edges(text), *_parts(text)]
    taken: list[DateSpan | Cue] = [*spans, *(cue for cue in found if cue.kind.startswith("day "))]
    free = [
        cue
        for cue in found
        if not any(other is not cue and other.start <= cue.start < other.end for other in taken)
    ]
    return tuple(sorted([*free, *_bounds(text, free)], key=lambda cue: cue.start))


def _edges(text: str) -> Iterator[Cue]:
    """ "The end of the month", "the 15th of every month", "the first Monday of each month", "late June"."""
    for match in _EDGE.finditer(text):
        month = match["month"] or match["month2"]
        of = f"{MONTHS[month.lower()]:02}" if month else match["unit"] or match["unit2"] or match["unit3"]
        word = match["edge"] or match["first"] or match["part"]
        value = _EDGES[word.lower()] if word else match["day"]
        sort = f"edge-{(of or 'month').lower()}"
        yield Cue(match[0], *match.span(), f"{sort} {'start' if value == '1' else value}")
    for match in _NTH_DAY.finditer(text):
        nth = match["nth"].lower()
        value = nth[0] if nth[0].isdigit() else _NTHS.get(nth, nth)
        yield Cue(match[0], *match.span(), f"nth-{match['day'].lower()} {value}")


def _parts(text: str) -> Iterator[Cue]:
    """Parts of the day and the week, "tomorrow", and hours whose half of the day is left open."""
    for sort, pattern in (("daypart", _DAYPART), ("weekpart", _WEEKPART)):
        for match in pattern.finditer(text):
            part = match["part"].lower()
            part = "weekday" if "day" in part else part
            yield Cue(match[0], *match.span("part"), f"{sort} {part}")
    for match in _TODAY.finditer(text):
        yield Cue(match[0], *match.span(), f"today {match['day'].lower()}")
    for match in _O_CLOCK.finditer(text):
        yield Cue(match[0], *match.span(), f"clockface {match[0].lower().replace('’', chr(39))}")


def _bounds(text: str, points: list[Cue]) -> list[Cue]:
    """Which way a point in time bounds what is said: "from 27 October" is "bound-day-10-27 from"."""
    found = []
    for cue in points:
        sort, _, value = cue.kind.partition(" ")
        if sort not in ("day", "month", "clock", "weekday", "holiday", "season"):
            continue
        before, after = text[: cue.start], text[cue.end :]
        opens = _FROM.search(before) or _OPENS.search(before)
        onwards = _ONWARDS.match(after)
        word = opens or _UNTIL.search(before) or _CLOSES.search(before)
        if word or onwards:
            bound = "from" if opens or onwards else "until"
            start = word.start() if word else cue.start
            end = cue.end + (onwards.end() if onwards else 0)
            found.append(Cue(text[start:end], start, end, f"bound-{sort}-{value} {bound}"))
    return found


def _year_days(text: str) -> list[Cue]:
    found = []
    for match in _DAY_OF_YEAR.finditer(text):
        name = match["m1"] or match["m2"] or match["m3"]
        day = int(match["day"] or match["day2"] or 1)
        if name[0].isupper() and 1 <= day <= 31:
            found.append(Cue(match[0], *match.span(), f"day {MONTHS[name.lower()]:02}-{day:02}"))
    return found


def _clock_times(text: str) -> list[Cue]:
    found = []
    for match in _CLOCK.finditer(text):
        hour = 12 if match["noon"] else int(match["hour"] or match["hour24"] or 0)
        if match["half"]:
            hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
        minute = int(match["minute"] or match["minute24"] or 0)
        found.append(Cue(match[0], *match.span(), f"clock {hour % 24:02}:{minute:02}"))
    return found


def _plausible(match: re.Match[str]) -> bool:
    if match["year"]:
        before = match.string[: match.start("year")]
        counts = match["year"] == "2000" and re.match(r" [a-z]+s\b", match.string[match.end() :])
        return not _NO_YEAR_AFTER.search(before) and not (counts and not _IN_A_YEAR.search(before))
    if match["split_year"]:
        return int(match["split_year"][-2:]) == (int(match["split_year"][:4]) + 1) % 100
    return _is_day(_days(match)[0])


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _days(match: re.Match[str]) -> tuple[str, str]:
    if match["iso"]:
        return match["iso"], match["iso"]
    if match["dotted"]:
        day, month, year = match["dotted"].split(".")
        return (f"{year}-{int(month):02}-{int(day):02}",) * 2
    if match["dmy"] or match["mdy"]:
        month_number = MONTHS[(match["dm"] or match["mm"]).lower()]
        day = f"{match['dy'] or match['my']}-{month_number:02}-{int(match['d'] or match['md']):02}"
        return day, day
    if match["iso_month"]:
        return _months(int(match["iso_month"][:4]), int(match["iso_month"][5:]), 1)
    if match["split_year"]:
        return f"{match['split_year'][:4]}-01-01", f"{int(match['split_year'][:4]) + 1}-12-31"
    if match["month"]:
        return _months(int(match["y"]), MONTHS[match["m"].lower()], 1)
    if match["quarter"]:
        quarter = int(match["q"]) if match["q"] else _ORDINAL[match["qw"].lower()]
        return _months(int(match["qy"] or match["qwy"]), 3 * quarter - 2, 3)
    if match["half"]:
        half = int(match["h"]) if match["h"] else _ORDINAL[match["hw"].lower()]
        return _months(int(match["hy"] or match["hwy"]), 6 * half - 5, 6)
    if match["decade"]:
        first, last = _DECADE_PARTS.get((match["tenth"] or "").lower(), (0, 9))
        return f"{match['ten']}{first}-01-01", f"{match['ten']}{last}-12-31"
    if match["century"]:
        number = int(match["cd"] or _CENTURIES[match["cw"].lower()])
        return f"{number - 1}01-01-01", f"{number}00-12-31"
    if match["partial"]:
        opening, closing = _PARTS[match["part"].lower()]
        return _months(int(match["whole"]), opening, closing - opening + 1)
    year = match["year"] or match["old"]
    return f"{year}-01-01", f"{year}-12-31"


def _months(year: int, first: int, count: int) -> tuple[str, str]:
    last = first + count - 1
    return f"{year}-{first:02}-01", f"{year}-{last:02}-{calendar.monthrange(year, last)[1]:02}"
