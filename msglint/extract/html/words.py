"""What the class names and the id of an HTML element say about its role; names of styles say nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bs4 import Tag

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# What bundlers add to a class name to make it unique: "Hero_root__x7Gd2".
_HASH = re.compile(r"(?:__|--|_)[A-Za-z0-9+-]*(?:\d|[a-z][A-Z])[A-Za-z0-9]*$")
# First words of utility classes ("text-card-foreground") and of states ("has-cookie-banner").
_STYLES = frozenset(
    {"accent", "align", "animate", "bg", "border", "caret", "col", "decoration", "delay", "divide",
     "duration", "ease", "fill", "flex", "focus", "font", "from", "gap", "grid", "h", "has", "hide",
     "hover", "is", "items", "js", "justify", "m", "max", "mb", "md", "min", "ml", "mr", "mt", "mx", "my",
     "no", "not", "object", "opacity", "outline", "overflow", "p", "pb", "pl", "placeholder", "pr", "pt",
     "px", "py", "ring", "rounded", "row", "self", "shadow", "show", "size", "space", "stroke", "text",
     "to", "tracking", "transition", "via", "w", "with", "without", "z"}
)  # fmt: skip
# Last words that name a part of something: the "hero" of "hero-section" is still a hero.
_PARTS = frozenset(
    {"answer", "answers", "area", "article", "banner", "bar", "block", "blocks", "body", "box", "boxes",
     "card", "cards", "col", "column", "columns", "container", "content", "contents", "copy", "details",
     "dialog", "element", "entry", "grid", "group", "holder", "inner", "item", "items", "layout", "link",
     "links", "list", "main", "message", "modal", "module", "note", "notes", "notice", "outer", "overlay",
     "page", "panel", "popup", "question", "questions", "region", "root", "row", "section", "sections",
     "slide", "slider", "slides", "carousel", "table", "text", "title", "view", "widget", "wrap",
     "wrapper"}
)  # fmt: skip


class Roles(NamedTuple):
    """`names` are class names without parts ("site-footer"), `heads` their last words, `words` all words."""

    names: frozenset[str]
    heads: frozenset[str]
    words: frozenset[str]


NO_ROLES = Roles(frozenset(), frozenset(), frozenset())


def roles_of(element: Tag) -> Roles:
    """What an element's class names and its id call it."""
    attributes = element.attrs
    if "class" not in attributes and "id" not in attributes:
        return NO_ROLES
    return roles_in(f"{class_text(element)} {attributes.get('id', '')}")


def class_text(element: Tag) -> str:
    """The class attribute as written, "" if there is none."""
    classes = element.attrs.get("class", "")
    return classes if isinstance(classes, str) else " ".join(classes)


@lru_cache(maxsize=8192)
def roles_in(names: str) -> Roles:
    """The roles in a list of class names, by the grammar of compounds: "hero-icons" are icons, no hero."""
    found, heads, every = set[str](), set[str](), set[str]()
    for name in names.split():
        words = _words(name)
        every.update(words)
        while words:
            found.add("-".join(words))
            heads.add(words[-1])
            if len(words) == 1 or words.pop() not in _PARTS:
                break
    return Roles(frozenset(found), frozenset(heads), frozenset(every))


def _words(name: str) -> list[str]:
    if any(sign in name for sign in ":[/!") or len(name) > 100:
        return []
    words = [word.lower() for word in _WORD.findall(_HASH.sub("", name))]
    return [] if len(words) > 1 and words[0] in _STYLES else words
