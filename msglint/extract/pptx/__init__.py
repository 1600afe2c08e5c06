"""PowerPoint decks: the package, its slides, and what is drawn on them."""

from __future__ import annotations
