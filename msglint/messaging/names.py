"""The names a messaging document knows, with the part each one plays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from msglint.messaging.schema import Messaging

IN_USE = ("company", "product", "category", "competitor", "customer")
"""The roles of names that may be said."""


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name as written. `replacement` is what to say instead of a retired one, "" for names in use.

    `role` is company, product, category, competitor or customer for names in use, else retired-product,
    retired-category or avoided-term; `entry_id` is the entry that holds it ("" for the company), `since`
    the ISO date it was given up.
    """

    text: str
    role: str
    entry_id: str = ""
    replacement: str = ""
    still_used_as: str = ""
    since: str = ""


def known_names(document: Messaging) -> tuple[KnownName, ...]:
    """Every name once per role, the longest first, so that the first match is the most specific."""
    unique = {(name.text.casefold(), name.role): name for name in reversed(list(_names(document)))}
    return tuple(sorted(unique.values(), key=lambda name: (-len(name.text), name.text, name.role)))


def _names(document: Messaging) -> Iterator[KnownName]:
    for text in (document.company.name, *document.company.aliases):
        yield KnownName(text, "company")
    for product in document.products:
        for text in (product.name, *product.aliases):
            yield KnownName(text, "product", product.id)
        for text in product.retired:
            yield KnownName(text, "retired-product", product.id, product.name)
    yield from _category_names(document)
    for term in document.terminology:
        for text in term.avoid:
            yield KnownName(text, "avoided-term", term.id, term.use)
    for rival in document.competitors:
        for text in (rival.name, *rival.aliases):
            yield KnownName(text, "competitor", rival.id)
    for _, entries in document.statement_sections:
        for proof in (proof for entry in entries for proof in entry.proof_points):
            if proof.customer:
                yield KnownName(proof.customer, "customer", proof.id)


def _category_names(document: Messaging) -> Iterator[KnownName]:
    category = document.category
    if category is None:
        return
    yield KnownName(category.name, "category", category.id)
    for old in category.retired:
        still, since = old.still_used_as or "", old.since or ""
        yield KnownName(old.name, "retired-category", category.id, category.name, still, since)
