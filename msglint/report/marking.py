"""Which words of a found or approved sentence are marked, the same in every report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from msglint.model import Change, Finding


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that is marked as a whole or not at all; segments joined give the text back."""

    text: str
    marked: bool


def split(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Segment, ...]:
    """The text cut at the (start, end) spans. Spans may overlap, touch, come unsorted or leave the text."""
    segments: list[Segment] = []
    done = 0
    for start, end in _merge(spans, len(text)):
        if start > done:
            segments.append(Segment(text[done:start], marked=False))
        segments.append(Segment(text[start:end], marked=True))
        done = end
    if done < len(text):
        segments.append(Segment(text[done:], marked=False))
    return tuple(segments)


def found_text(finding: Finding) -> str:
    """The found sentence, "" where nothing was found: what no asset says has its approved text as its own."""
    missing = finding.text == finding.statement_text and not finding.changes and not finding.end
    return "" if missing else finding.text


def found_segments(finding: Finding) -> tuple[Segment, ...]:
    """The found sentence: the words of its changes marked, else the words the finding itself points at."""
    spans = [(change.start, change.end) for change in finding.changes if change.start < change.end]
    return split(found_text(finding), spans or [(finding.start, finding.end)])


def approved_segments(finding: Finding) -> tuple[Segment, ...]:
    """The approved sentence with the words marked that the found sentence changed, where they occur in it."""
    return split(finding.statement_text, _approved_spans(finding.statement_text, finding.changes))


def _merge(spans: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for low, high in sorted(spans):
        start, end = max(low, 0), min(high, length)
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _approved_spans(text: str, changes: Iterable[Change]) -> list[tuple[int, int]]:
    """One span for each change, a later change taking a later occurrence of the same words."""
    spans: list[tuple[int, int]] = []
    for change in changes:
        occurrences = _occurrences(text, change.approved)
        free = [span for span in occurrences if span not in spans]
        spans.extend((free or occurrences)[:1])
    return spans


def _occurrences(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words stand as whole words, in their own case if they do, else in any case."""
    if not words.strip():
        return []
    # A lookaround and not \b: the words may begin or end with a sign ("40 %").
    pattern = rf"(?<!\w){re.escape(words.strip())}(?!\w)"
    exact = [match.span() for match in re.finditer(pattern, text)]
    return exact or [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]
