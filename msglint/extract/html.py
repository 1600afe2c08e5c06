"""HTML pages: the text a reader sees with its role, and what search engines and screen readers are told."""

from __future__ import annotations

import json
import re
import warnings
from typing import TYPE_CHECKING

import lxml.html
from bs4 import BeautifulSoup, Tag

from msglint.extract.decoding import decode
from msglint.extract.html_roles import find_hero
from msglint.extract.html_walk import Lines, walk
from msglint.extract.repair import clean, has_words
from msglint.model import Block, BlockKind, Document, Location, Mark, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_META_NAMES = ("description", "og:title", "og:description", "twitter:title", "twitter:description")
_JSON_LD_KEYS = ("headline", "name", "alternativeHeadline", "slogan", "description")


def read_html(data: bytes, name: str) -> Document:
    """Blocks of the body in document order, then the page's metadata; a page built by scripts gives none."""
    match = _CHARSET.search(data[:4096])
    blocks = html_blocks(decode(data, match[1].decode("ascii") if match else None))
    if all(block.kind is BlockKind.META or Mark.HIDDEN in block.marks for block in blocks):
        return Document("text/html", (), (Skipped(name, "file", _why_empty(data)),))
    return Document("text/html", tuple(blocks))


def html_blocks(text: str, *, first_line: int = 1) -> list[Block]:
    """The blocks of a page or a fragment that begins at `first_line` of its file."""
    markup = text.encode("utf-8", errors="replace")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # advice to programmers on XHTML and short fragments, not for users
        soup = BeautifulSoup(markup, "lxml", from_encoding="utf-8")
    lines = _source_lines(soup, markup, first_line - 1)
    body = soup.body or soup
    blocks = list(walk(body, find_hero(body), lines))
    return [*blocks, *_unique(_metadata(soup, lines))]


def _why_empty(data: bytes) -> str:
    scripts = len(re.findall(rb"<script\b", data, re.IGNORECASE))
    if scripts:
        return (
            f"holds no text, only {scripts} script{'s'[: scripts > 1]} that build the page in a browser; "
            "save the page from the browser after it has loaded and check that file"
        )
    return "holds no text; check that the page was saved completely"


def _source_lines(soup: BeautifulSoup, markup: bytes, offset: int) -> Lines:
    """Source lines by element: Beautiful Soup drops lxml's, so the bytes are parsed again and matched."""
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        root = lxml.html.document_fromstring(markup, parser=parser)
    except (lxml.etree.ParserError, ValueError):
        return {}
    lines: Lines = {}
    elements = ((e.tag, e.sourceline) for e in root.iter() if isinstance(e.tag, str) and e.sourceline)
    for tag in soup.find_all(True):
        for name, line in elements:
            if name == tag.name:
                lines[id(tag)] = line + offset
                break
    return lines


def _metadata(soup: BeautifulSoup, lines: Lines) -> Iterator[Block]:
    if soup.title:
        yield _meta(soup.title.get_text(), "title", lines.get(id(soup.title)))
    for tag in soup.find_all("meta"):
        name = str(tag.get("name") or tag.get("property") or "").lower()
        if name in _META_NAMES:
            yield _meta(str(tag.get("content", "")), f"meta {name}", lines.get(id(tag)))
    for tag in soup.find_all("script", type="application/ld+json"):
        yield from _json_ld(tag, lines.get(id(tag)))


def _json_ld(tag: Tag, line: int | None) -> Iterator[Block]:
    try:
        stack: list[object] = [json.loads(tag.get_text())]
    except (ValueError, RecursionError):
        return
    while stack:
        node = stack.pop(0)
        if isinstance(node, list):
            stack.extend(node)
        elif isinstance(node, dict):
            for key in _JSON_LD_KEYS:
                if isinstance(node.get(key), str):
                    yield _meta(node[key], f"JSON-LD {key}", line)
            stack.extend(value for value in node.values() if isinstance(value, dict | list))


def _meta(text: str, step: str, line: int | None) -> Block:
    return Block(clean(text), BlockKind.META, Location(("head", step), line=line))


def _unique(blocks: Iterator[Block]) -> Iterator[Block]:
    seen: set[str] = set()
    for block in blocks:
        if has_words(block.text) and block.text not in seen:
            seen.add(block.text)
            yield block
