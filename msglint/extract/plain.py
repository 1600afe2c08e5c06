"""Plain text: paragraphs by blank lines, list items by their bullet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msglint.extract.decoding import decode
from msglint.extract.repair import clean
from msglint.model import Block, BlockKind, Document, Location

if TYPE_CHECKING:
    from collections.abc import Iterator

_BULLET = re.compile(r"\s*(?:[-*+•▪◦‣–]|\d{1,3}[.)])\s+(?=\S)")


def read_plain(data: bytes, name: str) -> Document:
    """Every paragraph and list item of a text file with the line it starts on."""
    del name
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    blocks = tuple(_blocks(text.split("\n")))
    return Document("text/plain", blocks)


def _blocks(lines: list[str]) -> Iterator[Block]:
    start, kind, held = 0, BlockKind.BODY, list[str]()
    for number, line in enumerate([*lines, ""], start=1):
        bullet = _BULLET.match(line)
        if (bullet or not line.strip()) and held:
            yield from _block(start, kind, held)
            held = []
        if line.strip():
            if not held:
                start, kind = number, BlockKind.BULLET if bullet else BlockKind.BODY
            held.append(line[bullet.end() :] if bullet else line)


def _block(start: int, kind: BlockKind, lines: list[str]) -> Iterator[Block]:
    text = clean(" ".join(lines))
    if text:
        yield Block(text, kind, Location((f"line {start}",), line=start))
