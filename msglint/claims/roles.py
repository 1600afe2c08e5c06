"""Who does what to whom: the slot each noun fills, the same in active and passive, for "buy" and "sell"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.claims.nlp import dictionary, only_nouns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

AGENT, PATIENT, RECIPIENT, SOURCE, IS = "agent", "patient", "to", "from", "is"
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_MODIFIES = frozenset({"compound", "nmod", "amod", "npadvmod"})
# Seen from who receives: the verb for it, and which slot each slot of the giving verb is.
_GIVING = {
    **dict.fromkeys(["sell", "resell", "vend"], "buy"),
    **dict.fromkeys(
        ["give", "supply", "provide", "deliver", "send", "ship", "donate", "grant", "award", "hand", "issue",
         "furnish", "pass", "transfer", "present"],
        "get",
    ),
    **dict.fromkeys(["lend", "loan"], "borrow"),
    "teach": "learn",
}  # fmt: skip
_TAKING = {
    **dict.fromkeys(["buy", "purchase", "acquire"], "buy"),
    **dict.fromkeys(["get", "receive", "obtain", "collect"], "get"),
    "borrow": "borrow",
    "learn": "learn",
}
# Verbs for both sides: "to" or "from" tells which.
_EITHER = frozenset({"lease", "rent", "hire", "let", "license", "charter"})
_TURNED = {AGENT: SOURCE, RECIPIENT: AGENT, "for": AGENT}
# "choose X as Y", "think of X as Y": what follows "as" is said of the object.
_CALLING = frozenset(
    ["accept", "adopt", "advertise", "announce", "appoint", "appreciate", "approve", "award", "back",
     "bill", "book", "brand", "call", "categorise", "categorize", "celebrate", "certify", "choose",
     "cite", "class", "classify", "consider", "credit", "define", "deploy", "describe", "design",
     "develop", "dismiss", "employ", "endorse", "engage", "establish", "experience", "file", "fit",
     "give", "hail", "hire", "identify", "import", "install", "introduce", "keep", "know", "label",
     "launch", "license", "list", "love", "market", "mean", "mention", "name", "need", "nominate",
     "offer", "pick", "pitch", "portray", "position", "praise", "present", "promote", "publish", "rank",
     "rate", "read", "recognise", "recognize", "recommend", "refer", "regard", "register", "release",
     "rent", "retain", "revere", "see", "sell", "select", "send", "set", "show", "specify", "supply",
     "take", "tag", "think", "treat", "trust", "understand", "use", "value", "view", "want"]
)  # fmt: skip
# "supply X with Y" and "provide X with Y" name who receives first.
_EQUIPPING = frozenset({"supply", "provide", "furnish", "present"})


def slots(doc: Doc | Span) -> dict[int, str]:
    """For each noun by its index the word that governs it and how: "buy:agent", "house:near"."""
    return {token.i: f"{found[0]}:{found[1]}" for token in doc if (found := _slot(token))}


def modified(token: Token) -> Token | None:
    """The noun that a word describes from in front, None if it stands for itself."""
    head = token.head
    if token.dep_ in _MODIFIES and head.i != token.i:
        return head if head.pos_ in _NOUNS else modified(head)
    return None


def word_class(token: Token) -> str:
    """The part of speech, mended where a capital at the start of the sentence misled the parser.

    A word that no dictionary has is a name there, and a plural that it has is none. No name is all small, and
    "backup" in "backup service" is no adjective.
    """
    if token.pos_ == "PROPN" and token.text.islower():
        return "NOUN"
    if token.pos_ == "ADJ" and token.dep_ in _MODIFIES and token.lower_ in only_nouns():
        return "NOUN"
    if not token.is_sent_start or not token.text[0].isupper() or token.pos_ not in ("NOUN", "PROPN"):
        return token.pos_
    if token.pos_ == "NOUN":
        forms = {token.lower_, token.lemma_.lower()}
        return "NOUN" if forms & dictionary() or token.dep_ == "compound" else "PROPN"
    plural = token.lower_.endswith("s") and token.lower_[:-1] in dictionary()
    return "NOUN" if plural and token.dep_ != "compound" and not token.ent_type_ else "PROPN"


def _slot(token: Token) -> tuple[str, str] | None:
    if token.pos_ not in _NOUNS or modified(token) is not None:
        return None
    head, dep = token.head, token.dep_
    if dep == "conj":
        return _slot(head) if head.pos_ in _NOUNS else None
    if dep in ("attr", "oprd"):
        return next(((subject.lemma_.lower(), IS) for subject in _subjects(head)), None)
    if dep == "appos":
        return head.lemma_.lower(), IS
    if dep == "poss":
        return head.lemma_.lower(), "of"
    if dep == "pobj":
        return _after_preposition(head)
    if dep in ("nsubj", "nsubjpass", "dobj", "dative", "iobj") and head.pos_ in ("VERB", "AUX", "NOUN"):
        return _turned(head, _relation(token))
    return None


def _relation(token: Token) -> str:
    """The plain slot of a verb's own nouns, the voice undone."""
    dep, verb = token.dep_, token.head
    has_object = any(child.dep_ == "dobj" for child in verb.children)
    if dep == "nsubj":
        return AGENT
    if dep == "nsubjpass":
        return RECIPIENT if has_object else PATIENT
    return PATIENT if dep == "dobj" else RECIPIENT


def _after_preposition(preposition: Token) -> tuple[str, str] | None:
    governor, relation = preposition.head, preposition.lower_
    if governor.dep_ == "prep" and governor.pos_ in ("ADP", "SCONJ"):
        governor, relation = governor.head, f"{governor.lower_} {relation}"
    if relation == "as":
        return next(((noun.lemma_.lower(), IS) for noun in _called(governor)), None)
    verb = governor if governor.pos_ in ("VERB", "AUX") else governor.head
    if relation == "by" and _is_passive(verb):
        return _turned(verb, AGENT)
    if governor.pos_ in ("VERB", "AUX"):
        return _turned(governor, relation)
    return governor.lemma_.lower(), relation


def _called(governor: Token) -> Iterator[Token]:
    """Whom "as a courier" describes: what is chosen or seen so, else who does what the verb says."""
    verb = governor
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    objects += [
        noun
        for child in verb.children
        if child.lower_ in ("of", "to", "on", "about")
        for noun in child.children
        if noun.dep_ == "pobj"
    ]
    if verb.lemma_.lower() in _CALLING:
        yield from objects
    yield from _subjects(verb)
    yield from objects


def _is_passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" or any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def _subjects(verb: Token) -> Iterator[Token]:
    yield from (child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass"))


def _turned(verb: Token, relation: str) -> tuple[str, str]:
    """The verb's slot as who receives would tell it."""
    lemma = verb.lemma_.lower()
    if lemma in _EQUIPPING and any(child.lower_ == "with" for child in verb.children):
        relation = {PATIENT: RECIPIENT, "with": PATIENT}.get(relation, relation)
    if lemma in _TAKING:
        return _TAKING[lemma], relation
    if lemma in _GIVING:
        return _GIVING[lemma], _TURNED.get(relation, relation)
    if lemma in _EITHER:
        after = {child.lower_ for child in verb.children if child.dep_ in ("prep", "dative")}
        out = "to" in after or any(child.dep_ == "prt" and child.lower_ == "out" for child in verb.children)
        return f"take {lemma}", _TURNED.get(relation, relation) if out else relation
    return lemma, relation
