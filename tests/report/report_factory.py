"""Small reports built by hand, and nothing a test does not see."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msglint.model import (
    Block,
    BlockKind,
    Change,
    ChangeKind,
    CheckedAsset,
    Claim,
    Document,
    Facts,
    Finding,
    Judgement,
    Location,
    Mode,
    Report,
    Severity,
    Skipped,
    Source,
    Verdict,
)
from msglint.report import RuleInfo

DECK = "decks/q4.pptx"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
FOUND = "Acme cuts review time by 60 %, guaranteed."
APPROVED = "Acme cuts review time by 40 %."
WHERE = Location(("slide 7", "Title 1", "¶2"))
NUMBER = Change(ChangeKind.NUMBER, approved="40 %", found="60 %", start=25, end=29)
RULES = {
    "MSG203": RuleInfo(
        "MSG203",
        "number-drift",
        "A number that sales and the website state differently is the first thing a buyer notices.",
        Severity.ERROR,
        "https://example.com/rules/MSG203",
    ),
    "MSG301": RuleInfo("MSG301", "retired-name", "Old names confuse.", Severity.WARNING),
}


def finding(**given: Any) -> Finding:
    """A wrong number on slide 7, changed by whatever is given."""
    values: dict[str, Any] = {
        "rule": "MSG203",
        "rule_name": "number-drift",
        "severity": Severity.ERROR,
        "confidence": 0.98765,
        "message": "'60 %' differs from the approved 40 % (VAL-1)",
        "asset": DECK,
        "location": WHERE,
        "text": FOUND,
        "fingerprint": "0123456789abcdef",
        "statement_id": "VAL-1",
        "statement_text": APPROVED,
        "changes": (NUMBER,),
        "suggestion": "",
    }
    return Finding(**(values | given))


def retired_name(**given: Any) -> Finding:
    """A warning without approved sentence but with words to use instead."""
    values: dict[str, Any] = {
        "rule": "MSG301",
        "rule_name": "retired-name",
        "severity": Severity.WARNING,
        "confidence": 0.7,
        "message": "'Universal Search' is now Code Search",
        "location": Location(("slide 2", "Title 1")),
        "text": "Meet Universal Search",
        "fingerprint": "fedcba9876543210",
        "statement_id": "P-SEARCH",
        "statement_text": "",
        "changes": (),
        "suggestion": "Meet Code Search",
        "start": 5,
        "end": 21,
    }
    return finding(**(values | given))


def judgement(text: str, verdict: Verdict, location: Location = WHERE, **given: Any) -> Judgement:
    claim = Claim(DECK, text, BlockKind.TITLE, location, "", given.pop("ordinal", 0), Facts(), asserts=True)
    chances = {"confidence": given.pop("confidence", 0.9), "attention": 0.0, "deviation": 0.0}
    return Judgement(claim, verdict, **chances, **given)


def asset(
    name: str = DECK,
    judgements: tuple[Judgement, ...] = (),
    skipped: tuple[tuple[str, str], ...] = (),
    *,
    readable: bool = True,
) -> CheckedAsset:
    """An asset whose blocks are where its judgements are, in their order."""
    places = dict.fromkeys([judged.claim.location for judged in judgements] or [Location(("slide 1",))])
    blocks = tuple(Block("text", BlockKind.BODY, place) for place in places) if readable else ()
    regions = tuple(Skipped(name, region, reason) for region, reason in skipped)
    return CheckedAsset(Source(Path(name), name, name, PPTX), Document(PPTX, blocks, regions), judgements)


def report(*assets: CheckedAsset, findings: tuple[Finding, ...] = ()) -> Report:
    return Report("master_messaging.yaml", "ab" * 32, "tiny-model", Mode.CONTRADICTIONS, assets, findings)


def usual() -> Report:
    """A deck with an error, a warning and unread pictures, given out of order, and a page without a fault."""
    title = Location(("slide 2", "Title 1"))
    deck = asset(
        judgements=(
            judgement("Meet Universal Search", Verdict.UNSURE, title, confidence=0.5),
            judgement("Agenda", Verdict.NOT_A_CLAIM, title),
            judgement(
                FOUND,
                Verdict.DRIFT,
                confidence=0.98765,
                statement_id="VAL-1",
                statement_text=APPROVED,
                similarity=0.87654321,
                changes=(NUMBER,),
            ),
        ),
        skipped=(
            ("slide 3 › Picture 2", "pictures without alt text"),
            ("slide 7 › Picture 1", "pictures without alt text"),
            ("slide 7 › Picture 4", "pictures without alt text"),
            ("slide 9 › Object 1", "an embedded video"),
        ),
    )
    page = asset("web/index.md", (judgement("Acme is a code AI platform.", Verdict.ON_MESSAGE),))
    return report(deck, page, findings=(finding(), retired_name()))


def clean() -> Report:
    return report(asset("web/index.md", (judgement("Acme is a code AI platform.", Verdict.ON_MESSAGE),)))


def unreadable() -> Report:
    lost = asset("decks/locked.pptx", skipped=(("file", "is encrypted with a password"),), readable=False)
    return report(lost, *usual().assets)
