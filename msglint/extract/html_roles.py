"""What an HTML element is to its reader: the block kind of its text, by tag, landmark and class name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msglint.model import BlockKind

if TYPE_CHECKING:
    from bs4 import Tag

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
UNREAD = frozenset({"script", "style", "template", "iframe", "object", "head", "canvas", "datalist"})
BLOCKS = HEADINGS | frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    }
)
# The elements that appear as a step of a block's location; plain divs say nothing to a reader.
STEPS = frozenset(
    {
        "main",
        "section",
        "article",
        "header",
        "footer",
        "nav",
        "aside",
        "blockquote",
        "figure",
        "form",
        "dialog",
        "table",
    }
)

_LEGAL = frozenset(
    {
        "legal",
        "cookie",
        "cookies",
        "gdpr",
        "consent",
        "imprint",
        "impressum",
        "datenschutz",
        "disclaimer",
        "disclaimers",
        "privacy",
        "terms",
        "copyright",
        "fineprint",
        "smallprint",
        "footnote",
        "footnotes",
    }
)
_NAV = frozenset(
    {
        "nav",
        "navbar",
        "navigation",
        "sidenav",
        "topnav",
        "breadcrumb",
        "breadcrumbs",
        "menu",
        "megamenu",
        "pagination",
    }
)
_CARD = frozenset({"card", "cards", "tile", "tiles", "teaser", "feature"})
_QUOTE = frozenset({"quote", "quotes", "blockquote", "testimonial", "testimonials", "pullquote"})
_FIXED = frozenset({BlockKind.NAV, BlockKind.HEADER, BlockKind.FOOTER, BlockKind.LEGAL})
_WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+")


def class_words(element: Tag) -> frozenset[str]:
    """The lower-case words in an element's class and id: "site-footer" is "site" and "footer"."""
    names = (*element.get_attribute_list("class"), *element.get_attribute_list("id"))
    return frozenset(word.lower() for word in _WORD.findall(" ".join(filter(None, names))))


def is_hidden(element: Tag) -> bool:
    """Whether the element itself says that a reader does not see it."""
    style = str(element.get("style", "")).replace(" ", "").lower()
    return (
        element.has_attr("hidden")
        or element.get("aria-hidden") == "true"
        or "display:none" in style
        or "visibility:hidden" in style
        or element.name == "noscript"
        or (element.name == "dialog" and not element.has_attr("open"))
    )


def kind_of(element: Tag, outer: BlockKind, hero: Tag | None) -> BlockKind:
    """The kind of text directly inside `element`, given the kind around it and the page's hero element."""
    words = class_words(element)
    if words & _LEGAL or {"fine", "print"} <= words or {"small", "print"} <= words:
        return BlockKind.LEGAL
    if element is hero:
        return BlockKind.HERO
    region = _region_of(element, words, outer)
    if region:
        return region
    if outer in _FIXED:
        return BlockKind.TITLE if outer is BlockKind.HEADER and element.name == "h1" else outer
    return _content_kind(element, words, outer)


def _region_of(element: Tag, words: frozenset[str], outer: BlockKind) -> BlockKind | None:
    name, role = element.name, element.get("role")
    if name == "nav" or role == "navigation" or (words & _NAV and name not in HEADINGS and name != "body"):
        return BlockKind.NAV
    if outer in _FIXED:
        return None
    if name == "footer" or role == "contentinfo" or (name == "div" and "footer" in words):
        return BlockKind.FOOTER if _is_top_level(element) else None
    is_header = name == "header" or role == "banner" or (name == "div" and "header" in words)
    if is_header and outer is BlockKind.BODY and _is_top_level(element) and not element.find("h1"):
        return BlockKind.HEADER
    return None


def _content_kind(element: Tag, words: frozenset[str], outer: BlockKind) -> BlockKind:
    name = element.name
    if name in HEADINGS:
        return outer if outer in {BlockKind.HERO, BlockKind.QUOTE} else BlockKind.TITLE
    if name == "pre":
        return BlockKind.CODE
    if name in {"figcaption", "caption"}:
        return BlockKind.CAPTION
    if name == "blockquote" or words & _QUOTE:
        return BlockKind.QUOTE
    if words & _CARD and name in {"div", "article", "section", "li", "a", "ul"}:
        return BlockKind.CARD
    if name == "li" and outer is not BlockKind.QUOTE:
        return BlockKind.BULLET
    if name == "small" and outer is BlockKind.BODY:
        return BlockKind.LEGAL
    return outer


def _is_top_level(element: Tag) -> bool:
    return element.find_parent(["article", "section", "main", "blockquote", "figure"]) is None


def find_hero(body: Tag) -> Tag | None:
    """The page's opening statement: the element whose class says hero, else the section of the first h1."""
    for element in body.find_all(["section", "header", "div", "article"]):
        if any(word.endswith("hero") or word == "jumbotron" for word in class_words(element)):
            return element
    first = body.find("h1")
    section = first.find_parent(["section", "header"]) if first else None
    if section is None or len(section.find_all(["h2", "h3"])) > 2:
        return None
    return section
