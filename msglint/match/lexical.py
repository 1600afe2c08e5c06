"""BM25 over the content words and numbers of statements (Robertson & Zaragoza 2009, k1 = 1.2, b = 0.75)."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from msglint.model import Facts

_K1 = 1.2
_B = 0.75


class LexicalIndex:
    """Scores a claim's words against every statement; rare words weigh more."""

    def __init__(self, statements: Sequence[Facts]) -> None:
        self._terms = [Counter(terms(facts)) for facts in statements]
        self._lengths = [sum(counts.values()) for counts in self._terms]
        self._mean = sum(self._lengths) / max(len(self._lengths), 1) or 1.0
        holders = Counter(term for counts in self._terms for term in counts)
        total = len(statements)
        self._idf = {term: log(1 + (total - n + 0.5) / (n + 0.5)) for term, n in holders.items()}
        self._rare = log(1 + (total + 0.5) / 0.5)

    def scores(self, claim: Facts) -> list[float]:
        """One score per statement in [0, 1]: BM25 over the most that the claim's words could reach."""
        wanted = set(terms(claim))
        best = sum(self._idf.get(term, self._rare) for term in wanted) * (_K1 + 1) / 2 or 1.0
        return [min(self._bm25(wanted, i) / best, 1.0) for i in range(len(self._terms))]

    def _bm25(self, wanted: set[str], index: int) -> float:
        counts = self._terms[index]
        norm = _K1 * (1 - _B + _B * self._lengths[index] / self._mean)
        return sum(self._idf[t] * counts[t] * (_K1 + 1) / (counts[t] + norm) for t in wanted if t in counts)


def terms(facts: Facts) -> list[str]:
    """What a text is found by: lemmas of its content words, names and numbers."""
    words = [word.lemma for word in facts.words]
    numbers = [f"{quantity.value:g}{quantity.dimension}" for quantity in facts.quantities]
    entries = [
        f"id:{name.entry_id}"
        for name in facts.names
        if name.entry_id and name.role not in ("company", "customer")
    ]
    return words + numbers + entries
