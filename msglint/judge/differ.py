"""The differ: what a claim changes in the statement it is about. Pure; its changes are the explanation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msglint.judge.diff_facts import cadence_changes, date_changes, name_changes, quantity_changes
from msglint.judge.diff_wording import polarity_changes, qualifier_changes, scope_changes, strength_changes
from msglint.model import Candidate, Change, Claim

Differ = Callable[[Claim, Candidate], Iterator[Change]]

DIFFERS: tuple[Differ, ...] = (
    name_changes,
    quantity_changes,
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
    return tuple(dict.fromkeys(found))
