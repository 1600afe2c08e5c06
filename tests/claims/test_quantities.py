"""Quantities: unit, denominator, bound, range and direction, and digits that count nothing."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msglint.claims.quantities import quantities

if TYPE_CHECKING:
    from msglint.model import Quantity


def only(text: str) -> Quantity:
    (found,) = quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit", "dimension", "written"),
    [
        ("saves 3 hours", 3, "hour", "time", "3 hours"),
        ("in 15min", 15, "minute", "time", "15min"),
        ("a 2-hour workshop", 2, "hour", "time", "2-hour"),
        ("a 90-day trial", 90, "day", "time", "90-day"),
        ("three working days", 3, "working day", "time", "three working days"),
        ("50 ms", 50, "millisecond", "time", "50 ms"),
        ("two weeks' notice", 2, "week", "time", "two weeks"),
        ("half an hour", 0.5, "hour", "time", "half an hour"),
        ("a quarter of an hour", 0.25, "hour", "time", "a quarter of an hour"),
        ("50 % less", 50, "%", "share", "50 %"),
        ("20 percent", 20, "%", "share", "20 percent"),
        ("two percentage points", 2, "percentage point", "points", "two percentage points"),
        ("half of the sites", 0.5, "part", "share", "half"),
        ("3x faster", 3, "x", "multiple", "3x"),
        ("three times as many", 3, "x", "multiple", "three times"),
        ("a five-fold increase", 5, "x", "multiple", "five-fold"),
        ("a fivefold increase", 5, "x", "multiple", "fivefold"),
        ("twice as fast", 2, "x", "multiple", "twice"),
        ("triples output", 3, "x", "multiple", "triples"),
        ("halves the work", 0.5, "x", "multiple", "halves"),
        ("€45 flat", 45, "EUR", "money:EUR", "€45"),
        ("45 € flat", 45, "EUR", "money:EUR", "45 €"),
        ("EUR 1,200", 1200, "EUR", "money:EUR", "EUR 1,200"),
        ("45 euros", 45, "EUR", "money:EUR", "45 euros"),
        ("US$5", 5, "USD", "money:USD", "US$5"),
        ("$3 million", 3e6, "USD", "money:USD", "$3 million"),
        ("£1.3m", 1.3e6, "GBP", "money:GBP", "£1.3m"),
        ("1.3 million GBP", 1.3e6, "GBP", "money:GBP", "1.3 million GBP"),
        ("14 pence", 14, "pence", "money:GBP", "14 pence"),
        ("18,400 tonnes", 18_400, "tonne", "mass", "18,400 tonnes"),
        ("5 m tall", 5, "metre", "length", "5 m"),
        ("10 km", 10, "kilometre", "length", "10 km"),
        ("5 GB", 5, "gigabyte", "data", "5 GB"),
        ("100 MW", 100, "megawatt", "power", "100 MW"),
        ("20 °C", 20, "degree", "temperature", "20 °C"),
        ("310 kitchens", 310, "", "count", "310"),
        ("half a million users", 5e5, "", "count", "half a million"),
        ("5m users", 5e6, "", "count", "5m"),
        ("1 hour 30 minutes", 1.5, "hour", "time", "1 hour 30 minutes"),
        ("two years and six months", 2.5, "year", "time", "two years and six months"),
        ("in a year and a half", 1.5, "year", "time", "a year and a half"),
        ("after a year and two months", 14, "month", "time", "a year and two months"),
        ("in an hour", 1, "hour", "time", "an hour"),
        ("saves a week", 1, "week", "time", "a week"),
        ("inside a minute", 1, "minute", "time", "a minute"),
    ],
)
def test_units(text: str, value: float, unit: str, dimension: str, written: str) -> None:
    found = only(text)
    assert (found.value, found.unit, found.dimension) == (pytest.approx(value), unit, dimension)
    assert found.text == written
    assert text[found.start : found.end] == written


@pytest.mark.parametrize(
    ("text", "qualifier", "low", "high"),
    [
        ("50%", "", 50, 50),
        ("up to 50%", "up to", 0, 50),
        ("as much as 50%", "up to", 0, 50),
        ("no more than 5 days", "up to", 0, 5),
        ("no longer than 5 days", "up to", 0, 5),
        ("a maximum of 5 days", "up to", 0, 5),
        ("5 days at most", "up to", 0, 5),
        ("5 days or less", "up to", 0, 5),
        ("less than 1%", "less than", 0, 1),
        ("in under two minutes", "less than", 0, 2),
        ("< 5 %", "less than", 0, 5),
        ("within 3 weeks", "within", 3, 3),
        ("within the first 30 days", "within", 30, 30),
        ("at least 99.9 %", "at least", 99.9, inf),
        ("no fewer than 20 sites", "at least", 20, inf),
        ("20 or more sites", "at least", 20, inf),
        ("≥ 90 %", "at least", 90, inf),
        ("more than 300 sites", "more than", 300, inf),
        ("over 300 sites", "more than", 300, inf),
        ("300+ sites", "more than", 300, inf),
        (">90%", "more than", 90, inf),
        ("about 20%", "about", 18, 22),
        ("~20%", "about", 18, 22),
        ("nearly 20%", "about", 18, 21),
        ("20 days or so", "about", 18, 22),
        ("more than €300", "more than", 300, inf),
        ("No tools and less than 5 minutes", "less than", 0, 5),
        ("No visitor waits less than 5 minutes", "at least", 5, inf),
        ("as large as 4 GB", "up to", 0, 4),
        ("something like 20%", "about", 18, 22),
        ("20 maps, give or take", "about", 18, 22),
        ("taken over 300 sites", "", 300, 300),
        ("a median over 300 sites", "", 300, 300),
        ("a median over 30%", "more than", 30, inf),
        ("as many as seven in ten", "up to", 0, 70),
        ("about seven in ten", "about", 60.75, 79.75),
    ],
)
def test_bounds(text: str, qualifier: str, low: float, high: float) -> None:
    found = only(text)
    assert (found.qualifier, found.low, found.high) == (qualifier, pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("3 to 5 hours", 3, 5, "hour"),
        ("3-5 hours", 3, 5, "hour"),
        ("3–5 hours", 3, 5, "hour"),
        ("between 3 and 5 hours", 3, 5, "hour"),
        ("from 5 to 10 hours", 5, 10, "hour"),
        ("5 or 6 days", 5, 6, "day"),
        ("10% to 20%", 10, 20, "%"),
        ("10-20%", 10, 20, "%"),
        ("2 to 3 times", 2, 3, "x"),
        ("€5 to €10", 5, 10, "EUR"),
        ("$5-10", 5, 10, "USD"),
        ("€5-10 million", 5e6, 1e7, "EUR"),
        ("between €5 and €10 million", 5e6, 1e7, "EUR"),
        ("5 to 10 million", 5e6, 1e7, ""),
        ("2 million to 3 million", 2e6, 3e6, ""),
        ("two to three months", 2, 3, "month"),
        ("30 seconds to 2 minutes", 0.5, 2, "minute"),
    ],
)
def test_ranges(text: str, low: float, high: float, unit: str) -> None:
    found = only(text)
    assert (found.low, found.high, found.unit) == (pytest.approx(low), pytest.approx(high), unit)
    assert found.value == pytest.approx((low + high) / 2)


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("cut from 14 to 3 hours", [14, 3], "hour"),
        ("cut from 14 hours to 3 hours", [14, 3], "hour"),
        ("down from 20 to 12 days", [20, 12], "day"),
        ("22 minutes instead of 44", [22, 44], "minute"),
        ("went from 5% to 7%", [5, 7], "%"),
        ("grew from 100 to 300 sites", [100, 300], ""),
        ("revenue rose from €21 to €30 million", [21e6, 30e6], "EUR"),
        ("5 and 6 days later", [5, 6], ""),
        ("24 hours and 7 days", [24, 7], ""),
    ],
)
def test_two_figures_that_are_no_range(text: str, values: list[float], unit: str) -> None:
    found = quantities(text)
    assert [quantity.value for quantity in found] == values
    assert not unit or {quantity.unit for quantity in found} == {unit}


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("4 in 100", 4),
        ("4 callers in 100", 4),
        ("1 out of 4", 25),
        ("9 of 10", 90),
        ("one in four customers", 25),
        ("seven in ten", 70),
        ("nine out of ten teams", 90),
    ],
)
def test_ratios_are_shares(text: str, share: float) -> None:
    found = only(text)
    assert (found.value, found.unit) == (pytest.approx(share), "%")


def test_a_ratio_in_words_is_round() -> None:
    assert (only("seven in ten").low, only("seven in ten").high) == (67.5, 72.5)
    assert only("7 in 10").low == only("7 in 10").high


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("3 hours per week", "week"),
        ("3 hours a week", "week"),
        ("3 hours each week", "week"),
        ("40 minutes a day less", "day"),
        ("saves an hour a day", "day"),
        ("€45 per user", "user"),
        ("€45 per user per month", "month"),
        ("45€/month", "month"),
        ("45 €/user/month", "month"),
        ("45 euros monthly", "month"),
        ("100 euros p.a.", "year"),
        ("5 minutes per order", "order"),
        ("5 minutes", ""),
    ],
)
def test_denominators(text: str, per: str) -> None:
    assert only(text).per == per


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("50 % less waste", "less"),
        ("reduces waste by 50%", "less"),
        ("reduces waste by up to 50%", "less"),
        ("waste fell by 38%", "less"),
        ("20% off", "less"),
        ("-20%", "less"),
        ("cut in half", "less"),
        ("3x faster", "less"),
        ("20 percent more revenue", "more"),
        ("an increase of 20%", "more"),
        ("+20%", "more"),
        ("costs rise 3%", "more"),
        ("up to 50% of kitchens", ""),
        ("less than 1% of calls", ""),
        ("more than 90% of kitchens", ""),
        ("61% of managers", ""),
        ("three times as many", ""),
    ],
)
def test_directions(text: str, direction: str) -> None:
    assert only(text).direction == direction


@pytest.mark.parametrize(
    "text",
    [
        "ISO 27001 certified",
        "certified to ISO/IEC 27001",
        "SOC 2 Type II",
        "PCI DSS 4.0",
        "NIS 2",
        "EN 301 549",
        "GDPR Article 28",
        "Section 508",
        "TLS 1.3",
        "AES-256",
        "COVID-19",
        "Scope 3",
        "Industry 4.0",
        "Fortune 500",
        "works with Microsoft 365",
        "works with Dynamics 365",
        "Office 365",
        "Windows 11",
        "Python 3.11",
        "SAP R/3",
        "S/4HANA",
        "GPT-4",
        "Level 3 support",
        "Tier 1",
        "Q3 growth",
        "Chapter 7",
        "see page 3",
        "since version 2.0",
        "room 12",
        "Step 2",
        "#1",
        "number 1",
        "the 1st place",
        "24/7 support",
        "at 10:30",
        "by 8 a.m.",
        "call +44 20 7946 0958",
        "on 01/02/2025",
        "one of our robots",
        "in one place",
        "a thousand ways",
        "no quantity at all",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("level 20% higher", [20]),
        ("12 languages in 4 countries", [12, 4]),
        ("ISO 27001 in 3 weeks", [3]),
        ("top 10", [10]),
    ],
)
def test_what_still_counts(text: str, values: list[float]) -> None:
    assert [quantity.value for quantity in quantities(text)] == values


UNITS = ["minutes", "hours", "days", "weeks", "months", "%", "kg", "km", "GB", "euros", "times"]
BOUNDS = ["", "up to ", "at least ", "more than ", "about ", "within "]


@given(st.integers(2, 99_999), st.sampled_from(UNITS), st.sampled_from(BOUNDS))
def test_quantities_read_back(number: int, unit: str, bound: str) -> None:
    found = only(f"it takes {bound}{number:,} {unit} here")
    assert found.text == f"{number:,} {unit}"
    assert (found.value, found.qualifier) == (number, bound.strip())
    assert found.low <= found.value <= found.high


@given(st.floats(0.1, 999, allow_nan=False).map(lambda value: round(value, 1)), st.sampled_from("€$£"))
def test_prices_read_back(amount: float, symbol: str) -> None:
    found = only(f"costs {symbol}{amount} today")
    assert (found.value, found.text) == (amount, f"{symbol}{amount}")


WORDS = (
    "3|5|12|1,200|half|a|an|hour|day|week|%|x|€5|up|to|more|than|in|out|of|and|or|from|between|million|–|-|less|"
    "fewer|per|each|twice|minutes|ISO|+|/|year"
)


@given(st.lists(st.sampled_from(WORDS.split("|")), max_size=12))
def test_quantities_lie_in_the_text_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    last = 0
    for found in quantities(text):
        assert last <= found.start < found.end <= len(text)
        assert found.low <= found.high
        last = found.end
