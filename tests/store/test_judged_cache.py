"""The cache: what is put comes back, and nothing that happens to its file breaks a run."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest
from reader import claim

from msglint.model import (
    Block,
    BlockKind,
    Change,
    ChangeKind,
    CheckedAsset,
    Document,
    Judgement,
    Location,
    Mark,
    Skipped,
    Source,
    Verdict,
)
from msglint.store import cache
from msglint.store.cache import CACHE_FILE, JudgedCache, cache_key, file_digest


def asset(name: str = "a.md") -> CheckedAsset:
    read = claim("More than 300 hotels save 3 hours a week since 2019; none pays late.")
    change = Change(ChangeKind.NUMBER, "310", "300", 10, 13)
    judgement = Judgement(
        read, Verdict.DRIFT, 0.9, 0.9, 0.95, "VP-1", "310 hotels save.", 0.8, 0.1, (change,), ("why",)
    )
    marks = frozenset({Mark.HIDDEN_SLIDE})
    block = Block(read.text, BlockKind.TITLE, Location(("slide 1", "Title 1"), 3, 4), "Heading", marks)
    document = Document("text/markdown", (block,), (Skipped(name, "slide 2", "no text"),))
    return CheckedAsset(Source(Path(name), name, name, "text/markdown"), document, (judgement,))


def test_an_asset_comes_back_as_it_was(tmp_path: Path) -> None:
    store = JudgedCache(tmp_path)
    store.put("key", asset())
    assert store.get("key") == asset()
    assert JudgedCache(tmp_path).get("key") == asset()


def test_what_was_never_put_is_missing(tmp_path: Path) -> None:
    assert JudgedCache(tmp_path / "new" / "folder").get("key") is None


def test_the_last_asset_put_under_a_key_counts(tmp_path: Path) -> None:
    store = JudgedCache(tmp_path)
    store.put("key", asset("a.md"))
    store.put("key", asset("b.md"))
    assert store.get("key") == asset("b.md")


def test_the_least_recently_used_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "KEPT", 2)
    store = JudgedCache(tmp_path)
    for key in "abc":
        store.put(key, asset())
        with sqlite3.connect(tmp_path / CACHE_FILE) as database:
            database.execute("UPDATE judged SET used = used - 10")
    assert [store.get(key) is not None for key in "abc"] == [False, True, True]


@pytest.mark.parametrize("content", [b"", b"not a database at all, but long enough to look like one" * 40])
def test_a_damaged_file_is_made_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / CACHE_FILE).write_bytes(content)
    store = JudgedCache(tmp_path)
    assert store.get("key") is None
    store.put("key", asset())
    assert store.get("key") == asset()


@pytest.mark.parametrize("stored", ["", "not json", "[]", '{"source": 1}'])
def test_a_row_of_another_shape_counts_as_missing(tmp_path: Path, stored: str) -> None:
    store = JudgedCache(tmp_path)
    store.put("key", asset())
    with sqlite3.connect(tmp_path / CACHE_FILE) as database:
        database.execute("UPDATE judged SET asset = ?", (stored,))
    assert store.get("key") is None


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    store = JudgedCache(tmp_path / "file" / "cache")
    store.put("key", asset())
    assert store.get("key") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [(("ab", "c"), ("a", "bc")), (("a",), ("a", "")), (("a", "b"), ("b", "a")), (("",), ())],
)
def test_keys_keep_their_parts_apart(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert cache_key(*one) != cache_key(*other)


def test_text_and_its_bytes_have_one_key() -> None:
    assert cache_key("café") == cache_key("café".encode())
    assert len(cache_key()) == 64


def test_a_file_is_known_by_its_bytes_and_a_huge_one_by_size_and_time(tmp_path: Path) -> None:
    small, huge = tmp_path / "small", tmp_path / "huge"
    small.write_bytes(b"Larkmill")
    with huge.open("wb") as stream:
        stream.truncate(100 << 30)
    assert file_digest(small) == hashlib.sha256(b"Larkmill").hexdigest()
    assert file_digest(huge).startswith(f"{100 << 30} bytes of ")
    assert file_digest(tmp_path) == "no file"
    assert "No such file" in file_digest(tmp_path / "gone")
