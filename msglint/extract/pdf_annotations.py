"""What is attached to a PDF's pages and to the file: comments, form fields, document properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from msglint.extract.repair import clean, has_words
from msglint.model import Block, BlockKind, Location

if TYPE_CHECKING:
    from pdfplumber.page import Page

_PROPERTIES = ("Title", "Subject", "Keywords")


def annotation_blocks(page: Page) -> Iterator[Block]:
    """Comments, text typed onto the page, and filled form fields."""
    step, comments = f"page {page.page_number}", 0
    annotations = resolve1(page.page_obj.annots) or []
    for annotation in map(resolve1, annotations):
        if not isinstance(annotation, Mapping):
            continue
        kind = _name(annotation.get("Subtype"))
        if kind == "Widget":
            yield from _field(annotation, step)
            continue
        text = _text(annotation.get("Contents"))
        if has_words(text) and kind not in {"Link", "Popup"}:
            comments += 1
            role = BlockKind.BODY if kind == "FreeText" else BlockKind.COMMENT
            yield Block(text, role, Location((step, f"comment {comments}")))


def _field(annotation: Mapping[str, object], step: str) -> Iterator[Block]:
    parent = resolve1(annotation.get("Parent"))
    inherited = parent if isinstance(parent, Mapping) else {}
    value = _text(annotation.get("V", inherited.get("V")))
    name = _text(annotation.get("T", inherited.get("T")))
    if has_words(value):
        yield Block(value, BlockKind.BODY, Location((step, f"field {name}".strip())))


def metadata_blocks(metadata: Mapping[str, object]) -> list[Block]:
    """Title, subject and keywords of the file, where they are more than a file name."""
    values = ((key, _text(metadata.get(key))) for key in _PROPERTIES)
    return [
        Block(text, BlockKind.META, Location(("properties", key.lower())))
        for key, text in values
        if has_words(text) and text.lower() not in {"untitled", "powerpoint presentation", "slide 1"}
    ]


def _text(value: object) -> str:
    value = resolve1(value)
    if isinstance(value, bytes):
        return clean(decode_text(value))
    return clean(value) if isinstance(value, str) else ""


def _name(value: object) -> str:
    value = resolve1(value)
    return str(value.name) if isinstance(value, PSLiteral) else ""
