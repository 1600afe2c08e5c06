"""What a sentence denies: words that deny, openly or not, and the words that each of them governs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.claims import cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

_ADVERBS = frozenset({"never", "hardly", "scarcely", "seldom", "rarely", "nowhere"})
_NOBODY = frozenset({"no", "neither", "nobody", "none", "nothing", "zero"})
# Each takes the deed that does not happen: "fails to stop", "unable to stop", "avoids stopping".
_UNDONE_VERBS = frozenset(
    {"fail", "refuse", "decline", "neglect", "forget", "cease", "stop", "quit", "avoid", "resist"}
)
_UNDONE = _UNDONE_VERBS | {
    "unable",
    "unwilling",
    "unlikely",
    "powerless",
    "impossible",
    "incapable",
    "reluctant",
}
_NEEDS_A_DEED = frozenset({"stop", "quit", "cease", "resist", "decline", "avoid"})
_HINDER = frozenset(
    {"prevent", "keep", "stop", "block", "hinder", "ban", "bar", "discourage", "protect", "stave"}
)
_LACKING = frozenset({"lack", "omit", "exclude", "resist", "avoid"})
_PROOF = frozenset({"resistant", "immune", "impervious"})
_AWAY = frozenset({"instead", "rather", "than"})
_BELOW = frozenset({"acomp", "attr", "dobj", "xcomp", "oprd"})
_SAID = frozenset({"claim", "say", "tell", "think", "believe", "mean", "promise", "guarantee", "suggest"})
_THINGS = frozenset({"NOUN", "PROPN", "PRON"})


def denials(doc: Doc | Span) -> Iterator[tuple[Token, frozenset[int]]]:
    """Each word that denies with the positions of the words it governs, "not only" and the like left out."""
    offset = doc[0].idx if len(doc) else 0
    harmless = [(cue.start + offset, cue.end + offset) for cue in cues.cues(cues.NOT_NEGATING, doc.text)]
    for token in doc:
        if any(start <= token.idx < end for start, end in harmless):
            continue
        governed = [
            part for word in _governed(token) for below in (word, *_alike(word)) for part in _hyphened(below)
        ]
        if governed and not _sets_a_mark(token):
            yield token, frozenset(word.i for word in governed)


def denied(doc: Doc | Span) -> frozenset[int]:
    """Positions of the words that stand denied: governed by one denial, or by three, but not by two."""
    turned: set[int] = set()
    for _, governed in denials(doc):
        turned ^= governed
    return frozenset(turned)


def _governed(token: Token) -> list[Token]:
    word, lemma = token.lower_, token.lemma_.lower()
    if token.dep_ == "neg" and word == "no" and token.head.lower_ == "longer":
        return _opened(token.head.head)
    if word == "not" and (thing := _set_aside(token)):
        return [thing]
    if word == "yet" and (deed := _still_to_come(token)):
        return _opened(deed)
    if token.dep_ == "neg" or word in _ADVERBS:
        below = _opened(token.head)
        return [*below, *(deed for thing in below for deed in _of_something(thing))]
    if word in _NOBODY:
        return _of_none(token)
    if word == "without":
        return [below for thing in _objects(token) for below in (thing, *_could(thing))]
    if word == "free":
        return _freed(token)
    if word == "far" or (word == "but" and token.nbor(-1).lower_ == "anything" if token.i else False):
        return [below for child in token.children if child.lower_ == "from" for below in _objects(child)]
    if word in ("of", "than") and token.i and (token.nbor(-1).lower_ in _AWAY or _in_its_place(token)):
        return _objects(token) or _next_thing(token)
    return _implied(token, lemma)


def _implied(token: Token, lemma: str) -> list[Token]:
    """What a verb or adjective says does not happen: "fails to stop", "keeps rust from forming"."""
    found: list[Token] = []
    following = list(token.doc)[token.i + 1 : token.i + 2]
    if lemma == "resist" and not any(child.dep_ == "dobj" for child in token.children):
        found += [word for word in following if word.pos_ in ("NOUN", "VERB", "PROPN", "ADJ")]
    if lemma in ("stop", "cease", "quit") and not any(child.dep_ == "xcomp" for child in token.children):
        found += [word for word in following if word.tag_ == "VBG"]
    if lemma in _UNDONE:
        deeds = [child for child in token.children if child.dep_ in ("xcomp", "ccomp", "pcomp")]
        deeds = [
            deed
            for deed in deeds
            if deed.pos_ in ("VERB", "AUX") and (lemma not in _NEEDS_A_DEED or deed.tag_ == "VBG")
        ]
        found += [below for deed in deeds for below in _opened(deed)]
    if lemma in _LACKING and token.pos_ in ("VERB", "NOUN"):
        found += [child for child in token.children if child.dep_ in ("dobj", "nsubjpass")]
        if token.dep_ == "acl" and token.tag_ == "VBN":
            found.append(token.head)
        found += [below for child in token.children if child.lower_ == "of" for below in _objects(child)]
    if lemma in _PROOF:
        found += [
            thing
            for child in token.children
            if child.lower_ in ("to", "against")
            for thing in _objects(child)
        ]
    if lemma in _HINDER and token.pos_ == "VERB":
        found += _kept_from(token)
    return found


def _set_aside(token: Token) -> Token | None:
    """The thing after a "not" that opens no clause: "with gas, not electricity"."""
    if token.i == 0 or token.nbor(-1).lower_ not in (",", "and", "but"):
        return None
    for word in list(token.doc)[token.i + 1 :]:
        if word.pos_ in ("NOUN", "PROPN"):
            return None if word.dep_ == "compound" and word.i + 1 == len(word.doc) else word
        if word.pos_ not in ("ADP", "DET", "ADJ", "NUM") and word.dep_ not in ("poss", "amod"):
            return None
    return None


def _still_to_come(token: Token) -> Token | None:
    """The deed of "has yet to be approved"."""
    after = list(token.doc)[token.i + 1 : token.i + 4]
    if not after or after[0].lower_ != "to":
        return None
    return next((word for word in after[1:] if word.pos_ == "VERB"), None)


def _in_its_place(token: Token) -> bool:
    """The "of" of "in place of" and "in lieu of"."""
    return token.i > 1 and token.nbor(-1).lower_ in ("place", "lieu") and token.nbor(-2).lower_ == "in"


def _next_thing(token: Token) -> list[Token]:
    """What follows "rather than" where the parser hangs nothing below it: "rather than by road"."""
    for word in list(token.doc)[token.i + 1 : token.i + 5]:
        if word.is_punct:
            break
        if word.pos_ not in ("ADP", "DET", "PRON", "PART"):
            return [word.head if word.dep_ in ("amod", "compound") and word.head.i > word.i else word]
    return []


def _kept_from(token: Token) -> list[Token]:
    """The deed after "from", wherever the parser hangs it, unless another clause begins before."""
    for word in list(token.doc)[token.i + 1 :]:
        if word.is_punct or word.pos_ in ("AUX", "CCONJ"):
            return []
        if word.lower_ == "from":
            return (
                [below for below in (word.nbor(),) if below.tag_ == "VBG"]
                if word.i + 1 < len(token.doc)
                else []
            )
    return []


def _of_none(token: Token) -> list[Token]:
    """ "No" governs its noun, and the deed when nobody does it or nothing is done by it."""
    noun = token if token.lower_ in ("none", "nobody", "nothing") else token.head
    if noun.dep_ == "poss":
        noun = noun.head  # "no customer's contract" is no contract
    if still_to_do := _to_do(noun):
        return [noun, *still_to_do]
    if token.dep_ in ("preconj", "cc") or noun.pos_ in ("VERB", "AUX", "ADJ"):
        return _opened(noun) if noun.pos_ in ("VERB", "AUX") else [noun]
    if noun.dep_ in ("nsubj", "nsubjpass"):
        return _opened(noun.head)
    if noun.dep_ in ("dobj", "attr"):
        return [noun, noun.head] if noun.head.pos_ == "VERB" else [noun]
    before = noun.dep_ == "pobj" and noun.head.head.pos_ in ("VERB", "AUX") and noun.i < noun.head.head.i
    if before and token.lower_ == "neither":
        return _opened(noun.head.head)
    return [noun] if noun.pos_ in _THINGS else []


def _to_do(noun: Token) -> list[Token]:
    """The deed that "no agent to install" says is not needed."""
    return [
        deed
        for deed in noun.children
        if deed.i > noun.i
        and deed.dep_ in ("acl", "relcl")
        and deed.tag_ == "VB"
        and deed.nbor(-1).lower_ == "to"
    ]


def _could(thing: Token) -> list[Token]:
    """What somebody who is not there could do: "without a board that could change the text"."""
    deeds = [deed for deed in thing.children if deed.dep_ == "relcl"]
    able = [deed for deed in deeds if any(child.tag_ == "MD" for child in deed.children)]
    return [below for deed in able for below in _opened(deed)]


def _of_something(thing: Token) -> list[Token]:
    """The deed of "not something we issue"."""
    if thing.lower_ not in ("something", "anything"):
        return []
    return [below for deed in thing.children if deed.dep_ == "relcl" for below in _opened(deed)]


def _freed(token: Token) -> list[Token]:
    """What something is free of: "free of salt", "free from salt", "salt-free"."""
    found = [below for child in token.children if child.lower_ in ("of", "from") for below in _objects(child)]
    if token.i >= 2 and token.nbor(-1).text == "-":
        found.append(token.nbor(-2))
    return found


def _objects(preposition: Token) -> list[Token]:
    return [child for child in preposition.children if child.dep_ in ("pobj", "pcomp")]


def _opened(head: Token) -> list[Token]:
    """A verb with what completes it, link by link: "is not able to stop" reaches "stop"."""
    if head.pos_ == "ADP":
        return _objects(head)
    below = [child for child in head.children if child.dep_ in _BELOW]
    if head.lemma_.lower() in _SAID:
        told_of = [child for child in head.children if child.dep_ == "ccomp"]
        below += told_of
        below += [
            part for told in told_of for deed in told.children if _is_told_too(deed) for part in _opened(deed)
        ]
    further = [
        deed for child in below if child.dep_ in ("acomp", "xcomp", "ccomp") for deed in _opened(child)[1:]
    ]
    return [head, *below, *further]


def _is_told_too(deed: Token) -> bool:
    """The second clause of "claim that it helps or that it heals", which the parser hangs under the first."""
    return deed.dep_ == "ccomp" and any(child.dep_ == "mark" for child in deed.children)


def _alike(word: Token) -> list[Token]:
    """What is denied along with `word`: "does not store or sell", "without salt, sugar or oil"."""
    found, last = [], word
    while rest := [child for child in last.children if child.dep_ == "conj"]:
        found.append(rest[0])
        last = rest[0]
    joined = any(child.lower_ in ("or", "nor") for token in (word, *found) for child in token.children)
    things = word.pos_ in _THINGS and word.dep_ == "pobj"
    if not joined and not things:
        return []
    return [part for other in found for part in (_opened(other) if other.pos_ == "VERB" else [other])]


def _hyphened(word: Token) -> list[Token]:
    """A word with what a hyphen joins it to: the parser takes "plug-in" apart."""
    beside = list(word.doc)[max(0, word.i - 2) : word.i + 3]
    return [word] + [part for part in beside if abs(part.i - word.i) == 2 and _hyphen_between(part, word)]


def _hyphen_between(one: Token, other: Token) -> bool:
    return one.doc[(one.i + other.i) // 2].text == "-"


def _sets_a_mark(token: Token) -> bool:
    """ "No oven bakes more evenly than ours" denies nothing of ours: it says that it bakes most evenly."""
    if token.lower_ not in _NOBODY and token.lower_ != "never":
        return False
    graded = False
    for word in list(token.doc)[token.i + 1 :]:
        if word.is_punct:
            return False
        graded = graded or word.tag_ in ("JJR", "RBR")
        if graded and word.lower_ == "than":
            return True
    return False
