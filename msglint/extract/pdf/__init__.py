"""PDF files: glyphs to words, lines, columns, paragraphs and tables."""

from __future__ import annotations
