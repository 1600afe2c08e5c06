"""A deck of any length from a messaging document: its wordings, reworded, some with a changed number.

python benchmarks/decks.py DECK.pptx [MESSAGING.yaml]
"""

from __future__ import annotations

import re
import sys
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING

from pptx import Presentation

from msglint.messaging.load import load_messaging
from msglint.messaging.statements import statements_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MESSAGING = Path(__file__).parents[1] / "master_messaging.yaml"
SLIDES = 40
BULLETS = 7
# Each round through the wordings says them differently, so that no two sentences of a deck are the same.
LEAD_INS = ("", "In short: ", "What this means for you: ", "As we tell every kitchen: ", "Worth repeating: ")
REWORDINGS = (
    (r"\bhelps kitchens (?=\w)", "makes it easier for kitchens to "),
    (r"\btypically\b", "as a rule"),
    (r"\bup to half\b", "as much as half"),
    (r"\b4 to 7%", "between 4 and 7 percent"),
    (r"\bwithin 3 weeks\b", "in three weeks"),
    (r"\bcaterers and in-house kitchens\b", "caterers and for kitchens run in-house"),
)
EVERY_NTH_DRIFTS = 9


def write_deck(path: Path, messaging: Path = MESSAGING) -> int:
    """Write a deck of titles and bullets; returns how many sentences it holds."""
    deck = Presentation()
    texts = sentences(messaging)
    for _ in range(SLIDES):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        title, *bullets = islice(texts, BULLETS + 1)
        slide.shapes.title.text = title
        slide.placeholders[1].text_frame.text = "\n".join(bullets)
    deck.save(str(path))
    return SLIDES * (BULLETS + 1)


def sentences(messaging: Path) -> Iterator[str]:
    """Sentences without end: each round through the approved wordings has its own lead-in and rewordings."""
    wordings = _single_sentences([s.text for s in statements_of(load_messaging([messaging]).document)])
    for turn in count():
        lead_in = LEAD_INS[turn] if turn < len(LEAD_INS) else f"Point {turn}: "
        for index, wording in enumerate(wordings):
            text = lead_in + (_reworded(wording) if turn % 2 else wording)
            yield _drifted(text) if (index + turn) % EVERY_NTH_DRIFTS == 0 else text


def _single_sentences(texts: Sequence[str]) -> list[str]:
    parts = [part for text in texts for part in re.split(r"(?<=[.!?])\s+(?=[A-Z])", text)]
    return list(dict.fromkeys(parts))


def _reworded(text: str) -> str:
    for pattern, replacement in REWORDINGS:
        text = re.sub(pattern, replacement, text)
    return text


def _drifted(text: str) -> str:
    """The first number of the text, doubled."""
    return re.sub(r"(?<![\w.,/-])\d{1,3}(?![\w.,/-])", lambda found: str(2 * int(found[0])), text, count=1)


if __name__ == "__main__":
    print(write_deck(Path(sys.argv[1]), *map(Path, sys.argv[2:3])), "sentences")
