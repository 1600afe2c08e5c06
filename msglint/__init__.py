"""msglint: the linter for what a company says."""

from __future__ import annotations

__version__ = "0.1.0"
