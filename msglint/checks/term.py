"""The check `term`: words for which the company has agreed on another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.checks.check import Check, CheckContext
from msglint.checks.lexicon import Found, Lexicon
from msglint.checks.negation import is_advised_against
from msglint.checks.places import is_allowed
from msglint.checks.rewrite import rewritten
from msglint.checks.rule import Options, Rule
from msglint.checks.wording import found_words, names_in_use
from msglint.messaging.history import is_former
from msglint.model import Change, ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from msglint.checks.hit import Hit
    from msglint.checks.passage import Passage
    from msglint.messaging.schema import Term


def find(rule: Rule, _: Options, context: CheckContext) -> Iterator[Hit]:
    """One hit for each term in each sentence, with the sentence in the agreed words as suggestion."""
    terms = context.document.terminology
    phrases = [(avoided, (term, avoided)) for term in terms for avoided in term.avoid]
    lexicon = Lexicon(phrases, [*names_in_use(context.document), *(term.use for term in terms)])
    for passage, found in found_words(rule, context, lexicon):
        yield from _hits(passage, [item for item in found if not _is_allowed(item, passage, context)])


def _is_allowed(found: Found[tuple[Term, str]], passage: Passage, context: CheckContext) -> bool:
    term, span = found.entry[0], (found.start, found.end)
    if is_former(passage.text, *span, term.use) or is_advised_against(passage.text, found.start):
        return True
    return is_allowed(term.exceptions, passage, span, context.audience)


def _hits(passage: Passage, found: list[Found[tuple[Term, str]]]) -> Iterator[Hit]:
    for term, avoided in dict.fromkeys(item.entry for item in found):
        mine = [item for item in found if item.entry == (term, avoided)]
        first = mine[0]
        hit = passage.hit(
            first.start,
            first.end,
            found=first.text,
            approved=term.use,
            statement=term.id,
            because=f": {term.reason.rstrip('.')}" if term.reason else "",
        )
        fixed = rewritten(passage.text, [(item.start, item.end) for item in mine], term.use, avoided)
        change = Change(ChangeKind.NAME, term.use, first.text, first.start, first.end)
        yield replace(hit, statement_id=term.id, statement_text=term.use, changes=(change,), suggestion=fixed)


CHECK = Check(Options, ("found", "approved", "statement", "because"), find)
