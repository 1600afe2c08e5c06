"""Whom and what a statement is made for, and the words that narrow that down."""

from __future__ import annotations

from msglint.judge.wording import listed

# Whom, and what kind of thing, a statement is made for.
AUDIENCE = listed(
    """
customer client user buyer shopper consumer company business firm organisation organization
enterprise retailer shop store hotel restaurant kitchen clinic hospital school university college
student pupil teacher child adult parent patient person people man woman employee worker staff
member subscriber passenger traveller traveler driver owner tenant landlord household home family
team department office site branch farm farmer grower bank insurer lender manufacturer maker
supplier vendor partner developer engineer doctor nurse council city town village county region
country market industry sector trade startup agency charity guest visitor resident citizen pet dog
cat horse baby infant newborn woman senior pensioner freelancer sme brand merchant seller dealer
carrier operator utility plan tier account flight route line product model range device laptop phone
computer machine vehicle car order skin hair language
"""
)
# What narrows them down.
RESTRICTIONS = listed(
    """
small medium large big mid-sized medium-sized new existing private business corporate commercial
residential domestic public independent local regional national european british german french
american selected eligible premium professional enterprise adult young old elderly healthy pregnant
registered certified licensed annual long-haul short-haul first-time municipal rural urban
industrial individual retail indoor outdoor interior exterior
northern southern eastern western central
upper lower domestic foreign weekday weekend advanced basic known common full-time part-time female male
experienced rented owned frequent senior junior acute mild severe light wholesale
dry oily sensitive normal windows mac android pilot
"""
)
_SAME_SORTS: tuple[frozenset[str], ...] = (
    frozenset({"private", "personal", "individual", "consumer", "retail"}),
    frozenset({"business", "corporate", "commercial", "company", "enterprise"}),
    frozenset({"small", "little", "smaller"}),
    frozenset({"large", "big", "major", "larger"}),
    frozenset({"medium", "mid-sized", "medium-sized", "midsize"}),
    frozenset({"domestic", "residential", "home"}),
    frozenset({"local", "regional", "nearby"}),
    frozenset({"public", "state", "government"}),
    frozenset({"new", "first-time"}),
    frozenset({"young", "younger"}),
    frozenset({"old", "older", "elderly", "senior"}),
)
# Each line parts one whole; what holds for one of its sorts is not said of another.
_PARTED = tuple(listed(line) for line in (
    "adult grown-up child kid baby infant toddler newborn teenager adolescent",
    "man woman", "male female", "boy girl", "mother father",
    "northern southern eastern western central", "north south east west", "upper lower",
    "urban rural", "domestic foreign international overseas", "indoor outdoor", "interior exterior",
    "inner outer", "beginner advanced expert intermediate", "junior senior", "freshwater saltwater",
    "weekday weekend", "long-haul short-haul", "full-time part-time", "windows mac macos linux",
    "android ios", "dog cat horse rabbit bird", "coastal inland", "left right", "primary secondary",
    "first-class second-class", "inbound outbound", "dry oily", "employee freelancer contractor",
))  # fmt: skip


def are_same_sort(one: str, other: str) -> bool:
    """Whether two narrowing words say much the same: "private", "personal"."""
    return any(one in sort and other in sort for sort in _SAME_SORTS)


def are_other_sorts(one: str, other: str) -> bool:
    """Whether two words name different parts of one whole: "adult" and "child", "northern" and "southern"."""
    found = any(one in parts and other in parts for parts in _PARTED)
    return found and one != other and {one, other} not in _ALIKE


_ALIKE = (
    {"adult", "grown-up"}, {"child", "kid"}, {"baby", "infant"}, {"baby", "newborn"}, {"infant", "newborn"},
    {"teenager", "adolescent"}, {"foreign", "international"}, {"foreign", "overseas"},
    {"international", "overseas"}, {"advanced", "expert"}, {"mac", "macos"}, {"freelancer", "contractor"},
)  # fmt: skip
