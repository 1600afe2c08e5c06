"""MDX taken apart: what is Markdown, which tags stand in it, and what attributes and data say."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from msglint.extract.markdown.code import fence_end, markup_limit, span_end
from msglint.extract.markdown.script import (
    STRING,
    TOKEN,
    brace_end,
    is_prose,
    statement_end,
    template_end,
    unescaped,
    without_values,
)
from msglint.extract.markdown.tags import Attribute, Tag, read_tag
from msglint.extract.markdown.values import is_copy, is_unseen, kind_of
from msglint.extract.repair import has_words
from msglint.model import BlockKind

_STATEMENT = re.compile(
    r"import\s*(?:[\"'{*]|(?:type\s+)?[\w$]+\s*(?:,|\sfrom\b))"
    r"|export\s+(?:default|const|let|var|function|class|async|type|interface|enum|declare)\b|export\s*[{*]"
)
_DIRECTIVE = re.compile(r"[ \t]*:{3,}[^\n]*")
_PLAIN = re.compile(r"[^\\`{<\n]+\n?|\n")
_MARKUP = re.compile(r"[<{]")
_LITERAL = re.compile(rf"\s*({STRING}|`(?:\\.|[^`\\$]|\$(?!\{{))*`)\s*", re.DOTALL)
_KEY = re.compile(r"\s*(?::(?!:)|=(?![=>]))")
_RAW = frozenset({"script", "style"})
_TOOLTIPS = frozenset({"alt", "title", "aria-label", "placeholder", "label"})
# What can stand right before a tag in a script; after anything else < compares.
_BEFORE_TAG = frozenset({"", *"(,=?:&|>{[;", "return", "default"})
_FAILURES = 50  # tags and brackets that do not end before all others are taken for text
_DEEPEST = 30
_UNCLOSED = (
    "a statement with brackets that do not close begins here and was not read up to the next blank line; "
    "close them so that its texts are read"
)


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of the file that readers see, written in Markdown."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Copy:
    """A value that readers see: what it says, how it is written from `start` on, the title it goes with."""

    start: int
    said: str
    written: str
    kind: BlockKind
    heading: str = ""


Part = Text | Tag | Copy


@dataclass(slots=True)
class Scanner:
    """Walks over an MDX file and collects its parts in order.

    What no part covers is program: statements, expressions, comments. What cannot be made out is Text;
    `problems` are the offsets and reasons of what was passed over.
    """

    text: str
    parts: list[Part] = field(default_factory=list)
    problems: list[tuple[int, str]] = field(default_factory=list)
    failures: int = 0
    depth: int = 0

    def read(self) -> None:
        position, end = 0, len(self.text)
        while position < end:
            behind = position
            if position == 0 or self.text[position - 1] == "\n":
                behind = self._line_start(position)
            position = behind if behind > position else self._piece(position, end)

    def _line_start(self, position: int) -> int:
        """Past what only the start of a line can begin: fenced code, directives, statements."""
        if behind := fence_end(self.text, position):
            return self._see(position, behind)
        if match := _DIRECTIVE.match(self.text, position):
            return self._see(position, match.end())
        begins = self.failures <= _FAILURES and _STATEMENT.match(self.text, position)
        return self._statement(position) if begins else position

    def _statement(self, position: int) -> int:
        behind = statement_end(self.text, position)
        if behind is None:
            self.failures += 1
            self.problems.append((position, _UNCLOSED))
            blank = self.text.find("\n\n", position)
            return blank if blank >= 0 else len(self.text)
        if not self.text.startswith("import", position):
            self._script(position, behind, "")
        return behind

    def _piece(self, position: int, end: int) -> int:
        """Take in what begins at `position`; the offset behind it."""
        mark = self.text[position]
        if mark == "`":
            return self._see(position, span_end(self.text, position))
        if mark == "\\":
            return self._see(position, min(position + 2, end))
        if mark in "<{" and self.failures <= _FAILURES:
            behind = self._markup(position, markup_limit(self.text, position, end))
            if behind is not None:
                return behind
        match = _PLAIN.match(self.text, position, end)
        return self._see(position, match.end() if match else position + 1)

    def _see(self, start: int, end: int) -> int:
        last = self.parts[-1] if self.parts else None
        if isinstance(last, Text) and last.end == start:
            self.parts[-1] = Text(last.start, end)
        else:
            self.parts.append(Text(start, end))
        return end

    def _markup(self, position: int, end: int) -> int | None:
        """Behind the tag, comment or expression that begins here, None where it is just a character."""
        if self.failures > _FAILURES or self.depth > _DEEPEST:
            return None
        if self.text.startswith("<!--", position):
            found = self.text.find("-->", position, end)
            behind = found + 3 if found >= 0 else None
        elif self.text[position] == "<":
            behind = self._tag(position, end)
        else:
            behind = self._expression(position, end)
        self.failures += behind is None
        return behind

    def _tag(self, position: int, end: int) -> int | None:
        tag = read_tag(self.text, position, end)
        if tag is None:
            return None
        self.parts.append(tag)
        heading = ""
        for attribute in tag.attributes:
            copy = self._attribute(tag, attribute, heading)
            heading = copy.said if copy and copy.kind is BlockKind.TITLE else heading
        if tag.name not in _RAW or tag.empty or tag.closing:
            return tag.end
        closing = self.text.find(f"</{tag.name}", tag.end, end)
        return closing if closing >= 0 else tag.end

    def _attribute(self, tag: Tag, attribute: Attribute, heading: str) -> Copy | None:
        """Take in what an attribute says; an element of HTML shows only a few of its own."""
        start, end = attribute.start, attribute.end
        braced = self.text[start:end].startswith("{")
        if braced and (match := _LITERAL.fullmatch(self.text, start + 1, end - 1)):
            start, end = match.span(1)
        elif braced:
            if not is_unseen(attribute.name):
                self._script(start + 1, end - 1, attribute.name)
            return None
        written = self.text[start + 1 : end - 1]
        said = unescaped(written) if braced else html.unescape(written)
        kind = kind_of(attribute.name)
        if tag.name[:1].islower():
            if attribute.name.lower() not in _TOOLTIPS or not has_words(said):
                return None
            kind = BlockKind.ALT
        elif not is_copy(attribute.name, said):
            return None
        copy = Copy(start + 1, said, written, kind, "" if kind is BlockKind.TITLE else heading)
        self.parts.append(copy)
        return copy

    def _expression(self, position: int, end: int) -> int | None:
        """A string between braces is text, and so are words that are no program; all else is a program."""
        behind = brace_end(self.text, position, end)
        if behind is None or is_prose(self.text[position + 1 : behind - 1]):
            return None
        if match := _LITERAL.fullmatch(self.text, position + 1, behind - 1):
            self._see(match.start(1) + 1, match.end(1) - 1)
        else:
            self._script(position + 1, behind - 1, "")
        return behind

    def _script(self, position: int, end: int, key: str) -> None:
        """Take in the strings of a program that readers see, and its JSX. `key` is the name they go by."""
        keys, before = [key], ""
        self.depth += 1
        while position < end:
            mark = self.text[position]
            if mark == "<" and before in _BEFORE_TAG and (behind := self._element(position, end)):
                position, before = behind, "element"
                continue
            match = TOKEN.match(self.text, position, end)
            position = match.end() if match else end
            if match is None or match["space"] or match["comment"]:
                continue
            if mark == "`":
                position = template_end(self.text, match.start(), end) or position
            if (match["word"] or match["string"]) and self._is_key(before, position):
                keys[-1] = match[0].strip("\"'")
            elif match["string"] or mark == "`":
                self._string(match.start(), position, keys[-1])
            elif mark in "{[(":
                keys.append(keys[-1])
            elif mark in "}])" and len(keys) > 1:
                keys.pop()
            before = match[0]
        self.depth -= 1

    def _is_key(self, before: str, behind: int) -> bool:
        """Whether the word before `behind` names what follows: not so in "test ? this : that"."""
        match = _KEY.match(self.text, behind)
        return match is not None and (match[0].endswith("=") or before in {"{", ","})

    def _string(self, start: int, end: int, key: str) -> None:
        written = self.text[start + 1 : end - 1]
        said = unescaped(without_values(written) if self.text[start] == "`" else written)
        if is_copy(key, said, least=2):
            self.parts.append(Copy(start + 1, said, written, BlockKind.BODY))

    def _element(self, position: int, end: int) -> int | None:
        """An element inside a program with all that it holds; the offset behind it, None if there is none."""
        if read_tag(self.text, position, end) is None:
            return None
        opened = 0
        while position < end:
            start, count = position, len(self.parts)
            position = self._inside(position, end)
            tag = self.parts[count] if count < len(self.parts) else None
            if isinstance(tag, Tag) and tag.start == start:
                opened += 0 if tag.empty else -1 if tag.closing else 1
                if opened <= 0:
                    break
        return position

    def _inside(self, position: int, end: int) -> int:
        """Take in a piece of an element's inside, where Markdown means nothing."""
        if self.text[position] in "<{" and (behind := self._markup(position, end)) is not None:
            return behind
        match = _MARKUP.search(self.text, position + 1, end)
        return self._see(position, match.start() if match else end)
