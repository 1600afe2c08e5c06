"""`msglint explain`: a rule, or a finding of the last run, in words that say what would pass."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cli_driver import Msglint


def _fingerprint(msglint: Msglint) -> str:
    report = json.loads(msglint("check", "number.md", "--format", "json").stdout)
    [finding] = report["findings"]
    return str(finding["fingerprint"])


def test_a_finding_of_the_last_run(larkmill: Msglint) -> None:
    larkmill.write(number_md="Larkmill Ledger cuts invoice review time by 60 %.\n")
    said = larkmill("explain", _fingerprint(larkmill))
    assert said.code == 0
    lines = said.stdout.splitlines()
    assert lines[0] == "MSG203 in number.md, line 1"
    assert lines[1] == "found    Larkmill Ledger cuts invoice review time by 60 %."
    assert "changed  number: '60 %' for '40 %'" in lines
    assert lines[-1] == "passes   Larkmill Ledger cuts invoice review time by 40 %."


def test_what_is_reported_without_weighing_says_so(larkmill: Msglint) -> None:
    larkmill.write(
        master_messaging_yaml="schema: 1\ncompany: {name: Larkmill}\nnegative_statements:\n"
        "  - {id: N-1, statement: Larkmill never pays an invoice without a person's approval.}\n",
        number_md="Larkmill pays invoices without a person's approval.\n",
    )
    said = larkmill("explain", _fingerprint(larkmill)).stdout
    assert said.startswith("MSG101 in number.md, line 1\n")
    assert (
        "sure     these are the words of what may not be claimed, less its denial: nothing is weighed\n"
        in said
    )
    assert "it is reported from" not in said


def test_the_start_of_a_fingerprint_is_enough(larkmill: Msglint) -> None:
    larkmill.write(number_md="Larkmill Ledger cuts invoice review time by 60 %.\n")
    assert larkmill("explain", _fingerprint(larkmill)[:8]).code == 0


def test_a_finding_that_no_run_has_made(larkmill: Msglint) -> None:
    said = larkmill("explain", "0123456789abcdef")
    assert said.code == 2
    assert said.stderr == (
        "msglint: 0123456789abcdef: no finding of the last run has this fingerprint "
        "(only findings of the last run without --no-cache are known; run msglint check again)\n"
    )


def test_a_misspelt_audience_is_named_and_an_unknown_one_taken(larkmill: Msglint) -> None:
    larkmill.write(
        master_messaging_yaml="schema: 1\ncompany: {name: Larkmill}\npositioning:\n"
        "  - {id: POS-1, statement: Larkmill reads invoices., audiences: [finance]}\n"
    )
    slip = larkmill("check", "clean.md", "--audience", "fianance")
    assert (slip.code, slip.stderr) == (
        2,
        "msglint: --audience: 'fianance' is not in master_messaging.yaml (did you mean 'finance'?)\n",
    )
    assert larkmill("check", "clean.md", "--audience", "sales").code == 0
