"""The check `retired`: product names and categories that the company no longer uses."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from msglint.checks.check import Check, CheckContext
from msglint.checks.lexicon import Found, Lexicon
from msglint.checks.negation import is_contrasted, is_denied
from msglint.checks.passage import Passage, passages
from msglint.checks.places import is_allowed
from msglint.checks.rewrite import rewritten
from msglint.checks.rule import Options, Rule
from msglint.messaging.history import is_history
from msglint.messaging.names import IN_USE, KnownName, known_names
from msglint.model import BlockKind, Change, ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from msglint.checks.hit import Hit

_ROLES = {"products": "retired-product", "categories": "retired-category"}
_US = re.compile(r"\b(?:we|our|us|i)\b", re.IGNORECASE)
_CATEGORY_BEFORE = re.compile(r"\b(?:an?|leading|best|first|only|another)\s+\Z", re.IGNORECASE)
_CATEGORY_AFTER = re.compile(
    r"\s+(?:platform|compan|vendor|provider|leader|solution|market|category)", re.IGNORECASE
)


class RetiredOptions(Options):
    """Which names the rule is about."""

    names: Literal["products", "categories"]


def find(rule: Rule, options: RetiredOptions, context: CheckContext) -> Iterator[Hit]:
    """One hit for each retired name in each sentence, told history and other allowed uses left out."""
    names = known_names(context.document)
    in_use = [name.text for name in names if name.role in IN_USE]
    wanted = [name for name in names if name.role == _ROLES[options.names]]
    if options.names == "products":
        current = {text.casefold() for text in in_use}
        wanted = [name for name in wanted if name.text.casefold() not in current]
    lexicon = Lexicon([(name.text, name) for name in wanted], in_use)
    ours = Lexicon([(name.text, name) for name in names if name.role in ("company", "product")])
    for view, block in context.blocks(rule):
        if block.kind is BlockKind.CODE or not any(lexicon.find(block.text)):
            continue
        for passage in passages(view, block):
            found = [f for f in lexicon.find(passage.text) if not _is_allowed(f, passage, context, ours)]
            yield from _hits(passage, found)


def _hits(passage: Passage, found: list[Found[KnownName]]) -> Iterator[Hit]:
    for name in dict.fromkeys(item.entry for item in found):
        mine = [item for item in found if item.entry == name]
        first = mine[0]
        hit = passage.hit(
            first.start, first.end, found=first.text, approved=name.replacement, statement=name.entry_id
        )
        spans = [(item.start, item.end) for item in mine]
        fixed = rewritten(passage.text, spans, name.replacement, name.text)
        kind = ChangeKind.NAME if name.role == "retired-product" else ChangeKind.CATEGORY
        change = Change(kind, name.replacement, first.text, first.start, first.end)
        yield replace(
            hit,
            statement_id=name.entry_id,
            statement_text=name.replacement,
            changes=(change,),
            suggestion=fixed,
        )


def _is_allowed(
    found: Found[KnownName], passage: Passage, context: CheckContext, ours: Lexicon[KnownName]
) -> bool:
    name, text = found.entry, passage.text
    heading = passage.block.heading
    if is_history(text, found.start, found.end, successor=name.replacement, heading=heading):
        return True
    if name.role == "retired-product":
        return False
    if is_denied(passage, found.start, found.end) or is_contrasted(text, found.start):
        return True
    return _speaks_of_others(found, text, ours) or _is_still_used(found, passage, context)


def _speaks_of_others(found: Found[KnownName], text: str, ours: Lexicon[KnownName]) -> bool:
    """A plural of the category without a word about us is the market: "Chatbot builders need scripts"."""
    is_plural = len(found.text) > len(found.entry.text) and found.text.lower().endswith("s")
    return is_plural and not _US.search(text) and not any(ours.find(text))


def _is_still_used(found: Found[KnownName], passage: Passage, context: CheckContext) -> bool:
    """Whether the words are what `still_used_as` allows: a place, or the name of a product."""
    still = found.entry.still_used_as
    if not still:
        return False
    if is_allowed((still,), passage, (found.start, found.end), context.audience):
        return True
    before, after = passage.text[: found.start], passage.text[found.end :]
    is_name = all(word[0].isupper() for word in re.findall(r"[A-Za-z]+", found.text))
    as_category = _CATEGORY_BEFORE.search(before) or _CATEGORY_AFTER.match(after)
    return bool(re.search(r"name|product|feature|module", still)) and is_name and not as_category


CHECK = Check(RetiredOptions, ("found", "approved", "statement"), find)
