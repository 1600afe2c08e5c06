"""Finding one of the document's own words in one of its own texts."""

from __future__ import annotations

import re


def word_in(text: str, word: str) -> tuple[int, int] | None:
    """Where a word or phrase stands in the text, in any case, as a whole and perhaps with a plural s."""
    parts = r"[\s-]+".join(re.escape(part) for part in re.split(r"[\s-]+", word.strip()) if part)
    flags = 0 if word.isupper() else re.IGNORECASE
    match = re.search(rf"(?<!\w){parts}(?:s|es)?(?!\w)", text, flags) if parts else None
    return match.span() if match else None
