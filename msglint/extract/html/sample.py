"""A short look ahead into an element: enough to tell what it holds, never more, so that pages stay fast."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from bs4.element import NavigableString, PageElement, PreformattedString, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_NODES = 300
_ASKERS = frozenset({"summary", "button", "dt", "h2", "h3", "h4", "h5", "h6"})
_UNSEEN = frozenset({"script", "style", "template"})


@dataclass(frozen=True, slots=True)
class Sample:
    """The first words of an element, with the alternatives of its pictures, and the tags among them."""

    text: str
    tags: frozenset[str]


def sample(element: Tag) -> Sample:
    """The first nodes below an element."""
    words, tags = list[str](), set[str]()
    for node in islice(element.descendants, _MOST_NODES):
        if isinstance(node, Tag):
            tags.add(node.name)
            words.append(str(node.attrs.get("alt", "")))
        else:
            words.append(_seen(node))
    return Sample(" ".join(" ".join(words).split()), frozenset(tags))


def is_mostly_links(element: Tag) -> bool:
    """Whether at least half of the text that comes first is that of links and buttons."""
    links = total = 0
    for node in islice(element.descendants, _MOST_NODES):
        if not isinstance(node, Tag):
            size = len(_seen(node).strip())
            total += size
            links += size if size and any(parent.name in {"a", "button"} for parent in _near(node)) else 0
    return 2 * links >= total


def asks(element: Tag) -> bool:
    """Whether the first thing that opens a panel is a question."""
    for node in islice(element.descendants, _MOST_NODES):
        if isinstance(node, Tag) and node.name in _ASKERS:
            return sample(node).text.endswith("?")
    return False


def _near(node: PageElement) -> Iterator[Tag]:
    return islice(node.parents, 4)


def _seen(node: PageElement) -> str:
    if not isinstance(node, NavigableString) or isinstance(node, PreformattedString):
        return ""
    return "" if node.parent is not None and node.parent.name in _UNSEEN else str(node)
