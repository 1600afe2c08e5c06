"""The statement index: dense and lexical scores fused, the few best candidates for each claim."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from msglint.match.lexical import LexicalIndex
from msglint.model import Candidate, Claim, Facts, Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from msglint.match.encoder import Encoder

# Cosine + 0.7 BM25 ranked best on the labelled companies; from 0.5 to 1.0 it differs by less than a point.
LEXICAL_WEIGHT = 0.7
TOP_K = 8
# Wordings this alike, own names left out, say the same: 0.83 is two products described in one phrase.
SAME_ANSWER = 0.88
# The company's own names stand in most of its sentences and draw each to the statements that have them too.
_OWN = frozenset({"company", "product", "retired-product"})


class StatementIndex:
    """All approved wordings with their facts and vectors, ready to be searched."""

    def __init__(self, statements: Sequence[Statement], facts: Sequence[Facts], encoder: Encoder) -> None:
        self._statements = list(statements)
        self._facts = list(facts)
        self._encoder = encoder
        texts = [without_own_names(s.text, read) for s, read in zip(statements, facts, strict=True)]
        self._vectors = encoder.encode(texts) if statements else None
        self.lexical = LexicalIndex(facts)
        self.answers = _answers(self._statements, self._facts, self._vectors)
        families = defaultdict(list)
        for statement, read in zip(statements, facts, strict=True):
            families[self.answers[statement.root_id]].append(read)
        self._families = {answer: tuple(reads) for answer, reads in families.items()}

    def embed(self, claims: Sequence[Claim]) -> NDArray[np.float32]:
        """One unit vector a claim, as `search` takes them."""
        return self._encoder.encode([query_text(claim) for claim in claims])

    def search(
        self, claims: Sequence[Claim], vectors: NDArray[np.float32], k: int = TOP_K
    ) -> list[tuple[Candidate, ...]]:
        """For each claim its `k` best entries, best first; of each entry only the nearest wording."""
        if self._vectors is None or not claims:
            return [() for _ in claims]
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
        return self._families[self.answers[self._statements[index].root_id]]


def _answers(
    statements: Sequence[Statement], facts: Sequence[Facts], vectors: NDArray[np.float32] | None
) -> dict[str, str]:
    """For every statement the first one that says nearly the same, itself included."""
    answers = {statement.root_id: statement.root_id for statement in statements}
    if vectors is None:
        return answers
    for later in range(1, len(statements)):
        for earlier in (vectors[:later] @ vectors[later] >= SAME_ANSWER).nonzero()[0]:
            one, other = statements[earlier], statements[later]
            if one.negative == other.negative and not _apart(facts[earlier], facts[later]):
                kept, merged = answers[one.root_id], answers[other.root_id]
                answers = {root: kept if answer == merged else answer for root, answer in answers.items()}
    return answers


def _apart(one: Facts, other: Facts) -> bool:
    """Whether both name products or customers, and different ones."""
    named = [
        {name.entry_id or name.text for name in facts.names if name.role in ("product", "customer")}
        for facts in (one, other)
    ]
    return all(named) and named[0].isdisjoint(named[1])


def query_text(claim: Claim) -> str:
    """What is embedded for a claim: a short fragment is read together with the title it stands under."""
    text = without_own_names(claim.text, claim.facts)
    if claim.heading and claim.heading != claim.text and len(claim.facts.words) <= 4:
        return f"{claim.heading}: {text}"
    return text


def without_own_names(text: str, facts: Facts) -> str:
    """`text` less the company's and its products' names, or as it is when nothing else is in it."""
    rest = text
    for name in sorted(facts.names, key=lambda name: -name.start):
        if name.role in _OWN:
            rest = rest[: name.start] + rest[name.end :]
    return re.sub(r"\s+", " ", rest).strip() if re.search(r"\w", rest) else text


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
