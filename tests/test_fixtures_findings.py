"""The drift planted in the fixtures is found, named and nothing else: floors that only ever rise."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.expectations import FIXTURES, Comparison, compare
from msglint.model import Mode, Report
from msglint.pipeline import check
from msglint.settings import Settings

# Measured on 2026-11-24: 41 of 42 found, each by the expected rule, 31 of 33 changes named, no false alarm.
FOUND, RULES, CHANGES = 41, 41, 31


@pytest.fixture(scope="module")
def report() -> Report:
    messaging = (FIXTURES.parent / "master_messaging.yaml",)
    return check(Settings((FIXTURES,), messaging, mode=Mode.CONTRADICTIONS))


@pytest.fixture(scope="module")
def comparison(report: Report) -> Comparison:
    return compare(report)


def test_planted_drift_is_found(comparison: Comparison) -> None:
    found = [outcome for outcome in comparison.wanted if outcome.findings]
    assert len(found) >= FOUND, [missed.text for missed in comparison.missed]


def test_it_is_found_by_the_right_rule(comparison: Comparison) -> None:
    assert sum(outcome.rule_agrees for outcome in comparison.wanted) >= RULES


def test_the_change_is_named(comparison: Comparison) -> None:
    changed = [outcome for outcome in comparison.wanted if outcome.expected.change]
    assert sum(outcome.change_agrees for outcome in changed) >= CHANGES


def test_nothing_else_is_reported(comparison: Comparison) -> None:
    assert [finding.text for finding in comparison.unexpected] == []
    assert [outcome.expected.text for outcome in comparison.broken_silences] == []


def test_the_clean_deck_is_silent(report: Report) -> None:
    clean = {asset.source.name for asset in report.assets if "company_overview" in asset.source.name}
    assert len(clean) == 1
    assert [finding.text for finding in report.findings if finding.asset in clean] == []


def test_every_asset_has_claims_or_a_reason(report: Report) -> None:
    empty = [a.source.name for a in report.assets if not a.judgements and not a.document.skipped]
    assert empty == []
    assert {Path(asset.source.name).suffix for asset in report.assets} == {".pptx", ".pdf", ".html", ".md"}
