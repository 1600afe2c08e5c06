"""Facts, claims and candidates read from plain sentences, with the names of a small made-up company."""

from __future__ import annotations

from functools import cache

from msglint.claims.names import NameFinder
from msglint.claims.read import read_statements, read_whole
from msglint.messaging.names import KnownName
from msglint.model import BlockKind, Candidate, Claim, Facts, Statement

KNOWN = (
    KnownName("Larkmill", "company"),
    KnownName("Larkmill Ltd", "company"),
    KnownName("Larkmill Ledger", "product", "P-1"),
    KnownName("Larkmill Match", "product", "P-2"),
    KnownName("Invoice Wizard", "retired-product", "P-1", "Larkmill Ledger"),
    KnownName("invoice automation platform", "category", "CAT"),
    KnownName("document scanner", "retired-category", "CAT", "invoice automation platform"),
    KnownName("smart inbox", "avoided-term", "T-1", "shared mailbox"),
    KnownName("Paperjam", "competitor", "C-1"),
    KnownName("Billbird", "competitor", "C-2"),
    KnownName("Norfield Hotels", "customer", "PP-1"),
    KnownName("Ostrava Foods", "customer", "PP-2"),
)
APPROVED = (
    "Larkmill is an invoice automation platform.",
    "Larkmill Ledger reads invoices, and Larkmill Match compares them with orders.",
)


@cache
def finder() -> NameFinder:
    return NameFinder(KNOWN, APPROVED)


@cache
def facts(text: str) -> Facts:
    return read_statements([text], finder())[0]


@cache
def claim(text: str, kind: BlockKind = BlockKind.BODY) -> Claim:
    return read_whole([(text, kind)], finder())[0]


def candidate(
    text: str,
    *others: str,
    negative: bool = False,
    entry: str = "S-1",
    root: str = "",
    similarity: float = 0.8,
    section: str = "value_propositions",
) -> Candidate:
    """The statement `text` as a candidate; `others` are further wordings of it."""
    statement = Statement(entry, root or entry, section, text, negative)
    family = tuple(facts(wording) for wording in (text, *others))
    return Candidate(statement, family[0], family, similarity, similarity, 1.7 * similarity)
