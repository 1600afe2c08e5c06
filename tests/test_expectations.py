"""The comparison of a report with what is expected of the fixtures counts what it says it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.expectations import Comparison, compare, touches
from msglint.model import (
    Block,
    BlockKind,
    Change,
    ChangeKind,
    CheckedAsset,
    Document,
    Finding,
    Location,
    Mode,
    Report,
    Severity,
    Source,
)

if TYPE_CHECKING:
    from pathlib import Path

EXPECTED = """
findings:
  - {text: "saved £1.8 million on ingredients", change: number, rule: MSG203, note: ""}
  - {text: "A game-changing way to plan", change: null, rule: MSG304, note: ""}
coverage:
  - {text: "Parking is behind the hall", rule: MSG502}
silent:
  - {text: "Live in 3 weeks", note: "title"}
"""


@pytest.mark.parametrize(
    ("said", "expected", "do_touch"),
    [
        ("We’re live in\u00ad side 3 weeks.", "We're live in side 3 weeks", True),
        ("Pellworth saved £1.8 million", "saved £1.8 million", True),
        ("the longer part of it", "this is the longer part of it", True),
        ("it", "this is the longer part of it", False),
        ("", "this is the longer part of it", False),
        ("something else", "this is the longer part of it", False),
    ],
)
def test_touches(said: str, expected: str, do_touch: bool) -> None:
    assert touches(said, expected) is do_touch


def test_found_missed_unexpected_and_broken_silence(tmp_path: Path) -> None:
    change = Change(ChangeKind.NUMBER, "£1.3 million", "£1.8 million")
    result = compared(
        tmp_path,
        finding("Pellworth saved £1.8 million on ingredients.", "MSG203", change),
        finding("Live in 3 weeks", "MSG204"),
    )
    assert [(o.rule_agrees, o.change_agrees) for o in result.wanted] == [(True, True), (False, False)]
    assert [expected.text for expected in result.missed] == ["A game-changing way to plan"]
    assert [found.text for found in result.unexpected] == ["Live in 3 weeks"]
    assert [outcome.expected.text for outcome in result.broken_silences] == ["Live in 3 weeks"]
    assert (result.precision, result.recall) == (0.5, 0.5)


def test_the_right_passage_by_the_wrong_rule_is_found_but_does_not_agree(tmp_path: Path) -> None:
    result = compared(tmp_path, finding("saved £1.8 million on ingredients", "MSG205"))
    assert [bool(outcome.findings) for outcome in result.wanted] == [True, False]
    assert not result.wanted[0].rule_agrees


def test_coverage_mode_expects_more_and_asks_for_no_silence(tmp_path: Path) -> None:
    result = compared(tmp_path, finding("Live in 3 weeks", "MSG501"), mode=Mode.COVERAGE)
    assert len(result.wanted) == 3
    assert result.silent == ()


def test_an_asset_without_expectations_expects_nothing(tmp_path: Path) -> None:
    result = compare(report(tmp_path / "deck.md"))
    assert (result.wanted, result.silent, result.precision, result.recall) == ((), (), 1.0, 1.0)


def compared(folder: Path, *findings: Finding, mode: Mode = Mode.CONTRADICTIONS) -> Comparison:
    (folder / "deck.md.expected.yaml").write_text(EXPECTED, encoding="utf-8")
    return compare(report(folder / "deck.md", *findings, mode=mode))


def report(path: Path, *findings: Finding, mode: Mode = Mode.CONTRADICTIONS) -> Report:
    blocks = (Block("text", BlockKind.BODY, Location(("line 1",))),)
    asset = CheckedAsset(
        Source(path, "deck.md", "deck.md", "text/markdown"), Document("text/markdown", blocks), ()
    )
    return Report("master.yaml", "0" * 64, "model", mode, (asset,), findings)


def finding(text: str, rule: str, *changes: Change) -> Finding:
    where = Location(("line 1",))
    return Finding(
        rule, "name", Severity.ERROR, 0.9, "message", "deck.md", where, text, "f" * 16, changes=changes
    )
