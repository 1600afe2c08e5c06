"""HTML: each block with the role it has for a reader, in any encoding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from msglint.extract.html.page import html_blocks, read_html

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
    ("<div id='cookie-banner'><p>a</p></div>", [("cookie", "a")]),
    ("<p><small>small print</small></p><p>big <small>and small</small></p>",
     [("legal", "small print"), ("body", "big and small")]),
    ("<figure><img alt='A dog'><figcaption>c</figcaption></figure>", [("alt", "A dog"), ("caption", "c")]),
    ("<img alt='x.png'><p>a</p>", [("body", "a")]),
    ("<a aria-label='To the shop'><svg></svg></a><p>a</p>", [("alt", "To the shop"), ("body", "a")]),
    ("<pre>let a = 1</pre><p>use <code>a</code></p>", [("code", "let a = 1"), ("body", "use a")]),
    ("loose <b>text</b><div>in a div</div> and more",
     [("body", "loose text"), ("body", "in a div"), ("body", "and more")]),
    ("<p>a</p><script>x</script><style>y</style><template>z</template>",
     [("body", "a"), ("body", "z")]),
    ("<input type=submit value='Buy now'>", [("cta", "Buy now")]),
    ("<section class=pricing><h2>A</h2><div class=card><h3>Pro</h3><p>b</p><ul><li>c</ul></div></section>",
     [("title", "A"), ("title", "Pro"), ("pricing", "b"), ("pricing", "c")]),
    ("<main><h2>Plans</h2><p>From $9 a month</p><h2>More</h2><p>b</p></main>",
     [("title", "Plans"), ("pricing", "From $9 a month"), ("title", "More"), ("body", "b")]),
    ("<main><h2>Plans</h2><p>We plan to grow</p></main>", [("title", "Plans"), ("body", "We plan to grow")]),
    ("<div itemscope itemtype='https://schema.org/Offer'><p>$9</p></div>", [("pricing", "$9")]),
    ("<section class=faq><h2>FAQ</h2><h3>Why?</h3><p>b</p><dl><dt>How?<dd>c</dl></section>",
     [("title", "FAQ"), ("faq", "Why?"), ("faq", "b"), ("faq", "How?"), ("faq", "c")]),
    ("<h2>Frequently asked questions</h2><details><summary>Why?</summary>b</details><h2>C</h2><p>d</p>",
     [("title", "Frequently asked questions"), ("faq", "Why?"), ("faq", "b"), ("title", "C"), ("body", "d")]),
    ("<div class=accordion><h3><button aria-expanded=false>Why?</button></h3><p>b</p></div>",
     [("faq", "Why?"), ("faq", "b")]),
    ("<div class=accordion><h3><button aria-expanded=false>Speed</button></h3><p>b</p></div>",
     [("title", "Speed"), ("body", "b")]),
    ("<div itemscope itemtype='https://schema.org/Question'><h3>Why</h3></div>", [("faq", "Why")]),
    ("<section class=cta><h2>A</h2><p>b</p><a class='btn btn-primary'>c</a></section>",
     [("title", "A"), ("cta", "b"), ("cta", "c")]),
    ("<p>a</p><button>b</button><div role=button>c</div>", [("body", "a"), ("cta", "b"), ("cta", "c")]),
    ("<p>To start <a class=btn>call us</a> today</p>", [("body", "To start call us today")]),
    ("<button role=tab>a</button>", [("body", "a")]),
    ("<div class=cookies><p>We use cookies</p><button>Accept</button></div>",
     [("cookie", "We use cookies"), ("cookie", "Accept")]),
    ("<section class=cookies><p>Our cookies are baked daily</p></section>",
     [("body", "Our cookies are baked daily")]),
    ("<section id=gdpr><p>All data stays in the EU</p></section>", [("body", "All data stays in the EU")]),
    ("<div class='cookie-consent-provider'><main><h1>A</h1></main></div>", [("title", "A")]),
    ("<div class=menu><a>Soup</a><a>Fish</a></div>", [("nav", "Soup"), ("nav", "Fish")]),
    ("<div class=menu><p>Every dish comes from our own kitchen.</p></div>",
     [("body", "Every dish comes from our own kitchen.")]),
    ("<section class=privacy><p>Your data is yours</p></section>", [("body", "Your data is yours")]),
    ("<div class=privacy-policy><p>a</p></div>", [("legal", "a")]),
    ("<form class=get-a-quote><p>a</p></form>", [("body", "a")]),
    ("<svg><title>Sales</title><text>2024<tspan x=0 dy=9>up 30%</tspan></text><text>2025</text></svg>",
     [("alt", "Sales"), ("chart", "2024 up 30%"), ("chart", "2025")]),
    ("<a href=/><svg><title>Home</title><path></path></svg></a><p>a</p>", [("alt", "Home"), ("body", "a")]),
    ("<p>With <math><mi>x</mi><mo>=</mo><mn>5</mn><annotation>x=5</annotation></math></p>",
     [("body", "With x=5")]),
    ("<video><track kind=captions>no video</video><select><option>a<option>b</select>",
     [("body", "no video"), ("body", "a"), ("body", "b")]),
    ("<input placeholder='Your name'><input type=hidden value=x><textarea>a</textarea>",
     [("body", "Your name"), ("body", "a")]),
    ("<p><abbr title='Return on investment'>ROI</abbr> grew</p>",
     [("body", "ROI grew"), ("alt", "Return on investment")]),
    ("<a title='Read the report'>Read the report now</a>", [("body", "Read the report now")]),
    ("<iframe srcdoc='<p>a</p>'></iframe>", [("body", "a")]),
    ("<p>a</p><img data-src=x alt='A dog'><noscript><img src=x alt='A dog'></noscript>",
     [("body", "a"), ("alt", "A dog")]),
    ("<p>a</p><amp-img alt='A dog'><noscript><img src=x alt='A dog'></noscript></amp-img>",
     [("body", "a"), ("alt", "A dog")]),
    ("<p>a</p></body></html><p>b</p>", [("body", "a"), ("body", "b")]),
    ("Low cost<br> <br>Fast set-up<br>within a day",
     [("body", "Low cost"), ("body", "Fast set-up within a day")]),
    ("<h2>Low<br><br>cost</h2>", [("title", "Low cost")]),
    ("<div><div>94</div><div>%</div></div><div><div>$</div><div>29</div></div>",
     [("body", "94%"), ("body", "$29")]),
    ("<p>Top 10</p><i>+</i><p>$</p><p>b</p><p>3 more</p>",
     [("body", "Top 10"), ("body", "b"), ("body", "3 more")]),
    ("<svg><text>31</text><text>%</text></svg>", [("chart", "31%")]),
    ("<div class='cc-window'><p>This site uses cookies.</p><a class=cc-btn>Got it!</a></div><p>a</p>",
     [("cookie", "This site uses cookies."), ("cookie", "Got it!"), ("body", "a")]),
    ("<div class='cc-window'><p>Pay by card</p></div>", [("body", "Pay by card")]),
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
        ("<p><s>40</s>30 <del>$30</del><ins>$20</ins></p>", "40 30 $30 $20"),
        ("<p><span>From</span><b>$9</b> or US<b>$8</b></p>", "From $9 or US$8"),
        ("<p>30<sup><a href=#f>1</a></sup> hours, €1<sup>99</sup>, 10<sup>6</sup>, m<sup>2</sup></p>",
         "30 1 hours, €1.99, 10^6, m2"),
    ],
)
def test_inline_text(body: str, text: str) -> None:
    assert [block.text for block in blocks_of(body)] == [text]


# Names of styles and of other things that hold the name of a role within them.
NO_ROLES = [
    "text-card-foreground bg-card", "hero-icons", "navy", "hover:card", "border-pricing", "p-card",
    "has-cookie-banner", "card-foreground", "footer-less", "faqir", "btn-group", "legality",
    "not-legal", "max-w-[card]", "js-nav", "cta1x-y",
]  # fmt: skip


@pytest.mark.parametrize("name", NO_ROLES)
def test_utility_classes_are_no_roles(name: str) -> None:
    assert [block.kind for block in blocks_of(f"<div class='{name} flex'><p>words</p></div>")] == ["body"]


ROLE_NAMES = [
    ("Card_root__x7Gd2", "card"), ("c-card", "card"), ("product-card", "card"), ("card__body", "card"),
    ("testimonialsSlider", "quote"), ("wp-block-quote", "quote"), ("section-pricing", "pricing"),
    ("pricingTable", "pricing"), ("faq__list", "faq"), ("cta-banner", "cta"), ("call-to-action", "cta"),
    ("hero-section", "hero"), ("homeHero", "hero"), ("legal-note", "legal"), ("cookieNotice", "cookie"),
    ("onetrust-banner-sdk", "cookie"), ("site-footer", "footer"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "kind"), ROLE_NAMES)
def test_class_names_that_are_roles(name: str, kind: str) -> None:
    assert [block.kind.value for block in blocks_of(f"<div class='{name} mt-4'><p>words</p></div>")] == [kind]


HIDING = [
    ("hidden", "hidden"), ("aria-hidden=true", "hidden"), ("class='mt-2 sr-only'", "hidden"),
    ("style='display: none'", "hidden"), ("style='display:none !important'", "hidden"),
    ("style='visibility:hidden'", "hidden"), ("style='opacity:0'", "hidden"),
    ("style='text-indent:-9999px'", "hidden"), ("style='position:absolute;left:-10000px'", "hidden"),
    ("style='clip: rect(0, 0, 0, 0)'", "hidden"), ("style='clip-path:inset(50%)'", "hidden"),
    ("style='width:1px;height:1px;overflow:hidden'", "hidden"), ("style='font-size:0'", "tiny"),
    ("style='font-size:4px'", "tiny"), ("style='color:#fff;background:white'", "background-colour"),
    ("style='color:rgb(255,255,255);background-color:#FFF'", "background-colour"),
    ("class=gone", "hidden"), ("class='a gone'", "hidden"), ("id=gone", "hidden"), ("class='pale'", "tiny"),
]  # fmt: skip
SHEET = """<style>/* .kept { display: none } */ @media print { .kept { display: none } }
@media (max-width: 9px) { .kept { display: none } .some { display: block } } .gone, #gone { display: none }
.box .pale { font-size: 2px } .some, .tab, .late { display: none } .kept::after { display: none }
.tab.open { display: block } .menu:hover .some { display: block } .late { display: block }
main > .kept { display: none } .kept > p { opacity: 0 } @font-face { font-family: x } .broken { </style>"""


@pytest.mark.parametrize(("attribute", "mark"), HIDING)
def test_hidden_text_is_marked(attribute: str, mark: str) -> None:
    blocks = blocks_of(
        f"{SHEET}<div class=box><p>seen <b {attribute}>not</b> again</p>"
        f"<div {attribute}><p>nor this</p></div></div>"
    )
    assert [(block.text, set(block.marks)) for block in blocks] == [
        ("seen again", set()), ("not", {mark}), ("nor this", {mark}),
    ]  # fmt: skip


SHOWN = [
    "class=kept", "class=some", "class='tab open'", "class=late", "style='opacity:0.5'",
    "style='font-size:6px'", "style='opacity:0;transform:translateY(20px)'", "aria-hidden=false",
    "style='color:#fff;background:#000'",
    "style='color:transparent;background-clip:text'", "style='display:none;display:block'",
    "style='left:-9px;position:absolute'", "style='background:url(data:x;display:none)'",
]  # fmt: skip


@pytest.mark.parametrize("attribute", SHOWN)
def test_shown_text_is_not_marked(attribute: str) -> None:
    assert [block.marks for block in blocks_of(f"{SHEET}<div {attribute}><b>seen</b></div>")] == [frozenset()]


KEPT_BACK = [
    ("<h3><button aria-expanded=false>a</button></h3><div hidden>b</div>", [("a", set()), ("b", set())]),
    ("<button aria-expanded=false aria-controls=p>a</button><i>b</i><div id=p style='display:none'>c</div>",
     [("a", set()), ("b", set()), ("c", set())]),
    ("<a data-bs-toggle=tab href='#p'>a</a><style>.x{display:none}</style><div id=p class=x>b</div>",
     [("a", set()), ("b", set())]),
    ("<div role=tabpanel hidden>a <b hidden>b</b></div>", [("a", set()), ("b", {"hidden"})]),
    ("<div class=slick-slide aria-hidden=true>a</div>"
     "<div class='slick-slide slick-cloned' aria-hidden=true>a</div>",
     [("a", set()), ("a", {"hidden"})]),
    ("<p>a</p><div hidden><div role=tabpanel hidden>b</div></div>", [("a", set()), ("b", {"hidden"})]),
    ("<details><summary>a</summary><p>b</p></details>", [("a", set()), ("b", set())]),
    ("<p>a</p><dialog><p>b</p></dialog>", [("a", set()), ("b", {"hidden"})]),
    ("<p>a</p><dialog open><p>b</p></dialog>", [("a", set()), ("b", set())]),
    ("<p>a</p><template><p>b</p></template>", [("a", set()), ("b", {"hidden"})]),
    ("<p>a</p><noscript><p>b</p></noscript>", [("a", set()), ("b", {"hidden"})]),
    ("<p>a</p><canvas>b</canvas>", [("a", set()), ("b", {"hidden"})]),
    ("<div style='font-size:0'>b<p style='font-size:16px'>a</p></div>", [("b", {"tiny"}), ("a", set())]),
    ("<table><tr><th>a<th>b<tr hidden><td>c<td>d</table>",
     [("a", set()), ("b", set()), ("c", {"hidden"}), ("d", {"hidden"})]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), KEPT_BACK)
def test_what_is_kept_back_is_marked(body: str, expected: list[tuple[str, set[str]]]) -> None:
    assert [(block.text, set(block.marks)) for block in blocks_of(body)] == expected


UNREAD = [
    ("<img src=a.png>", ["1 picture without alt text was"]),
    ("<img src=a.png alt=a.png><img data-src=b.png>", ["2 pictures without alt text were"]),
    ("<img src=a.png alt=''><img src=b.png role=none><img src=c.gif width=1 height=1>", []),
    ("<nav><img src=a.png></nav><footer><img src=b.png></footer><div hidden><img src=c.png></div>", []),
    ("<img src=a.png style='width:24px'><img alt='words' src=b.png>", []),
    ("<iframe src=a></iframe><iframe src=b></iframe>", ["2 frames were"]),
    ("<iframe src=a width=0 height=0></iframe><iframe></iframe><iframe src=b hidden></iframe>", []),
    ("<noscript><iframe src=a></iframe><img src=a></noscript>", []),
    ("<video src=a></video><video src=b><track src=c></video>", ["1 video without captions was"]),
    ("<audio src=a></audio><canvas></canvas>", ["1 drawing made by a script was", "1 recording was"]),
    ("<object data=a></object><embed src=b>", ["2 embedded objects were"]),
    ("<script type=application/ld+json>{</script>", ["holds broken JSON and was"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "reasons"), UNREAD)
def test_what_is_not_read_is_named(body: str, reasons: list[str]) -> None:
    document = read_html(f"<body><p>words</p>{body}".encode(), "a.html")
    assert [skip.reason.split(" not read; ")[0] for skip in document.skipped] == reasons
    assert {skip.asset for skip in document.skipped} <= {"a.html"}


def test_a_page_all_of_hidden_text_is_read_and_named() -> None:
    document = read_html(b"<body><div style='opacity:0'><p>" + b"word " * 30 + b"</p></div>", "a.html")
    assert len(document.blocks) == len(document.skipped) == 1
    assert read_html(b"<body><div hidden>Loading</div><script></script>", "a.html").blocks == ()


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


def test_merged_cells_head_what_they_cover() -> None:
    blocks = blocks_of(
        "<table><caption>Plans</caption><tr><th rowspan=2>Plan<th colspan=2>Price<tr><th>Month<th>Year"
        "<tr><td rowspan=2>Pro<td>$5<td>$50<tr><td>$6<td>$60 <button>Buy</button></table>"
    )
    assert [(block.text, block.heading) for block in blocks if block.text[0] == "$"] == [
        ("$5", "Price, Pro"), ("$50", "Price, Pro"), ("$6", "Price, Pro"), ("$60", "Price, Pro"),
    ]  # fmt: skip
    assert [(block.kind, block.text) for block in blocks if block.kind != "table"] == [
        ("caption", "Plans"), ("cta", "Buy"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "table",
    [
        "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>",
        "<table border=0><tr><td>a<td>b<tr><td>c<td>d</table>",
        "<table><tr><td><div>a</div><td>b<tr><td>c<td>d</table>",
        "<table><tr><td>a<tr><td>b<tr><td>c<tr><td>d</table>",
    ],
)
def test_a_table_that_lays_out_a_page_is_no_table(table: str) -> None:
    assert [(block.text, block.kind) for block in blocks_of(table)] == [(text, "body") for text in "abcd"]


def test_metadata_once_each() -> None:
    page = b"""<head><title>Acme</title><meta name=description content="Acme ships">
    <meta property="og:title" content="Acme"><meta property="og:description" content="Ships faster">
    <script type="application/ld+json">{"@graph": [{"name": "Acme Inc",
     "offers": {"description": "Cheap"}}]}</script>
    <meta name=keywords content="shipping"><meta itemprop=slogan content="Ship it">
    <meta name=robots content=all>
    <script type="application/ld+json">//<![CDATA[
    {"@type": "FAQPage", "mainEntity": [{"@type": "Question", "name": "Why?", "acceptedAnswer":
     {"@type": "Answer", "text": "<p>It is\nfast</p>"}}], "review": {"reviewBody": "Great"}}
    //]]></script></head><body><p>a</p></body>"""
    blocks = read_html(page, "a.html").blocks
    assert [block.text for block in blocks if block.kind == "meta"] == [
        "Acme", "Acme ships", "Ships faster", "Acme Inc", "Cheap", "shipping", "Ship it", "Great", "Why?",
        "It is fast",
    ]  # fmt: skip
    assert {block.text: block.location.steps[-1] for block in blocks}["Why?"] == "JSON-LD question"


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
        "<p>Größe €5</p>".encode("utf-16-le"),
        "<meta charset=utf-16><p>Größe €5</p>".encode(),
    ],
)
def test_encodings(data: bytes) -> None:
    assert [block.text for block in read_html(data, "a.html").blocks] == ["Größe €5"]


GUESSES = [
    ("<meta charset=shift_jis><p>料金プラン①</p>", "cp932", "料金プラン①", None),
    ("<meta charset=gb2312><p>價格方案</p>", "gb18030", "價格方案", None),
    ("<html lang=pl><p>Łódź szybciej</p>", "cp1250", "Łódź szybciej", "windows-1250"),
    ("<html lang=ru><p>Быстрее и дешевле</p>", "cp1251", "Быстрее и дешевле", "windows-1251"),
    ("<p>A café in Málaga</p>", "cp1252", "A café in Málaga", "windows-1252"),
    ("<meta charset=utf-8><p>A café in Málaga</p>", "cp1252", "A café in Málaga", "windows-1252"),
]


@pytest.mark.parametrize(("page", "encoding", "text", "named"), GUESSES)
def test_a_guess_at_the_encoding_is_named(page: str, encoding: str, text: str, named: str | None) -> None:
    document = read_html(page.encode(encoding), "a.html")
    assert [block.text for block in document.blocks] == [text]
    assert [f"read as {named}," in skip.reason for skip in document.skipped] == ([True] if named else [])


def test_arabic_that_says_it_is_utf8() -> None:
    words = "لكل مطبخ خطة تناسب عدد الوجبات التي يقدمها كل يوم، وتوفر الوقت والمال في كل أسبوع من السنة. "
    document = read_html(f"<meta charset=utf-8><p>{words * 3}".encode("cp1256"), "a.html")
    assert document.blocks[0].text.startswith("لكل مطبخ خطة")
    assert [skip.region for skip in document.skipped] == ["characters"]


def test_bytes_that_are_no_characters_are_named_by_line() -> None:
    document = read_html("<p>Größe und Länge, für Köche</p>\n<p>gr".encode() + b"\xfc" + b"n</p>", "a.html")
    assert [block.text for block in document.blocks] == ["Größe und Länge, für Köche", "gr\ufffdn"]
    assert [(skip.region, skip.reason[:29]) for skip in document.skipped] == [
        ("line 2", "1 character could not be read")
    ]


HUGE = [
    ("levels", "<div>" * 10_000 + "deep" + "</div>" * 10_000),
    ("hidden levels", "<span hidden>" * 10_000 + "deep"),
    ("labelled levels", "<div aria-label=deep class='menu card accordion cookies'>" * 1_000 + "deep"),
    ("siblings", "<p hidden></p>" * 100_000 + "deep"),
    ("small siblings", "<small> </small>" * 50_000 + "deep"),
    ("rules", "<style>" + ".a .b{display:none}" * 50_000 + "/*{" * 50_000 + "</style><b class=b>deep"),
    ("spaces", "<p>" + " " * 5_000_000 + "deep"),
    ("drawings", "<svg><text>" * 2_000 + "deep"),
    ("pages in pages", "<iframe srcdoc='" * 500 + "'></iframe><p>deep"),
]


@pytest.mark.parametrize("page", [case[1] for case in HUGE], ids=[case[0] for case in HUGE])
def test_a_huge_page_is_read_in_time(page: str) -> None:
    assert [block.text for block in html_blocks(page) if block.kind != "alt"] == ["deep"]


def test_character_data_of_xhtml_is_text() -> None:
    page = (
        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body>"
        "<script>//<![CDATA[\nx<y\n//]]></script><p>Costs <![CDATA[a < b & c]]> now</p></body></html>"
    )
    assert [block.text for block in read_html(page.encode(), "a.xhtml").blocks] == ["Costs a < b & c now"]
