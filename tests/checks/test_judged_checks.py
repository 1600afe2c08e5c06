"""Checks about judged claims, and the run that turns hits into findings once per cause."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from asset_factory import asset, block, change, judged, messaging, rule

from msglint.checks.load import load_rules
from msglint.checks.run import message_of, run_checks, run_date
from msglint.model import BlockKind, Change, ChangeKind, Finding, Mark, Mode, Severity, Verdict

RULES = load_rules()
M = messaging("""
as_of: "2026-03-01"
category: {name: invoice platform, retired: [{name: OCR tool}]}
products: [{id: P-1, name: Larkmill Match, retired: [MatchPoint]}]
value_propositions:
  - id: VP-1
    statement: Larkmill cuts processing time by up to 30%.
    audiences: [finance]
    markets: [UK]
    proof_points: [{id: PP-1, statement: Hollin saves 4 hours., valid_until: "2026-02-28"}]
differentiators: [{id: D-1, statement: Larkmill checks delivery notes.}]
retired_statements: [{statement: Larkmill cuts processing time by 20%., replaced_by: VP-1}]
terminology: [{id: T-1, use: invoice, avoid: [bill, MatchPoint]}]
banned_claim_words: [{word: guaranteed}, {word: only}]
""")
VP1 = ("VP-1", "Larkmill cuts processing time by up to 30%.")
PP1 = ("PP-1", "Hollin saves 4 hours.")


def check(
    text: str,
    verdict: Verdict = Verdict.DRIFT,
    statement: tuple[str, str] | None = VP1,
    *changes: tuple[ChangeKind, str, str],
    mode: Mode = Mode.CONTRADICTIONS,
) -> list[Finding]:
    page = block(text)
    made = [change(kind, approved, found, text) for kind, approved, found in changes]
    findings = run_checks(RULES, M, [asset([page], [judged(page, verdict, statement, *made)])], mode)
    return [finding for finding in findings if finding.rule != "MSG503"]


def ids(findings: list[Finding]) -> list[str]:
    return [finding.rule for finding in findings]


@pytest.mark.parametrize(
    ("kind", "approved", "found", "rule_id", "message"),
    [
        (ChangeKind.NUMBER, "30%", "50%", "MSG203", "'50%' differs from the approved '30%' (VP-1)"),
        (ChangeKind.UNIT, "hours", "minutes", "MSG203", "'minutes' differs from the approved 'hours' (VP-1)"),
        (ChangeKind.DATE, "2023", "2019", "MSG204", "'2019' differs from the approved '2023' (VP-1)"),
        (
            ChangeKind.QUALIFIER,
            "up to",
            "",
            "MSG205",
            "the limits of the statement changed: 'up to' of the approved wording is left out (VP-1)",
        ),
        (
            ChangeKind.STRENGTH,
            "",
            "always",
            "MSG206",
            "promises more than was approved: 'always' is not in the approved wording (VP-1)",
        ),
        (
            ChangeKind.ENTITY,
            "Hollin",
            "Brindle",
            "MSG201",
            "'Brindle' differs from the approved 'Hollin' (VP-1)",
        ),
        (ChangeKind.POLARITY, "", "not", "MSG201", "'not' is not in the approved wording (VP-1)"),
    ],
)
def test_each_change_has_its_rule(
    kind: ChangeKind, approved: str, found: str, rule_id: str, message: str
) -> None:
    text = f"A claim with {found} in it"
    [finding] = check(text, Verdict.DRIFT, VP1, (kind, approved, found))
    assert (finding.rule, finding.message) == (rule_id, message)
    assert finding.text[finding.start : finding.end] == found
    assert finding.suggestion == VP1[1]
    assert [c.kind for c in finding.changes] == [kind]


def test_drift_without_a_named_change_is_reported_too() -> None:
    [finding] = check("Larkmill grows processing time")
    assert finding.rule == "MSG201"
    assert finding.message == "this says something else than the approved wording (VP-1)"


def test_other_verdicts() -> None:
    assert ids(check("x", Verdict.CONTRADICTION, VP1, (ChangeKind.NUMBER, "30%", "x"))) == ["MSG101"]
    assert check("x", Verdict.CONTRADICTION)[0].message == (
        "contradicts the approved 'Larkmill cuts processing time by up to 30%.' (VP-1)"
    )
    for verdict in (
        Verdict.UNSUPPORTED,
        Verdict.OFF_MESSAGE,
        Verdict.NOT_A_CLAIM,
        Verdict.UNSURE,
        Verdict.ON_MESSAGE,
    ):
        assert check("x", verdict) == []
    assert ids(check("x", Verdict.UNSUPPORTED, mode=Mode.COVERAGE)) == ["MSG501"]
    assert ids(check("x", Verdict.OFF_MESSAGE, mode=Mode.COVERAGE)) == ["MSG502"]
    assert check("x", Verdict.UNSURE, mode=Mode.COVERAGE) == []


def test_one_cause_is_one_finding() -> None:
    name = (ChangeKind.NAME, "Larkmill Match", "MatchPoint")
    assert ids(check("MatchPoint saves time", Verdict.DRIFT, VP1, name)) == ["MSG301"]
    number = (ChangeKind.NUMBER, "30%", "50%")
    assert ids(check("MatchPoint saves 50%", Verdict.DRIFT, VP1, name, number)) == ["MSG301", "MSG203"]
    assert ids(check("50% is guaranteed", Verdict.DRIFT, VP1, number)) == ["MSG203", "MSG304"]
    strength = (ChangeKind.STRENGTH, "can", "guaranteed")
    assert ids(check("Savings guaranteed", Verdict.DRIFT, VP1, strength)) == ["MSG304"]
    old = (ChangeKind.NUMBER, "30%", "20%")
    assert ids(check("Larkmill cuts processing time by 20%", Verdict.DRIFT, VP1, old)) == ["MSG306"]
    assert ids(check("The fastest check", Verdict.UNSUPPORTED, mode=Mode.COVERAGE)) == ["MSG305"]
    assert ids(check("The only check", Verdict.UNSUPPORTED, mode=Mode.COVERAGE)) == ["MSG501", "MSG304"]


def test_changes_that_mark_the_same_words_are_one_finding() -> None:
    page = block("Larkmill cuts processing time by 50%.")
    changes = (
        Change(ChangeKind.NUMBER, "30%", "50%", 33, 36),
        Change(ChangeKind.QUALIFIER, "up to", "by 50%", 30, 36),
    )
    findings = run_checks(
        RULES, M, [asset([page], [judged(page, Verdict.DRIFT, VP1, *changes)])], Mode.CONTRADICTIONS
    )
    assert ids(list(findings)) == ["MSG203"]


def test_a_warning_never_hides_an_error() -> None:
    category = (ChangeKind.CATEGORY, "invoice platform", "bill reader")
    assert ids(check("Larkmill is a bill reader", Verdict.DRIFT, VP1, category)) == ["MSG201", "MSG303"]


def test_retired_names_told_as_history_are_no_drift_either() -> None:
    name = (ChangeKind.NAME, "Larkmill Match", "MatchPoint")
    assert check("Larkmill Match, formerly MatchPoint, saves time", Verdict.DRIFT, VP1, name) == []


def test_stale_proof() -> None:
    [finding] = check("Hollin saves 4 hours", Verdict.ON_MESSAGE, PP1)
    assert (finding.rule, finding.statement_id) == ("MSG402", "PP-1")
    assert finding.message == "'Hollin saves 4 hours.' was valid until 2026-02-28 (PP-1)"
    by_text = check("Hollin saves 4 hours", Verdict.ON_MESSAGE, ("VP-1", "Hollin saves 4 hours."))
    assert ids(by_text) == ["MSG402"]
    assert check("Hollin saves 4 hours", Verdict.UNSUPPORTED, PP1) == []
    page = block("Hollin saves 4 hours")
    made = asset([page], [judged(page, Verdict.ON_MESSAGE, PP1)])
    assert run_checks(RULES, M, [made], Mode.CONTRADICTIONS, today=date(2026, 2, 28)) == ()


def test_the_day_of_a_run_is_the_documents_own() -> None:
    assert run_date(M) == date(2026, 3, 1)
    assert run_date(messaging("")) == date.today()


@pytest.mark.parametrize(
    ("audience", "market", "missing"),
    [
        ("", "", ["VP-1"]),
        ("Finance", "UK", ["VP-1"]),
        ("procurement", "", []),
        ("finance", "Germany", []),
    ],
)
def test_missing_messages(audience: str, market: str, missing: list[str]) -> None:
    page = block("Larkmill checks delivery notes.")
    made = asset([page], [judged(page, Verdict.ON_MESSAGE, ("D-1", "Larkmill checks delivery notes."))])
    findings = run_checks(RULES, M, [made], Mode.COVERAGE, audience=audience, market=market)
    assert [f.statement_id for f in findings] == missing
    assert all((f.rule, f.asset, f.location.steps) == ("MSG503", "m.yaml", ("VP-1",)) for f in findings)


def test_a_proof_point_states_its_statement_and_nothing_is_missing_without_text() -> None:
    page = block("Hollin saves 4 hours.")
    made = asset([page], [judged(page, Verdict.ON_MESSAGE, PP1)])
    missing = [f.statement_id for f in run_checks(RULES, M, [made], Mode.COVERAGE) if f.rule == "MSG503"]
    assert missing == ["D-1"]
    assert run_checks(RULES, M, [asset([])], Mode.COVERAGE) == ()


def test_findings_come_in_reading_order_and_survive_reordering() -> None:
    one = block("Cut time by 50%. Now. Cut time by 60%.", BlockKind.BODY, "slide 1", "¶1")
    two = block("Cut time by 50%.", BlockKind.TITLE, "slide 2", "Title")
    deck = [
        asset(
            blocks,
            [
                judged(b, Verdict.DRIFT, VP1, change(ChangeKind.NUMBER, "30%", number, text), text=text)
                for b, text, number in (
                    (one, "Cut time by 60%.", "60%"),
                    (one, "Cut time by 50%.", "50%"),
                    (two, "Cut time by 50%.", "50%"),
                )
            ],
        )
        for blocks in ([one, two], [two, one])
    ]
    before, after = (run_checks(RULES, M, [made], Mode.CONTRADICTIONS) for made in deck)
    assert [(f.location.steps[0], f.text) for f in before] == [
        ("slide 1", "Cut time by 50%."),
        ("slide 1", "Cut time by 60%."),
        ("slide 2", "Cut time by 50%."),
    ]
    assert len({f.fingerprint for f in before}) == 3
    assert {f.fingerprint for f in before} == {f.fingerprint for f in after}


def test_scope_and_mode_limit_a_rule() -> None:
    from msglint.checks.verdict import VerdictOptions

    options = VerdictOptions(verdicts=(Verdict.CONTRADICTION,))
    page = block("x", BlockKind.NOTES)
    made = asset([page], [judged(page, Verdict.CONTRADICTION, VP1)])
    titles = rule("verdict", options, message="x", scope=frozenset({BlockKind.TITLE}))
    coverage = rule("verdict", options, message="x", mode=Mode.COVERAGE, severity=Severity.NOTE)
    assert run_checks([titles, coverage], M, [made], Mode.CONTRADICTIONS) == ()
    assert [f.severity for f in run_checks([titles, coverage], M, [made], Mode.COVERAGE)] == [Severity.NOTE]


def test_messages_are_filled_in_without_reaching_into_values() -> None:
    from msglint.checks.hit import Hit
    from msglint.model import Location

    def hit(*words: dict[str, str]) -> Hit:
        return Hit("a", "a", Location(()), "x", words)

    assert message_of("{found} ({statement})", hit({"found": "y", "statement": ""})) == "y"
    assert message_of("{found.__class__} {0}", hit({"found": "y"})) == "{found.__class__} {0}"
    many = hit(*({"found": str(number)} for number in range(5)))
    assert message_of("{found}", many) == "0; 1; 2 and 2 more"
    assert len(message_of("{found}", hit({"found": "long words " * 40}))) <= 120


@pytest.mark.parametrize(
    ("text", "marks", "found"),
    [
        ("Larkmill cuts processing time by 20%.", {Mark.HIDDEN_SLIDE}, ["MSG307"]),
        ("We launched MatchPoint for you.", {Mark.TINY, Mark.OFF_SLIDE}, ["MSG307"]),
        ("Larkmill cuts processing time by 20%.", {Mark.TEMPLATE}, ["MSG306"]),
        ("We launched MatchPoint for you.", set(), ["MSG301"]),
    ],
)
def test_what_is_retired_and_hides_is_reported_once_for_where_it_hides(
    text: str, marks: set[Mark], found: list[str]
) -> None:
    page = replace(block(text), marks=frozenset(marks))
    verdict = judged(page, Verdict.UNSURE)
    if "20%" in text:
        verdict = judged(page, Verdict.DRIFT, VP1, change(ChangeKind.NUMBER, "30%", "20%", text))
    findings = run_checks(RULES, M, [asset([page], [verdict])], Mode.CONTRADICTIONS)
    assert ids(findings) == found
    if found == ["MSG307"] and Mark.TINY in marks:
        assert "hides beside the slide and in type under 6 points" in findings[0].message


def test_a_rule_with_marks_looks_only_where_they_are() -> None:
    shown = block("a guaranteed result")
    hidden = replace(block("guaranteed, too"), marks=frozenset({Mark.TINY}))
    narrow = replace(next(r for r in RULES if r.check == "banned"), marks=frozenset({Mark.TINY}))
    findings = run_checks([narrow], M, [asset([shown, hidden])], Mode.CONTRADICTIONS)
    assert [finding.text for finding in findings] == ["guaranteed, too"]
