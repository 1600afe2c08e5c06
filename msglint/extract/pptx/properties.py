"""What a deck says about itself: properties, sections and custom shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msglint.extract.pptx.package import P
from msglint.extract.repair import clean, has_words
from msglint.model import Block, BlockKind, Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from msglint.extract.pptx.package import Deck

_P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
_CORE = {"title": "title", "subject": "subject", "keywords": "keywords", "description": "comments",
         "category": "category", "contentStatus": "status"}  # fmt: skip
_APP = {"Company": "company", "Manager": "manager"}
_STRINGS = ("lpwstr", "lpstr", "bstr")
# What programs write by themselves, which nobody wrote for a reader.
_DEFAULTS = frozenset({"powerpoint presentation", "presentation", "generated using python-pptx"})
_MACHINE_NAMES = re.compile(
    r"MSIP_Label_.*|ContentTypeId|_.*|.*GUID|.*(?<![a-z])Id|.*Version|PresentationFormat", re.DOTALL
)
_MACHINE_VALUES = re.compile(r"(?:0x)?[0-9A-Fa-f{}|:,;-]{8,}|true|false|https?:.*", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:[^\W\d_]+ ){0,2}[^\W\d_]+[ -]?\d+|default section", re.IGNORECASE)


def property_blocks(deck: Deck) -> list[Block]:
    """One block of kind `meta` for each property, section and custom show that a person named."""
    found = [*_core(deck), *_app(deck), *_custom(deck), *_outline(deck.part.root)]
    return [
        Block(text, BlockKind.META, Location(steps))
        for steps, value in found
        if has_words(text := clean(value)) and text.lower() not in _DEFAULTS
    ]


def is_numbered(name: str) -> bool:
    """Whether a name is what programs give by themselves: "Slide 3", "Custom Show 1", "Default Section"."""
    return _NUMBERED.fullmatch(name.strip()) is not None


Named = tuple[tuple[str, ...], str]  # (steps of the location, text)


def _root(deck: Deck, ending: str) -> etree._Element | tuple[()]:
    """The root of a part that the whole package points to; nothing where it has none."""
    try:
        part = next(deck.package.all_related(ending), None)
        return () if part is None else part.root
    except (KeyError, ValueError):
        return ()


def _core(deck: Deck) -> Iterator[Named]:
    for node in _root(deck, "/core-properties"):
        name = str(node.tag).rpartition("}")[2]
        if name in _CORE:
            yield ("properties", _CORE[name]), node.text or ""


def _app(deck: Deck) -> Iterator[Named]:
    for node in _root(deck, "/extended-properties"):
        name = str(node.tag).rpartition("}")[2]
        if name in _APP:
            yield ("properties", _APP[name]), node.text or ""


def _custom(deck: Deck) -> Iterator[Named]:
    """Custom properties of type text; labels and identifiers that programs store there say nothing."""
    for node in _root(deck, "/custom-properties"):
        name = node.get("name", "")
        for value in node.iterchildren(*(f"{{*}}{kind}" for kind in _STRINGS)):
            text = value.text or ""
            if not _MACHINE_NAMES.fullmatch(name) and not _MACHINE_VALUES.fullmatch(text.strip()):
                yield ("properties", clean(name)), text


def _outline(presentation: etree._Element) -> Iterator[Named]:
    for tag, step in ((f"{_P14}section", "section"), (f"{P}custShow", "custom show")):
        for number, node in enumerate(presentation.iter(tag), start=1):
            if not is_numbered(node.get("name", "")):
                yield (f"{step} {number}",), node.get("name", "")
