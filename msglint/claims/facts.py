"""Read the facts out of a parsed sentence; the same reading serves claims and approved statements."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.claims import cues
from msglint.claims.dates import dates, points_in_time
from msglint.claims.denial import denials, denied
from msglint.claims.entities import other_names
from msglint.claims.modality import rungs
from msglint.claims.provisos import provisos
from msglint.claims.quantifiers import governor, lists, prepositions, quantifiers
from msglint.claims.quantities import numbered, quantities
from msglint.claims.roles import modified, slots, word_class
from msglint.model import Cue, DateSpan, Facts, Name, Quantity, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

    from msglint.claims.names import NameFinder

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
_QUOTED = re.compile(r"^\s*[\"“„«‘'].{8,}[\"”«»’']")
_LIGHT = frozenset(
    [
        "be",
        "have",
        "do",
        "make",
        "give",
        "go",
        "get",
        "take",
        "use",
        "put",
        "say",
        "see",
        "show",
        "become",
        "seem",
        "can",
        "could",
        "may",
        "might",
        "must",
        "shall",
        "should",
        "will",
        "would",
        "many",
        "much",
        "more",
        "most",
        "few",
        "less",
        "least",
        "other",
        "such",
        "same",
        "own",
        "several",
        "various",
        "enough",
        "last",
        "first",
        "next",
    ]
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def read_facts(doc: Doc | Span, names: NameFinder) -> Facts:
    """Facts of one sentence; all spans count characters from its start."""
    text = doc.text
    spans = dates(text)
    times = points_in_time(text, spans)
    digits = [cue for cue in times if cue.kind.startswith(("day", "clock"))]
    counted = quantities(_blank(text, (*spans, *digits)))
    known = names.find(text)
    rung, cue = cues.strength(text)
    return Facts(
        words=_words(doc),
        quantities=tuple(_with_noun(doc, quantity) for quantity in counted if not _inside(quantity, known)),
        dates=spans,
        names=known + other_names(doc, known),
        negations=cues.negations(text),
        hedges=cues.cues(cues.HEDGES, text),
        universals=_universals(doc),
        totals=tuple(noun.lemma_.lower() for _, noun in _totals(doc)),
        limits=cues.cues(cues.LIMITED, text),
        conditions=cues.cues(cues.CONDITIONS, text),
        statistics=cues.statistics(text),
        superlatives=cues.superlatives(text),
        comparatives=_comparatives(doc),
        periods=cues.periods(text),
        cadences=cues.cadences(text, counted),
        strength=rung,
        strength_cue=cue,
        denials=_denials(doc),
        quantifiers=quantifiers(doc),
        prepositions=prepositions(doc),
        lists=lists(doc),
        times=times,
        numbered=numbered(text),
        provisos=provisos(text),
        is_question=text.rstrip().rstrip("\"”'").endswith("?"),
        is_quote=bool(_QUOTED.match(text)),
        is_fragment=not any(token.tag_ in _FINITE for token in doc),
    )


def _blank(text: str, spans: tuple[DateSpan | Cue, ...]) -> str:
    for span in spans:
        text = text[: span.start] + "§" * (span.end - span.start) + text[span.end :]
    return text


def _words(doc: Doc | Span) -> tuple[Word, ...]:
    offset = _offset(doc)
    negated, committed, filled = denied(doc), rungs(doc), slots(doc)
    return tuple(
        Word(
            t.text,
            t.lemma_.lower(),
            word_class(t),
            t.i in negated,
            t.idx - offset,
            t.idx - offset + len(t.text),
            governor(t),
            committed.get(t.i),
            filled.get(t.i, ""),
            noun.idx - offset if (noun := modified(t)) else -1,
        )
        for t in doc
        if t.pos_ in _CONTENT and any(map(str.isalpha, t.text)) and not _is_light(t)
    )


def _denials(doc: Doc | Span) -> tuple[Cue, ...]:
    offset = _offset(doc)
    return tuple(Cue(t.lower_, t.idx - offset, t.idx - offset + len(t.text)) for t, _ in denials(doc))


def _is_light(token: Token) -> bool:
    """Stop words that carry no meaning of their own; "keep" and "full" are on spaCy's list but do."""
    if not token.is_stop or token.pos_ in ("NOUN", "PROPN"):
        return False
    return token.pos_ == "ADV" or token.lemma_.lower() in _LIGHT


def _offset(doc: Doc | Span) -> int:
    return doc[0].idx if len(doc) else 0


_TOTAL = frozenset({"each", "every", "all", "any", "both", "per"})


def _totals(doc: Doc | Span) -> Iterator[tuple[Token, Token]]:
    """Each word such as "every" or "per" with the noun it stands before."""
    for token in doc:
        if token.lower_ in _TOTAL:
            below = [child for child in token.children if child.dep_ == "pobj"]
            below += [
                grandchild
                for child in token.children
                if child.lower_ == "of"
                for grandchild in child.children
            ]
            yield token, below[0] if below else token.head


def _universals(doc: Doc | Span) -> tuple[Cue, ...]:
    offset = _offset(doc)
    nouns = {token.idx - offset: noun.lemma_.lower() for token, noun in _totals(doc)}
    return tuple(replace(cue, kind=nouns.get(cue.start, "")) for cue in cues.universals(doc.text))


def _comparatives(doc: Doc | Span) -> tuple[Cue, ...]:
    offset = _offset(doc)
    graded = [token for token in doc if token.tag_ in ("JJR", "RBR")]
    return tuple(
        Cue(t.lower_, t.idx - offset, t.idx - offset + len(t.text), t.head.lemma_.lower()) for t in graded
    )


def _with_noun(doc: Doc | Span, quantity: Quantity) -> Quantity:
    offset = _offset(doc)
    for token in doc:
        if quantity.start <= token.idx - offset < quantity.end and token.like_num:
            noun = token.head if token.head.pos_ in ("NOUN", "PROPN") else None
            if noun is not None and token.dep_ in ("nummod", "quantmod", "compound", "amod"):
                return replace(quantity, noun=noun.lemma_.lower())
    return quantity


def _inside(quantity: Quantity, names: tuple[Name, ...]) -> bool:
    return any(name.start <= quantity.start < name.end for name in names)
