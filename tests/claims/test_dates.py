"""Dates as days covered, and numbers that are no dates."""

from __future__ import annotations

import pytest

from msglint.claims.dates import dates, points_in_time


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on 2025-03-01", "2025-03-01", "2025-03-01"),
        ("on 3 March 2025", "2025-03-03", "2025-03-03"),
        ("on the 3rd of March 2025", "2025-03-03", "2025-03-03"),
        ("on March 3, 2025", "2025-03-03", "2025-03-03"),
        ("on Dec 12 2024", "2024-12-12", "2024-12-12"),
        ("on 29 February 2024", "2024-02-29", "2024-02-29"),
        ("on 1.2.2025", "2025-02-01", "2025-02-01"),
        ("in March 2025", "2025-03-01", "2025-03-31"),
        ("in February 2024", "2024-02-01", "2024-02-29"),
        ("in Mar. 2025", "2025-03-01", "2025-03-31"),
        ("in Sept 2024", "2024-09-01", "2024-09-30"),
        ("in 2025-03", "2025-03-01", "2025-03-31"),
        ("in Q3 2025", "2025-07-01", "2025-09-30"),
        ("in Q4/2025", "2025-10-01", "2025-12-31"),
        ("in the third quarter of 2025", "2025-07-01", "2025-09-30"),
        ("in H1 2026", "2026-01-01", "2026-06-30"),
        ("in the second half of 2026", "2026-07-01", "2026-12-31"),
        ("since 2019", "2019-01-01", "2019-12-31"),
        ("2025's best", "2025-01-01", "2025-12-31"),
        ("in FY2025", "2025-01-01", "2025-12-31"),
        ("in mid-2025", "2025-01-01", "2025-12-31"),
        ("in 2025/26", "2025-01-01", "2026-12-31"),
        ("In 2000 kitchens were slower", "2000-01-01", "2000-12-31"),
        ("in the 2000s", "2000-01-01", "2009-12-31"),
        ("in the late 1980s", "1985-01-01", "1989-12-31"),
        ("since 1887", "1887-01-01", "1887-12-31"),
        ("in early 2020", "2020-01-01", "2020-06-30"),
        ("before October 2026", "2026-09-30", "2026-10-31"),
        ("after March 2026", "2026-03-01", "2026-04-01"),
        ("Between us, in 2019", "2019-01-01", "2019-12-31"),
        ("by the end of 2027", "2027-01-01", "2027-12-31"),
    ],
)
def test_dates(text: str, first: str, last: str) -> None:
    (found,) = dates(text)
    assert (found.first, found.last) == (first, last)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize("text", ["2020-2025", "2020–2025", "from 2020 to 2025"])
def test_two_years(text: str) -> None:
    assert [(found.first[:4], found.last[:4]) for found in dates(text)] == [
        ("2020", "2020"),
        ("2025", "2025"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "in May",
        "next March",
        "2025 customers",
        "2000 kitchens",
        "2000 euros",
        "up to 2000 pages",
        "more than 2020 sites",
        "2,025",
        "2025%",
        "€2025",
        "ISO 9001:2015",
        "ISO 27001:2022",
        "ISO 2015",
        "version 2025.3",
        "1949",
        "2050",
        "32 March 2025",
        "31 February 2025",
        "2025-02-30",
        "2025-13-45",
        "GDPR-2018",
    ],
)
def test_no_dates(text: str) -> None:
    assert dates(text) == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("closes on Friday 12 April", ["bound-weekday-friday until", "weekday friday", "day 04-12"]),
        ("on the first of September", ["day 09-01"]),
        ("from May 7", ["bound-day-05-07 from", "day 05-07"]),
        ("in August", ["month 08"]),
        ("by May", ["bound-month-05 until", "month 05"]),
        ("since last winter", ["winter last", "season winter"]),
        ("every fall", ["season autumn"]),
        ("from 6 pm to 8:30 a.m.", ["bound-clock-18:00 from", "clock 18:00", "clock 08:30"]),
        ("until 20:00", ["bound-clock-20:00 until", "clock 20:00"]),
        ("at noon", ["clock 12:00"]),
        ("before Christmas", ["bound-holiday-christmas until", "holiday christmas"]),
        ("next year", ["year next"]),
        ("it may march on", []),
        ("costs fall in summer sales", ["season summer"]),
        ("in March 2025", []),
        ("a spring that lasts", []),
        ("the first Monday of each month", ["nth-monday 1", "weekday monday"]),
        ("at the end of the quarter", ["edge-quarter end"]),
        ("on the 15th of every month", ["edge-month 15"]),
    ],
)
def test_points_in_time(text: str, kinds: list[str]) -> None:
    found = points_in_time(text, dates(text))
    assert [cue.kind for cue in found] == kinds
    assert all(text[cue.start : cue.end] == cue.text for cue in found)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("since 2019", "from"),
        ("from 2019 onwards", "from"),
        ("2019 onwards", "from"),
        ("by 2030", "until"),
        ("until the end of 2030", "until"),
        ("before June 2030", "until"),
        ("in 2030", ""),
        ("as of 2030", ""),
    ],
)
def test_bounds_of_dates(text: str, bound: str) -> None:
    assert [span.bound for span in dates(text)] == [bound]
