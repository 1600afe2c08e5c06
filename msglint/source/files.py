"""PATH arguments to sources: which files are assets, how users see them, and what identity is hashed from."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from msglint.errors import Problem, UserError
from msglint.model import Source
from msglint.source.media import BY_SUFFIX, READ, media_type_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# The folder that holds one of these is where an asset's key starts, whatever folder msglint runs in.
ROOT_MARKERS = (".git", "msglint.toml", ".msglint-baseline.json")

# Folders that hold other people's files: an asset found there is never the company's own.
_FOREIGN_FOLDERS = frozenset({"node_modules", "__pycache__", "venv"})
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")  # would break lines or drive the terminal


def find_sources(paths: Sequence[Path]) -> tuple[Source, ...]:
    """Every asset under `paths` (files, or folders with all below them), sorted per argument, each once.

    What is no file (a pipe, a link to nothing in a folder) is a source too: reading it names the reason.
    Raises `UserError` naming every path that is missing or holds no asset.
    """
    sources: dict[Path, Source] = {}
    problems: list[Problem] = []
    for path in paths:
        problem = _problem_with(path)
        found = [] if problem else list(_sources_of(path))
        if not (problem or found) and path.is_dir():
            problem = _no_assets(path)
        if problem:
            problems.append(problem)
        for source in found:
            sources.setdefault(Path(os.path.realpath(source.path)), source)
    if problems:
        raise UserError(*problems)
    return tuple(sources.values())


def _problem_with(path: Path) -> Problem | None:
    if not os.path.exists(path):  # unlike the method, false also for a name that is too long to exist
        if os.path.islink(path):
            return Problem(str(path), "is a link to nothing", hint="repair the link or name another path")
        return Problem(str(path), "no such file or folder", hint="check the spelling of the path")
    if path.is_dir() and not os.access(path, os.R_OK | os.X_OK):
        return Problem(str(path), "the folder cannot be opened", hint="check its permissions")
    return None


def _no_assets(path: Path) -> Problem:
    return Problem(str(path), "holds no asset", hint=f"msglint reads {', '.join(READ)}")


def _sources_of(path: Path) -> Iterator[Source]:
    if path.is_dir() and not _is_package(path):
        for file in _walk(path):
            yield _source(file, path)
    else:
        yield _source(path, path.parent)


def _walk(folder: Path) -> Iterator[Path]:
    """Assets below `folder` in sorted order; hidden and foreign folders are not entered, none twice.

    A folder below it that cannot be opened is yielded itself, so that reading it names the reason.
    """
    seen: set[str] = set()
    stack = [folder]
    while stack:
        current = stack.pop()
        if not current.is_dir() or _is_package(current):
            yield current
            continue
        real = os.path.realpath(current)
        if real not in seen:
            seen.add(real)
            children = _children(current)
            if children is None:
                yield current
            else:
                stack.extend(sorted(filter(_is_wanted, children), reverse=True))


def _is_package(path: Path) -> bool:
    """Whether a folder is one document: Keynote and Pages save some as folders."""
    return path.suffix.lower() in {".key", ".pages"} and any(
        (path / part).exists() for part in ("Index.zip", "Index", "index.apxl", "index.xml")
    )


def _children(folder: Path) -> list[Path] | None:
    try:
        return list(folder.iterdir())
    except OSError:
        return None


def _is_wanted(path: Path) -> bool:
    name = path.name
    if name.startswith((".", "~$")):
        return False
    if path.is_dir() and not _is_package(path):
        return name not in _FOREIGN_FOLDERS
    return path.suffix.lower() in BY_SUFFIX


def _source(path: Path, base: Path) -> Source:
    return Source(path=path, name=_name(path), key=_key(path, base), media_type=media_type_of(path))


def _name(path: Path) -> str:
    """The path below the working folder, else as it was given; always with forward slashes."""
    absolute = Path(os.path.abspath(path))
    cwd = Path.cwd()
    name = (absolute.relative_to(cwd) if absolute.is_relative_to(cwd) else path).as_posix()
    return _CONTROL.sub(lambda match: f"\\x{ord(match[0]):02x}", _text(name))


def _key(path: Path, base: Path) -> str:
    """The path from the nearest folder with a root marker, else from the argument it was found under."""
    absolute = Path(os.path.abspath(path))
    for parent in absolute.parents:
        if any((parent / marker).exists() for marker in ROOT_MARKERS):
            return _text(absolute.relative_to(parent).as_posix())
    return _text(absolute.relative_to(os.path.abspath(base)).as_posix())


def _text(name: str) -> str:
    """A file name as text that can be written anywhere: bytes that are no UTF-8 are spelled out."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
