"""Changes in what can be looked up: quantities, dates and names."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from msglint.judge.compare import Relation, encloses, relation
from msglint.judge.readings import comparable, derived, multiplied
from msglint.model import Candidate, Change, ChangeKind, Claim, Cue, DateSpan, Facts, Name, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = frozenset(name.lower() for name in calendar.month_name if name)
_CALENDAR = _MONTHS | {"year", "month", "quarter", "week", "day", "half"}
_SAME_PLACE = {"us": "unite", "usa": "unite", "america": "unite", "american": "unite", "states": "unite",
               "uk": "brita", "kingdom": "brita",
               "british": "brita", "english": "engla", "eu": "europ"}  # fmt: skip
_PLACES = frozenset({"GPE", "LOC", "NORP", "FAC"})
_NOT_ABOUT_FIGURES = frozenset({"help", "helps", "can", "designed to", "aim to", "aims to", "selected"})
_SUPPORTED = frozenset({Relation.SAME, Relation.WEAKER})
_KIND = {
    Relation.OVERSTATED: ChangeKind.QUALIFIER,
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
    taken = {a for a, _ in family if any(relation(q, a) is Relation.SAME for q in claim.facts.quantities)}
    backed = [q for q in claim.facts.quantities if any(relation(q, a) in _SUPPORTED for a in supporting)]
    for quantity in claim.facts.quantities:
        if quantity in backed or any(encloses(quantity, other) for other in backed):
            continue
        if _is_bare(quantity, supporting) or (typical and quantity.text.lower() == "half"):
            continue
        if any(multiplied(quantity, claim.facts.quantities, approved) for approved in supporting):
            continue
        yield from _closest(quantity, claim, [pair for pair in family if pair[0] not in taken])


def _is_bare(quantity: Quantity, supporting: list[Quantity]) -> bool:
    """A figure with its unit left to the context ("the median was 19") is any approved one of that value."""
    return (
        quantity.dimension == "count"
        and not quantity.noun
        and any(quantity.value == q.value for q in supporting)
    )


def _speaks_for(approved: Facts, claim: Facts) -> bool:
    """What follows from one customer's figures backs a claim about that customer, not about all of them."""
    customers = [name for name in approved.names if name.role == "customer"]
    return not customers or any(_same(customer, name) for customer in customers for name in claim.names)


def _closest(quantity: Quantity, claim: Claim, family: list[tuple[Quantity, Facts]]) -> Iterator[Change]:
    for wanted in (Relation.OVERSTATED, Relation.OPPOSITE, Relation.UNIT, Relation.NUMBER):
        for approved, facts in family:
            if relation(quantity, approved) is wanted and _about_the_same(
                quantity, claim.facts, approved, facts
            ):
                if wanted is Relation.OVERSTATED and _is_hedged(quantity, claim.facts):
                    return
                found, shown = _as_said(quantity, wanted), _as_said(approved, wanted)
                if found == shown:
                    return  # a unit shared with the figure beside it, whose own change says so
                yield Change(_KIND[wanted], shown, found, quantity.start, quantity.end)
                return


def _about_the_same(quantity: Quantity, said: Facts, approved: Quantity, facts: Facts) -> bool:
    """Whether two figures measure the same: same noun, shared words around them, or no other to choose."""
    if quantity.noun and quantity.noun == approved.noun:
        return True
    if _around(quantity, said) & _around(approved, facts):
        return True
    if quantity.dimension == "count":
        return False
    rivals = (
        [q for q in said.quantities if comparable(q, quantity)],
        [q for q in facts.quantities if comparable(q, approved)],
    )
    return len(rivals[0]) == len(rivals[1]) == 1


def _around(quantity: Quantity, facts: Facts, reach: int = 36) -> set[str]:
    """Lemmas of the content words within `reach` characters of a figure."""
    near = (w for w in facts.words if w.end > quantity.start - reach and w.start < quantity.end + reach)
    return {w.lemma for w in near if not quantity.start <= w.start < quantity.end}


def _is_hedged(quantity: Quantity, said: Facts) -> bool:
    """Whether other words than a bound keep the figure from being a promise; "helps" and "can" do not."""
    hedges = [cue for cue in said.hedges if cue.text not in _NOT_ABOUT_FIGURES]
    return not quantity.qualifier and bool(hedges or said.limits)


def _as_said(quantity: Quantity, wanted: Relation) -> str:
    """The figure with what tells it from the other one: its bound, or the way it goes."""
    if wanted is Relation.OVERSTATED:
        return f"{quantity.qualifier} {quantity.text}".strip()
    return f"{quantity.text} {quantity.direction}" if wanted is Relation.OPPOSITE else quantity.text


def date_changes(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """Each date or counted period of the claim outside every one the statement's wordings give."""
    approved = [span for facts in candidate.family for span in facts.dates]
    own = list(candidate.facts.dates) or approved
    for span in claim.facts.dates if _tell_of_the_same(claim.facts, candidate.family) else ():
        if approved and not any(_overlap(span, other) for other in approved):
            yield Change(ChangeKind.DATE, own[0].text, span.text, span.start, span.end)
    yield from _other_units(
        ChangeKind.DATE,
        claim.facts.periods,
        candidate.facts.periods,
        [c for f in candidate.family for c in f.periods],
    )


def cadence_changes(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """A rhythm ("every week") other than the one the statement gives ("every month")."""
    family = [cue for facts in candidate.family for cue in facts.cadences]
    family += [
        Cue(q.per, q.start, q.end, q.per) for facts in candidate.family for q in facts.quantities if q.per
    ]
    yield from _other_units(ChangeKind.UNIT, claim.facts.cadences, candidate.facts.cadences, family)


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


def name_changes(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """Names no longer used or never approved, and others put in place of the statement's own."""
    family = [name for facts in candidate.family for name in facts.names]
    for name in claim.facts.names:
        match name.role:
            case "retired-product" | "avoided-term":
                yield _change(ChangeKind.NAME, name.replacement, name)
            case "unknown-product":
                yield from (
                    _change(ChangeKind.NAME, other.text, name) for other in family if other.role == "product"
                )
            case "retired-category":
                yield _change(ChangeKind.CATEGORY, name.replacement, name)
            case "other-category":
                yield from (
                    _change(ChangeKind.CATEGORY, other.text, name)
                    for other in family
                    if other.role == "category"
                )
            case "customer":
                yield from _swapped(name, list(candidate.facts.names), claim.facts.names)
            case "product" | "competitor" | "other":
                if not _in_wording(name, candidate):
                    yield from _swapped(name, family, claim.facts.names)


def _in_wording(name: Name, candidate: Candidate) -> bool:
    """A name the parser missed in the statement still stands there as words."""
    words = {word.text.lower() for facts in candidate.family for word in facts.words}
    return all(part.lower().strip("'’.,()") in words for part in name.text.split() if part[0].isalpha())


def _swapped(name: Name, family: list[Name], said: tuple[Name, ...]) -> Iterator[Change]:
    """A name that the statement lacks where it has another of the same role that the claim lacks."""
    if any(_same(name, other) for other in family) or (name.role == "product" and name.text.islower()):
        return
    dropped = [o for o in family if _exchangeable(name, o) and not any(_same(o, mine) for mine in said)]
    if dropped:
        yield _change(ChangeKind.ENTITY, dropped[0].text, name)


def _exchangeable(name: Name, other: Name) -> bool:
    """Whether one name can stand in the other's place: the same role, and for unknown names the same sort."""
    if "other" not in (name.role, other.role):
        return name.role == other.role
    if {name.role, other.role} - {"other", "customer"}:
        return False
    sorts = {n.entry_id if n.role == "other" else "ORG" for n in (name, other)}
    return len(sorts) == 1 or ("" in sorts and not sorts & _PLACES)


def _same(one: Name, other: Name) -> bool:
    if one.role == other.role and one.role in ("product", "competitor"):
        return one.entry_id == other.entry_id
    return bool(_tokens(one.text) & _tokens(other.text))


def _tokens(text: str) -> set[str]:
    """Comparable parts of a name: "German" and "Germany", "US" and "United States" share one."""
    words = (
        word.lower().strip("'’.,()").removesuffix("'s").removesuffix("’s")
        for word in text.replace("-", " ").split()
    )
    return {
        _SAME_PLACE.get(word, word[:5])
        for word in words
        if len(word) > 1 and word not in ("the", "and", "of")
    }


def _change(kind: ChangeKind, approved: str, name: Name) -> Change:
    return Change(kind, approved, name.text, name.start, name.end)
