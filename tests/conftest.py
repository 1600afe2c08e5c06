"""What all tests share: msglint's command line, and a cache that is never the user's own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from cli_driver import CLEAN, DRIFT, MESSAGING, ONE_THREAD, Msglint

if TYPE_CHECKING:
    from pathlib import Path

os.environ.update(ONE_THREAD)  # read when torch is loaded, which no test does before this


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MSGLINT_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture
def msglint(tmp_path: Path) -> Msglint:
    """The command line in a folder that holds nothing."""
    return Msglint(tmp_path)


@pytest.fixture
def larkmill(msglint: Msglint) -> Msglint:
    """The command line in a folder with a tiny messaging document, an asset that drifts and a clean one."""
    msglint.write(master_messaging_yaml=MESSAGING, drift_md=DRIFT, clean_md=CLEAN)
    return msglint
