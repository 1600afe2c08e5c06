"""The one identity of a finding: for baseline, suppressions, SARIF, GitLab, pull requests and history."""

from __future__ import annotations

import hashlib
import json
import unicodedata

_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    }
)


def normalised(text: str) -> str:
    """The text without what re-typing changes: case, white space, shapes of quotes, dashes and letters."""
    folded = unicodedata.normalize("NFKC", text.translate(_SAME)).casefold()
    return " ".join(unicodedata.normalize("NFKC", folded).translate(_SAME).split())


def fingerprint(rule: str, statement_id: str | None, text: str, asset_key: str, ordinal: int) -> str:
    """16 hex digits that stay the same when slides and lines move.

    `ordinal` counts findings of the same rule, statement and normalised text within one asset, from 0.
    """
    parts = json.dumps([rule, statement_id or "", normalised(text), asset_key, ordinal], ensure_ascii=True)
    return hashlib.sha256(parts.encode()).hexdigest()[:16]
