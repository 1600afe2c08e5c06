"""Closed-class words that change what a sentence commits to: negation, scope, strength, comparison."""

from __future__ import annotations

import re
from dataclasses import replace

from msglint.model import Cue, Quantity


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-]|['’]t\b)", re.IGNORECASE)


# The month of May is no hedge.
_MAY = r"(?-i:may|^May|MAY)(?! \d)"
NEGATIONS = _any(
    r"no|not|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|\w+n['’]t|lacks?|lacking|fails?|"
    r"failed|free of|instead of|rather than|rules? out|unable|hardly|far from|no longer|zero"
)
NOT_NEGATING = _any(
    r"^no[,.!]|(?<=\? )no[,.!]|not only|not just|no matter|no wonder|why not|no\.\s?\d+|no doubt|nothing but|"
    r"(?:no|not) (?:more|less|fewer|later|longer|earlier) than"
)
HEDGES = _any(
    rf"{_MAY}|might|could|can|possibly|potentially|perhaps|often|usually|normally|typically|generally|"
    rf"in most cases|"
    r"tends? to|mostly|largely|sometimes|likely|on average|average|median|mean|typical|as a rule|helps?|"
    r"about|around|roughly|nearly|almost|up to|selected|expected|planned|pilot|in principle|where possible|"
    r"designed to|aims? to"
)
_RHYTHMS = (
    r"day|week|month|year|quarter|morning|night|hour|minute|second|few|time|step|now|other|\d+|two|three|"
    r"four|five|six|ten|weekday|weekend|evening|afternoon|season|spring|summer|autumn|fall|winter|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
UNIVERSAL = _any(
    r"(?<!half of )(?<!most of )(?<!if )(?<!after )(?<!above )(?<!it )(?<!'s )(?<!’s )"
    r"all(?= (?:[\w-]+ ){0,3}\w{3,}s\b| of\b)(?! (?:this|that|you|it|its|we|they|in all|at once|goes|"
    r"is|always|us|without|happens|of it|of this|of that|of which)\b)|"
    rf"every(?! (?:{_RHYTHMS}|twenty|hundred|thousand|million|[$€£]))|"
    r"everyone|everybody|everything(?! (?:said|you|from|in it))|everywhere(?! else)|always|"
    r"worldwide|globally|nationwide|countrywide|across the board|"
    r"regardless of|irrespective|unlimited|at all times|around the clock|24/7|in every case|"
    r"no matter (?:how|what|which|who|where|when)|whatever (?:the|your)|"
    r"any (?:[\w-]+ )?(?:size|plan|industry|country|language|kind|type|sort|severity|"
    r"age|brand|make|model|budget|shape|length|format|sector|region|market|location|background|level)|"
    r"without (?:any )?exceptions?|"
    r"all over (?:the )?\w+|throughout (?:the )?\w+|"
    r"the whole of"
)
QUANTIFIERS = _any(
    r"(?:nearly|almost|virtually|practically|just about) (?:all|every|everyone|everybody|each)"
    r"(?: (?:one )?of)?|"
    r"the (?:vast|great|overwhelming) majority of|the bulk of|"
    r"(?:the|a) majority of|more than half (?:of|the)|over half (?:of|the)|most(?= (?:of )?(?:\w|['’-])+)|"
    r"(?<!as )(?<!how )(?<!so )many|numerous|plenty of|a (?:large|great) (?:number|part|share) of|"
    r"lots of|"
    r"dozens of|hundreds of|thousands of|a (?:large |growing )?(?:number|range) of|"
    r"(?:up to )?half (?:of|the)|"
    r"(?:only|just) (?:a few|some|a handful of)|several|"
    r"some(?! \d)(?= (?:of )?(?:[\w’'-]+ ){0,2}\w+s\b| of\b)|a few|a handful of|"
    r"a couple of|part of|parts of|"
    r"certain|selected|select|a selection of|a minority of|"
    r"few|hardly any|scarcely any|very few|"
    r"none of|not one of|no one|nobody|none|"
    r"not all|not every|"
    r"(?<!at )(?<!not )all|every(?: single)?(?: one of)?|each(?: (?:one )?of)?|both|the (?:whole|entire)|"
    r"(?:an?|our|its|their) entire|the whole of|everyone|everybody|any|whole|entire"
)
LIMITED = _any(
    r"most|majority|many|several|some|few|selected|certain|only|solely|exclusively|up to|often|usually|"
    r"typically|normally|on average|median|pilot|except|unless|if|when|where|parts? of|one of"
)
CONDITIONS = _any(
    r"if|when|where|unless|except|provided|as long as|only for|on the|for customers|with the|depending|"
    r"subject to|once"
)
_BEST = (
    r"best(?:-in-class|-of-breed)|^best(?! (?:practi[cs]es?|interests?|regards|wishes|before|of|known|fit|"
    r"way)\b)|(?:the|our|industry['’]s|market['’]s|world['’]s) (?:very |single )?best(?! (?:practi[cs]es?|"
    r"interests?|fit|ways?|of|known)\b)"
)
SUPERLATIVES = re.compile(
    rf"(?<![\w-])(?:world['’]s (?:first|most|leading|largest|fastest)|world(?:['’]s)?[ -]class|{_BEST}|"
    r"industry[ -]leading|market[ -]leading|leading(?! (?:to|up|from)\b)|"
    r"(?<!team )(?<!shift )(?<!project )leader|leads the market|market leader|number one|no\. ?1|#1|"
    r"top[ -]rated|unrivall?ed|unmatched|unbeatable|unparallell?ed|second to none|"
    r"first(?: and only)?(?= (?:to|in|platform|vendor|company|solution|of its kind))|the only|"
    r"the (?:\w+ )?most (?!(?:i|you|we|they|it|he|she|that|a|of)\b)(?:\w+ly )?\w+|\w{3,}est)(?![\w-])",
    re.IGNORECASE,
)
NOT_SUPERLATIVE = frozenset({
    "interest", "request", "test", "latest", "rest", "west", "east", "guest", "honest", "dishonest",
    "modest", "forest", "harvest", "invest", "reinvest", "contest", "suggest", "protest", "manifest",
    "digest", "nest", "quest", "bequest", "chest", "arrest", "august", "ernest", "conquest", "attest",
    "detest", "unrest", "ingest", "divest", "lowest", "earliest", "midwest", "northwest", "southwest",
    "tempest", "oktoberfest", "budapest", "bucharest", "everest", "almost", "the most of",
    "the most common", "the most part", "the most recent",
})  # fmt: skip
_ONE_OF = re.compile(
    r"\b(?:(?:one|some|two|three|part) of|among|amongst)(?: (?:the|our|its|their|\w+['’]s?))?(?: \w+)?\s*$|"
    r"\ban?(?: \w+)?\s*$|\b(?:second|third|fourth|fifth|ten|five|three|two|2nd|3rd|\d+)[ -]$",
    re.IGNORECASE,
)
STATISTICS = {
    "average": _any(r"average|averages|averaged|on average|mean"),
    "median": _any(r"median|the typical|typically|half of"),
    "maximum": _any(r"maximum|at worst|the slowest|the longest|never more than"),
    "minimum": _any(r"minimum|at the very least|the fastest|the shortest|at best"),
    "every": _any(r"every|each|all|always"),
}

_NOT_BEFORE = re.compile(
    r"\b(?:not|n['’]t|hardly|scarcely|nearly|almost|virtually|practically|just about) (?:for )?$",
    re.IGNORECASE,
)
_UNIT = r"second|minute|hour|day|week|month|quarter|year"
_PERIOD = re.compile(rf"\b(?:(?:first|1st|initial) (?P<first>{_UNIT})|(?P<one>{_UNIT}) one)\b", re.IGNORECASE)
_EACH = rf"(?:an?|per|each|every) (?P<of>{_UNIT})"
_SEVERAL = {"two": 2, "three": 3, "four": 4, "six": 6, "seven": 7, "twelve": 12}
_CADENCE = re.compile(
    rf"\b(?:(?P<times>once|twice|(?:{'|'.join(_SEVERAL)}|\d+) times) {_EACH}|"
    rf"every (?P<many>other|second|{'|'.join(_SEVERAL)}|\d+) (?P<span>{_UNIT})s?|"
    rf"(?P<named>fortnightly|every fortnight|half-yearly|semi-annual(?:ly)?|biannual(?:ly)?|"
    rf"bi-annual(?:ly)?)|"
    rf"(?:every|each|per|same|by) (?P<bare>{_UNIT})|(?P<adverb>hour|dai|week|month|quarter|year)ly|"
    rf"(?P<annual>annual(?:ly)?)|(?:{_UNIT}) by (?P<by>{_UNIT}))\b",
    re.IGNORECASE,
)
# Rhythms that have more than one wording: so many times in a unit, or every so many units.
_RHYTHM = {
    (2, "year"): "half-year", (4, "year"): "quarter", (12, "year"): "month", (2, "month"): "fortnight",
    (24, "day"): "hour", (7, "week"): "day",
}  # fmt: skip
_RHYTHM_OF = {
    (2, "week"): "fortnight", (3, "month"): "quarter", (6, "month"): "half-year", (12, "month"): "year",
    (7, "day"): "week", (24, "hour"): "day", (4, "quarter"): "year", (2, "quarter"): "half-year",
}  # fmt: skip

# The ladder of commitment, weakest first; the highest rung found from 4, else the lowest, is the sentence's.
STRENGTH = (
    (4, _any(
        r"ma(?:kes?|de|king) (?:sure|certain)|guarantees?|guaranteed|"
        r"guaranteeing|ensures?|ensured|eliminat\w+|impossible|certain to|bound to|"
        r"promises?|promised|completely|totally|absolutely|hundred percent|zero risk|no risk|without fail|"
        r"every single time|eradicat\w+|undoubtedly|definitely|my word|will never|will always|cannot fail|"
        r"whatever happens|proven to"
    )),
    (0, _any(
        rf"{_MAY}|might|could|possibly|potentially|perhaps|maybe|likely|expected|planned|we hope|up for"
    )),
    (1, _any(r"can|able to|lets?|allows?|capable of|enables?|possible")),
    (2, _any(
        r"helps?|helped|helping|aims?|aimed|designed to|intended|supports?|contributes?|tends? to|often|"
        r"usually|typically|normally|generally|mostly|as a rule|in most cases|assists?|targets?"
    )),
)  # fmt: skip


def cues(pattern: re.Pattern[str], text: str, kind: str = "") -> tuple[Cue, ...]:
    """The cue words of `pattern` in `text`, in order."""
    return tuple(Cue(match[0].lower(), *match.span(), kind) for match in pattern.finditer(text))


def strength(text: str) -> tuple[int, Cue | None]:
    """The rung of the ladder a sentence stands on (0 to 4) and the word that puts it there."""
    denied = negations(text)
    for rung, pattern in STRENGTH:
        for cue in cues(pattern, text):
            if rung < 4 or not _is_denied(cue, text, denied):
                return rung, cue
    return 3, None


def _is_denied(guarantee: Cue, text: str, denied: tuple[Cue, ...]) -> bool:
    """ "cannot fail" and "zero risk" hold their own denial; any other guarantee near one is denied."""
    near = any(0 <= guarantee.start - no.end <= 25 or no.start < guarantee.start < no.end for no in denied)
    return near or bool(_TO_NOBODY.match(text, guarantee.end))


# "We promise nobody that" and "it guarantees nothing" promise as little as "we do not promise".
_TO_NOBODY = re.compile(
    r" (?:nobody|no one|nothing|none)\b"
    r"(?: (?:that|this|it|an?|the|any\w*|such|at all|whatsoever|about|of the (?:sort|kind))\b|[.,;:!?]|$)",
    re.IGNORECASE,
)


def _shared(before: str) -> str:
    """ "one of" where the words before a superlative say that others are as good: "among the fastest"."""
    match = _ONE_OF.search(before)
    return "one of" if match else ""


def superlatives(text: str) -> tuple[Cue, ...]:
    """Superlatives and claims of leadership, ordinary words that merely end alike left out.

    `kind` is "one of" for a rank that is shared with others.
    """
    found = (replace(c, kind=_shared(text[: c.start])) for c in cues(SUPERLATIVES, text))
    return tuple(
        c for c in found if c.text not in NOT_SUPERLATIVE and c.text.split()[-1] not in NOT_SUPERLATIVE
    )


def universals(text: str) -> tuple[Cue, ...]:
    """Words that widen a statement to everything and everyone, "not all" and the like left out."""
    return tuple(c for c in cues(UNIVERSAL, text) if not _NOT_BEFORE.search(text[: c.start]))


def negations(text: str) -> tuple[Cue, ...]:
    """Words that deny, "not only" and the like left out."""
    harmless = cues(NOT_NEGATING, text)
    return tuple(c for c in cues(NEGATIONS, text) if not any(h.start <= c.start < h.end for h in harmless))


def statistics(text: str) -> tuple[Cue, ...]:
    """What kind of figure a number is said to be, each kind once."""
    return tuple(found[0] for kind, pattern in STATISTICS.items() if (found := cues(pattern, text, kind)))


def periods(text: str) -> tuple[Cue, ...]:
    """Periods counted from a start; `kind` is the unit: "first year" and "year one" are both "year"."""
    return tuple(
        Cue(m[0].lower(), *m.span(), (m["first"] or m["one"]).lower()) for m in _PERIOD.finditer(text)
    )


def cadences(text: str, counted: tuple[Quantity, ...]) -> tuple[Cue, ...]:
    """Rhythms apart from any quantity; `kind` is the unit: "every week" and "once a week" are "week"."""
    found = []
    for match in _CADENCE.finditer(text):
        if rhythm := _rhythm(match):
            found.append(Cue(match[0].lower(), *match.span(), rhythm))
            continue
        if not any(match[group] for group in ("bare", "adverb", "by", "annual")):
            continue
        unit = next(filter(None, (match["bare"], match["adverb"], match["by"], match["annual"]))).lower()
        unit = {"dai": "day", "annual": "year", "annually": "year"}.get(unit, unit)
        if not any(q.start <= match.start() < q.end for q in counted):
            found.append(Cue(match[0].lower(), *match.span(), unit))
    return tuple(found)


def _rhythm(match: re.Match[str]) -> str:
    """The name of a rhythm told by a number ("twice a year", "every six months"), "" if it has none."""
    if match["named"]:
        return "fortnight" if "fortnight" in match["named"].lower() else "half-year"
    if match["times"]:
        count, unit = _count(match["times"].lower().removesuffix(" times")), match["of"].lower()
        return unit if count == 1 else _RHYTHM.get((count, unit), "" if count > 2 else f"half-{unit}")
    if match["many"]:
        count, unit = _count(match["many"].lower()), match["span"].lower()
        return _RHYTHM_OF.get((count, unit), f"two {unit}s" if count == 2 else "")
    return ""


def _count(word: str) -> int:
    if word.isdigit():
        return int(word)
    return {"once": 1, "twice": 2, "other": 2, "second": 2}.get(word) or _SEVERAL[word]
