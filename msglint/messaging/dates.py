"""The dates of a messaging document: "2026", "2026-03" or "2026-03-31", and the days they cover."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")
_WANTED = 'write "YYYY-MM-DD", "YYYY-MM" or "YYYY", in quotes'


def check_date(value: object) -> object:
    """Pass a date text on, or raise ValueError that says how to write one; other types are not looked at."""
    if isinstance(value, date):
        raise ValueError(f'a bare date needs quotes: "{value.isoformat()}"')
    if isinstance(value, int) and not isinstance(value, bool):
        raise ValueError(f'a bare date needs quotes: "{value}"')
    if isinstance(value, str):
        last_day(value)
    return value


def first_day(text: str) -> date:
    """The first day a date text covers; raises ValueError when it is no date."""
    year, month, day = _parts(text)
    return _day(text, year, 1 if month is None else month, 1 if day is None else day)


def last_day(text: str) -> date:
    """The last day a date text covers; raises ValueError when it is no date."""
    year, month, day = _parts(text)
    first = _day(text, year, 12 if month is None else month, 1 if day is None else day)
    return first if day else first.replace(day=monthrange(first.year, first.month)[1])


def _parts(text: str) -> tuple[int, int | None, int | None]:
    match = _SHAPE.match(text)
    if not match:
        raise ValueError(f"'{text}' is not a date; {_WANTED}")
    year, month, day = match.groups()
    return int(year), int(month) if month else None, int(day) if day else None


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"'{text}' is not a day of the calendar; {_WANTED}") from None
