"""Provisos: where they begin and end, and words that only look like one."""

from __future__ import annotations

import pytest

from msglint.claims.provisos import provisos


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("When parked, the cart needs no brake.", "clause", "when parked"),
        ("It is free, provided the seal is intact.", "clause", "provided the seal is intact"),
        ("Every lot is sold, unless a reserve was agreed.", "unless", "unless a reserve was agreed"),
        ("Damage is covered, subject to an excess.", "limit", "subject to an excess"),
        ("Under normal driving, it lasts.", "setting", "under normal driving"),
        ("Used together with exercise, it helps.", "with", "used together with exercise"),
        ("It is quick on the Gold plan.", "group", "on the gold plan"),
        ("It needs one coat, however dirty the metal.", "whatever", "however dirty the metal"),
        ("It costs €9, plus VAT.", "money", "plus vat"),
        ("In dry weather, it hardens.", "weather", "in dry weather"),
    ],
)
def test_provisos(text: str, kind: str, found: str) -> None:
    (cue,) = provisos(text)
    assert (cue.kind, cue.text) == (kind, found)
    assert text[cue.start : cue.end].lower().strip() == found


@pytest.mark.parametrize(
    "text", ["It is reviewed once a year.", "In the trial, it helped.", "We sell tea.", "The plan works."]
)
def test_no_proviso(text: str) -> None:
    assert provisos(text) == ()
