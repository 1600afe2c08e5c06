"""HTML: each block with the role it has for a reader, in any encoding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from msglint.extract.html import read_html

if TYPE_CHECKING:
    from msglint.model import Block


def blocks_of(body: str) -> tuple[Block, ...]:
    return read_html(f"<html><body>{body}</body></html>".encode(), "a.html").blocks


ROLES = [
    ("<section><h1>A</h1><p>b</p></section>", [("hero", "A"), ("hero", "b")]),
    ("<div class='home-hero'><h1>A</h1><h2>b</h2></div><p>c</p>",
     [("hero", "A"), ("hero", "b"), ("body", "c")]),
    ("<h1>A</h1><h2>b</h2>", [("title", "A"), ("title", "b")]),
    ("<header><nav><a>Home</a><a>Price</a></nav><p>Top</p></header>",
     [("nav", "Home"), ("nav", "Price"), ("header", "Top")]),
    ("<footer><h3>Us</h3><p>c</p><div class='legal-note'>d</div></footer>",
     [("footer", "Us"), ("footer", "c"), ("legal", "d")]),
    ("<div class=card><h3>A</h3><p>b</p><ul><li>c</li></ul></div>",
     [("title", "A"), ("card", "b"), ("bullet", "c")]),
    ("<ul><li>a<li>b <p>c</p></ul>", [("bullet", "a"), ("bullet", "b"), ("bullet", "c")]),
    ("<blockquote><p>a</p><footer>Ann</footer></blockquote>", [("quote", "a"), ("quote", "Ann")]),
    ("<div class=testimonial><p>a</p></div>", [("quote", "a")]),
    ("<div id='cookie-banner'><p>a</p></div>", [("legal", "a")]),
    ("<p><small>small print</small></p><p>big <small>and small</small></p>",
     [("legal", "small print"), ("body", "big and small")]),
    ("<figure><img alt='A dog'><figcaption>c</figcaption></figure>", [("alt", "A dog"), ("caption", "c")]),
    ("<img alt='x.png'><p>a</p>", [("body", "a")]),
    ("<a aria-label='To the shop'><svg></svg></a><p>a</p>", [("alt", "To the shop"), ("body", "a")]),
    ("<pre>let a = 1</pre><p>use <code>a</code></p>", [("code", "let a = 1"), ("body", "use a")]),
    ("loose <b>text</b><div>in a div</div> and more",
     [("body", "loose text"), ("body", "in a div"), ("body", "and more")]),
    ("<p>a</p><script>x</script><style>y</style><template>z</template>", [("body", "a")]),
    ("<input type=submit value='Buy now'>", [("body", "Buy now")]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), ROLES)
def test_roles(body: str, expected: list[tuple[str, str]]) -> None:
    assert [(block.kind.value, block.text) for block in blocks_of(body)] == expected


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>cuts <b>cost</b> by 30%</p>", "cuts cost by 30%"),
        ("<p>one<br>two</p>", "one two"),
        ("<p>un<b>believ</b>able</p>", "unbelievable"),
        ("<p><span>30</span><span>days</span></p>", "30 days"),
        ("<p><span>3</span><span>x</span> faster</p>", "3x faster"),
        ("<p><span>31</span><span>%</span></p>", "31%"),
        ("<p>a&nbsp;b &amp; c&shy;d</p>", "a b & cd"),
        ("<p>a <!-- no --> b</p>", "a b"),
    ],
)
def test_inline_text(body: str, text: str) -> None:
    assert [block.text for block in blocks_of(body)] == [text]


@pytest.mark.parametrize("attribute", ["hidden", "aria-hidden=true", "style='display: none'"])
def test_hidden_text_is_marked(attribute: str) -> None:
    blocks = blocks_of(f"<p>seen <span {attribute}>not</span></p><div {attribute}><p>nor this</p></div>")
    assert [(block.text, set(block.marks)) for block in blocks] == [
        ("seen", set()), ("not", {"hidden"}), ("nor this", {"hidden"}),
    ]  # fmt: skip


def test_places_lines_and_headings() -> None:
    page = (
        "<section class=hero>\n<h1>Top</h1></section>\n<main>\n<section class=card><p>a</p></section>\n"
        "<section class=card><h2>Two</h2>\n<p>b</p></section></main>"
    )
    assert [(str(b.location), b.location.line, b.heading) for b in blocks_of(page)] == [
        ("section.hero › h1", 2, ""),
        ("main › section.card[1] › p", 4, "Top"),
        ("main › section.card[2] › h2", 5, "Top"),
        ("main › section.card[2] › p", 6, "Two"),
    ]


def test_table_cells_know_their_headers() -> None:
    blocks = blocks_of("<table><tr><th>Plan<th>Price<tr><td>Pro<td>$5<p>a month</table>")
    assert [(block.text, block.heading) for block in blocks] == [
        ("Plan", ""), ("Price", ""), ("Pro", "Plan"), ("$5", "Price, Pro"), ("a month", "Price, Pro"),
    ]  # fmt: skip


def test_metadata_once_each() -> None:
    page = b"""<head><title>Acme</title><meta name=description content="Acme ships">
    <meta property="og:title" content="Acme"><meta property="og:description" content="Ships faster">
    <script type="application/ld+json">{"@graph": [{"name": "Acme Inc",
     "offers": {"description": "Cheap"}}]}</script>
    <script type="application/ld+json">{broken</script></head><body><p>a</p></body>"""
    blocks = read_html(page, "a.html").blocks
    assert [block.text for block in blocks if block.kind == "meta"] == [
        "Acme", "Acme ships", "Ships faster", "Acme Inc", "Cheap",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        "<p>Größe €5</p>".encode(),
        "\ufeff<p>Größe €5</p>".encode(),
        "<p>Größe €5</p>".encode("utf-16"),
        "<p>Größe €5</p>".encode("cp1252"),
        "<meta charset=iso-8859-1><p>Größe €5</p>".encode("cp1252"),
        "<meta charset=iso-8859-15><p>Größe €5</p>".encode("iso-8859-15"),
        "<meta charset=iso-8859-1><p>Größe €5</p>".encode(),
        "<?xml version='1.0' encoding='windows-1252'?><p>Größe €5</p>".encode("cp1252"),
    ],
)
def test_encodings(data: bytes) -> None:
    assert [block.text for block in read_html(data, "a.html").blocks] == ["Größe €5"]


def test_deep_nesting_is_read() -> None:
    page = "<div>" * 5000 + "deep" + "</div>" * 5000
    assert [block.text for block in read_html(page.encode(), "a.html").blocks] == ["deep"]
