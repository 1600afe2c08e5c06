"""The cache: judged assets in SQLite, by all that could change them. Safe to delete at any time."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import stat
from contextlib import closing, suppress
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from msglint.model import CheckedAsset

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pydantic import TypeAdapter

T = TypeVar("T")

CACHE_FILE = "judged.sqlite3"
KEPT = 20_000
MOST_HASHED = 4 << 30
_TABLE = "CREATE TABLE IF NOT EXISTS judged (key TEXT PRIMARY KEY, asset TEXT, used INTEGER)"
_FORGET = "DELETE FROM judged WHERE key IN (SELECT key FROM judged ORDER BY used DESC LIMIT -1 OFFSET ?)"


class JudgedCache:
    """A folder's cache of `CheckedAsset`s. It never fails: what cannot be read counts as missing."""

    def __init__(self, folder: Path) -> None:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / CACHE_FILE

    def get(self, key: str) -> CheckedAsset | None:
        """The asset judged under `key`, None when there is none."""

        def read(database: sqlite3.Connection) -> str | None:
            row = database.execute("SELECT asset FROM judged WHERE key = ?", (key,)).fetchone()
            database.execute("UPDATE judged SET used = unixepoch() WHERE key = ?", (key,))
            return row[0] if row else None

        stored = self._transaction(read)
        try:
            return _adapter().validate_json(stored) if stored else None
        except (ValueError, TypeError):
            return None

    def put(self, key: str, asset: CheckedAsset) -> None:
        """Remember an asset; the least recently used beyond KEPT are forgotten."""
        text = json.dumps(_adapter().dump_python(asset, mode="json"))

        def write(database: sqlite3.Connection) -> None:
            database.execute("INSERT OR REPLACE INTO judged VALUES (?, ?, unixepoch())", (key, text))
            database.execute(_FORGET, (KEPT,))

        self._transaction(write)

    def _transaction(self, work: Callable[[sqlite3.Connection], T]) -> T | None:
        """Do `work` in a transaction. A damaged database is deleted and made anew, a locked one is left."""
        for _ in range(2):
            try:
                with closing(sqlite3.connect(self._path, timeout=30)) as database, database:
                    database.execute("PRAGMA journal_mode=WAL")
                    database.execute(_TABLE)
                    return work(database)
            except sqlite3.OperationalError:  # locked, read-only, no room: the file itself may be sound
                return None
            except sqlite3.DatabaseError:
                self._delete()
        return None

    def _delete(self) -> None:
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):
                self._path.with_name(CACHE_FILE + ending).unlink(missing_ok=True)


def cache_key(*parts: str | bytes) -> str:
    """A hash over all that an asset's judgement depends on, each part kept apart from the next."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


def file_digest(path: Path) -> str:
    """The SHA-256 of a file's bytes; why there is none for what cannot be opened or is no file.

    Of a file beyond MOST_HASHED only size and time are taken: it would take longer to read than to judge.
    """
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            return "no file"
        if state.st_size > MOST_HASHED:
            return f"{state.st_size} bytes of {state.st_mtime_ns}"
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        return str(error)


@cache
def _adapter() -> TypeAdapter[CheckedAsset]:
    from pydantic import TypeAdapter

    return TypeAdapter(CheckedAsset)
