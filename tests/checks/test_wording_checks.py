"""Checks about words: tables of what they find and what they leave alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from asset_factory import asset, block, judged, messaging, rule

from msglint.checks.retired import RetiredOptions
from msglint.checks.run import run_checks
from msglint.model import BlockKind, Facts, Finding, Mode, Verdict, Word

if TYPE_CHECKING:
    from msglint.checks.rule import Options

NAMES = messaging("""
category:
  name: invoice automation platform
  retired:
    - {name: OCR tool}
    - {name: paper archive, still_used_as: product name}
    - {name: virtual clerk, still_used_as: legal}
products:
  - {id: P-1, name: Larkmill Match, aliases: [Match], retired: [MatchPoint, Order Check, QA Lens, Search]}
  - {id: P-2, name: Larkmill Code Search, retired: [Universal Search]}
competitors: [{id: C-1, name: Order Check Partners}]
""")
WORDS = messaging("""
positioning: [{id: A, statement: Every connected bill counts.}]
terminology:
  - {id: T-1, use: invoice, avoid: [bill, e-bill]}
  - {id: T-2, use: machine, avoid: [asset, FOSS, company facility], except: [history, developer, footnote]}
  - {id: T-3, use: owning team, avoid: [AI]}
banned_claim_words: [{word: instant}, {word: risk-free}, {word: only}, {word: bulletproof, except: [legal]}]
""")


def find(check: str, text: str, loaded=NAMES, options: Options | None = None, **where: str) -> list[Finding]:
    kind = BlockKind(where.get("kind", "body"))
    page = asset([block(text, kind, heading=where.get("heading", ""))], name=where.get("name", "a.md"))
    made = rule(check, options, mode=Mode.CONTRADICTIONS)
    audience = where.get("audience", "")
    return list(run_checks([made], loaded, [page], Mode.CONTRADICTIONS, audience=audience))


def marked(findings: list[Finding]) -> list[str]:
    return [finding.text[finding.start : finding.end] for finding in findings]


PRODUCTS = RetiredOptions.model_validate({"names": "products"})
CATEGORIES = RetiredOptions.model_validate({"names": "categories"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("MatchPoint checks orders.", ["MatchPoint"]),
        ("Try matchpoint’s new MATCHPOINT view.", ["matchpoint’s"]),
        ("See Universal\nSearch and the QA  Lens.", ["Universal\nSearch", "QA  Lens"]),
        ("Our Order-Check is fast. So is MatchPoint.", ["Order-Check", "MatchPoint"]),
        ("ORDER CHECK in one minute", ["ORDER CHECK"]),
        ("An order check takes a minute.", []),
        ("Ask Order Check Partners.", []),
        ("Larkmill Code Search finds it.", []),
        ("Matchpoints are scored in tennis; research is not Search-free.", ["Matchpoints", "Search"]),
        ("Formerly MatchPoint", []),
        ("Larkmill Match (previously known as “MatchPoint”) checks orders.", []),
        ("Larkmill Match, then called MatchPoint, came first.", []),
        ("We renamed MatchPoint last year.", []),
        ("MatchPoint is now Larkmill Match.", []),
        ("MatchPoint → Larkmill Match", []),
        ("MatchPoint has been replaced.", []),
        ("MatchPoint is now available in Poland.", ["MatchPoint"]),
        ("In 2019 we launched MatchPoint.", []),
        ("Since 2019, MatchPoint has saved hours.", ["MatchPoint"]),
        ("Larkmill Match replaces MatchPoint.", []),
        ("Read https://larkmill.example/matchpoint or write to matchpoint@larkmill.example", []),
        ("Run `matchpoint --help`, see docs/matchpoint.md and matchpoint_v2", []),
    ],
)
def test_retired_product_names(text: str, found: list[str]) -> None:
    assert marked(find("retired", text, options=PRODUCTS)) == found


@pytest.mark.parametrize("kind", [k for k in BlockKind if k not in (BlockKind.CODE, BlockKind.LINK)])
def test_retired_names_are_found_in_every_kind_of_text(kind: BlockKind) -> None:
    assert marked(find("retired", "MatchPoint", options=PRODUCTS, kind=kind.value)) == ["MatchPoint"]
    assert find("retired", "MatchPoint", options=PRODUCTS, kind="code") == []


def test_headings_such_as_milestones_are_history() -> None:
    assert find("retired", "2019: MatchPoint", options=PRODUCTS, heading="Milestones") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Larkmill, the OCR tool for accountants.", ["OCR tool"]),
        ("Our OCR tools read paper.", ["OCR tools"]),
        ("OCR tools know nothing about orders.", []),
        ("More than an OCR tool", []),
        ("Larkmill is not an OCR tool.", []),
        ("We used to be an OCR tool.", []),
        ("Larkmill is a paper archive.", ["paper archive"]),
        ("Larkmill is a Paper Archive company.", ["Paper Archive"]),
        ("Open Paper Archive and search.", []),
    ],
)
def test_retired_categories(text: str, found: list[str]) -> None:
    assert marked(find("retired", text, options=CATEGORIES)) == found


def test_a_category_may_still_stand_where_its_entry_says() -> None:
    assert find("retired", "Larkmill is a virtual clerk.", options=CATEGORIES, kind="legal") == []
    assert find("retired", "Larkmill is a virtual clerk.", options=CATEGORIES)


@pytest.mark.parametrize(
    ("text", "where", "found", "fixed"),
    [
        ("Pay a bill.", {}, ["bill"], "Pay an invoice."),
        ("Bills arrive. E-bills too.", {}, ["Bills", "E-bills"], "Invoices arrive."),
        ("BILLS ARRIVE", {}, ["BILLS"], "INVOICES ARRIVE"),
        ("The bill’s date", {}, ["bill’s"], "The invoice’s date"),
        ("Company facilities and assets", {}, ["Company facilities", "assets"], "Machines and assets"),
        ("A billboard, a billing date", {}, [], ""),
        ("Every connected bill counts.", {}, [], ""),
        ("Say it with ai or AI", {}, ["AI"], "Say it with ai or owning team"),
        ("An asset", {"name": "docs/developer-guide.md"}, [], ""),
        ("An asset", {"audience": "Developers"}, [], ""),
        ("An asset", {"kind": "footer"}, [], ""),
        ("The asset was renamed in 2019.", {}, [], ""),
        ("`asset` and asset_id", {}, [], ""),
        ("Do not say bill. Say invoice.", {}, [], ""),
        ("Larkmill Match, formerly Bill Match", {}, [], ""),
        ("AI decides", {}, ["AI"], "Owning team decides"),
    ],
)
def test_terms_to_avoid(text: str, where: dict[str, str], found: list[str], fixed: str) -> None:
    findings = find("term", text, WORDS, **where)
    assert marked(findings) == found
    assert (findings[0].suggestion if findings else "") == fixed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Instant refunds, risk free", ["Instant", "risk free"]),
        ("Refunds arrive instantly.", ["instantly"]),
        ("An instance of instantiation", []),
        ("Never say bulletproof.", []),
        ("Don't call it “bulletproof” or instant.", []),
        ("“Bulletproof” is banned.", []),
        ("Not slow but instant", ["instant"]),
        ("Not just instant, but risk-free", ["instant", "risk-free"]),
        ("Not only fast", []),
        ("The only way", ["only"]),
        ("No refund is instant.", []),
    ],
)
def test_banned_words(text: str, found: list[str]) -> None:
    assert marked(find("banned", text, WORDS)) == found


def test_a_banned_word_that_the_parser_sees_negated_passes() -> None:
    page = block("Nothing about payments is what I would call bulletproof")
    start = page.text.index("bulletproof")
    facts = Facts(
        words=(Word("bulletproof", "bulletproof", "ADJ", negated=True, start=start, end=len(page.text)),)
    )
    made = asset([page], [judged(page, Verdict.UNSUPPORTED, facts=facts)])
    assert run_checks([rule("banned")], WORDS, [made], Mode.CONTRADICTIONS) == ()


def test_approved_wording_may_use_the_word() -> None:
    said = block("All connected bills count.")
    made = asset([said], [judged(said, Verdict.ON_MESSAGE, ("A", "Every connected bill counts."))])
    assert run_checks([rule("term")], WORDS, [made], Mode.CONTRADICTIONS) == ()


def test_a_finding_is_about_the_claim_or_a_short_stretch_of_the_block() -> None:
    text = (
        "We check orders. MatchPoint does the rest, and quickly. "
        + "Nothing else happens here " * 20
        + "MatchPoint"
    )
    page = block(text)
    claim = judged(page, Verdict.DRIFT, text="MatchPoint does the rest, and quickly.")
    first, second = run_checks(
        [rule("retired", PRODUCTS)], NAMES, [asset([page], [claim])], Mode.CONTRADICTIONS
    )
    assert first.text == "MatchPoint does the rest, and quickly."
    assert len(second.text) <= 200
    assert second.text.endswith("MatchPoint")
    assert marked([first, second]) == ["MatchPoint", "MatchPoint"]


@pytest.mark.parametrize(
    ("named_in", "where", "allowed"),
    [
        ("[battlecard]", {"name": "Sales/BattleCards 2026/x.pptx"}, True),
        ("[battle cards]", {"name": "battlecard-paperstork.pptx"}, True),
        ("[battlecard]", {"name": "website/index.html"}, False),
        ("[notes]", {"kind": "notes"}, True),
        ("[sales]", {"audience": "sales"}, True),
        ("[]", {"name": "battlecard.pptx"}, False),
        ("", {}, True),
    ],
)
def test_competitors(named_in: str, where: dict[str, str], allowed: bool) -> None:
    loaded = messaging(
        f"competitors: [{{id: C-1, name: Paperstork, aliases: [Stork Inc.], named_in: {named_in}}}]\n"
    )
    assert (marked(find("competitor", "Better than Paperstork", loaded, **where)) == []) is allowed
    assert find("competitor", "A paperstorks' nest at paperstork.com", loaded, name="x.md") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("300 manufacturers trust Larkmill", True),
        ("Trusted by 300 manufacturers", True),
        ("More than 300 manufacturers trust Larkmill already.", True),
        ("More than 500 manufacturers trust Larkmill.", False),
        ("300 manufacturers do not trust Larkmill.", False),
        ("In 2023, 300 manufacturers were Larkmill customers.", False),
        ("300 manufacturers met in Leeds.", False),
    ],
)
def test_retired_statements(text: str, said: bool) -> None:
    loaded = messaging("""
as_of: "2026-01-01"
positioning: [{id: A, statement: More than 500 manufacturers trust Larkmill.}]
retired_statements: [{statement: 300 manufacturers trust Larkmill., until: "2025-06", replaced_by: A}]
""")
    findings = find("retired_statement", text, loaded)
    assert bool(findings) is said
    assert all(finding.suggestion == "More than 500 manufacturers trust Larkmill." for finding in findings)


def test_a_grace_period_makes_a_warning() -> None:
    text = "retired_statements: [{statement: Free for ten users., until: '2025-06'}]\n"
    for as_of, severity in (("2025-06-30", "warning"), ("2025-07-01", "error")):
        [finding] = find("retired_statement", "Free for 10 users", messaging(f"as_of: '{as_of}'\n{text}"))
        assert finding.severity == severity
