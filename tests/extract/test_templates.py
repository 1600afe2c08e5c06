"""What the pages of one site repeat is marked; what two pages share, or two sites, is not."""

from __future__ import annotations

import pytest

from msglint.extract.templates import mark_templates
from msglint.model import Block, BlockKind, Document, Location, Mark


def page(*texts: str, kind: BlockKind = BlockKind.BODY) -> Document:
    return Document("text/html", tuple(Block(text, kind, Location(("p",))) for text in texts))


SITES = [
    ("on all of three pages",
     {"a.html": "Menu|One", "b.html": "Menu|Two", "c.html": "Menu|Three"}, {"Menu"}),
    ("on two of two pages", {"a.html": "Menu|One", "b.html": "Menu|Two"}, set()),
    ("on three of six pages",
     {f"{n}.html": f"Menu|{n}" if n < 3 else f"{n}" for n in range(6)}, {"Menu"}),
    ("on three of seven pages",
     {f"{n}.html": f"Menu|{n}" if n < 3 else f"{n}" for n in range(7)}, set()),
    ("three times on one page", {"a.html": "Menu|Menu|Menu", "b.html": "b", "c.html": "c"}, set()),
    ("in another case", {"a.html": "MENU", "b.html": "Menu", "c.html": "menu"}, {"MENU", "Menu", "menu"}),
    ("in folders of a site with pages at its root",
     {"s/index.html": "Menu", "s/blog/a.html": "Menu|A", "s/press/b.html": "Menu|B"}, {"Menu"}),
    ("on two sites of one run",
     {"one/a.html": "Menu", "one/b.html": "Menu", "two/a.html": "Menu", "two/b.html": "Menu"}, set()),
    ("among the press releases only",
     {f"{n}.html": f"page {n}" for n in range(20)}
     | {f"press/{n}.html": f"About Acme|news {n}" for n in range(4)}, {"About Acme"}),
    ("on one host",
     {"https://a.example/": "Menu", "https://a.example/x/y": "Menu", "https://a.example/z/": "Menu"},
     {"Menu"}),
    ("on three hosts",
     {"https://a.example/": "Menu", "https://b.example/": "Menu", "https://c.example/": "Menu"}, set()),
]  # fmt: skip


@pytest.mark.parametrize(("pages", "repeated"), [case[1:] for case in SITES], ids=[case[0] for case in SITES])
def test_repeated_blocks(pages: dict[str, str], repeated: set[str]) -> None:
    documents = mark_templates([(key, page(*texts.split("|"))) for key, texts in pages.items()])
    assert [[block.text for block in document.blocks] for document in documents] == [
        texts.split("|") for texts in pages.values()
    ]
    marked = {b.text for document in documents for b in document.blocks if Mark.TEMPLATE in b.marks}
    assert marked == repeated


def test_the_same_words_in_another_role_are_no_template() -> None:
    pages = [
        ("a.html", page("Careers", kind=BlockKind.NAV)),
        ("b.html", page("Careers", kind=BlockKind.NAV)),
        ("c.html", page("Careers", kind=BlockKind.TITLE)),
    ]
    assert mark_templates(pages) == [document for _, document in pages]


def test_marks_are_added_to_those_there() -> None:
    hidden = Block("Menu", BlockKind.NAV, Location(("nav",)), marks=frozenset({Mark.HIDDEN}))
    document = Document("text/html", (hidden,))
    assert {
        block.marks
        for found in mark_templates([(f"{n}.html", document) for n in range(3)])
        for block in found.blocks
    } == {frozenset({Mark.HIDDEN, Mark.TEMPLATE})}


def test_no_documents() -> None:
    assert mark_templates([]) == []
