"""The words that an element's attributes say: to screen readers, on hover, and in form fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import Tag

from msglint.extract.html.sample import sample
from msglint.extract.repair import clean, has_words
from msglint.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?)", re.IGNORECASE)
_SPOKEN = ("alt", "aria-label", "aria-description", "aria-roledescription", "title", "summary", "alttext")
_TYPED = ("placeholder", "value", "label")
_SAYING = frozenset((*_SPOKEN, *_TYPED))
_PRESSED = frozenset({"submit", "button", "reset"})
_NO_VALUE = frozenset({"hidden", "checkbox", "radio", "image", "password", "color", "range", "file"})
_MOST_SIBLINGS = 20
_SHAPES = frozenset({"title", "desc"})

Said = tuple[str, str, BlockKind | None]
"""The last step of the place, the words, and their kind; None for the kind of the text around."""


def said_by(element: Tag) -> Iterator[Said]:
    """What the attributes of `element` say that neither its text nor another attribute does."""
    if _SAYING.isdisjoint(element.attrs):
        return
    heard = ""
    for attribute in _SPOKEN:
        words = _spoken(element, attribute)
        if not words:
            continue
        heard = heard or f"\n{clean(sample(element).text).casefold()}\n"
        if attribute == "alt" or words.casefold() not in heard:
            heard += f"{words.casefold()}\n"
            step = element.name if attribute == "alt" else f"{element.name} {attribute}"
            yield step, words, BlockKind.ALT
    yield from _typed(element)


def said_by_drawing(svg: Tag) -> Iterator[Said]:
    """The titles and descriptions in a drawing, each once."""
    seen: set[str] = set()
    for node in svg.descendants:
        if isinstance(node, Tag) and node.name in _SHAPES:
            words = clean(sample(node).text)
            if has_words(words) and words not in seen:
                seen.add(words)
                yield f"svg {node.name}", words, BlockKind.ALT


def alternative(element: Tag) -> str:
    """The alt text of a picture, "" where it has none but the name of its file."""
    words = clean(str(element.attrs.get("alt", "")))
    return words if has_words(words) and not _FILE_NAME.fullmatch(words) else ""


def _spoken(element: Tag, attribute: str) -> str:
    if attribute not in element.attrs:
        return ""
    if attribute == "alt":
        is_picture = element.name in {"img", "area", "amp-img"} or element.attrs.get("type") == "image"
        return alternative(element) if is_picture else ""
    if attribute == "summary" and element.name != "table":
        return ""
    words = clean(str(element.attrs[attribute]))
    return words if has_words(words) and not _FILE_NAME.fullmatch(words) else ""


def _typed(element: Tag) -> Iterator[Said]:
    """What a form field shows before anybody types."""
    name, attributes = element.name, element.attrs
    type_ = str(attributes.get("type", "text")).lower()
    for attribute in _TYPED:
        words = clean(str(attributes.get(attribute, "")))
        if not has_words(words):
            continue
        if attribute == "placeholder" and name in {"input", "textarea"}:
            yield f"{name} placeholder", words, None
        elif attribute == "value" and name == "input" and type_ not in _NO_VALUE:
            yield name, words, BlockKind.CTA if type_ in _PRESSED else None
        elif attribute == "label" and (name == "optgroup" or (name == "option" and not element.contents)):
            yield name, words, None


def is_said_beside(noscript: Tag) -> bool:
    """Whether it holds only the pictures that a script shows beside it, for browsers without scripts."""
    pictures = {alternative(image) for image in noscript.find_all("img")} - {""}
    if not pictures or has_words(noscript.get_text()):
        return False
    around = noscript.parent.contents[:_MOST_SIBLINGS] if noscript.parent else []
    beside = [child for child in around if isinstance(child, Tag) and child is not noscript]
    shown = [image for child in beside for image in (child, *child.find_all("img", limit=_MOST_SIBLINGS))]
    shown += [noscript.parent] if noscript.parent else []
    return pictures <= {alternative(image) for image in shown if image.name in {"img", "amp-img"}}
