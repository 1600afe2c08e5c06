"""Markdown and MDX: blocks from the parser's tokens, each with the line it has in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from msglint.extract.decoding import decode
from msglint.extract.front_matter import split_front_matter
from msglint.extract.repair import clean, has_words
from msglint.extract.tables import Table
from msglint.model import Block, BlockKind, Document, Location, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MDX_STATEMENT = re.compile(r"(?:import|export)\s")
_MDX_COMMENT = re.compile(r"\{/\*.*?\*/\}", re.DOTALL)
_DEEPEST = 100  # the parser drops what is nested deeper, by default from 20 on
_FENCE = re.compile(r"\s*(```|~~~)")


def read_markdown(data: bytes, name: str) -> Document:
    """Headings, paragraphs, list items, tables, quotes, code and picture texts of a Markdown file."""
    return _document("text/markdown", decode(data), name)


def read_mdx(data: bytes, name: str) -> Document:
    """Like Markdown, without the import and export statements and comments that a reader never sees."""
    return _document("text/mdx", _without_statements(decode(data)), name)


def _document(media_type: str, text: str, name: str) -> Document:
    front = split_front_matter(text.replace("\r\n", "\n").replace("\r", "\n"))
    tokens = (
        MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
        .enable(["table", "strikethrough"])
        .parse(front.rest)
    )
    walker = _Walker()
    blocks = [block for token in tokens for block in walker.read(token)]
    skipped = (Skipped(name, "front matter", front.problem),) if front.problem else ()
    return Document(media_type, (*blocks, *front.blocks), skipped)


def _without_statements(text: str) -> str:
    """Blank lines instead of MDX statements, which end at the next blank line, so that line numbers hold."""
    text = _MDX_COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)
    kept, fenced, inside = list[str](), False, False
    for line in text.splitlines():
        fenced ^= bool(_FENCE.match(line))
        inside = not fenced and bool(line.strip()) and (inside or bool(_MDX_STATEMENT.match(line)))
        kept.append("" if inside else line)
    return "\n".join(kept)


@dataclass(slots=True)
class _Walker:
    """Where the walk over the tokens is: inside which blocks, under which heading, in which table row."""

    inside: list[str] = field(default_factory=list)
    heading: str = ""
    rows: list[tuple[int | None, list[str]]] = field(default_factory=list)

    def read(self, token: Token) -> Iterator[Block]:
        if token.type == "inline":
            yield from self._inline(token)
        elif token.type in {"fence", "code_block"}:
            yield from self._block(token.content, BlockKind.CODE, token)
        elif token.type == "html_block":
            yield from self._html(token)
        elif token.type == "table_close":
            yield from self._table()
        elif token.type == "tr_open":
            self.rows.append((_line(token), []))
        if token.nesting == 1:
            self.inside.append(token.type.removesuffix("_open"))
        elif token.nesting == -1:
            self.inside.pop()

    def _inline(self, token: Token) -> Iterator[Block]:
        text = clean(_text(token.children or []))
        if self.rows:
            self.rows[-1][1].append(text)
        else:
            yield from self._block(text, self._kind(), token)
            if self.inside and self.inside[-1] == "heading":
                self.heading = text
        for image in _images(token.children or []):
            yield from self._block(image.content or str(image.attrs.get("alt", "")), BlockKind.ALT, token)

    def _kind(self) -> BlockKind:
        if self.inside and self.inside[-1] == "heading":
            return BlockKind.TITLE
        if "blockquote" in self.inside:
            return BlockKind.QUOTE
        return BlockKind.BULLET if "list_item" in self.inside else BlockKind.BODY

    def _block(self, text: str, kind: BlockKind, token: Token) -> Iterator[Block]:
        text = clean(text)
        if has_words(text):
            line = _line(token)
            heading = "" if kind is BlockKind.TITLE else self.heading
            yield Block(text, kind, Location((f"line {line}",) if line else ("text",), line=line), heading)

    def _html(self, token: Token) -> Iterator[Block]:
        """HTML inside Markdown is read as HTML, under the Markdown's own headings."""
        markup = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), token.content)
        if not markup.strip():
            return
        from msglint.extract.html import html_blocks

        for block in html_blocks(markup, first_line=_line(token) or 1):
            line = block.location.line or _line(token)
            yield replace(
                block, location=Location((f"line {line}",), line=line), heading=block.heading or self.heading
            )

    def _table(self) -> Iterator[Block]:
        line = self.rows[0][0] if self.rows else None
        rows = tuple(tuple((cell,) if cell else () for cell in cells) for _, cells in self.rows)
        lines = tuple(number for number, _ in self.rows)
        self.rows = []
        yield from Table(rows, True, (f"line {line}", "table"), self.heading, lines=lines).blocks()


def _line(token: Token) -> int | None:
    return token.map[0] + 1 if token.map else None


def _text(children: list[Token]) -> str:
    """The words of an inline token: markup gone, line breaks as spaces, pictures left to their own block."""
    return "".join(map(_piece, children))


def _piece(child: Token) -> str:
    if child.type in {"text", "code_inline", "text_special"}:
        return child.content
    if child.type in {"softbreak", "hardbreak"} or child.content.lower().startswith("<br"):
        return " "
    return ""


def _images(children: list[Token]) -> list[Token]:
    return [child for child in children if child.type == "image"]
