"""The identity of a finding: blind to re-typing and place, and different for different findings."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from msglint.fingerprint import fingerprint, normalised

PARTS = st.tuples(
    st.text(max_size=8), st.text(max_size=8), st.text(max_size=30), st.text(max_size=8), st.integers(0, 9)
)


def test_the_value_is_a_contract() -> None:
    assert fingerprint("MSG203", "VP-2", "Saves “up to” 50 %", "decks/a.pptx", 0) == "03606ae4a48297d3"


@given(PARTS)
def test_it_is_16_hex_digits(parts: tuple[str, str, str, str, int]) -> None:
    assert re.fullmatch(r"[0-9a-f]{16}", fingerprint(*parts))


@given(PARTS, PARTS)
def test_it_differs_where_a_part_differs(
    one: tuple[str, str, str, str, int], other: tuple[str, str, str, str, int]
) -> None:
    def identity(parts: tuple[str, str, str, str, int]) -> tuple[object, ...]:
        return (parts[0], parts[1], normalised(parts[2]), parts[3], parts[4])

    assert (fingerprint(*one) == fingerprint(*other)) == (identity(one) == identity(other))


@given(st.text(max_size=40))
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@given(
    st.lists(st.text("abcé'-\"1%", min_size=1, max_size=6), max_size=6),
    st.sampled_from([" ", "\n", "\u00a0", " \t "]),
)
def test_white_space_case_and_typography_do_not_count(words: list[str], space: str) -> None:
    typed = " ".join(words)
    retyped = space.join(words).upper().replace("'", "’").replace("-", "–").replace('"', "„")
    assert normalised(retyped) == normalised(typed)


def test_a_missing_statement_is_an_empty_one() -> None:
    assert fingerprint("R", None, "x", "a", 0) == fingerprint("R", "", "x", "a", 0)
