"""What is read out of a document: its wordings, its names, its dates and its digest."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from msglint.messaging.dates import first_day, last_day
from msglint.messaging.digest import digest
from msglint.messaging.json_schema import json_schema
from msglint.messaging.load import messaging_from
from msglint.messaging.names import known_names
from msglint.messaging.statements import statements_of
from msglint.messaging.yaml_tree import plain, read_tree

if TYPE_CHECKING:
    from msglint.messaging.schema import Messaging

DOCUMENT = """
schema: 1
company: {name: Larkmill, aliases: [Larkmill Inc.]}
category: {name: invoice platform, retired: [{name: OCR tool, since: "2023", still_used_as: product name}]}
products: [{id: P-1, name: Larkmill Match, retired: [MatchPoint], statement: Match compares.}]
positioning:
  - {id: POS-1, statement: We check invoices., variants: [Invoices checked., We check invoices.]}
  - {id: POS-2, statement: Not yet said., status: draft}
  - {id: POS-3, statement: No longer said., status: retired}
value_propositions:
  - id: VP-1
    statement: Saves time.
    proof_points: [{id: PP-1, statement: Hollin saves 4 hours., customer: Hollin}]
negative_statements: [{id: N-1, statement: We do not pay invoices.}]
retired_statements: [{statement: We read paper.}]
competitors: [{id: C-1, name: Paperstork, aliases: [Stork], statement: Paperstork reads only.}]
terminology: [{id: T-1, use: invoice, avoid: [bill]}]
goal: {id: G, statement: Twenty million in revenue.}
teams: [{department: sales, success: Won deals.}]
handoffs: [{id: H-1, from: marketing, to: sales, sender_expects: A call in a day., receiver_expects: A name.}]
approvals: [{department: legal, name: A. Wren, date: "2026-01-01", digest: none}]
"""


def document(text: str = DOCUMENT) -> Messaging:
    tree = read_tree(text.encode(), "m.yaml")
    assert tree is not None
    return messaging_from(plain(tree))


def test_every_approved_wording_is_a_statement() -> None:
    found = [(s.entry_id, s.root_id, s.section, s.text) for s in statements_of(document())]
    assert found == [
        ("CAT", "CAT", "category", "Larkmill is an invoice platform."),
        ("P-1", "P-1", "products", "Match compares."),
        ("POS-1", "POS-1", "positioning", "We check invoices."),
        ("POS-1", "POS-1", "positioning", "Invoices checked."),
        ("VP-1", "VP-1", "value_propositions", "Saves time."),
        ("PP-1", "VP-1", "value_propositions", "Hollin saves 4 hours."),
        ("N-1", "N-1", "negative_statements", "We do not pay invoices."),
        ("G", "G", "goal", "Twenty million in revenue."),
        ("C-1", "C-1", "competitors", "Paperstork reads only."),
        ("TEAM-1", "TEAM-1", "teams", "Won deals."),
        ("H-1", "H-1", "handoffs", "A call in a day."),
        ("H-1", "H-1", "handoffs", "A name."),
    ]
    assert [s.entry_id for s in statements_of(document()) if s.negative] == ["N-1"]


def test_names_come_longest_first_with_their_roles() -> None:
    names = known_names(document())
    assert [(name.text, name.role, name.replacement) for name in names] == [
        ("invoice platform", "category", ""),
        ("Larkmill Match", "product", ""),
        ("Larkmill Inc.", "company", ""),
        ("MatchPoint", "retired-product", "Larkmill Match"),
        ("Paperstork", "competitor", ""),
        ("Larkmill", "company", ""),
        ("OCR tool", "retired-category", "invoice platform"),
        ("Hollin", "customer", ""),
        ("Stork", "competitor", ""),
        ("bill", "avoided-term", "invoice"),
    ]
    assert next(name for name in names if name.text == "OCR tool").still_used_as == "product name"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-03-31", date(2026, 3, 31), date(2026, 3, 31)),
    ],
)
def test_dates_cover_days(text: str, first: date, last: date) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize("text", ["", "26", "2026-1", "2026-00", "2026-02-30", "2026-02-01-01", "march"])
def test_other_texts_are_no_dates(text: str) -> None:
    with pytest.raises(ValueError, match="is not a"):
        last_day(text)


def test_the_digest_is_blind_to_formatting_and_order_and_sees_content() -> None:
    data = yaml.safe_load(DOCUMENT)
    turned = {key: data[key] for key in reversed(data)}
    turned["positioning"] = list(reversed(data["positioning"]))
    turned["approvals"] = []
    assert digest(document(yaml.safe_dump(turned, indent=6, width=40))) == digest(document())
    assert digest(document(DOCUMENT.replace("4 hours", "5 hours"))) != digest(document())
    assert digest(document(DOCUMENT.replace("id: POS-2", "id: POS-9"))) != digest(document())
    assert digest(document()).startswith("sha256:")


def test_the_published_schema_is_up_to_date_and_describes_every_key() -> None:
    published = Path(__file__).parents[2] / "docs" / "messaging.schema.json"
    assert published.read_text(encoding="utf-8") == json_schema(), (
        "msglint messaging schema > docs/messaging.schema.json"
    )
    schema = json.loads(json_schema())
    for name, model in {"Messaging": schema, **schema["$defs"]}.items():
        for key, described in model.get("properties", {}).items():
            assert described.get("description") or "$ref" in described, f"{name}.{key} has no description"
