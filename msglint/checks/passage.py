"""Where words stand: the claim that holds them, or the sentence of the block when no claim does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msglint.checks.hit import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from msglint.model import Block, CheckedAsset, Judgement, Location

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+(?=\S)|\n\s*\n")
MAX_TEXT = 200


@dataclass(frozen=True, slots=True)
class View:
    """One asset with its judgements under each place they are in, outer places included."""

    asset: CheckedAsset
    by_steps: dict[tuple[str, ...], tuple[Judgement, ...]]

    def judgements_in(self, block: Block) -> tuple[Judgement, ...]:
        """The judged claims that were read out of this block, in order."""
        text = " ".join(block.text.split())
        near = self.by_steps.get(block.location.steps, ())
        return tuple(j for j in near if " ".join(j.claim.text.split()) in text)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a block that reads as one sentence: `text`, and where in the block it begins.

    `judgement` is the judged claim that it is, None where the block was not judged.
    """

    view: View
    block: Block
    text: str
    start: int
    judgement: Judgement | None

    @property
    def location(self) -> Location:
        return self.judgement.claim.location if self.judgement else self.block.at(self.start)

    def hit(self, start: int, end: int, **words: str) -> Hit:
        """The hit of the words at [start, end) of this passage."""
        source = self.view.asset.source
        text, start, end = (
            _window(self.text, start, end) if self.judgement is None else (self.text, start, end)
        )
        return Hit(source.name, source.key, self.location, text, (words,), start, end)


def view_of(asset: CheckedAsset) -> View:
    """Index an asset's judgements by place."""
    places: dict[tuple[str, ...], list[Judgement]] = {}
    for judgement in asset.judgements:
        steps = judgement.claim.location.steps
        for depth in range(len(steps) + 1):
            places.setdefault(steps[:depth], []).append(judgement)
    return View(asset, {steps: tuple(found) for steps, found in places.items()})


def passages(view: View, block: Block) -> Iterator[Passage]:
    """The block in sentences, without gaps: judged claims, and plain sentences between them."""
    position = 0
    for judgement in view.judgements_in(block):
        span = _span(judgement.claim.text, block.text, position)
        if span is None:
            continue
        yield from _sentences(view, block, position, span[0])
        yield Passage(view, block, judgement.claim.text, span[0], judgement)
        position = span[1]
    yield from _sentences(view, block, position, len(block.text))


def _sentences(view: View, block: Block, start: int, end: int) -> Iterator[Passage]:
    for match in [*_SENTENCE_END.finditer(block.text, start, end), None]:
        stop = match.start() if match else end
        raw = block.text[start:stop]
        if text := raw.strip():
            yield Passage(view, block, text, start + raw.index(text[0]), None)
        start = match.end() if match else end


def _span(claim: str, text: str, position: int) -> tuple[int, int] | None:
    """Where a claim stands in its block, whatever the white space between its words."""
    if (found := text.find(claim, position)) >= 0:
        return found, found + len(claim)
    match = re.compile(r"\s+".join(map(re.escape, claim.split()))).search(text, position)
    return match.span() if match else None


def _window(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The words with as much around them as fits into MAX_TEXT, cut between words."""
    if len(text) <= MAX_TEXT:
        return text, start, end
    left = max(0, min(start, start - (MAX_TEXT - (end - start)) // 2))
    left = text.find(" ", left, start) + 1 or left if left else 0
    right = min(len(text), max(end, left + MAX_TEXT))
    right = right if right == len(text) else max(end, text.rfind(" ", end, right))
    return text[left:right], start - left, end - left
