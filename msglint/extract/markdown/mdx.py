"""The parts of an MDX file laid out as lines of Markdown, and its copy as blocks among them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from msglint.extract.markdown.jsx import Copy, Scanner, Text
from msglint.extract.markdown.lines import Line
from msglint.extract.markdown.tags import Tag
from msglint.extract.markdown.walk import walk
from msglint.extract.repair import has_words
from msglint.extract.source_map import aligned, lines_map
from msglint.model import Block, BlockKind, Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from msglint.extract.source_map import SourceMap

# Stands for each character of a tag inside a sentence: it takes no room, and the repair of text drops it.
_NOTHING = "\u2060"
_IN_SENTENCES = """
    a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup time u
    var wbr
"""
_INLINE = frozenset(_IN_SENTENCES.split())
_DEEPEST = 200
_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.TITLE),
    **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
    **dict.fromkeys(("td", "th"), BlockKind.TABLE),
    "li": BlockKind.BULLET,
    "blockquote": BlockKind.QUOTE,
    "button": BlockKind.CTA,
    "pre": BlockKind.CODE,
    "nav": BlockKind.NAV,
    "footer": BlockKind.FOOTER,
}


def read_parts(text: str) -> tuple[list[Block], list[tuple[str, str]]]:
    """The blocks of an MDX file in order, and the places and reasons of what was passed over."""
    scanner = Scanner(text)
    scanner.read()
    where = lines_map(text)
    layout = _Layout(text, where)
    for part in scanner.parts:
        layout.take(part)
    walker = walk(layout.finish(), jsx=True)
    problems = [(f"line {where.at(offset)[0]}", reason) for offset, reason in scanner.problems]
    copies = (part for part in scanner.parts if isinstance(part, Copy))
    return in_order([*walker.blocks, *_blocks(copies, where)]), problems + walker.problems


def _blocks(copies: Iterable[Copy], where: SourceMap) -> Iterator[Block]:
    for copy in copies:
        text, lines = aligned(copy.said, copy.written, *where.at(copy.start))
        if lines and has_words(text):
            _, line, column = lines[0]
            place = Location((f"line {line}",), line, column)
            yield Block(text, copy.kind, place, copy.heading, lines=lines)


def in_order(blocks: list[Block]) -> list[Block]:
    """Blocks by their place; those of attributes and data stand under the heading before them."""
    ordered, heading = list[Block](), ""
    for block in sorted(blocks, key=lambda block: (block.location.line or 0, block.location.column or 0)):
        title = block.kind is BlockKind.TITLE
        ordered.append(block if block.heading or title else replace(block, heading=heading))
        heading = block.text if title else block.heading or heading
    return ordered


@dataclass(slots=True)
class _Layout:
    """Lines as they grow: `behind` is the offset up to which the file is laid out, `start` the line's own.

    `region` holds the lines since the last tag that parts paragraphs, `line` the pieces of the last of them
    and `first` its first visible character; `open` the names of the elements around the place, each with
    whether its tags part paragraphs.
    """

    text: str
    where: SourceMap
    lines: list[Line] = field(default_factory=list)
    region: list[Line] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    first: str = ""
    start: int = 0
    behind: int = 0
    open: list[tuple[str, bool]] = field(default_factory=list)

    def take(self, part: Text | Tag | Copy) -> None:
        """Lay out the next part; what the parts leave out is program."""
        if isinstance(part, Copy):
            return
        self._hide(part.start)
        if isinstance(part, Text):
            self._put(self.text[part.start : part.end])
        elif self._parts_paragraphs(part):
            self._end_region(part)
        else:
            self._put((" " if part.name == "br" else _NOTHING) * (part.end - part.start))
        if isinstance(part, Tag):
            self._account(part)
        self.behind = part.end

    def finish(self) -> list[Line]:
        """All lines, in the order of the file."""
        self._hide(len(self.text))
        self._end_line()
        return [*self.lines, *_dedented(self.region)]

    def _hide(self, end: int) -> None:
        hidden = self.text[self.behind : end]
        self._put("\n".join(_NOTHING * len(piece) for piece in hidden.split("\n")))
        self.behind = end

    def _put(self, text: str) -> None:
        offset = self.behind
        for number, piece in enumerate(text.split("\n")):
            if number:
                self._end_line()
                self.start = offset
            self.line.append(piece)
            self.first = self.first or piece.strip(_NOTHING + " \t")[:1]
            offset += len(piece) + 1

    def _end_line(self) -> None:
        text = "".join(self.line) if self.first else ""
        self.region.append(Line(text, *self.where.at(self.start), self._kind()))
        self.line, self.first = [], ""

    def _end_region(self, tag: Tag) -> None:
        """Start anew behind a tag that parts paragraphs."""
        self._end_line()
        self.lines += [*_dedented(self.region), Line("", *self.where.at(tag.start))]
        self.region, self.start = [], tag.end

    def _kind(self) -> BlockKind | None:
        return next((_KINDS[name] for name, _ in reversed(self.open) if name in _KINDS), None)

    def _parts_paragraphs(self, tag: Tag) -> bool:
        """Whether a tag stands around paragraphs, as a component on lines of its own does, or in one."""
        if self.first == "|":
            return False
        if tag.name[:1].islower() and "." not in tag.name:
            return tag.name not in _INLINE
        if tag.closing:
            return next((parts for name, parts in reversed(self.open) if name == tag.name), False)
        end = self.text.find("\n", tag.end)
        after = self.text[tag.end : end if end >= 0 else len(self.text)].strip()
        return not self.first and (not after or (not tag.empty and after.endswith(f"</{tag.name}>")))

    def _account(self, tag: Tag) -> None:
        """Keep account of which elements are open, and of whether their tags part paragraphs."""
        if tag.closing:
            names = [name for name, _ in self.open]
            if tag.name in names:
                del self.open[len(names) - 1 - names[::-1].index(tag.name) :]
        elif not tag.empty:
            self.open = [*self.open[-_DEEPEST:], (tag.name, not self.line)]


def _dedented(region: list[Line]) -> Iterator[Line]:
    """The lines without the indent that they share, which is the element's; the first may begin anywhere."""
    indents = [len(line.text) - len(line.text.lstrip()) for line in region if line.text and line.column == 1]
    indent = min(indents, default=0)
    for line in region:
        lead = len(line.text) - len(line.text.lstrip())
        cut = min(indent, lead) if line.column == 1 else lead
        yield replace(line, text=line.text[cut:], column=line.column + cut)
