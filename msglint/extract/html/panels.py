"""Panels that a click shows in their place: answers, tabs and slides, which no visitor takes for hidden."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from bs4 import Tag

from msglint.extract.html.words import class_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_TOGGLES = ("data-bs-toggle", "data-toggle")
_TARGETS = ("data-bs-target", "data-target", "href")
_PANELS = frozenset({"collapse", "tab", "pill"})
_IN_TURN = re.compile(r"(?:^|[\s_-])(?:slide|carousel[_-]+item|tab[_-]*(?:pane|panel|content))(?=\s|$)")
# A carousel that goes round holds its first and last slides twice.
_COPY = re.compile(r"clone|duplicate")
_MOST_LEVELS = 2  # a heading around the button, and a box around the heading


def shown_by_click(elements: Sequence[Tag]) -> frozenset[int]:
    """The ids of elements that a button, a tab or the next slide brings to sight."""
    controlled = {name for element in elements for name in _controls(element)}
    return frozenset(map(id, _panels(elements, controlled)))


def _controls(element: Tag) -> Iterator[str]:
    """The ids of the panels that an element opens."""
    attributes = element.attrs
    if "aria-controls" in attributes and ("aria-expanded" in attributes or attributes.get("role") == "tab"):
        yield from str(attributes["aria-controls"]).split()
    if any(attributes.get(toggle) in _PANELS for toggle in _TOGGLES):
        yield from (str(attributes[key]).removeprefix("#") for key in _TARGETS if key in attributes)


def _panels(elements: Iterable[Tag], controlled: set[str]) -> Iterator[Tag]:
    for element in elements:
        attributes = element.attrs
        if attributes.get("id") in controlled or attributes.get("role") == "tabpanel":
            yield element
        elif "aria-expanded" in attributes and "aria-controls" not in attributes:
            if panel := _next(element):
                yield panel
        elif "class" in attributes and _is_shown_in_turn(class_text(element)):
            yield element


@lru_cache(maxsize=4096)
def _is_shown_in_turn(classes: str) -> bool:
    names = classes.lower()
    return bool(_IN_TURN.search(names)) and not _COPY.search(names)


def _next(button: Tag) -> Tag | None:
    """What stands behind a button, or behind the heading that holds nothing else."""
    for element in (button, *islice(button.parents, _MOST_LEVELS)):
        for sibling in element.next_siblings:
            if isinstance(sibling, Tag):
                return sibling
    return None
