"""Markdown, MDX and plain text: kinds, and the lines that blocks have in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from msglint.extract.markdown.document import read_markdown, read_mdx
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
    ("```py\nx = 1\n```\n", [(2, "code", "x = 1")]),
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
    (
        'a\n\n{{< hero title="T" class="x y" >}}\nb {{% badge "New in 3" %}} c\n{{% /hero %}}\n{{/* no */}}',
        [(1, "body", "a"), (3, "title", "T"), (4, "body", "b c"), (4, "body", "New in 3")],
    ),
    (
        "{% if x == 'a b' %}\na {{ b }}\n{% endif %}\n"
        "{% comment %}no\nno{% endcomment %}[b]({{< ref \"b.md\" >}})\n",
        [(2, "body", "a {{ b }}"), (5, "body", "b")],
    ),
    ("`{% a %}` {% b\n\n```\n{{< c >}}\n```\n", [(1, "body", "{% a %} {% b"), (4, "code", "{{< c >}}")]),
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
    assert seen(document) == [(2, "title", "A title")]


def test_mdx_statements_are_not_text() -> None:
    mdx = (
        "import A from 'a'\nexport const b = {\n  c: 1,\n}\n\n# T\n\n{/* no\nno */}\n\n"
        "<A>\n\nimport B from 'b'\n\n</A>\n\ntext\n"
    )
    assert seen(read_mdx(mdx.encode(), "a.mdx")) == [(6, "title", "T"), (17, "body", "text")]


MDX = [
    ("<Card title='x y\n\ntext\n", [(1, "body", "<Card title='x y"), (3, "body", "text")]),
    ("<Card>\n\ntext\n", [(3, "body", "text")]),
    ("a {b\n\ntext}\n", [(1, "body", "a {b"), (3, "body", "text}")]),
    ("a {b} c\n", [(1, "body", "a c")]),
    ("a {b, as we say} c {new Date()}\n", [(1, "body", "a {b, as we say} c")]),
    ("export duties rise\n\nimport them\n", [(1, "body", "export duties rise"), (3, "body", "import them")]),
    ("import a from 'b'\ntext\n", [(2, "body", "text")]),
    ("a<br/>b <Icon name='x y z' />c\n", [(1, "body", "a b c")]),
    ("a < b and `<c {d}>`\n", [(1, "body", "a < b and <c {d}>")]),
    ("```js\nimport a from 'b'\n<p>\n```\n", [(2, "code", "import a from 'b' <p>")]),
    ("<style>{`.a { b: c d }`}</style>\n\n{/* a b */}\n\n<!-- a b -->\n\ntext\n", [(7, "body", "text")]),
    ("export const a = {className: 'b c d', href: '/e f', b: 'good here'}\n", [(1, "body", "good here")]),
    ("# T {#id}\n\n:::tip{a=b}\ntext\n:::\n", [(1, "title", "T"), (4, "body", "text")]),
    ("<Card title='T' text='a'>b</Card>\n", [(1, "title", "T"), (1, "body", "a"), (1, "body", "b")]),
]


@pytest.mark.parametrize(("text", "expected"), MDX)
def test_mdx(text: str, expected: list[tuple[int, str, str]]) -> None:
    assert seen(read_mdx(text.encode(), "a.mdx")) == expected


NOT_READ = [
    ("export const a = {\n  b: 'c d',\n\ntext\n", "line 1", "brackets that do not close"),
    ("+++\na = \n+++\ntext\n", "front matter", "not valid TOML"),
]


@pytest.mark.parametrize(("text", "region", "reason"), NOT_READ)
def test_what_is_not_read_is_named(text: str, region: str, reason: str) -> None:
    document = read_mdx(text.encode(), "a.mdx")
    assert [skip.region for skip in document.skipped] == [region]
    assert all(reason in skip.reason for skip in document.skipped)
    assert "text" in {block.text for block in document.blocks}


def test_an_open_comment_is_named() -> None:
    document = read_markdown(b"text\n\n<!-- open\n\nlost\n", "a.md")
    assert seen(document) == [(1, "body", "text")]
    assert [skip.region for skip in document.skipped] == ["line 3"]


@pytest.mark.parametrize(
    "metadata",
    [
        "date: 2024-01-01 10:00:00",
        "layout: a wide layout",
        "image: /img/a b c.png",
        "slug: a/b",
        "tags: [one, two words]",
        "class: wide dark page",
        "weight: 3",
        "url: https://example.com/a b c",
    ],
)
def test_front_matter_for_programs_is_not_text(metadata: str) -> None:
    assert seen(read_markdown(f"---\n{metadata}\n---\ntext\n".encode(), "a.md")) == [(4, "body", "text")]


def test_braces_that_are_no_json_are_text() -> None:
    assert seen(read_markdown(b"{a} b\n", "a.md")) == [(1, "body", "{a} b")]


PLAIN = [
    ("a\nb\n\nc\n", [(1, "body", "a b"), (4, "body", "c")]),
    ("a\n- b\n  c\n* d\n", [(1, "body", "a"), (2, "bullet", "b c"), (4, "bullet", "d")]),
    ("• a\n1. b\n", [(1, "bullet", "a"), (2, "bullet", "b")]),
    ("-5 degrees\n", [(1, "body", "-5 degrees")]),
    ("a\fb", [(1, "body", "a"), (1, "body", "b")]),
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
