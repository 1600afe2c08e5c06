"""The cache: judged assets in SQLite, keyed on everything that could change them. Safe to delete at any time."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msglint.model import CheckedAsset

if TYPE_CHECKING:
    from pydantic import TypeAdapter

CACHE_FILE = "judged.sqlite3"
KEPT = 20_000


class JudgedCache:
    """A folder's cache of `CheckedAsset`s; an entry that cannot be read counts as missing."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / CACHE_FILE
        with closing(self._open()) as database, database:
            database.execute("PRAGMA journal_mode=WAL")
            database.execute("CREATE TABLE IF NOT EXISTS judged (key TEXT PRIMARY KEY, asset TEXT, used INTEGER)")

    def get(self, key: str) -> CheckedAsset | None:
        """The asset judged under `key`, None when there is none."""
        with closing(self._open()) as database, database:
            row = database.execute("SELECT asset FROM judged WHERE key = ?", (key,)).fetchone()
            database.execute("UPDATE judged SET used = unixepoch() WHERE key = ?", (key,))
        if row is None:
            return None
        try:
            return _adapter().validate_python(json.loads(row[0]))
        except ValueError:
            return None

    def put(self, key: str, asset: CheckedAsset) -> None:
        """Remember an asset; the least recently used beyond KEPT are forgotten."""
        text = json.dumps(_adapter().dump_python(asset, mode="json"), ensure_ascii=False)
        with closing(self._open()) as database, database:
            database.execute("INSERT OR REPLACE INTO judged VALUES (?, ?, unixepoch())", (key, text))
            database.execute(
                "DELETE FROM judged WHERE key IN (SELECT key FROM judged ORDER BY used DESC LIMIT -1 OFFSET ?)", (KEPT,)
            )

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(self._path, timeout=30)


def cache_key(*parts: str | bytes) -> str:
    """A hash over all that an asset's judgement depends on, each part kept apart from the next."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


@cache
def _adapter() -> TypeAdapter[CheckedAsset]:
    from pydantic import TypeAdapter

    return TypeAdapter(CheckedAsset)
