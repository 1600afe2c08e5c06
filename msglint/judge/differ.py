"""The differ: what a claim changes in the statement it is about. Pure; its changes are the explanation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msglint.judge.diff_entities import entity_changes, told_from_the_other_side
from msglint.judge.diff_facts import (
    cadence_changes,
    date_changes,
    measured_changes,
    numbered_changes,
    quantity_changes,
)
from msglint.judge.diff_names import name_changes
from msglint.judge.diff_polarity import polarity_changes
from msglint.judge.diff_qualifier import qualifier_changes
from msglint.judge.diff_scope import scope_changes
from msglint.judge.diff_strength import strength_changes
from msglint.model import Candidate, Change, Claim

Differ = Callable[[Claim, Candidate], Iterator[Change]]

DIFFERS: tuple[Differ, ...] = (
    name_changes,
    entity_changes,
    quantity_changes,
    measured_changes,
    numbered_changes,
    date_changes,
    cadence_changes,
    polarity_changes,
    scope_changes,
    qualifier_changes,
    strength_changes,
)


def changes(claim: Claim, candidate: Candidate) -> tuple[Change, ...]:
    """Every difference that matters between `claim` and the wordings of `candidate`, the surest kinds first.

    A difference is only a change once the two are known to be about the same thing; that is for the verdict.
    """
    found = [change for differ in DIFFERS for change in differ(claim, candidate)]
    return tuple(dict.fromkeys(c for c in found if not told_from_the_other_side(c, claim, candidate)))
