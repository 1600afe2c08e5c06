"""Reading the master messaging document from one or several YAML files, with the line of every entry."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial, reduce
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msglint.errors import Problem, UserError
from msglint.messaging.merge import merged
from msglint.messaging.schema import Messaging
from msglint.messaging.validation import validated
from msglint.messaging.yaml_tree import KeyPath, Node, Place, Plain, plain, read_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

_GIVEN_IDS = {"retired_statements": "R", "banned_claim_words": "B", "teams": "TEAM"}
_NAME = "master messaging document"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LoadedMessaging:
    """A valid document, the files it was read from, the hash of their bytes, and where each entry stands."""

    document: Messaging
    path: str
    sha256: str
    places: Mapping[str, Place]

    def line(self, entry_id: str) -> int | None:
        """The line of the entry with this id, None for an id the document does not have."""
        place = self.places.get(entry_id)
        return place.line if place else None

    def file(self, entry_id: str) -> str:
        """The file that holds the entry with this id; the first one for an unknown id."""
        place = self.places.get(entry_id)
        return place.file if place else self.path.split(", ")[0]


def load_messaging(paths: Sequence[Path]) -> LoadedMessaging:
    """Read and merge the files in order; raises UserError with every problem found in them."""
    if not paths:
        raise UserError(Problem("--messaging", "no document is named", hint="use --messaging FILE"))
    contents = _all_of([partial(_content, Path(path)) for path in paths])
    trees = _all_of(
        [partial(_tree, str(path), content) for path, content in zip(paths, contents, strict=True)]
    )
    doubled = [problem for tree in trees for problem in _duplicates(_ids(plain(tree)))]
    document, places = _checked(plain(reduce(merged, trees)), doubled)
    digest = hashlib.sha256(b"".join(contents)).hexdigest()
    return LoadedMessaging(document, ", ".join(map(str, paths)), digest, places)


def messaging_from(data: Plain) -> Messaging:
    """A document from YAML read elsewhere, such as the one inside a rule's example; raises UserError too."""
    return _checked(data, [])[0]


def _all_of(readers: Sequence[Callable[[], T]]) -> list[T]:
    """The result of each reader; the problems of all of them are raised together."""
    results: list[T] = []
    problems: list[Problem] = []
    for read in readers:
        try:
            results.append(read())
        except UserError as error:
            problems += error.problems
    if problems:
        raise UserError(*problems)
    return results


def _tree(name: str, content: bytes) -> Node:
    tree = read_tree(content, name)
    if tree is None or (tree.value is None and tree.entries is None and tree.items is None):
        raise UserError(Problem(name, f"is empty, not a {_NAME}", hint="see docs/messaging.md for a start"))
    if tree.entries is None:
        message = f"is not a {_NAME}, which is a mapping of keys such as company: and positioning:"
        raise UserError(Problem(name, message, tree.place.line))
    return tree


def _checked(expanded: Plain, found: Sequence[Problem]) -> tuple[Messaging, dict[str, Place]]:
    """The document and where its ids stand; raises UserError with all problems, those `found` before too."""
    _give_ids(expanded)
    ids = list(_ids(expanded))
    problems = dict.fromkeys([*found, *_duplicates(ids)])
    try:
        document = validated(Messaging, expanded, name=_NAME)
    except UserError as error:
        problems |= dict.fromkeys(error.problems)
    if problems:
        raise UserError(*sorted(problems, key=lambda p: (p.file, p.line or 0, p.message)))
    return document, dict(ids)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        hint = "check the path; docs/messaging.md shows how to start a document"
        raise UserError(Problem(str(path), "there is no such file", hint=hint)) from None
    except IsADirectoryError:
        raise UserError(Problem(str(path), "is a folder", hint="name the YAML file in it")) from None
    except OSError as error:
        raise UserError(Problem(str(path), f"cannot be read: {error.strerror or error}")) from None


def _give_ids(expanded: Plain) -> None:
    """Give entries that need no id in the file one by their position, passing over ids that are taken."""
    if not isinstance(expanded.data, dict):
        return
    taken = {entry_id for entry_id, _ in _ids(expanded)}
    for section, prefix in _GIVEN_IDS.items():
        numbers = count(1)
        entries = expanded.data.get(section)
        for index, entry in enumerate(entries if isinstance(entries, list) else ()):
            if isinstance(entry, dict) and entry.get("id") is None:
                entry["id"] = next(name for n in numbers if (name := f"{prefix}-{n}") not in taken)
                path = (section, index)
                expanded.places[*path, "id"] = expanded.places.get(path, Place("", 1))
    category = expanded.data.get("category")
    if isinstance(category, dict) and category.get("id") is None:
        category["id"] = "CAT"
        expanded.places["category", "id"] = expanded.places.get(("category",), Place("", 1))


def _ids(expanded: Plain) -> Iterator[tuple[str, Place]]:
    """Every id of the document with the line of its entry, in reading order."""
    for path, place in list(expanded.places.items()):
        if path and path[-1] == "id":
            value = _at(expanded.data, path)
            if isinstance(value, str):
                yield value, place


def _at(data: object, path: KeyPath) -> object:
    for step in path:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
    return data


def _duplicates(ids: Sequence[tuple[str, Place]] | Iterator[tuple[str, Place]]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for entry_id, place in ids:
        if entry_id in first:
            earlier = first[entry_id]
            where = f"line {earlier.line}" if earlier.file == place.file else f"{earlier.file}:{earlier.line}"
            yield Problem(
                place.file, f"the id '{entry_id}' is already used in {where}", place.line, "rename one"
            )
        first.setdefault(entry_id, place)
