"""The check `banned`: words that no claim may contain."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.checks.check import Check, CheckContext
from msglint.checks.lexicon import Lexicon
from msglint.checks.negation import is_denied
from msglint.checks.places import is_allowed
from msglint.checks.rule import Options, Rule
from msglint.checks.wording import found_words, names_in_use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from msglint.checks.hit import Hit


def find(rule: Rule, _: Options, context: CheckContext) -> Iterator[Hit]:
    """One hit for each banned word in each sentence that does not deny it."""
    words = context.document.banned_claim_words
    lexicon = Lexicon([(word.word, word) for word in words], names_in_use(context.document), suffixes="ly|")
    for passage, found in found_words(rule, context, lexicon):
        for word in dict.fromkeys(item.entry for item in found):
            mine = [item for item in found if item.entry == word]
            wrong = [item for item in mine if not is_denied(passage, item.start, item.end)]
            if not wrong:
                continue
            span = (wrong[0].start, wrong[0].end)
            if is_allowed(word.exceptions, passage, span, context.audience):
                continue
            because = f": {word.reason.rstrip('.')}" if word.reason else ""
            hit = passage.hit(*span, found=wrong[0].text, statement=word.id, because=because)
            yield replace(hit, statement_id=word.id)


CHECK = Check(Options, ("found", "statement", "because"), find)
