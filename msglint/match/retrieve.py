"""The statement index: dense and lexical scores fused, the few best candidates for each claim."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msglint.match.lexical import LexicalIndex
from msglint.model import Candidate, Claim, Facts, Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from msglint.match.encoder import Encoder

# Cosine + 0.7 BM25 ranked best on the labelled companies; from 0.5 to 1.0 it differs by less than a point.
LEXICAL_WEIGHT = 0.7
TOP_K = 8


class StatementIndex:
    """All approved wordings with their facts and vectors, ready to be searched."""

    def __init__(self, statements: Sequence[Statement], facts: Sequence[Facts], encoder: Encoder) -> None:
        self._statements = list(statements)
        self._facts = list(facts)
        self._encoder = encoder
        self._vectors = encoder.encode([s.text for s in statements]) if statements else None
        self.lexical = LexicalIndex(facts)
        families = defaultdict(list)
        for statement, read in zip(statements, facts, strict=True):
            families[statement.root_id].append(read)
        self._families = {root: tuple(reads) for root, reads in families.items()}

    def search(self, claims: Sequence[Claim], k: int = TOP_K) -> list[tuple[Candidate, ...]]:
        """For each claim its `k` best entries, best first; of each entry only the nearest wording."""
        if self._vectors is None or not claims:
            return [() for _ in claims]
        vectors = self._encoder.encode([query_text(claim) for claim in claims])
        cosines = vectors @ self._vectors.T
        return [self._rank(claim, row.tolist(), k) for claim, row in zip(claims, cosines, strict=True)]

    def _rank(self, claim: Claim, cosines: list[float], k: int) -> tuple[Candidate, ...]:
        lexical = self.lexical.scores(claim.facts)
        fused = [cosine + LEXICAL_WEIGHT * words for cosine, words in zip(cosines, lexical, strict=True)]
        best: dict[str, int] = {}
        for index in sorted(range(len(fused)), key=lambda i: (-fused[i], i)):
            best.setdefault(self._statements[index].entry_id, index)
            if len(best) == k:
                break
        chosen = list(best.values())
        return tuple(
            Candidate(
                self._statements[i], self._facts[i], self._family(i), cosines[i], lexical[i], fused[i],
                tuple(self._facts[other] for other in chosen if other != i),
            )
            for i in chosen
        )  # fmt: skip

    def _family(self, index: int) -> tuple[Facts, ...]:
        return self._families[self._statements[index].root_id]


def query_text(claim: Claim) -> str:
    """What is embedded for a claim: a short fragment is read together with the title it stands under."""
    if claim.heading and claim.heading != claim.text and len(claim.facts.words) <= 4:
        return f"{claim.heading}: {claim.text}"
    return claim.text


def pair_candidates(
    premises: Sequence[str], facts: Sequence[Facts], claims: Sequence[Claim], encoder: Encoder
) -> list[Candidate]:
    """For each claim its own premise as the one candidate."""
    if not claims:
        return []
    left, right = encoder.encode(premises), encoder.encode([claim.text for claim in claims])
    cosines = (left * right).sum(axis=1).tolist()
    found = []
    for text, read, claim, cosine in zip(premises, facts, claims, cosines, strict=True):
        lexical = LexicalIndex([read]).scores(claim.facts)[0]
        statement = Statement("premise", "premise", "positioning", text)
        found.append(Candidate(statement, read, (read,), cosine, lexical, cosine + LEXICAL_WEIGHT * lexical))
    return found
