"""Big numbers and their words: "31%" in one box and "of large companies" beside it are one statement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from msglint.extract.figures import are_counted, goes_on_from_number, is_number, nearest_pairs
from msglint.extract.pptx.geometry import EMU_PER_INCH, Box
from msglint.model import Block, BlockKind, Location

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from msglint.extract.pptx.shapes import Shape

_LONGEST_CAPTION = 40
# A slide that a person laid out around big numbers has a handful; data drawn as shapes has thousands.
_MOST_PAIRS = 20_000
_JOINED = frozenset({BlockKind.BODY, BlockKind.BULLET, BlockKind.SUBTITLE})


@dataclass(frozen=True, slots=True)
class Piece:
    """One shape and the blocks that were read from it."""

    shape: Shape
    blocks: tuple[Block, ...]


def join_paragraphs(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Within one box: a paragraph that is only a number opens the next one, if that has none of its own."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        is_open = last and last.kind in _JOINED and is_number(last.text) and last.marks == block.marks
        if last and is_open and _takes_number(block):
            joined[-1] = replace(block, text=f"{last.text} {block.text}")
        else:
            joined.append(block)
    return tuple(joined)


def join_numbers(pieces: Sequence[Piece]) -> list[Piece]:
    """Each box that holds only a number is read with the words right below or right of it.

    A number with a short caption right above it and no other words about is read after that caption.
    """
    numbers = [index for index, piece in enumerate(pieces) if _is_number_box(piece)]
    if not numbers:
        return list(pieces)
    texts = [index for index, piece in enumerate(pieces) if piece.blocks and _takes_number(piece.blocks[0])]
    if len(numbers) * len(texts) > _MOST_PAIRS or are_counted([pieces[i].blocks[0].text for i in numbers]):
        return list(pieces)
    partners = dict(_partners(pieces, numbers, texts))
    captions = dict(_captions(pieces, numbers, texts, {*partners, *partners.values()}))
    moved = {*partners.values(), *captions.values()}
    return [
        _joined(pieces, index, partners, captions) for index in range(len(pieces)) if index not in moved
    ]


def _joined(
    pieces: Sequence[Piece], index: int, partners: dict[int, int], captions: dict[int, int]
) -> Piece:
    if index in partners:
        return _join(pieces[partners[index]], pieces[index], "{number} {words}")
    if index in captions:
        return _join(pieces[captions[index]], pieces[index], "{words} {number}")
    return pieces[index]


def _join(number: Piece, words: Piece, order: str) -> Piece:
    first, *rest = words.blocks
    steps = tuple(
        f"{step} (with {number.shape.names[-1]})" if step == words.shape.names[-1] else step
        for step in first.location.steps
    )
    text = order.format(number=number.blocks[0].text, words=first.text)
    return Piece(words.shape, (replace(first, text=text, location=Location(steps)), *rest))


def _partners(
    pieces: Sequence[Piece], numbers: Sequence[int], texts: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """(index of words, index of number), nearest pairs first; each box takes part once."""
    return nearest_pairs(
        (gap, text, number)
        for number in numbers
        for text in texts
        if pieces[number].blocks[0].marks == pieces[text].blocks[0].marks
        and (gap := _gap(pieces[number].shape.box, pieces[text].shape.box)) is not None
    )


def _captions(
    pieces: Sequence[Piece], numbers: Sequence[int], texts: Sequence[int], taken: set[int]
) -> Iterator[tuple[int, int]]:
    """(index of caption, index of number) where each is the only one that the other can belong to."""
    above: dict[int, list[int]] = {}
    for number in (index for index in numbers if index not in taken):
        found = [text for text in texts if _is_caption(pieces[text], pieces[number])]
        if len(found) == 1 and found[0] not in taken:
            above.setdefault(found[0], []).append(number)
    return ((text, found[0]) for text, found in above.items() if len(found) == 1)


def _is_caption(words: Piece, number: Piece) -> bool:
    """Whether the words stand right above the number, on its middle axis, short and alone in their box."""
    caption, figure = words.shape.box, number.shape.box
    if caption is None or figure is None or len(words.blocks) > 1 or words.shape.is_title:
        return False
    block = words.blocks[0]
    if len(block.text) > _LONGEST_CAPTION or block.marks != number.blocks[0].marks:
        return False
    middle = abs(caption.left + caption.width / 2 - figure.left - figure.width / 2)
    gap = figure.top - caption.bottom
    is_near = -caption.height * 0.6 <= gap <= min(EMU_PER_INCH / 3, caption.height)
    return is_near and middle <= min(caption.width, figure.width) / 2


def _is_number_box(piece: Piece) -> bool:
    return len(piece.blocks) == 1 and piece.blocks[0].kind in _JOINED and is_number(piece.blocks[0].text)


def _takes_number(block: Block) -> bool:
    return block.kind in _JOINED and goes_on_from_number(block.text)


def _gap(number: Box | None, words: Box | None) -> float | None:
    """How far the words are below or right of the number, None where a reader would not join them."""
    if number is None or words is None:
        return None
    reach = max(EMU_PER_INCH / 2, number.height)
    below, right = words.top - number.bottom, words.left - number.right
    middle_x, middle_y = number.left + number.width / 2, number.top + number.height / 2
    if words.left <= middle_x <= words.right and -number.height * 0.6 <= below <= reach:
        return max(below, 0.0)
    if words.top <= middle_y <= words.bottom and -number.width * 0.6 <= right <= reach:
        return max(right, 0.0)
    return None
