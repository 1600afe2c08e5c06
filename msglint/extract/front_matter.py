"""The metadata that opens a Markdown file: what search engines and link previews will show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from msglint.extract.repair import clean, has_words
from msglint.model import Block, BlockKind, Location

if TYPE_CHECKING:
    from collections.abc import Iterator

_YAML = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML_LINE = re.compile(r"""(\w+)\s*=\s*(["'])(.*)\2\s*(?:#.*)?""")
_READ_KEYS = frozenset(
    {
        "title",
        "subtitle",
        "tagline",
        "headline",
        "description",
        "summary",
        "excerpt",
        "abstract",
        "seo_title",
        "seo_description",
    }
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A file's metadata blocks and the text after them, which keeps its line numbers."""

    rest: str
    blocks: tuple[Block, ...] = ()
    problem: str = ""


def split_front_matter(text: str) -> FrontMatter:
    """YAML (---) or TOML (+++) metadata taken off the text; broken YAML is a problem, never an error."""
    if match := _YAML.match(text):
        try:
            return FrontMatter(_blank(match), tuple(_yaml_blocks(match[1])))
        except (yaml.YAMLError, RecursionError):
            return FrontMatter(
                _blank(match), (), "is not valid YAML; correct it so that its texts are checked"
            )
    if match := _TOML.match(text):
        return FrontMatter(_blank(match), tuple(_toml_blocks(match[1])))
    return FrontMatter(text)


def _blank(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n") + match.string[match.end() :]


def _yaml_blocks(text: str) -> Iterator[Block]:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    stack = [root] if root else []
    seen: set[int] = set()
    while stack:
        node = stack.pop(0)
        if not isinstance(node, yaml.MappingNode) or id(node) in seen:
            continue
        seen.add(id(node))
        for key, value in node.value:
            if isinstance(value, yaml.ScalarNode) and str(key.value).lower() in _READ_KEYS:
                yield from _meta(value.value, str(key.value), value.start_mark.line + 2)
            elif isinstance(value, yaml.MappingNode):
                stack.append(value)


def _toml_blocks(text: str) -> Iterator[Block]:
    for number, line in enumerate(text.splitlines(), start=2):
        match = _TOML_LINE.fullmatch(line.strip())
        if match and match[1].lower() in _READ_KEYS:
            yield from _meta(match[3], match[1], number)


def _meta(value: str, key: str, line: int) -> Iterator[Block]:
    text = clean(value)
    if has_words(text):
        yield Block(text, BlockKind.META, Location(("front matter", key), line=line))
