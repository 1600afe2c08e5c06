"""The strings of a YAML document with their lines and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from msglint.extract.markdown.values import ITEM, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

_STRING = "tag:yaml.org,2002:str"


def yaml_values(text: str, *, line: int) -> Iterator[Value]:
    """Every string value in document order; `line` is that of the text's first line in its file.

    Raises `yaml.YAMLError` for what is no YAML. An alias is followed nowhere: its values are read where they
    are written.
    """
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    stack: list[tuple[tuple[str, ...], yaml.Node]] = [((), root)] if root else []
    seen: set[int] = set()
    while stack:
        keys, node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode) and node.tag == _STRING:
            yield _value(keys, node, text, line)
        elif isinstance(node, yaml.MappingNode):
            below = [((*keys, _name(key)), value) for key, value in node.value]
            stack += reversed(below)
        elif isinstance(node, yaml.SequenceNode):
            items = [((*keys, f"{ITEM}{number}"), item) for number, item in enumerate(node.value, start=1)]
            stack += reversed(items)


def _name(key: yaml.Node) -> str:
    return str(key.value) if isinstance(key, yaml.ScalarNode) else "key"


def _value(keys: tuple[str, ...], node: yaml.ScalarNode, text: str, line: int) -> Value:
    start, end, column = node.start_mark.index, node.end_mark.index, node.start_mark.column + 1
    row = node.start_mark.line + line
    if node.style in {"|", ">"}:
        start, row, column = text.find("\n", start, end) + 1 or end, row + 1, 1
    elif node.style:
        start, end, column = start + 1, end - 1, column + 1
    # Half a surrogate pair, which JSON may escape, is no character on its own.
    value = str(node.value).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Value(keys, value, text[start:end], row, column)
