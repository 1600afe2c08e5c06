"""The walk through an HTML body: inline text gathers into the block it stands in."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from msglint.extract.html_roles import BLOCKS, HEADINGS, STEPS, UNREAD, is_hidden, kind_of
from msglint.extract.repair import clean, has_words
from msglint.extract.tables import Cell, Table
from msglint.model import Block, BlockKind, Location, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

Lines = dict[int, int]  # id of an element -> its source line

_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?)", re.IGNORECASE)
_STEP_KINDS = frozenset({BlockKind.HERO, BlockKind.CARD, BlockKind.QUOTE, BlockKind.LEGAL})
# Side by side without a space these are usually drawn apart, while <b> or <em> stand inside a word.
_SPACED = frozenset({"span", "a", "label", "time", "strong"})
_NO_HEADING = frozenset({BlockKind.NAV, BlockKind.HEADER, BlockKind.FOOTER, BlockKind.LEGAL})


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the page the walk is: the steps down to here and what text directly here would be."""

    steps: tuple[str, ...]
    leaf: str
    kind: BlockKind
    line: int | None
    marks: frozenset[Mark] = frozenset()

    def location(self, last: str = "") -> Location:
        steps = (*self.steps, *filter(None, (self.leaf, last)))
        return Location(steps or ("body",), line=self.line)


@dataclass(slots=True)
class _Run:
    """The block being gathered: its pieces of text and the pictures that stand between them."""

    place: Place
    pieces: list[str] = field(default_factory=list)
    images: list[Block] = field(default_factory=list)
    gap: bool = False
    heading: str = ""

    def add(self, text: str) -> None:
        if self.gap and self.pieces and _touch(self.pieces[-1], text):
            self.pieces.append(" ")
        self.gap = False
        self.pieces.append(text)

    def flush(self) -> Iterator[Block]:
        text = clean("".join(self.pieces))
        kind = self.place.kind
        if has_words(text):
            heading = "" if kind in _NO_HEADING else self.heading
            yield Block(text, kind, self.place.location(), heading, self.place.marks)
            if kind is BlockKind.TITLE or (kind is BlockKind.HERO and self.place.leaf[:2] in HEADINGS):
                self.heading = text
        yield from self.images
        self.pieces, self.images, self.gap = [], [], False


def _touch(before: str, after: str) -> bool:
    """Whether two neighbouring words would run together: both longer than a letter, no space between."""
    return min(len(before.strip()), len(after.strip())) > 1 and before[-1].isalnum() and after[0].isalnum()


def walk(body: Tag, hero: Tag | None, lines: Lines) -> Iterator[Block]:
    """Every block of text under `body` in document order. The stack is explicit: pages nest without limit."""
    run = _Run(Place((), "", BlockKind.BODY, None))
    stack: list[tuple[PageElement, Place, bool]] = [(body, run.place, False)]
    while stack:
        node, place, leaving = stack.pop()
        if not isinstance(node, Tag):
            _add_text(run, node)
        elif leaving:
            yield from _leave(run, node, place)
        elif node.name not in UNREAD:
            yield from _enter(run, node, place, hero, lines, stack)
    yield from run.flush()


def _add_text(run: _Run, node: PageElement) -> None:
    if isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
        run.add(str(node))


def _leave(run: _Run, element: Tag, place: Place) -> Iterator[Block]:
    if _is_block(element, run.place.kind):
        yield from run.flush()
        run.place = place
    else:
        run.gap = element.name in _SPACED and bool(run.pieces)


def _enter(
    run: _Run, element: Tag, place: Place, hero: Tag | None, lines: Lines,
    stack: list[tuple[PageElement, Place, bool]],
) -> Iterator[Block]:  # fmt: skip
    if _is_block(element, run.place.kind):
        yield from run.flush()
        outer, inner = run.place, _enter_block(element, place, hero, lines)
        run.place = inner
        if element.name == "table" and _is_data_table(element):
            yield from _table(element, inner, run.heading, hero, lines).blocks()
            yield from _images_of(element, inner, lines)
            run.place = outer
            return
    else:
        outer = inner = place
        _add_void(run, element, inner, lines)
        if run.gap and element.name not in _SPACED:
            run.gap = False
    stack.append((element, outer, True))
    children = list(element.children)
    labels = _labels(children)
    stack.extend(
        (child, _at(inner, label), False) for child, label in zip(children[::-1], labels[::-1], strict=True)
    )


def _at(place: Place, label: str) -> Place:
    """`place` with the label a child has among its siblings; the child decides whether to keep it."""
    return replace(place, leaf=label) if label else place


def _is_block(element: Tag, around: BlockKind) -> bool:
    if element.name == "small":
        parent = element.parent
        return parent is not None and parent.get_text(strip=True) == element.get_text(strip=True)
    is_menu_entry = element.name == "a" and around is BlockKind.NAV
    return element.name in BLOCKS or is_menu_entry or is_hidden(element)


def _enter_block(element: Tag, place: Place, hero: Tag | None, lines: Lines) -> Place:
    kind = kind_of(element, place.kind, hero)
    label, line = place.leaf, lines.get(id(element), place.line)
    is_step = element.name in STEPS or (kind in _STEP_KINDS and kind is not place.kind)
    steps = (*place.steps, label) if is_step else place.steps
    leaf = "" if is_step or element.name in {"div", "body"} else label
    return _hide(Place(steps, leaf, kind, line, place.marks), element)


def _hide(place: Place, element: Tag) -> Place:
    return replace(place, marks=place.marks | {Mark.HIDDEN}) if is_hidden(element) else place


def _labels(children: list[PageElement]) -> list[str]:
    """css-like names, numbered where siblings share one: "section.card[2]"; "" for text."""
    names = [_name(child) if isinstance(child, Tag) else "" for child in children]
    totals, seen, labels = Counter(names), Counter[str](), list[str]()
    for name in names:
        seen[name] += 1
        labels.append(f"{name}[{seen[name]}]" if name and totals[name] > 1 else name)
    return labels


def _name(element: Tag) -> str:
    classes = element.get_attribute_list("class")
    if element.get("id"):
        return f"{element.name}#{element.get('id')}"
    return f"{element.name}.{classes[0]}" if classes and classes[0] else element.name


def _add_void(run: _Run, element: Tag, place: Place, lines: Lines) -> None:
    if element.name == "br":
        run.add(" ")
    elif element.name == "input" and element.get("type") in {"submit", "button"}:
        run.add(f" {element.get('value', '')} ")
    run.images.extend(_alternative(element, replace(place, leaf=""), lines))


def _images_of(table: Tag, place: Place, lines: Lines) -> Iterator[Block]:
    for element in table.find_all(["img", "svg"]):
        yield from _alternative(element, place, lines)


def _alternative(element: Tag, place: Place, lines: Lines) -> Iterator[Block]:
    """The words that stand for an element without text: alt, or aria-label where nothing else is."""
    text = ""
    if element.name in {"img", "area"} or (element.name == "input" and element.get("type") == "image"):
        text = clean(str(element.get("alt", "")))
    elif element.get("aria-label") and not element.get_text(strip=True) and not element.find("img", alt=True):
        text = clean(str(element["aria-label"]))
    if has_words(text) and not _FILE_NAME.fullmatch(text):
        line = lines.get(id(element), place.line)
        yield Block(text, BlockKind.ALT, Location((*place.steps, element.name), line=line), marks=place.marks)


def _is_data_table(table: Tag) -> bool:
    if table.get("role") == "presentation" or table.find(["table", "h1", "h2", "section", "form"]):
        return False
    rows = [row.find_all(["td", "th"]) for row in table.find_all("tr")]
    return len(rows) > 1 and max(map(len, rows)) > 1


def _table(element: Tag, place: Place, heading: str, hero: Tag | None, lines: Lines) -> Table:
    rows = element.find_all("tr")
    cells = tuple(tuple(_cell(cell, hero, lines) for cell in _spread(row)) for row in rows)
    first = rows[0].find_all(["td", "th"])
    header = (bool(first) and all(cell.name == "th" for cell in first)) or rows[0].find_parent(
        "thead"
    ) is not None
    caption = element.find("caption")
    title = clean(caption.get_text(" ")) if caption else heading
    return Table(cells, header, place.steps, title, place.marks, tuple(lines.get(id(row)) for row in rows))


def _spread(row: Tag) -> Iterator[Tag | None]:
    """The cells of a row at their own columns: a cell over several columns is followed by empty ones."""
    for cell in row.find_all(["td", "th"]):
        yield cell
        span = str(cell.get("colspan", "1"))
        yield from [None] * (min(int(span), 50) - 1 if span.isdigit() else 0)


def _cell(cell: Tag | None, hero: Tag | None, lines: Lines) -> Cell:
    if cell is None:
        return ()
    return tuple(block.text for block in walk(cell, hero, lines) if block.kind is not BlockKind.ALT)
