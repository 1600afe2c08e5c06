"""What bounds a quantity and which way it changes: "up to", "at least", "about", less and more."""

from __future__ import annotations

import re
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from msglint.model import Quantity

_BEFORE = {
    "up to": r"up to|as (?:much|many|fast|low|high|little|few|long|far|tall|wide|deep|narrow|large|big"
    r"|heavy) as"
    r"|(?:not|never|n['’]t|no) (?!fewer)\w+er than|best case,? (?:is )?|at (?:the )?(?:most|outside)"
    r"|(?:no|never) (?:more|longer|later|greater) than|a maximum of|maximum(?: of)?|max\.?|not more than"
    r"|capped at|limited to|not exceeding|a (?:cap|ceiling|limit) of|≤|<=",
    "within": r"within|inside|in as little as",
    "at least": r"at least|at (?:the )?(?:very )?least|(?:no|not|never) (?:fewer|less) than|a minimum of"
    r"|minimum(?: of)?|min\.|start(?:s|ing) (?:at|from)|≥|>=",
    "more than": r"more than|over|above|exceed(?:s|ing|ed)?|upwards? of|north of|(?:greater|better|older"
    r"|larger|bigger|higher|heavier|taller|deeper|wider|longer|further|farther) than|well over|past|beyond"
    r"|in excess of"
    r"|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops|(?<!-)>",
    "less than": r"(?:in )?(?:well |just )?under|(?:less|fewer|shorter|smaller|younger|lower|cheaper"
    r"|lighter|quicker|sooner) than|below|short of|shy of|not even|not quite|beneath|<",
    "about": r"about|around|roughly|approximately|approx\.?|some|circa|c\.|ca\.|~|≈"
    r"|nearly|almost|close (?:to|on)|nearing|or so|an estimated|more or less|in the (?:region|order|area) of"
    r"|on the order of|something like|just about|practically|virtually|approaching",
}
# "over the twelve months to June" is a span and no bound, so that "more than" takes no article.
_ARTICLE = r"(?:\s(?:an?|the(?:\s(?:first|next))?))?"
_BEFORE_RE = {
    name: re.compile(
        rf"(?:^|[\s(,:–—-])(?:{words}){'' if name == 'more than' else _ARTICLE}"
        r"\s*(?:[€$£¥]|EUR|USD|GBP)?\s?$",
        re.IGNORECASE,
    )
    for name, words in _BEFORE.items()
}
_TRAILING = {
    "at least": re.compile(
        r"\s*,?\s*(?:\+|(?:or|and) (?:more|longer|better|above|over|up)|at (?:the )?(?:very )?least|upwards)",
        re.I,
    ),
    "up to": re.compile(
        r"\s*,?\s*(?:or (?:less|fewer|under|faster|sooner|below)|at (?:the )?(?:very )?(?:most|worst)|tops|"
        r"max(?:imum)?)\b",
        re.I,
    ),
    "about": re.compile(r"\s*,?\s*(?:or so|or thereabouts)\b|(?: \w+)?,? give or take\b", re.I),
}
LESS = re.compile(
    r"\b(?:less|fewer|lower|cheaper|smaller|shorter|faster|quicker|sooner|down|reduc\w+|cut(?:s|ting)?|"
    r"drop\w*|fell|fall\w*|decreas\w+|sav(?:e|es|ed|ing|ings)|shrink\w*|shrank|shav\w+|slash\w*|lessen\w*|"
    r"off|trim\w*|halv\w+|saved|declin\w+)\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:more|higher|greater|larger|bigger|up|increas\w+|rais\w+|rise|rises|rose|grow\w*|grew|boost\w*|"
    r"gain\w*|improv\w+|lift\w*|climb\w*|extra|additional|longer|slower|dearer|better|uplift)\b",
    re.IGNORECASE,
)
# What only bounds the figure that follows says nothing about a change: "up to 50 %", "less than 1 %".
_BOUND_BEFORE = re.compile(
    r"\b(?:up to|(?:more|less|fewer|lower|higher|greater|longer|better) than)\s?$", re.IGNORECASE
)
_SIGN = re.compile(r"(?:^|[\s(])[+−–-]$")


# "No customer waited longer than 9 days": a denied floor is a ceiling, and the other way round.
_DENIED = {"more than": "up to", "less than": "at least"}
_DENIAL = re.compile(
    r"\b(?:not|never|no|nobody|none|cannot|\w+n['’]t)\b(?:(?!\b(?:only|and|but)\b)[^,.;:§]){0,30}$", re.I
)
# "A median over 58 studies", "measured over 40 sites": taken across so many, not more than that.
_TAKEN = (
    r"taken|measured|averaged?|mean|median|computed|calculated|pooled|sampled|aggregated|summed|added up|"
    r"spread|distributed|scattered|divided|shared"
)
_ACROSS = re.compile(rf"\b(?:{_TAKEN}) (?:out )?over\s?$", re.IGNORECASE)
_IN_PERCENT_OR_MONEY = re.compile(r"[%€$£¥]|per ?cent", re.IGNORECASE)


# "Nearly 30" is hardly ever said of more.
_NEARLY = 1.05
_LEANS_BELOW = re.compile(
    r"\b(?:nearly|almost|close (?:to|on)|nearing|approaching|just about|practically|virtually)"
    r"\s(?:an?\s|the\s)?(?:[€$£¥]|EUR|USD|GBP)?\s?$",
    re.IGNORECASE,
)


def leans_below(text: str, start: int) -> bool:
    """Whether what bounds a figure is "nearly" rather than "about"."""
    return bool(_LEANS_BELOW.search(text[:start]))


def opened(quantity: Quantity, *, nearly: bool = False) -> Quantity:
    """Widen by the qualifier: "up to 30" is [0, 30], "more than 30" is [30, ∞), "about 30" ±10 %."""
    low, high = quantity.low, quantity.high
    match quantity.qualifier:
        case "up to" | "less than":
            low = 0.0
        case "at least" | "more than":
            high = inf
        case "about":
            low, high = low * 0.9, high * (_NEARLY if nearly else 1.1)
    return replace(quantity, low=low, high=high)


def read_qualifier(text: str, start: int, end: int) -> str:
    """The bound written before or after the quantity at [start, end), "" if none."""
    if _ACROSS.search(text[:start]) and not _IN_PERCENT_OR_MONEY.search(text[start:end]):
        return ""
    for name, pattern in _BEFORE_RE.items():
        if match := pattern.search(text[:start]):
            return _DENIED.get(name, name) if _DENIAL.search(text[: match.start()]) else name
    for name, pattern in _TRAILING.items():
        if pattern.match(text, end):
            return name
    return ""


def read_direction(text: str, quantity: Quantity) -> str:
    """Whether a share or multiple is a change to "less" or "more", "" for a level; what follows wins."""
    after = text[quantity.end : quantity.end + 24]
    before = _BOUND_BEFORE.sub("", text[max(0, quantity.start - 60) : quantity.start])
    if sign := _SIGN.search(before):
        return "more" if sign[0].strip() == "+" else "less"
    if re.match(r"\s?(?:of|as (?:much|many|long|fast))\b", after):
        return ""
    for window in (after, before):
        less, more = LESS.search(window), _MORE.search(window)
        if less and (not more or less.start() <= more.start()):
            return "less"
        if more:
            return "more"
    return ""
