"""Which approved wordings contain a word, so that nobody is blamed for what the company has approved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from msglint.checks.passage import passages
from msglint.fingerprint import normalised
from msglint.messaging.names import IN_USE, known_names
from msglint.messaging.statements import statements_of
from msglint.model import BlockKind, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from msglint.checks.check import CheckContext
    from msglint.checks.lexicon import Found, Lexicon
    from msglint.checks.passage import Passage
    from msglint.checks.rule import Rule
    from msglint.messaging.schema import Messaging

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Approved(Generic[T]):
    """The approved wordings in normalised form, and the words to look for in them."""

    lexicon: Lexicon[T]
    wordings: frozenset[str]

    def covers(self, passage: Passage, found: Found[T]) -> bool:
        """Whether the passage is an approved wording, or says one that uses the same word."""
        if normalised(passage.text).rstrip(".") in self.wordings:
            return True
        judgement = passage.judgement
        if judgement is None or judgement.verdict is not Verdict.ON_MESSAGE:
            return False
        return any(same.entry == found.entry for same in self.lexicon.find(judgement.statement_text))


def approved(document: Messaging, lexicon: Lexicon[T]) -> Approved[T]:
    """The approved wordings of a document, ready to be asked about the words of a lexicon."""
    return Approved(lexicon, frozenset(normalised(s.text).rstrip(".") for s in statements_of(document)))


def names_in_use(document: Messaging) -> list[str]:
    """Every name that may be said, whatever words are in it."""
    return [name.text for name in known_names(document) if name.role in IN_USE]


def found_words(
    rule: Rule, context: CheckContext, lexicon: Lexicon[T]
) -> Iterator[tuple[Passage, list[Found[T]]]]:
    """Each sentence of the rule's scope that has words of the lexicon, code and approved wording left out."""
    wordings = approved(context.document, lexicon)
    for view, block in context.blocks(rule):
        if block.kind is BlockKind.CODE or not any(lexicon.find(block.text)):
            continue
        for passage in passages(view, block):
            found = [item for item in lexicon.find(passage.text) if not wordings.covers(passage, item)]
            if found:
                yield passage, found
