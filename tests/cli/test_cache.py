"""What is remembered never changes what is reported, and whatever happens to the memory breaks no run."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from cli_driver import CLEAN, MESSAGING

if TYPE_CHECKING:
    from pathlib import Path

    from cli_driver import Msglint

CHECK = ("check", "drift.md", "clean.md", "--format", "json")
# Each kind of number that a cached claim can hold: open ranges are infinite.
NUMBERS = (
    "Larkmill Ledger cuts invoice review time by more than 40 %.\n\nIt takes at most 3 minutes, since 2021.\n"
)


def database(home: Path) -> Path:
    (found,) = (home / "cache").glob("*.sqlite3")
    return found


def entries(home: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(database(home))) as connection:
        return connection.execute("SELECT key, asset FROM judged ORDER BY key").fetchall()


def test_the_second_run_says_the_same_and_judges_nothing(
    larkmill: Msglint, monkeypatch: pytest.MonkeyPatch
) -> None:
    larkmill.write(clean_md=CLEAN + NUMBERS)
    first = larkmill(*CHECK)
    remembered = entries(larkmill.home)
    monkeypatch.delattr("msglint.pipeline.Judge.asset")
    assert larkmill(*CHECK) == first
    assert len(remembered) == 2
    assert entries(larkmill.home) == remembered


def test_without_a_cache_nothing_is_remembered(larkmill: Msglint) -> None:
    cached = larkmill(*CHECK)
    (larkmill.home / "cache").rename(larkmill.home / "moved")
    assert larkmill(*CHECK, "--no-cache") == cached
    assert not (larkmill.home / "cache").exists()


def test_a_changed_asset_is_judged_again(larkmill: Msglint) -> None:
    larkmill(*CHECK)
    larkmill.write(clean_md="Invoice Wizard is quick.\n")
    found = json.loads(larkmill(*CHECK).stdout)["findings"]
    assert [finding["asset"] for finding in found] == ["drift.md", "clean.md"]


def test_a_changed_messaging_document_is_judged_anew(larkmill: Msglint) -> None:
    larkmill(*CHECK)
    larkmill.write(master_messaging_yaml=MESSAGING.replace("Invoice Wizard", "Bill Wizard"))
    changed = larkmill(*CHECK)
    assert json.loads(changed.stdout)["findings"] == []
    assert larkmill(*CHECK, "--no-cache") == changed


def test_an_unreadable_asset_is_tried_again(larkmill: Msglint) -> None:
    larkmill.write(clean_md="")
    assert larkmill(*CHECK).code == 3
    assert len(entries(larkmill.home)) == 1


def overwrite(path: Path) -> None:
    path.write_bytes(b"this is no database" * 500)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def scramble_pages(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    path.write_bytes(data)


def scramble_entries(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE judged SET asset = '{\"source\": 1'")


def foreign_entries(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE judged SET asset = x'00ff'")


@pytest.mark.parametrize("damage", [overwrite, cut, empty, scramble_pages, scramble_entries, foreign_entries])
def test_a_damaged_cache_is_made_anew(larkmill: Msglint, damage: object) -> None:
    first = larkmill(*CHECK)
    remembered = entries(larkmill.home)
    damage(database(larkmill.home))  # type: ignore[operator]
    assert larkmill(*CHECK) == first
    assert entries(larkmill.home) == remembered


def test_another_schema_is_left_alone(larkmill: Msglint) -> None:
    first = larkmill(*CHECK)
    with closing(sqlite3.connect(database(larkmill.home))) as connection, connection:
        connection.execute("ALTER TABLE judged RENAME COLUMN asset TO other")
    assert larkmill(*CHECK) == first


@pytest.mark.parametrize("place", ["file", "folder"])
def test_a_cache_that_cannot_be_made_breaks_no_run(larkmill: Msglint, place: str) -> None:
    first = larkmill(*CHECK, "--no-cache")
    if place == "file":
        (larkmill.home / "cache").write_text("in the way")
    else:
        (larkmill.home / "cache" / "judged.sqlite3").mkdir(parents=True)
    assert larkmill(*CHECK) == first


def test_several_processes_read_the_same(larkmill: Msglint) -> None:
    assert larkmill.process(*CHECK, "--no-cache", "-j", "2") == larkmill(*CHECK, "--no-cache", "-j", "1")
