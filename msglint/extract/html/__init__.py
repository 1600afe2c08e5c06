"""HTML pages: the text that a visitor sees, with its role."""

from __future__ import annotations
