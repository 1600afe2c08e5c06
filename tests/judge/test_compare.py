"""How two quantities relate: the same, weaker, overstated, another unit, another number, unrelated."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msglint.claims.quantities import quantities
from msglint.judge.compare import Relation, relation
from msglint.judge.readings import comparable, complement, derived, multiplied

if TYPE_CHECKING:
    from msglint.model import Quantity


def only(text: str) -> Quantity:
    (found,) = quantities(text)
    return found


def related(claim: str, approved: str) -> Relation:
    return relation(only(claim), only(approved))


@pytest.mark.parametrize(
    ("claim", "approved"),
    [
        ("29%", "28.6%"),
        ("a third of customers", "33% of customers"),
        ("66% of sites", "two thirds of sites"),
        ("15 working days", "3 weeks"),
        ("50%", "50%"),
        ("50 percent", "50%"),
        ("half of users", "50% of users"),
        ("two thirds of users", "67% of users"),
        ("4x faster", "75% less time"),
        ("75% less time", "4x faster"),
        ("twice as fast", "50% less time"),
        ("double the output", "100% more output"),
        ("150% more", "2.5x more"),
        ("up to 50% less", "up to 50% less"),
        ("99% of calls", "99.2% of calls"),
        ("within 3 weeks", "within 3 weeks"),
        ("within 21 days", "within 3 weeks"),
        ("90 days", "3 months"),
        ("2 to 3 months", "8 to 12 weeks"),
        ("60 minutes", "1 hour"),
        ("1 hour 30 minutes", "90 minutes"),
        ("half an hour", "30 minutes"),
        ("24 hours", "1 day"),
        ("36 to 60 minutes a day", "3 to 5 hours a week"),
        ("200 minutes a week", "40 minutes a day"),
        ("40 minutes a day", "40 minutes per day"),
        ("€45 a month", "€540 a year"),
        ("€45", "45 euros"),
        ("£1.3m", "1.3 million GBP"),
        ("GBP 0.14", "14 pence"),
        ("1 tonne", "1000 kg"),
        ("500 g", "0.5 kg"),
        ("310 kitchens", "310 kitchens"),
        ("half a million users", "500,000 users"),
    ],
)
def test_the_same(claim: str, approved: str) -> None:
    assert related(claim, approved) is Relation.SAME


@pytest.mark.parametrize(
    ("claim", "approved"),
    [
        ("about 50%", "50%"),
        ("nearly half of users", "48% of users"),
        ("seven in ten", "71%"),
        ("more than 300 kitchens", "310 kitchens"),
        ("some 300 kitchens", "310 kitchens"),
        ("more than 50% of users", "52% of users"),
        ("in under 3 weeks", "within 3 weeks"),
        ("up to 5 hours a week", "3 to 5 hours a week"),
        ("5 hours a week", "3 to 5 hours a week"),
        ("up to 7% less", "4 to 7% less"),
        ("under 24 million users", "23.5 million users"),
        ("up to 50% less", "50% less"),
    ],
)
def test_weaker(claim: str, approved: str) -> None:
    assert related(claim, approved) is Relation.WEAKER


@pytest.mark.parametrize(
    ("claim", "approved"),
    [("50% less", "up to 50% less"), ("3x faster", "up to 3x faster"), ("€50", "up to €50")],
)
def test_overstated(claim: str, approved: str) -> None:
    assert related(claim, approved) is Relation.OVERSTATED


@pytest.mark.parametrize(
    ("claim", "approved"),
    [
        ("3 days", "3 weeks"),
        ("12 minutes", "12 seconds"),
        ("40 hours a day", "40 minutes a day"),
        ("3 to 5 hours a day", "3 to 5 hours a week"),
        ("$45", "€45"),
        ("5 GB", "5 TB"),
        ("1 km", "1 mile"),
    ],
)
def test_another_unit(claim: str, approved: str) -> None:
    assert related(claim, approved) is Relation.UNIT


@pytest.mark.parametrize(
    ("claim", "approved"),
    [
        ("99.2% of calls", "99% of calls"),
        ("99.99% availability", "99.5% availability"),
        ("100% of calls", "99.6% of calls"),
        ("98%", "99%"),
        ("3x faster", "75% less time"),
        ("up to 60% less", "up to 50% less"),
        ("20% less", "4 to 7% less"),
        ("300 kitchens", "310 kitchens"),
        ("400 kitchens", "310 kitchens"),
        ("over 400 kitchens", "310 kitchens"),
        ("within 4 weeks", "within 3 weeks"),
        ("6 hours a week", "3 to 5 hours a week"),
        ("£1.4 million", "£1.3 million"),
        ("£13 million", "£1.3 million"),
        ("two thirds", "75%"),
        ("eight in ten", "71%"),
    ],
)
def test_another_number(claim: str, approved: str) -> None:
    assert related(claim, approved) is Relation.NUMBER


@pytest.mark.parametrize(
    ("claim", "approved"),
    [
        ("45 users", "45%"),
        ("50 users", "50 minutes"),
        ("3 weeks", "€45"),
        ("12 kg", "38%"),
        ("9 pence", "9 cents"),
        ("2 percentage points", "2%"),
    ],
)
def test_unrelated(claim: str, approved: str) -> None:
    assert related(claim, approved) is Relation.UNRELATED


@pytest.mark.parametrize(
    ("one", "other", "comparable_"),
    [
        ("3 weeks", "21 days", True),
        ("50%", "2x", True),
        ("9 pence", "£9", True),
        ("€9", "£9", False),
        ("3 weeks", "3 kg", False),
    ],
)
def test_comparable(one: str, other: str, comparable_: bool) -> None:
    assert comparable(only(one), only(other)) is comparable_


@pytest.mark.parametrize(
    ("statement", "claim"),
    [
        ("cut from 14 to 3 hours", "11 hours less"),
        ("cut from 14 to 7 hours", "2x faster"),
        ("down from 92 to 46 grams", "46 grams less"),
        ("grew from 100 to 300 sites", "3x"),
        ("94% of dishes", "6% of dishes"),
        ("96% renewed", "4 in 100"),
        ("1,200 covers in 4 kitchens", "300 covers"),
    ],
)
def test_what_follows_from_a_statement(statement: str, claim: str) -> None:
    follows = list(derived(quantities(statement)))
    assert any(relation(only(claim), figure) in (Relation.SAME, Relation.WEAKER) for figure in follows)


@pytest.mark.parametrize(
    ("statement", "claim"),
    [
        ("cut from 14 to 3 hours", "9 hours less"),
        ("94% of dishes", "8% of dishes"),
        ("within 3 weeks", "4 days"),
        ("38% less", "62%"),
    ],
)
def test_what_does_not_follow(statement: str, claim: str) -> None:
    follows = list(derived(quantities(statement)))
    assert not any(relation(only(claim), figure) in (Relation.SAME, Relation.WEAKER) for figure in follows)


@pytest.mark.parametrize(
    ("text", "rest"),
    [("96%", 4), ("61% of managers", 39), ("38% less", None), ("100%", None), ("3 weeks", None)],
)
def test_complements(text: str, rest: float | None) -> None:
    found = complement(only(text))
    assert (found and found.value) == (rest and pytest.approx(rest))


@pytest.mark.parametrize(
    ("claim", "approved", "supported"),
    [
        ("10 accounts for $450", "$45 per account", True),
        ("10 users cost €5,400 a year", "€45 per month", True),
        ("20 people save 60 hours a week", "3 hours a week", True),
        ("10 accounts for $500", "$45 per account", False),
        ("10 accounts for €450", "$45 per account", False),
        ("10 accounts for $450", "$45", False),
    ],
)
def test_a_rate_times_a_count(claim: str, approved: str, supported: bool) -> None:
    count, total = quantities(claim)
    assert multiplied(total, (count, total), only(approved)) is supported


UNITS = [
    "minutes",
    "hours",
    "weeks",
    "%",
    "% less",
    "% more",
    "x faster",
    "kg",
    "euros a month",
    "kitchens",
    "GB",
]
BOUNDS = ["", "up to ", "at least ", "more than ", "less than ", "about ", "within "]


@given(st.integers(2, 9_999), st.sampled_from(UNITS), st.sampled_from(BOUNDS))
def test_a_quantity_is_the_same_as_itself(number: int, unit: str, bound: str) -> None:
    found = only(f"{bound}{number} {unit}")
    assert relation(found, found) is Relation.SAME


@given(st.integers(2, 99), st.integers(2, 99), st.sampled_from(["minutes", "%", "kg", "kitchens"]))
def test_plain_figures_are_the_same_or_another(one: int, other: int, unit: str) -> None:
    apart = abs(one - other) > 0.01 * max(one, other)
    found = related(f"{one} {unit}", f"{other} {unit}")
    assert found is (Relation.NUMBER if apart else Relation.SAME)


def test_open_ends() -> None:
    assert (only("more than 3 weeks").high, only("up to 3 weeks").low) == (inf, 0)
