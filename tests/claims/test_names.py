"""Names: those the messaging knows, how they may be spelled, and those that only look like its own."""

from __future__ import annotations

import itertools

import pytest
from reader import finder

from msglint.claims.names import NameFinder, name_pattern
from msglint.messaging.names import KnownName


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Larkmill pays", "Larkmill", "company"),
        ("Larkmill's customers", "Larkmill", "company"),
        ("Larkmill Ltd was founded", "Larkmill Ltd", "company"),
        ("Larkmill Ledger reads", "Larkmill Ledger", "product"),
        ("two Larkmill Ledgers", "Larkmill Ledgers", "product"),
        ("Larkmill-Ledger reads", "Larkmill-Ledger", "product"),
        ("Larkmill\u00a0Ledger reads", "Larkmill\u00a0Ledger", "product"),
        ("Invoice Wizard reads", "Invoice Wizard", "retired-product"),
        ("Invoice Wizards read", "Invoice Wizards", "retired-product"),
        ("an invoice automation platform", "invoice automation platform", "category"),
        ("Invoice Automation Platform", "Invoice Automation Platform", "category"),
        ("an invoice-automation platform", "invoice-automation platform", "category"),
        ("a document scanner", "document scanner", "retired-category"),
        ("document scanners", "document scanners", "retired-category"),
        ("the smart inbox", "smart inbox", "avoided-term"),
        ("Smart inboxes", "Smart inboxes", "avoided-term"),
        ("unlike Paperjam", "Paperjam", "competitor"),
        ("at Norfield Hotels", "Norfield Hotels", "customer"),
    ],
)
def test_known_names(text: str, name: str, role: str) -> None:
    (found,) = finder().find(text)
    assert (found.text, found.role) == (name, role)
    assert text[found.start : found.end] == name


@pytest.mark.parametrize(
    "text",
    [
        "a larkmill",
        "the invoice wizard",
        "InvoiceWizard reads",
        "a paperjammed printer",
        "documents scanned",
        "smartinbox",
    ],
)
def test_what_is_no_known_name(text: str) -> None:
    assert finder().find(text) == ()


@pytest.mark.parametrize(
    ("text", "replacement", "entry"),
    [
        ("Invoice Wizard", "Larkmill Ledger", "P-1"),
        ("document scanner", "invoice automation platform", "CAT"),
        ("smart inbox", "shared mailbox", "T-1"),
        ("Larkmill Match", "", "P-2"),
    ],
)
def test_replacements(text: str, replacement: str, entry: str) -> None:
    (found,) = finder().find(text)
    assert (found.replacement, found.entry_id) == (replacement, entry)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We sell Larkmill Planner to hotels.", "Larkmill Planner"),
        ("Larkmill Insights shows spending.", "Larkmill Insights"),
    ],
)
def test_unknown_products(text: str, name: str) -> None:
    assert name in [found.text for found in finder().find(text) if found.role == "unknown-product"]


@pytest.mark.parametrize(
    "text",
    [
        "Larkmill Ledger reads invoices.",
        "Larkmill Group pays.",
        "Larkmill Reads Invoices For Hotels",
        "At Larkmill we pay.",
        "Larkmill: Faster payments",
    ],
)
def test_no_unknown_products(text: str) -> None:
    assert [found.text for found in finder().find(text) if found.role == "unknown-product"] == []


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Larkmill is a workforce planning suite.", "workforce planning suite"),
        ("We are a payments network.", "payments network"),
        ("We offer a treasury management system.", "treasury management system"),
        ("Larkmill is an ERP.", "ERP"),
        ("Larkmill is an invoice automation platform.", None),
        ("An invoice automation platform for hotels", None),
        ("They offer a treasury management system.", None),
        ("The platform is fast.", None),
        ("Hotels use a property management system.", None),
    ],
)
def test_other_categories(text: str, category: str | None) -> None:
    found = [name.text for name in finder().find(text) if name.role == "other-category"]
    assert found == ([category] if category else [])


def test_the_longest_name_wins() -> None:
    known = [KnownName("Ledger", "product", "P-1"), KnownName("Ledger Pro", "product", "P-2")]
    assert [name.entry_id for name in NameFinder(known).find("Ledger Pro beside Ledger")] == ["P-2", "P-1"]


def test_no_names_known() -> None:
    assert NameFinder(()).find("Acme Search is a code search platform.") == ()


def test_names_are_found_left_to_right_and_apart() -> None:
    text = "Larkmill Ltd renamed Invoice Wizard to Larkmill Ledger, and Paperjam is a document scanner."
    found = finder().find(text)
    assert [name.role for name in found] == [
        "company",
        "retired-product",
        "product",
        "competitor",
        "retired-category",
    ]
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))


@pytest.mark.parametrize("name", ["C++ Tools (Pro)", "A.B", "what?", "S/4", "[x]"])
def test_patterns_quote_what_they_must(name: str) -> None:
    assert NameFinder([KnownName(name, "product", "P")]).find(f"use {name} now")[0].text == name
    assert name_pattern(name)
