from __future__ import annotations

import pytest
from report_factory import RULES, asset, clean, finding, report, unreadable, usual

from msglint.model import Location
from msglint.report.github_summary import ROWS, github_summary

USUAL = """\
## 2 things to fix before this goes out

1 error, 1 warning in 1 of 2 assets; 3 claims checked; 4 regions not read.

| | asset | where | found | approved |
|---|---|---|---|---|
| error [MSG203](https://example.com/rules/MSG203) | decks/q4.pptx | slide 7 › Title 1 › ¶2 | Acme cuts \
review time by <strong>60 %</strong>, guaranteed. | Acme cuts review time by <strong>40 %</strong>. |
| warning MSG301 | decks/q4.pptx | slide 2 › Title 1 | Meet <strong>Universal Search</strong> | \
Meet Code Search |

<details><summary>What was not read</summary>

- decks/q4.pptx (33% read): slides 3, 7 (3 places): pictures without alt text
- decks/q4.pptx (33% read): slide 9 › Object 1: an embedded video

</details>
"""

UNREADABLE = """\
## Not ready: 1 asset could not be read

Nothing to fix in 2 of 3 assets; 3 claims checked; 4 regions not read; 1 asset could not be read.

> **decks/locked.pptx could not be read:** is encrypted with a password

<details><summary>What was not read</summary>

- decks/q4.pptx (33% read): slides 3, 7 (3 places): pictures without alt text
- decks/q4.pptx (33% read): slide 9 › Object 1: an embedded video

</details>
"""

CLEAN = """\
## Ready: nothing contradicts the master messaging

Nothing to fix in 1 asset; 1 claim checked.
"""


@pytest.mark.parametrize(
    ("given", "written"),
    [
        pytest.param(usual(), USUAL, id="usual"),
        pytest.param(unreadable(), UNREADABLE, id="unreadable"),
        pytest.param(clean(), CLEAN, id="clean"),
    ],
)
def test_written(given, written):
    assert github_summary(given, RULES) == written


def test_quoted_text_stays_in_its_cell():
    hostile = "a | b\n<img src=x> [l](http://x) `c` **d**"
    given = finding(asset=hostile, text=hostile, statement_text="", changes=(), location=Location((hostile,)))
    row = github_summary(report(asset(), findings=(given,)), RULES).splitlines()[6]
    cell = r"a \| b &lt;img src=x&gt; \[l\](http://x) \`c\` \*\*d\*\*"
    assert row == f"| error [MSG203](https://example.com/rules/MSG203) | {cell} | {cell} | {cell} |  |"


def test_a_long_table_is_cut_and_says_so():
    many = tuple(finding(fingerprint=str(number)) for number in range(ROWS + 2))
    written = github_summary(report(asset(), findings=many), RULES)
    assert written.count("| error ") == ROWS
    assert "… and 2 more findings; the other formats list all." in written
