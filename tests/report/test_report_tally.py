from __future__ import annotations

import pytest
from report_factory import asset, clean, finding, report, retired_name, unreadable, usual

from msglint.model import Severity, Verdict
from msglint.report.tally import headline, plural, summary, sureness, tally


@pytest.mark.parametrize(
    ("given", "head", "line"),
    [
        pytest.param(
            usual(),
            "2 things to fix before this goes out",
            "1 error, 1 warning in 1 of 2 assets; 3 claims checked; 4 regions not read",
            id="usual",
        ),
        pytest.param(
            clean(),
            "Ready: nothing contradicts the master messaging",
            "Nothing to fix in 1 asset; 1 claim checked",
            id="clean",
        ),
        pytest.param(
            unreadable(),
            "Not ready: 1 asset could not be read",
            "Nothing to fix in 2 of 3 assets; 3 claims checked; 4 regions not read; "
            "1 asset could not be read",
            id="unreadable",
        ),
        pytest.param(
            report(asset("a", readable=False), asset("b", readable=False), asset(), findings=(finding(),)),
            "1 thing to fix before this goes out, and 2 assets could not be read",
            "1 error in 1 of 3 assets; 0 claims checked; 2 assets could not be read",
            id="findings beside unreadable assets",
        ),
        pytest.param(
            report(asset(), findings=(finding(severity=Severity.NOTE), retired_name(suppressed=True))),
            "Ready: nothing contradicts the master messaging",
            "1 note in 1 asset; 0 claims checked; 1 suppressed",
            id="notes are not things to fix",
        ),
        pytest.param(
            report(asset(), asset("b"), findings=(finding(asset="master_messaging.yaml"),)),
            "1 thing to fix before this goes out",
            "1 error across 2 assets; 0 claims checked",
            id="found in no asset",
        ),
        pytest.param(
            report(asset()),
            "Nothing was checked: no claims were found",
            "Nothing to fix in 1 asset; 0 claims checked",
            id="no claims",
        ),
        pytest.param(
            report(),
            "Nothing was checked: no assets were given",
            "Nothing to fix in 0 assets; 0 claims checked",
            id="no assets",
        ),
    ],
)
def test_words_for_a_run(given, head, line):
    counts = tally(given)
    assert (headline(counts), summary(counts)) == (head, line)


def test_every_severity_and_verdict_is_counted():
    counts = tally(usual())
    assert counts.severities == {Severity.ERROR: 1, Severity.WARNING: 1, Severity.NOTE: 0}
    assert set(counts.verdicts) == set(Verdict)
    assert (counts.claims, counts.checked) == (4, 3)


@pytest.mark.parametrize(("number", "words"), [(0, "0 errors"), (1, "1 error"), (1204, "1,204 errors")])
def test_plural(number, words):
    assert plural(number, "error") == words


@pytest.mark.parametrize(("confidence", "word"), [(0.9, "sure"), (0.899, "likely"), (0.0, "likely")])
def test_sureness(confidence, word):
    assert sureness(confidence) == word
