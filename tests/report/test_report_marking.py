from __future__ import annotations

import pytest
from report_factory import APPROVED, NUMBER, finding

from msglint.model import Change, ChangeKind
from msglint.report.marking import approved_segments, found_segments, split


def shown(segments):
    return "".join(f"<{segment.text}>" if segment.marked else segment.text for segment in segments)


@pytest.mark.parametrize(
    ("spans", "marked"),
    [
        ([], "abcdef"),
        ([(0, 0)], "abcdef"),
        ([(1, 3)], "a<bc>def"),
        ([(0, 6)], "<abcdef>"),
        ([(4, 5), (1, 2)], "a<b>cd<e>f"),
        ([(1, 4), (2, 3)], "a<bcd>ef"),
        ([(1, 3), (2, 5)], "a<bcde>f"),
        ([(1, 3), (3, 5)], "a<bcde>f"),
        ([(-5, 2)], "<ab>cdef"),
        ([(4, 99)], "abcd<ef>"),
        ([(7, 9)], "abcdef"),
        ([(3, 1)], "abcdef"),
    ],
)
def test_split(spans, marked):
    segments = split("abcdef", spans)
    assert shown(segments) == marked
    assert "".join(segment.text for segment in segments) == "abcdef"


def test_no_text_has_no_segments():
    assert split("", [(0, 4)]) == ()


@pytest.mark.parametrize(
    ("given", "marked"),
    [
        (finding(), "Acme cuts review time by <60 %>, guaranteed."),
        (finding(start=0, end=4), "Acme cuts review time by <60 %>, guaranteed."),
        (finding(changes=(), start=0, end=4), "<Acme> cuts review time by 60 %, guaranteed."),
        (finding(changes=(), text=APPROVED), ""),
        (finding(changes=(), text=APPROVED, start=0, end=4), "<Acme> cuts review time by 40 %."),
        (finding(changes=()), "Acme cuts review time by 60 %, guaranteed."),
    ],
)
def test_found_words(given, marked):
    assert shown(found_segments(given)) == marked


@pytest.mark.parametrize(
    ("text", "approved", "marked"),
    [
        (APPROVED, ["40 %"], "Acme cuts review time by <40 %>."),
        (APPROVED, ["acme"], "<Acme> cuts review time by 40 %."),
        (APPROVED, [""], APPROVED),
        (APPROVED, ["4"], APPROVED),
        (APPROVED, ["(.*"], APPROVED),
        ("3x more, 3x sooner", ["3x", "3x"], "<3x> more, <3x> sooner"),
        ("3x more", ["3x", "3x"], "<3x> more"),
        ("IT helps it", ["it"], "IT helps <it>"),
    ],
)
def test_approved_words(text, approved, marked):
    changes = tuple(Change(ChangeKind.NUMBER, words, "found") for words in approved)
    assert shown(approved_segments(finding(statement_text=text, changes=changes))) == marked


def test_segments_of_a_report_join_to_its_text():
    given = finding(changes=(NUMBER, NUMBER))
    assert "".join(segment.text for segment in found_segments(given)) == given.text
