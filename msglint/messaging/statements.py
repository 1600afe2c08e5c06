"""Every approved wording of the messaging document: what a claim is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.model import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from msglint.messaging.schema import Category, Handoff, Messaging, MessagingStatement


def statements_of(document: Messaging) -> tuple[Statement, ...]:
    """All wordings of approved entries in the order of the document; drafts and retired entries give none."""
    return tuple(_statements(document))


def category_sentence(document: Messaging, category: Category) -> str:
    """The category's own statement, or the sentence that its name stands for."""
    if category.statement:
        return category.statement
    article = "an" if category.name[0].lower() in "aeiou" else "a"
    return f"{document.company.name} is {article} {category.name}."


def audiences_and_markets(document: Messaging) -> tuple[frozenset[str], frozenset[str]]:
    """The audiences, competitor policies' places included, and the markets that a document names."""
    entries = [entry for _, section in document.statement_sections for entry in section]
    audiences = {audience for entry in entries for audience in entry.audiences}
    audiences |= {place for rival in document.competitors for place in rival.named_in or ()}
    for exceptions in (
        *(t.exceptions for t in document.terminology),
        *(w.exceptions for w in document.banned_claim_words),
    ):
        audiences |= set(exceptions)
    return frozenset(audiences), frozenset(market for entry in entries for market in entry.markets)


def _statements(document: Messaging) -> Iterator[Statement]:
    if category := document.category:
        sentence = category_sentence(document, category)
        yield from _wordings("category", category.id, category.id, sentence, category.variants)
    for product in document.products:
        yield from _wordings("products", product.id, product.id, product.statement, product.variants)
    for section, entries in document.statement_sections:
        for entry in entries:
            if entry.status == "approved":
                yield from _of_entry(section, entry)
    for rival in document.competitors:
        yield from _wordings("competitors", rival.id, rival.id, rival.statement, rival.variants)
    for team in document.teams:
        yield from _wordings("teams", team.id, team.id, team.success)
    for handoff in document.handoffs:
        yield from _of_handoff(handoff)


def _of_entry(section: str, entry: MessagingStatement) -> Iterator[Statement]:
    negative = section == "negative_statements"
    for wording in _wordings(section, entry.id, entry.id, entry.statement, entry.variants):
        yield Statement(wording.entry_id, wording.root_id, section, wording.text, negative)
    for proof in entry.proof_points:
        yield from _wordings(section, proof.id, entry.id, proof.statement, proof.variants)


def _of_handoff(handoff: Handoff) -> Iterator[Statement]:
    for text in (handoff.sender_expects, handoff.receiver_expects):
        yield Statement(handoff.id, handoff.id, "handoffs", text)


def _wordings(
    section: str, entry_id: str, root_id: str, text: str | None, variants: tuple[str, ...] = ()
) -> Iterator[Statement]:
    for wording in dict.fromkeys((text, *variants)):
        if wording:
            yield Statement(entry_id, root_id, section, wording)
