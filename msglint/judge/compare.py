"""Compare two quantities as a careful reader would: bounds, rounding and equivalent forms respected."""

from __future__ import annotations

import re
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
# Up to here reaches "nearly ten"; "about ten" reaches further.
_NEARLY = 1.06
_RATIO = re.compile(r"\b(?:in|of)\b", re.IGNORECASE)
_CAPS = frozenset({"up to", "less than", "within"})
_FLOORS = frozenset({"at least", "more than"})
# Things a price may be counted per, in groups whose members say the same; those left out may be any of them.
_SAME_THING = tuple(
    frozenset(line.strip().split("|"))
    for line in """
    user|seat|licence|license|account|login
    employee|worker|colleague
    guest|visitor|passenger|traveller|participant|attendee|adult
    pupil|student|learner|child
    lawyer|adviser|advisor|agent|technician|driver|member
    couple|family|household|group|team
    customer|client|tenant
    company|organisation|organization|business
    site|location|shop|store|branch|building|room
    hotel|clinic|school
    vehicle|car|bus|truck|lorry|van
    trip|ride|journey|visit
    flight
    device|machine|server|node|host
    container
    order|transaction|invoice|payment|purchase
    parcel|package
    night
    lesson|session|class
    course
    page
    tonne|ton
    bottle
    box|carton|case|crate
    pack|packet|sachet|pouch|bag
    jar
    tin|can
    pallet
    word
    km|kilometre|kilometer
    mile
    kwh
    kw|kilowatt
    litre|liter
    kg|kilo|kilogram
    square metre|square meter
    square foot|square feet
    hectare
    acre
    person|head|individual|people
    """.strip().splitlines()
)
_SOMEBODY = frozenset({"person", "head", "individual", "people"})
_PERSONS = frozenset().union(*_SAME_THING[:5], _SAME_THING[6], _SOMEBODY)


class Relation(StrEnum):
    """How a claim's quantity relates to an approved one."""

    SAME = "same"
    WEAKER = "weaker"
    OVERSTATED = "overstated"
    UNBOUNDED = "unbounded"
    OPPOSITE = "opposite"
    UNIT = "unit"
    NUMBER = "number"
    UNRELATED = "unrelated"


def relation(claim: Quantity, approved: Quantity) -> Relation:
    """SAME or WEAKER are supported; OVERSTATED drops or turns a bound; OPPOSITE, UNIT and NUMBER differ.

    UNBOUNDED drops a bound that may be a mere limit or a rounding. UNRELATED says nothing: the two measure
    different things.
    """
    if comparable(claim, approved):
        if _per_other_things(claim, approved) and _close(claim.value, approved.value):
            return Relation.UNIT
        if opposed(claim, approved):
            return Relation.OPPOSITE if _close(claim.value, approved.value) else Relation.NUMBER
        for mine, theirs in readings(claim, approved):
            if (found := _bounded(mine, theirs, claim, approved)) is not None:
                return found
        return Relation.UNIT if _same_figure(claim, approved) else Relation.NUMBER
    if {claim.dimension, approved.dimension} == {"share", "points"}:
        changes = {claim.direction, approved.direction} - {""}
        return Relation.UNIT if changes and _same_figure(claim, approved) else Relation.UNRELATED
    counted = "count" in (claim.dimension, approved.dimension)
    in_cents = any("cent" in quantity.unit for quantity in (claim, approved))
    if _same_figure(claim, approved) and not counted and not in_cents:
        return Relation.UNIT
    return Relation.UNRELATED


def encloses(outer: Quantity, inner: Quantity) -> bool:
    """Whether `inner` lies within `outer`: "well under a month" says no more than "three weeks" beside it."""
    return comparable(outer, inner) and _contains(base(outer), base(inner))


def same_figure(claim: Quantity, approved: Quantity) -> bool:
    """Whether two quantities are the same number of the same thing, whatever bounds them."""
    return comparable(claim, approved) and _close(
        claim.value * claim.factor, approved.value * approved.factor
    )


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
    if claim.qualifier == "more than" and approved.qualifier not in _FLOORS and _reaches(mine[0], theirs[0]):
        return Relation.OVERSTATED
    alike = _close(claim.value * claim.factor, approved.value * approved.factor)
    if alike and _turned(claim.qualifier, approved.qualifier):
        return Relation.OVERSTATED
    if alike and _caps_about(claim, approved):
        return Relation.OVERSTATED
    if alike and _drops_about(claim, approved):
        return Relation.UNBOUNDED
    if _is_fair(mine, theirs, claim, approved):
        return Relation.WEAKER
    if not any(_close(m, t) for m in mine for t in theirs if 0 < m < inf):
        return None
    if approved.qualifier == "up to" and not claim.qualifier:
        return Relation.OVERSTATED if _is_benefit(approved) else Relation.UNBOUNDED
    if approved.qualifier == "up to" and claim.qualifier in _FLOORS:
        return Relation.OVERSTATED
    if not approved.qualifier and claim.qualifier in _FLOORS and approved.low == approved.high:
        return Relation.OVERSTATED
    return Relation.WEAKER


def _reaches(low: float, figure: float) -> bool:
    """Whether "more than" claims the very figure, and not one below it that it does exceed."""
    return _close(low, figure) and low >= figure * (1 - 1e-9)


def _drops_about(claim: Quantity, approved: Quantity) -> bool:
    """ "€300" for "about €300"; a ratio in words ("one in four") is round without saying so."""
    said = approved.qualifier == "about" and not _RATIO.search(approved.text)
    return said and not claim.qualifier and claim.low == claim.high


def _caps_about(claim: Quantity, approved: Quantity) -> bool:
    """ "Less than ten minutes" for "about ten", which may be more; "nearly ten" may not."""
    either_side = approved.high > approved.value * _NEARLY and not _RATIO.search(approved.text)
    return claim.qualifier in ("less than", "up to") and approved.qualifier == "about" and either_side


def _turned(claim: str, approved: str) -> bool:
    """ "At least" for "up to" or "about", "under" for "over": the bound on the other side."""
    floors = approved in _FLOORS
    return (claim in _FLOORS and (approved in _CAPS or approved == "about")) or (claim in _CAPS and floors)


def _per_other_things(claim: Quantity, approved: Quantity) -> bool:
    """ "Per site" for "per user"; what no group holds, and a person beside a seat, may be the same."""
    one, other = claim.each.lower(), approved.each.lower()
    if not one or not other or one == other:
        return False
    if {one, other} & _SOMEBODY and {one, other} <= _PERSONS:
        return False
    groups = [group for group in _SAME_THING if group & {one, other}]
    return len(groups) == 2 and not any({one, other} <= group for group in groups)


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
    if claim.qualifier == "about" and approved.qualifier in _FLOORS and _contains(mine, _point(approved)):
        return True
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
