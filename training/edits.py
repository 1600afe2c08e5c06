"""Typed edits of approved statements: what a careless hand makes of them, each with the verdict it deserves.

Hand-labelled paraphrases teach the judge what may differ; these teach it what near-verbatim copies look like
when one thing that matters was changed, and that an unchanged copy is on message.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

_UNITS = {"minutes": "hours", "hours": "days", "days": "weeks", "weeks": "months", "months": "weeks",
"seconds": "minutes",
          "percent": "percentage points", "EUR": "USD", "USD": "EUR", "GBP": "EUR", "€": "$", "$": "€",
          "£": "€"}  # fmt: skip
_LIMITS = {"most": "all", "many": "all", "some": "all", "several": "all", "often": "always",
"typically ": "", "usually ": "",
           "up to ": "", "about ": "over ", "on average": "always", "a median of ": "",
           "median": "maximum"}  # fmt: skip
_WEAKER_TO_STRONGER = {"can help": "guarantees to help", "can": "will always", "helps": "guarantees to help",
"may": "will always",
                       "lets": "guarantees that it lets", "supports": "guarantees"}  # fmt: skip


def edits(text: str, names: list[str], rng: random.Random) -> Iterator[tuple[str, str]]:
    """(edited text, label) pairs: the text itself and light rewordings on message,
    every possible edit drifting."""
    yield text, "on-message"
    if (reworded := _reworded(text)) != text:
        yield reworded, "on-message"
    for edit in (_number, _unit, _year, _limit, _strength, _denied):
        if (changed := edit(text, rng)) != text:
            yield changed, "drift"
    if (swapped := _name(text, names, rng)) != text:
        yield swapped, "drift"


def _reworded(text: str) -> str:
    """The same said a little differently: symbols for words, the first person for the name's sentence."""
    text = re.sub(r"(\d) (?:percent|%)", r"\1%", text)
    text = re.sub(r"\bmore than\b", "over", text)
    return re.sub(r"\bdoes not\b", "doesn't", text)


def _number(text: str, rng: random.Random) -> str:
    found = [
        m
        for m in re.finditer(r"(?<![\w.,/-])\d+(?:[.,]\d+)?(?![\w/-])", text)
        if not re.fullmatch(r"(?:19|20)\d\d", m[0])
    ]
    if not found:
        return text
    chosen = rng.choice(found)
    value = float(chosen[0].replace(",", ""))
    changed = (
        value * rng.choice([0.5, 0.7, 1.3, 1.5, 2, 3]) if value < 1000 else value * rng.choice([0.5, 1.4, 2])
    )
    shown = f"{changed:,.0f}" if float(changed) >= 5 or value.is_integer() else f"{changed:.1f}"
    return text if shown == chosen[0] else text[: chosen.start()] + shown + text[chosen.end() :]


def _unit(text: str, rng: random.Random) -> str:
    found = [
        unit
        for unit in _UNITS
        if re.search(rf"\d[\d.,]*\s?{re.escape(unit)}(?!\w)|{re.escape(unit)}\s?\d", text)
    ]
    if not found:
        return text
    unit = rng.choice(found)
    return text.replace(unit, _UNITS[unit], 1)


def _year(text: str, rng: random.Random) -> str:
    return re.sub(r"\b20[12]\d\b", lambda m: str(int(m[0]) + rng.choice([-3, -2, -1, 1, 2])), text, count=1)


def _limit(text: str, rng: random.Random) -> str:
    return _replaced(text, _LIMITS, rng)


def _strength(text: str, rng: random.Random) -> str:
    return _replaced(text, _WEAKER_TO_STRONGER, rng)


def _replaced(text: str, table: dict[str, str], rng: random.Random) -> str:
    found = [words for words in table if re.search(rf"\b{re.escape(words.strip())}\b", text)]
    if not found:
        return text
    words = rng.choice(found)
    return re.sub(
        rf"\b{re.escape(words.strip())}\b{' ' if words.endswith(' ') else ''}", table[words], text, count=1
    )


def _denied(text: str, rng: random.Random) -> str:  # noqa: ARG001
    without = re.sub(r"\b(does|do|is|are|was|can|has) not\b", r"\1", text, count=1)
    if without != text:
        return without
    return re.sub(r"\b(is|are|was|can|has been)\b", r"\1 not", text, count=1)


def _name(text: str, names: list[str], rng: random.Random) -> str:
    present = [name for name in names if name in text]
    others = [name for name in names if name not in text]
    if not present or not others:
        return text
    return text.replace(rng.choice(present), rng.choice(others))
