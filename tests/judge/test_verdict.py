"""The verdict, with a combiner made by hand whose probabilities a reader can work out."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

import pytest
from reader import candidate, claim, facts

from msglint.judge.combiner import Combiner, load_combiner
from msglint.judge.features import closeness, coverage, features
from msglint.judge.verdict import judge, prefer_unchanged, weigh
from msglint.model import BlockKind, Candidate, ChangeKind, Claim, Evidence, Judgement, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

VERDICTS = tuple(kind for kind in Verdict if kind is not Verdict.UNSURE)
CLOSENESS = tuple(load_combiner().attention)
SAVES = "Larkmill saves hotels 3 to 5 hours a week."
TOO_MUCH = "Larkmill saves hotels 8 hours a week."


def combiner(threshold: float = 0.5, plain: float = 0.4, unnamed: float = 0.95, **chances: float) -> Combiner:
    """One that gives verdicts (drift=0.7, …) their chance whatever the features, and shares out the rest."""
    given = {name.replace("_", "-"): chance for name, chance in chances.items()}
    rest = (1 - sum(given.values())) / (len(VERDICTS) - len(given))
    bias = tuple(log(given.get(verdict.value, rest)) for verdict in VERDICTS)
    attention = dict.fromkeys(CLOSENESS, dict.fromkeys(ChangeKind, threshold))
    return Combiner(VERDICTS, {"bias": bias}, attention, dict.fromkeys(CLOSENESS, unnamed), plain)


def judged(text: str, approved: Candidate | None = None, **chances: float) -> Judgement:
    return verdict(claim(text), (approved,) if approved else (), combiner(**chances))


def verdict(said: Claim, candidates: Sequence[Candidate], model: Combiner) -> Judgement:
    return judge(weigh(said, Evidence(tuple(candidates)), model), model)


@pytest.mark.parametrize(
    "text", ["Agenda", "Who pays late?", "© 2025 Larkmill", "Dear Anna,", "sales@larkmill.example"]
)
def test_what_is_no_claim_is_never_anything_else(text: str) -> None:
    found = judged(text, candidate(SAVES), drift=0.9)
    assert (found.verdict, found.confidence) == (Verdict.NOT_A_CLAIM, 1)
    assert found.reasons == (claim(text).why_not,)
    assert found.statement_id is None
    assert found.changes == ()


@pytest.mark.parametrize(
    ("text", "kind", "replacement"),
    [
        ("Invoice Wizard reads invoices.", ChangeKind.NAME, "Larkmill Ledger"),
        ("We love the smart inbox.", ChangeKind.NAME, "shared mailbox"),
        ("Larkmill is a document scanner.", ChangeKind.CATEGORY, "invoice automation platform"),
    ],
)
def test_names_given_up_drift_whatever_the_combiner_says(
    text: str, kind: ChangeKind, replacement: str
) -> None:
    found = judged(text, on_message=0.95)
    assert found.verdict is Verdict.DRIFT
    assert [(change.kind, change.approved) for change in found.changes] == [(kind, replacement)]
    assert found.confidence == found.attention == found.deviation == 0.97


@pytest.mark.parametrize(
    "text",
    [
        "Larkmill Ledger, formerly Invoice Wizard, reads invoices.",
        "Invoice Wizard (now Larkmill Ledger) reads invoices.",
        "Invoice Wizard was renamed in 2024.",
        "In 2019 Invoice Wizard was launched.",
        "Invoice Wizard is now called Larkmill Ledger.",
    ],
)
def test_history_is_no_use_of_a_name_given_up(text: str) -> None:
    assert judged(text, on_message=0.9).verdict is Verdict.ON_MESSAGE


def test_a_heading_can_make_history_of_a_name() -> None:
    read = claim("Invoice Wizard reads invoices.")
    placed = Claim("", read.text, BlockKind.BODY, read.location, "Milestones", 0, read.facts, asserts=True)
    assert verdict(placed, (), combiner(on_message=0.9)).verdict is Verdict.ON_MESSAGE


def test_a_sure_change_is_reported() -> None:
    found = judged(TOO_MUCH, candidate(SAVES), drift=0.6, contradiction=0.2)
    assert found.verdict is Verdict.DRIFT
    assert found.attention == found.confidence == pytest.approx(0.8)
    assert [change.kind for change in found.changes] == [ChangeKind.NUMBER]
    assert (found.statement_id, found.statement_text) == ("S-1", SAVES)


def test_the_likelier_of_drift_and_contradiction_is_reported() -> None:
    assert judged(TOO_MUCH, candidate(SAVES), drift=0.2, contradiction=0.6).verdict is Verdict.CONTRADICTION


NEVER_PAYS = "Larkmill never pays an invoice without a person's approval."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Larkmill pays an invoice without a person's approval.", Verdict.CONTRADICTION),
        ("Larkmill never pays an invoice without a person's approval.", Verdict.ON_MESSAGE),
        ("Larkmill pays each invoice after a person's approval.", Verdict.ON_MESSAGE),
        ("Larkmill shows who approved what, and pays the invoice.", Verdict.ON_MESSAGE),
    ],
)
def test_a_denial_dropped_from_what_may_not_be_claimed_needs_no_weighing(
    text: str, expected: Verdict
) -> None:
    approved = candidate(NEVER_PAYS, negative=True)
    assert judged(text, approved, on_message=0.6).verdict is expected


def test_the_judge_abstains_below_the_threshold() -> None:
    found = judged(TOO_MUCH, candidate(SAVES), drift=0.6, threshold=0.9)
    assert found.verdict is Verdict.UNSURE
    assert "not surely enough" in found.reasons[0]
    assert [change.kind for change in found.changes] == [ChangeKind.NUMBER]


def test_without_a_named_change_the_judge_has_to_be_surer() -> None:
    assert judged(SAVES, candidate(SAVES), drift=0.9).verdict is Verdict.UNSURE
    assert judged(SAVES, None, drift=0.9).verdict is Verdict.UNSURE
    accused = judged(SAVES, candidate(SAVES), drift=0.96)
    assert (accused.verdict, accused.changes) == (Verdict.DRIFT, ())


def test_the_judge_abstains_when_nothing_is_likely_enough() -> None:
    found = judged(SAVES, candidate(SAVES), on_message=0.3, plain=0.5)
    assert found.verdict is Verdict.UNSURE
    assert found.reasons == ("no verdict is likely enough",)


@pytest.mark.parametrize(
    "likely", [Verdict.ON_MESSAGE, Verdict.UNSUPPORTED, Verdict.OFF_MESSAGE, Verdict.NOT_A_CLAIM]
)
def test_plain_verdicts(likely: Verdict) -> None:
    found = judged(SAVES, candidate(SAVES), **{likely.value.replace("-", "_"): 0.8})
    assert (found.verdict, found.confidence) == (likely, pytest.approx(0.8))
    assert (found.statement_id is None) is (likely in (Verdict.OFF_MESSAGE, Verdict.NOT_A_CLAIM))


def test_thresholds_depend_on_the_kind_and_on_closeness() -> None:
    far = "Time back for finance teams and owners across many properties: 8 hours a week for hotels"
    near = closeness(claim(TOO_MUCH), (candidate(SAVES),))
    assert near != closeness(claim(far), (candidate(SAVES),))
    strict = dict.fromkeys(ChangeKind, 0.95)
    attention = dict.fromkeys(CLOSENESS, strict) | {near: strict | {ChangeKind.NUMBER: 0.5}}
    some = Combiner(VERDICTS, combiner(drift=0.9).weights, attention, dict.fromkeys(CLOSENESS, 1.0), 0.4)
    assert verdict(claim(TOO_MUCH), (candidate(SAVES),), some).verdict is Verdict.DRIFT
    assert verdict(claim(far), (candidate(SAVES),), some).verdict is Verdict.UNSURE
    assert (
        verdict(claim("All hotels save 3 to 5 hours a week."), (candidate(SAVES),), some).verdict
        is Verdict.UNSURE
    )


def test_a_candidate_left_unchanged_is_preferred() -> None:
    nearer, unchanged = (
        candidate(SAVES, entry="A", similarity=0.82),
        candidate(TOO_MUCH, entry="B", similarity=0.8),
    )
    assert [c.statement.entry_id for c in prefer_unchanged(claim(TOO_MUCH), (nearer, unchanged))] == [
        "B",
        "A",
    ]
    far = candidate(TOO_MUCH, entry="C", similarity=0.4)
    assert [c.statement.entry_id for c in prefer_unchanged(claim(TOO_MUCH), (nearer, far))] == ["A", "C"]
    assert prefer_unchanged(claim(TOO_MUCH), ()) == ()


def test_margin_and_similarity_are_of_the_chosen_statement() -> None:
    best, rival = candidate(SAVES, entry="A"), candidate("Hotels pay late.", entry="B", similarity=0.3)
    proof = candidate("It saved Norfield Hotels 4 hours a week.", entry="PP", root="A", similarity=0.7)
    found = verdict(claim(SAVES), (best, proof, rival), combiner(on_message=0.8))
    assert found.similarity == 0.8
    assert found.margin == pytest.approx(best.score - rival.score)


def test_no_candidates() -> None:
    found = judged("The coffee in Leeds tastes good.", None, off_message=0.8)
    assert (found.verdict, found.similarity, found.margin) == (Verdict.OFF_MESSAGE, 0, 0)


def test_probabilities_add_up() -> None:
    weighed = weigh(claim(TOO_MUCH), Evidence((candidate(SAVES),)), load_combiner())
    assert sum(weighed.probabilities.values()) == pytest.approx(1)
    assert 0 <= weighed.attention <= weighed.deviation + 1e-9 <= 1 + 1e-9


def test_the_shipped_combiner_knows_every_verdict_and_kind() -> None:
    shipped = load_combiner()
    assert set(shipped.verdicts) == set(VERDICTS)
    for row in shipped.attention.values():
        assert set(row) == set(ChangeKind)
        assert all(0 < threshold <= 1.01 for threshold in row.values())
    assert all(len(row) == len(shipped.verdicts) for row in shipped.weights.values())


def test_features_the_combiner_does_not_know_count_nothing() -> None:
    known = combiner(drift=0.7)
    assert known.probabilities({"bias": 1.0, "new": 5.0}) == known.probabilities({"bias": 1.0})


@pytest.mark.parametrize(
    "text", ["Larkmill saves 8 hours!", "Agenda", "...", "All hotels always pay on time, guaranteed."]
)
def test_features_are_numbers_in_bounds(text: str) -> None:
    for candidates in ((), (candidate(SAVES),)):
        found = features(claim(text), Evidence(candidates), ())
        assert found["bias"] == 1
        assert all(-1 <= float(value) <= 3 for value in found.values())


def test_coverage_counts_every_wording() -> None:
    family = (facts(SAVES), facts("Finance teams sleep better."))
    assert coverage(facts("Hotels sleep"), family) == 1
    assert coverage(facts("Hotels sleep"), family[:1]) == 0.5
    assert coverage(facts("..."), family) == 0
