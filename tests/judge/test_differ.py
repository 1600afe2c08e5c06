"""The differ: for every kind of change, what it names and where it stays silent."""

from __future__ import annotations

import pytest
from reader import candidate, claim

from msglint.judge.differ import changes
from msglint.model import ChangeKind

SAVES = "Larkmill saves hotels 3 to 5 hours a week."
MEDIAN = "Across 310 hotels, late payments fell by a median of 38% in 2025."
LIVE = "A hotel is live on Larkmill within 3 weeks, without a project team."
PRICE = "Larkmill Ledger costs €45 per user per month."
UP_TO = "Larkmill helps hotels reduce late payments by up to 50%."
CATEGORY = "Larkmill is an invoice automation platform."
LEDGER = "Larkmill Ledger reads invoices in 3 seconds."
NORFIELD = "Norfield Hotels paid 98% of its invoices on time in 2025."
STORED = "Larkmill does not store card numbers."
REGION = "Larkmill holds all invoices in the European Union."
MOST = "Most hotels cut late payments in the first year."
WEEKLY = "Larkmill updates the forecast every week."
LANGUAGES = "Larkmill reads invoices in English, German and French."

NAMED = [
    (ChangeKind.NUMBER, SAVES, "Larkmill saves hotels 8 hours a week.", "8 hours a week"),
    (ChangeKind.NUMBER, MEDIAN, "Across 400 hotels, late payments fell by a median of 38% in 2025.", "400"),
    (ChangeKind.NUMBER, MEDIAN, "Across 310 hotels, late payments fell by a median of 58% in 2025.", "58%"),
    (ChangeKind.NUMBER, LIVE, "A hotel is live on Larkmill within 6 weeks.", "6 weeks"),
    (ChangeKind.NUMBER, PRICE, "Larkmill Ledger costs €55 per user per month.", "€55 per user per month"),
    (ChangeKind.NUMBER, UP_TO, "Larkmill helps hotels reduce late payments by up to 70%.", "70%"),
    (ChangeKind.NUMBER, NORFIELD, "Norfield Hotels paid 89% of its invoices on time.", "89%"),
    (ChangeKind.UNIT, SAVES, "Larkmill saves hotels 3 to 5 hours a day.", "3 to 5 hours a day"),
    (ChangeKind.UNIT, LIVE, "A hotel is live on Larkmill within 3 days.", "3 days"),
    (ChangeKind.UNIT, LIVE, "A hotel is live on Larkmill within 3 months.", "3 months"),
    (ChangeKind.UNIT, PRICE, "Larkmill Ledger costs $45 per user per month.", "$45 per user per month"),
    (ChangeKind.UNIT, LEDGER, "Larkmill Ledger reads invoices in 3 minutes.", "3 minutes"),
    (ChangeKind.UNIT, WEEKLY, "Larkmill updates the forecast every day.", "every day"),
    (ChangeKind.UNIT, WEEKLY, "Larkmill updates the forecast monthly.", "monthly"),
    (ChangeKind.DATE, MEDIAN, "Late payments in hotels fell by a median of 38% in 2023.", "2023"),
    (ChangeKind.DATE, NORFIELD, "Norfield Hotels paid 98% of its invoices on time in 2026.", "2026"),
    (ChangeKind.DATE, NORFIELD, "Norfield Hotels paid 98% of its invoices in March 2024.", "March 2024"),
    (ChangeKind.DATE, NORFIELD, "Norfield Hotels paid its invoices on time in Q1 2026.", "Q1 2026"),
    (ChangeKind.DATE, MOST, "Most hotels cut late payments in the first month.", "first month"),
    (ChangeKind.DATE, MOST, "Most hotels cut late payments in week one.", "week one"),
    (ChangeKind.NAME, LEDGER, "Invoice Wizard reads invoices in 3 seconds.", "Invoice Wizard"),
    (ChangeKind.NAME, LEDGER, "The Invoice Wizards read invoices.", "Invoice Wizards"),
    (ChangeKind.NAME, LEDGER, "Larkmill Ledger sends invoices to a smart inbox.", "smart inbox"),
    (ChangeKind.NAME, LEDGER, "Smart inboxes read invoices.", "Smart inboxes"),
    (ChangeKind.NAME, LEDGER, "With Larkmill Reader hotels read invoices in 3 seconds.", "Larkmill Reader"),
    (ChangeKind.NAME, LEDGER, "We offer Larkmill Insights for invoices.", "Larkmill Insights"),
    (ChangeKind.CATEGORY, CATEGORY, "Larkmill is a document scanner.", "document scanner"),
    (ChangeKind.CATEGORY, CATEGORY, "We make document scanners.", "document scanners"),
    (
        ChangeKind.CATEGORY,
        CATEGORY,
        "Larkmill is a treasury management system.",
        "treasury management system",
    ),
    (ChangeKind.CATEGORY, CATEGORY, "We are a workforce planning suite.", "workforce planning suite"),
    (ChangeKind.CATEGORY, CATEGORY, "Larkmill is an ERP.", "ERP"),
    (ChangeKind.CATEGORY, CATEGORY, "Our company offers a payments network.", "payments network"),
    (ChangeKind.SCOPE, MOST, "All hotels cut late payments in the first year.", "all"),
    (ChangeKind.SCOPE, MOST, "Every hotel cuts late payments in the first year.", "every"),
    (
        ChangeKind.SCOPE,
        UP_TO,
        "Regardless of size, Larkmill helps hotels reduce late payments.",
        "regardless of",
    ),
    (ChangeKind.SCOPE, REGION, "Larkmill stores invoices worldwide.", "worldwide"),
    (ChangeKind.SCOPE, UP_TO, "Larkmill helps hotels of any size reduce late payments.", "any size"),
    (ChangeKind.SCOPE, UP_TO, "Larkmill helps everyone reduce late payments.", "everyone"),
    (ChangeKind.STRENGTH, UP_TO, "Larkmill guarantees fewer late payments.", "guarantees"),
    (ChangeKind.STRENGTH, UP_TO, "Larkmill eliminates late payments.", "eliminates"),
    (ChangeKind.STRENGTH, UP_TO, "Larkmill ensures that hotels pay on time.", "ensures"),
    (ChangeKind.STRENGTH, LEDGER, "Larkmill Ledger is the fastest way to read invoices.", "fastest"),
    (ChangeKind.STRENGTH, CATEGORY, "Larkmill is the leading invoice automation platform.", "leading"),
    (ChangeKind.STRENGTH, CATEGORY, "Larkmill is the best invoice automation platform.", "the best"),
    (ChangeKind.STRENGTH, CATEGORY, "Larkmill is the only invoice automation platform.", "the only"),
    (ChangeKind.STRENGTH, CATEGORY, "The world's first invoice automation platform", "world's first"),
    (ChangeKind.QUALIFIER, UP_TO, "Larkmill reduces late payments of hotels by 50%.", "50%"),
    (ChangeKind.QUALIFIER, MEDIAN, "Late payments fell by an average of 38%.", "average"),
    (ChangeKind.QUALIFIER, MEDIAN, "Late payments fell by 38% on average.", "on average"),
    (ChangeKind.QUALIFIER, MEDIAN, "Late payments fell by 38% at best.", "at best"),
    (ChangeKind.QUALIFIER, MEDIAN, "Late payments fell by a maximum of 38%.", "maximum"),
    (ChangeKind.QUALIFIER, MEDIAN, "Late payments fell by a mean of 38%.", "mean"),
    (ChangeKind.POLARITY, STORED, "Larkmill stores card numbers.", "stores"),
    (ChangeKind.POLARITY, STORED, "Larkmill does store card numbers.", "store"),
    (ChangeKind.POLARITY, REGION, "Larkmill does not hold invoices in the European Union.", "not hold"),
    (ChangeKind.POLARITY, REGION, "Larkmill never holds invoices in the European Union.", "never holds"),
    (ChangeKind.POLARITY, "Larkmill encrypts invoices.", "Larkmill decrypts invoices.", "decrypts"),
    (ChangeKind.POLARITY, "Late payments decrease.", "Late payments increase.", "increase"),
    (
        ChangeKind.POLARITY,
        "Hotels pay per invoice and not per user.",
        "Hotels pay per user and not per invoice.",
        "user",
    ),
    (ChangeKind.ENTITY, NORFIELD, "Ostrava Foods paid 98% of its invoices on time in 2025.", "Ostrava Foods"),
    (ChangeKind.ENTITY, LEDGER, "Larkmill Match reads invoices in 3 seconds.", "Larkmill Match"),
    (ChangeKind.ENTITY, "Larkmill works beside Paperjam.", "Larkmill works beside Billbird.", "Billbird"),
    (ChangeKind.ENTITY, "Invoices are stored in Frankfurt.", "Invoices are stored in Dublin.", "Dublin"),
    (ChangeKind.ENTITY, "Larkmill serves hotels in Germany.", "Larkmill serves hotels in France.", "France"),
    (ChangeKind.ENTITY, NORFIELD, "At Ostrava Foods 98% of invoices were paid on time.", "Ostrava Foods"),
]


@pytest.mark.parametrize(
    ("kind", "approved", "said", "found"), NAMED, ids=[f"{row[0].value}: {row[2]}" for row in NAMED]
)
def test_names_the_change(kind: ChangeKind, approved: str, said: str, found: str) -> None:
    named = [change for change in changes(claim(said), candidate(approved)) if change.kind is kind]
    assert found.lower() in [
        change.found.lower().removeprefix("up to ").removeprefix("within ") for change in named
    ]
    for change in named:
        assert said[change.start : change.end].lower() in change.found.lower()


SILENT = [
    (ChangeKind.NUMBER, SAVES, "Hotels get 36 to 60 minutes a day back with Larkmill."),
    (ChangeKind.NUMBER, SAVES, "Larkmill saves hotels up to 5 hours a week."),
    (ChangeKind.NUMBER, MEDIAN, "In more than 300 hotels, late payments fell by a median of 38%."),
    (ChangeKind.NUMBER, MEDIAN, "Late payments fell by well over a third at the median."),
    (ChangeKind.NUMBER, LIVE, "A hotel is live on Larkmill within 21 days."),
    (ChangeKind.NUMBER, PRICE, "Ten users of Larkmill Ledger cost €450 per month."),
    (ChangeKind.NUMBER, NORFIELD, "Norfield Hotels paid only 2% of its invoices late."),
    (ChangeKind.NUMBER, LEDGER, "Larkmill Ledger works with Microsoft 365 and is ISO 27001 certified."),
    (ChangeKind.UNIT, LIVE, "A hotel is live on Larkmill within 21 days."),
    (ChangeKind.UNIT, PRICE, "Larkmill Ledger costs 45 euros a user each month."),
    (ChangeKind.UNIT, PRICE, "Larkmill Ledger costs €540 per user per year."),
    (ChangeKind.UNIT, LEDGER, "Larkmill Ledger needs 3 secs for an invoice."),
    (ChangeKind.UNIT, WEEKLY, "Larkmill updates the forecast weekly."),
    (ChangeKind.UNIT, SAVES, "Hotels work with Larkmill every day."),
    (ChangeKind.DATE, NORFIELD, "In March 2025 Norfield Hotels paid its invoices on time."),
    (ChangeKind.DATE, NORFIELD, "Norfield Hotels paid its invoices on time."),
    (ChangeKind.DATE, MOST, "Most hotels cut late payments in year one."),
    (ChangeKind.DATE, LEDGER, "Larkmill Ledger has read invoices since 2019."),
    (ChangeKind.DATE, MEDIAN, "Founded in 2014, Larkmill grows."),
    (ChangeKind.DATE, MEDIAN, "In the second half of 2025 late payments in hotels fell by a median of 38%."),
    (ChangeKind.NAME, LEDGER, "Larkmill's Ledger reads invoices."),
    (ChangeKind.NAME, LEDGER, "Larkmill Match compares invoices with orders."),
    (ChangeKind.NAME, LEDGER, "At Larkmill Group we read invoices."),
    (ChangeKind.NAME, LEDGER, "A wizard reads your invoice."),
    (ChangeKind.NAME, LEDGER, "Our inbox is smart."),
    (ChangeKind.NAME, NORFIELD, "Ostrava Foods paid 98% on time."),
    (ChangeKind.CATEGORY, CATEGORY, "The invoice automation platform from Larkmill"),
    (ChangeKind.CATEGORY, CATEGORY, "Larkmill is an invoice-automation platform."),
    (ChangeKind.CATEGORY, CATEGORY, "Larkmill is the automation platform for invoices."),
    (ChangeKind.CATEGORY, CATEGORY, "Hotels use a property management system."),
    (ChangeKind.CATEGORY, CATEGORY, "Paperjam is a document management system."),
    (ChangeKind.CATEGORY, CATEGORY, "Larkmill pays hotels."),
    (ChangeKind.SCOPE, MOST, "Many hotels cut late payments in the first year."),
    (ChangeKind.SCOPE, MOST, "Nearly all hotels cut late payments."),
    (ChangeKind.SCOPE, REGION, "All invoices are stored in the European Union."),
    (ChangeKind.SCOPE, UP_TO, "Every week Larkmill helps hotels reduce late payments."),
    (ChangeKind.SCOPE, UP_TO, "All in all, Larkmill reduces late payments."),
    (ChangeKind.SCOPE, LANGUAGES, "Larkmill reads invoices in English and German."),
    (ChangeKind.STRENGTH, UP_TO, "Larkmill does not guarantee fewer late payments."),
    (ChangeKind.STRENGTH, UP_TO, "Larkmill can reduce late payments."),
    (ChangeKind.STRENGTH, UP_TO, "With Larkmill hotels pay on time."),
    (ChangeKind.STRENGTH, UP_TO, "At best, Larkmill halves late payments."),
    (ChangeKind.STRENGTH, "Larkmill guarantees a reply in one day.", "A reply in one day is guaranteed."),
    (ChangeKind.STRENGTH, CATEGORY, "Larkmill follows best practices for invoice automation."),
    (ChangeKind.QUALIFIER, UP_TO, "Late payments fall by up to 50% with Larkmill."),
    (ChangeKind.QUALIFIER, MEDIAN, "Late payments typically fell by 38%."),
    (ChangeKind.QUALIFIER, MEDIAN, "Late payments fell by a median of 38%."),
    (ChangeKind.QUALIFIER, MEDIAN, "On average, hotels like us."),
    (ChangeKind.QUALIFIER, LIVE, "On average, a hotel is live within 3 weeks."),
    (ChangeKind.QUALIFIER, SAVES, "Larkmill saves hotels 3 to 5 hours a week."),
    (ChangeKind.POLARITY, STORED, "Larkmill never stores card numbers."),
    (ChangeKind.POLARITY, STORED, "Card numbers are not stored by Larkmill."),
    (ChangeKind.POLARITY, REGION, "Larkmill holds invoices in the European Union, not only contracts."),
    (ChangeKind.POLARITY, LIVE, "A hotel is live in 3 weeks and needs no project team."),
    (ChangeKind.POLARITY, LIVE, "A hotel is live on Larkmill in no more than 3 weeks."),
    (ChangeKind.POLARITY, NORFIELD, "Norfield Hotels did not pay 2% of its invoices on time."),
    (ChangeKind.ENTITY, NORFIELD, "Norfield paid 98% of its invoices on time."),
    (ChangeKind.ENTITY, NORFIELD, "Norfield Hotels paid on time."),
    (ChangeKind.ENTITY, LEDGER, "The Ledger reads invoices in 3 seconds."),
    (ChangeKind.ENTITY, "Larkmill serves hotels in Germany.", "Larkmill serves German hotels."),
    (ChangeKind.ENTITY, "Larkmill serves hotels in the United States.", "Larkmill serves hotels in the US."),
    (ChangeKind.ENTITY, UP_TO, "Larkmill helps Norfield Hotels reduce late payments."),
]


@pytest.mark.parametrize(
    ("kind", "approved", "said"), SILENT, ids=[f"{row[0].value}: {row[2]}" for row in SILENT]
)
def test_stays_silent(kind: ChangeKind, approved: str, said: str) -> None:
    assert [change for change in changes(claim(said), candidate(approved)) if change.kind is kind] == []


def test_every_kind_has_cases_of_both_sorts() -> None:
    for kind in ChangeKind:
        assert sum(row[0] is kind for row in NAMED) >= 6
        assert sum(row[0] is kind for row in SILENT) >= 6


@pytest.mark.parametrize(
    ("said", "variant"),
    [
        ("Larkmill saves hotels 20 minutes a day.", "That is 20 minutes a day."),
        ("All hotels save 3 to 5 hours a week.", "All hotels that use Larkmill save time."),
        ("The fastest hotels save 3 to 5 hours a week.", "The fastest hotels save more."),
    ],
)
def test_any_wording_of_a_statement_supports_a_claim(said: str, variant: str) -> None:
    assert changes(claim(said), candidate(SAVES)) != ()
    assert changes(claim(said), candidate(SAVES, variant)) == ()


def test_a_change_shows_what_is_approved() -> None:
    found = {
        change.kind: change.approved
        for change in changes(claim("Invoice Wizard costs €55 per user per month."), candidate(PRICE))
    }
    assert found[ChangeKind.NAME] == "Larkmill Ledger"
    assert found[ChangeKind.NUMBER] == "€45 per user per month"


def test_changes_are_named_once() -> None:
    found = changes(claim("All hotels save 8 hours a week."), candidate(SAVES, SAVES))
    assert len(found) == len(set(found)) == 2
