"""Words planted in every place of Markdown and MDX come back once, with their kind, line and column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reader import finder

from msglint.claims.read import read_claims
from msglint.extract.markdown.document import read_markdown, read_mdx
from msglint.extract.plain import read_plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from msglint.model import Block, Document

Place = tuple[str, str, str]  # what it is, how it is written around the words §, the kind they have

PLACES: list[Place] = [
    ("heading", "## §", "title"),
    ("heading with a name", "### § {#name}", "title"),
    ("closed heading", "## § ##", "title"),
    ("underlined heading", "§\n-----", "title"),
    ("paragraph", "§", "body"),
    ("later line of a paragraph", "before\n  §", "body"),
    ("paragraph with an entity", "R&amp;D \\* §", "body"),
    ("paragraph with formatting", "a **b** ~~c~~ _§_ d", "body"),
    ("link", "go [§](https://example.com/a_b) now", "body"),
    ("title of a link", 'go [here](https://example.com "§") now', "alt"),
    ("title of a link's target", "go [here][x@]\n\n[x@]: https://example.com/@ '§'", "alt"),
    ("alternative text", "a ![§](a.png) b", "alt"),
    ("formatted alternative text", "![see **this** §](a.png)", "alt"),
    ("title of a picture", '![](a.png "§")', "alt"),
    ("picture in a link", "[![§](a.png)](b.html)", "alt"),
    ("inline code", "run `go §` now", "body"),
    ("inline HTML", "a <b>§</b> b", "body"),
    ("list item", "- one\n- §", "bullet"),
    ("numbered item", "1. one\n2. §", "bullet"),
    ("nested item", "- one\n  - two\n    - §", "bullet"),
    ("second paragraph of an item", "- one\n\n  §", "bullet"),
    ("task", "- [ ] one\n- [x] §", "bullet"),
    ("quote", "> §", "quote"),
    ("lazy line of a quote", "> one\n§", "quote"),
    ("quote in a quote", "> > one\n> > §", "quote"),
    ("alert", "> [!NOTE]\n> §", "body"),
    ("fenced code", "```sh\nrun\n§\n```", "code"),
    ("table head", "| § | b |\n|---|---|\n| c | d |", "table"),
    ("table cell", "| a | b |\n|---|---|\n| c | x \\| y **and** § |", "table"),
    ("table cell without outer pipes", "a | b\n--- | ---\nc | §", "table"),
    ("table cell in a quote", "> | a | b |\n> |---|---|\n> |   | § |", "table"),
    ("table in an item", "- one\n\n  | a | b |\n  |---|---|\n  | § |", "table"),
    ("footnote", "a[^n@] b\n\n[^n@]: §", "body"),
    ("long footnote", "a[^n@] b\n\n[^n@]: one\n\n    §", "body"),
    ("term", "§\n: one", "body"),
    ("definition", "Term\n: one\n: §", "body"),
    ("directive", ":::tip\n§\n:::", "body"),
    ("title of a directive", ":::tip §\none\n:::", "title"),
    ("bracketed title of a directive", ":::tip[§]\none\n:::", "title"),
]
MARKDOWN = [
    ("admonition", "!!! note\n    §", "body"),
    ("title of an admonition", '!!! note "§"\n    one', "title"),
    ("title of a tab", '=== "§"\n    one', "title"),
    ("indented code", "    §", "code"),
    ("alternative text in HTML", 'a <img src="a.png" alt="§"> b', "alt"),
    ("block of HTML", "<div>\n<p>§</p>\n</div>", "body"),
]
MDX = [
    ("element", "<p>§</p>", "body"),
    ("indented elements", "<div>\n    <p>one</p>\n    <p>§</p>\n</div>", "body"),
    ("heading element", "<h2 className='a b c'>§</h2>", "title"),
    ("item element", "<ul>\n  <li>one</li>\n  <li>§</li>\n</ul>", "bullet"),
    ("quote element", "<blockquote>\n  §\n</blockquote>", "quote"),
    ("button", '<button onClick={() => go("a b c")}>§</button>', "cta"),
    ("caption", "<figcaption>§</figcaption>", "caption"),
    ("component", "<Card>§</Card>", "body"),
    ("component with Markdown", "<Outer>\n  <Card>\n    one\n\n    - §\n  </Card>\n</Outer>", "bullet"),
    ("component in a sentence", "a <Tip>§</Tip> b", "body"),
    ("fragment", "<>\n§\n</>", "body"),
    ("literal between braces", '<p>{"§"}</p>', "body"),
    ("title attribute", '<Card title="§" />', "title"),
    ("heading attribute in braces", "<Card heading={'§'}>one</Card>", "title"),
    ("alt attribute", '<img src="a.png" alt="§" />', "alt"),
    ("quote attribute", "<Voice quote={`§`} />", "quote"),
    ("attribute on a line of its own", '<Card\n  icon={<Star size="a b c" />}\n  text="§"\n/>', "body"),
    ("attribute over two lines", '<Card description="one\n  §" />', "body"),
    ("attribute of an unknown name", '<Card finePrint="one two §" />', "body"),
    ("attribute with a list", "<Cards of={[{href: '/a b', text: \"§\"}, {}]} />", "body"),
    ("choice", '{isNew ? "§" : null}', "body"),
    ("loop", "{items.map((item) => (\n  <li key={item.id}>§</li>\n))}", "bullet"),
    ("exported value", 'export const a@ = "one §"', "body"),
    ("exported list", "export const a@ = [\n  {title: 'one', text: 'two §'},\n]", "body"),
    ("exported template", "export const a@ = {\n  text: `one\n  §`,\n}", "body"),
    ("exported component", "export function A@() {\n  return (\n    <p>§</p>\n  )\n}", "body"),
]
FRONT: dict[str, list[Place]] = {
    "": [],
    "---\n{}\n---\n": [
        ("title", "title: §", "meta"),
        ("quoted", 'description: "It\\u2019s §"', "meta"),
        ("folded", "summary: >-\n  one\n  §", "meta"),
        ("literal", "abstract: | # why\n  one\n\n  §", "meta"),
        ("plain over lines", "excerpt: one\n  §", "meta"),
        ("below seo", "seo:\n  title: 'it''s §'", "meta"),
        ("copy", "sections:\n  - heading: one\n    anything: one two §", "body"),
        ("list", "points: [a, 'one two §']", "body"),
        ("quote", "voices:\n- quote: §", "quote"),
        ("hero", "hero: {text: §}", "hero"),
    ],
    "+++\n{}\n+++\n": [
        ("title", "title = '§' # why", "meta"),
        ("escaped", 'description = "It\\u2019s §"', "meta"),
        ("long", 'summary = """\none\n§"""', "meta"),
        ("inline table", "seo = {title = 'a', description = \"§\"}", "meta"),
        ("list", "points = [\n  'a', # one two three\n  ['one two §'],\n]", "body"),
        ("table", "[sections]\nheading = '§'", "title"),
        ("tables", "[[cards]]\nanything = 'one two §'", "body"),
    ],
    '{{\n{},\n\t"draft": true\n}}\n': [
        ("title", '\t"title": "§"', "meta"),
        ("escaped", '"description": "\\ud83d\\ude00 it\\/s §"', "meta"),
        ("list", '"points": [\n"a", "one two §"]', "body"),
    ],
}  # fmt: skip


READERS = [(read_markdown, [*PLACES, *MARKDOWN]), (read_mdx, [*PLACES, *MDX])]


def planted(places: list[Place], first: int = 0) -> dict[str, tuple[Place, str]]:
    """Each place, and how it is written with words and a number of its own, by the first of these words."""
    found = {}
    for number, place in enumerate(places, start=first):
        word = f"Planted{number:03}"
        found[word] = place, place[1].replace("§", f"{word} words").replace("@", str(number))
    return found


def check(document: Document, source: str, places: dict[str, tuple[Place, str]]) -> None:
    for word, ((name, _, kind), written) in places.items():
        found = [block for block in document.blocks if word in block.text]
        assert [block.kind.value for block in found] == [kind], (name, written)
        assert found[0].text.count(f"{word} words") == 1, (name, written)
        assert name == "block of HTML" or stands(found[0], word, source), (name, written, found[0])
    assert document.skipped == ()


def stands(block: Block, word: str, source: str) -> bool:
    """Whether the block's first character and `word` are where the block says."""
    lines = source.splitlines()
    offset = block.text.index(word)
    start, line, column = max(found for found in block.lines if found[0] <= offset)
    there = lines[line - 1][column - 1 + offset - start :].startswith(word)
    line, column = block.location.line or 0, block.location.column or 0
    begins = column and lines[line - 1][column - 1 :].startswith(block.text[0])
    return there and bool(begins or "\\u" in lines[line - 1])


@pytest.mark.parametrize(("read", "places"), READERS, ids=["md", "mdx"])
@given(data=st.data(), newline=st.sampled_from(["\n", "\r\n"]), front=st.sampled_from(sorted(FRONT)))
@settings(max_examples=25, deadline=None)
def test_planted_words_come_back_from_where_they_stand(
    read: Callable[[bytes, str], Document],
    places: list[Place],
    data: st.DataObject,
    newline: str,
    front: str,
) -> None:
    body = planted(data.draw(st.permutations(places)))
    above = planted([place for place in FRONT[front] if data.draw(st.booleans())], len(body))
    comma = ",\n" if front.startswith("{{") else "\n"
    metadata = front.format(comma.join(written for _, written in above.values())) if above else ""
    text = metadata + "\n\nbetween\n\n".join(written for _, written in body.values()) + "\n"
    source = text.replace("\n", newline)
    check(read(source.encode(), "a"), source, body | above)


@pytest.mark.parametrize(("read", "places"), READERS, ids=["md", "mdx"])
def test_each_place_alone(read: Callable[[bytes, str], Document], places: list[Place]) -> None:
    for number, place in enumerate(places):
        one = planted([place], number)
        source = next(iter(one.values()))[1]
        check(read(source.encode(), "a"), source, one)


SENTENCES = [
    (read_markdown, "One pays late.\nTwo pays on time. Three\nnever pays. Four **pays** now.\n"),
    (read_markdown, "> - One [pays](a.html) late. Two pays\n>   on time. Three never pays. Four pays now.\n"),
    (read_markdown, "| a | b |\n|-|-|\n| c | One pays late. Two \\| pays. Three `pays`. Four pays now. |\n"),
    (read_markdown, "---\nsummary: >\n  One pays late. Two\n  pays. Three pays.\n\n  Four pays now.\n---\n"),
    (read_markdown, "+++\nsummary = 'One pays late. Two pays. Three pays. Four pays now.'\n+++\n"),
    (read_mdx, "<Card>\n    One pays late. Two\n    pays. <b>Three</b> pays. Four pays.\n</Card>\n"),
    (read_mdx, "<Card text={'One doesn\\'t pay. Two pays. Three pays. Four pays now.'} />\n"),
    (read_plain, "  One pays late. Two pays\n  on time.   Three pays.\nFour pays now.\n"),
]


@pytest.mark.parametrize(("read", "source"), SENTENCES)
def test_claims_have_the_place_where_their_sentence_starts(
    read: Callable[[bytes, str], Document], source: str
) -> None:
    document = read(source.encode(), "a")
    claims = read_claims("a", document.blocks, finder())
    lines = source.splitlines()
    starts = [
        lines[(claim.location.line or 0) - 1][(claim.location.column or 0) - 1 :].split()[0].strip("*`</b>")
        for claim in claims
    ]
    assert [start for start in starts if len(start) > 1] == ["One", "Two", "Three", "Four"]
    assert {claim.location.steps for claim in claims} <= {block.location.steps for block in document.blocks}
