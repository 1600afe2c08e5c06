"""How a quantity may be read: converted units, ratios, what follows from it, and what it leaves over."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import permutations
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from msglint.model import Quantity

Interval = tuple[float, float]

RATIOS = frozenset({"share", "multiple"})
DAYS = {
    "hour": 1 / 24,
    "minute": 1 / 1440,
    "second": 1 / 86400,
    "day": 1.0,
    "week": 7.0,
    "month": 30.44,
    "quarter": 91.31,
    "year": 365.25,
}
_WORKING_WEEK = 5 / 7
# Words for money that leave the country to the context, and the currencies they may stand for.
_OPEN_MONEY = {
    "money:USD": frozenset({"money:CAD", "money:AUD", "money:NZD", "money:SGD", "money:HKD"}),
    "money:crown": frozenset({"money:SEK", "money:NOK", "money:DKK", "money:CZK"}),
}
_NAMED_MONEY = re.compile(r"US|USD", re.IGNORECASE)
_TURNED = {"less than": "more than", "up to": "at least", "at least": "up to", "more than": "less than"}
# Products of rounded rates and counts are rounded too.
_PRODUCT = 0.02


def base(quantity: Quantity) -> Interval:
    """The interval of a quantity in the base unit of its dimension."""
    return quantity.low * quantity.factor, quantity.high * quantity.factor


def comparable(claim: Quantity, approved: Quantity) -> bool:
    """Whether the two measure the same kind of thing, so that their values can be held against each other."""
    if claim.dimension in RATIOS and approved.dimension in RATIOS:
        return True
    if "cent" in (claim.unit, approved.unit):
        return claim.unit.endswith("cent") and approved.unit.endswith("cent")
    return claim.dimension == approved.dimension or _may_be(claim, approved) or _may_be(approved, claim)


def _may_be(one: Quantity, other: Quantity) -> bool:
    """ "$45" and "45 crowns" may be any country's dollars and crowns."""
    countries = _OPEN_MONEY.get(one.dimension, frozenset())
    return other.dimension in countries and not _NAMED_MONEY.search(one.text)


def readings(claim: Quantity, approved: Quantity) -> list[tuple[Interval, Interval]]:
    """The pairs of intervals in one base unit under which the two may be read; any match counts."""
    alike = (claim.dimension, claim.direction) == (approved.dimension, approved.direction)
    if claim.dimension in RATIOS and not alike:
        return [(mine, theirs) for mine in _ratios(claim) for theirs in _ratios(approved)]
    mine, theirs = base(claim), base(approved)
    days, other_days = DAYS.get(claim.per), DAYS.get(approved.per)
    if not days or not other_days or days == other_days:
        return [(mine, theirs)]
    working = (
        [1.0] if (days >= 7) == (other_days >= 7) else [1.0, _WORKING_WEEK if days < 7 else 1 / _WORKING_WEEK]
    )
    factors = [other_days / days * share for share in working]
    return [((mine[0] * factor, mine[1] * factor), theirs) for factor in factors]


def _ratios(quantity: Quantity) -> list[Interval]:
    """New over old: "75 % less" is 0.25, "4x faster" a quarter of the time, "150 % more" 2.5 times."""
    low, high = base(quantity)
    if quantity.dimension == "multiple":
        inverse = (1 / high if high else inf, 1 / low if low else inf)
        return [(low, high), inverse] if quantity.direction == "less" else [(low, high)]
    if quantity.direction == "less":
        return [(1 - high, 1 - low), (low, high)]
    if quantity.direction == "more":
        return [(1 + low, 1 + high), (low, high)]
    return [(low, high)]


def opposed(claim: Quantity, approved: Quantity) -> bool:
    """ "10 % more" against "10 % less": the same change the other way round."""
    return claim.unit == approved.unit == "%" and {claim.direction, approved.direction} == {"more", "less"}


def derived(quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """What follows from a statement's own figures; it supports a claim and never contradicts one.

    "From 14 to 3 hours" also says 11 hours less and 4.7 times; "94 %" also says that 6 % do not.
    """
    exact = [quantity for quantity in quantities if quantity.low == quantity.high and quantity.value]
    for old, new in permutations(exact, 2):
        if old.dimension == new.dimension == "count" and old.value > new.value > 1:
            yield _at(replace(old, per=""), old.value / new.value)
        if not _count_alike(old, new):
            continue
        if old.dimension == new.dimension and old.dimension not in RATIOS and comparable(old, new):
            before, after = old.value * old.factor, new.value * new.factor
            yield _at(old, abs(before - after) / old.factor)
            yield _at(
                replace(old, unit="x", dimension="multiple", factor=1.0, per="", direction="less"),
                after / before,
            )
        if old.unit == new.unit == "%":
            points = replace(old, unit="percentage point", dimension="points", factor=1.0)
            yield _at(points, abs(old.value - new.value))
    yield from filter(None, map(complement, quantities))


def _count_alike(one: Quantity, other: Quantity) -> bool:
    """33 destinations in 12 countries leave over no 21; 400 complaints down to 300 leave over 100."""
    return one.noun == other.noun or not one.noun or not other.noun


def _at(quantity: Quantity, value: float) -> Quantity:
    return replace(quantity, value=value, low=value, high=value)


def complement(quantity: Quantity) -> Quantity | None:
    """The share that a share leaves over: 4 % for 96 %; None for what is no share of a whole."""
    if quantity.unit != "%" or quantity.direction or not 0 < quantity.value < 100:
        return None
    low = 100 - quantity.high if quantity.high < inf else 0.0
    turned = _TURNED.get(quantity.qualifier, "")
    return replace(quantity, low=low, high=100 - quantity.low, value=100 - quantity.value, qualifier=turned)


def multiplied(claim: Quantity, counts: Sequence[Quantity], approved: Quantity) -> bool:
    """Whether a figure is an approved rate times a count said beside it: ten accounts at $45 make $450."""
    if not approved.per or claim.dimension != approved.dimension:
        return False
    factors = [c.value for c in counts if c is not claim and c.dimension == "count" and c.value > 1]
    timed = claim.per in DAYS and approved.per in DAYS
    periods = DAYS[claim.per] / DAYS[approved.per] if timed else 1.0
    rate, said = approved.value * approved.factor * periods, claim.value * claim.factor
    return any(abs(said - rate * factor) <= _PRODUCT * said for factor in factors)
