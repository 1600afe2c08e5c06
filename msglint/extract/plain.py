"""Plain text: paragraphs by blank lines, list items by their bullet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msglint.extract.decoding import decode
from msglint.extract.source_map import Run, placed
from msglint.model import Block, BlockKind, Document, Location

if TYPE_CHECKING:
    from collections.abc import Iterator

_BULLET = re.compile(r"\s*(?:[-*+•▪◦‣–]|\d{1,3}[.)])\s+(?=\S)")


def read_plain(data: bytes, name: str) -> Document:
    """Every paragraph and list item of a text file with the line and column that it starts at."""
    del name
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    blocks = tuple(_blocks(text.split("\n")))
    return Document("text/plain", blocks)


def _blocks(lines: list[str]) -> Iterator[Block]:
    kind, held = BlockKind.BODY, list[Run]()
    for number, line in enumerate([*lines, ""], start=1):
        for run in _pages(line, number):
            bullet = _BULLET.match(run.text)
            if (bullet or not run.text.strip()) and held:
                yield from _block(kind, held)
                held = []
            if run.text.strip():
                kind = kind if held else BlockKind.BULLET if bullet else BlockKind.BODY
                start = bullet.end() if bullet else 0
                held.append(Run(run.text[start:] + " ", number, run.column + start))


def _pages(line: str, number: int) -> Iterator[Run]:
    """The line in the pieces that form feeds part, with an empty one between them."""
    column = 1
    for index, piece in enumerate(line.split("\f")):
        if index:
            yield Run("", number, column)
        yield Run(piece, number, column)
        column += len(piece) + 1


def _block(kind: BlockKind, runs: list[Run]) -> Iterator[Block]:
    text, lines = placed(runs)
    if text:
        _, line, column = lines[0]
        yield Block(text, kind, Location((f"line {line}",), line, column), lines=lines)
