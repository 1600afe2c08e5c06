"""What a check is and what it is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from msglint.checks.rule import Options, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from msglint.checks.hit import Hit
    from msglint.checks.passage import View
    from msglint.messaging.load import LoadedMessaging
    from msglint.messaging.schema import Messaging
    from msglint.model import Block, Judgement, Source

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
                if rule.covers(judgement.claim):
                    yield view.asset.source, judgement

    def blocks(self, rule: Rule) -> Iterator[tuple[View, Block]]:
        """Every block that the rule's scope covers, judged or not, in reading order."""
        for view in self.views:
            for block in view.asset.document.blocks:
                if rule.covers(block):
                    yield view, block


@dataclass(frozen=True, slots=True)
class Check(Generic[O]):
    """A kind of check: its options, the placeholders of its messages, and the function that looks."""

    options: type[O]
    placeholders: tuple[str, ...]
    find: Callable[[Rule, O, CheckContext], Iterable[Hit]]

    def hits(self, rule: Rule, context: CheckContext) -> Iterable[Hit]:
        """Look with the rule's options, which loading has validated against this check."""
        return self.find(rule, cast("O", rule.options), context)
