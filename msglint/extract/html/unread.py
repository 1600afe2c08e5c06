"""What a page shows that is not text, counted where a visitor meets it, and named in the end."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bs4 import Tag

from msglint.extract.html.alternatives import alternative
from msglint.extract.html.style import declarations
from msglint.model import BlockKind, Mark, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

_MEDIA = frozenset({"img", "iframe", "frame", "object", "embed", "applet", "canvas", "video", "audio"})
_SOURCES = ("src", "data-src", "srcset", "data-srcset", "data-lazy-src", "data")
_ICON_PX = 32  # pictures no larger than this carry a symbol
_FURNITURE = frozenset({BlockKind.NAV, BlockKind.HEADER, BlockKind.FOOTER, BlockKind.COOKIE})
_REASONS = {
    "iframe": ("frame", "save the page that a frame shows from its own address and check that file"),
    "object": ("embedded object", "save what is embedded as a file of its own and check that"),
    "canvas": ("drawing made by a script", "say in text what a drawing says"),
    "video": ("video without captions", "check a transcript"),
    "audio": ("recording", "check a transcript"),
    "img": ("picture without alt text", "add alt text where a picture carries words"),
}
_SAME = {"frame": "iframe", "embed": "object", "applet": "object"}

Unread = Counter[str]
"""How many elements of each kind in the page hold something that is not read, by tag."""


def note_unread(element: Tag, kind: BlockKind, marks: frozenset[Mark], unread: Unread) -> None:
    """Count an element that shows visitors something without words."""
    name = element.name
    if name not in _MEDIA or Mark.HIDDEN in marks or _is_point(element):
        return
    if name == "img":
        unread["img"] += _is_wordless(element, kind)
    elif name == "video":
        tracks = (child for child in element.contents if isinstance(child, Tag) and child.name == "track")
        unread["video"] += not any(tracks)
    elif name in {"canvas", "audio"} or any(source in element.attrs for source in _SOURCES):
        unread[_SAME.get(name, name)] += "srcdoc" not in element.attrs


def skips(unread: Unread, name: str) -> Iterator[Skipped]:
    """One entry for each kind of thing that was not read, with how many there are."""
    for tag, (noun, next_step) in _REASONS.items():
        if count := unread[tag]:
            reason = f"{count} {_subject(noun, count)} not read; {next_step}"
            yield Skipped(name, "page", reason, count)


def _subject(noun: str, count: int) -> str:
    """ "video without captions was", "videos without captions were"."""
    if count == 1:
        return f"{noun} was"
    return re.sub(r"^(.*?)(?= without| made|$)", r"\1s", noun, count=1) + " were"


def _is_wordless(image: Tag, kind: BlockKind) -> bool:
    """Whether a picture that says something to visitors has no words for others."""
    attributes = image.attrs
    is_decoration = attributes.get("alt") == "" or attributes.get("role") in {"presentation", "none"}
    if kind in _FURNITURE or is_decoration:
        return False
    sizes = [size for size in _sizes(image) if size is not None]
    is_icon = bool(sizes) and max(sizes) <= _ICON_PX
    labelled = any(attributes.get(key) for key in ("aria-label", "aria-labelledby", "title"))
    is_shown = any(source in attributes for source in _SOURCES)
    return is_shown and not (is_icon or labelled or alternative(image))


def _is_point(element: Tag) -> bool:
    """Whether the element counts visits: it takes a pixel or none."""
    return any(size is not None and size <= 1 for size in _sizes(element))


def _sizes(element: Tag) -> Iterator[float | None]:
    style = declarations(str(element.attrs["style"])) if "style" in element.attrs else {}
    for side in ("width", "height"):
        value = str(style.get(side) or element.attrs.get(side, ""))
        match = re.fullmatch(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*", value)
        yield float(match[1]) if match else None
