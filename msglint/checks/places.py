"""The places a messaging document may allow a word in: kinds of text, audiences, assets and history."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msglint.messaging.history import is_history, is_told_as_past
from msglint.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from msglint.checks.passage import Passage

_KINDS = {
    "headline": (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HERO),
    "heading": (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HERO),
    "speakernote": (BlockKind.NOTES,),
    "note": (BlockKind.NOTES,),
    "footnote": (BlockKind.LEGAL, BlockKind.FOOTER, BlockKind.CAPTION),
    "legaltext": (BlockKind.LEGAL,),
    "disclaimer": (BlockKind.LEGAL,),
    "licensetext": (BlockKind.LEGAL,),
    "navigation": (BlockKind.NAV,),
    "menu": (BlockKind.NAV,),
    "testimonial": (BlockKind.QUOTE,),
    "customerquote": (BlockKind.QUOTE,),
    "alttext": (BlockKind.ALT,),
    **{kind.value: (kind,) for kind in BlockKind},
}

_FOOTNOTE = re.compile(r"(?:foot|end)note \d")  # how readers call the places of a document's notes


def is_allowed(places: Sequence[str], passage: Passage, span: tuple[int, int], audience: str) -> bool:
    """Whether one of the places holds the words: a kind of block, an audience, the asset, a history."""
    asset, block = passage.view.asset.source, passage.block
    for place in places:
        if joined(place) == "history":
            if is_history(passage.text, *span, heading=block.heading) or is_told_as_past(asset.name):
                return True
            continue
        if joined(place) == "footnote" and any(_FOOTNOTE.match(step) for step in block.location.steps):
            return True
        if block.kind in _KINDS.get(joined(place), ()) or (audience and joined(place) == joined(audience)):
            return True
        if (
            holds_words(asset.name, place)
            or holds_words(asset.key, place)
            or holds_words(block.heading, place)
        ):
            return True
    return False


def joined(words: str) -> str:
    """Words in one piece, lower case, the last one singular: "Speaker notes" is "speakernote"."""
    return _singular("".join(_words(words)))


def holds_words(name: str, place: str) -> bool:
    """Whether the place's words stand in a row in a name: "battlecards" in "Sales/Battle-Card Rival.pptx"."""
    words, wanted = _words(name), joined(place)
    if not wanted:
        return False
    return any(
        _singular("".join(words[i:j])) == wanted
        for i in range(len(words))
        for j in range(i + 1, min(len(words), i + 5) + 1)
    )


def _words(text: str) -> list[str]:
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", text)
    return [word.lower() for word in re.findall(r"[^\W_]+", spaced)]


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
