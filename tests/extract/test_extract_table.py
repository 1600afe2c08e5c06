"""The table of extractors: complete, light to import, and never raising."""

from __future__ import annotations

import subprocess
import sys

import pytest

from msglint.extract import EXTRACTORS, REFUSED
from msglint.source.media import BY_SUFFIX


def test_every_format_that_is_found_is_answered() -> None:
    assert set(BY_SUFFIX.values()) == {*EXTRACTORS, *REFUSED}


@pytest.mark.parametrize("module", ["pptx", "pdfplumber", "bs4", "lxml", "markdown_it", "yaml"])
def test_importing_extract_imports_no_heavy_library(module: str) -> None:
    code = f"import sys, msglint.extract, msglint.source.files; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
