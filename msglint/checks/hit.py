"""What a check gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from msglint.model import Change, Judgement, Location, Severity, Source


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check found, before it has words, severity and identity.

    `words` fill the placeholders of the rule's message, once for each element; `start` and `end` mark `text`;
    `severity` is set only where it differs from the rule's.
    """

    asset: str
    asset_key: str
    location: Location
    text: str
    words: tuple[Mapping[str, str], ...] = field(default=({},))
    start: int = 0
    end: int = 0
    statement_id: str | None = None
    statement_text: str = ""
    changes: tuple[Change, ...] = ()
    suggestion: str = ""
    confidence: float = 1.0
    severity: Severity | None = None


def hit_of(source: Source, judgement: Judgement, *words: Mapping[str, str]) -> Hit:
    """The hit of a judged claim as a whole, with the approved wording as suggestion."""
    claim = judgement.claim
    common = {"approved": judgement.statement_text, "statement": judgement.statement_id or ""}
    return Hit(
        asset=source.name,
        asset_key=source.key,
        location=claim.location,
        text=claim.text,
        words=tuple({**common, **extra} for extra in words or ({},)),
        statement_id=judgement.statement_id,
        statement_text=judgement.statement_text,
        changes=judgement.changes,
        suggestion=judgement.statement_text,
        confidence=judgement.confidence,
    )
