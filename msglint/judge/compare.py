"""Compare two quantities as a careful reader would: bounds, rounding and equivalent forms respected."""

from __future__ import annotations

from enum import StrEnum
from math import inf, isinf
from typing import TYPE_CHECKING

from msglint.judge.readings import DAYS, RATIOS, Interval, base, comparable, opposed, readings

if TYPE_CHECKING:
    from msglint.model import Quantity

# Half a percent keeps 98 apart from 99; a whole number may also stand for what rounds to it.
ROUNDING = 0.005
# From here on a share may be rounded down and not up: 99 % is said of 99.2 %, and 99.99 % not of 99.5 %.
NEARLY_ALL = 0.9
# Months and quarters are not whole weeks: "two to three months" is said of 8 to 12 weeks.
CALENDAR = 0.09
# "under 24 million" is fair for 23.5 million, "up to 80 kg" is not for 60 kg: a cap may exceed it by this.
HEADROOM = 0.12
_CAPS = frozenset({"up to", "less than", "within"})
_FLOORS = frozenset({"at least", "more than"})


class Relation(StrEnum):
    """How a claim's quantity relates to an approved one."""

    SAME = "same"
    WEAKER = "weaker"
    OVERSTATED = "overstated"
    OPPOSITE = "opposite"
    UNIT = "unit"
    NUMBER = "number"
    UNRELATED = "unrelated"


def relation(claim: Quantity, approved: Quantity) -> Relation:
    """SAME or WEAKER are supported; OVERSTATED drops a bound; OPPOSITE, UNIT and NUMBER differ.

    UNRELATED says nothing: the two measure different things.
    """
    if comparable(claim, approved):
        if opposed(claim, approved):
            return Relation.OPPOSITE if _close(claim.value, approved.value) else Relation.NUMBER
        for mine, theirs in readings(claim, approved):
            if (found := _bounded(mine, theirs, claim, approved)) is not None:
                return found
        return Relation.UNIT if _same_figure(claim, approved) else Relation.NUMBER
    counted = "count" in (claim.dimension, approved.dimension)
    in_cents = any("cent" in quantity.unit for quantity in (claim, approved))
    if _same_figure(claim, approved) and not counted and not in_cents:
        return Relation.UNIT
    return Relation.UNRELATED


def encloses(outer: Quantity, inner: Quantity) -> bool:
    """Whether `inner` lies within `outer`: "well under a month" says no more than "three weeks" beside it."""
    return comparable(outer, inner) and _contains(base(outer), base(inner))


def _same_figure(claim: Quantity, approved: Quantity) -> bool:
    """The same number as written, in another unit or over another period."""
    periods = claim.per in DAYS and approved.per in DAYS and claim.per != approved.per
    return (claim.unit != approved.unit or periods) and _close(claim.value, approved.value)


def _bounded(mine: Interval, theirs: Interval, claim: Quantity, approved: Quantity) -> Relation | None:
    """Equal, inside what is approved, or the same figure with its bound dropped; None where apart."""
    if claim.dimension == "share" and min(mine[0], theirs[0]) > NEARLY_ALL and max(mine[1], theirs[1]) <= 1:
        return Relation.SAME if theirs[1] - ROUNDING <= mine[1] <= theirs[1] + 1e-9 else None
    if _equal(mine, theirs, claim, approved):
        return Relation.SAME
    if claim.qualifier == "more than" and approved.qualifier not in _FLOORS and _close(mine[0], theirs[0]):
        return Relation.OVERSTATED
    if _is_fair(mine, theirs, claim, approved):
        return Relation.WEAKER
    if not any(_close(m, t) for m in mine for t in theirs if 0 < m < inf):
        return None
    if approved.qualifier == "up to" and _is_benefit(approved):
        return Relation.WEAKER if claim.qualifier in _CAPS | {"about"} else Relation.OVERSTATED
    if not approved.qualifier and claim.qualifier in _FLOORS and approved.low == approved.high:
        return Relation.OVERSTATED
    return Relation.WEAKER


def _equal(mine: Interval, theirs: Interval, claim: Quantity, approved: Quantity) -> bool:
    pairs = list(zip(mine, theirs, strict=True))
    if all(_close(m, t) for m, t in pairs):
        return True
    if claim.dimension == "time" and claim.unit != approved.unit:
        return all(_close(m, t, CALENDAR) for m, t in pairs)
    return _rounds(claim, approved)


def _rounds(claim: Quantity, approved: Quantity) -> bool:
    """ "29 %" for 28.6 %, "a third" for 33 %: a number or fraction that the approved figure rounds to."""
    if (
        claim.qualifier != approved.qualifier
        or claim.direction != approved.direction
        or claim.per != approved.per
    ):
        return False
    if {claim.unit, approved.unit} == {"part", "%"}:
        return abs(claim.value * claim.factor - approved.value * approved.factor) <= 0.01
    whole = claim.value.is_integer() and not approved.value.is_integer() and approved.value >= 10
    return whole and claim.unit == approved.unit and claim.value == round(approved.value)


def _is_fair(mine: Interval, theirs: Interval, claim: Quantity, approved: Quantity) -> bool:
    """Whether a wider or vaguer figure is true to the approved one, or lies inside an approved range."""
    if approved.qualifier == "about" and (_contains(theirs, mine) or _contains(mine, _point(approved))):
        return True
    if not approved.qualifier and approved.low < approved.high and _contains(theirs, mine):
        return True
    if claim.qualifier in _CAPS and approved.qualifier in _CAPS:
        return False
    return _contains(mine, theirs) and (claim.qualifier == "about" or _modest(mine, theirs))


def _is_benefit(quantity: Quantity) -> bool:
    """Dropping "up to" inflates a share, a multiple or a sum; a shelf of "up to 2.4 m" it leaves as it is."""
    return quantity.dimension in RATIOS or quantity.dimension.startswith("money")


def _point(quantity: Quantity) -> Interval:
    return quantity.value * quantity.factor, quantity.value * quantity.factor


def _contains(outer: Interval, inner: Interval) -> bool:
    return outer[0] <= inner[0] * (1 + ROUNDING) and inner[1] <= outer[1] * (1 + ROUNDING)


def _modest(mine: Interval, theirs: Interval) -> bool:
    """A claimed upper bound stays near the approved figure; a lower one may be as careful as it likes."""
    return isinf(mine[1]) or mine[1] <= theirs[1] * (1 + HEADROOM)


def _close(a: float, b: float, tolerance: float = ROUNDING) -> bool:
    if isinf(a) or isinf(b):
        return a == b
    return abs(a - b) <= tolerance * max(abs(a), abs(b))
