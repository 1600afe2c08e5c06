from __future__ import annotations

import pytest
from report_factory import RULES, asset, clean, finding, report, retired_name, unreadable, usual
from rich.text import Text

from msglint.model import Change, ChangeKind, Location, Severity
from msglint.report.style import Style
from msglint.report.text import render_text

USUAL = """\
▌ decks/q4.pptx: 1 error, 1 warning; 33% read

  ! slide 2 › Title 1
    warning  │ MSG301 retired-name (likely): 'Universal Search' is now Code Search
    found    │ Meet Universal Search
             │      ^^^^^^^^^^^^^^^^
    use      │ Meet Code Search
    id       │ fedcba9876543210

  ✗ slide 7 › Title 1 › ¶2
    error    │ MSG203 number-drift: '60 %' differs from the approved 40 % (VAL-1)
    found    │ Acme cuts review time by 60 %, guaranteed.
             │                          ^^^^
    approved │ Acme cuts review time by 40 %.
             │                          ^^^^
    id       │ 0123456789abcdef

    not read │ slides 3, 7 (3 places): pictures without alt text
             │ slide 9 › Object 1: an embedded video

2 things to fix before this goes out.
1 error, 1 warning in 1 of 2 assets; 3 claims checked; 4 regions not read
Next: msglint explain MSG203 says why the rule is there and what passes
"""

NARROW = """\
▌ decks/q4.pptx: 1 error

  ✗ slide 7 › Title 1 › ¶2
    error    │ MSG203 number-drift: '60
             │ %' differs from the
             │ approved 40 % (VAL-1)
    found    │ Acme cuts review time by
             │ 60 %, guaranteed.
             │ ^^^^
    approved │ Acme cuts review time by
             │ 40 %.
             │ ^^^^
    id       │ 0123456789abcdef

1 thing to fix before this goes out.
1 error in 1 asset; 0 claims checked
Next: msglint explain MSG203 says why
the rule is there and what passes
"""

UNREADABLE = """\
▌ decks/locked.pptx: COULD NOT BE READ
    reason   │ is encrypted with a password
    so       │ nothing in it was checked; this is not a clean result

▌ decks/q4.pptx: nothing to fix; 33% read
    not read │ slides 3, 7 (3 places): pictures without alt text
             │ slide 9 › Object 1: an embedded video

Not ready: 1 asset could not be read.
Nothing to fix in 2 of 3 assets; 3 claims checked; 4 regions not read; 1 asset could not be read
"""

CLEAN = """\
Ready: nothing contradicts the master messaging.
Nothing to fix in 1 asset; 1 claim checked, against master_messaging.yaml
"""

EMPTY = """\
Nothing was checked: no assets were given.
Nothing to fix in 0 assets; 0 claims checked
"""

SUPPRESSED = """\
Nothing was checked: no claims were found.
Nothing to fix in 1 asset; 0 claims checked; 1 suppressed
"""

SAID_NOWHERE = """\
▌ master_messaging.yaml: 1 warning

  ! DIF-1
    warning  │ MSG301 retired-name (likely): No asset says what sets us apart
    approved │ Acme reads every repository.
    id       │ fedcba9876543210

1 thing to fix before this goes out.
1 warning across 0 assets; 0 claims checked
Next: msglint explain MSG301 says why the rule is there and what passes
"""


@pytest.mark.parametrize(
    ("given", "style", "written"),
    [
        pytest.param(usual(), Style(), USUAL, id="usual"),
        pytest.param(report(asset(), findings=(finding(),)), Style(width=40), NARROW, id="narrow"),
        pytest.param(unreadable(), Style(), UNREADABLE, id="unreadable"),
        pytest.param(clean(), Style(), CLEAN, id="clean"),
        pytest.param(report(), Style(), EMPTY, id="empty"),
        pytest.param(
            report(asset(), findings=(finding(suppressed=True),)), Style(), SUPPRESSED, id="suppressed"
        ),
        pytest.param(
            report(
                findings=(
                    retired_name(
                        asset="master_messaging.yaml",
                        location=Location(("DIF-1",), line=9),
                        text="Acme reads every repository.",
                        statement_text="Acme reads every repository.",
                        suggestion="",
                        start=0,
                        end=0,
                        message="No asset says what sets us apart",
                    ),
                )
            ),
            Style(),
            SAID_NOWHERE,
            id="said nowhere",
        ),
    ],
)
def test_written(given, style, written):
    assert render_text(given, RULES, style) == written


@pytest.mark.parametrize("width", [40, 60, 110])
def test_no_line_is_wider_than_the_style(width):
    lines = render_text(usual(), RULES, Style(width=width)).splitlines()
    assert max(map(len, lines)) <= width


@pytest.mark.parametrize("given", [usual(), unreadable(), clean()], ids=["usual", "unreadable", "clean"])
def test_colour_only_replaces_the_carets(given):
    coloured = render_text(given, RULES, Style(colour=True))
    plain = render_text(given, RULES).splitlines()
    assert "\x1b[" in coloured
    assert Text.from_ansi(coloured).plain.splitlines() == [line for line in plain if "^" not in line]


def test_marked_words_in_colour_are_underlined():
    assert "by \x1b[1;4;31m60 %\x1b[0m, guar" in render_text(usual(), RULES, Style(colour=True))


def test_environment_changes_nothing(monkeypatch):
    for name, value in {"COLUMNS": "20", "FORCE_COLOR": "1", "TERM": "dumb", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    assert render_text(usual(), RULES) == USUAL


def test_carets_stand_under_wide_characters():
    change = Change(ChangeKind.NAME, "", "検索", 5, 7)
    written = render_text(
        report(asset(), findings=(finding(text="Meet 検索 now", changes=(change,)),)), RULES
    )
    assert "│ Meet 検索 now\n             │      ^^^^\n" in written


@pytest.mark.parametrize("style", [Style(width=40), Style(width=40, colour=True)])
def test_quoted_text_cannot_steer_the_terminal_or_a_ci_log(style):
    hostile = (
        "\x1b[2J\x9b31m \u202eabc " + "wrapped onto the next line " + "::error::owned [bold]x[/bold] :smile:"
    )
    given = finding(
        text=hostile,
        statement_text=hostile,
        suggestion=hostile[1:],
        message=hostile,
        location=Location((hostile,)),
        asset=hostile,
        changes=(),
    )
    written = render_text(
        report(asset(hostile, skipped=((hostile, hostile),)), findings=(given,)), RULES, style
    )
    shown = Text.from_ansi(written).plain if style.colour else written
    assert not any(line.lstrip().startswith("::") for line in shown.splitlines())
    assert not any(character in shown for character in "\x1b\x9b\u202e")
    assert "[bold]x[/bold]" in " ".join(shown.split())
    assert ":smile:" in shown


def test_next_step_names_the_gravest_finding_once():
    given = report(asset(), findings=(retired_name(severity=Severity.NOTE), finding()))
    assert render_text(given, RULES).count("msglint explain MSG203") == 1
    assert "msglint explain MSG301" not in render_text(given, RULES)


def test_an_approved_sentence_to_paste_is_not_shown_twice():
    given = report(asset(), findings=(finding(suggestion=finding().statement_text),))
    assert "use      │" not in render_text(given, RULES)
