"""Markdown, MDX and plain text: kinds, and the lines that blocks have in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from msglint.extract.markdown import read_markdown, read_mdx
from msglint.extract.plain import read_plain
from msglint.extract.repair import clean

if TYPE_CHECKING:
    from msglint.model import Document


def seen(document: Document) -> list[tuple[int | None, str, str]]:
    return [(block.location.line, block.kind.value, block.text) for block in document.blocks]


MARKDOWN = [
    ("# A *b*\n\nc\nd\n", [(1, "title", "A b"), (3, "body", "c d")]),
    ("A\n===\n", [(1, "title", "A")]),
    (
        "- a\n- b\n\n  c\n1. d\n",
        [(1, "bullet", "a"), (2, "bullet", "b"), (4, "bullet", "c"), (5, "bullet", "d")],
    ),
    ("> quoted\n", [(1, "quote", "quoted")]),
    ("```py\nx = 1\n```\n", [(1, "code", "x = 1")]),
    ("a ![A dog](d.png) b\n", [(1, "body", "a b"), (1, "alt", "A dog")]),
    ("[link](http://x.y) `code` **b**\n", [(1, "body", "link code b")]),
    ("a <!-- no --> b\n\n<!-- no\nno -->\n", [(1, "body", "a b")]),
    (
        "|A|B|\n|-|-|\n|x|31%|\n",
        [(1, "table", "A"), (1, "table", "B"), (3, "table", "x"), (3, "table", "31%")],
    ),
    ("\n<div>\n<p>html</p>\n</div>\n", [(3, "body", "html")]),
    ("a\\\nb  \nc<br>d\n", [(1, "body", "a b c d")]),
    (
        "---\ntitle: 'T: x'\nseo:\n  description: D\n---\n\na\n",
        [(7, "body", "a"), (2, "meta", "T: x"), (4, "meta", "D")],
    ),
    ('+++\ntitle = "T"\n+++\na\n', [(4, "body", "a"), (2, "meta", "T")]),
]


@pytest.mark.parametrize(("text", "expected"), MARKDOWN)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_markdown(text: str, newline: str, expected: list[tuple[int, str, str]]) -> None:
    assert seen(read_markdown(text.replace("\n", newline).encode(), "a.md")) == expected


def test_markdown_headings_and_cells() -> None:
    blocks = read_markdown(b"# Top\n\na\n\n|A|B|\n|-|-|\n|x|31%|\n", "a.md").blocks
    assert [(block.text, block.heading) for block in blocks][1:] == [
        ("a", "Top"), ("A", "Top"), ("B", "Top"), ("x", "A"), ("31%", "B, x"),
    ]  # fmt: skip


@pytest.mark.parametrize("broken", ["a: [", "a: " + "[" * 2000 + "]" * 2000, "- " * 2000 + "a"])
def test_broken_front_matter_is_reported_and_the_text_read(broken: str) -> None:
    document = read_markdown(f"---\n{broken}\n---\ntext\n".encode(), "a.md")
    assert seen(document) == [(4, "body", "text")]
    assert document.skipped[0].region == "front matter"


def test_front_matter_aliases_are_followed_once() -> None:
    levels = ["l0: &l0 {title: A title}"]
    levels += [f"l{n}: &l{n} {{a: *l{n - 1}, b: *l{n - 1}}}" for n in range(1, 40)]
    document = read_markdown("\n".join(["---", *levels, "---", ""]).encode(), "a.md")
    assert seen(document) == [(2, "meta", "A title")]


def test_mdx_statements_are_not_text() -> None:
    mdx = (
        "import A from 'a'\nexport const b = {\n  c: 1,\n}\n\n# T\n\n{/* no\nno */}\n\n"
        "<A>\n\nimport this\n\n</A>\n\ntext\n"
    )
    assert seen(read_mdx(mdx.encode(), "a.mdx")) == [(6, "title", "T"), (17, "body", "text")]


PLAIN = [
    ("a\nb\n\nc\n", [(1, "body", "a b"), (4, "body", "c")]),
    ("a\n- b\n  c\n* d\n", [(1, "body", "a"), (2, "bullet", "b c"), (4, "bullet", "d")]),
    ("• a\n1. b\n", [(1, "bullet", "a"), (2, "bullet", "b")]),
    ("-5 degrees\n", [(1, "body", "-5 degrees")]),
    ("a\fb", [(1, "body", "a"), (3, "body", "b")]),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_plain(text: str, expected: list[tuple[int, str, str]]) -> None:
    assert seen(read_plain(text.encode(), "a.txt")) == expected


def test_plain_in_windows_1252() -> None:
    assert seen(read_plain("“Größe”".encode("cp1252"), "a.txt")) == [(1, "body", "“Größe”")]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("e\ufb00ective \ufb01elds", "effective fields"),
        ("soft\u00adhyphen zero\u200bwidth \ufeffmark", "softhyphen zerowidth mark"),
        ("a\u00a0b\t\n c\x0bd", "a b c d"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("com\u200dpany", "company"),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_deep_quotes_are_not_lost() -> None:
    assert seen(read_markdown(b">" * 40 + b" deep\n", "a.md")) == [(1, "quote", "deep")]
