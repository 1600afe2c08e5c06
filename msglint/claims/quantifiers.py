"""Words that say of how many something holds, with the noun they stand before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.claims import cues
from msglint.model import Cue

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_REACH = 6
# What a whole is made of: "our entire fleet of ferries" counts ferries.
_COLLECTIVES = frozenset({
    "fleet", "range", "line", "lineup", "line-up", "team", "catalogue", "catalog", "collection", "portfolio",
    "family", "set", "stock", "selection", "network", "herd", "series", "array",
})  # fmt: skip


def quantifiers(doc: Doc | Span) -> tuple[Cue, ...]:
    """Each quantifier of the sentence; `kind` is the lemma of the noun it counts, "" if it counts none."""
    offset = doc[0].idx if len(doc) else 0
    return tuple(
        Cue(cue.text, cue.start, cue.end, _counted(doc, cue.start + offset, cue.end + offset))
        for cue in cues.cues(cues.QUANTIFIERS, doc.text)
    )


def prepositions(doc: Doc | Span) -> tuple[Cue, ...]:
    """Each preposition and conjunction of time or place; `kind` is the lemma of what it stands before."""
    offset = doc[0].idx if len(doc) else 0
    found = []
    for token in doc:
        if token.pos_ in ("ADP", "SCONJ") or token.dep_ == "prep":
            below = [child for child in token.children if child.dep_ in ("pobj", "pcomp")]
            target = below[0] if below else token.head if token.dep_ == "mark" else None
            if target is not None:
                start = token.idx - offset
                found.append(Cue(token.lower_, start, start + len(token.text), target.lemma_.lower()))
    return tuple(found)


def lists(doc: Doc | Span) -> tuple[tuple[str, ...], ...]:
    """Lemmas of things said side by side, "laptops, phones and tablets", in order."""
    found = []
    for token in doc:
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ != "conj":
            items, last = [token], token
            while rest := [child for child in last.children if child.dep_ == "conj"]:
                items.append(rest[0])
                last = rest[0]
            if len(items) > 1:
                found.append(tuple(item.lemma_.lower() for item in items))
    return tuple(found)


def governor(token: Token) -> str:
    """The lemma of the word that `token` depends on; prepositions, list items and "be" are looked through."""
    while token.dep_ == "conj":
        token = token.head
    head = token.head
    while head.pos_ == "ADP" and head.head != head:
        head = head.head
    if head.lemma_ in ("be", "become", "remain", "stay"):
        wanted = ("acomp", "attr") if token.dep_.startswith("nsubj") else ("nsubj", "nsubjpass")
        other = next((child for child in head.children if child.dep_ in wanted), head)
        return other.lemma_.lower()
    return "" if head == token else head.lemma_.lower()


def _counted(doc: Doc | Span, start: int, end: int) -> str:
    """The first head noun at or after a quantifier: "most of our own hotels" counts hotels."""
    after = [token for token in doc if token.idx >= end][:_REACH]
    for token in after:
        if (token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound")) or token.is_punct:
            break
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ != "compound":
            return _member(token).lemma_.lower()
    inside = [token for token in doc if start <= token.idx < end and token.pos_ == "NOUN"]
    return inside[-1].lemma_.lower() if inside else ""


def _member(noun: Token) -> Token:
    if noun.lemma_.lower() not in _COLLECTIVES:
        return noun
    below = (thing for prep in noun.children if prep.lower_ == "of" for thing in prep.children)
    return next((thing for thing in below if thing.dep_ == "pobj"), noun)
