"""The HTML report in a real browser: it renders from a file, alone and offline."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from cli_driver import Msglint

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--no-first-run",
)


@cache
def browser() -> str | None:
    """A Chromium that starts; Ubuntu's package of that name may only be a pointer to a snap."""
    for name in filter(None, map(shutil.which, NAMES)):
        done = subprocess.run([name, "--version"], capture_output=True, check=False)
        if done.returncode == 0:
            return name
    return None


needs_browser = pytest.mark.skipif(browser() is None, reason="needs Chromium, which is not installed")


def run_browser(page: Path, profile: Path, *flags: str) -> str:
    """What `flags` make Chromium print of a page."""
    chromium = browser()
    assert chromium
    command = [chromium, *FLAGS, f"--user-data-dir={profile}", *flags, page.as_uri()]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=True, timeout=120
    ).stdout


@pytest.fixture
def report(larkmill: Msglint) -> Path:
    assert larkmill("check", "drift.md", "clean.md", "--format", "html=report.html").code == 1
    return larkmill.home / "report.html"


def shown(dom: str) -> str:
    """The words of a page without its scripts and tags."""
    body = re.sub(r"<(script|style)\b.*?</\1>", " ", dom, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


@needs_browser
def test_it_renders(report: Path, tmp_path: Path) -> None:
    dom = run_browser(report, tmp_path / "profile", "--dump-dom")
    text = shown(dom)
    assert "1 thing to fix before this goes out" in text
    assert "'Invoice Wizard' is now called 'Larkmill Ledger' (P-1)" in text
    assert "Nothing to fix clean.md" in text
    # Buttons that copy are made by the report's script: they are there when its policy let it run.
    assert len(re.findall(r"<button\b", dom)) > len(re.findall(r"<button\b", report.read_text("utf-8")))


@needs_browser
def test_it_draws_something(report: Path, tmp_path: Path) -> None:
    picture = tmp_path / "report.png"
    run_browser(report, tmp_path / "profile", f"--screenshot={picture}", "--window-size=1200,900")
    from PIL import Image

    with Image.open(picture) as image:
        assert image.size == (1200, 900)
        assert len(image.convert("L").getcolors(256) or ()) > 20
