"""The regions of a page that no tag names: its opening statement, and what a heading says of what follows."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bs4 import Tag

from msglint.extract.html.place import Regions
from msglint.extract.html.roles import HEADINGS, is_faq_title
from msglint.extract.html.sample import sample
from msglint.extract.html.words import roles_of
from msglint.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PRICING_TITLE = re.compile(
    r"(?:our |simple,? |transparent |flexible |plans (?:and|&) |pick a |choose (?:your|a) )*"
    r"(?:pricing|prices|plans?)(?: (?:and|&) (?:pricing|plans|prices))?[.!:]?|preise(?: und pakete)?",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"[$€£¥₹]\s?\d|\d\s?[€£₹]|\b(?:USD|EUR|GBP|CHF)\s?\d|\d\s?(?:USD|EUR|GBP|CHF)\b")
_HERO_TAGS = frozenset({"section", "header", "div", "article"})
_SECTIONING = frozenset({"section", "article", "aside", "main", "nav", "header", "footer", "body", "html"})
_MOST_TITLE = 60
_MOST_TITLES = 50  # a page has one or two headings of these kinds; a made-up one may have any number


def find_regions(elements: Sequence[Tag]) -> Regions:
    """The regions of a page, from its elements in document order."""
    headings = [element for element in elements if element.name in HEADINGS]
    first = [heading for heading in headings if heading.name == "h1"][:_MOST_TITLES]
    around = frozenset(id(parent) for heading in first for parent in heading.parents)
    return Regions(_find_hero(elements, headings), _kinds_by_heading(headings), around)


def _find_hero(elements: Sequence[Tag], headings: Sequence[Tag]) -> Tag | None:
    """The element whose class says hero, else the section of the first h1."""
    for element in elements:
        if element.name in _HERO_TAGS and any(map(_is_hero, roles_of(element).heads)):
            return element
    first = next((heading for heading in headings if heading.name == "h1"), None)
    section = first.find_parent(["section", "header"]) if first else None
    if section is None:
        return None
    below = (node for node in section.descendants if isinstance(node, Tag) and node.name in {"h2", "h3"})
    return section if len(list(islice(below, 3))) < 3 else None


def _is_hero(word: str) -> bool:
    return (word.endswith("hero") and word != "superhero") or word == "jumbotron"


def _kinds_by_heading(headings: Sequence[Tag]) -> dict[int, BlockKind]:
    """The kinds of what stands under headings such as "Pricing" (with an amount) and "Questions"."""
    kinds: dict[int, BlockKind] = {}
    titles = ((index, kind) for index, heading in enumerate(headings) if (kind := _announced(heading)))
    for index, kind in islice(titles, _MOST_TITLES):
        region = list(_region(headings, index))
        if kind is BlockKind.FAQ or any(_AMOUNT.search(sample(element).text) for element in region):
            kinds.update((id(element), kind) for element in region)
    return kinds


def _announced(heading: Tag) -> BlockKind | None:
    text = sample(heading).text
    if len(text) > _MOST_TITLE:
        return None
    if is_faq_title(text):
        return BlockKind.FAQ
    return BlockKind.PRICING if _PRICING_TITLE.fullmatch(text) else None


def _region(headings: Sequence[Tag], index: int) -> Iterator[Tag]:
    """The section that a heading is the first of and the highest in, or what follows the heading."""
    heading = headings[index]
    peer = next((h for h in headings[index + 1 :] if h.name <= heading.name), None)
    others = {id(parent) for other in (*headings[max(0, index - 1) : index], peer) if other
              for parent in (other, *other.parents)}  # fmt: skip
    top = heading
    for parent in heading.parents:
        if id(parent) in others or parent.name in {"body", "html", "[document]"}:
            break
        top = parent
        if parent.name in _SECTIONING:
            break
    yield top
    if top.name in _SECTIONING:
        return
    for sibling in top.next_siblings:
        if isinstance(sibling, Tag):
            if id(sibling) in others or sibling.name in _SECTIONING:
                return
            yield sibling
