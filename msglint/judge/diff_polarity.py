"""Changes of polarity: what is affirmed is denied, what is denied is affirmed, or a word is turned round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msglint.judge.antonyms import are_opposed, are_opposite, bare_of
from msglint.judge.audiences import are_other_sorts
from msglint.judge.compare import Relation, relation
from msglint.judge.readings import complement
from msglint.judge.wording import NEAR, SAME, arguments, is_edit, listed, lost_words, nearness, new_words
from msglint.model import Candidate, Change, ChangeKind, Claim, Cue, Facts, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

# Denying a noun ("no setup fee" for "setup is free") often says the same; denying a deed does not.
_TURNING = frozenset({"VERB", "ADJ"})
# Under these a thing is there or not: "contains salt", "is free of salt", "comes without salt".
_HAVING = listed(
    """
contain have use include need require offer come make add free without with be charge get give provide work
carry hold take lack
"""
) | {""}
# Verbs and adjectives that deny what follows them; they are no words of their own in a comparison.
_UNDOING = listed(
    """
fail refuse decline neglect cease stop avoid unable unwilling unlikely lack prevent keep far instead rather
"""
)
_SAME_WORDS = 3
_NOT_ALL = frozenset({"not all", "not every"})
_SCARCE = _NOT_ALL | {
    "few",
    "very few",
    "hardly any",
    "scarcely any",
    "none of",
    "none",
    "no one",
    "nobody",
    "not one of",
}


def polarity_changes(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """A verb or adjective denied on one side only, or replaced by its opposite while denial stays as is."""
    if _tells_the_rest(claim, candidate) or _says_only_so(claim.text, candidate.statement.text):
        return
    exchanged = [
        *_turned_condition(claim, candidate),
        *_exchanged(claim, candidate),
        *_turned_particle(claim, candidate),
    ]
    if exchanged:
        yield exchanged[0]
        return
    if candidate.statement.negative and not claim.facts.negations:
        yield from _claimed_after_all(claim, candidate)
        return
    turned = [*_opposite_words(claim, candidate), *_opposed_prepositions(claim, candidate),
              *_opposite_grades(claim, candidate)]  # fmt: skip
    if turned:
        yield from turned
    elif _denies_as_often(claim.facts, candidate):
        yield from _swapped_words(claim, candidate)
    elif not _is_scarce(claim.facts, candidate.facts):
        denied = list(_denied_words(claim, candidate))
        yield from denied or _denied_somewhere(claim, candidate)


def _denied_somewhere(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """A sentence of the very same words that denies once more, or once less, than the statement."""
    added = [w for w in new_words(claim.facts, candidate) if w.lemma not in _UNDOING]
    lost = [w for w in lost_words(claim.facts, candidate.facts) if w.lemma not in _UNDOING]
    if added or lost or len(claim.facts.words) < _SAME_WORDS:
        return
    cue = next(iter(claim.facts.denials), None)
    if len(claim.facts.denials) > len(candidate.facts.denials) and cue:
        yield Change(ChangeKind.POLARITY, "", cue.text, cue.start, cue.end)
    elif candidate.facts.denials:
        denied = {word.lemma for word in candidate.facts.words if word.negated}
        word = next((w for w in claim.facts.words if w.lemma in denied), claim.facts.words[-1])
        yield _polarity(candidate.facts.denials[0].text, word, ())


def _denies_as_often(claim: Facts, candidate: Candidate) -> bool:
    """Whether both sides deny an even, or both an odd, number of times; opposites count as a denial."""
    turned = sum(1 for _ in _pairs(claim, candidate.facts, candidate))
    bare = sum(bool(bare_of(word.lemma)) for word in claim.words)
    bare += sum(bool(bare_of(word.lemma)) for word in candidate.facts.words)
    return (len(claim.denials) + len(candidate.facts.denials) + turned + bare) % 2 == 0


def _is_scarce(claim: Facts, approved: Facts) -> bool:
    """ "None of them" for "few of them" is of whom it holds, not whether."""
    return any(cue.text in _SCARCE for cue in approved.quantifiers) or any(
        cue.text in _NOT_ALL for cue in claim.quantifiers
    )


_ONLY_SO = re.compile(
    r"\b(?:only|solely|exclusively|just)\b(?! \d)|\bexclusively\b|\bbefore\b|\bmust\b|\b(?:has|have) to\b",
    re.IGNORECASE,
)
_NOT_ELSE = re.compile(
    r"\b(?:unless|until|till|without|except|other than|but|before|first|anyone else|"
    r"anything else|nobody else|no one else|nothing else|otherwise)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:no|not|never|nobody|nothing|none|cannot)\b|n['’]t\b", re.IGNORECASE)
_UNLESS = re.compile(r"\bunless\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|when|once|where|whenever|as soon as|provided)\b", re.IGNORECASE)
_IF_NOT = re.compile(
    r"\b(?:if|when|where)\b[^,;.]*(?:\b(?:no|not|never|nobody|nothing)\b|n['’]t\b)|^no\b", re.IGNORECASE
)
_WHEN = re.compile(r"\b(?:when|once|after|as soon as)\b", re.IGNORECASE)
_NOT_YET = re.compile(r"\b(?:before|until|till)\b", re.IGNORECASE)
_SHUT = re.compile(r"\b(?:stays?|remains?|keeps?)\b", re.IGNORECASE)


def _says_only_so(claim: str, approved: str) -> bool:
    """Whether two sentences bound a deed alike: "only when off" and "not unless off"."""
    for one, other in ((claim, approved), (approved, claim)):
        unless = bool(_UNLESS.search(one) or re.search(r"\buntil\b", one, re.IGNORECASE))
        if _ONLY_SO.search(one) and not _UNLESS.search(one) and not _DENIES.search(one):
            if _NOT_ELSE.search(other) and _DENIES.search(other):
                return True
            if _UNLESS.search(other) and _SHUT.search(other):
                return True
        otherwise = _UNLESS.search(one) and not _UNLESS.search(other) and not _DENIES.search(one)
        if otherwise and _DENIES.search(other):
            return True
        if _WHEN.search(one) and not _DENIES.search(one) and _DENIES.search(other) and _NOT_YET.search(other):
            return True
        if unless and not _UNLESS.search(other) and _IF_NOT.search(other):
            return True
        if unless and _DENIES.search(other) and not _DENIES.search(one) and re.search(r"\buntil\b", other):
            return True
    return False


def _turned_condition(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "if they win" for "unless they win" where all else stays."""
    text = candidate.statement.text
    if nearness(claim.facts, candidate) < SAME or _ONLY.search(claim.text) or _ONLY.search(text):
        return
    if len(_DENIES.findall(claim.text)) != len(_DENIES.findall(text)):
        return
    if list(_pairs(claim.facts, candidate.facts, candidate)):
        return
    for one, other in ((_UNLESS, _IF), (_IF, _UNLESS)):
        was, now = one.search(text), other.search(claim.text)
        if was and now and not other.search(text) and not one.search(claim.text):
            yield Change(ChangeKind.POLARITY, was[0], now[0], *now.span())


_ONLY = re.compile(r"\bonly\b", re.IGNORECASE)
_SETS_ASIDE = re.compile(
    r"\b(?:instead of|rather than|in place of|in lieu of|as opposed to)\b", re.IGNORECASE
)
_PREFERRED = re.compile(
    r"\b(?:prefer|favou?r|cho[o]?se|pick)\w*\b(?P<first>.+?)\b(?:over|to|above)\b(?P<last>.+)", re.IGNORECASE
)


def _exchanged(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "diesel rather than solar power" for "solar power rather than diesel"."""
    mine, theirs = (
        _set_against(claim.text, claim.facts),
        _set_against(candidate.statement.text, candidate.facts),
    )
    if not mine or not theirs or nearness(claim.facts, candidate) < SAME:
        return
    taken, left = mine
    their_taken, their_left = ({word.lemma for word in words} for words in theirs)
    back = [word for word in taken if word.lemma in their_left and word.lemma not in their_taken]
    forth = [word for word in left if word.lemma in their_taken and word.lemma not in their_left]
    if back and forth:
        yield _polarity(forth[0].text, back[0], ())


def _set_against(text: str, facts: Facts) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    """The words of a sentence that are taken and those set aside for them."""
    if match := _PREFERRED.search(text):
        return _within(facts, *match.span("first")), _within(facts, *match.span("last"))
    match = _SETS_ASIDE.search(text)
    if match is None:
        return None
    stop = re.search(r"[,;.]", text[match.end() :])
    end = match.end() + stop.start() if stop else len(text)
    aside = _within(facts, match.end(), end)
    return tuple(word for word in facts.words if word not in aside), aside


def _within(facts: Facts, start: int, end: int) -> tuple[Word, ...]:
    return tuple(word for word in facts.words if start <= word.start < end)


_PARTICLES = (
    ("up", "down"), ("above", "below"), ("ahead", "behind"), ("on", "off"), ("in", "out"), ("for", "against"),
    ("once", "before"), ("after", "before"), ("until", "after"), ("over", "under"), ("with", "without"),
    ("into", "out"), ("inside", "outside"), ("including", "except"), ("everybody", "nobody"),
    ("everyone", "nobody"), ("everything", "nothing"), ("anybody", "nobody"), ("anyone", "nobody"),
    ("always", "never"), ("everywhere", "nowhere"), ("both", "neither"), ("everyone", "no-one"),
)  # fmt: skip


def _turned_particle(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "down" for "up" in a sentence of the very same words."""
    if new_words(claim.facts, candidate) or lost_words(claim.facts, candidate.facts):
        return
    mine, theirs = _tokens(claim.text), _tokens(candidate.statement.text)
    only_mine, only_theirs = [t for t in mine if t not in theirs], [t for t in theirs if t not in mine]
    if len(only_mine) > _FEW or len(only_theirs) > _FEW:
        return
    for one, other in _PARTICLES:
        for now, was in ((one, other), (other, one)):
            if (
                now in only_mine
                and was in only_theirs
                and not {"not", "no", "never"} & {*only_mine, *only_theirs}
            ):
                start = re.search(rf"\b{now}\b", claim.text, re.IGNORECASE)
                if start:
                    yield Change(ChangeKind.POLARITY, was, now, *start.span())
                    return


_FEW = 2


def _tokens(text: str) -> list[str]:
    return re.findall(r"[\w’'-]+", text.lower())


def _tells_the_rest(claim: Claim, candidate: Candidate) -> bool:
    """ "4 in 100 did not renew" denies nothing of "96 % renewed"."""
    approved = [quantity for facts in candidate.family for quantity in facts.quantities]
    rest = [other for quantity in approved if (other := complement(quantity))]
    said = [
        quantity
        for quantity in claim.facts.quantities
        if quantity.unit == "%" and not any(relation(quantity, other) is Relation.SAME for other in approved)
    ]
    return any(
        relation(quantity, other) in (Relation.SAME, Relation.WEAKER) for quantity in said for other in rest
    )


def _claimed_after_all(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """A claim without denial in the words of what may not be claimed."""
    approved = {word.lemma for word in candidate.facts.words if word.pos != "PROPN"}
    shared = [word for word in claim.facts.words if word.lemma in approved]
    tells = any(word.pos in _TURNING for word in shared) and not claim.facts.is_fragment
    if len({word.lemma for word in shared}) < 2 or not tells:
        return  # a heading such as "Legal advice" names the topic and claims nothing of it
    for word in sorted(shared, key=lambda word: word.pos not in _TURNING)[:1]:
        yield Change(
            ChangeKind.POLARITY,
            candidate.facts.negations[0].text if candidate.facts.negations else "",
            word.text,
            word.start,
            word.end,
        )


def _swapped_words(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "per user and not per kitchen" for "per kitchen and not per user": what is denied changes places."""
    mine, theirs = _single(claim.facts), _single(candidate.facts)
    differing = [
        mine[lemma] for lemma in mine if lemma in theirs and mine[lemma].negated != theirs[lemma].negated
    ]
    denied, affirmed = [w for w in differing if w.negated], [w for w in differing if not w.negated]
    if denied and affirmed and {w.pos for w in denied} & {w.pos for w in affirmed}:
        yield _polarity(f"not {theirs[affirmed[0].lemma].text}", affirmed[0], ())


def _single(facts: Facts) -> dict[str, Word]:
    """The words of a sentence that are not said both with and without denial."""
    both = {w.lemma for w in facts.words if w.negated} & {w.lemma for w in facts.words if not w.negated}
    return {word.lemma: word for word in facts.words if word.lemma not in both}


def _denied_words(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    approved = _single(candidate.facts)
    in_family = {(word.lemma, word.negated) for facts in candidate.family for word in facts.words}
    near = nearness(claim.facts, candidate) >= NEAR
    deeds, things = [], []
    for word in _single(claim.facts).values():
        other = approved.get(word.lemma)
        if other is None or word.negated == other.negated or (word.lemma, word.negated) in in_family:
            continue
        if _stands_denied(word, claim.facts) == _stands_denied(other, candidate.facts):
            continue
        cues = claim.facts.denials or claim.facts.negations
        change = _polarity(f"not {other.text}" if other.negated else other.text, word, cues)
        if other.pos in _TURNING and (word.pos in _TURNING or near):
            deeds.append(change)
        elif near and not _is_narrowed(word, claim, candidate) and _is_had(word, other):
            things.append(change)
    yield from deeds or things


def _stands_denied(word: Word, facts: Facts) -> bool:
    """Whether a word is denied, or describes what is: "the support team" of "does not replace a team"."""
    return word.negated or any(other.negated for other in facts.words if other.start == word.modifies)


def _is_narrowed(word: Word, claim: Claim, candidate: Candidate) -> bool:
    """ "Without extra budget" leaves the budget of the statement alone."""
    return any(other.modifies == word.start for other in new_words(claim.facts, candidate))


def _is_had(word: Word, other: Word) -> bool:
    """Whether a thing is there in one sentence and not in the other, in the same place of it."""
    return word.head == other.head or (word.head in _HAVING and other.head in _HAVING)


def _opposite_words(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "cuts" where the statement says "raises", both denied or neither."""
    for word, other in _pairs(claim.facts, candidate.facts, candidate):
        if word.negated == other.negated:
            yield _polarity(other.text, word, ())


def _pairs(claim: Facts, approved: Facts, candidate: Candidate) -> Iterator[tuple[Word, Word]]:
    """Words of the claim with the opposites they stand for: of the same thing, or the one word replaced."""
    added, lost = new_words(claim, candidate), lost_words(claim, approved)
    replaced = is_edit(claim, candidate) and len(added) <= 2
    for word in added:
        for other in lost:
            if not are_opposite(word.lemma, other.lemma) or are_other_sorts(word.lemma, other.lemma):
                continue  # "for children" for "for adults" is of whom it holds
            if _is_of_a_length(word, claim) and _is_of_a_length(other, approved):
                continue
            if replaced or arguments(claim, word) & arguments(approved, other):
                yield word, other
                break


def _is_of_a_length(word: Word, facts: Facts) -> bool:
    """The "wide" of "90 cm wide" and the "narrow" of "as narrow as 90 cm" are one measure."""
    lengths = [q for q in facts.quantities if q.dimension == "length"]
    return word.pos in ("ADJ", "ADV") and any(
        0 <= word.start - q.end <= 1 or 0 <= q.start - word.end <= len(" as ") for q in lengths
    )


def _opposed_prepositions(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "after noon" for "before noon", "with sugar" for "without sugar"."""
    otherwise_denied = _denials_differ(claim, candidate) and not _has_without(claim, candidate)
    if otherwise_denied or nearness(claim.facts, candidate) < NEAR:
        return
    approved = {(cue.text, cue.kind) for facts in candidate.family for cue in facts.prepositions}
    said = {(cue.text, cue.kind) for cue in claim.facts.prepositions}
    denied = {word.lemma for word in claim.facts.words if word.negated}
    for cue in claim.facts.prepositions:
        if not cue.kind or (cue.text, cue.kind) in approved or (cue.text == "with" and cue.kind in denied):
            continue
        against = sorted(
            text for text, kind in approved - said if kind == cue.kind and are_opposed(text, cue.text)
        )
        if against and not (cue.text == "without" and _was_denied(cue.kind, candidate)):
            yield Change(ChangeKind.POLARITY, against[0], cue.text, cue.start, cue.end)


def _has_without(claim: Claim, candidate: Candidate) -> bool:
    cues = (*claim.facts.prepositions, *candidate.facts.prepositions)
    return any(cue.text == "without" for cue in cues)


def _was_denied(lemma: str, candidate: Candidate) -> bool:
    return any(word.lemma == lemma and word.negated for facts in candidate.family for word in facts.words)


def _opposite_grades(claim: Claim, candidate: Candidate) -> Iterator[Change]:
    """ "less expensive" for "more expensive"; "more than" before a figure is its bound."""
    approved = {(cue.text, cue.kind): cue for cue in candidate.facts.comparatives if cue.kind}
    for cue in claim.facts.comparatives:
        against = [text for text in ("more", "less", "fewer") if are_opposite(text, cue.text)]
        same = (cue.text, cue.kind) in approved
        found = next((text for text in against if (text, cue.kind) in approved), "")
        if (
            found
            and not same
            and not _before_figure(claim.facts, cue)
            and not _denials_differ(claim, candidate)
        ):
            yield Change(ChangeKind.POLARITY, found, cue.text, cue.start, cue.end)


def _before_figure(facts: Facts, cue: Cue) -> bool:
    return any(cue.start - 25 <= q.start <= cue.end + 8 for q in facts.quantities)


def _denials_differ(claim: Claim, candidate: Candidate) -> bool:
    return len(claim.facts.denials) % 2 != len(candidate.facts.denials) % 2


def _polarity(approved: str, word: Word, negations: tuple[Cue, ...]) -> Change:
    before = (
        [cue for cue in negations if cue.end <= word.start and word.start - cue.end < 30]
        if word.negated
        else []
    )
    start = before[-1].start if before else word.start
    found = f"{before[-1].text} {word.text}" if before else word.text
    return Change(ChangeKind.POLARITY, approved, found, start, word.end)
