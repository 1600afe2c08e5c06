"""The Markdown that is read: CommonMark with tables, footnotes, directives and admonitions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from msglint.extract.markdown.inline import TrackedInline

if TYPE_CHECKING:
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_DEEPEST = 100  # the parser drops what is nested deeper, by default from 20 on
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]:[ \t]*")
_FOOTNOTE_REF = re.compile(r"\[\^([^\]\s]+)\]")
# ":::tip Title", ":::tip[Title]", "::: warning {.wide}" of Docusaurus, VitePress and Pandoc.
_DIRECTIVE = re.compile(
    r":{3,}[ \t]*(?:[\w-]+[ \t]*(?:\[(?P<label>[^\]]*)\]|(?P<title>[^{\[:][^{]*?))?)?"
    r"[ \t]*(?:\{[^}]*\})?[ \t]*:*[ \t]*$"
)
# '!!! note "Title"', '??? tip "Title"' and '=== "Tab"' of MkDocs, whose text is indented by four.
_ADMONITION = re.compile(
    r'(?:!!!|\?\?\?\+?)[ \t]+[\w -]+(?:"(?P<title>[^"]*)")?[ \t]*$|===[!+]?[ \t]+"(?P<label>[^"]*)"[ \t]*$'
)


def parser(*, jsx: bool) -> MarkdownIt:
    """A parser whose inline tokens know their offsets; with `jsx`, HTML and indented code mean nothing."""
    markdown = MarkdownIt("zero")
    markdown.inline = TrackedInline()
    markdown.configure("commonmark", {"maxNesting": _DEEPEST})
    markdown.enable(["table", "strikethrough"])
    markdown.disable(["text_join", "fragments_join"])  # joined tokens have lost their places
    ends: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    markdown.block.ruler.before("reference", "footnote", _footnote, ends)
    markdown.block.ruler.before("reference", "directive", _directive, ends)
    markdown.block.ruler.before("reference", "admonition", _admonition, ends)
    markdown.inline.ruler.before("link", "footnote_ref", _footnote_ref)
    if jsx:
        markdown.disable(["code", "html_block", "html_inline"])
    return markdown


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`[^1]: text` and what is indented below it."""
    match = None if state.is_code_block(start) else _FOOTNOTE.match(_line(state, start))
    if not match or silent:
        return bool(match)
    state.env.setdefault("footnotes", set()).add(match[1])
    token = state.push("footnote_open", "", 1)
    saved = state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType
    state.bMarks[start] += state.tShift[start] + match.end()
    state.tShift[start] = 0
    state.sCount[start] = state.blkIndent + 4
    _indented(state, start, end)
    state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType = saved
    token.map = [start, state.line]
    state.push("footnote_close", "", -1)
    return True


def _directive(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line that opens or closes a box: its title is text, the rest is markup."""
    del end
    match = None if state.is_code_block(start) else _DIRECTIVE.match(_line(state, start))
    if match and not silent:
        _titled(state, start, match["label"] or match["title"] or "")
        state.line = start + 1
    return bool(match)


def _admonition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line that opens a box, and the box, which is not code for all its indent."""
    match = None if state.is_code_block(start) else _ADMONITION.match(_line(state, start))
    if not match or silent:
        return bool(match)
    token = state.push("admonition_open", "", 1)
    _titled(state, start, match["label"] or match["title"] or "")
    state.line = start + 1
    saved = state.parentType
    _indented(state, start + 1, end)
    state.parentType = saved
    token.map = [start, state.line]
    state.push("admonition_close", "", -1)
    return True


def _indented(state: StateBlock, start: int, end: int) -> None:
    state.blkIndent += 4
    state.parentType = "root"
    state.md.block.tokenize(state, start, end)
    state.blkIndent -= 4


def _titled(state: StateBlock, line: int, title: str) -> None:
    if not title.strip():
        return
    state.push("box_title_open", "", 1)
    token = state.push("inline", "", 0)
    token.content = title.strip()
    token.map = [line, line + 1]
    token.children = []
    state.push("box_title_close", "", -1)


def _footnote_ref(state: StateInline, silent: bool) -> bool:
    """The mark that leads to a footnote of the file is no text."""
    match = _FOOTNOTE_REF.match(state.src, state.pos, state.posMax)
    if not match or match[1] not in state.env.get("footnotes", ()):
        return False
    if not silent:
        state.push("footnote_ref", "", 0)
    state.pos = match.end()
    return True
