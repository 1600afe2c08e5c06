"""How much of an asset was read, and the exit code when it is too little."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from msglint.model import (
    Block,
    BlockKind,
    CheckedAsset,
    Coverage,
    Document,
    Location,
    Mode,
    Report,
    Skipped,
    Source,
)


def document(read: str, lost: str) -> Document:
    """A document by the first steps of its blocks and its skips: "slide 1, slide 1, meta"."""
    blocks = tuple(
        Block("text", BlockKind.META if step == "meta" else BlockKind.BODY, Location((step, "¶1")))
        for step in filter(None, read.split(", "))
    )
    skipped = tuple(Skipped("a", region, "why") for region in filter(None, lost.split(", ")))
    return Document("text/plain", blocks, skipped)


@pytest.mark.parametrize(
    ("read", "lost", "coverage"),
    [
        pytest.param("slide 1, slide 2", "", Coverage(2, 0, 1.0), id="all"),
        pytest.param("slide 1", "slide 2 › Picture 1", Coverage(1, 1, 0.5), id="one of two slides"),
        pytest.param(
            "page 1, page 1, page 1, page 1", "page 2", Coverage(4, 1, 0.5), id="a scan among full pages"
        ),
        pytest.param("page 1, page 1, page 1", "page 1", Coverage(3, 1, 0.75), id="a part of a page"),
        pytest.param("slide 10", "slide 1", Coverage(1, 1, 0.5), id="slide 10 is not slide 1"),
        pytest.param("section, line 4, section", "section", Coverage(3, 1, 0.75), id="no slides or pages"),
        pytest.param("slide 1, meta, meta", "slide 2", Coverage(1, 1, 0.5), id="properties do not count"),
        pytest.param("slide 1", "masters and layouts", Coverage(1, 1, 1.0), id="a logo on the master"),
        pytest.param("", "file", Coverage(0, 1, 0.0), id="nothing"),
        pytest.param("", "", Coverage(0, 0, 0.0), id="nothing at all"),
    ],
)
def test_coverage(read: str, lost: str, coverage: Coverage) -> None:
    assert document(read, lost).coverage == coverage


@pytest.mark.parametrize(
    ("region", "count", "coverage"),
    [
        pytest.param("pages from 3", 6, Coverage(4, 6, 0.25), id="pages that there was no time for"),
        pytest.param("file", 12, Coverage(4, 12, 0.25), id="passages beyond the most"),
        pytest.param("page 1", 2, Coverage(4, 2, 0.75), id="two pictures on a page"),
    ],
)
def test_each_of_several_lost_things_counts(region: str, count: int, coverage: Coverage) -> None:
    whole = document("page 1, page 1, page 2, page 2", "")
    lost = replace(whole, skipped=(Skipped("a", region, "why", count),))
    assert lost.coverage == coverage


@pytest.mark.parametrize(
    ("read", "lost", "least", "allowed", "code"),
    [
        ("slide 1", "slide 2", 0.0, False, 0),
        ("slide 1", "slide 2", 0.5, False, 0),
        ("slide 1", "slide 2", 0.51, False, 3),
        ("slide 1", "slide 2", 0.51, True, 3),
        ("", "file", 0.0, False, 3),
        ("", "file", 0.9, True, 0),
    ],
)
def test_too_little_was_read(read: str, lost: str, least: float, allowed: bool, code: int) -> None:
    asset = CheckedAsset(Source(Path("a"), "a", "a", "text/plain"), document(read, lost), ())
    report = Report("m.yaml", "", "", Mode.CONTRADICTIONS, (asset,), (), least)
    assert report.exit_code(None, allow_unreadable=allowed) == code
