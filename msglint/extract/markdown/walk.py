"""The parser's tokens of Markdown as blocks, each with the line and column that it has in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from msglint.extract.markdown.inline import Inline, read_inline
from msglint.extract.markdown.lines import Line, cell_maps, content_map
from msglint.extract.markdown.rules import parser
from msglint.extract.repair import has_words
from msglint.extract.source_map import Run, placed
from msglint.extract.tables import Table
from msglint.model import Block, BlockKind, Location

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from msglint.extract.source_map import SourceMap

_ALERT = re.compile(r"\[![\w-]+\][+-]?[ \t]*")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_DEFINITION = re.compile(r":[ \t]+")
_ATTRIBUTES = re.compile(r"[ \t]*\{[#.:][^{}]*\}$")
_UNCLOSED = "an HTML comment begins here and hides all that follows; close it with --> to have that read"
_KINDS = {"heading": BlockKind.TITLE, "box_title": BlockKind.TITLE}


def walk(lines: Sequence[Line], *, jsx: bool) -> Walker:
    """Parse lines of Markdown and read every token of them."""
    env: dict[str, Any] = {}
    walker = Walker(lines)
    for token in parser(jsx=jsx).parse("\n".join(line.text for line in lines), env):
        walker.read(token)
    walker.read_titles(env.get("references", {}))
    return walker


@dataclass(slots=True)
class Walker:
    """Where the walk over the tokens is: inside which blocks, under which heading, in which table row."""

    lines: Sequence[Line]
    blocks: list[Block] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)
    heading: str = ""
    rows: list[list[Token]] = field(default_factory=list)
    titles: set[tuple[str, str]] = field(default_factory=set)

    def read(self, token: Token) -> None:
        """Take in one token, in document order."""
        if token.type == "inline":
            self._inline(token)
        elif token.type in {"fence", "code_block"}:
            self._code(token)
        elif token.type == "html_block":
            self._html(token)
        elif token.type == "table_close":
            self._table()
        elif token.type == "tr_open":
            self.rows.append([])
        if token.nesting == 1:
            self.inside.append(token.type.removesuffix("_open"))
        elif token.nesting == -1:
            self.inside.pop()

    def read_titles(self, references: dict[str, dict[str, Any]]) -> None:
        """The titles of link targets that are defined apart from the links, those that a link uses."""
        for reference in references.values():
            if reference["title"] and (reference["href"], reference["title"]) in self.titles:
                self._reference(reference["title"], *reference["map"])

    def _inline(self, token: Token) -> None:
        if self.rows:
            self.rows[-1].append(token)
            return
        where = content_map(token.content, self.lines, _first(token))
        start, stop = self._bounds(token.content)
        inline = read_inline(token.content, token.children or [], where, start, stop)
        kind = self._kind(token)
        for part in inline.parts:
            self._add(part, kind)
        if self.inside[-1:] == ["heading"] or self._given(token) is BlockKind.TITLE:
            self.heading = placed(inline.parts[0])[0]
        self._told(inline)

    def _bounds(self, content: str) -> tuple[int, int]:
        """Where the text of a paragraph starts and ends without the marker of what it is."""
        before = _DEFINITION.match(content)
        if "blockquote" in self.inside and (alert := _ALERT.match(content)):
            self.inside[self.inside.index("blockquote")] = "alert"
            before = alert
        elif self.inside[-2:] == ["list_item", "paragraph"]:
            before = _TASK.match(content)
        after = _ATTRIBUTES.search(content) if self.inside[-1:] == ["heading"] else None
        return before.end() if before else 0, after.start() if after else len(content)

    def _kind(self, token: Token) -> BlockKind:
        if self.inside and self.inside[-1] in _KINDS:
            return _KINDS[self.inside[-1]]
        if given := self._given(token):
            return given
        if "blockquote" in self.inside:
            return BlockKind.QUOTE
        return BlockKind.BULLET if "list_item" in self.inside else BlockKind.BODY

    def _given(self, token: Token) -> BlockKind | None:
        return self.lines[_first(token)].kind if self.lines else None

    def _told(self, inline: Inline) -> None:
        for told in inline.told:
            self._add(told, BlockKind.ALT)
        self.titles.update(inline.references)

    def _add(self, runs: list[Run], kind: BlockKind) -> None:
        text, breaks = placed(runs)
        if has_words(text):
            _, line, column = breaks[0]
            heading = "" if kind is BlockKind.TITLE else self.heading
            place = Location((f"line {line}",), line, column)
            self.blocks.append(Block(text, kind, place, heading, lines=breaks))

    def _code(self, token: Token) -> None:
        where = content_map(token.content, self.lines, _first(token) + (token.type == "fence"))
        runs = where.runs(token.content, 0, len(token.content))
        self._add(list(runs), BlockKind.CODE)

    def _html(self, token: Token) -> None:
        """HTML inside Markdown is read as HTML, under the Markdown's own headings."""
        markup, hidden = _without_comments(token.content)
        first = self.lines[_first(token)].number
        if has_words(hidden):
            self.problems.append((f"line {first + markup.count(chr(10))}", _UNCLOSED))
        if not markup.strip():
            return
        from msglint.extract.html.page import html_blocks

        for block in html_blocks(markup, first_line=first):
            line = block.location.line or first
            place = Location((f"line {line}",), line)
            self.blocks.append(replace(block, location=place, heading=block.heading or self.heading))

    def _table(self) -> None:
        rows, self.rows = self.rows, []
        cells = [[self._cell(*cell) for cell in zip(row, self._maps(row), strict=True)] for row in rows]
        texts = tuple(tuple((text,) if text else () for text, _ in row) for row in cells)
        first = self.lines[_first(rows[0][0])].number
        blocks = Table(texts, True, (f"line {first}", "table"), self.heading).blocks()
        places = [breaks for row in cells for text, breaks in row if text]
        for block, breaks in zip(blocks, places, strict=True):
            _, line, column = breaks[0]
            place = Location(block.location.steps, line, column)
            self.blocks.append(replace(block, location=place, lines=breaks))

    def _maps(self, row: list[Token]) -> list[SourceMap]:
        return cell_maps((token.content for token in row), self.lines[_first(row[0])])

    def _cell(self, token: Token, where: SourceMap) -> tuple[str, tuple[tuple[int, int, int], ...]]:
        inline = read_inline(token.content, token.children or [], where)
        self._told(inline)
        return placed(inline.parts[0])

    def _reference(self, title: str, first: int, last: int) -> None:
        """A title where its target is defined, or the definition's start if it is written with escapes."""
        written = "\n".join(line.text for line in self.lines[first:last])
        where = content_map(written, self.lines, first)
        match = re.search(r"""\s["'(](?=""" + re.escape(title) + ")", written)
        if not match:
            self._add([Run(title, *where.at(0))], BlockKind.ALT)
            return
        runs = where.runs(written.replace("\n", " "), match.end(), match.end() + len(title))
        self._add(list(runs), BlockKind.ALT)


def _without_comments(markup: str) -> tuple[str, str]:
    """The markup with its lines kept, and what follows a comment that does not end."""
    kept, position = list[str](), 0
    while (start := markup.find("<!--", position)) >= 0:
        kept.append(markup[position:start])
        end = markup.find("-->", start + 4)
        if end < 0:
            return "".join(kept), markup[start:]
        kept.append("\n" * markup.count("\n", start, end))
        position = end + 3
    return "".join([*kept, markup[position:]]), ""


def _first(token: Token) -> int:
    return token.map[0] if token.map else 0
