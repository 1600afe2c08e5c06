"""Pictures on a page: which of them may say something that nobody has read, and which lie behind text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from msglint.extract.pdf.content import PageContent, Rectangle
    from msglint.extract.pdf.words import Word

_LEAST_SHARE = 0.03  # of the page's area; logos and icons are smaller, a chart that can be read is not
_WORDS_OVER = 5  # so many words drawn on a picture make it their background
_TOUCHING = 2.0  # points; exports cut large pictures into strips
_MOST_PICTURES = 500  # a page with more of them is a drawing made of small pieces


def pictures_of(content: PageContent, words: Sequence[Word]) -> list[Rectangle]:
    """The page's pictures of some size, strips put together, without those that text is drawn over."""
    if len(content.pictures) > _MOST_PICTURES:
        return []
    visible = (_within(box, content.width, content.height) for box in content.pictures)
    whole = _put_together([box for box in visible if box[0] < box[2] and box[1] < box[3]])
    least = _LEAST_SHARE * content.width * content.height
    return [box for box in whole if _area(box) >= least and _words_on(box, words) < _WORDS_OVER]


def _within(box: Rectangle, width: float, height: float) -> Rectangle:
    return max(0.0, box[0]), max(0.0, box[1]), min(width, box[2]), min(height, box[3])


def _area(box: Rectangle) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _put_together(boxes: Iterable[Rectangle]) -> list[Rectangle]:
    """Boxes that overlap, or touch along a whole side, as one."""
    whole: list[Rectangle] = []
    for box in sorted(boxes):
        merged = box
        for other in [each for each in whole if _belong(each, merged)]:
            whole.remove(other)
            merged = (min(other[0], merged[0]), min(other[1], merged[1]),
                      max(other[2], merged[2]), max(other[3], merged[3]))  # fmt: skip
        whole.append(merged)
    return whole


def _belong(a: Rectangle, b: Rectangle) -> bool:
    across = min(a[2], b[2]) - max(a[0], b[0])
    down = min(a[3], b[3]) - max(a[1], b[1])
    if across > 0 and down > 0:
        return across * down > 0.5 * min(_area(a), _area(b))
    same_width = abs(a[0] - b[0]) < _TOUCHING and abs(a[2] - b[2]) < _TOUCHING
    same_height = abs(a[1] - b[1]) < _TOUCHING and abs(a[3] - b[3]) < _TOUCHING
    return (same_width and down > -_TOUCHING) or (same_height and across > -_TOUCHING)


def _words_on(box: Rectangle, words: Iterable[Word]) -> int:
    return sum(
        box[0] < (word.x0 + word.x1) / 2 < box[2] and box[1] < (word.top + word.bottom) / 2 < box[3]
        for word in words
    )
