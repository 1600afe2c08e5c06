"""HTML pages: the text a reader sees with its role, and what search engines and screen readers are told."""

from __future__ import annotations

import re
import warnings
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

import lxml.html
from bs4 import BeautifulSoup, Tag

from msglint.extract.decoding import decode_page
from msglint.extract.html.meta import metadata
from msglint.extract.html.panels import shown_by_click
from msglint.extract.html.place import Lines, Page, Place
from msglint.extract.html.regions import find_regions
from msglint.extract.html.sheet import hidden_by_sheets
from msglint.extract.html.unread import skips
from msglint.extract.html.walk import walk
from msglint.model import Block, BlockKind, Document, Location, Mark, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TOLD = frozenset({"title", "meta", "script"})
_XHTML = re.compile(r"<\?xml|http://www\.w3\.org/1999/xhtml")
# XHTML is written in small letters; a pattern that begins with one text is found fast.
_CDATA = re.compile(r"<(?:(s(?:cript|tyle)\b.*?</)|!\[CDATA\[(.*?)\]\]>)", re.DOTALL)
_MOST_FRAMES = 3  # a page in a page in a page; more are made to exhaust a reader
# A page whose hidden text is shorter is one that scripts build: "Loading", "Please turn on JavaScript".
_FEW_WORDS = 20


def read_html(data: bytes, name: str) -> Document:
    """Blocks of the body in document order, then the page's metadata; a page built by scripts gives none."""
    text, notes = decode_page(data, name)
    document = read_markup(_without_cdata(text), name)
    shown = [block for block in document.blocks if block.kind is not BlockKind.META]
    skipped = (*notes, *document.skipped)
    if all(Mark.HIDDEN in block.marks for block in shown):
        reason = Skipped(name, "file", _why_empty(text))
        words = sum(block.text.count(" ") + 1 for block in shown if not _is_kept_back(block))
        if words < _FEW_WORDS:
            return Document("text/html", (), (reason, *skipped))
        skipped = (reason, *skipped)
    return Document("text/html", document.blocks, skipped)


def html_blocks(text: str, *, first_line: int = 1) -> list[Block]:
    """The blocks of a page or a fragment that begins at `first_line` of its file."""
    return list(read_markup(text, "", first_line=first_line).blocks)


def read_markup(text: str, name: str, *, first_line: int = 1, depth: int = 0) -> Document:
    """All blocks of a page or a fragment, hidden ones too, and what in it was not read.

    `first_line` is the line of its file at which it begins, `depth` how many pages it stands in.
    """
    markup = text.encode("utf-8", errors="replace")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # advice to programmers on XHTML and short fragments, not for users
        soup = BeautifulSoup(markup, "lxml", from_encoding="utf-8", multi_valued_attributes=None)
    elements = [node for node in soup.descendants if isinstance(node, Tag)]
    lines = _source_lines(elements, markup, first_line - 1)
    hidden = hidden_by_sheets([e.get_text() for e in elements if e.name == "style"], elements)
    page = Page(find_regions(elements), lines, hidden, shown_by_click(elements))
    blocks = walk(soup, page)
    inner = [_framed(markup, place, name, depth) for markup, place in page.frames]
    shown = " ".join(block.text for block in blocks)
    told, broken = metadata([e for e in elements if e.name in _TOLD], lines, name, shown)
    framed = [block for document in inner for block in document.blocks]
    skipped = (*skips(page.unread, name), *broken, *(skip for document in inner for skip in document.skipped))
    return Document("text/html", (*blocks, *framed, *told), skipped)


def _without_cdata(text: str) -> str:
    """XHTML with its character data written as HTML; in scripts and styles it is left as it is."""
    if "<![CDATA[" not in text or not _XHTML.search(text[:4096]):
        return text
    return _CDATA.sub(lambda match: match[0] if match[1] else escape(match[2], quote=False), text)


def _framed(markup: str, place: Place, name: str, depth: int) -> Document:
    """A page that stands in an attribute of another."""
    if depth >= _MOST_FRAMES:
        reason = "a page in a page in a page was not read; save it as a file of its own and check that"
        return Document("text/html", (), (Skipped(name, str(place.location("iframe")), reason),))
    document = read_markup(markup, name, depth=depth + 1)
    return replace(document, blocks=tuple(_moved(document.blocks, place)))


def _moved(blocks: Iterable[Block], place: Place) -> Iterator[Block]:
    for block in blocks:
        location = Location((*place.steps, "iframe", *block.location.steps), line=place.line)
        yield replace(block, location=location, marks=block.marks | place.marks)


def _is_kept_back(block: Block) -> bool:
    return any(step.startswith(("noscript", "template")) for step in block.location.steps)


def _why_empty(text: str) -> str:
    scripts = len(re.findall(r"<script\b", text, re.IGNORECASE))
    if scripts:
        return (
            f"holds no text, only {scripts} script{'s'[: scripts > 1]} that build the page in a browser; "
            "save the page from the browser after it has loaded and check that file"
        )
    return "holds no text; check that the page was saved completely"


def _source_lines(elements: list[Tag], markup: bytes, offset: int) -> Lines:
    """Source lines by element: Beautiful Soup drops lxml's, so the bytes are parsed again and matched."""
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        root = lxml.html.document_fromstring(markup, parser=parser)
    except (lxml.etree.LxmlError, ValueError):
        return {}
    lines: Lines = {}
    parsed = root.iter("*")
    for element in elements:
        for twin in parsed:
            if twin.tag == element.name:
                lines[id(element)] = (twin.sourceline or 0) + offset
                break
    return lines
