from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from report_factory import RULES, asset, clean, finding, judgement, report, retired_name, unreadable, usual

from msglint.model import Location, Verdict
from msglint.report import html
from msglint.report.html import render_html

REPORTS = {"usual": usual(), "clean": clean(), "unreadable": unreadable(), "empty": report()}
VOID = {"meta", "input", "br", "img", "link", "rect"}
INLINE = {"mark", "i", "b", "span"}


class Page(HTMLParser):
    """The page's elements, its visible text, and whether every element is closed where it should be."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag not in INLINE:
            self.words.append(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in {"style", "script"}:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.mark.parametrize("given", REPORTS.values(), ids=REPORTS)
def test_well_formed_and_accessible(given):
    page = Page(render_html(given, RULES))
    assert not page.open
    assert [len(page.all(tag)) for tag in ("header", "main", "footer", "h1")][1:] == [1, 1, 1]
    assert page.all("html") == [{"lang": "en"}]
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    named = {attributes.get("aria-labelledby") for _, attributes in page.elements} - {None}
    linked = {a["href"][1:] for a in page.all("a") if (a["href"] or "").startswith("#")}
    assert named | linked <= set(ids)


@pytest.mark.parametrize("given", REPORTS.values(), ids=REPORTS)
def test_nothing_is_fetched_and_only_our_own_style_and_script_may_run(given):
    written = render_html(given, RULES)
    page = Page(written)
    policy = next(meta["content"] for meta in page.all("meta") if "http-equiv" in meta) or ""
    inline = re.findall(r"<(style|script)>(.*?)</\1>", written, re.DOTALL)
    for tag, content in inline:
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert len(inline) == 2
    assert not any({"src", "style", "srcset"} & set(attributes) for _, attributes in page.elements)
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)
    assert not page.all("link")
    assert "url(" not in written
    assert "@import" not in written


@pytest.mark.parametrize(
    ("given", "words"),
    [
        pytest.param(
            usual(),
            [
                "2 things to fix before this goes out",
                "1 error, 1 warning in 1 of 2 assets; 3 claims checked; 4 regions not read.",
                "Checked against master_messaging.yaml version abababab",
                "slides 3, 7 (3 places): pictures without alt text",
                "slide 7 › Title 1 › ¶2 error, sure '60 %' differs from the approved 40 % (VAL-1) "
                "Found Acme cuts review time by 60 %, guaranteed. "
                "Approved VAL-1 Acme cuts review time by 40 %. "
                "A number that sales and the website state differently is the first thing a buyer notices. "
                "MSG203 number-drift 0123456789abcdef",
                "warning, likely 'Universal Search' is now Code Search Found Meet Universal Search "
                "Use instead Meet Code Search",
                "slide 7 › Title 1 › ¶2 Acme cuts review time by 60 %, guaranteed. drift VAL-1",
                "1 more sentence claims nothing",
                "Nothing to fix web/index.md 1 claim",
            ],
            id="usual",
        ),
        pytest.param(clean(), ["Ready: nothing contradicts the master messaging"], id="clean"),
        pytest.param(
            unreadable(),
            [
                "Not ready: 1 asset could not be read",
                "Nothing in it was checked, so this is not a clean result. "
                "decks/locked.pptx: is encrypted with a password",
            ],
            id="unreadable",
        ),
        pytest.param(report(), ["Nothing was checked: no assets were given"], id="empty"),
        pytest.param(
            report(asset(), findings=(finding(suppressed=True),)),
            ["1 suppressed", "1 finding accepted earlier is not shown."],
            id="suppressed",
        ),
    ],
)
def test_says(given, words):
    text = Page(render_html(given, RULES)).text
    for expected in words:
        assert expected in text


def test_changed_words_are_marked_on_both_sides():
    written = render_html(usual(), RULES)
    assert "time by <mark>60 %</mark>, guaranteed." in written
    assert "time by <mark>40 %</mark>." in written


@pytest.mark.parametrize(
    ("given", "copied"),
    [
        pytest.param(finding(), "Acme cuts review time by 40 %.", id="the approved wording"),
        pytest.param(
            finding(suggestion=finding().statement_text), "Acme cuts review time by 40 %.", id="the same"
        ),
        pytest.param(finding(suggestion="Say 40 %."), "Say 40 %.", id="the suggestion"),
        pytest.param(
            retired_name(text="", location=Location(())), "Meet Code Search", id="the suggestion alone"
        ),
    ],
)
def test_one_wording_can_be_copied(given, copied):
    quotes = re.findall(
        r"<blockquote[^>]* data-copy>(.*?)</blockquote>",
        render_html(report(asset(), findings=(given,)), RULES),
    )
    assert [re.sub("<.*?>", "", quote) for quote in quotes] == [copied]


def test_quoted_text_stays_text():
    hostile = "</script></style><img src=x onerror=alert(1)>\"' {{ 7*7 }} \u202eabc \x1b[31m\x00 &amp;"
    shown = "</script></style><img src=x onerror=alert(1)>\"' {{ 7*7 }} �abc �[31m� &amp;"
    given = finding(
        asset=hostile,
        rule=hostile,
        rule_name=hostile,
        message=hostile,
        text=hostile,
        statement_id=hostile,
        statement_text=hostile,
        suggestion=f"{hostile}!",
        location=Location((hostile,)),
        fingerprint=hostile,
        changes=(),
        start=3,
        end=40,
    )
    claim = judgement(hostile, Verdict.DRIFT, Location((hostile,)), statement_id=hostile)
    deck = asset(hostile, (claim,), skipped=((hostile, hostile),))
    lost = asset(f"lost {hostile}", skipped=(("file", hostile),), readable=False)
    page = Page(render_html(report(deck, lost, findings=(given,)), RULES))
    assert not page.open
    assert not page.all("img")
    assert len(page.all("script")) == 1
    assert page.text.count(shown) >= 15
    assert "49" not in page.text


def test_a_page_with_too_many_claims_counts_them(monkeypatch):
    monkeypatch.setattr(html, "CLAIM_ROWS", 2)
    text = Page(render_html(usual(), RULES)).text
    assert "Acme cuts review time by 60 %, guaranteed. drift VAL-1" in text
    assert "Nothing to fix web/index.md too many claims in this report to list them here" in text
