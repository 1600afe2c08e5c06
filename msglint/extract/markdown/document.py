"""Markdown and MDX files: their text, and the copy in their front matter, attributes and data."""

from __future__ import annotations

from msglint.extract.decoding import decode
from msglint.extract.markdown.front_matter import split_front_matter
from msglint.extract.markdown.lines import Line
from msglint.extract.markdown.mdx import in_order, read_parts
from msglint.extract.markdown.shortcodes import without_shortcodes
from msglint.extract.markdown.walk import walk
from msglint.model import Block, Document, Skipped


def read_markdown(data: bytes, name: str) -> Document:
    """Headings, paragraphs, list items, tables, quotes, code and picture texts of a Markdown file."""
    front = split_front_matter(_unix(decode(data)))
    text, copies = without_shortcodes(front.rest)
    lines = [Line(line, number) for number, line in enumerate(text.split("\n"), start=1)]
    walker = walk(lines, jsx=False)
    blocks = in_order([*walker.blocks, *copies]) if copies else walker.blocks
    problems = walker.problems + _problem(front.problem)
    return _document("text/markdown", (*blocks, *front.blocks), problems, name)


def read_mdx(data: bytes, name: str) -> Document:
    """Like Markdown, with the text in JSX and what its attributes and data show, without the programs."""
    front = split_front_matter(_unix(decode(data)))
    blocks, problems = read_parts(front.rest)
    return _document("text/mdx", (*blocks, *front.blocks), problems + _problem(front.problem), name)


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _problem(reason: str) -> list[tuple[str, str]]:
    return [("front matter", reason)] if reason else []


def _document(
    media_type: str, blocks: tuple[Block, ...], problems: list[tuple[str, str]], name: str
) -> Document:
    return Document(media_type, blocks, tuple(Skipped(name, region, reason) for region, reason in problems))
