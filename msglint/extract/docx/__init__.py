"""Word documents: the body, what is attached to it, and its styles."""

from __future__ import annotations
