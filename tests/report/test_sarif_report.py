from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from report_factory import DECK, RULES, asset, clean, finding, report, retired_name, unreadable, usual

from msglint import __version__
from msglint.model import Location, Severity
from msglint.report import sarif
from msglint.report.sarif import render_sarif
from msglint.report.sarif_parts import artifact, message

REPORTS = {"usual": usual(), "clean": clean(), "unreadable": unreadable(), "empty": report()}


def run_of(given):
    value = json.loads(render_sarif(given, RULES))
    assert value["version"] == "2.1.0"
    (run,) = value["runs"]
    return run


def one_result(**given):
    (result,) = run_of(report(asset(), findings=(finding(**given),)))["results"]
    return result


@pytest.mark.parametrize("given", REPORTS.values(), ids=REPORTS)
def test_structure(given):
    run = run_of(given)
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["name"] == "msglint"
    assert run["tool"]["driver"]["semanticVersion"] == __version__
    assert all(rule.keys() >= {"id", "shortDescription", "fullDescription", "help"} for rule in rules)
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    for told in run["invocations"][0]["toolExecutionNotifications"]:
        assert told["message"]["text"]
        assert told["level"] in {"error", "warning"}


@pytest.mark.parametrize("given", REPORTS.values(), ids=REPORTS)
def test_schema(given):
    path = os.environ.get("SARIF_SCHEMA", "")
    if not path:
        pytest.skip("SARIF_SCHEMA names no copy of the OASIS schema sarif-schema-2.1.0.json")
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(Path(path).read_text("utf-8"))
    jsonschema.validators.validator_for(schema)(schema).validate(json.loads(render_sarif(given, RULES)))


def test_result():
    assert one_result() == {
        "ruleId": "MSG203",
        "ruleIndex": 0,
        "level": "error",
        "message": {
            "text": "'60 %' differs from the approved 40 % (VAL-1). "
            "Found: “Acme cuts review time by 60 %, guaranteed.” Approved: “Acme cuts review time by 40 %.”"
        },
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": DECK, "uriBaseId": "%SRCROOT%"}},
                "logicalLocations": [{"fullyQualifiedName": "slide 7 › Title 1 › ¶2"}],
            }
        ],
        "partialFingerprints": {"msglint/v1": "0123456789abcdef"},
        "properties": {"confidence": 0.9877},
    }


def test_rule():
    assert run_of(report())["tool"]["driver"]["rules"][0] == {
        "id": "MSG203",
        "name": "number-drift",
        "shortDescription": {"text": "Number drift"},
        "fullDescription": {"text": RULES["MSG203"].why},
        "help": {"text": RULES["MSG203"].why},
        "helpUri": "https://example.com/rules/MSG203",
        "defaultConfiguration": {"level": "error"},
    }


def test_lines_only_where_a_file_has_them():
    physical = one_result(location=Location(("h1",), line=14, column=3))["locations"][0]["physicalLocation"]
    assert physical["region"] == {"startLine": 14, "startColumn": 3, "snippet": {"text": finding().text}}


def test_suppressed_results_stay_and_are_marked():
    assert one_result(suppressed=True)["suppressions"] == [{"kind": "external"}]


def test_a_rule_that_is_not_known_is_still_described():
    given = report(asset(), findings=(finding(rule="MY1", rule_name="own-rule"), finding()))
    run = run_of(given)
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["MSG203", "MSG301", "MY1"]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 2]


def test_a_finding_about_the_whole_run_is_at_the_messaging_document():
    given = run_of(report(findings=(finding(asset="", location=Location(())),)))
    assert given["results"][0]["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "master_messaging.yaml", "uriBaseId": "%SRCROOT%"}}}
    ]


def test_what_was_not_read_is_told():
    invocation = run_of(unreadable())["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert [
        (told["level"], told["message"]["text"]) for told in invocation["toolExecutionNotifications"]
    ] == [
        ("error", "decks/locked.pptx: could not be read: is encrypted with a password"),
        ("warning", "decks/q4.pptx: slides 3, 7 (3 places): pictures without alt text"),
        ("warning", "decks/q4.pptx: slide 9 › Object 1: an embedded video"),
    ]
    assert run_of(clean())["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_too_many_results_lose_the_suppressed_then_the_least_severe(monkeypatch):
    monkeypatch.setattr(sarif, "MOST", 2)
    given = (
        finding(fingerprint="a", suppressed=True),
        retired_name(fingerprint="b", severity=Severity.NOTE, location=finding().location),
        retired_name(fingerprint="c", location=finding().location),
        finding(fingerprint="d"),
    )
    run = run_of(report(asset(), findings=given))
    assert {result["partialFingerprints"]["msglint/v1"] for result in run["results"]} == {"c", "d"}
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"] == ("2 results of the least severe left out: a SARIF run holds 2 at most")


@pytest.mark.parametrize(
    ("path", "location"),
    [
        (
            "decks/q4 final [v2] 100%.pptx",
            {"uri": "decks/q4%20final%20%5Bv2%5D%20100%25.pptx", "uriBaseId": "%SRCROOT%"},
        ),
        ("./über.md", {"uri": "%C3%BCber.md", "uriBaseId": "%SRCROOT%"}),
        ("/srv/a b.md", {"uri": "file:///srv/a%20b.md"}),
        ("https://acme.example/a?b=c d#e", {"uri": "https://acme.example/a?b=c%20d#e"}),
        ("bad\udcff.md", {"uri": "bad%ED%B3%BF.md", "uriBaseId": "%SRCROOT%"}),
    ],
)
def test_addresses_are_percent_encoded(path, location):
    assert artifact(path) == location


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a {0} b", "a {{0}} b"),
        ("[click](http://x) and [1]", r"\[click](http://x) and [1]"),
        ("a\x1b\nb", "a� b"),
    ],
)
def test_quoted_text_is_no_placeholder_and_no_link(text, written):
    assert message(text) == {"text": written}
