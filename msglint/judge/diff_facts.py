"""Changes in what can be looked up: quantities and dates."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.judge.align import same_stem
from msglint.judge.compare import Relation, encloses, relation
from msglint.judge.diff_names import same_name
from msglint.judge.nearness import is_copy, lemmas
from msglint.judge.readings import DAYS, RATIOS, comparable, derived, multiplied
from msglint.model import Candidate, Change, ChangeKind, Claim, Cue, DateSpan, Facts, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = frozenset(name.lower() for name in calendar.month_name if name)
_CALENDAR = _MONTHS | {"year", "month", "quarter", "week", "day", "half"}
_DAY_SPAN = re.compile(
    r"day\s?(?:to|through|thru|until|till|–|—|-)\s?[A-Z]|"
    r"\b(?:weekdays?|weekends?|working days?|daily|every day)\b",
    re.I,
)
_WEEK_SPAN = re.compile(
    r"\b(?P<first>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?\s?(?:to|through|thru|until|till|–|—|-)\s?"
    r"(?P<last>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?\b"
)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b")
_NOT_ABOUT_FIGURES = frozenset({"help", "helps", "can", "designed to", "aim to", "aims to", "selected"})
_OTHERS = re.compile(r" (?:other|further|more|others)\b", re.IGNORECASE)
_TIMES = re.compile(r"twice|thrice|[\w-]+ times", re.IGNORECASE)
_CAN_HOLD = re.compile(
    r"\bcan (?:\w+ )?(?:take|hold|carry|lift|bear|seat|store|move|pull|tow|fit|handle|accommodate) $|"
    r"\b(?:holds|seats|sleeps|has (?:room|space) for) $",
    re.IGNORECASE,
)
_CAN_BE_HELD = re.compile(
    r"(?: [\w-]+){1,3} can be (?:connected|linked|attached|added|stored|held|carried|moved|loaded|invited|"
    r"seated|plugged in)\b",
    re.IGNORECASE,
)
_MEASURED = frozenset({"time", "mass", "volume", "length", "area", "data", "energy"})
_SUPPORTED = frozenset({Relation.SAME, Relation.WEAKER})
_DROPPED = (Relation.UNBOUNDED,)
_BOUNDS = frozenset({Relation.OVERSTATED, Relation.UNBOUNDED})
_KIND = {
    Relation.OVERSTATED: ChangeKind.QUALIFIER,
    Relation.UNBOUNDED: ChangeKind.QUALIFIER,
    Relation.OPPOSITE: ChangeKind.POLARITY,
    Relation.UNIT: ChangeKind.UNIT,
    Relation.NUMBER: ChangeKind.NUMBER,
}


def quantity_changes(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """Each quantity of the claim that no wording of the statement supports, beside the one it stands for.

    An approved figure that the claim also states as it is stands for nothing else.
    """
    family = [
        (quantity, facts) for facts in (candidate.facts, *candidate.family) for quantity in facts.quantities
    ]
    backing = [candidate.facts, *(facts for facts in candidate.family if _speaks_for(facts, claim.facts))]
    implied = [quantity for facts in backing for quantity in derived(facts.quantities)]
    supporting = [*(quantity for quantity, _ in family), *implied]
    typical = (
        any(cue.kind == "median" for cue in candidate.facts.statistics) and "half of" in claim.text.lower()
    )
    taken = [a for facts in (candidate.facts, *candidate.family) for a in _told(facts, claim.facts)]
    backed = [q for q in claim.facts.quantities if any(relation(q, a) in _SUPPORTED for a in supporting)]
    paced = [_at_rhythm(quantity, facts) for quantity, facts in family]
    near = is_copy(claim.facts, candidate)
    for quantity in claim.facts.quantities:
        if quantity in backed or any(encloses(quantity, other) for other in backed):
            continue
        if _is_bare(quantity, supporting) or (typical and quantity.text.lower() == "half"):
            continue
        timed = _at_rhythm(quantity, claim.facts)
        if any(timed.per and q.per and relation(timed, q) in _SUPPORTED for q in paced):
            continue
        if _with_the_named(quantity, claim, candidate) or _told_as_times(quantity, candidate):
            continue
        if any(multiplied(quantity, claim.facts.quantities, approved) for approved in supporting):
            continue
        if near:
            yield from _closest(quantity, claim, [pair for pair in family if pair[0] not in taken], _DROPPED)
        elif not any(relation(quantity, approved) is Relation.UNBOUNDED for approved in supporting):
            yield from _closest(quantity, claim, [pair for pair in family if pair[0] not in taken])


def _with_the_named(quantity: Quantity, claim: Claim, candidate: Candidate) -> bool:
    """ "Welsh, Basque and seven other languages" are nine: those named beside the others count as well."""
    if not _OTHERS.match(claim.text, quantity.end):
        return False
    approved = [name for facts in candidate.family for name in facts.names]
    named = {name.text for name in claim.facts.names if any(same_name(name, other) for other in approved)}
    totals = {own.value for facts in candidate.family for own in facts.quantities if own.dimension == "count"}
    return bool(named) and quantity.value + len(named) in totals


def _is_capacity(quantity: Quantity, text: str) -> bool:
    """ "Can carry 60 kilos", "five probes can be connected": the most that goes, with "up to" or without."""
    return bool(_CAN_HOLD.search(text[: quantity.start]) or _CAN_BE_HELD.match(text, quantity.end))


def _told_as_times(quantity: Quantity, candidate: Candidate) -> bool:
    """ "Two renewals" for "is renewed twice"."""
    return any(
        own.dimension == "multiple"
        and own.value == quantity.value
        and _TIMES.fullmatch(own.text)
        and any(same_stem(quantity.noun, word.lemma) for word in facts.words if word.pos == "VERB")
        for facts in candidate.family
        for own in facts.quantities
    )


def _told(approved: Facts, claim: Facts) -> Iterator[Quantity]:
    """The approved figures that the claim states as they are, each of its figures standing for one."""
    free = list(approved.quantities)
    for quantity in claim.quantities:
        same = [other for other in free if relation(quantity, other) is Relation.SAME]
        if same:
            found = next((other for other in same if other.noun == quantity.noun), same[0])
            free.remove(found)
            yield found


def _is_bare(quantity: Quantity, supporting: list[Quantity]) -> bool:
    """A figure with its unit left to the context ("the median was 19") is any approved one of that value."""
    elided = quantity.dimension == "count" and (not quantity.noun or quantity.noun in _CALENDAR)
    return any(quantity.value == q.value and (elided or _is_elided(q)) for q in supporting)


def _is_elided(approved: Quantity) -> bool:
    """The 4 of "within 2 days in Germany and within 4 in Austria"."""
    return approved.dimension == "count" and not approved.noun and approved.value > 1


def _speaks_for(approved: Facts, claim: Facts) -> bool:
    """What follows from one customer's figures backs a claim about that customer, not about all of them."""
    customers = [name for name in approved.names if name.role == "customer"]
    return not customers or any(same_name(customer, name) for customer in customers for name in claim.names)


def _closest(
    quantity: Quantity, claim: Claim, family: list[tuple[Quantity, Facts]], extra: tuple[Relation, ...] = ()
) -> Iterator[Change]:
    for wanted in (Relation.OVERSTATED, *extra, Relation.OPPOSITE, Relation.UNIT, Relation.NUMBER):
        for approved, facts in family:
            if relation(quantity, approved) is wanted and _about_the_same(
                quantity, claim.facts, approved, facts
            ):
                if wanted in _BOUNDS and _is_hedged(quantity, claim.facts):
                    return
                if wanted is Relation.UNBOUNDED and _is_capacity(quantity, claim.text):
                    return
                found, shown = _as_said(quantity, wanted), _as_said(approved, wanted)
                if found == shown and quantity.per != approved.per:
                    found, shown = _with_period(quantity), _with_period(approved)
                if found == shown:
                    return  # a unit shared with the figure beside it, whose own change says so
                ago = wanted is Relation.NUMBER and claim.text[quantity.end :].startswith(" ago")
                kind = ChangeKind.DATE if ago else _KIND[wanted]
                yield Change(kind, shown, found, quantity.start, quantity.end)
                return


def _about_the_same(quantity: Quantity, said: Facts, approved: Quantity, facts: Facts) -> bool:
    """Whether two figures measure the same: same noun, shared words around them, or no other to choose."""
    if quantity.noun and quantity.noun == approved.noun and quantity.noun != quantity.unit:
        return True
    if _around(quantity, said) & _around(approved, facts):
        return True
    if quantity.dimension == "count" or not _beside(quantity, said) & _beside(approved, facts):
        return False
    rivals = (
        [q for q in said.quantities if comparable(q, quantity)],
        [q for q in facts.quantities if comparable(q, approved)],
    )
    return len(rivals[0]) == len(rivals[1]) == 1


def _beside(quantity: Quantity, facts: Facts) -> set[str]:
    """Lemmas of the content words outside a figure."""
    return {w.lemma for w in facts.words if not quantity.start <= w.start < quantity.end}


def _around(quantity: Quantity, facts: Facts, reach: int = 36) -> set[str]:
    """Lemmas of the content words within `reach` characters of a figure."""
    near = (w for w in facts.words if w.end > quantity.start - reach and w.start < quantity.end + reach)
    return {w.lemma for w in near if not quantity.start <= w.start < quantity.end}


def _is_hedged(quantity: Quantity, said: Facts) -> bool:
    """Whether other words than a bound keep the figure from being a promise; "helps" and "can" do not."""
    hedges = [cue for cue in said.hedges if cue.text not in _NOT_ABOUT_FIGURES]
    return not quantity.qualifier and bool(hedges or said.limits)


def _with_period(quantity: Quantity) -> str:
    """ "40 tonnes per week" for the 40 tonnes of "40 tonnes of pasta a week"."""
    return f"{quantity.text} per {quantity.per}" if quantity.per else quantity.text


def _as_said(quantity: Quantity, wanted: Relation) -> str:
    """The figure with what tells it from the other one: its bound, or the way it goes."""
    if wanted in _BOUNDS:
        return f"{quantity.qualifier} {quantity.text}".strip()
    return f"{quantity.text} {quantity.direction}" if wanted is Relation.OPPOSITE else quantity.text


def date_changes(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """Each date, time or counted period of the claim outside all that the statement's wordings give."""
    if _tell_of_the_same(claim.facts, candidate.family):
        yield from _other_dates(claim, candidate)
        yield from _other_times(claim, candidate)
    yield from _other_units(
        ChangeKind.DATE,
        claim.facts.periods,
        candidate.facts.periods,
        [c for f in candidate.family for c in f.periods],
    )


def _other_dates(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    approved = [span for facts in candidate.family for span in facts.dates]
    own = list(candidate.facts.dates) or approved
    kept = [other for other in own if any(_overlap(span, other) for span in claim.facts.dates)]
    for span in claim.facts.dates if approved else ():
        alike = [other for other in approved if _overlap(span, other)]
        within = any(
            other.bound == "from" and other.first <= span.first and not span.bound for other in approved
        )
        if (not alike and not within and len(kept) < len(own)) or (
            alike and all(_turned(span, other) for other in alike)
        ):
            shown = alike[0] if alike else own[0]
            yield Change(ChangeKind.DATE, shown.text, span.text, span.start, span.end)


def _turned(one: DateSpan, other: DateSpan) -> bool:
    """ "Until 2027" for "from 2027"."""
    return {one.bound, other.bound} == {"from", "until"}


def _other_times(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """Days, months, seasons, weekdays or times of the day that the statement has otherwise."""
    approved = [cue for facts in candidate.family for cue in facts.times]
    months = {month for facts in candidate.family for month in _months(facts)}
    near = is_copy(claim.facts, candidate) or lemmas(claim.facts) <= lemmas(candidate.facts)
    for cue in claim.facts.times:
        sort, _, value = cue.kind.partition(" ")
        if sort.startswith("bound-") and not near:
            continue  # "closed until Easter" and "open from Easter" say the same
        rivals = [other for other in candidate.facts.times if other.kind.partition(" ")[0] == sort]
        if sort in ("day", "month") and (set(value[:2].split()) & months) and not rivals:
            continue
        known = {other.kind for other in approved}
        if sort == "month" and value in months:
            continue
        if sort in ("day", "month") and not rivals:
            rivals = [other for other in candidate.facts.times if other.kind.startswith(("day ", "month "))]
        if sort == "weekday" and _is_wider_span(claim.text, candidate.statement.text):
            yield Change(ChangeKind.DATE, rivals[-1].text if rivals else "", cue.text, cue.start, cue.end)
            return
        dropped = {other.kind for other in rivals} - {mine.kind for mine in claim.facts.times}
        if dropped and cue.kind not in known and not _is_span(claim.text, candidate.statement.text, sort):
            yield Change(ChangeKind.DATE, rivals[0].text, cue.text, cue.start, cue.end)


def _months(facts: Facts) -> Iterator[str]:
    """The months, as two digits, of every time and date that lies within one."""
    for cue in facts.times:
        sort, _, value = cue.kind.partition(" ")
        if sort in ("day", "month"):
            yield value[:2]
    for span in facts.dates:
        if span.first[:7] == span.last[:7]:
            yield span.first[5:7]


def _is_wider_span(claim: str, approved: str) -> bool:
    """ "Monday to Saturday" for "Monday to Friday": one span of weekdays on either side, not the same."""
    spans = [list(_WEEK_SPAN.finditer(text)) for text in (claim, approved)]
    if not all(len(found) == 1 for found in spans):
        return False
    days = [(found[0]["first"][:3].lower(), found[0]["last"][:3].lower()) for found in spans]
    beside = any(len(_WEEKDAY.findall(text)) > 2 for text in (claim, approved))
    return days[0] != days[1] and not beside


def _is_span(claim: str, approved: str, sort: str) -> bool:
    """Whether weekdays are told as a span on either side: what lies within is no other day."""
    return sort == "weekday" and any(_DAY_SPAN.search(text) for text in (claim, approved))


def numbered_changes(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "Version 7" where the statement has only "version 6"."""
    known = {cue.kind for facts in candidate.family for cue in facts.numbered}
    for cue in claim.facts.numbered if _tell_of_the_same(claim.facts, candidate.family) else ():
        what = cue.kind.partition(" ")[0]
        rivals = [other for other in candidate.facts.numbered if other.kind.partition(" ")[0] == what]
        dropped = not any(mine.kind == other.kind for mine in claim.facts.numbered for other in rivals)
        if rivals and dropped and cue.kind not in known:
            yield Change(ChangeKind.NUMBER, rivals[0].text, cue.text, cue.start, cue.end)


def measured_changes(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """A measure for a count of the same number, in close wording: "two years" for "two terms"."""
    said, approved = lemmas(claim.facts), lemmas(candidate.facts)
    measures = {q.unit for q in (*claim.facts.quantities, *candidate.facts.quantities)}
    measures |= {q.noun for q in (*claim.facts.quantities, *candidate.facts.quantities)}
    if not is_copy(claim.facts, candidate) and (said ^ approved or {""}) - measures:
        return
    for quantity in claim.facts.quantities:
        for own in candidate.facts.quantities:
            counts = [q for q in (quantity, own) if q.dimension == "count"]
            gone = len(counts) == 1 and counts[0].noun and counts[0].noun not in said & approved
            if gone and quantity.value == own.value > 1 and _is_measure(quantity, own):
                yield Change(
                    ChangeKind.UNIT, _with_noun(own), _with_noun(quantity), quantity.start, quantity.end
                )


def _is_measure(one: Quantity, other: Quantity) -> bool:
    """Whether one of two is a plain measure of time, mass, volume or length."""
    return bool({one.dimension, other.dimension} & _MEASURED) and not one.per and not other.per


def _with_noun(quantity: Quantity) -> str:
    return f"{quantity.text} {quantity.noun}" if quantity.dimension == "count" else quantity.text


def cadence_changes(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """A rhythm ("every week") other than the one the statement gives ("every month")."""
    family = [cue for facts in candidate.family for cue in facts.cadences]
    family += [
        Cue(q.per, q.start, q.end, q.per) for facts in candidate.family for q in facts.quantities if q.per
    ]
    named = {cue.kind for cue in claim.facts.cadences} - DAYS.keys()
    if (
        named
        and not is_copy(claim.facts, candidate)
        and lemmas(claim.facts) - lemmas(candidate.facts) - _CALENDAR
    ):
        return
    counted = [_at_rhythm(q, claim.facts) for q in claim.facts.quantities]
    approved = [_at_rhythm(q, facts) for facts in candidate.family for q in facts.quantities]
    if any(q.per and relation(q, other) in _SUPPORTED for q in counted for other in approved if other.per):
        return
    own = candidate.facts.cadences or tuple(
        Cue(f"per {a.per}", a.start, a.end, a.per)
        for a in candidate.facts.quantities
        if a.per in DAYS
        and any(not q.per and relation(q, a) is Relation.SAME for q in claim.facts.quantities)
    )
    yield from _other_units(ChangeKind.UNIT, claim.facts.cadences, own, family)


def _at_rhythm(quantity: Quantity, facts: Facts) -> Quantity:
    """ "Every hour we print 600 sheets" is 600 sheets per hour; a sentence of one rhythm only."""
    rhythms = {cue.kind for cue in facts.cadences} & DAYS.keys()
    if quantity.per or quantity.dimension in RATIOS or quantity.dimension == "time" or len(rhythms) != 1:
        return quantity
    return replace(quantity, per=rhythms.pop())


def _other_units(
    kind: ChangeKind, said: tuple[Cue, ...], own: tuple[Cue, ...], family: list[Cue]
) -> Iterator[Change]:
    known = {cue.kind for cue in family}
    if own and len({cue.kind for cue in said}) == 1 and not any(cue.kind in known for cue in said):
        for cue in said[:1]:
            yield Change(kind, own[0].text, cue.text, cue.start, cue.end)


def _tell_of_the_same(claim: Facts, family: tuple[Facts, ...]) -> bool:
    """Two content words in common, the calendar's left out, or all that the claim has."""
    said = {word.lemma for word in claim.words} - _CALENDAR
    shared = said & {word.lemma for facts in family for word in facts.words}
    return len(shared) >= 2 or (bool(said) and shared == said)


def _overlap(one: DateSpan, other: DateSpan) -> bool:
    return one.first <= other.last and other.first <= one.last
