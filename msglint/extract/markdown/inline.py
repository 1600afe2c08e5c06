"""The inside of a Markdown paragraph: its words, and what pictures and links tell, each with its place."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline

from msglint.extract.source_map import Run, SourceMap

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_TOLD = re.compile(r"""[\s"'](?:alt|title|aria-label)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_DEFINITION = re.compile(r"[ \t\\]*\n[ \t]*:[ \t]+")
_TITLE = re.compile(r"""\]\(\s*(?:<[^<>\n]*>|[^\s<]\S*)\s+["'(]""")


class TrackedInline(ParserInline):
    """markdown-it's parser of inline text, which also gives each token's offset in it as `meta["at"]`."""

    def parse(
        self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]
    ) -> list[Token]:
        state = _TrackedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _TrackedState(StateInline):
    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
        return token

    def pushPending(self) -> Token:  # noqa: N802 (the parser's name)
        start = self.src.rfind(self.pending, 0, self.pos)
        token = super().pushPending()
        token.meta["at"] = max(start, 0)
        return token


@dataclass(slots=True)
class Inline:
    """What a paragraph holds: `parts` are texts one after the other, more than one in a definition list.

    `told` are alternative texts of pictures and titles that show when a pointer rests on something;
    `references` are the (address, title) pairs of titles that stand elsewhere in the file.
    """

    parts: list[list[Run]] = field(default_factory=lambda: [[]])
    told: list[list[Run]] = field(default_factory=list)
    references: list[tuple[str, str]] = field(default_factory=list)


def read_inline(
    content: str, children: list[Token], where: SourceMap, start: int = 0, stop: int | None = None
) -> Inline:
    """Words of an inline token from `start` to `stop`: markup gone, line breaks as spaces."""
    end = len(content) if stop is None else stop
    reader = _Reader(content.replace("\n", " "), content, where, start, end)
    reader.read(children, 0)
    return reader.inline


@dataclass(slots=True)
class _Reader:
    """Walks over the tokens of one paragraph; what stands before `start` or after `stop` is no text."""

    flat: str
    content: str
    where: SourceMap
    start: int
    stop: int
    inline: Inline = field(default_factory=Inline)
    links: list[Token] = field(default_factory=list)

    def read(self, children: list[Token], base: int) -> None:
        """Take in tokens whose offsets count from `base`."""
        end = base
        for child in children:
            end = self._token(child, max(base + child.meta.get("at", 0), end))

    def _token(self, child: Token, at: int) -> int:
        """Take in one token that stands at `at`; the offset before which no other can stand."""
        if child.type in {"text", "code_inline"}:
            return self._verbatim(child.content, at, len(child.markup) + 1)
        if child.type == "text_special":
            self._special(child, at)
        elif child.type in {"softbreak", "hardbreak"}:
            self._break(at)
        elif child.type == "html_inline":
            self._html(child.content, at)
        elif child.type == "image":
            self._image(child, at)
        elif child.type == "link_open":
            self.links.append(child)
        elif child.type == "link_close" and self.links:
            self._title(self.links.pop(), at)
        return at

    def _verbatim(self, text: str, at: int, lead: int) -> int:
        """Text as it is written, with at most `lead` characters of markup before it."""
        start = max(self.flat.find(text, at, at + lead + len(text)), at)
        end = start + len(text)
        left, right = max(start, self.start), min(end, self.stop)
        if left < right:
            self.inline.parts[-1] += self.where.runs(self.flat, left, right)
        return end

    def _special(self, child: Token, at: int) -> None:
        """An escaped character stands behind its backslash, an entity where its & stands."""
        skipped = len(child.markup) - len(child.content) if child.info == "escape" else 0
        if at >= self.start:
            self.inline.parts[-1].append(Run(child.content, *self.where.at(at + skipped)))

    def _break(self, at: int) -> None:
        if match := _DEFINITION.match(self.content, at):
            self.inline.parts.append([])
            self.start = match.end()
        else:
            self.inline.parts[-1].append(Run(" ", *self.where.at(at)))

    def _html(self, tag: str, at: int) -> None:
        if tag.lower().startswith("<br"):
            self.inline.parts[-1].append(Run(" ", *self.where.at(at)))
        if tag.startswith("<!"):
            return
        for match in _TOLD.finditer(tag):
            group = match.lastindex or 1
            self._tell(html.unescape(match[group]), at + match.start(group))

    def _image(self, child: Token, at: int) -> None:
        label = at + 2
        alt = _Reader(self.flat, self.content, self.where, label, len(self.flat))
        alt.read(child.children or [], label)
        self.inline.told.append([run for part in alt.inline.parts for run in part])
        self._title(child, label + len(child.content))

    def _title(self, child: Token, at: int) -> None:
        """The title of a link or picture, whose label ends at `at`."""
        title = str(child.attrs.get("title", ""))
        match = _TITLE.match(self.content, at)
        if title and match:
            self._tell(title, match.end())
        elif title:
            self.inline.references.append((str(child.attrs.get("href", child.attrs.get("src", ""))), title))

    def _tell(self, text: str, at: int) -> None:
        flat = text.replace("\n", " ")
        whole = self.flat.startswith(flat, at)
        runs = self.where.runs(self.flat, at, at + len(text)) if whole else (Run(flat, *self.where.at(at)),)
        self.inline.told.append(list(runs))
