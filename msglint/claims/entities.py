"""Names that the messaging does not know, as the parser and capitals show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.claims.dates import MONTHS
from msglint.model import Name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_ENTITY_LABELS = frozenset(
    {"ORG", "PRODUCT", "GPE", "LOC", "PERSON", "NORP", "FAC", "EVENT", "WORK_OF_ART", "LAW"}
)
# Capitalised words that name no one: the calendar, currencies and offices.
_NOT_NAMES = frozenset(MONTHS) | frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "christmas",
        "easter",
        "eur",
        "usd",
        "gbp",
        "chf",
        "ceo",
        "cfo",
        "cmo",
        "cto",
        "cio",
        "coo",
        "cro",
        "ciso",
        "hr",
        "it",
        "qa",
        "faq",
        "b2b",
        "saas",
        "ai",
        "api",
        "kpi",
        "roi",
        "general",
        "counsel",
        "director",
        "manager",
        "head",
        "president",
    ]
)


def other_names(doc: Doc | Span, known: tuple[Name, ...]) -> tuple[Name, ...]:
    """Name-like words that the messaging does not know; none in headlines where every word is capitalised."""
    offset = doc[0].idx if len(doc) else 0
    if _is_headline(doc):
        return ()
    spans = [
        (e.start_char - offset, e.end_char - offset, e.label_) for e in doc.ents if e.label_ in _ENTITY_LABELS
    ]
    spans += [
        (t.idx - offset, t.idx - offset + len(t.text), "")
        for t in doc[1:]
        if t.pos_ == "PROPN"
        and t.text[0].isupper()
        and len(t.text) > 2
        and t.nbor(-1).text not in ('"', "“", ".", ":", "•")
    ]
    found: list[Name] = []
    for start, end, label in spans:
        if not any(name.start < end and start < name.end for name in (*known, *found)):
            text = doc.text[start:end]
            is_label = start == 0 and doc.text[end : end + 1] == ":" and " " not in text
            if (
                not is_label
                and any(letter.isupper() for letter in text)
                and not _NOT_NAMES.issuperset(text.lower().split())
            ):
                found.append(Name(text, "other", label, "", start, end))
    return tuple(sorted(found, key=lambda name: name.start))


def _is_headline(doc: Doc | Span) -> bool:
    """Whether Every Content Word Is Capitalised, so that capitals tell nothing about names."""
    content = [token for token in doc if token.is_alpha and len(token) > 3 and not token.is_stop]
    return len(content) > 2 and all(token.text[0].isupper() for token in content)
