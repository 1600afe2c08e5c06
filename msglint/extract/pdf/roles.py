"""The role of a paragraph of a PDF by its font, its place and how it begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msglint.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from msglint.extract.pdf.content import Rectangle
    from msglint.extract.pdf.paragraphs import Paragraph

_TITLE_FACTOR = 1.2  # a heading's font against that of running text
_LONGEST_TITLE = 200
_SMALL_TYPE = 0.95  # a caption's font against that of running text
_LONGEST_CAPTION = 300
_NUMBERED = (
    r"(?:figure|fig\.?|table|tab\.|chart|exhibit|graph|diagram|image|photo|illustration|abbildung|abb\.|"
    r"tabelle|figura|tabla|tableau)\s+[a-z]?\d[\d.]*[a-z]?"
)
_CAPTION = re.compile(rf"{_NUMBERED}\s*[:.|–—-]\s*\S", re.IGNORECASE)
_SMALL_CAPTION = re.compile(rf"{_NUMBERED}\b", re.IGNORECASE)


def role_of(paragraph: Paragraph, body_size: float, pictures: Sequence[Rectangle]) -> BlockKind:
    """Title, bullet, caption or body. A caption has a number ("Figure 3:") or small type under a picture."""
    large = paragraph.size >= body_size * _TITLE_FACTOR
    is_running = len(paragraph.lines) > 2 and paragraph.text.endswith(".")
    if large and not is_running and len(paragraph.text) <= _LONGEST_TITLE and not paragraph.is_bullet:
        return BlockKind.TITLE
    if _is_caption(paragraph, body_size, pictures):
        return BlockKind.CAPTION
    return BlockKind.BULLET if paragraph.is_bullet else BlockKind.BODY


def _is_caption(paragraph: Paragraph, body_size: float, pictures: Sequence[Rectangle]) -> bool:
    if len(paragraph.text) > _LONGEST_CAPTION:
        return False
    if _CAPTION.match(paragraph.text):
        return True
    if paragraph.size > _SMALL_TYPE * body_size or paragraph.is_bullet:
        return False
    return bool(_SMALL_CAPTION.match(paragraph.text)) or any(_is_under(paragraph, box) for box in pictures)


def _is_under(paragraph: Paragraph, picture: Rectangle) -> bool:
    x0, top, x1, _ = paragraph.box
    overlap = min(x1, picture[2]) - max(x0, picture[0])
    return -2 < top - picture[3] < 1.5 * paragraph.size and overlap > 0.5 * (x1 - x0)
