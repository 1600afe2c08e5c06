"""Judged assets made by hand, so that checks are tested without the stages before them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msglint.checks.rule import Options, Rule
from msglint.fingerprint import normalised
from msglint.messaging.load import LoadedMessaging, messaging_from
from msglint.messaging.statements import statements_of
from msglint.messaging.yaml_tree import plain, read_tree
from msglint.model import (
    Block,
    BlockKind,
    Change,
    ChangeKind,
    CheckedAsset,
    Claim,
    Document,
    Facts,
    Judgement,
    Location,
    Mode,
    Severity,
    Source,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from msglint.messaging.schema import Messaging


def messaging(yaml_text: str) -> LoadedMessaging:
    tree = read_tree(("schema: 1\ncompany: {name: Larkmill}\n" + yaml_text).encode(), "m.yaml")
    assert tree is not None
    return LoadedMessaging(messaging_from(plain(tree)), "m.yaml", "", {})


def block(text: str, kind: BlockKind = BlockKind.BODY, *steps: str, heading: str = "") -> Block:
    return Block(text, kind, Location(steps or ("line 1",)), heading)


def judged(
    block: Block,
    verdict: Verdict,
    statement: tuple[str, str] | None = None,
    *changes: Change,
    text: str = "",
    facts: Facts | None = None,
) -> Judgement:
    claim = Claim(
        "a.md",
        text or block.text,
        block.kind,
        block.location,
        block.heading,
        0,
        facts or Facts(),
        asserts=True,
    )
    entry_id, wording = statement or (None, "")
    return Judgement(
        claim,
        verdict,
        confidence=0.9,
        attention=0.5,
        similarity=0.8,
        deviation=0.5,
        statement_id=entry_id,
        statement_text=wording,
        changes=changes,
    )


def asset(blocks: Sequence[Block], judgements: Sequence[Judgement] = (), name: str = "a.md") -> CheckedAsset:
    return CheckedAsset(
        Source(Path(name), name, name, "text/markdown"),
        Document("text/markdown", tuple(blocks)),
        tuple(judgements),
    )


def change(kind: ChangeKind, approved: str, found: str, text: str) -> Change:
    start = max(text.find(found), 0)
    return Change(kind, approved, found, start, start + len(found)) if found else Change(kind, approved, "")


def rule(check: str, options: Options | None = None, **given: object) -> Rule:
    values = {
        "id": "TST100",
        "name": "test",
        "severity": Severity.ERROR,
        "message": "{found}",
        "why": "",
        "mode": Mode.CONTRADICTIONS,
        **given,
    }
    return Rule(check=check, options=options or Options(), **values)  # type: ignore[arg-type]


def literal_judge(blocks: Sequence[Block], document: Messaging, asset_name: str) -> CheckedAsset:
    """A judge that knows a statement only by its exact wording; all else is unsupported."""
    wordings = {normalised(s.text): (s.entry_id, s.text) for s in statements_of(document)}
    judgements = [
        judged(b, Verdict.ON_MESSAGE, wordings[normalised(b.text)])
        if normalised(b.text) in wordings
        else judged(b, Verdict.UNSUPPORTED)
        for b in blocks
    ]
    return asset(blocks, judgements, asset_name)
