"""Changes in names: retired or unknown ones, and others in the place of the statement's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msglint.messaging.history import is_history
from msglint.model import Candidate, Change, ChangeKind, Claim, Facts, Name

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAME_PLACE = {"us": "unite", "usa": "unite", "america": "unite", "american": "unite", "states": "unite",
               "uk": "brita", "kingdom": "brita",
               "british": "brita", "swiss": "switz", "english": "engla", "eu": "europ"}  # fmt: skip
# A name after one of these is a place, or a house that stands there.
PLACE_PREPOSITIONS = frozenset(
    ["in", "at", "near", "around", "across", "throughout", "outside", "within", "beyond", "between", "off"]
)  # fmt: skip
_ORIGINS = frozenset({"from", "of", "via", "towards", "toward"})
_PLACES = frozenset({"GPE", "LOC", "NORP", "FAC"})
_LISTED = frozenset({"product", "competitor", "customer"})
# The preposition before a name, or before the names that it is said side by side with.
_BEFORE_NAMES = re.compile(r"\b([A-Za-z]+)\s+(?:the\s+)?(?:[A-Z][\w.'’-]*,?\s+|and\s+|or\s+)*\Z")
_MODEL = re.compile(
    r" (\d{1,4}[A-Za-z]?|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|I{1,3}|IV|VI{0,3}|IX|X)\b"
    r"(?![.,]\d|\s?[%°€$£]| (?:per ?cent|percent|to|and|or|–)\b)"
)


def name_changes(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """Names no longer used or never approved, and others put in place of the statement's own."""
    family = [name for facts in candidate.family for name in facts.names]
    yield from _other_models(claim, candidate)
    for name in claim.facts.names:
        match name.role:
            case "retired-product" if _is_past(name, claim):
                continue
            case "retired-product":
                yield _change(ChangeKind.NAME, name.replacement, name)
            case "avoided-term" if not _is_said(name, candidate):
                yield _change(ChangeKind.NAME, name.replacement, name)
            case "unknown-product" if found := _named_alike(name, claim, candidate):
                yield _change(ChangeKind.NAME, found, name)
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
                yield from _swapped(name, list(candidate.facts.names), claim)
            case "product" | "competitor":
                if not in_wording(name, candidate):
                    yield from _swapped(name, family, claim)
            case "other":
                known = in_wording(name, candidate) or _is_spelled_out(name, candidate)
                if not known and _is_close(claim, candidate):
                    yield from _swapped(name, family, claim)


def _named_alike(name: Name, claim: Claim, candidate: Candidate) -> str:
    """The statement's name with the same first word and another second that the claim lacks; "" if none."""
    first = name.text.split()[0]
    for match in re.finditer(rf"\b{re.escape(first)} [A-Z][a-z]+\b", candidate.statement.text):
        if match[0] not in claim.text:
            return match[0]
    return ""


def _is_said(name: Name, candidate: Candidate) -> bool:
    """Whether the statement has the words itself: "consumer foundation", "accident prevention"."""
    return _tokens(name.text) <= _tokens(candidate.statement.text)


def _is_close(claim: Claim, candidate: Candidate) -> bool:
    """Half of what the claim says besides names is said by the statement too; else any name may be new."""
    said = {word.lemma for word in claim.facts.words if word.pos != "PROPN"}
    shared = said & {word.lemma for facts in candidate.family for word in facts.words}
    return 2 * len(shared) >= len(said)


def _is_past(name: Name, claim: Claim) -> bool:
    return is_history(claim.text, name.start, name.end, successor=name.replacement, heading=claim.heading)


def in_wording(name: Name, candidate: Candidate) -> bool:
    """A name the parser missed in the statement still stands there as words."""
    words = {word.text.lower() for facts in candidate.family for word in facts.words}
    return all(part.lower().strip("'’.,()") in words for part in name.text.split() if part[0].isalpha())


def _is_spelled_out(name: Name, candidate: Candidate) -> bool:
    """ "SLA" where the statement has "service level agreement"."""
    letters = name.text.strip(".'s’").replace(".", "").lower()
    words = [word.lower() for word in re.findall(r"[A-Za-z]+", candidate.statement.text)]
    initials = "".join(word[0] for word in words)
    short = "".join(word[0] for word in words if word not in ("of", "the", "and", "for"))
    return name.text.isupper() and len(letters) > 1 and (letters in initials or letters in short)


def _swapped(name: Name, family: list[Name], claim: Claim) -> Iterator[Change]:
    """A name that the statement lacks where it has another of the same role that the claim lacks."""
    if any(same_name(name, other) for other in family) or (name.role == "product" and name.text.islower()):
        return
    said = claim.facts.names
    dropped = [o for o in family if _exchangeable(name, o) and not any(same_name(o, mine) for mine in said)]
    if dropped:
        before = _BEFORE_NAMES.search(claim.text[: name.start])
        preposition = before[1].lower() if before else ""
        yield _change(telling_kind([name], dropped[:1], preposition), dropped[0].text, name)


def telling_kind(names: list[Name], others: list[Name], preposition: str) -> ChangeKind:
    """What to call one proper name in the place of another: places, people and listed names are entities.

    What is left are the names of brands and houses. The parser takes an invented brand for a place or for a
    person, so that a place must be told as one, and a person have two names.
    """
    if preposition in PLACE_PREPOSITIONS:
        return ChangeKind.ENTITY
    listed = any(name.role in _LISTED for name in (*names, *others))
    sorts = [{name.entry_id for name in side if name.role == "other"} for side in (names, others)]
    places = preposition in _ORIGINS and all(side & _PLACES for side in sorts)
    full = all(len(name.text.split()) > 1 for name in (*names, *others))
    places = places or all("NORP" in side for side in sorts)
    people = full and all("PERSON" in side for side in sorts)
    return ChangeKind.ENTITY if listed or places or people else ChangeKind.NAME


def _other_models(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "Nereid 46" for "Nereid 38": a number that belongs to a name."""
    approved = dict(_models(candidate.statement.text, candidate.facts))
    for name, (model, end) in _models(claim.text, claim.facts):
        other = approved.get(name)
        if other and other[0] != model and not re.search(rf"\b{model}\b", candidate.statement.text):
            start = end - len(f"{name} {model}")
            yield Change(ChangeKind.NAME, f"{name} {other[0]}", claim.text[start:end], start, end)


def _models(text: str, facts: Facts) -> Iterator[tuple[str, tuple[str, int]]]:
    """Each proper name followed by a number of up to four digits that measures nothing, dates left out."""
    dated = [(span.start, span.end) for span in facts.dates]
    for word in facts.words:
        match = _MODEL.match(text, word.end)
        within = any(start <= word.start < end or start <= word.end + 1 < end for start, end in dated)
        is_name = word.pos == "PROPN" or (
            word.pos in ("NOUN", "ADJ") and word.start > 0 and word.text[0].isupper()
        )
        if match and is_name and not within:
            yield word.text, (match[1], match.end(1))


def _exchangeable(name: Name, other: Name) -> bool:
    """Whether one name can stand in the other's place: the same role, and for unknown names the same sort."""
    if is_short_for(name.text, other.text) or is_short_for(other.text, name.text):
        return False
    if "other" not in (name.role, other.role):
        return name.role == other.role
    if {name.role, other.role} - {"other", "customer"}:
        return False
    sorts = {n.entry_id if n.role == "other" else "ORG" for n in (name, other)}
    return len(sorts) == 1 or ("" in sorts and not sorts & _PLACES)


def same_name(one: Name, other: Name) -> bool:
    """Whether two names can be of the same thing: the same entry, or a word in common."""
    if one.role == other.role and one.role in ("product", "competitor"):
        return one.entry_id == other.entry_id
    return bool(_tokens(one.text) & _tokens(other.text))


def is_part_of(one: Name, other: Name) -> bool:
    """ "American" of "the United States", "Hexley" of "Hexley Foods": no word that the other has not."""
    return bool(_tokens(one.text)) and _tokens(one.text) <= _tokens(other.text)


def is_short_for(short: str, text: str) -> bool:
    """ "CRA" for "Cyber Resilience Act", "NZ" for "New Zealand"."""
    initials = "".join(word[0] for word in text.replace("-", " ").split() if word[0].isupper())
    return len(initials) > 1 and short.strip(".'s’").replace(".", "").upper() == initials


def _tokens(text: str) -> set[str]:
    """Comparable parts of a name: "German" and "Germany", "US" and "United States" share one."""
    words = (
        word.lower().strip("'’.,()").removesuffix("'s").removesuffix("’s").replace(".", "")
        for word in text.replace("-", " ").split()
    )
    return {
        _SAME_PLACE.get(word, word[:5])
        for word in words
        if len(word) > 1 and word not in ("the", "and", "of")
    }


def _change(kind: ChangeKind, approved: str, name: Name) -> Change:
    return Change(kind, approved, name.text, name.start, name.end)
