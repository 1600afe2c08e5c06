"""Styles and numbering: what a paragraph is to its reader, and the properties its words inherit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msglint.extract.docx.package import W
from msglint.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    Chain = tuple[etree._Element, ...]  # a style and those it is based on, nearest first

_OFF = frozenset({"0", "false", "off", "none"})
# Word keeps the English names of its own styles in every language; other programs' names stand beside them.
_KINDS = {
    "title": BlockKind.TITLE,
    "toc heading": BlockKind.TITLE,
    "subtitle": BlockKind.SUBTITLE,
    "quote": BlockKind.QUOTE,
    "intense quote": BlockKind.QUOTE,
    "quotations": BlockKind.QUOTE,
    "block text": BlockKind.QUOTE,
    "caption": BlockKind.CAPTION,
    "table of figures": BlockKind.NAV,
    "html preformatted": BlockKind.CODE,
    "preformatted text": BlockKind.CODE,
    "macro": BlockKind.CODE,
    "macro text": BlockKind.CODE,
    "source code": BlockKind.CODE,
}
_HEADING = re.compile(r"heading ?\d")
_CONTENTS = re.compile(r"(?:toc|index) ?\d")


def is_on(node: etree._Element | None) -> bool:
    """Whether a switch such as w:vanish is there and not turned off."""
    return node is not None and node.get(f"{W}val", "1") not in _OFF


def value(node: etree._Element | None, *path: str) -> str:
    """The w:val at the end of a path of w: elements, "" where it is not there."""
    for step in path:
        node = node.find(f"{W}{step}") if node is not None else None
    return str(node.get(f"{W}val", "")) if node is not None else ""


class Styles:
    """The styles and lists of one document; either part may be missing."""

    def __init__(self, styles: etree._Element | None, numbering: etree._Element | None) -> None:
        nodes = [] if styles is None else list(styles.iter(f"{W}style"))
        self._styles = {node.get(f"{W}styleId", ""): node for node in nodes}
        self._defaults = {
            node.get(f"{W}type"): node.get(f"{W}styleId", "")
            for node in nodes
            if node.get(f"{W}default") in {"1", "true", "on"}
        }
        self._numbering = numbering
        self._bare: dict[tuple[str, str], bool] = {}
        self._chains: dict[str, Chain] = {}
        self.defaults = None if styles is None else styles.find(f"./{W}docDefaults/{W}rPrDefault/{W}rPr")

    def chain(self, identifier: str, of: str = "paragraph") -> Chain:
        """A style and those it is based on, nearest first; the default style of its type for none."""
        identifier = identifier if identifier in self._styles else self._defaults.get(of, "")
        if identifier not in self._chains:
            found: dict[str, etree._Element] = {}
            step = identifier
            while step in self._styles and step not in found:
                found[step] = self._styles[step]
                step = value(found[step], "basedOn")
            self._chains[identifier] = tuple(found.values())
        return self._chains[identifier]

    def kind(self, properties: etree._Element | None) -> BlockKind:
        """The kind of a paragraph with these properties: what is stated nearest to it counts."""
        identifier = value(properties, "pStyle")
        chain = self.chain(identifier)
        if identifier not in self._styles and _named(identifier):
            return _named(identifier) or BlockKind.BODY  # the styles are lost, and only their names are left
        kind = next(filter(None, _kinds(properties, chain)), BlockKind.BODY)
        return BlockKind.BULLET if kind is BlockKind.BODY and self._is_list(properties, chain) else kind

    def _is_list(self, properties: etree._Element | None, chain: Chain) -> bool:
        level = value(properties, "numPr", "ilvl") or "0"
        for owner in (properties, *(style.find(f"{W}pPr") for style in chain)):
            number = value(owner, "numPr", "numId")
            if number:
                if (number, level) not in self._bare:
                    self._bare[number, level] = _is_bare(self._numbering, number, level)
                return number != "0" and not self._bare[number, level]
        return False


def _is_bare(numbering: etree._Element | None, number: str, level: str) -> bool:
    """Whether a list shows neither bullet nor number at this level."""
    definition = value(_numbered(numbering, "num", "numId", number), "abstractNumId")
    shown = _numbered(_numbered(numbering, "abstractNum", "abstractNumId", definition), "lvl", "ilvl", level)
    return value(shown, "numFmt") == "none" and not value(shown, "lvlText")


def _numbered(owner: etree._Element | None, tag: str, key: str, number: str) -> etree._Element | None:
    nodes = () if owner is None else owner.iterfind(f"{W}{tag}")
    return next((node for node in nodes if node.get(f"{W}{key}") == number), None)


def _kinds(properties: etree._Element | None, chain: Chain) -> Iterator[BlockKind | None]:
    yield _by_outline(properties)
    for style in chain:
        yield _named(value(style, "name"))
        yield _by_outline(style.find(f"{W}pPr"))


def _by_outline(properties: etree._Element | None) -> BlockKind | None:
    """A level from 0 to 8 puts a paragraph among the headings, 9 takes it out."""
    level = value(properties, "outlineLvl")
    if level not in set("0123456789"):
        return None
    return BlockKind.BODY if level == "9" else BlockKind.TITLE


def _named(name: str) -> BlockKind | None:
    name = name.partition(",")[0].strip().lower()
    if _HEADING.fullmatch(name):
        return BlockKind.TITLE
    return BlockKind.NAV if _CONTENTS.fullmatch(name) else _KINDS.get(name)
