"""The check `competitor`: other companies named where the messaging does not allow it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.checks.check import Check, CheckContext
from msglint.checks.lexicon import Lexicon
from msglint.checks.passage import passages
from msglint.checks.places import is_allowed
from msglint.checks.rule import Options, Rule
from msglint.messaging.names import known_names
from msglint.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from msglint.checks.hit import Hit
    from msglint.messaging.schema import Competitor


def find(rule: Rule, _: Options, context: CheckContext) -> Iterator[Hit]:
    """One hit for each such competitor in each sentence; without `named_in` one may be named anywhere."""
    rivals = [rival for rival in context.document.competitors if rival.named_in is not None]
    phrases = [(text, rival) for rival in rivals for text in (rival.name, *rival.aliases)]
    others = [
        name.text for name in known_names(context.document) if name.role in ("company", "product", "customer")
    ]
    lexicon = Lexicon(phrases, others)
    for view, block in context.blocks(rule):
        if block.kind is BlockKind.CODE or not any(lexicon.find(block.text)):
            continue
        for passage in passages(view, block):
            seen: set[str] = set()
            for found in lexicon.find(passage.text):
                rival, span = found.entry, (found.start, found.end)
                if rival.id in seen or is_allowed(rival.named_in or (), passage, span, context.audience):
                    continue
                seen.add(rival.id)
                hit = passage.hit(*span, found=found.text, statement=rival.id, where=_where(rival))
                yield replace(hit, statement_id=rival.id)


def _where(rival: Competitor) -> str:
    """The places where it may be named, as the end of a sentence."""
    return f", only in: {', '.join(rival.named_in)}" if rival.named_in else ""


CHECK = Check(Options, ("found", "statement", "where"), find)
