"""The strings of a TOML document with their lines and columns, which the library's parser does not keep."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msglint.extract.markdown.values import ITEM, Value
from msglint.extract.source_map import lines_map

if TYPE_CHECKING:
    from collections.abc import Iterator

    from msglint.extract.source_map import SourceMap

_NAME = r"(?:[\w-]+|\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*')"
_NAMES = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_TOKEN = re.compile(
    rf"""(?P<comment>\#[^\n]*)
    |(?P<key>{_NAMES})[ \t]*=(?!=)
    |(?P<header>^[ \t]*\[\[?[ \t]*(?P<table>{_NAMES})[ \t]*\]\]?[ \t]*(?=\n|\#|\Z))
    |(?P<string>\"\"\"(?:\\.|[^\\])*?\"{{3,5}}|'''.*?'{{3,5}}|\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*')
    |(?P<open>[\[{{])
    |(?P<close>[\]}}])""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)


@dataclass(slots=True)
class _Frame:
    """A table, or an array if it counts its items, and the keys that its next value has."""

    keys: tuple[str, ...]
    is_array: bool = False
    count: int = 0
    name: tuple[str, ...] = ()

    def next_keys(self) -> tuple[str, ...]:
        self.count += 1
        return (*self.keys, f"{ITEM}{self.count}") if self.is_array else (*self.keys, *self.name)


def toml_values(text: str, *, line: int) -> Iterator[Value]:
    """Every string value of a valid TOML document in order; `line` is that of its first line in its file."""
    frames, counts, position = [_Frame(())], Counter[tuple[str, ...]](), 0
    where = lines_map(text, line)
    while match := _TOKEN.search(text, position):
        position = match.end()
        if match["header"] and len(frames) > 1:  # an array in an array, on a line of its own
            position = text.index("[", match.start()) + 1
            frames.append(_Frame(frames[-1].next_keys(), True))
        elif match["header"]:
            frames = [_Frame(_table(match, counts))]
        elif match["key"]:
            frames[-1].name = _names(match["key"])
        elif match["open"]:
            frames.append(_Frame(frames[-1].next_keys(), match["open"] == "["))
        elif match["close"] and len(frames) > 1:
            frames.pop()
        elif match["string"]:
            yield _value(frames[-1].next_keys(), match, where)


def _table(match: re.Match[str], counts: Counter[tuple[str, ...]]) -> tuple[str, ...]:
    names = _names(match["table"])
    if not match["header"].lstrip().startswith("[["):
        return names
    counts[names] += 1
    return (*names, f"{ITEM}{counts[names]}")


def _names(written: str) -> tuple[str, ...]:
    return tuple(name.strip("\"'") for name in re.findall(_NAME, written))


def _value(keys: tuple[str, ...], match: re.Match[str], where: SourceMap) -> Value:
    written = match["string"]
    quotes = 3 if written[:3] in {'"""', "'''"} and len(written) > 5 else 1
    value = tomllib.loads(f"value = {written}")["value"]
    return Value(keys, str(value), written[quotes:-quotes], *where.at(match.start() + quotes))
