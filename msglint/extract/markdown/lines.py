"""The lines that a Markdown parser is given, each with the place where it stands in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msglint.extract.source_map import SourceMap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from msglint.model import BlockKind


@dataclass(frozen=True, slots=True)
class Line:
    """A line to parse that begins at this place; `kind` is what the element around it makes of its text."""

    text: str
    number: int
    column: int = 1
    kind: BlockKind | None = None


def content_map(content: str, lines: Sequence[Line], first: int) -> SourceMap:
    """Places in the content of a token whose first line is `lines[first]`.

    Each of its lines is the end of a line of the file, up to white space and closing markup.
    """
    breaks, offset = list[tuple[int, int, int]](), 0
    for number, piece in enumerate(content.split("\n"), start=first):
        body = piece.strip()
        if body and number < len(lines):
            line = lines[number]
            lead = len(piece) - len(piece.lstrip())
            breaks.append((offset + lead, line.number, line.column + max(line.text.rfind(body), 0)))
        offset += len(piece) + 1
    line = lines[min(first, len(lines) - 1)]
    return SourceMap(tuple(breaks) or ((0, line.number, line.column),))


def cell_maps(contents: Iterable[str], line: Line) -> list[SourceMap]:
    """Places in the cells of one table row, in which a pipe that is text has a backslash before it."""
    maps, position = list[SourceMap](), 0
    for content in contents:
        written = content.replace("|", "\\|")
        match = re.compile(re.escape(written) + r"[ \t]*(?=\||$)").search(line.text, position)
        start = match.start() if match else position
        position = match.end() + 1 if match and content else position
        maps.append(SourceMap(_breaks(content, line, start)))
    return maps


def _breaks(content: str, line: Line, start: int) -> tuple[tuple[int, int, int], ...]:
    breaks = [(0, line.number, line.column + start)]
    for count, match in enumerate(re.finditer(r"\|", content), start=1):
        breaks.append((match.start(), line.number, line.column + start + match.start() + count))
    return tuple(breaks)
