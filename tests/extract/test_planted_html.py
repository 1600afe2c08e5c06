"""Every place a page has for words gives them back once, with its kind, its location and its marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from msglint.extract.html.page import read_html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from msglint.model import Document

PLAIN = "body card bullet hero"  # the kinds that text takes from what a page's author put around it


@dataclass(frozen=True)
class Plant:
    """Markup with one token in it ("@"), the kinds it may come back as, and part of its location."""

    name: str
    markup: str
    kinds: str
    place: str
    marks: frozenset[str] = frozenset()


HIDDEN, TINY, PALE = frozenset({"hidden"}), frozenset({"tiny"}), frozenset({"background-colour"})

PLACES = [
    Plant("paragraph", "<p>@</p>", PLAIN, "p"),
    Plant("loose text", "<div>@</div>", PLAIN, ""),
    Plant("within words", "<p>We say <b>@</b> <em>often</em></p>", PLAIN, "p"),
    Plant("heading", "<h3>@</h3>", "title", "h3"),
    Plant("list item", "<ul><li>One</li><li>@</li></ul>", "bullet", "li[2]"),
    Plant("definition", "<dl><dt>Term</dt><dd>@</dd></dl>", PLAIN, "dd"),
    Plant("card", "<div class='card p-4'><p>@</p></div>", "card", "div.card"),
    Plant("testimonial", "<figure class=testimonial><p>@</p></figure>", "quote", "figure.testimonial"),
    Plant("quotation", "<blockquote><p>@</p></blockquote>", "quote", "blockquote"),
    Plant("price", "<section class=pricing><p>@</p></section>", "pricing", "section.pricing"),
    Plant("price by heading", "<section><h2>Plans</h2><p>$9 a month</p><p>@</p></section>", "pricing", "p"),
    Plant("offer", "<div itemtype='https://schema.org/Offer'><p>@</p></div>", "pricing", "p"),
    Plant("question", "<section class=faq><h3>@?</h3></section>", "faq", "h3"),
    Plant("answer", "<details class=faq><summary>Why?</summary><p>@</p></details>", "faq", "details.faq"),
    Plant("button", "<button>@</button>", "cta", "button"),
    Plant("link as a button", "<div><a class='btn btn-lg' href=/>@</a></div>", "cta", "a.btn"),
    Plant("input button", "<input type=submit value='@'>", "cta", "input"),
    Plant("call to action", "<section class=cta><p>@</p></section>", "cta", "section.cta"),
    Plant("menu", "<nav><a href=/>@</a></nav>", "nav", "nav"),
    Plant("cookie banner", "<div class=cookie-banner><p>@</p></div>", "cookie", "div.cookie-banner"),
    Plant("small print", "<p class=disclaimer>@</p>", "legal", "p.disclaimer"),
    Plant("code", "<pre>@</pre>", "code", "pre"),
    Plant("caption", "<figure><figcaption>@</figcaption></figure>", "caption", "figcaption"),
    Plant("table cell", "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>@</td></tr></table>", "table",
          "row 2, column 2"),
    Plant("below a merged cell",
          "<table><tr><th rowspan=2>A</th><th>B</th></tr><tr><td>@</td></tr></table>", "table",
          "row 2, column 2"),
    Plant("table caption",
          "<table><caption>@</caption><tr><th>A</th><th>B</th></tr><tr><td>1</td></tr></table>", "caption",
          "caption"),
    Plant("table summary",
          "<table summary='@'><tr><th>A</th><th>B</th></tr><tr><td>1</td></tr></table>", "alt",
          "table summary"),
    Plant("closed details", "<details><summary>More</summary><p>@</p></details>", PLAIN, "p"),
    Plant("option", "<select><option>One</option><option>@</option></select>", PLAIN, "option[2]"),
    Plant("text area", "<textarea>@</textarea>", PLAIN, "textarea"),
    Plant("placeholder", "<input placeholder='@'>", PLAIN, "input placeholder"),
    Plant("value", "<input value='@'>", PLAIN, "input"),
    Plant("legend", "<fieldset><legend>@</legend></fieldset>", PLAIN, "legend"),
    Plant("alt text", "<img src=a.png alt='@'>", "alt", "img"),
    Plant("alt text of a link", "<a href=/><img src=a.png alt='@'></a>", "alt", "img"),
    Plant("image map", "<map><area alt='@'></map>", "alt", "area"),
    Plant("label", "<a href=/ aria-label='@'></a>", "alt", "a aria-label"),
    Plant("description", "<div aria-description='@'>Words</div>", "alt", "div aria-description"),
    Plant("tooltip", "<p><abbr title='@'>ABC</abbr></p>", "alt", "abbr title"),
    Plant("frame title", "<iframe title='@'></iframe>", "alt", "iframe title"),
    Plant("inner page", "<iframe srcdoc='&lt;p&gt;@&lt;/p&gt;'></iframe>", PLAIN, "iframe"),
    Plant("drawing", "<svg><text><tspan>@</tspan></text></svg>", "chart", "text"),
    Plant("drawing in a link", "<a href=/><svg><g><text>@</text></g></svg></a>", "chart", "text"),
    Plant("title of a drawing", "<svg><title>@</title><path d=M0></path></svg>", "alt", "svg title"),
    Plant("formula", "<p>Say <math><mi>@</mi><annotation>x</annotation></math></p>", PLAIN, "p"),
    Plant("hidden", "<p hidden>@</p>", PLAIN, "p", HIDDEN),
    Plant("hidden within words", "<p>We say <span style='display:none'>@</span> so</p>", PLAIN, "span",
          HIDDEN),
    Plant("for screen readers", "<p class=sr-only>@</p>", PLAIN, "p", HIDDEN),
    Plant("hidden by a rule", "<div class=gone><p>@</p></div>", PLAIN, "p", HIDDEN),
    Plant("tiny", "<p style='font-size:2px'>@</p>", PLAIN, "p", TINY),
    Plant("white on white", "<p style='color:#fff;background:white'>@</p>", PLAIN, "p", PALE),
    Plant("closed dialog", "<dialog><p>@</p></dialog>", PLAIN, "dialog", HIDDEN),
    Plant("template", "<template><p>@</p></template>", PLAIN, "template", HIDDEN),
    Plant("without scripts", "<noscript><p>@</p></noscript>", PLAIN, "noscript", HIDDEN),
]  # fmt: skip
HEAD = [
    Plant("title", "<title>@</title>", "meta", "title"),
    Plant("description", "<meta name=description content='@'>", "meta", "meta description"),
    Plant("shared title", "<meta property='og:title' content='@'>", "meta", "meta og:title"),
    Plant("card description", "<meta name='twitter:description' content='@'>", "meta", "twitter:description"),
    Plant("keywords", "<meta name=keywords content='@'>", "meta", "meta keywords"),
    Plant("microdata", "<meta itemprop=slogan content='@'>", "meta", "meta slogan"),
    Plant("JSON-LD",
          '''<script type="application/ld+json">{"x": [{"offers": {"description": "@"}}]}</script>''', "meta",
          "JSON-LD description"),
    Plant("JSON-LD review",
          '''<script type="application/ld+json">[{"review": {"reviewBody": "<p>@</p>"}}]</script>''', "meta",
          "JSON-LD reviewBody"),
]  # fmt: skip
FIXED = [
    Plant("header", "<header><p>@</p></header>", "header", "header"),
    Plant("footer", "<footer><p>@</p></footer>", "footer", "footer"),
    Plant("hero", "<section class=home-hero><h1>@</h1></section>", "hero", "section.home-hero"),
]
WRAPPERS = [
    "@", "<div>@</div>", "<section class='py-4 text-card'>@</section>", "<main>@</main>",
    "<div class=card>@</div>", "<div><div><span></span>@</div></div>", "<ul><li>@</li></ul>",
]  # fmt: skip
# The charset that a page declares and the encoding it is written in.
ENCODINGS = [
    ("", "utf-8"), ("", "utf-8-sig"), ("", "utf-16"), ("utf-8", "utf-16-le"), ("windows-1252", "cp1252"),
    ("Shift_JIS", "cp932"), ("iso-8859-1", "utf-8"),
]  # fmt: skip


def token(number: int) -> str:
    return f"zq{number:03d}token"


def fill(plant: Plant, number: int) -> str:
    return plant.markup.replace("@", token(number))


def page_of(
    head: Sequence[str], body: Sequence[str], charset: str = "", encoding: str = "utf-8"
) -> Document:
    declared = f"<meta charset={charset}>" if charset else ""
    style = "<style>.gone { display: none }</style>"
    page = f"<html><head>{declared}{style}{''.join(head)}</head>\n<body>{''.join(body)}</body></html>"
    return read_html(page.encode(encoding), "a.html")


def check(plant: Plant, number: int, document: Document) -> None:
    found = [block for block in document.blocks if token(number) in block.text]
    assert len(found) == 1, (plant.name, [(b.kind, str(b.location)) for b in found])
    assert found[0].kind in plant.kinds.split(), plant.name
    assert plant.place in str(found[0].location), plant.name
    assert found[0].marks == plant.marks, plant.name


ALL = [*HEAD, *FIXED, *PLACES]


@pytest.mark.parametrize("plant", ALL, ids=[plant.name for plant in ALL])
def test_each_place_alone(plant: Plant) -> None:
    filled = fill(plant, 1)
    head, body = ([filled], []) if plant in HEAD else ([], [filled])
    check(plant, 1, page_of(head, [*body, "<p>Words</p>"]))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.permutations(range(len(PLACES))),
    st.lists(st.sampled_from(WRAPPERS), min_size=len(PLACES), max_size=len(PLACES)),
    st.sampled_from(ENCODINGS),
)
def test_all_places_in_any_order_and_nesting(
    order: list[int], wrappers: list[str], encoding: tuple[str, str]
) -> None:
    ordered = [PLACES[index] for index in order]
    body = [
        wrapper.replace("@", fill(plant, number))
        for number, (plant, wrapper) in enumerate(zip(ordered, wrappers, strict=True))
    ]
    first = len(ordered)
    frame = [fill(plant, first + number) for number, plant in enumerate(FIXED)]
    head = [fill(plant, first + len(FIXED) + number) for number, plant in enumerate(HEAD)]
    document = page_of(head, [frame[0], frame[2], *body, frame[1]], *encoding)
    for number, plant in enumerate([*ordered, *FIXED, *HEAD]):
        check(plant, number, document)
