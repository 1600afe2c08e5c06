"""Cue words: what denies, widens, hedges, promises and compares, and words that only look like it."""

from __future__ import annotations

import pytest

from msglint.claims import cues
from msglint.claims.quantities import quantities


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We do not sell data.", ["not"]),
        ("We cannot see it.", ["cannot"]),
        ("It can't be seen.", ["can't"]),
        ("It isn’t slow.", ["isn’t"]),
        ("Live without a project team", ["without"]),
        ("There are no hidden fees", ["no"]),
        ("Nobody types anything in", ["nobody"]),
        ("neither slow nor dear", ["neither", "nor"]),
        ("a plan instead of a guess", ["instead of"]),
        ("It is free of charge", ["free of"]),
        ("It is no longer sold", ["no"]),
        ("zero downtime", ["zero"]),
        ("No, we do not.", ["not"]),
        ("not only the total", []),
        ("It is not just fast.", []),
        ("No. 1 in Europe", []),
        ("no doubt about it", []),
        ("no matter what", []),
        ("Nothing but speed", []),
        ("Why not start today", []),
        ("in no more than 5 days", []),
        ("in no longer than 5 days", []),
        ("a no-code platform", []),
        ("a zero-waste kitchen", []),
        ("non-stop knowledge notes", []),
    ],
)
def test_negations(text: str, found: list[str]) -> None:
    assert [cue.text for cue in cues.negations(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("all kitchens", ["all"]),
        ("All our customers renew", ["all"]),
        ("all of our customers", ["all"]),
        ("across all departments", ["all"]),
        ("every kitchen", ["every"]),
        ("every single dish", ["every"]),
        ("everyone wins", ["everyone"]),
        ("It always works", ["always"]),
        ("sold worldwide", ["worldwide"]),
        ("support around the clock", ["around the clock"]),
        ("24/7 support", ["24/7"]),
        ("kitchens of any size", ["any size"]),
        ("regardless of size", ["regardless of"]),
        ("no matter where you cook", ["no matter where"]),
        ("without exception", ["without exception"]),
        ("unlimited users", ["unlimited"]),
        ("not all kitchens", []),
        ("nearly all kitchens", []),
        ("Not every kitchen", []),
        ("not always", []),
        ("all in one", []),
        ("All-in-one", []),
        ("all day", []),
        ("above all, speed", []),
        ("after all", []),
        ("not at all", []),
        ("every week", []),
        ("Every night", []),
        ("every 2 weeks", []),
        ("every two weeks", []),
        ("everyday work", []),
        ("any device", []),
    ],
)
def test_universals(text: str, found: list[str]) -> None:
    assert [cue.text for cue in cues.universals(text)] == found


@pytest.mark.parametrize(
    ("text", "rung", "word"),
    [
        ("It may reduce waste", 0, "may"),
        ("It could reduce waste", 0, "could"),
        ("It can reduce waste", 1, "can"),
        ("It lets you plan", 1, "lets"),
        ("It helps kitchens reduce waste", 2, "helps"),
        ("designed to reduce waste", 2, "designed to"),
        ("It usually reduces waste", 2, "usually"),
        ("It reduces waste", 3, None),
        ("in May 2025 it sold", 3, None),
        ("May 2025", 3, None),
        ("It can't reduce waste", 3, None),
        ("We guarantee less waste", 4, "guarantee"),
        ("It ensures less waste", 4, "ensures"),
        ("It eliminates waste", 4, "eliminates"),
        ("Waste is impossible", 4, "impossible"),
        ("You cannot fail", 4, "cannot fail"),
        ("zero risk", 4, "zero risk"),
        ("It will never fail", 4, "will never"),
        ("It works without fail", 4, "without fail"),
        ("no guarantee", 3, None),
        ("It does not guarantee less waste", 3, None),
        ("We never promise less waste", 3, None),
        ("without any guarantee", 3, None),
        ("Nothing is guaranteed", 3, None),
    ],
)
def test_the_ladder_of_strength(text: str, rung: int, word: str | None) -> None:
    found, cue = cues.strength(text)
    assert (found, cue and cue.text) == (rung, word)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the best forecast", ["the best"]),
        ("our very best forecast", ["our very best"]),
        ("Best forecast in catering", ["best"]),
        ("best-in-class forecasts", ["best-in-class"]),
        ("the world's best forecast", ["world's best"]),
        ("the leading platform", ["leading"]),
        ("industry-leading forecasts", ["industry-leading"]),
        ("a market leader", ["market leader"]),
        ("number one in Europe", ["number one"]),
        ("No. 1 in Europe", ["no. 1"]),
        ("the most accurate forecast", ["the most accurate"]),
        ("the only platform", ["the only"]),
        ("the first platform", ["first"]),
        ("the fastest forecast", ["fastest"]),
        ("unmatched accuracy", ["unmatched"]),
        ("at best", []),
        ("best practices", []),
        ("Best regards", []),
        ("in the best interest of all", []),
        ("leading to less waste", []),
        ("our team leader", []),
        ("the latest request", []),
        ("at least a test", []),
        ("the most common dish", []),
        ("make the most of it", []),
        ("most of them", []),
        ("Budapest and Everest", []),
        ("an honest guest", []),
        ("established", []),
    ],
)
def test_superlatives(text: str, found: list[str]) -> None:
    assert [cue.text for cue in cues.superlatives(text)] == found


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("12 hours on average", ["average"]),
        ("a mean of 12 hours", ["average"]),
        ("a median of 38%", ["median"]),
        ("typically 38%", ["median"]),
        ("12 hours at worst", ["maximum"]),
        ("12 hours at best", ["minimum"]),
        ("for every kitchen", ["every"]),
        ("it means a meaningful saving", []),
        ("12 hours", []),
    ],
)
def test_statistics(text: str, kinds: list[str]) -> None:
    assert [cue.kind for cue in cues.statistics(text)] == kinds


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("in the first year", ["year"]),
        ("in year one", ["year"]),
        ("from day one", ["day"]),
        ("in the initial month", ["month"]),
        ("in the second year", []),
        ("a year later", []),
    ],
)
def test_periods(text: str, units: list[str]) -> None:
    assert [cue.kind for cue in cues.periods(text)] == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("updated every week", ["week"]),
        ("updated weekly", ["week"]),
        ("a daily report", ["day"]),
        ("reviewed annually", ["year"]),
        ("paid per month", ["month"]),
        ("week by week", ["week"]),
        ("3 hours per week", []),
        ("3 hours a week, updated daily", ["day"]),
        ("every kitchen", []),
    ],
)
def test_cadences(text: str, units: list[str]) -> None:
    assert [cue.kind for cue in cues.cadences(text, quantities(text))] == units


def test_cues_know_where_they_stand() -> None:
    text = "We never sell all of it"
    for cue in (*cues.negations(text), *cues.universals(text)):
        assert text[cue.start : cue.end].lower() == cue.text
