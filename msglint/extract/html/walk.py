"""The walk through an HTML body: inline text gathers into the block it stands in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from msglint.extract.html.alternatives import Said, is_said_beside, said_by, said_by_drawing
from msglint.extract.html.amounts import CURRENCIES, NUMBER, SIGN, begins_amount, raised, touch
from msglint.extract.html.marks import HIDDEN, REPLACED, marks_of
from msglint.extract.html.place import Page, Place
from msglint.extract.html.roles import BLOCKS, FIXED, HEADINGS, STEPS, is_button, is_card, kind_of
from msglint.extract.html.sample import sample
from msglint.extract.html.tables import is_data_table, table_blocks
from msglint.extract.html.unread import note_unread
from msglint.extract.html.words import class_text
from msglint.extract.repair import clean, has_words
from msglint.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from msglint.model import Mark

_UNREAD = frozenset({"script", "style", "iframe", "head", "annotation", "annotation-xml", "rp"})
_STEP_KINDS = frozenset(
    {BlockKind.HERO, BlockKind.CARD, BlockKind.QUOTE, BlockKind.LEGAL, BlockKind.COOKIE, BlockKind.PRICING,
     BlockKind.FAQ, BlockKind.CTA}
)  # fmt: skip
_QUESTIONS = HEADINGS | {"summary", "dt"}
# Side by side without a space these are usually drawn apart, while <b> or <em> stand inside a word.
_SPACED = frozenset({"span", "a", "label", "time", "strong", "tspan", "s", "strike", "del", "ins"})
_NO_KIND = frozenset({BlockKind.CHART, BlockKind.ALT})
_LINE_STARTS = frozenset({"x", "y", "dy"})  # of a tspan, which stands on a line of its own
_TOLD_IN_DRAWING = frozenset({"title", "desc", "metadata"})
_MOST_SIBLINGS = 20
_BREAK = "\v"  # a line break, which the repair of text makes a space


@dataclass(slots=True)
class _Run:
    """The block being gathered: its pieces of text, and the blocks that come after it."""

    place: Place
    out: list[Block]
    heading: str = ""
    pieces: list[str] = field(default_factory=list)
    asides: list[Block] = field(default_factory=list)
    gap: bool = False
    sign: str = ""  # that of a number to come, in a box of its own

    def add(self, text: str) -> None:
        if self.pieces and text and ((self.gap and touch(self.pieces[-1], text))
                                     or begins_amount(self.pieces[-1], text)):  # fmt: skip
            self.pieces.append(" ")
        self.gap = False
        self.pieces.append(text)

    def ends_line(self) -> bool:
        """Whether nothing but white space follows a line break, which makes the next a paragraph's end."""
        for piece in reversed(self.pieces):
            if piece.strip():
                return False
            if piece == _BREAK:
                return True
        return False

    def flush(self) -> None:
        place = self.place
        text = clean("".join(self.pieces)) if self.pieces else ""
        if SIGN.fullmatch(text):
            text = self._sign(text)
        elif self.sign and text[:1].isdigit():
            text, self.sign = self.sign + text, ""
        if has_words(text):
            self.sign = ""
            heading = "" if place.kind in FIXED else self.heading
            self.out.append(Block(text, place.kind, place.location(), heading, place.marks))
            if place.heads:
                self.heading = text
        self.out.extend(self.asides)
        self.pieces, self.asides, self.gap = [], [], False


    def _sign(self, text: str) -> str:
        """Put a sign that stands in a box of its own to the number before it, or keep it for the next."""
        before = self.out[-1] if self.out else None
        if before and text not in CURRENCIES and NUMBER.fullmatch(before.text):
            self.out[-1] = replace(before, text=before.text + text)
        else:
            self.sign = text
        return ""


@dataclass(slots=True)
class _Frame:
    """An element the walk is inside of: the children to come, and what to go back to."""

    element: Tag
    children: Iterator[PageElement]
    outer: Place | None  # None for an inline element, which leaves the place as it is
    run: _Run | None = None  # the run that an element hidden within a sentence interrupts
    labels: dict[int, str] | None = None


def walk(root: Tag, page: Page, place: Place | None = None, heading: str = "") -> list[Block]:
    """Every block of text below `root` in document order. The stack is explicit: pages nest without limit."""
    walker = _Walker(page, _Run(place or Place(), [], heading))
    walker.read(root)
    return walker.run.out


class _Walker:
    def __init__(self, page: Page, run: _Run) -> None:
        self.page = page
        self.run = run
        self.stack: list[_Frame] = []

    def read(self, root: Tag) -> None:
        self.stack.append(_Frame(root, iter(root.contents), None))
        while self.stack:
            frame = self.stack[-1]
            for child in frame.children:
                if isinstance(child, Tag):
                    if child.name not in _UNREAD:
                        self._enter(child, frame)
                    elif child.name == "iframe":
                        self._iframe(child)
                    if self.stack[-1] is not frame:
                        break
                elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                    self.run.add(child)
            else:
                self.stack.pop()
                self._leave(frame)
        self.run.flush()

    def _leave(self, frame: _Frame) -> None:
        if frame.run:
            self.run.flush()
            self.run = frame.run
        elif frame.outer:
            self.run.flush()
            self.run.place = frame.outer
        else:
            self.run.gap = frame.element.name in _SPACED and bool(self.run.pieces)

    def _enter(self, element: Tag, around: _Frame) -> None:
        name, place = element.name, self.run.place
        if name == "noscript" and is_said_beside(element):
            return
        marks = marks_of(element, place.marks, self.page)
        note_unread(element, place.kind, marks, self.page.unread)
        if name in REPLACED:
            marks |= HIDDEN
        if self._is_block(element):
            self._enter_block(element, around, marks)
            return
        if self.run.gap and name not in _SPACED:
            self.run.gap = False
        inner = replace(place, leaf=name, heads=False, marks=marks) if marks != place.marks else place
        self._say(element, inner, said_by(element))
        if name == "sup" and (mark := raised("".join(self.run.pieces[-2:]), element)):
            self.run.add(mark)
        if name == "br" and place.kind is not BlockKind.TITLE and self.run.ends_line():
            self.run.flush()
        if name == "br" or (name == "tspan" and _LINE_STARTS & element.attrs.keys()):
            self.run.add(_BREAK)
        if place.kind is BlockKind.CHART:
            if name in _TOLD_IN_DRAWING:
                return
        elif name == "svg":
            self._say(element, inner, said_by_drawing(element))
            return
        if not element.contents:
            self.run.gap = name in _SPACED and bool(self.run.pieces)
            return
        if inner is place:
            self.stack.append(_Frame(element, iter(element.contents), None))
        else:
            run, self.run = self.run, _Run(inner, self.run.asides, self.run.heading)
            self.stack.append(_Frame(element, iter(element.contents), None, run))

    def _is_block(self, element: Tag) -> bool:
        name, kind = element.name, self.run.place.kind
        if name in BLOCKS:
            return True
        if name == "small":
            return _is_alone(element)
        if name == "a":
            return kind is BlockKind.NAV or (is_button(element) and not _has_words_beside(element))
        if name == "svg":
            return kind is not BlockKind.CHART and element.find(["text", "foreignobject"]) is not None
        if name in {"text", "foreignobject"}:
            return kind is BlockKind.CHART
        return "role" in element.attrs and is_button(element) and not _has_words_beside(element)

    def _enter_block(self, element: Tag, around: _Frame, marks: frozenset[Mark]) -> None:
        self.run.flush()
        outer = self.run.place
        inner = self._place(element, around, marks)
        self._say(element, inner, said_by(element))
        if element.name == "svg":
            self._say(element, inner, said_by_drawing(element))
        if element.name == "table" and is_data_table(element):
            self.run.flush()
            self.run.out.extend(table_blocks(element, inner, self.run.heading, self.page, walk))
            return
        self.run.place = inner
        self.stack.append(_Frame(element, iter(element.contents), outer))

    def _place(self, element: Tag, around: _Frame, marks: frozenset[Mark]) -> Place:
        name, outer = element.name, self.run.place
        kind = self._kind(element, outer.kind)
        is_step = name in STEPS or (kind in _STEP_KINDS and kind is not outer.kind) or is_card(element)
        heads = kind is BlockKind.TITLE or (
            name in _QUESTIONS and (kind is BlockKind.FAQ or (kind is BlockKind.HERO and name in HEADINGS))
        )
        line = self.page.lines.get(id(element), outer.line)
        if not is_step and name == "div":
            return Place(outer.steps, "", kind, line, marks, heads)
        label = _label(element, around)
        steps = (*outer.steps, label) if is_step else outer.steps
        return Place(steps, "" if is_step else label, kind, line, marks, heads)

    def _kind(self, element: Tag, outer: BlockKind) -> BlockKind:
        if element.name == "svg" or (outer is BlockKind.CHART and element.name == "text"):
            return BlockKind.CHART
        if element.name == "foreignobject":
            return BlockKind.BODY
        return kind_of(element, outer, self.page.regions)

    def _iframe(self, element: Tag) -> None:
        marks = marks_of(element, self.run.place.marks, self.page)
        note_unread(element, self.run.place.kind, marks, self.page.unread)
        place = replace(self.run.place, leaf="", marks=marks)
        self._say(element, place, said_by(element))
        if element.attrs.get("srcdoc"):
            line = self.page.lines.get(id(element), place.line)
            self.page.frames.append((str(element.attrs["srcdoc"]), replace(place, line=line)))

    def _say(self, element: Tag, place: Place, sayings: Iterable[Said]) -> None:
        for step, words, kind in sayings:
            line = self.page.lines.get(id(element))
            location = place.location(step, line)
            self.run.asides.append(Block(words, kind or _field_kind(place.kind), location, marks=place.marks))


def _field_kind(kind: BlockKind) -> BlockKind:
    return BlockKind.BODY if kind in _NO_KIND else kind


def _is_alone(small: Tag) -> bool:
    """Whether small print is the whole text of the element around it."""
    siblings = small.parent.contents if small.parent else []
    return len(siblings) <= _MOST_SIBLINGS and not any(
        has_words(sample(child).text if isinstance(child, Tag) else child)
        for child in siblings
        if child is not small and isinstance(child, Tag | NavigableString)
    )


def _has_words_beside(element: Tag) -> bool:
    """Whether text stands directly before or after the element, as around a link within a sentence."""
    siblings = element.parent.contents if element.parent else []
    return any(
        has_words(child) for child in siblings[:_MOST_SIBLINGS]
        if isinstance(child, NavigableString) and not isinstance(child, PreformattedString)
    )  # fmt: skip


def _label(element: Tag, around: _Frame) -> str:
    """A css-like name, numbered where siblings share one: "section.card[2]"."""
    if around.labels is None:
        around.labels = dict(_labels(around.element))
    return around.labels[id(element)]


def _labels(parent: Tag) -> Iterator[tuple[int, str]]:
    names = [(id(child), _name(child)) for child in parent.contents if isinstance(child, Tag)]
    totals, seen = Counter(name for _, name in names), Counter[str]()
    for key, name in names:
        seen[name] += 1
        yield key, f"{name}[{seen[name]}]" if totals[name] > 1 else name


def _name(element: Tag) -> str:
    if element.attrs.get("id"):
        return f"{element.name}#{element.attrs['id']}"
    first = class_text(element).split(None, 1)[:1]
    return f"{element.name}.{first[0]}" if first else element.name
