"""One cause, one finding: which of several hits on the same claim is the better explanation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msglint.model import ChangeKind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from msglint.checks.hit import Hit
    from msglint.checks.rule import Rule

_MARKING = ("retired", "banned", "term", "superlative", "change")
_NAMING = (ChangeKind.NAME, ChangeKind.CATEGORY, ChangeKind.ENTITY)
_SEVERITIES = list(Severity)


@dataclass(frozen=True, slots=True)
class Raised:
    """A hit with the rule that raised it; `rank` sorts checks and rules, the most specific first."""

    rule: Rule
    hit: Hit
    rank: tuple[int, str]

    @property
    def severity(self) -> Severity:
        return self.hit.severity or self.rule.severity

    @property
    def claim(self) -> tuple[str, tuple[str, ...], str]:
        return self.hit.asset_key, self.hit.location.steps, self.hit.text


def without_doubles(raised: Iterable[Raised]) -> list[Raised]:
    """Drop what a more specific hit on the same claim explains; the order of the rest is kept."""
    by_claim: dict[tuple[str, tuple[str, ...], str], list[Raised]] = {}
    for item in raised:
        by_claim.setdefault(item.claim, []).append(item)
    return [item for items in by_claim.values() for item in _distinct(items)]


def _distinct(items: Sequence[Raised]) -> list[Raised]:
    kept: list[Raised] = []
    for item in sorted(items, key=lambda item: item.rank):
        if not any(_explains(better, item) for better in kept):
            kept.append(item)
    return kept


def _explains(better: Raised, other: Raised) -> bool:
    """Whether `other` only repeats `better`: the same words, or a verdict that has a nearer reason."""
    if _SEVERITIES.index(better.severity) > _SEVERITIES.index(other.severity):
        return False  # a warning must not hide an error
    kind, other_kind = better.rule.check, other.rule.check
    if kind == "hidden":
        return other_kind in ("retired_statement", "change", "verdict") or _overlap(better.hit, other.hit)
    if kind == "retired_statement":
        return other_kind in ("change", "verdict")
    if kind == "superlative" and other_kind == "verdict":
        return True
    if kind == "retired" and other_kind == "change" and not other.hit.end:
        return _is_naming(other.hit)
    return kind in _MARKING and other_kind in _MARKING and _overlap(better.hit, other.hit)


def _is_naming(hit: Hit) -> bool:
    return bool(hit.changes) and all(change.kind in _NAMING for change in hit.changes)


def _overlap(one: Hit, other: Hit) -> bool:
    """Whether both mark words, and some of the same."""
    return one.start < other.end and other.start < one.end
