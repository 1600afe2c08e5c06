"""Sentences as a reader counts them."""

from __future__ import annotations

import pytest

from msglint.claims.nlp import load_nlp
from msglint.claims.split import sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["We save time.", "We save money."],
        ["It works with SAP, e.g. with R/3, and others.", "And more."],
        ["Founded by Dr. Smith in 2019.", "Sold since 2020."],
        ["Acme Inc. is a platform.", "It helps."],
        ["Approx. 20 sites use it."],
        ["We sell in the U.S. and the U.K. since 2020."],
        ["See Fig. 3 for details."],
        ["No. 1 in Europe."],
        ["J. R. Smith leads it.", "He is good."],
        ["Why wait? Start today."],
        ["Is it safe? Yes, it is.", "We checked."],
        ["Who? What?", "When?"],
        ["What do we do? We forecast.", "And we weigh."],
        ["Live in 3 weeks!", "No project team!"],
        ["Version 2.0 is out.", "Try it."],
        ["It costs EUR 5.50.", "Really."],
        ["We grew 20%.", "300 customers joined."],
        ['He said: "It works."', "We agree."],
        ['"It works," he said.'],
        ["It is fast (really).", "We like it."],
        ["Three things: speed, price, trust."],
        ["Available at acme.com.", "Call us."],
        ["Our platform forecasts demand"],
        ["3x faster onboarding"],
        ["Less waste; more time"],
    ],
    ids=" | ".join,
)
def test_sentences(parts: list[str]) -> None:
    assert [sentence.text for sentence in sentences(load_nlp()(" ".join(parts)))] == parts


@pytest.mark.parametrize("text", ["", "   ", "\n", "a", "?", "…", "One. two. Three?! Four; five"])
def test_no_text_is_lost(text: str) -> None:
    doc = load_nlp()(text)
    assert "".join(sentence.text_with_ws for sentence in sentences(doc)) == doc.text_with_ws
