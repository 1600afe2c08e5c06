"""Dates as written in marketing copy, each as the span of days it covers."""

from __future__ import annotations

import calendar
import re
from datetime import date

from msglint.model import DateSpan

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
  | (?<![\d.,€$£/:])(?:\b|(?<=FY))(?P<year>{_YEAR})\b(?![\d%€]|[.,]\d|\ (?:%|percent|{_NOUNS}|{_MEASURES})\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A bare year is no date as part of a name ("ISO 2015"), after a hyphen unless in "2020-2025" and "mid-2025",
# after a bound ("up to 2000"), or where it counts ("2000 kitchens").
_NO_YEAR_AFTER = re.compile(
    r"(?:ISO|IEC|EN|DIN)\S*[\s:/-]\S*$|(?<!\d{4})(?<!\bmid)(?<!\bearly)(?<!\blate)-$|"
    r"\b(?:more than|fewer than|less than|up to|at least|nearly|almost|some) $",
    re.IGNORECASE,
)
_IN_A_YEAR = re.compile(
    r"\b(?:in|since|by|until|till|from|to|before|after|during|of|year|\w+(?:ary|ber|ch|il|y)),? $", re.I
)


def dates(text: str) -> tuple[DateSpan, ...]:
    """Every absolute date in `text`, in order: a day, month, quarter, half-year or year."""
    return tuple(DateSpan(m[0], *_days(m), *m.span()) for m in _DATE.finditer(text) if _plausible(m))


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
    return f"{match['year']}-01-01", f"{match['year']}-12-31"


def _months(year: int, first: int, count: int) -> tuple[str, str]:
    last = first + count - 1
    return f"{year}-{first:02}-01", f"{year}-{last:02}-{calendar.monthrange(year, last)[1]:02}"
