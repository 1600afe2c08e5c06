"""Numerals: what is a number, what is none, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msglint.claims.numerals import numerals

THIRD = 1 / 3


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [
        ("12 sites", 12, "12"),
        ("99.95 % uptime", 99.95, "99.95"),
        ("99,2 % uptime", 99.2, "99,2"),
        ("1,200 sites", 1200, "1,200"),
        ("12,345.67 in total", 12345.67, "12,345.67"),
        ("2,000,000 covers", 2e6, "2,000,000"),
        ("1 200 sites", 1200, "1 200"),
        ("1\u00a0200 sites", 1200, "1\u00a0200"),
        ("1\u202f200 sites", 1200, "1\u202f200"),
        ("1’200 sites", 1200, "1’200"),
        ("10k users", 1e4, "10k"),
        ("2.5k users", 2500, "2.5k"),
        ("5M users", 5e6, "5M"),
        ("€3bn", 3e9, "3bn"),
        ("3 bn euros", 3e9, "3 bn"),
        ("2.5 million users", 2.5e6, "2.5 million"),
        ("3 hundred", 300, "3 hundred"),
        ("100+ sites", 100, "100+"),
        ("2½ days", 2.5, "2½"),
        ("Twelve sites", 12, "Twelve"),
        ("seventeen sites", 17, "seventeen"),
        ("twenty-one sites", 21, "twenty-one"),
        ("twenty one sites", 21, "twenty one"),
        ("a hundred sites", 100, "a hundred"),
        ("thirteen hundred sites", 1300, "thirteen hundred"),
        ("one hundred and twenty sites", 120, "one hundred and twenty"),
        ("five hundred one sites", 501, "five hundred one"),
        ("a thousand sites", 1000, "a thousand"),
        ("one thousand two hundred sites", 1200, "one thousand two hundred"),
        ("a thousand and one sites", 1001, "a thousand and one"),
        ("two hundred thousand users", 2e5, "two hundred thousand"),
        ("three million users", 3e6, "three million"),
        ("two million three hundred thousand", 2.3e6, "two million three hundred thousand"),
        ("three point five days", 3.5, "three point five"),
        ("two point one million users", 2.1e6, "two point one million"),
        ("two and a half days", 2.5, "two and a half"),
        ("one and three quarters days", 1.75, "one and three quarters"),
        ("two and a half million users", 2.5e6, "two and a half million"),
        ("a million and a half users", 1.5e6, "a million and a half"),
        ("half a million users", 5e5, "half a million"),
        ("a quarter of a million users", 2.5e5, "a quarter of a million"),
        ("three-quarters of a million", 7.5e5, "three-quarters of a million"),
        ("a dozen sites", 12, "a dozen"),
        ("half a dozen sites", 6, "half a dozen"),
        ("two dozen sites", 24, "two dozen"),
    ],
)
def test_numbers(text: str, value: float, written: str) -> None:
    (found,) = numerals(text)
    assert found.low == found.high == pytest.approx(value)
    assert text[found.start : found.end] == written
    assert found.kind == "number"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("half of them", 0.5),
        ("a half", 0.5),
        ("½ of them", 0.5),
        ("a third of them", THIRD),
        ("one-third", THIRD),
        ("two thirds of them", 2 * THIRD),
        ("two-thirds", 2 * THIRD),
        ("a quarter of them", 0.25),
        ("three quarters of them", 0.75),
        ("four fifths", 0.8),
        ("five sixths", 5 / 6),
        ("seven eighths", 0.875),
        ("nine tenths", 0.9),
        ("a hundredth", 0.01),
    ],
)
def test_fractions(text: str, value: float) -> None:
    (found,) = numerals(text)
    assert (found.low, found.kind) == (pytest.approx(value), "fraction")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens of sites", 24, 100),
        ("hundreds of sites", 200, 1000),
        ("thousands of users", 2000, 10_000),
        ("tens of thousands of users", 10_000, 100_000),
        ("hundreds of thousands of users", 100_000, 1_000_000),
        ("hundreds of millions", 1e8, 1e9),
        ("a few hundred sites", 200, 1000),
        ("several thousand users", 2000, 10_000),
    ],
)
def test_vague_numbers(text: str, low: float, high: float) -> None:
    (found,) = numerals(text)
    assert (found.low, found.high, found.kind) == (low, high, "vague")


@pytest.mark.parametrize(
    "text",
    [
        "the first site",
        "the 1st site",
        "the 2nd and the 23rd site",
        "the third quarter",
        "the third largest",
        "third parties",
        "a third party",
        "the first half of the year",
        "the second half",
        "a half-year plan",
        "half-time",
        "once a quarter",
        "every quarter",
        "24/7 support",
        "5G and 3D",
        "B2B",
        "A4",
        "v2.0 ships",
        "1.2.3",
        "someone often weighs tone",
        "nobody",
        "zero",
        "twentyfive",
    ],
)
def test_no_numbers(text: str) -> None:
    assert numerals(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("3-4 days", [3, 4]),
        ("1 in 3", [1, 3]),
        ("3, 4 and 5", [3, 4, 5]),
        ("two thousand and five hundred", [2000, 500]),
        ("one in four", [1, 4]),
        ("from 14 to 3", [14, 3]),
    ],
)
def test_several_numbers(text: str, values: list[float]) -> None:
    assert [found.low for found in numerals(text)] == values


def test_a_plus_leaves_a_number_open() -> None:
    assert [found.open_ended for found in numerals("100+ sites, 20 people")] == [True, False]


PIECES = st.sampled_from(
    [
        "one",
        "two",
        "ten",
        "twenty",
        "hundred",
        "thousand",
        "million",
        "half",
        "third",
        "quarters",
        "a",
        "and",
        "of",
        "point",
        "dozen",
        "dozens",
        "-",
        ",",
        ".",
        "+",
        "%",
        "$",
        "€",
        "0",
        "1",
        "3",
        "12",
        "1,200",
        "2.5",
        "½",
        "2024",
        "1st",
        "24/7",
        "k",
        "bn",
        "sites",
        "the",
        "first",
        "several",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=14).map(" ".join))
def test_numerals_lie_in_the_text_in_order_and_apart(text: str) -> None:
    last = 0
    for found in numerals(text):
        assert last <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip()
        assert 0 <= found.low <= found.high
        last = found.end


@given(st.integers(1, 10**9))
def test_grouped_digits_read_back(number: int) -> None:
    for written in (f"{number:,}", str(number), f"{number:,}".replace(",", " ")):
        assert [found.low for found in numerals(f"over {written} users")] == [number]
