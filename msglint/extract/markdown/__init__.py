"""Markdown and MDX, with front matter, to the line and column."""

from __future__ import annotations
