"""What a style hides from visitors: declarations of one element, read as a browser would apply them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from msglint.model import Mark

# What is not closed goes on to the end, as in browsers.
_NOISE = re.compile(
    r"/\*.*?(?:\*/|\Z)|url\([^)]*\)?|\"[^\"]*\"?|'[^']*'?|!important", re.DOTALL | re.IGNORECASE
)
_LENGTH = re.compile(r"(-?(?:\d+\.?\d*|\.\d+))(px|pt|rem|em|%|vw|)")
_TINY_PX = 6.0  # browsers' own smallest readable size is 10 px; nobody reads text of less than 6
_FAR_PX = -900.0  # -999px and -9999px are the idioms that move text off the screen
_PIXELS = {"px": 1.0, "": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "%": 0.16, "vw": 10.0}
_CLIPPED = re.compile(r"rect\((?:0|1px)(?:px)?[\s,].*|inset\((?:50|100)%.*|circle\(0.*|polygon\(0 0, ?0 0.*")
# A page saved from a site builder holds what will be faded in at opacity 0, with the way it moves beside it.
_FADES = frozenset(
    {"transform", "-webkit-transform", "transition", "animation", "will-change", "animation-name",
     "translate"}
)  # fmt: skip
_NAMED = {"white": "ffffff", "black": "000000", "red": "ff0000", "yellow": "ffff00", "blue": "0000ff"}


@dataclass(frozen=True, slots=True)
class Look:
    """What a style does to the marks of the text around it: `adds` some and takes `drops` back."""

    adds: frozenset[Mark] = frozenset()
    drops: frozenset[Mark] = frozenset()


PLAIN = Look()


@lru_cache(maxsize=8192)
def look_of(style: str) -> Look:
    """The look that the declarations of one element give to its text; later ones override earlier ones."""
    said = declarations(style)
    adds, drops = set[Mark](), set[Mark]()
    if _is_hidden(said):
        adds.add(Mark.HIDDEN)
    size = _pixels(said.get("font-size", ""))
    if size is not None:
        (adds if size < _TINY_PX else drops).add(Mark.TINY)
    colour = said.get("color")
    if colour is not None:
        (adds if _is_unseen(colour, said) else drops).add(Mark.BACKGROUND_COLOUR)
    return Look(frozenset(adds), frozenset(drops)) if adds or drops else PLAIN


def declarations(style: str) -> dict[str, str]:
    """The declarations in a style attribute or in the braces of a rule, in lower case."""
    pairs = (part.partition(":") for part in _NOISE.sub("", style).lower().split(";"))
    return {name.strip(): " ".join(value.split()) for name, colon, value in pairs if colon and value.strip()}


def _is_hidden(said: dict[str, str]) -> bool:
    return (
        said.get("display") == "none"
        or said.get("visibility") in {"hidden", "collapse"}
        or said.get("content-visibility") == "hidden"
        or (_number(said.get("opacity", "")) == 0 and not _FADES & said.keys())
        or said.get("transform") == "scale(0)"
        or bool(_CLIPPED.fullmatch(said.get("clip", "")) or _CLIPPED.fullmatch(said.get("clip-path", "")))
        or _is_away(said)
        or (said.get("overflow") == "hidden" and _is_point(said))
    )


def _is_away(said: dict[str, str]) -> bool:
    """Whether the text is moved off the screen."""
    sides = [said.get("text-indent", "")]
    if said.get("position") in {"absolute", "fixed"}:
        sides += [said.get("left", ""), said.get("top", ""), said.get("margin-left", "")]
    return any((_pixels(side) or 0) < _FAR_PX for side in sides)


def _is_point(said: dict[str, str]) -> bool:
    sizes = [_pixels(said.get("width", "")), _pixels(said.get("height", ""))]
    return all(size is not None and size <= 1 for size in sizes)


def _is_unseen(colour: str, said: dict[str, str]) -> bool:
    """Whether text has the colour of its background. Clear text is how a gradient is drawn into letters."""
    if colour == "transparent":
        return "background-clip" not in said and "-webkit-background-clip" not in said
    ground = said.get("background-color") or said.get("background", "")
    return bool(ground) and _colour(colour) == _colour(ground)


def _colour(value: str) -> str:
    """A colour in one notation: six hexadecimal digits where it is one of the common forms."""
    value = _NAMED.get(value, value)
    if match := re.fullmatch(r"#?([0-9a-f])([0-9a-f])([0-9a-f])", value):
        return "".join(digit * 2 for digit in match.groups())
    if match := re.fullmatch(r"rgba?\((\d{1,3})[, ]+(\d{1,3})[, ]+(\d{1,3})(?:[,/ ]+(?:1|100%))?\)", value):
        return "".join(f"{int(part):02x}" for part in match.groups())
    return value.removeprefix("#")


def _pixels(value: str) -> float | None:
    match = _LENGTH.fullmatch(value)
    return float(match[1]) * _PIXELS[match[2]] if match else None


def _number(value: str) -> float | None:
    match = re.fullmatch(r"(\d+\.?\d*|\.\d+)%?", value)
    return float(match[1]) if match else None
