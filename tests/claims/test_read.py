"""Reading blocks into claims, and facts that need the parser."""

from __future__ import annotations

import pytest
from reader import facts, finder

from msglint.claims.read import read_claims, read_statements, read_whole
from msglint.model import Block, BlockKind, Location


def block(text: str, *, heading: str = "", kind: BlockKind = BlockKind.BODY) -> Block:
    return Block(text, kind, Location(("line 1",)), heading)


def test_blocks_become_sentences_in_reading_order() -> None:
    claims = read_claims(
        "a.md", [block("We save time. We save money."), block("Agenda", heading="Today")], finder()
    )
    assert [claim.text for claim in claims] == ["We save time.", "We save money.", "Agenda"]
    assert [claim.asserts for claim in claims] == [True, True, False]
    assert {claim.asset for claim in claims} == {"a.md"}
    assert claims[2].heading == "Today"


def test_equal_texts_are_counted() -> None:
    claims = read_claims("a.md", [block("We save time."), block("We pay. We save time.")], finder())
    assert [(claim.text, claim.ordinal) for claim in claims] == [
        ("We save time.", 0),
        ("We pay.", 0),
        ("We save time.", 1),
    ]


def test_spans_count_from_the_start_of_the_sentence() -> None:
    text = "We pay. Larkmill Ledger saves 3 hours and never fails since 2019."
    claim = read_claims("a.md", [block(text)], finder())[1]
    facts = claim.facts
    for part in (*facts.words, *facts.names, *facts.quantities, *facts.dates, *facts.negations):
        assert claim.text[part.start : part.end].lower() == part.text.lower()
    assert facts.quantities
    assert facts.dates
    assert facts.names


def test_each_sentence_has_the_line_and_column_it_starts_at() -> None:
    lines = ((0, 10, 3), (15, 11, 1))
    place = Location(("line 10",), 10, 3)
    read = Block("We save time.  We save money. We pay.", BlockKind.BODY, place, lines=lines)
    claims = read_claims("a.md", [read, block("We pay.")], finder())
    assert [(claim.location.line, claim.location.column) for claim in claims] == [
        (10, 3), (11, 1), (11, 16), (None, None),
    ]  # fmt: skip
    assert {claim.location.steps for claim in claims} == {("line 10",), ("line 1",)}


def test_blank_blocks_give_nothing() -> None:
    assert read_claims("a.md", [block("  \n ")], finder()) == ()
    assert read_claims("a.md", [], finder()) == ()


def test_a_whole_text_is_one_claim() -> None:
    (claim,) = read_whole([("We save time. We save money.", BlockKind.NOTES)], finder())
    assert (claim.text, claim.kind) == ("We save time. We save money.", BlockKind.NOTES)


def test_statements_are_read_as_claims_are() -> None:
    text = "Larkmill Ledger saves hotels 3 hours a week."
    assert read_statements([text], finder())[0] == read_whole([(text, BlockKind.BODY)], finder())[0].facts


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("310 kitchens use it", "kitchen"),
        ("It serves 1,200 people", "people"),
        ("It takes 3 weeks", "week"),
        ("38% less", "%"),
    ],
)
def test_nouns_that_figures_count(text: str, noun: str) -> None:
    assert facts(text).quantities[0].noun == noun


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("We do not store data.", {"store", "datum"}),
        ("Hotels never pay late.", {"pay"}),
        ("It works without a project team.", {"team"}),
        ("We store data.", set()),
    ],
)
def test_what_a_negation_governs(text: str, negated: set[str]) -> None:
    assert {word.lemma for word in facts(text).words if word.negated} == negated


@pytest.mark.parametrize(
    ("text", "question", "quote", "fragment"),
    [
        ("Who pays late?", True, False, False),
        ("“We pay on time now,” says Jo.", False, True, False),
        ("3x faster onboarding", False, False, True),
        ("Larkmill pays on time.", False, False, False),
    ],
)
def test_the_kind_of_sentence(text: str, question: bool, quote: bool, fragment: bool) -> None:
    read = facts(text)
    assert (read.is_question, read.is_quote, read.is_fragment) == (question, quote, fragment)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Our office in Leeds opened.", ["Leeds"]),
        ("We sell in Germany and Austria.", ["Germany", "Austria"]),
        ("We Sell Invoices To Hotels", []),
        ("We pay on Monday in May.", []),
        ("It costs EUR 45.", []),
    ],
)
def test_names_the_messaging_does_not_know(text: str, names: list[str]) -> None:
    assert [name.text for name in facts(text).names if name.role == "other"] == names


def test_a_name_counts_nothing() -> None:
    known = facts("Norfield Hotels runs 12 sites")
    assert [quantity.value for quantity in known.quantities] == [12]
