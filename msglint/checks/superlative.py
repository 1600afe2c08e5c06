"""The check `superlative`: "the fastest", "leading" or "the only" said of us without approval."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.checks.check import Check, CheckContext
from msglint.checks.hit import Hit, hit_of
from msglint.checks.rule import Options, Rule
from msglint.fingerprint import normalised
from msglint.messaging.statements import statements_of
from msglint.model import Claim, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SUPERLATIVE = re.compile(
    r"""\b(?:best[-\s]in[-\s]class|world[-\s]class|(?:industry|market|world|category)[-\s]leading|leading(?!\s+(?:to|up))
      |number\s+one|no\.\s?1\b|unrivall?ed|unmatched|unparalleled|unbeatable|second\s+to\s+none|state[-\s]of[-\s]the[-\s]art
      |(?:the|world['’]s|industry['’]s|market['’]s)\s+(?:very\s+)?(?:only|best|first(?!\s+(?:\w+\s+)?(?:\d|year|month|week|day|hour|
        minute|quarter|half|time|step|call|reply|response|contact|place|thing|part|phase))
        |most\s+(?!of\b|recent\b|common\b|important\b)\w+|(?!latest|lowest|highest|rest\b|test\b|west\b|interest|request|guest)\w{2,}(?:i?est))
    )\b|\#1\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NO_SUPERLATIVE = re.compile(
    r"\bbest\s+(?:practices?|way|time|regards|fit|interests?)\b|\bat\s+(?:the\s+)?(?:best|latest|most|least)\b",
    re.IGNORECASE,
)
_US = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_OTHERS = ("competitor", "customer")


def find(rule: Rule, _: Options, context: CheckContext) -> Iterator[Hit]:
    """One hit for each claim about us with a superlative that no approved statement has."""
    wordings = [normalised(statement.text) for statement in statements_of(context.document)]
    for source, judgement in context.judgements(rule):
        claim = judgement.claim
        if not claim.asserts or judgement.verdict is Verdict.NOT_A_CLAIM or not _is_about_us(claim):
            continue
        match = _superlative(claim.text)
        if match and not _is_backed(match.group(), claim.text, wordings):
            hit = hit_of(source, judgement, {"found": match.group()})
            yield replace(
                hit,
                start=match.start(),
                end=match.end(),
                changes=(),
                suggestion="",
                statement_id=None,
                statement_text="",
            )


def _superlative(text: str) -> re.Match[str] | None:
    harmless = [match.span() for match in _NO_SUPERLATIVE.finditer(text)]
    for match in _SUPERLATIVE.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in harmless):
            return match
    return None


def _is_about_us(claim: Claim) -> bool:
    """Names us, says "we", or names nobody: a headline without a subject speaks of its author."""
    roles = [name.role for name in claim.facts.names]
    if any(role in ("company", "product") for role in roles) or _US.search(claim.text):
        return True
    return not any(role in _OTHERS for role in roles)


def _is_backed(found: str, text: str, wordings: Sequence[str]) -> bool:
    """Whether an approved wording has the same superlative and speaks of half the same things."""
    core = re.sub(r"\A(?:the|(?:world|industry|market)'s) ", "", normalised(found))
    words = _content(text) - _content(core)
    for wording in wordings:
        if re.search(rf"(?<!\w){re.escape(core)}(?!\w)", wording):
            shared = words & _content(wording)
            if 2 * len(shared) >= len(words):
                return True
    return False


def _content(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", normalised(text)) if len(word) > 3}


CHECK = Check(Options, ("found",), find)
