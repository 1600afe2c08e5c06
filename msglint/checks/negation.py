"""Telling whether words are denied: "never say bulletproof" is, "not only fast but bulletproof" is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from msglint.checks.passage import Passage

_DENIED = re.compile(
    r"\b(?:not|never|no|nor|neither|without|cannot|can['’]t|won['’]t|\w+n['’]t|avoid|banned|stop)\b"
    r"(?!\s+(?:only|just|merely|simply)\b)(?P<gap>[^.;:!?]*)\Z",
    re.IGNORECASE,
)
_CONTRASTED = re.compile(
    r"\b(?:unlike|instead\s+of|rather\s+than|more\s+than|beyond|no\s+longer|against|versus|vs\.?|from)\s+"
    r"(?P<gap>[^.;:!?,]*)\Z",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(
    r"[\"'”’]?\s*(?:is|are)\s+(?:banned|forbidden|off[- ]limits|not\b|never\b|no\b)", re.IGNORECASE
)
_ADVISED = re.compile(
    r"\b(?:never|not|don['’]t|avoid|stop|instead\s+of)\s+(?:say|call|use|writ|mention)\w*\b(?P<gap>[^.;:!?]*)\Z",
    re.IGNORECASE,
)
_TURN = re.compile(r"\b(?:but|yet|however|although|instead|and)\b|,", re.IGNORECASE)
MAX_GAP = 6


def is_denied(passage: Passage, start: int, end: int) -> bool:
    """Whether a negation governs the words at [start, end) of the passage."""
    if passage.judgement is not None:
        words = passage.judgement.claim.facts.words
        if any(word.negated and word.start < end and start < word.end for word in words):
            return True
    before, after = passage.text[:start], passage.text[end:]
    return _reaches(_DENIED, before) or bool(_FORBIDDEN.match(after))


def is_contrasted(text: str, start: int) -> bool:
    """Whether the words at `start` are what something is set against: "unlike a chatbot builder"."""
    return _reaches(_CONTRASTED, text[:start])


def is_advised_against(text: str, start: int) -> bool:
    """Whether the words at `start` are named as words not to say: "do not say headcount"."""
    return _reaches(_ADVISED, text[:start])


def _reaches(cue: re.Pattern[str], before: str) -> bool:
    """Whether a cue stands before, with a few words and no turn of thought between."""
    match = cue.search(before)
    while match:
        gap = match.group("gap")
        if len(gap.split()) <= MAX_GAP and not _TURN.search(gap):
            return True
        match = cue.search(before, match.start() + 1)
    return False
