"""Read claims out of a document, and facts out of approved statements, with one parser."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msglint.claims.detect import SETTLED, why_not_a_claim
from msglint.claims.facts import read_facts
from msglint.claims.nlp import load_nlp
from msglint.claims.split import sentences
from msglint.model import Block, BlockKind, Claim, Facts, Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from msglint.claims.names import NameFinder


def read_claims(asset: str, blocks: Sequence[Block], names: NameFinder) -> tuple[Claim, ...]:
    """Every sentence and fragment of `blocks` in reading order, its facts and whether it asserts anything.

    `ordinal` counts equal texts within the asset from 0. Each has the line and column that it starts at, in
    formats that have them, under its block's steps.
    """
    seen: Counter[str] = Counter()
    claims = []
    for block, doc in zip(blocks, load_nlp().pipe(block.text for block in blocks), strict=True):
        for sentence in sentences(doc):
            text = sentence.text.strip()
            if not text:
                continue
            start = sentence.start_char + sentence.text.index(text[0])
            facts = read_facts(sentence.as_doc(), names)
            why_not = why_not_a_claim(text, block.kind, facts)
            claims.append(
                Claim(
                    asset,
                    text,
                    block.kind,
                    block.at(start),
                    block.heading,
                    seen[text],
                    facts,
                    why_not not in SETTLED,
                    why_not,
                    block.marks,
                )
            )
            seen[text] += 1
    return tuple(claims)


def read_whole(texts: Iterable[tuple[str, BlockKind]], names: NameFinder) -> tuple[Claim, ...]:
    """Each text as one claim, however many sentences it has, with no asset around it."""
    claims = []
    for doc, kind in load_nlp().pipe(texts, as_tuples=True):
        facts = read_facts(doc, names)
        why_not = why_not_a_claim(doc.text, kind, facts)
        claims.append(Claim("", doc.text, kind, Location(()), "", 0, facts, why_not not in SETTLED, why_not))
    return tuple(claims)


def read_statements(texts: Iterable[str], names: NameFinder) -> tuple[Facts, ...]:
    """Facts of approved wordings, in order."""
    return tuple(read_facts(doc, names) for doc in load_nlp().pipe(texts))
