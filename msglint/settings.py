"""What a run is asked to do: flags resolved into one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msglint.model import Mode, Severity

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT_MODEL = "all-MiniLM-L6-v2"
DEFAULT_MESSAGING = "master_messaging.yaml"


@dataclass(frozen=True, slots=True)
class Settings:
    """`fail_on` is None for never; `cache_dir` is None for no cache; `jobs` reads that many files at once.

    `min_coverage` is the share of each asset that must have been read, 0 to 1.
    """

    paths: tuple[Path, ...]
    messaging: tuple[Path, ...]
    rules: tuple[Path, ...] = ()
    mode: Mode = Mode.CONTRADICTIONS
    fail_on: Severity | None = Severity.ERROR
    allow_unreadable: bool = False
    audience: str = ""
    market: str = ""
    jobs: int = 1
    model: str = DEFAULT_MODEL
    cache_dir: Path | None = None
    min_coverage: float = 0.0
