from __future__ import annotations

import json

from report_factory import (
    APPROVED,
    DECK,
    FOUND,
    NUMBER,
    RULES,
    asset,
    finding,
    judgement,
    report,
    unreadable,
    usual,
)

from msglint.fingerprint import fingerprint
from msglint.model import Verdict
from msglint.report.json import render_json

WRITTEN = """\
{
  "schema": 1,
  "messaging": {
    "path": "master_messaging.yaml",
    "sha256": "abababababababababababababababababababababababababababababababab"
  },
  "assets": [
    {
      "path": "decks/q4.pptx",
      "media_type": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      "blocks": 1,
      "claims": 1,
      "skipped": [
        {
          "region": "slide 3 › Picture 2",
          "reason": "pictures without alt text"
        }
      ],
      "coverage": {
        "read": 1,
        "not_read": 1,
        "share": 0.5
      }
    }
  ],
  "claims": [
    {
      "asset": "decks/q4.pptx",
      "location": "slide 7 › Title 1 › ¶2",
      "text": "Acme cuts review time by 60 %, guaranteed.",
      "verdict": "drift",
      "confidence": 0.9877,
      "statement_id": "VAL-1",
      "similarity": 0.8765,
      "changes": [
        {
          "kind": "number",
          "approved": "40 %",
          "found": "60 %"
        }
      ],
      "fingerprint": "CLAIM"
    }
  ],
  "findings": [
    {
      "rule": "MSG203",
      "severity": "error",
      "confidence": 0.9877,
      "message": "'60 %' differs from the approved 40 % (VAL-1)",
      "asset": "decks/q4.pptx",
      "location": "slide 7 › Title 1 › ¶2",
      "text": "Acme cuts review time by 60 %, guaranteed.",
      "statement_id": "VAL-1",
      "changes": [
        {
          "kind": "number",
          "approved": "40 %",
          "found": "60 %"
        }
      ],
      "suggestion": "",
      "fingerprint": "0123456789abcdef",
      "suppressed": false
    }
  ],
  "summary": {
    "severities": {
      "error": 1,
      "warning": 0,
      "note": 0
    },
    "suppressed": 0,
    "verdicts": {
      "on-message": 0,
      "drift": 1,
      "contradiction": 0,
      "unsupported": 0,
      "off-message": 0,
      "not-a-claim": 0,
      "unsure": 0
    },
    "assets": 1,
    "claims": 1,
    "skipped": 1,
    "unreadable": [],
    "half_read": []
  }
}
"""

EMPTY = """\
{
  "schema": 1,
  "messaging": {
    "path": "master_messaging.yaml",
    "sha256": "abababababababababababababababababababababababababababababababab"
  },
  "assets": [],
  "claims": [],
  "findings": [],
  "summary": {
    "severities": {
      "error": 0,
      "warning": 0,
      "note": 0
    },
    "suppressed": 0,
    "verdicts": {
      "on-message": 0,
      "drift": 0,
      "contradiction": 0,
      "unsupported": 0,
      "off-message": 0,
      "not-a-claim": 0,
      "unsure": 0
    },
    "assets": 0,
    "claims": 0,
    "skipped": 0,
    "unreadable": [],
    "half_read": []
  }
}
"""


def test_written():
    judged = judgement(
        FOUND,
        Verdict.DRIFT,
        ordinal=2,
        confidence=0.98765,
        statement_id="VAL-1",
        statement_text=APPROVED,
        similarity=0.87654321,
        changes=(NUMBER,),
    )
    deck = asset(judgements=(judged,), skipped=(("slide 3 › Picture 2", "pictures without alt text"),))
    written = render_json(report(deck, findings=(finding(),)), RULES)
    assert written == WRITTEN.replace("CLAIM", fingerprint("claim", "VAL-1", FOUND, DECK, 2))


def test_empty():
    assert render_json(report(), RULES) == EMPTY


def test_findings_come_in_reading_order_and_suppressed_ones_stay():
    given = usual()
    given = report(*given.assets, findings=(*given.findings, finding(suppressed=True, fingerprint="f")))
    value = json.loads(render_json(given, RULES))
    assert [(found["fingerprint"], found["suppressed"]) for found in value["findings"]] == [
        ("fedcba9876543210", False),
        ("0123456789abcdef", False),
        ("f", True),
    ]
    assert value["summary"]["suppressed"] == 1
    assert value["summary"]["severities"]["error"] == 1


def test_claims_of_an_asset_are_as_many_as_it_says():
    value = json.loads(render_json(usual(), RULES))
    assert [given["claims"] for given in value["assets"]] == [3, 1]
    assert value["summary"]["claims"] == len(value["claims"]) == 4


def test_an_unreadable_asset_is_named():
    value = json.loads(render_json(unreadable(), RULES))
    assert value["summary"]["unreadable"] == ["decks/locked.pptx"]
    assert value["assets"][0] == {
        "path": "decks/locked.pptx",
        "media_type": value["assets"][1]["media_type"],
        "blocks": 0,
        "claims": 0,
        "skipped": [{"region": "file", "reason": "is encrypted with a password"}],
        "coverage": {"read": 0, "not_read": 1, "share": 0.0},
    }


def test_text_comes_back_as_it_was():
    hostile = 'x\x00\x1b\u202e\u2028\ud800 "\\ </script>'
    written = render_json(report(asset(), findings=(finding(text=hostile),)), RULES)
    assert written.encode()
    assert json.loads(written)["findings"][0]["text"] == hostile
