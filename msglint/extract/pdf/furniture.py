"""What a PDF repeats on its pages: running headers, footers and page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import median

from msglint.extract.pdf.layout import Line
from msglint.model import BlockKind

_EDGE = 0.12  # headers and footers stand in this share of the page's height, at the top and the bottom
_YEAR = re.compile(r"\d{4}")
_DIGITS = re.compile(r"\d+")
_LARGE = 1.2  # of the page's usual font size; a number set larger says something
_PAGE_NUMBER = re.compile(r"(?:page\s*|p\.\s*|[-–|]\s*)?#(?:\s*(?:of|/|\|)\s*#)?(?:\s*[-–|])?", re.IGNORECASE)

Page = tuple[float, Sequence[Line]]  # height and lines


def find_furniture(pages: Sequence[Page]) -> dict[int, BlockKind]:
    """`id` of each line that is a running header or footer, and which; page numbers count as one."""
    places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    on_pages: Counter[tuple[str, str]] = Counter()
    numbers: set[tuple[str, str]] = set()
    for height, lines in pages:
        keys = set()
        ends = _ends(lines)
        largest = _LARGE * median(line.size for line in lines) if lines else 0
        for line in lines:
            edge = _edge_of(line, height)
            is_number = line.size <= largest and _is_page_number(line.text)
            if not edge and id(line) in ends and is_number:
                edge = "bottom"
            if edge:
                key = (edge, pattern_of(line.text))
                if is_number:
                    numbers.add(key)
                places[key].append(id(line))
                keys.add(key)
        on_pages.update(keys)
    least = max(2, (len(pages) + 1) // 2)
    return {
        identity: BlockKind.HEADER if edge == "top" else BlockKind.FOOTER
        for (edge, pattern), identities in places.items()
        if on_pages[edge, pattern] >= least or (edge, pattern) in numbers
        for identity in identities
    }


def _is_page_number(text: str) -> bool:
    """Whether a line is a page's number; one of four digits is a year."""
    return _PAGE_NUMBER.fullmatch(pattern_of(text)) is not None and not _YEAR.search(text)


def pattern_of(text: str) -> str:
    """The text with every number as "#", the same on all pages of "Page 3 of 9"."""
    return _DIGITS.sub("#", " ".join(text.split()))


def _ends(lines: Sequence[Line]) -> set[int]:
    """The first and the last line of a page, where its number may stand alone and far from the edge."""
    if len(lines) < 3:
        return set()
    ends = (min(lines, key=lambda line: line.top), max(lines, key=lambda line: line.bottom))
    return {
        id(end)
        for end in ends
        if not any(each is not end and each.top < end.bottom and each.bottom > end.top for each in lines)
    }


def _edge_of(line: Line, height: float) -> str:
    if line.bottom < height * _EDGE:
        return "top"
    return "bottom" if line.top > height * (1 - _EDGE) else ""
