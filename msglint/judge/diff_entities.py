"""Changes of who and what, in close wording: a noun in the place of another, or two that trade places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msglint.judge.align import NOUNS, Alignment, align, is_related
from msglint.judge.antonyms import opposites
from msglint.judge.diff_names import name_changes, telling_kind
from msglint.judge.nouns import (
    COUNTERPARTIES,
    DEALS,
    DEFINING,
    EXCLUDING,
    GENERIC,
    MEASURES,
    OFFERS,
    PARTIES,
    PLACES,
    SYMMETRIC,
)
from msglint.judge.synonyms import are_synonyms
from msglint.model import Candidate, Change, ChangeKind, Claim, Facts, Name, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSE = 0.75
_OWN = frozenset({"company", "product"})
# The slots of "sell" and "provide" are told from the side of who buys and gets.
_TOLD_BY_TAKER = frozenset({"buy", "get"})
_PRONOUNS = frozenset({"we", "it", "they", "that", "this", "which", "who"})


@dataclass(frozen=True, slots=True)
class Exchange:
    """A noun of the claim and the one of the wording whose place it takes, each with what describes it."""

    mine: Word
    theirs: Word
    my_phrase: tuple[Word, ...]
    their_phrase: tuple[Word, ...]


def entity_changes(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """Exchanged nouns and traded places against the wording that the claim is closest to; none if none is."""
    wordings = tuple(dict.fromkeys((candidate.facts, *candidate.family)))
    alignments = [align(claim.facts, wording) for wording in wordings]
    nearest = max(range(len(wordings)), key=lambda index: len(alignments[index].kept))
    alignment, wording = alignments[nearest], wordings[nearest]
    yield from _traded(claim.facts, wordings, alignment)
    yield from _negated_in_turn(claim.facts, alignment)
    named = list(name_changes(claim, candidate))
    for exchange in _exchanges(claim.facts, wording, alignment):
        word = exchange.mine
        known = any(is_related(word, other) for facts in wordings for other in facts.words)
        if known or any(change.start < word.end and word.start < change.end for change in named):
            continue
        start, end = exchange.my_phrase[0].start, exchange.my_phrase[-1].end
        approved = " ".join(other.text for other in exchange.their_phrase)
        yield Change(_kind(exchange, claim.facts, wording), approved, claim.text[start:end], start, end)


def _exchanges(claim: Facts, wording: Facts, alignment: Alignment) -> list[Exchange]:
    """All exchanged nouns, where they are nearly all that sets the claim apart from the wording."""
    added = [word for word in alignment.added if not _is_measured(word, claim)]
    dropped = [word for word in alignment.dropped if not _is_measured(word, wording)]
    found: list[Exchange] = []
    for word in added:
        if not _is_noun(word, claim):
            continue
        head = _head(word, claim)
        if head is not None and head in added and head.pos in NOUNS:
            continue
        free = [
            other
            for other in dropped
            if _is_noun(other, wording) and not any(other is e.theirs for e in found)
        ]
        other = _same_place(word, claim, wording, alignment, free)
        if other is not None:
            found.append(Exchange(word, other, _phrase(word, claim, added), _phrase(other, wording, dropped)))
    strays = [
        word for word in added if not any(word in e.my_phrase for e in found) and not _is_own(word, claim)
    ]
    lost = [word for word in dropped if not any(word in e.their_phrase for e in found)]
    if any(word.pos in NOUNS for word in strays) or len(strays) > 1:
        return []
    kept = len(alignment.kept)
    said_of_us = not strays and not lost and len(found) == 1 and found[0].mine.slot == "we:is"
    if (
        (kept < 2 and not said_of_us)
        or kept / (kept + len(strays)) < _CLOSE
        or 2 * len(lost) > len(wording.words)
    ):
        return []
    near_copy = not strays and len(lost) <= 1
    least = 2 if not strays and not lost else 3
    return [
        e
        for e in found
        if _differs(e, claim, wording)
        and (near_copy or e.mine.modifies < 0)
        and (kept >= min(least, _least(e)) or said_of_us)
    ]


def _is_noun(word: Word, facts: Facts) -> bool:
    """Nouns, names, and what stands for one: "captioning tool", "medical device", "outsources cleaning"."""
    if word.pos in NOUNS or _is_name(word):
        return True
    if word.modifies >= 0:
        return word.text.endswith("ing") or word.lemma in DEFINING
    return word.pos == "VERB" and word.text.endswith("ing") and not _governs(word, facts)


def _governs(word: Word, facts: Facts) -> bool:
    """Whether somebody does the verb, or it is done to something, so that it is no mere name of a task."""
    return any(other.slot in (f"{word.lemma}:agent", f"{word.lemma}:patient") for other in facts.words)


def _is_name(word: Word) -> bool:
    return word.pos == "PROPN" or (word.modifies >= 0 and word.start > 0 and word.text[0].isupper())


def _same_place(
    word: Word, claim: Facts, wording: Facts, alignment: Alignment, free: list[Word]
) -> Word | None:
    """The noun, gone in the claim, that fills the place of a new one; None where no place is sure."""
    head = _head(word, claim)
    if word.pos == "VERB" and head is None:
        free = [other for other in free if other.pos == "VERB"]
    if head is not None:
        counterpart = alignment.counterpart(head)
        beside = [w for w in free if counterpart is not None and w.modifies == counterpart.start]
        if beside:
            return beside[-1]
    standing = [other for other in free if _head(other, wording) is None]
    exact = [other for other in standing if _same_slot(word.slot, other.slot, alignment)]
    if len(exact) == 1:
        return exact[0]
    between = [other for other in free if _same_neighbours(word, other, claim, wording, alignment)]
    return between[0] if len(between) == 1 else None


def _same_neighbours(mine: Word, theirs: Word, claim: Facts, wording: Facts, alignment: Alignment) -> bool:
    """Whether the content words before and after are the same, which no parse can get wrong."""
    if mine.slot and theirs.slot and _relation(mine.slot) != _relation(theirs.slot):
        return False
    for step in (-1, 1):
        one, other = _beside(mine, claim, step), _beside(theirs, wording, step)
        if one is None or other is None:
            if one is not other:
                return False
        elif alignment.counterpart(one) is not other:
            return False
    return True


def _beside(word: Word, facts: Facts, step: int) -> Word | None:
    """The next content word in a direction that does not describe the word itself."""
    words = [other for other in facts.words if other is word or other.modifies != word.start]
    place = next(index for index, other in enumerate(words) if other is word) + step
    return words[place] if 0 <= place < len(words) else None


def _least(exchange: Exchange) -> int:
    """How many words must be shared: fewer where names or what something is leave less doubt."""
    return 2 if exchange.mine.pos == "PROPN" or _relation(exchange.mine.slot) == "is" else 3


def _same_slot(mine: str, theirs: str, alignment: Alignment) -> bool:
    """The same relation to the same word; after a preposition the same preposition is enough."""
    if not mine or not theirs or _relation(mine) != _relation(theirs):
        return False
    if _relation(mine) not in ("agent", "patient", "to", "from", "of", "is"):
        return True
    one, other = mine.split(":")[0], theirs.split(":")[0]
    return (
        one == other
        or are_synonyms(one, other)
        or any(m.lemma == one and t.lemma == other for m, t in alignment.kept)
        or (_relation(mine) == "is" and one in _PRONOUNS)
    )


def _relation(slot: str) -> str:
    return slot.rpartition(":")[2]


def _head(word: Word, facts: Facts) -> Word | None:
    return next((other for other in facts.words if other.start == word.modifies), None)


def _phrase(word: Word, facts: Facts, among: list[Word]) -> tuple[Word, ...]:
    """The word with those of `among` that describe it or what it describes, in order."""
    head = _head(word, facts)
    about = {word.start} | ({head.start} if head is not None else set())
    for other in reversed(facts.words):
        if other.modifies in about:
            about.add(other.start)
    return tuple(other for other in among if other is word or other.modifies in about)


def _is_measured(word: Word, facts: Facts) -> bool:
    """Words of figures, dates and rhythms; the differ has other kinds for them."""
    spans = [
        (span.start, span.end)
        for group in (facts.quantities, facts.dates, facts.periods, facts.cadences, facts.statistics)
        for span in group
    ]
    return word.lemma in MEASURES or any(start <= word.start < end for start, end in spans)


def _differs(exchange: Exchange, claim: Facts, wording: Facts) -> bool:
    """Whether the one noun cannot pass for the other: no general word, and no description of a name."""
    mine, theirs = exchange.mine, exchange.theirs
    turned = theirs.lemma in opposites(mine.lemma) and not {mine.lemma, theirs.lemma} <= PARTIES
    if is_related(mine, theirs) or _acronym(exchange) or (turned and not _is_name(mine)):
        return False
    if _is_name(mine) and _is_name(theirs):
        return mine.lemma not in GENERIC and not (_is_own(mine, claim) and _is_own(theirs, wording))
    if _is_name(mine) or _is_name(theirs):
        common, name, facts = (mine, theirs, wording) if _is_name(theirs) else (theirs, mine, claim)
        if common is theirs and _is_own(name, facts):
            return common.lemma in COUNTERPARTIES
        return common.lemma in PARTIES
    if frozenset({mine.lemma, theirs.lemma}) in EXCLUDING:
        return True
    described = [w for w in exchange.my_phrase if w is not mine and (w.pos in NOUNS or w.lemma in DEFINING)]
    return bool(described) or not {mine.lemma, theirs.lemma} & GENERIC


def _acronym(exchange: Exchange) -> bool:
    letters, theirs = (word.text.lower().replace(".", "") for word in (exchange.mine, exchange.theirs))
    initials = "".join(word.text[0].lower() for word in exchange.their_phrase)
    back = "".join(word.text[0].lower() for word in exchange.my_phrase)
    return len(letters) > 1 and (initials.endswith(letters) or back.endswith(theirs))


def _names_at(word: Word, facts: Facts) -> list[Name]:
    return [name for name in facts.names if name.start < word.end and word.start < name.end]


def _is_own(word: Word, facts: Facts) -> bool:
    return any(name.role in _OWN for name in _names_at(word, facts))


def _kind(exchange: Exchange, claim: Facts, wording: Facts) -> ChangeKind:
    mine, theirs = exchange.mine, exchange.theirs
    if _is_name(mine) and _is_name(theirs):
        if _is_own(mine, claim):
            return ChangeKind.ENTITY
        if _is_own(theirs, wording):
            return ChangeKind.NAME
        head = _head(mine, claim)
        if head is not None:
            return ChangeKind.ENTITY if head.lemma in PLACES else ChangeKind.NAME
        return telling_kind(_names_at(mine, claim), _names_at(theirs, wording), _relation(mine.slot))
    if _is_name(mine) or _is_name(theirs):
        return ChangeKind.ENTITY
    head = _head(mine, claim) or mine
    their_head = _head(theirs, wording) or theirs
    of_us = any(
        _tells_what_we_are(word.slot, facts) or _is_offered(word, facts)
        for word, facts in ((head, claim), (their_head, wording))
    )
    return ChangeKind.CATEGORY if of_us else ChangeKind.ENTITY


def _tells_what_we_are(slot: str, facts: Facts) -> bool:
    """ "Larkmill is a …", "Larkmill, a …", "Larkmill makes …": the subject is a name or we."""
    governor, _, relation = slot.rpartition(":")
    named = [
        word
        for word in facts.words
        if word.pos == "PROPN" or _is_own(word, facts) or (word.start > 0 and word.text[0].isupper())
    ]
    names = {word.lemma for word in named} | _PRONOUNS
    if relation == "is":
        described = {word.modifies for word in named if word.start > 0 or _is_own(word, facts)}
        return governor in names or any(w.lemma == governor and w.start in described for w in facts.words)
    side = "from" if governor in _TOLD_BY_TAKER else "agent"
    offered = any(word.slot == f"{governor}:{side}" for word in named)
    return relation == "patient" and governor in OFFERS and offered


def _is_offered(word: Word, facts: Facts) -> bool:
    """ "Larkmill provides …": the words before tell it where the sentence is too long for the parser."""
    verb = _beside(word, facts, -1)
    subject = None if verb is None or verb.lemma not in OFFERS else _beside(verb, facts, -1)
    return subject is not None and (subject.pos == "PROPN" or _is_own(subject, facts))


def told_from_the_other_side(change: Change, claim: Claim, candidate: Candidate) -> bool:
    """Whether a verb that seems turned tells the same deal: "A sells to B" for "B buys from A"."""
    verbs = {word.text for word in claim.facts.words if word.pos == "VERB"}
    if change.kind is not ChangeKind.POLARITY or change.found not in verbs:
        return False
    kept = align(claim.facts, candidate.facts).kept
    sides = [
        (mine.slot, theirs.slot) for mine, theirs in kept if _is_deal(mine.slot) and _is_deal(theirs.slot)
    ]
    settled = any(_relation(mine) in ("agent", "from") for mine, _ in sides)
    return settled and all(mine == theirs for mine, theirs in sides)


def _is_deal(slot: str) -> bool:
    return slot.split(":")[0] in DEALS


def _negated_in_turn(claim: Facts, alignment: Alignment) -> Iterator[Change]:
    """ "the insurer, not the doctor" for "the doctor, not the insurer", where people or names are meant."""
    turned = [
        (mine, theirs)
        for mine, theirs in alignment.kept
        if mine.negated != theirs.negated and (mine.lemma in PARTIES or _names_at(mine, claim))
    ]
    denied = [theirs for mine, theirs in turned if mine.negated]
    for mine, _ in turned:
        if denied and not mine.negated:
            yield Change(ChangeKind.ENTITY, denied[0].text, mine.text, mine.start, mine.end)
            return


def _traded(claim: Facts, wordings: tuple[Facts, ...], alignment: Alignment) -> Iterator[Change]:
    """ "Brennholt bought it from Nordvane" for "Nordvane bought it from Brennholt"."""
    total = len(alignment.kept) + len(alignment.added)
    if len(alignment.kept) < 3 or len(alignment.kept) < _CLOSE * total:
        return
    wording = next(facts for facts in wordings if all(theirs in facts.words for _, theirs in alignment.kept))
    placed = [(m, _told(m, claim), _told(t, wording)) for m, t in alignment.kept if m.lemma == t.lemma]
    places = [(word, mine, theirs) for word, mine, theirs in placed if mine and theirs]
    for index, (word, mine, theirs) in enumerate(places):
        for other, its, their_other in places[index + 1 :]:
            if _trade(mine, theirs, its, their_other) and not any(
                _stands_so(each, claim, facts) for facts in wordings for each in (word, other)
            ):
                yield Change(ChangeKind.ENTITY, word.text, other.text, other.start, other.end)
                return


def _place(word: Word, facts: Facts) -> str:
    """A noun's slot, or for what describes a noun that noun's."""
    if word.slot and word.pos in NOUNS:
        return word.slot
    head = _head(word, facts)
    return f"+{head.slot}" if head is not None and head.slot else ""


def _told(word: Word, facts: Facts) -> str:
    """A noun's place, where a verb comes twice told apart by what else it governs: "insures the roof"."""
    place = _place(word, facts)
    governor = place.lstrip("+").split(":")[0]
    verbs = [verb for verb in facts.words if verb.lemma == governor and verb.pos == "VERB"]
    if len(verbs) < 2:
        return place
    own = _nearest(word, verbs)
    others = [o for o in facts.words if o is not word and o.slot.split(":")[0] == governor]
    return f"{place} {' '.join(sorted(o.lemma for o in others if _nearest(o, verbs) is own))}"


def _nearest(word: Word, verbs: list[Word]) -> Word:
    return min(verbs, key=lambda verb: abs(verb.start - word.start))


def _trade(mine: str, theirs: str, other: str, their_other: str) -> bool:
    if mine in (theirs, other) or other == their_other:
        return False
    governors = {slot.lstrip("+").split(":")[0] for slot in (mine, other)}
    return (
        mine == their_other and other == theirs and not governors & SYMMETRIC and not _both_are(mine, other)
    )


def _both_are(one: str, other: str) -> bool:
    return "is" in (_relation(one), _relation(other))


def _stands_so(word: Word, claim: Facts, facts: Facts) -> bool:
    place = _told(word, claim)
    return any(other.lemma == word.lemma and _told(other, facts) == place for other in facts.words)
