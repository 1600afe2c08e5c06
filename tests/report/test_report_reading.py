from __future__ import annotations

import pytest
from report_factory import DECK, asset, finding, judgement, report

from msglint.model import Location, Skipped, Verdict
from msglint.report.reading import asset_parts, fold


@pytest.mark.parametrize(
    ("regions", "shown"),
    [
        (["file"], "why"),
        (["slide 3 › Picture 2"], "slide 3 › Picture 2: why"),
        (["slide 3", "slide 7", "slide 9"], "slides 3, 7, 9: why"),
        (["slide 9", "slide 3"], "slides 3, 9: why"),
        (["slide 3", "slide 4"], "slides 3, 4: why"),
        (["slide 3", "slide 4", "slide 5", "slide 9"], "slides 3–5, 9: why"),
        (["slide 3 › A", "slide 3 › B"], "slide 3 (2 places): why"),
        (["page 1", "slide 2"], "page 1, slide 2: why"),
        (["chart", "diagram"], "chart, diagram: why"),
        (list("abcdefg"), "a, b, c, d, e and 2 more: why"),
    ],
)
def test_skips_for_one_reason_are_folded(regions, shown):
    (gap,) = fold(Skipped(DECK, region, "why") for region in regions)
    assert str(gap) == shown


def test_skips_for_different_reasons_stay_apart():
    gaps = fold([Skipped(DECK, "slide 1", "a"), Skipped(DECK, "slide 2", "b"), Skipped(DECK, "slide 3", "a")])
    assert [str(gap) for gap in gaps] == ["slides 1, 3: a", "slide 2: b"]


def test_findings_come_in_reading_order():
    tenth, second = Location(("slide 10",)), Location(("slide 2",))
    judgements = (
        judgement("one", Verdict.DRIFT, second),
        judgement("two", Verdict.DRIFT, second),
        judgement("three", Verdict.DRIFT, tenth),
    )
    given = [
        finding(location=Location(()), text="", fingerprint="last"),
        finding(location=tenth, text="three", fingerprint="4"),
        finding(location=second, text="two", fingerprint="3"),
        finding(location=second, text="one", fingerprint="2", start=9),
        finding(location=second, text="one", fingerprint="1", start=4),
    ]
    (part,) = asset_parts(report(asset(judgements=judgements), findings=tuple(given)))
    assert [found.fingerprint for found in part.findings] == ["1", "2", "3", "4", "last"]


def test_findings_of_no_checked_asset_come_last_and_are_never_lost():
    given = report(asset(), findings=(finding(asset=""), finding(asset="elsewhere.pdf"), finding()))
    assert [(part.name, len(part.findings)) for part in asset_parts(given)] == [
        (DECK, 1),
        ("across all assets", 1),
        ("elsewhere.pdf", 1),
    ]
