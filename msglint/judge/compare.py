"""Compare two quantities as a careful reader would: units converted, bounds and equivalent forms respected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import permutations
from math import inf

from msglint.model import Quantity

# Copy rounds: 99.2 % is also written 99 %, 28.6 also 29. Half a percent keeps 98 apart from 99.
ROUNDING = 0.005
# "under 24 million" is fair for 23.5 million, "up to 80 kg" is not for 60 kg: a cap may exceed the figure by this.
HEADROOM = 0.12
# Months and quarters are not whole weeks: "two to three months" is said of 8 to 12 weeks.
CALENDAR = 0.09
_DAYS = {"hour": 1 / 24, "minute": 1 / 1440, "day": 1.0, "week": 7.0, "month": 30.44, "quarter": 91.31, "year": 365.25}
_WORKING_WEEK = 5 / 7
_RATIOS = frozenset({"share", "multiple"})
_CAPS = frozenset({"up to", "less than", "within"})
_FLOORS = frozenset({"at least", "more than"})

Interval = tuple[float, float]


class Relation(StrEnum):
    """How a claim's quantity relates to an approved one."""

    SAME = "same"
    WEAKER = "weaker"
    OVERSTATED = "overstated"
    UNIT = "unit"
    NUMBER = "number"
    UNRELATED = "unrelated"


def relation(claim: Quantity, approved: Quantity) -> Relation:
    """SAME or WEAKER are supported; OVERSTATED drops a bound; UNIT and NUMBER differ; UNRELATED says nothing."""
    if comparable(claim, approved):
        for mine, theirs in _readings(claim, approved):
            if (found := _bounded(mine, theirs, claim, approved)) is not None:
                return found
        return Relation.UNIT if _same_figure(claim, approved) else Relation.NUMBER
    counted = "count" in (claim.dimension, approved.dimension)
    if _same_figure(claim, approved) and not counted and not any("cent" in q.unit for q in (claim, approved)):
        return Relation.UNIT
    return Relation.UNRELATED


def comparable(claim: Quantity, approved: Quantity) -> bool:
    """Whether the two measure the same kind of thing, so that their values can be held against each other."""
    if claim.dimension in _RATIOS and approved.dimension in _RATIOS:
        return True
    if "cent" in (claim.unit, approved.unit):
        return claim.unit.endswith("cent") and approved.unit.endswith("cent")
    return claim.dimension == approved.dimension


def encloses(outer: Quantity, inner: Quantity) -> bool:
    """Whether `inner` lies within `outer`: "well under a month" says no more than "three weeks" beside it."""
    return comparable(outer, inner) and _contains(_base(outer), _base(inner))


def derived(quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """What follows from a statement's own figures: "from 14 to 3 hours" also says 11 hours less, 79 % less, 4.7x;
    "94 %" also says that 6 % do not. Derived figures support a claim and never contradict one."""
    for old, new in permutations([q for q in quantities if q.low == q.high and q.value], 2):
        if old.dimension == new.dimension and old.dimension not in _RATIOS and comparable(old, new):
            before, after = old.value * old.factor, new.value * new.factor
            yield replace(old, **_figure(abs(before - after) / old.factor))
            yield replace(old, unit="x", dimension="multiple", factor=1.0, per="", **_figure(after / before))
        if old.dimension == new.dimension == "count" and old.value > new.value > 1:
            yield replace(old, per="", noun=old.noun, **_figure(old.value / new.value))
    yield from filter(None, map(complement, quantities))


def complement(quantity: Quantity) -> Quantity | None:
    """The share that a share leaves over: 4 % for 96 %; None for what is no share of a whole."""
    if quantity.unit != "%" or quantity.direction or not 0 < quantity.value < 100:
        return None
    low = 100 - quantity.high if quantity.high < inf else 0.0
    return replace(quantity, low=low, high=100 - quantity.low, value=100 - quantity.value, qualifier="")


def multiplied(claim: Quantity, counts: Sequence[Quantity], approved: Quantity) -> bool:
    """Whether a figure is an approved rate times a count said beside it: ten accounts at $45 make $450."""
    if not approved.per or claim.dimension != approved.dimension or approved.dimension == "count" != claim.dimension:
        return False
    factors = [count.value for count in counts if count is not claim and count.dimension == "count" and count.value > 1]
    periods = _DAYS.get(claim.per, 1.0) / _DAYS.get(approved.per, 1.0) if claim.per in _DAYS and approved.per in _DAYS else 1.0
    rate = approved.value * approved.factor * periods
    return any(_close(claim.value * claim.factor, rate * factor, 0.02) for factor in factors)


def _figure(value: float) -> dict[str, float]:
    return {"value": value, "low": value, "high": value}


def _same_figure(claim: Quantity, approved: Quantity) -> bool:
    """The same number as written, in another unit or over another period."""
    periods = claim.per in _DAYS and approved.per in _DAYS and claim.per != approved.per
    other_unit = claim.unit != approved.unit or periods
    return other_unit and abs(claim.value - approved.value) <= ROUNDING * abs(approved.value)


def _readings(claim: Quantity, approved: Quantity) -> list[tuple[Interval, Interval]]:
    """The pairs of intervals in one base unit under which the two may be read; any match counts."""
    if claim.dimension in _RATIOS and (claim.unit != approved.unit or claim.direction != approved.direction):
        return [(mine, theirs) for mine in _ratios(claim) for theirs in _ratios(approved)]
    mine, theirs = _base(claim), _base(approved)
    days, other_days = _DAYS.get(claim.per), _DAYS.get(approved.per)
    if not days or not other_days or days == other_days:
        return [(mine, theirs)]
    factors = (other_days / days * working for working in (1, _WORKING_WEEK, 1 / _WORKING_WEEK))
    return [((mine[0] * factor, mine[1] * factor), theirs) for factor in factors]


def _base(quantity: Quantity) -> Interval:
    return quantity.low * quantity.factor, quantity.high * quantity.factor


def _ratios(quantity: Quantity) -> list[Interval]:
    """New over old under every reading: "75 % less" is 0.25, "4x faster" 0.25 of the time, "150 % more" 2.5."""
    low, high = _base(quantity)
    if quantity.dimension == "multiple":
        return [(low, high), (1 / high if high else inf, 1 / low if low else inf)]
    if quantity.direction == "less":
        return [(1 - high, 1 - low), (low, high)]
    if quantity.direction == "more":
        return [(1 + low, 1 + high), (low, high)]
    return [(low, high)]


def _bounded(mine: Interval, theirs: Interval, claim: Quantity, approved: Quantity) -> Relation | None:
    """Compare intervals: equal, inside what is approved, or the same figure with its bound dropped; None if apart."""
    if _close(mine[0], theirs[0]) and _close(mine[1], theirs[1]):
        return Relation.SAME
    if approved.qualifier == "about" and (_contains(theirs, mine) or _contains(mine, _point(approved))):
        return Relation.WEAKER
    if claim.dimension == "time" and claim.unit != approved.unit and all(_close(*ends, CALENDAR) for ends in zip(mine, theirs, strict=True)):
        return Relation.SAME
    same_bound = claim.qualifier in _CAPS and approved.qualifier in _CAPS
    if not same_bound and _contains(mine, theirs) and (claim.qualifier == "about" or _modest(mine, theirs)):
        return Relation.WEAKER
    if not any(_close(m, t) for m in mine for t in theirs if 0 < m < inf):
        return None
    if approved.qualifier == "up to" and _is_benefit(approved):
        return Relation.WEAKER if claim.qualifier in _CAPS | {"about"} else Relation.OVERSTATED
    if not approved.qualifier and claim.qualifier in _FLOORS and approved.low == approved.high:
        return Relation.OVERSTATED
    return Relation.WEAKER


def _is_benefit(quantity: Quantity) -> bool:
    """Dropping "up to" inflates a share, a multiple or a sum; "shelves of 2.4 m" for "up to 2.4 m" inflates nothing."""
    return quantity.dimension in _RATIOS or quantity.dimension.startswith("money")


def _point(quantity: Quantity) -> Interval:
    return quantity.value * quantity.factor, quantity.value * quantity.factor


def _contains(outer: Interval, inner: Interval) -> bool:
    return outer[0] <= inner[0] * (1 + ROUNDING) and inner[1] <= outer[1] * (1 + ROUNDING)


def _modest(mine: Interval, theirs: Interval) -> bool:
    """A claimed upper bound stays near the approved figure; a lower one may be as careful as it likes."""
    return mine[1] == inf or mine[1] <= theirs[1] * (1 + HEADROOM)


def _close(a: float, b: float, tolerance: float = ROUNDING) -> bool:
    return a == b or abs(a - b) <= tolerance * max(abs(a), abs(b))
