"""Cut blocks of text into the sentences and fragments that a reader takes as one assertion each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span

_ENDS = re.compile(r"[.!?…][\"”’')\]]*$|;$")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|inc|ltd|corp|approx|no|nr|mr|mrs|ms|dr|sept|fig|art|st|u\.s|u\.k)\.|\b[A-Z]\.)$",
    re.I,
)


def sentences(doc: Doc) -> Iterator[Span]:
    """Sentences of a parsed block: spaCy's, joined again where no punctuation ends them.

    A question stays with the sentence that answers it, since either alone says nothing.
    """
    start = 0
    for sentence in doc.sents:
        if _is_end(doc, start, sentence.end):
            yield doc[start : sentence.end]
            start = sentence.end
    if start < len(doc):
        yield doc[start:]


def _is_end(doc: Doc, start: int, end: int) -> bool:
    if end == len(doc):
        return True
    text = doc[start:end].text.rstrip()
    if text.endswith("?"):
        return "?" in text[:-1]
    following = doc[end].text
    starts_anew = following[0].isupper() or following[0].isdigit() or following[0] in '"“‘„(•-–'
    return (
        bool(_ENDS.search(text))
        and not _ABBREVIATION.search(text)
        and (starts_anew or text.endswith((";", "!", "?")))
    )
