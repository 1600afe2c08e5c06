"""Whether visitors see an element's text: by its tag, its attributes, its class and its style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.extract.html.style import look_of
from msglint.extract.html.words import class_text
from msglint.model import Mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bs4 import Tag

    from msglint.extract.html.place import Page

# What a browser keeps for others: without scripts, without frames, or to be drawn later.
_KEPT_BACK = frozenset({"noscript", "noframes", "template", "datalist", "symbol", "defs"})
REPLACED = frozenset({"audio", "canvas", "object", "video"})
"""Elements drawn in place of their text, which only those see and hear who cannot see these."""
# The idioms of Bootstrap, Tailwind, WordPress and others for text that only screen readers speak.
_SPOKEN_ONLY = frozenset(
    {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only",
     "screenreader-only", "sr-only-focusable", "visually-hidden-focusable", "u-visually-hidden",
     "a11y-hidden", "element-invisible", "assistive-text"}
)  # fmt: skip
HIDDEN = frozenset({Mark.HIDDEN})


def marks_of(element: Tag, around: frozenset[Mark], page: Page) -> frozenset[Mark]:
    """The marks of text inside `element`, given those around it and what the page hides and shows."""
    marks = _marks_of(element, around, page.hidden)
    return marks - (HIDDEN - around) if id(element) in page.opened else marks


def _marks_of(element: Tag, around: frozenset[Mark], hidden: Mapping[int, str]) -> frozenset[Mark]:
    attributes = element.attrs
    if element.name in _KEPT_BACK and "shadowrootmode" not in attributes:
        around |= HIDDEN
    if attributes:
        if _is_hidden(element):
            around |= HIDDEN
        style = str(attributes.get("style", ""))
    else:
        style = ""
    if hidden:
        style = f"{hidden.get(id(element), '')}{style}"
    if style:
        look = look_of(style)
        around = (around - look.drops) | look.adds
    if element.name == "dialog" and "open" not in attributes:
        around |= HIDDEN
    return around


def _is_hidden(element: Tag) -> bool:
    attributes = element.attrs
    return (
        "hidden" in attributes
        or "popover" in attributes
        or str(attributes.get("aria-hidden", "")).lower() == "true"
        or ("class" in attributes and not _SPOKEN_ONLY.isdisjoint(class_text(element).split()))
    )
