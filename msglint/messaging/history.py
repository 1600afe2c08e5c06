"""Telling history from use: "formerly FoldBot" and "FoldBot, now Resolve" are no use of a retired name."""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"""\b(?:formerly|previously|originally|once|earlier|back\ then|then|initially|ex)
        (?:\s+(?:known|called|named|branded|marketed|sold|released|published|launched))?(?:\s+(?:as|under))?
      |\b(?:was|were|been|being|got)\s+(?:\w+\s+)?(?:known|called|named|branded|marketed|sold|released|published|
        launched|created|introduced)(?:\s+\w+){0,6}?(?:\s+(?:as|under))?
      |\bused\s+to\s+(?:be|call|say|sell|offer)(?:\s+(?:called|named|known\s+as))?(?:\s+it)?
      |\b(?:renamed|rebranded|evolved|grew\s+out)(?:\s+(?:from|of|our))*
      |\b(?:replac(?:es|ed|ing)|succeed(?:s|ed)|supersed(?:es|ed|ing)|successor\s+(?:of|to)|retired|dropped)
      |\b(?:started|began)(?:\s+\w+){0,3}\s+as
      |(?<!-)\b(?:former|old|erstwhile|one-?time|n[ée]e|f/?k/?a|defunct)
      |\b(?:knew|remember(?:ed)?|came|went|appeared|reached|entered|arrived|ran|traded|operated|debuted|shipped
        |bought|launched|founded|existed|started|began|opened)(?:\s+[\w-]+){0,5}?\s+(?:as|under|by)
      |\b(?:old|former|earlier|previous|original|first)\s+name(?:\s+(?:was|of)|,|:)
      |\b(?:became\s+of|took\s+over\s+from|takes\s+over\s+from|taking\s+over\s+from|heir\s+(?:to|of)
        |replacement\s+(?:for|of)|in\s+place\s+of|name\s+change\s+from|predecessors?,?)
      |\bin\s+(?:earlier|former|past|early|previous)\s+\w+\s+(?:called|named|known\s+as|sold\s+as)
      |\bstill\s+(?:says?|reads?|shows?|bears?|carr(?:y|ies))
      |\bno\s+longer\s+(?:(?:called|named|known|sold|marketed|branded)(?:\s+(?:as|under))?|go(?:es)?\s+by|exists?\s+as)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LEAD_IN = re.compile(
    r"[\s\"'“‘(:,]*(?:(?:the|a|an|our|its)\s+)?"
    r"(?:(?:name|designation|title|label|brand|banner)\s+(?:of\s+)?)?[\s\"'“‘(]*\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"""[\s"'”’),]*(?:(?:which|that|it)\s+)?
    (?:(?:was|were|has\s+been|have\s+been|is|are)\s+)?(?:since\s+|later\s+|now\s+)?
    (?:renamed|rebranded|retired|discontinued|replaced|superseded|became|becomes|has\s+become
      |now\s+(?:called|named|known\s+as|part\s+of)|(?:called|named|known\s+as)\b.{0,40}\bnow
      |(?:gave|made)\s+way\s+(?:to|for)|(?:turned|grew|evolved|merged)\s+into|lives\s+on\s+as|is\s+(?:no\s+more|history)
      |(?:came\s+to\s+an\s+)?end(?:ed)?\s+in)\b
    |[\s"'”’),]*(?:in\s+(?:its|their|our)\s+(?:earlier|early|former|first)\s+\w+
      |(?:was|were|is|being)\s+(?:once\s+)?(?:an?|the|its|our|their)\s+(?:old|former|earlier|previous|original|first)
        \s+name
      |as\s+(?:it|they|we)\s+(?:was|were|used\s+to\s+be)\s+(?:\w+\s+)?(?:called|known|named))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_CALLED = re.compile(
    r"\b(?:called|named|known|sold|marketed|branded)(?:\s+(?:as|under))?[\s\"'“‘]*(?:the\s+(?:name\s+)?)?\Z",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"[\s\"'”’,]*(?:until|till|up\s+(?:to|until)|before|prior\s+to)\b", re.IGNORECASE)
_PAST_YEAR = re.compile(
    r"\b(?:in|until|till|before|back in|by)\s+(?:\w+\s+){0,2}(?:19|20)\d\d\b", re.IGNORECASE
)
_PAST_VERB = re.compile(
    r"\b(?:was|were|had|launched|released|founded|started|began|introduced|created|became|called|renamed)\b",
    re.IGNORECASE,
)
_HISTORY = re.compile(
    r"\b(?:histor(?:y|ical)|timeline|milestones?|change\s?log|release notes|our story|archive)\b",
    re.IGNORECASE,
)


def is_history(text: str, start: int, end: int, *, successor: str = "", heading: str = "") -> bool:
    """Whether the words at [start, end) are told as the past, or named together with their successor."""
    return is_former(text, start, end, successor) or is_told_as_past(text, heading)


def is_former(text: str, start: int, end: int, successor: str = "") -> bool:
    """Whether the words next to [start, end) call it former: "formerly X", "X, now Y", "called X until"."""
    before, after = text[:start], text[end:]
    told = any(_LEAD_IN.match(before, match.end()) for match in _BEFORE.finditer(before))
    ended = _CALLED.search(before) and _UNTIL.match(after)
    return told or bool(ended or _AFTER.match(after)) or _names_successor(after, successor)


def is_told_as_past(text: str, heading: str = "") -> bool:
    """Whether a sentence is history: a past year with a past verb, or under a heading such as Milestones."""
    dated = _PAST_YEAR.search(text) and _PAST_VERB.search(text)
    return bool(dated or _HISTORY.search(heading))


def _names_successor(after: str, successor: str) -> bool:
    """ "FoldBot (now Answer Desk)", "FoldBot → Answer Desk", "FoldBot is now Answer Desk"."""
    if not successor:
        return False
    link = r"[\s\"'”’),(]*(?:(?:is|are|,)\s*)?(?:now|today|→|->|=>)\s*(?:the\s+)?[\"'“‘(]*"
    return bool(re.match(link + re.escape(successor), after, re.IGNORECASE))
