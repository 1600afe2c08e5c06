from __future__ import annotations

import pytest

from msglint.model import Location
from msglint.report.quoting import place, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – “text” 日本 \U0001f600", "plain – “text” 日本 \U0001f600"),
        ("a\tb\nc\r\nd\x0be\u2028f", "a b c  d e f"),
        ("\x1b[31m\x07\x00\x9b", "�[31m���"),
        ("\u202eabc\u202c \u2066x\u2069", "�abc� �x�"),
        ("שלום\u200f", "שלום\u200f"),
        ("\ud800", "�"),
    ],
)
def test_visible_shows_controls_and_keeps_length(text, shown):
    assert visible(text) == shown
    assert len(visible(text)) == len(text)


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        (Location(("slide 3", "Title 1", "¶2")), "slide 3 › Title 1 › ¶2"),
        (Location((), line=14), "line 14"),
        (Location(()), ""),
        (Location(("a\nb",)), "a b"),
    ],
)
def test_place(location, shown):
    assert place(location) == shown
