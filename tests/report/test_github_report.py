from __future__ import annotations

import pytest
from report_factory import RULES, asset, clean, finding, report, retired_name, unreadable, usual

from msglint.model import Location, Severity
from msglint.report.github import render_github

USUAL = """\
::error file=decks/q4.pptx,title=MSG203 number-drift at slide 7 › Title 1 › ¶2::'60 %25' differs from the \
approved 40 %25 (VAL-1). Found: “Acme cuts review time by 60 %25, guaranteed.” Approved: “Acme cuts review \
time by 40 %25.”
::warning file=decks/q4.pptx,title=MSG301 retired-name at slide 2 › Title 1::'Universal Search' is now Code \
Search. Found: “Meet Universal Search” Use: “Meet Code Search”
msglint: not read in decks/q4.pptx (33% read): slides 3, 7 (3 places): pictures without alt text
msglint: not read in decks/q4.pptx (33% read): slide 9 › Object 1: an embedded video
msglint: 2 things to fix before this goes out. 1 error, 1 warning in 1 of 2 assets; 3 claims checked; 4 \
regions not read
"""

UNREADABLE = """\
::error file=decks/locked.pptx,title=Could not be read::decks/locked.pptx could not be read, so nothing \
in it was checked (is encrypted with a password)
msglint: not read in decks/q4.pptx (33% read): slides 3, 7 (3 places): pictures without alt text
msglint: not read in decks/q4.pptx (33% read): slide 9 › Object 1: an embedded video
msglint: Not ready: 1 asset could not be read. Nothing to fix in 2 of 3 assets; 3 claims checked; 4 regions \
not read; 1 asset could not be read
"""

CLEAN = """\
msglint: Ready: nothing contradicts the master messaging. Nothing to fix in 1 asset; 1 claim checked
"""

EMPTY = """\
msglint: Nothing was checked: no assets were given. Nothing to fix in 0 assets; 0 claims checked
"""


@pytest.mark.parametrize(
    ("given", "written"),
    [
        pytest.param(usual(), USUAL, id="usual"),
        pytest.param(unreadable(), UNREADABLE, id="unreadable"),
        pytest.param(clean(), CLEAN, id="clean"),
        pytest.param(report(), EMPTY, id="empty"),
    ],
)
def test_written(given, written):
    assert render_github(given, RULES) == written


@pytest.mark.parametrize(
    ("given", "line"),
    [
        pytest.param(
            retired_name(location=Location((), line=14, column=3), message="m.", text="", suggestion=""),
            "::warning file=decks/q4.pptx,line=14,col=3,title=MSG301 retired-name at line 14::m.",
            id="line and column",
        ),
        pytest.param(
            retired_name(asset="", location=Location(()), message="m", text="", suggestion=""),
            "::warning title=MSG301 retired-name::m.",
            id="no asset",
        ),
        pytest.param(
            retired_name(severity=Severity.NOTE, message="m!", text="", suggestion="", location=Location(())),
            "::notice file=decks/q4.pptx,title=MSG301 retired-name::m!",
            id="note",
        ),
        pytest.param(
            retired_name(
                asset="a,b:c%d\n.md", location=Location(("x::y, z",)), message="50 %\r\n::error::x ##[w]y"
            ),
            "::warning file=a%2Cb%3Ac%25d .md,title=MSG301 retired-name at x%3A%3Ay%2C z::50 %25  ::error::x "
            "# #[w]y. Found: “Meet Universal Search” Use: “Meet Code Search”",
            id="hostile",
        ),
    ],
)
def test_annotation(given, line):
    assert render_github(report(asset(), findings=(given,)), RULES).splitlines()[0] == line


def test_ten_annotations_of_each_level_and_a_line_for_the_rest():
    many = [finding(fingerprint=str(number)) for number in range(12)]
    many += [retired_name(fingerprint=str(number)) for number in range(11)]
    lost = asset("lost.pptx", readable=False)
    lines = render_github(report(asset(), lost, findings=tuple(many)), RULES).splitlines()
    assert sum(line.startswith("::error ") for line in lines) == 10
    assert sum(line.startswith("::warning ") for line in lines) == 10
    assert lines[0].startswith("::error file=lost.pptx,")
    assert [line for line in lines if "more" in line] == [
        "msglint: 3 more errors, 1 more warning not shown here, "
        "but in the step summary and every other format"
    ]


def test_suppressed_findings_are_not_annotated():
    assert "::" not in render_github(report(asset(), findings=(finding(suppressed=True),)), RULES)


def test_plain_lines_cannot_be_commands():
    hostile = asset("x\n::error::owned ##[set-env]", skipped=(("r\n::add-mask::e", "##[warning]y"),))
    lines = render_github(report(hostile), RULES).splitlines()
    assert all(line.startswith("msglint: ") for line in lines)
    assert not any("##[" in line for line in lines)
