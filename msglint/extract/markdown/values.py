"""Which values of front matter, attributes and data are copy that people read, and of what kind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from msglint.extract.repair import has_words
from msglint.model import BlockKind

# Names of values that are shown, as sites and components have them: small letters, no separators.
_SHOWN_NAMES = """
    abstract alt answer arialabel badge blurb body button buttontext buttonlabel byline callout caption
    children content copy cta ctalabel ctatext desc description eyebrow excerpt footer footnote heading
    headline header hero intro kicker label lead linktext message note placeholder question quote
    seodescription seotitle shortdescription sidebarlabel slogan subheading subheadline subline subtitle
    summary tagline teaser testimonial text title tooltip
"""
_SHOWN = frozenset(_SHOWN_NAMES.split())
_TITLES = frozenset({"title", "heading", "headline"})
_KINDS = {"alt": BlockKind.ALT, "quote": BlockKind.QUOTE, "testimonial": BlockKind.QUOTE}
# Names of values that are never shown, however many words they have.
_UNSEEN = re.compile(
    r"(?i:class|classes|.*class_?(?:names?|list)|.*styles?|css|icons?|(?:.*_)?(?:href|src|url|path)|srcset|d|viewbox|"
    r"sizes?|rel|key|id|slug|layout|template|query|code|script)|.+(?:Class|Href|Url|URL|Src|Path)|on[A-Z].*"
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_MACHINE = re.compile(r"[_/=<>{}\[\]#@$\\]|\w:\w|-\d|^--")
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")  # scripts without spaces
_FEW = 3
ITEM = "item "


def is_shown(key: str) -> bool:
    """Whether values of this name are shown to readers whatever they hold."""
    return re.sub(r"[\W_]", "", key).lower() in _SHOWN


def is_unseen(key: str) -> bool:
    """Whether values of this name are for programs only."""
    return _UNSEEN.fullmatch(key) is not None


def is_copy(key: str, value: str, *, least: int = _FEW) -> bool:
    """Whether the value is one to read: by its name, else by its having `least` words of a language."""
    if not has_words(value) or "://" in value.split(" ")[0]:
        return False
    if is_shown(key):
        return True
    return not is_unseen(key) and _is_prose(value, least)


def kind_of(key: str) -> BlockKind:
    """The kind of text that a value of this name is."""
    name = re.sub(r"[\W_]", "", key).lower()
    return BlockKind.TITLE if name in _TITLES else _KINDS.get(name, BlockKind.BODY)


def _is_prose(value: str, least: int) -> bool:
    words = [word for word in value.split() if _LETTERS.search(word)]
    machine = sum(bool(_MACHINE.search(word)) for word in words)
    return machine * 2 <= len(words) and (len(words) >= least or len(_DENSE.findall(value)) >= 2 * least)


@dataclass(frozen=True, slots=True)
class Value:
    """A string in data: its keys from the outside in, list items by number, and how and where it is written.

    `raw` is the literal without its quotes; `line` and `column` are those of its first character.
    """

    keys: tuple[str, ...]
    text: str
    raw: str
    line: int
    column: int

    @property
    def key(self) -> str:
        """The innermost name, which stands for all items of a list."""
        return next((key for key in reversed(self.keys) if not key.startswith(ITEM)), "")
