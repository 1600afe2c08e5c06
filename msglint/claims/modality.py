"""How far a sentence commits itself to each of its words, read from what governs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

PLAIN = 3


def _rungs(**words: str) -> dict[str, int]:
    named = {"might": 0, "able": 1, "helps": 2, "ensures": 4}
    return {word: named[name] for name, line in words.items() for word in line.split()}


_ADVERBS = _rungs(
    might="possibly potentially perhaps maybe conceivably reportedly allegedly presumably arguably probably",
    helps="often usually typically normally generally mostly largely sometimes frequently commonly regularly "
    "occasionally partly mainly ordinarily",
    ensures="always undoubtedly definitely certainly invariably unfailingly",
)
_AUXILIARIES = _rungs(might="may might could", able="can")
# What takes a deed: "helps to reduce", "is designed to run", "is sure to spot", "appears to find".
_TAKERS = _rungs(
    might="hope likely seem appear suggest indicate imply hint think believe suspect suppose speculate "
    "potential expect expected anticipate forecast predict project promising liable "
    "free liberty welcome entitled",
    able="able capable possible potential",
    helps="help aim intend design plan tend seek strive try work support assist contribute mean want aspire "
    "attempt endeavour endeavor goal target prone aid",
    ensures="sure certain bound guarantee ensure promise prove guaranteed proven vow pledge assure",
)
# What takes a thing: "contributes to shorter braking", "linked to better sleep", "supports recovery".
_NOUN_TAKERS = _rungs(
    might="associate link correlate tie relate connect suggest indicate",
    helps="contribute support assist promote aid encourage help factor aim target influence affect",
    ensures="ensure guarantee assure secure",
)
# Verbs that say little without what completes them: "may give relief", "might make hiring fairer".
_LIGHT = frozenset({"make", "give", "have", "get", "become", "seem", "do", "show", "take"})
_COMPLETES = ("acomp", "attr", "ccomp", "xcomp", "oprd", "dobj")
_DEEDS = ("xcomp", "ccomp", "pcomp", "acl", "advcl")


def rungs(doc: Doc | Span) -> dict[int, int]:
    """Position and rung of each word that something governs: 0 may, 1 can, 2 helps, 4 guarantees.

    A word under several of them stands on the lowest, since a guarantee of a hope is a hope.
    """
    found: dict[int, int] = {}
    for rung, governed in _governing(doc):
        for word in governed:
            for deed in (word, *_coordinated(word)):
                found[deed.i] = min(rung, found.get(deed.i, rung))
    return found


def _governing(doc: Doc | Span) -> Iterator[tuple[int, list[Token]]]:
    for token in doc:
        word, lemma = token.lower_, token.lemma_.lower()
        if token.dep_ == "aux" and word in _AUXILIARIES and not _is_month(token):
            yield _AUXILIARIES[word], _deeds_of(token.head)
        elif token.dep_ == "advmod" and word in _ADVERBS:
            yield _ADVERBS[word], _deeds_of(token.head)
        elif lemma in _TAKERS or lemma in _NOUN_TAKERS:
            yield from _taken(token, lemma)


def _is_month(token: Token) -> bool:
    return token.text == "May" and token.i > 0


def _taken(token: Token, lemma: str) -> Iterator[tuple[int, list[Token]]]:
    if lemma in _TAKERS:
        above = [token.head.head] if token.dep_ == "pobj" and token.head.lower_ == "at" else []
        deeds = [
            child
            for word in (token, *above)  # "is at liberty to keep it"
            for child in word.children
            if child.dep_ in _DEEDS and child.i > token.i
        ]
        deeds += [
            deed
            for prep in token.children
            if prep.dep_ == "prep"
            for deed in prep.children
            if deed.dep_ == "pcomp"
        ]
        yield _TAKERS[lemma], [deed for deed in deeds if deed.pos_ in ("VERB", "AUX") or deed.dep_ == "ccomp"]
    if lemma in _NOUN_TAKERS and token.pos_ in ("VERB", "ADJ", "NOUN"):
        things = [child for child in token.children if child.dep_ == "dobj" and token.pos_ == "VERB"]
        things += [
            thing
            for prep in token.children
            if prep.lower_ in ("to", "with") or (prep.lower_ in ("in", "at") and token.pos_ == "NOUN")
            for thing in prep.children
            if thing.dep_ == "pobj"
        ]
        yield _NOUN_TAKERS[lemma], things


def _deeds_of(head: Token) -> list[Token]:
    """A verb, or what is said with a verb that only links: "may be safe" is about "safe"."""
    if head.lemma_ == "be":
        return [head, *(child for child in head.children if child.dep_ in ("acomp", "attr"))]
    if head.lemma_ in _LIGHT:
        return [head, *(child for child in head.children if child.dep_ in _COMPLETES)]
    return [head]


def _coordinated(word: Token) -> list[Token]:
    """Verbs joined to `word` under the same governor: "can help, save and grow"."""
    found, last = [], word
    while rest := [child for child in last.children if child.dep_ == "conj" and child.pos_ == last.pos_]:
        if any(child.dep_ in ("aux", "nsubj", "nsubjpass") for child in rest[0].children):
            break
        found.append(rest[0])
        last = rest[0]
    return found
