"""What is attached to a PDF's pages and to the file: comments, form fields, links, document properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.extract.repair import clean, has_words
from msglint.model import Block, BlockKind, Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from msglint.extract.pdf.content import Annotation

PROPERTIES = ("Title", "Subject", "Keywords")
_PLACEHOLDERS = frozenset({"untitled", "powerpoint presentation", "slide 1", "unspecified"})


def annotation_blocks(annotations: Iterable[Annotation], step: str) -> Iterator[Block]:
    """Comments, text typed onto the page, filled form fields, and each address that the page links to."""
    comments, links = 0, dict[str, None]()
    for annotation in annotations:
        text = clean(annotation.text)
        if annotation.kind == "file" or not has_words(text):
            continue
        if annotation.kind == "link":
            links[text] = None
        elif annotation.kind == "field":
            place = f"field {clean(annotation.name)}".strip()
            yield Block(text, BlockKind.BODY, Location((step, place)))
        else:
            comments += 1
            kind = BlockKind.BODY if annotation.kind == "text" else BlockKind.COMMENT
            yield Block(text, kind, Location((step, f"comment {comments}")))
    for number, target in enumerate(links, start=1):
        yield Block(target, BlockKind.LINK, Location((step, f"link {number}")))


def metadata_blocks(metadata: Mapping[str, str]) -> list[Block]:
    """Title, subject and keywords of the file, where they are more than a file name."""
    values = ((key, clean(metadata.get(key, ""))) for key in PROPERTIES)
    return [
        Block(text, BlockKind.META, Location(("properties", key.lower())))
        for key, text in values
        if has_words(text) and text.lower() not in _PLACEHOLDERS
    ]
