"""What a check is, what it is given and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from msglint.checks.rule import Options, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from msglint.checks.passage import View
    from msglint.messaging.load import LoadedMessaging
    from msglint.messaging.schema import Messaging
    from msglint.model import Block, Change, Judgement, Location, Severity, Source

O = TypeVar("O", bound=Options)  # noqa: E741


@dataclass(frozen=True, slots=True)
class CheckContext:
    """All a check may look at: the messaging, the assets, the day of the run and whom it is for."""

    messaging: LoadedMessaging
    views: tuple[View, ...]
    today: date
    audience: str = ""
    market: str = ""

    @property
    def document(self) -> Messaging:
        return self.messaging.document

    def judgements(self, rule: Rule) -> Iterator[tuple[Source, Judgement]]:
        """Every judged claim that the rule's scope covers, in reading order."""
        for view in self.views:
            for judgement in view.asset.judgements:
                if rule.covers(judgement.claim.kind):
                    yield view.asset.source, judgement

    def blocks(self, rule: Rule) -> Iterator[tuple[View, Block]]:
        """Every block that the rule's scope covers, judged or not, in reading order."""
        for view in self.views:
            for block in view.asset.document.blocks:
                if rule.covers(block.kind):
                    yield view, block


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


@dataclass(frozen=True, slots=True)
class Check(Generic[O]):
    """A kind of check: its options, the placeholders of its messages, and the function that looks."""

    options: type[O]
    placeholders: tuple[str, ...]
    find: Callable[[Rule, O, CheckContext], Iterable[Hit]]

    def hits(self, rule: Rule, context: CheckContext) -> Iterable[Hit]:
        """Look with the rule's options, which loading has validated against this check."""
        return self.find(rule, cast("O", rule.options), context)


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
