"""Tags of site generators in Markdown, Hugo's and Jekyll's: they are no text, and some hold text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msglint.extract.markdown.code import fence_end, span_end
from msglint.extract.markdown.script import STRING, unescaped
from msglint.extract.markdown.values import is_copy, kind_of
from msglint.extract.source_map import SourceMap, aligned, lines_map
from msglint.model import Block, Location

if TYPE_CHECKING:
    from collections.abc import Iterator

# How a tag begins and ends. "{{ name }}" stays: what it stands for is not in the file.
_ENDS = {"{{<": ">}}", "{{%": "%}}", "{{/*": "*/}}", "{%": "%}"}
_BEGINS = re.compile(r"\{\{<|\{\{%|\{\{/\*|\{%")
_STOP = re.compile(r"[`\\]|\{[{%]|\n")
_COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}")
_UNSEEN = re.compile(r"\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}", re.DOTALL)
_ARGUMENT = re.compile(rf"(?:([\w-]+)\s*=\s*)?({STRING}|`[^`]*`)")
_LONGEST = 10_000  # characters of one tag
_FAILURES = 50  # beginnings without an end before all others are text
_NOTHING = "\u2060"  # takes no room, and the repair of text drops it


def without_shortcodes(text: str) -> tuple[str, list[Block]]:
    """The text with nothing in the place of each tag, lines and columns kept, and the copy in the tags."""
    if not _BEGINS.search(text):
        return text, []
    where, kept, blocks, behind = lines_map(text), list[str](), list[Block](), 0
    for start, end in _tags(text):
        kept += [text[behind:start], re.sub(r"[^\n]", _NOTHING, text[start:end])]
        behind = end
        if not _UNSEEN.match(text, start) and not text.startswith("{{/*", start):
            blocks += _copy(text, start, end, where)
    lines = "".join([*kept, text[behind:]]).split("\n")
    return "\n".join(line if line.strip(_NOTHING + " \t") else "" for line in lines), blocks


def _tags(text: str) -> Iterator[tuple[int, int]]:
    position, failures, is_start = 0, 0, True
    while position < len(text) and failures < _FAILURES:
        if is_start and (behind := fence_end(text, position)):
            position = behind
            continue
        match = _STOP.search(text, position)
        if match is None:
            return
        position, is_start = match.end(), match[0] == "\n"
        if match[0] == "`":
            position = span_end(text, match.start())
        elif match[0] == "\\":
            position += 1
        elif not is_start and _BEGINS.match(text, match.start()):
            end = _end(text, match.start())
            if end:
                yield match.start(), end
            failures += end is None
            position = end or position


def _end(text: str, start: int) -> int | None:
    if _COMMENT.match(text, start):
        unseen = _UNSEEN.match(text, start)
        return unseen.end() if unseen else None
    mark = next(mark for mark in _ENDS if text.startswith(mark, start))
    end = text.find(_ENDS[mark], start + len(mark), start + _LONGEST)
    return end + len(_ENDS[mark]) if end >= 0 else None


def _copy(text: str, start: int, end: int, where: SourceMap) -> Iterator[Block]:
    """What the arguments of a tag say to readers."""
    least = 2 if text.startswith("{{", start) else 3  # Liquid has programs in its tags
    for match in _ARGUMENT.finditer(text, start, end):
        written = match[2][1:-1]
        name = match[1] or ""
        said, lines = aligned(unescaped(written), written, *where.at(match.start(2) + 1))
        if lines and is_copy(name, said, least=least):
            _, line, column = lines[0]
            yield Block(said, kind_of(name), Location((f"line {line}",), line, column), lines=lines)
