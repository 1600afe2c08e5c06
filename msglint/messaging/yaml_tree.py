"""YAML as a tree that remembers lines: each value knows its place and spelling; hostile input is bounded."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NoReturn, TypeAlias

import yaml

from msglint.errors import Problem, UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 5_000_000
MAX_DEPTH = 40
MAX_NODES = 200_000

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOOLS = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
_INT = re.compile(r"[-+]?(0|[1-9][0-9_]*)\Z")
_FLOAT = re.compile(r"[-+]?(0|[1-9][0-9_]*)?\.[0-9]+([eE][-+]?[0-9]+)?\Z")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_TAGS = (None, "!", *(f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map")))
_ADVICE = {
    "mapping values are not": 'put a text with ": " in it in quotes; indent the keys of one entry alike',
    "cannot start any token": "indent with spaces, not tabs; put a text that begins with @, ` or % in quotes",
    "unexpected end of stream": "a quote is opened and not closed",
    "expected ',' or": "a bracket is not closed, or a text inside brackets needs quotes",
    "expected key": "check the indentation, and quotes inside a quoted text",
    "expected '-'": "a list cannot go on as keys: check the indentation",
    "another document": "keep one document in a file: remove the second ---",
    "undefined alias": "put a text that begins with * in quotes",
    "sequence entries are not allowed": "start a list on its own line",
}

KeyPath: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file."""

    file: str
    line: int


@dataclass(slots=True)
class Node:
    """One YAML value: a scalar (`value`, and `raw` as typed), a list (`items`) or a mapping (`entries`).

    Each entry of a mapping holds the place of its key. Nodes behind an alias are shared.
    """

    place: Place
    value: str | int | float | bool | date | None = None
    raw: str = ""
    items: list[Node] | None = None
    entries: dict[str, tuple[Place, Node]] | None = None


@dataclass(slots=True)
class Plain:
    """Plain data of a tree, the place of every key path and the spelling of every scalar that is no text."""

    data: object
    places: dict[KeyPath, Place] = field(default_factory=dict)
    raws: dict[KeyPath, str] = field(default_factory=dict)


def read_tree(content: bytes, file: str) -> Node | None:
    """Parse one YAML document; None when it is empty. Raises UserError with every problem it can tell."""
    if len(content) > MAX_BYTES:
        raise UserError(Problem(file, f"is larger than {MAX_BYTES // 1_000_000} MB", hint="split it"))
    stream = io.BytesIO(_decoded(content, file).encode())
    builder = _Builder(file)
    try:
        for event in yaml.parse(stream, Loader=_LOADER):
            builder.add(event)
    except yaml.YAMLError as error:
        raise UserError(*builder.problems, _syntax_problem(error, content, file)) from None
    if builder.problems:
        raise UserError(*builder.problems)
    return builder.root


def plain(node: Node) -> Plain:
    """Expand a tree to plain data; raises UserError when aliases expand it beyond all measure."""
    result = Plain(None)
    result.data = _expand(node, (), result)
    return result


def _expand(node: Node, path: KeyPath, result: Plain) -> object:
    result.places.setdefault(path, node.place)
    if len(result.places) > MAX_NODES or len(path) > MAX_DEPTH:
        raise UserError(
            Problem(node.place.file, "aliases (*name) make the document too large", node.place.line)
        )
    if node.items is not None:
        return [_expand(item, (*path, i), result) for i, item in enumerate(node.items)]
    if node.entries is not None:
        data: dict[str, object] = {}
        for key, (place, child) in node.entries.items():
            result.places[*path, key] = place
            data[key] = _expand(child, (*path, key), result)
        return data
    if not isinstance(node.value, str):
        result.raws[path] = node.raw
    return node.value


def _decoded(content: bytes, file: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UserError(Problem(file, "is not UTF-8 text", line, "save it with the encoding UTF-8")) from None


def _syntax_problem(error: yaml.YAMLError, content: bytes, file: str) -> Problem:
    if not isinstance(error, yaml.MarkedYAMLError):
        reason = getattr(error, "reason", "") or "not readable"
        found = re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", content)
        line = content.count(b"\n", 0, found.start()) + 1 if found else None
        return Problem(file, f"this is not YAML: {reason}", line, "remove the invisible character")
    said = str(error.problem or error.context or "cannot be read")
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else None
    if "nesting depth" in said:  # libyaml 0.2.6 and later stop by themselves, far beyond our own limit
        return _too_deep(file, line)
    advice = next((advice for words, advice in _ADVICE.items() if words in said), "")
    return Problem(file, f"this is not YAML: {said}", line, advice)


def _too_deep(file: str, line: int | None) -> Problem:
    return Problem(file, f"is nested deeper than {MAX_DEPTH} levels", line, "")


def scalar(raw: str, *, is_plain: bool) -> str | int | float | bool | date | None:
    """What YAML makes of a scalar; whatever is ambiguous (times, octals, impossible dates) stays text."""
    if not is_plain:
        return raw
    if raw in ("", "~", "null", "Null", "NULL"):
        return None
    if raw.lower() in _BOOLS and raw in (raw.lower(), raw.upper(), raw.capitalize()):
        return _BOOLS[raw.lower()]
    for pattern, read in ((_INT, int), (_FLOAT, float), (_DATE, date.fromisoformat)):
        if pattern.match(raw):
            try:
                return read(raw)
            except ValueError:
                return raw
    return raw


class _Builder:
    """Builds the tree from parser events without recursion, so that depth is bounded before it hurts."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[tuple[Node, list[Node]]] = []
        self._anchors: dict[str, Node | None] = {}
        self._documents = 0

    def add(self, event: yaml.Event) -> None:
        """Take the next event; a problem that ends all reading is raised, others are kept."""
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._stop(line, "a second document begins here", _ADVICE["another document"])
        elif isinstance(event, yaml.ScalarEvent):
            value = scalar(event.value, is_plain=event.implicit[0] and not event.style)
            self._place(Node(Place(self.file, line), value, event.value), event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._start(Node(Place(self.file, line)), event, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event.anchor or "", line)

    def _start(self, node: Node, event: yaml.CollectionStartEvent, line: int) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise UserError(*self.problems, _too_deep(self.file, line))
        if event.anchor:
            self._anchors[event.anchor] = None
        if isinstance(event, yaml.SequenceStartEvent):
            node.items = []
        else:
            node.entries = {}
        self._check_tag(event, line)
        self._open.append((node, []))
        node.raw = event.anchor or ""

    def _end(self) -> None:
        node, children = self._open.pop()
        anchor, node.raw = node.raw, ""
        if node.items is not None:
            node.items = children
        else:
            node.entries = dict(self._pairs(children))
        if anchor:
            self._anchors[anchor] = node
        self._attach(node)

    def _pairs(self, children: list[Node]) -> Iterator[tuple[str, tuple[Place, Node]]]:
        """The entries of a mapping from its alternating keys and values; merged ones (<<) come first."""
        pairs = list(zip(children[::2], children[1::2], strict=True))
        for key, value in pairs:
            if key.raw == "<<":
                merged = value.items if value.items is not None else [value]
                for source in reversed(merged):
                    yield from (source.entries or {}).items()
        seen: dict[str, int] = {}
        for key, value in pairs:
            if key.raw == "<<":
                continue
            if not isinstance(key.value, str):
                self._report(key.place.line, f"a key must be a word, not {_shown(key)}", "put it in quotes")
                continue
            if key.value in seen:
                where = f"first in line {seen[key.value]}"
                self._report(key.place.line, f"the key '{key.value}' stands twice", where)
            seen.setdefault(key.value, key.place.line)
            yield key.value, (key.place, value)

    def _place(self, node: Node, event: yaml.ScalarEvent) -> None:
        self._check_tag(event, node.place.line)
        if event.anchor:
            self._anchors[event.anchor] = node
        self._attach(node)

    def _check_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, line: int) -> None:
        if event.tag not in _TAGS:
            self._report(
                line, f"the YAML tag '{event.tag}' is not allowed", "put a text that begins with ! in quotes"
            )

    def _alias(self, anchor: str, line: int) -> None:
        if anchor not in self._anchors:
            self._stop(line, f"'*{anchor}' refers to nothing", _ADVICE["undefined alias"])
        node = self._anchors[anchor]
        if node is None:
            self._stop(line, f"'*{anchor}' refers to the entry it stands in", "")
        self._attach(node)

    def _attach(self, node: Node) -> None:
        if self._open:
            self._open[-1][1].append(node)
        else:
            self.root = node

    def _report(self, line: int, message: str, hint: str) -> None:
        self.problems.append(Problem(self.file, message, line, hint))

    def _stop(self, line: int, message: str, hint: str) -> NoReturn:
        raise UserError(*self.problems, Problem(self.file, message, line, hint))


def _shown(node: Node) -> str:
    if node.items is not None or node.entries is not None:
        return "a list or a mapping"
    return f"{node.raw} (which YAML reads as {str(node.value).lower()})"
