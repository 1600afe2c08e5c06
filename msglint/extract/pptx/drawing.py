"""Drawings that have a vocabulary of their own: text boxes inside a chart, the shapes of a SmartArt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.extract.pptx.text import paragraphs_of
from msglint.extract.repair import clean, has_words, unescape_ooxml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree


def drawing_texts(root: etree._Element) -> Iterator[str]:
    """The paragraphs of every shape below `root`, in file order."""
    for body in root.iter("{*}txBody"):
        for _, _, text in paragraphs_of(body):
            yield text


def described_texts(root: etree._Element) -> Iterator[str]:
    """Alternative texts and tooltips of whatever stands below `root`."""
    for node in root.iter("{*}cNvPr", "{*}hlinkClick", "{*}hlinkHover"):
        for key in ("descr", "title", "tooltip"):
            text = clean(unescape_ooxml(node.get(key, "")))
            if has_words(text):
                yield text
