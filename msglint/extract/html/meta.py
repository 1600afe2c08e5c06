"""What a page tells search engines and those who share it: title, meta elements, JSON-LD and microdata."""

from __future__ import annotations

import json
import re
from collections import deque
from typing import TYPE_CHECKING

from msglint.extract.repair import clean, has_words
from msglint.model import Block, BlockKind, Location, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bs4 import Tag

    from msglint.extract.html.place import Lines

_NAMES = frozenset(
    {"description", "abstract", "keywords", "application-name", "apple-mobile-web-app-title", "og:title",
     "og:description", "og:site_name", "og:image:alt", "twitter:title", "twitter:description",
     "twitter:image:alt", "dc.title", "dc.description"}
)  # fmt: skip
_KEYS = (
    "headline", "name", "alternativeHeadline", "alternateName", "slogan", "description",
    "disambiguatingDescription", "abstract", "reviewBody", "text", "caption", "articleBody",
)  # fmt: skip
_WRAPPERS = re.compile(  # "<!--" or "/*<![CDATA[*/" around the data, for browsers of old
    r"^\s*(?:/\*\s*|//\s*)?(?:<!--|<!\[CDATA\[)(?:\s*\*/)?|"
    r"(?:/\*\s*|//\s*)?(?:-->|\]\]>)(?:\s*\*/)?\s*$"
)
_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,1000}>")

Told = tuple[str, str]
"""The last step of the place, and the words."""


def metadata(
    elements: Sequence[Tag], lines: Lines, asset: str, shown: str
) -> tuple[list[Block], list[Skipped]]:
    """What stands in the head or for machines, each text once, and which JSON-LD could not be read.

    An article's body in JSON-LD is left out where the page itself (`shown`) has it.
    """
    blocks, skipped, seen = list[Block](), list[Skipped](), set[str]()
    for element in elements:
        line = lines.get(id(element))
        try:
            told = list(_told(element))
        except (ValueError, RecursionError):
            place = f"JSON-LD, line {line}" if line else "JSON-LD"
            reason = "holds broken JSON and was not read; repair it and check again"
            skipped.append(Skipped(asset, place, reason))
            continue
        for step, words in told:
            text = clean(words)
            is_copy = step == "JSON-LD articleBody" and text[:60] in shown
            if has_words(text) and text not in seen and not is_copy:
                seen.add(text)
                blocks.append(Block(text, BlockKind.META, Location(("head", step), line=line)))
    return blocks, skipped


def _told(element: Tag) -> Iterator[Told]:
    if element.name == "title":
        if not any(parent.name == "svg" for parent in element.parents):
            yield "title", element.get_text()
    elif element.name == "meta":
        yield from _meta(element)
    elif str(element.attrs.get("type", "")).lower().startswith("application/ld+json"):
        yield from _json_ld(element.get_text())


def _meta(element: Tag) -> Iterator[Told]:
    attributes = element.attrs
    name = str(attributes.get("name") or attributes.get("property") or "").lower()
    if name in _NAMES:
        yield f"meta {name}", str(attributes.get("content", ""))
    elif attributes.get("itemprop") in _KEYS:
        yield f"meta {attributes['itemprop']}", str(attributes.get("content", ""))


def _json_ld(text: str) -> Iterator[Told]:
    text = _WRAPPERS.sub("", text)
    queue: deque[object] = deque([json.loads(text, strict=False)] if text.strip() else [])
    while queue:
        node = queue.popleft()
        if isinstance(node, list):
            queue.extend(node)
        elif isinstance(node, dict):
            yield from _texts(node)
            queue.extend(value for value in node.values() if isinstance(value, dict | list))


def _texts(node: dict[str, object]) -> Iterator[Told]:
    """The texts of one node; those of a question and its answer under these names."""
    types = node.get("@type")
    kinds = set(types if isinstance(types, list) else [types]) if types else set()
    for key in _KEYS:
        values = node.get(key)
        for value in values if isinstance(values, list) else [values]:
            if isinstance(value, str):
                yield f"JSON-LD {_role(kinds, key)}", _TAG.sub(" ", value)


def _role(kinds: set[object], key: str) -> str:
    if "Question" in kinds and key in {"name", "text"}:
        return "question"
    return "answer" if "Answer" in kinds and key == "text" else key
