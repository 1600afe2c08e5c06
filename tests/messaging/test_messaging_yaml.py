"""YAML scalars: what becomes text, and that no document makes the reader crash."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msglint.errors import Problem, UserError
from msglint.messaging.yaml_tree import plain, read_tree, scalar


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("1_", "1_"),
        ("no", False),
        ("ON", True),
        ("nO", "nO"),
        ("y", "y"),
        ("~", None),
        ("12", 12),
        ("007", "007"),
        ("12:30", "12:30"),
        ("1_000", 1000),
        ("4.50", 4.5),
        ("1.2.3", "1.2.3"),
        ("2026-01-31", date(2026, 1, 31)),
        ("2026-13-01", "2026-13-01"),
    ],
)
def test_plain_scalars(raw: str, value: object) -> None:
    assert scalar(raw, is_plain=True) == value
    assert scalar(raw, is_plain=False) == raw


@given(st.text() | st.text(alphabet="[]{}:,-&*!|>'\"#%@`ab \n\t"))
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    problems: tuple[Problem, ...] = ()
    try:
        tree = read_tree(text.encode("utf-8", "surrogatepass"), "x.yaml")
        if tree is not None:
            plain(tree)
    except UserError as refusal:
        problems = refusal.problems
    assert all(problem.message for problem in problems)
