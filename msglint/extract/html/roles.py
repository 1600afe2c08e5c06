"""What an HTML element is to its reader: the block kind of its text, by tag, landmark and class name.

Text of the kinds nav, legal, cookie and code is not checked as a claim, so class names lead to these only
where they are unmistakable or where the text agrees.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from msglint.extract.html.sample import asks, is_mostly_links, sample
from msglint.extract.html.words import roles_of
from msglint.model import BlockKind

if TYPE_CHECKING:
    from bs4 import Tag

    from msglint.extract.html.place import Regions
    from msglint.extract.html.words import Roles

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | frozenset(
    {"address", "article", "aside", "blockquote", "body", "button", "caption", "center", "datalist", "dd",
     "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
     "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "noframes", "noscript",
     "ol", "optgroup", "option", "p", "pre", "search", "section", "select", "summary", "table", "tbody",
     "td", "template", "textarea", "tfoot", "th", "thead", "tr", "ul"}
)  # fmt: skip
# The elements that appear as a step of a block's location; plain divs say nothing to a reader.
STEPS = frozenset(
    {"main", "section", "article", "header", "footer", "nav", "aside", "blockquote", "figure", "form",
     "dialog", "noscript", "table", "template"}
)  # fmt: skip
FIXED = frozenset({BlockKind.NAV, BlockKind.HEADER, BlockKind.FOOTER, BlockKind.LEGAL, BlockKind.COOKIE})

_LEGAL = frozenset(
    {"legal", "footer-legal", "site-legal", "fine-print", "small-print", "privacy-policy",
     "privacy-notice", "privacy-statement", "cookie-policy", "terms-of-service", "terms-of-use",
     "terms-conditions", "terms-and-conditions"}
)  # fmt: skip
_LEGAL_HEADS = frozenset(
    {"imprint", "impressum", "datenschutz", "disclaimer", "disclaimers", "copyright", "fineprint",
     "smallprint", "footnote", "footnotes"}
)  # fmt: skip
_NAV = frozenset(
    {"nav", "navbar", "navigation", "sidenav", "topnav", "breadcrumb", "breadcrumbs", "menu", "megamenu",
     "pagination"}
)  # fmt: skip
_FIXED_PARTS = frozenset(
    {"card", "modal", "dialog", "panel", "table", "popup", "list", "article", "post", "entry", "section",
     "box", "widget"}
)  # fmt: skip
_CONTENT = frozenset({"article", "section", "main", "blockquote", "figure"})
_CARD = frozenset({"card", "cards", "tile", "tiles", "teaser", "feature"})
_CARD_TAGS = frozenset({"div", "article", "section", "li", "a", "ul"})
_QUOTE = frozenset({"quote", "quotes", "blockquote", "testimonial", "testimonials", "pullquote"})
_ASKING = frozenset({"get", "request", "free", "form", "your"})  # "get-a-quote" is about a price
_PRICING = frozenset(
    {"pricing", "plans", "tiers", "price-table", "price-list", "price-card", "price-box", "price-plan",
     "pricetable", "plan-card", "pricing-plan", "pricing-plans", "pricing-tier", "pricing-tiers",
     "subscription-plans"}
)  # fmt: skip
_FAQ = frozenset({"faq", "faqs", "faq-page", "questions", "frequently-asked-questions", "common-questions"})
_CTA = frozenset({"cta", "ctas", "call-to-action", "calltoaction"})
_BUTTON = frozenset({"btn", "button", "cta"})
_BUTTON_TAGS = frozenset({"a", "button", "div", "input", "label", "span"})
_SECTIONS = frozenset(
    {"div", "section", "aside", "dialog", "form", "footer", "p", "ul"}
)  # fmt: skip
_COOKIE = frozenset({"cookie", "cookies"})
_BANNERS = frozenset(
    {"banner", "consent", "notice", "bar", "popup", "message", "dialog", "modal", "law", "wall",
     "overlay", "settings", "preferences", "alert", "notification", "confirmation", "window"}
)  # fmt: skip
_CONSENT_TOOLS = frozenset(
    {"onetrust", "cookiebot", "cookieyes", "cookieconsent", "cookiebanner", "cookielaw", "cookienotice",
     "didomi", "usercentrics", "osano", "cmplz", "truste", "borlabs", "iubenda", "klaro", "cmpbox", "cybot",
     "quantcast", "axeptio", "tarteaucitron", "termly"}
)  # fmt: skip
_CONSENT = frozenset({"cookie", "cookies", "consent", "gdpr", "cookie-policy"})
_CONSENT_SIGNS = frozenset({"cc", "cmp", "ccc", "gdpr"})  # too short to be one without the words in it
_CHOICE = re.compile(
    r"\b(?:accept|agree|allow|reject|decline|refuse|manage|preferences|settings|got it|consent|akzeptieren|"
    r"ablehnen|zustimmen|einstellungen|accepter|refuser|aceptar|rechazar)\b", re.IGNORECASE
)  # fmt: skip
_COOKIES = re.compile(r"\bcookies?\b|\btracking\b", re.IGNORECASE)
_FAQ_TITLE = re.compile(
    r"(?:our |your )?(?:faqs?|frequently asked questions(?: \(faqs?\))?|(?:common |your )?questions"
    r"(?: (?:and|&) answers| answered)?|q ?& ?a|häufige fragen|häufig gestellte fragen)[:.]?", re.IGNORECASE
)  # fmt: skip
_ITEM_TYPES = (
    ("/FAQPage", BlockKind.FAQ), ("/Question", BlockKind.FAQ), ("/Answer", BlockKind.FAQ),
    ("/Offer", BlockKind.PRICING), ("/AggregateOffer", BlockKind.PRICING),
)  # fmt: skip


def kind_of(element: Tag, outer: BlockKind, regions: Regions) -> BlockKind:
    """The kind of text directly inside `element`, given the kind around it and the page's own regions."""
    roles = roles_of(element)
    silent = _silent_kind(element, roles)
    if silent:
        return silent
    if element is regions.hero:
        return BlockKind.HERO
    region = _landmark(element, roles, outer, regions)
    if region:
        return region
    if outer in FIXED:
        return BlockKind.TITLE if outer is BlockKind.HEADER and element.name == "h1" else outer
    return _content_kind(element, roles, regions.kinds.get(id(element), outer))


def is_button(element: Tag) -> bool:
    """Whether a visitor sees a button to press; tabs and what opens a panel are not calls to do anything."""
    attributes = element.attrs
    if element.name not in _BUTTON_TAGS or "aria-expanded" in attributes or "aria-haspopup" in attributes:
        return False
    role = attributes.get("role")
    if element.name == "button" or role:
        return role in {None, "button"}
    return element.name == "a" and not _BUTTON.isdisjoint(roles_of(element).words)


def is_card(element: Tag) -> bool:
    """Whether an element is one of several boxes side by side, or holds these."""
    return element.name in _CARD_TAGS and not _CARD.isdisjoint(roles_of(element).heads)


def is_faq_title(text: str) -> bool:
    """Whether a heading announces questions and their answers."""
    return bool(_FAQ_TITLE.fullmatch(text.strip()))


def _silent_kind(element: Tag, roles: Roles) -> BlockKind | None:
    """Legal text and cookie banners, wherever they stand."""
    if element.name in {"body", "html"}:
        return None
    if not _LEGAL.isdisjoint(roles.names) or not _LEGAL_HEADS.isdisjoint(roles.heads):
        return BlockKind.LEGAL
    return BlockKind.COOKIE if element.name in _SECTIONS and _is_consent(element, roles) else None


def _is_consent(element: Tag, roles: Roles) -> bool:
    label = str(element.attrs.get("aria-label", "")).lower()
    named = (
        not _CONSENT_TOOLS.isdisjoint(roles.words)
        or not (_COOKIE.isdisjoint(roles.words) or _BANNERS.isdisjoint(roles.words))
        or ("cookie" in label and element.name != "p")
    )
    if not named and _CONSENT.isdisjoint(roles.names) and _CONSENT_SIGNS.isdisjoint(roles.words):
        return False
    seen = sample(element)
    if seen.tags & {"main", "nav", "h1"}:
        return False  # a wrapper around the page
    return named or bool(_CHOICE.search(seen.text) and _COOKIES.search(seen.text))


def _landmark(element: Tag, roles: Roles, outer: BlockKind, regions: Regions) -> BlockKind | None:
    name, role = element.name, element.attrs.get("role")
    if name == "nav" or role == "navigation":
        return BlockKind.NAV
    is_called_nav = not _NAV.isdisjoint(roles.heads) and name not in HEADINGS and name != "body"
    if is_called_nav and (outer is BlockKind.NAV or is_mostly_links(element)):
        return BlockKind.NAV
    if outer in FIXED:
        return None
    if name == "footer" or role == "contentinfo" or (name == "div" and _is_fixed(roles, "footer")):
        return BlockKind.FOOTER if _is_top_level(element) else None
    is_header = name == "header" or role == "banner" or (name == "div" and _is_fixed(roles, "header"))
    if is_header and outer is BlockKind.BODY and id(element) not in regions.around_h1:
        return BlockKind.HEADER if _is_top_level(element) else None
    return None


def _is_fixed(roles: Roles, word: str) -> bool:
    return word in roles.heads and roles.words.isdisjoint(_FIXED_PARTS)


def _is_top_level(element: Tag) -> bool:
    return not any(parent.name in _CONTENT for parent in islice(element.parents, 100))


def _content_kind(element: Tag, roles: Roles, outer: BlockKind) -> BlockKind:
    name = element.name
    if name in HEADINGS:
        return _heading_kind(element, outer)
    if name == "pre":
        return BlockKind.CODE
    if name in {"figcaption", "caption"}:
        return BlockKind.CAPTION
    if name == "blockquote" or (not _QUOTE.isdisjoint(roles.heads) and _ASKING.isdisjoint(roles.words)):
        return BlockKind.QUOTE
    if is_button(element):
        return outer if outer is BlockKind.FAQ else BlockKind.CTA
    return _section_kind(element, roles, outer) or _part_kind(element, outer)


def _heading_kind(heading: Tag, outer: BlockKind) -> BlockKind:
    if outer is BlockKind.FAQ:
        text = sample(heading).text
        is_title = is_faq_title(text) or (heading.name in {"h1", "h2"} and "?" not in text)
        return BlockKind.TITLE if is_title else outer
    return outer if outer in {BlockKind.HERO, BlockKind.QUOTE} else BlockKind.TITLE


def _section_kind(element: Tag, roles: Roles, outer: BlockKind) -> BlockKind | None:
    if element.name in {"body", "html"}:
        return None
    item_type = str(element.attrs.get("itemtype", ""))
    for ending, kind in _ITEM_TYPES if item_type else ():
        if item_type.endswith(ending):
            return kind
    if not _FAQ.isdisjoint(roles.names) or "faq" in roles.heads:
        return BlockKind.FAQ
    if outer is not BlockKind.FAQ and "accordion" in roles.heads and asks(element):
        return BlockKind.FAQ
    if not _PRICING.isdisjoint(roles.names) or "pricing" in roles.heads:
        return BlockKind.PRICING
    if not (_CTA.isdisjoint(roles.names) and _CTA.isdisjoint(roles.heads)):
        return BlockKind.CTA
    return None


def _part_kind(element: Tag, outer: BlockKind) -> BlockKind:
    name = element.name
    if outer in {BlockKind.PRICING, BlockKind.FAQ}:
        return outer
    if is_card(element):
        return BlockKind.CARD
    if name == "li" and outer is not BlockKind.QUOTE:
        return BlockKind.BULLET
    if name == "small" and outer is BlockKind.BODY:
        return BlockKind.LEGAL
    return outer
