"""The check `retired_statement`: claims that still say what the company has stopped saying."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from msglint.checks.check import Check, CheckContext
from msglint.checks.passage import Passage, passages
from msglint.checks.rule import Options, Rule
from msglint.fingerprint import normalised
from msglint.messaging.dates import last_day
from msglint.messaging.history import is_told_as_past
from msglint.messaging.statements import statements_of
from msglint.model import BlockKind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from msglint.checks.hit import Hit
    from msglint.messaging.schema import Messaging

MIN_COVERED = 0.7
"""The share of a retired statement's content words that a claim must have to say it."""
MIN_OWN = 0.5
"""The share of a claim's content words that must come from the retired statement."""

_STOP = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "by",
        "for",
        "from",
        "has",
        "have",
        "in",
        "into",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "our",
        "than",
        "that",
        "the",
        "their",
        "they",
        "this",
        "to",
        "us",
        "was",
        "we",
        "were",
        "which",
        "will",
        "with",
        "you",
        "your",
        "can",
    ]
)
_NEGATIONS = frozenset(["no", "not", "never", "without", "cannot", "nothing", "none"])
_NUMBERS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


class Bag:
    """The content words and the numbers of a text, and whether it denies."""

    def __init__(self, text: str) -> None:
        words = re.findall(r"\d[\d.,]*|[^\W\d_]+(?:'[^\W\d_]+)?|[%$€£]", normalised(text))
        plain = [str(_NUMBERS.index(word)) if word in _NUMBERS else word for word in words]
        self.numbers = {word.replace(",", "").rstrip(".") for word in plain if word[0].isdigit()}
        self.words = {_stem(w) for w in plain if w not in _STOP and not w[0].isdigit()} | self.numbers
        self.denies = sum(word in _NEGATIONS or word.endswith("n't") for word in plain) % 2 == 1

    def shared(self, other: Bag) -> float:
        """How alike two texts are: the harmonic mean of the shares of common words, 0 to 1."""
        total = len(self.words) + len(other.words)
        return 2 * len(self.words & other.words) / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Retired:
    """One wording of a retired statement, its last day as ISO text, and the wording that took its place."""

    entry_id: str
    text: str
    bag: Bag
    until: str
    successor_id: str
    successor: str

    def is_said_by(self, bag: Bag) -> bool:
        """Whether the words of a claim say this: most of its words, all of its numbers, the same polarity."""
        common = len(self.bag.words & bag.words)
        if not common or not self.bag.numbers <= bag.numbers or self.bag.denies != bag.denies:
            return False
        return common / len(self.bag.words) >= MIN_COVERED and common / len(bag.words) >= MIN_OWN


def find(rule: Rule, _: Options, context: CheckContext) -> Iterator[Hit]:
    """One hit for each sentence that says a retired statement more closely than any approved one."""
    retired = retired_wordings(context.document)
    approved = [Bag(statement.text) for statement in statements_of(context.document)] if retired else []
    for view, block in context.blocks(rule) if retired else ():
        if block.kind is BlockKind.CODE:
            continue
        for passage in passages(view, block):
            match = _match(passage, retired, approved)
            if match:
                yield _hit(passage, match, context)


def retired_wordings(document: Messaging) -> tuple[Retired, ...]:
    """Every wording that is no longer said: retired statements, and entries whose status is retired."""
    texts = {e.id: e.statement for _, entries in document.statement_sections for e in entries}
    sources = [
        *((e.id, (e.statement, *e.variants), e.until, e.replaced_by) for e in document.retired_statements),
        *(
            (e.id, (e.statement, *e.variants), None, e.replaced_by)
            for _, entries in document.statement_sections
            for e in entries
            if e.status == "retired"
        ),
    ]
    return tuple(
        Retired(entry_id, text, Bag(text), until or "", successor or "", texts.get(successor or "", ""))
        for entry_id, wordings, until, successor in sources
        for text in wordings
    )


def _match(passage: Passage, retired: Sequence[Retired], approved: Sequence[Bag]) -> Retired | None:
    bag = Bag(passage.text)
    said = [entry for entry in retired if entry.is_said_by(bag)]
    if not said or is_told_as_past(passage.text, passage.block.heading):
        return None
    best = max(said, key=lambda entry: entry.bag.shared(bag))
    nearest = max((other.shared(bag) for other in approved), default=0.0)
    return best if best.bag.shared(bag) > nearest else None


def _hit(passage: Passage, entry: Retired, context: CheckContext) -> Hit:
    in_grace = bool(entry.until) and last_day(entry.until) >= context.today
    ended = f"was retired on {entry.until}" if entry.until else "is retired"
    ended = f"may be said only until {entry.until}" if in_grace else ended
    instead = f"; say '{entry.successor}'" if entry.successor else ""
    hit = passage.hit(0, 0, retired=entry.text, statement=entry.entry_id, ended=ended, instead=instead)
    return replace(
        hit,
        statement_id=entry.entry_id,
        statement_text=entry.successor or entry.text,
        suggestion=entry.successor,
        severity=Severity.WARNING if in_grace else None,
        confidence=min(1.0, entry.bag.shared(Bag(passage.text))),
    )


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e")


CHECK = Check(Options, ("retired", "statement", "ended", "instead"), find)
