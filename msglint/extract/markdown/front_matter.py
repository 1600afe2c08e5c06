"""The metadata that opens a Markdown file: what search engines show, and page copy that is kept in it."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from msglint.extract.markdown.front_matter_toml import toml_values
from msglint.extract.markdown.front_matter_yaml import yaml_values
from msglint.extract.markdown.values import is_copy, is_shown, kind_of
from msglint.extract.source_map import aligned
from msglint.model import Block, BlockKind, Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from msglint.extract.markdown.values import Value

_YAML = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_MAPPING = re.compile(r"\A\s*\{")
# What stands below these is told to search engines and link previews; all else is copy of the page.
_ABOUT_THE_PAGE = frozenset({"seo", "og", "opengraph", "twitter", "meta", "head", "social"})


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A file's metadata blocks and the text after them, which keeps its line numbers."""

    rest: str
    blocks: tuple[Block, ...] = ()
    problem: str = ""


def split_front_matter(text: str) -> FrontMatter:
    """YAML (---), TOML (+++) or JSON ({) taken off the text; what is broken is a problem, never an error."""
    if match := _YAML.match(text):
        return _read_yaml(text, match)
    if match := _TOML.match(text):
        return _read_toml(text, match)
    if _MAPPING.match(text):
        return _read_json(text)
    return FrontMatter(text)


def _read_yaml(text: str, match: re.Match[str]) -> FrontMatter:
    rest = _blank(text, match.end())
    try:
        return FrontMatter(rest, tuple(_blocks(yaml_values(match[1], line=2))))
    except (yaml.YAMLError, RecursionError):
        return FrontMatter(rest, (), "is not valid YAML; correct it so that its texts are checked")


def _read_toml(text: str, match: re.Match[str]) -> FrontMatter:
    rest = _blank(text, match.end())
    try:
        tomllib.loads(match[1])
    except (tomllib.TOMLDecodeError, RecursionError):
        return FrontMatter(rest, (), "is not valid TOML; correct it so that its texts are checked")
    return FrontMatter(rest, tuple(_blocks(toml_values(match[1], line=2))))


def _read_json(text: str) -> FrontMatter:
    """JSON is read as the YAML that it is, which knows its lines; what is no JSON is text of the page."""
    start = len(text) - len(text.lstrip())
    try:
        found, end = json.JSONDecoder().raw_decode(text, start)
        if not isinstance(found, dict) or text[end:].partition("\n")[0].strip():
            return FrontMatter(text)
        blocks = tuple(_blocks(yaml_values(text[:end].replace("\t", " "), line=1)))
    except (ValueError, RecursionError):
        return FrontMatter(text)
    except yaml.YAMLError:
        return FrontMatter(
            _blank(text, end), (), "could not be placed; write it as YAML between lines of ---"
        )
    return FrontMatter(_blank(text, end), blocks)


def _blank(text: str, end: int) -> str:
    return "\n" * text.count("\n", 0, end) + text[end:]


def _blocks(values: Iterable[Value]) -> Iterator[Block]:
    for value in values:
        text, lines = aligned(value.text, value.raw, value.line, value.column)
        if lines and is_copy(value.key, text):
            _, line, column = lines[0]
            place = Location(("front matter", *value.keys), line, column)
            yield Block(text, _kind(value), place, lines=lines)


def _kind(value: Value) -> BlockKind:
    """Metadata for what is told of the page itself, else the kind of text that the value's name says."""
    outer = [key.lower() for key in value.keys]
    if (len(outer) == 1 and is_shown(value.key)) or _ABOUT_THE_PAGE.intersection(outer):
        return BlockKind.META
    kind = kind_of(value.key)
    return BlockKind.HERO if kind is BlockKind.BODY and outer[0] == "hero" else kind
