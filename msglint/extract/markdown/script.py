"""The little of JavaScript that finding text in MDX needs: where literals and brackets end, what they say."""

from __future__ import annotations

import re

STRING = r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"
TOKEN = re.compile(
    rf"(?P<space>\s+)|(?P<comment>(?<!:)//[^\n]*|/\*.*?(?:\*/|\Z))|(?P<string>{STRING})|(?P<word>[\w$]+)|(?P<mark>.)",
    re.DOTALL,
)
_SKIPPED = re.compile(
    rf"(?P<skip>[^{{}}\"'`/]+|(?<!:)//[^\n]*|/\*.*?(?:\*/|\Z)|{STRING})|(?P<mark>.)", re.DOTALL
)
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\n|.))", re.DOTALL)
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " ", "v": " ", "0": "", "\n": ""}
_PROSE = re.compile(
    r"\s*(?!(?:async|await|delete|new|typeof|void)\s)[^\W\d][\w’-]*(?:,?[ \t\n]+\w[\w’-]*)+[.!?]?\s*"
)
_DEEPEST = 40
_OPEN_ENDED = frozenset({*"=,(+-*/?:&|.<>[{", "from", "export", "default", "const", "return"})
_CONTINUES = frozenset(".?:&|+*/=<,)]}")


def brace_end(text: str, start: int, end: int, depth: int = 0) -> int | None:
    """The offset behind the brace that closes the one at `start`, None if none does."""
    if depth > _DEEPEST:
        return None
    position, opened = start, 0
    while position < end:
        match = _SKIPPED.match(text, position, end)
        position = match.end() if match else end
        mark = match["mark"] if match else None
        if mark == "`":
            behind = template_end(text, position - 1, end, depth + 1)
            if behind is None:
                return None
            position = behind
        elif mark in {"{", "}"}:
            opened += 1 if mark == "{" else -1
            if not opened:
                return position
    return None


def template_end(text: str, start: int, end: int, depth: int = 0) -> int | None:
    """The offset behind the backtick that closes the one at `start`, None if none does."""
    position = start + 1
    while position < end:
        if text[position] == "`":
            return position + 1
        if text.startswith("${", position):
            behind = brace_end(text, position + 1, end, depth + 1)
            if behind is None:
                return None
            position = behind
        else:
            position += 2 if text[position] == "\\" else 1
    return None


def is_prose(text: str) -> bool:
    """Whether these are words side by side, which no program has."""
    return _PROSE.fullmatch(text) is not None


def without_values(template: str) -> str:
    """The words of a template, with "…" for each value that a program puts in."""
    said, position = list[str](), 0
    while (start := template.find("${", position)) >= 0:
        end = brace_end(template, start + 1, len(template)) or len(template)
        said += [template[position:start], "…"]
        position = end
    return "".join([*said, template[position:]])


def unescaped(written: str) -> str:
    """What the inside of a string literal says."""
    said = _ESCAPE.sub(_character, written)
    return said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _character(match: re.Match[str]) -> str:
    digits = match[1] or match[2] or match[3]
    if digits is None:
        return _CONTROLS.get(match[4], match[4])
    code = int(digits, 16)
    return chr(code) if code < 0x110000 else "\ufffd"


def statement_end(text: str, start: int) -> int | None:
    """The offset behind an import or export statement, None where its brackets do not close.

    It ends at a line's end outside brackets, unless the line before or after shows that it goes on.
    """
    position, opened, last = start, 0, ""
    while match := TOKEN.match(text, position):
        position = match.end()
        if match["comment"]:
            continue
        if match["space"]:
            if "\n" in match[0] and opened <= 0 and not _goes_on(match, last):
                return match.start()
            continue
        last = match[0]
        if last == "`":
            position = template_end(text, match.start(), len(text)) or position
        opened += (last in "([{") - (last in ")]}")
    return None if opened > 0 else len(text)


def _goes_on(newline: re.Match[str], last: str) -> bool:
    following = newline.string[newline.end() : newline.end() + 1]
    return newline[0].count("\n") == 1 and (last in _OPEN_ENDED or following in _CONTINUES)
