"""Which texts are claims at all."""

from __future__ import annotations

import pytest
from reader import claim

from msglint.claims.detect import SETTLED
from msglint.model import BlockKind


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Contact: sales@larkmill.example", "contact line"),
        ("Questions? Write to sales@larkmill.example", "contact line"),
        ("Jane Doe, VP Sales, jane@larkmill.example", "contact line"),
        ("www.larkmill.example", "contact line"),
        ("Tel: +44 20 7946 0958", "contact line"),
        ("By Jane Doe", "byline"),
        ("By Jane Doe | May 2025", "byline"),
        ("5 min read", "byline"),
        ("Published on 3 May 2025", "byline"),
        ("Last updated 3 May 2025", "byline"),
        ("© 2025 Larkmill Ltd", "legal line"),
        ("All rights reserved", "legal line"),
        ("Registered in England", "legal line"),
        ("Larkmill is a registered trademark of Larkmill Ltd.", "legal line"),
        ("Terms and conditions apply", "legal line"),
        ("Strictly confidential", "legal line"),
        ("Confidential – internal use only", "legal line"),
        ("Photo: Jane Doe", "legal line"),
        ("For illustration only", "legal line"),
        ("Agenda", "agenda or signpost"),
        ("Table of contents", "agenda or signpost"),
        ("Next steps", "agenda or signpost"),
        ("Thank you for your attention", "agenda or signpost"),
        ("Q&A", "agenda or signpost"),
        ("How it works", "agenda or signpost"),
        ("Why hotels pay late", "agenda or signpost"),
        ("Part 2: The numbers", "agenda or signpost"),
        ("Table 3", "agenda or signpost"),
        ("Learn more", "agenda or signpost"),
        ("Download the guide", "agenda or signpost"),
        ("Book a demo", "agenda or signpost"),
        ("Stand 12, Hall 3", "agenda or signpost"),
        ("Dear Anna,", "greeting"),
        ("Good morning everyone", "greeting"),
        ("Best regards", "greeting"),
        ("Looking forward to seeing you", "greeting"),
        ("Next slide", "stage direction"),
        ("(show of hands)", "stage direction"),
        ("Pause here", "stage direction"),
        ("Who pays late?", "question"),
        ("Who? What?", "question"),
        ("12,345", "no words"),
        ("---", "no words"),
        ("Our mission", "heading"),
        ("Case study", "heading"),
    ],
)
def test_no_claims(text: str, reason: str) -> None:
    found = claim(text)
    assert found.why_not == reason
    assert found.asserts is (reason not in SETTLED)


@pytest.mark.parametrize(
    "text",
    [
        "3x faster onboarding",
        "50% less waste",
        "Live in 3 weeks",
        "The best forecast",
        "Larkmill Ledger",
        "Larkmill is an invoice automation platform.",
        "We save hotels 3 hours a week.",
        "Hotels pay earlier with us",
        "“We paid half as late,” says Jo of Norfield Hotels.",
        "Is it safe? Yes, it is.",
        "Summary: we save 3 hours",
        "Figure 1: Waste fell by half.",
        "Get started in 3 weeks",
        "Download speed is 3x higher.",
        "Read more invoices in half the time",
        "We keep customer data confidential.",
        "212 hotels registered in the first half of 2026.",
        "Hi-tech hotels need planning",
        "Click-through rates rise by 20%",
        "It takes 2 minutes to read the report.",
        "Reports updated every night by our team",
        "Why do hotels pay late? They lose invoices.",
    ],
)
def test_claims(text: str) -> None:
    assert claim(text).why_not == ""
    assert claim(text).asserts


@pytest.mark.parametrize("kind", [BlockKind.NAV, BlockKind.LEGAL, BlockKind.CODE])
def test_quiet_kinds_of_text_claim_nothing(kind: BlockKind) -> None:
    assert claim("We save hotels 3 hours a week.", kind).why_not == f"{kind.value} text"
    assert not claim("We save hotels 3 hours a week.", kind).asserts
