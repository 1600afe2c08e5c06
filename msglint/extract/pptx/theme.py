"""Colours as they are seen: theme colours, the colour map of a master, and how far two are apart."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from msglint.extract.pptx.package import A, P

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_NAMED = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF",
    "yellow": "FFFF00", "gray": "808080", "grey": "808080", "ltGray": "D3D3D3", "lightGray": "D3D3D3",
    "dkGray": "A9A9A9", "darkGray": "A9A9A9", "silver": "C0C0C0", "navy": "000080", "orange": "FFA500",
    "purple": "800080", "cyan": "00FFFF", "magenta": "FF00FF", "whiteSmoke": "F5F5F5", "snow": "FFFAFA",
    "ivory": "FFFFF0", "ghostWhite": "F8F8FF",
}  # fmt: skip
_DEFAULT_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_TRANSPARENT = 0.02
# Reading needs a ratio of 3 to 4.5 (WCAG 2.2, 1.4.3). Below 1.15 two colours differ by less than printers,
# projectors and screens do among themselves; pale grey that a designer means to be seen on white has 1.2.
_LEAST_CONTRAST = 1.15
_LEAST_STEP = 0.2  # colours of one brightness are told apart by their hue, which contrast does not count


@dataclass(frozen=True, slots=True)
class Colour:
    """An sRGB colour, each channel and the opacity from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    @property
    def is_transparent(self) -> bool:
        return self.alpha <= _TRANSPARENT

    @property
    def is_opaque(self) -> bool:
        return self.alpha >= 1 - _TRANSPARENT

    def over(self, ground: Colour) -> Colour:
        """This colour laid on an opaque one."""
        share = self.alpha
        mixed = (
            a * share + b * (1 - share) for a, b in zip(self._channels, ground._channels, strict=True)
        )  # fmt: skip
        return Colour(*mixed)

    def is_lost_on(self, ground: Colour) -> bool:
        """Whether text of this colour cannot be told from the opaque ground it stands on.

        Lost is a WCAG contrast ratio under 1.15 with no channel more than a fifth apart.
        """
        return _is_lost(self, ground)

    @property
    def _channels(self) -> tuple[float, float, float]:
        return self.red, self.green, self.blue

    @property
    def _luminance(self) -> float:
        red, green, blue = map(_linear, self._channels)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@dataclass(frozen=True, slots=True)
class Theme:
    """The named colours of a theme, and its fills for shapes and backgrounds by their number."""

    colours: Mapping[str, Colour] = field(default_factory=dict)
    fills: tuple[etree._Element, ...] = ()
    backgrounds: tuple[etree._Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Palette:
    """A theme seen through the colour map of a master, layout or slide; unknown colours are None."""

    theme: Theme = field(default_factory=Theme)
    mapping: Mapping[str, str] = field(default_factory=lambda: _DEFAULT_MAP)

    def named(self, name: str) -> Colour | None:
        return self.theme.colours.get(self.mapping.get(name, name))

    def colour(self, owner: etree._Element | None, base: Colour | None = None) -> Colour | None:
        """The colour that an a:solidFill or the like holds; `base` is what phClr stands for in it."""
        for node in () if owner is None else owner:
            colour = self._plain(node, base)
            for change in node:
                colour = _changed(colour, change) if colour else None
            return colour
        return None

    def filled(self, properties: etree._Element) -> Colour | None:
        """The colour that the properties of a shape or cell fill it with; None for all but solid fills."""
        return next((self.colour(fill) for fill in properties.iterchildren(f"{A}solidFill")), None)

    def themed(
        self, reference: etree._Element, fills: tuple[etree._Element, ...], first: int
    ) -> Colour | None:
        """The colour of a fill that a style takes from the theme by number; None unless it is a solid one."""
        index = reference.get("idx", "")
        number = int(index) - first if index.isdecimal() else -1
        if not 0 <= number < len(fills) or fills[number].tag != f"{A}solidFill":
            return None
        return self.colour(fills[number], self.colour(reference))

    def mapped_by(self, override: etree._Element | None) -> Palette:
        """This palette with the colour map of a layout or slide that has its own (p:clrMapOvr)."""
        own = None if override is None else override.find(f"{A}overrideClrMapping")
        return self if own is None else replace(self, mapping=dict(own.attrib))

    def _plain(self, node: etree._Element, base: Colour | None) -> Colour | None:
        value = node.get("val", "")
        match node.tag.rpartition("}")[2]:
            case "srgbClr":
                return from_hex(value)
            case "schemeClr":
                return base if value == "phClr" else self.named(value)
            case "sysClr":
                return from_hex(node.get("lastClr", ""))
            case "prstClr":
                return from_hex(_NAMED.get(value, ""))
        return None


@lru_cache(maxsize=4096)  # a deck has a handful of colours and thousands of texts
def _is_lost(colour: Colour, ground: Colour) -> bool:
    seen = colour.over(ground)
    dark, light = sorted((seen._luminance, ground._luminance))
    steps = (abs(a - b) for a, b in zip(seen._channels, ground._channels, strict=True))
    return (light + 0.05) / (dark + 0.05) < _LEAST_CONTRAST and max(steps) < _LEAST_STEP


def theme_of(root: etree._Element) -> Theme:
    """Read a theme part."""
    scheme = root.find(f".//{A}clrScheme")
    plain = Palette()
    colours = {
        node.tag.rpartition("}")[2]: colour
        for node in (() if scheme is None else scheme.iterchildren("{*}*"))
        if (colour := plain.colour(node))
    }
    fills, backgrounds = (root.iterfind(f".//{A}{name}/*") for name in ("fillStyleLst", "bgFillStyleLst"))
    return Theme(colours, tuple(fills), tuple(backgrounds))


def palette_of(master: etree._Element | None, theme: Theme) -> Palette:
    mapping = None if master is None else master.find(f"{P}clrMap")
    return Palette(theme) if mapping is None else Palette(theme, dict(mapping.attrib))


def from_hex(digits: str) -> Colour | None:
    """The colour "RRGGBB"."""
    try:
        red, green, blue = bytes.fromhex(digits)
    except ValueError:
        return None
    return Colour(red / 255, green / 255, blue / 255)


def _changed(colour: Colour, change: etree._Element) -> Colour | None:
    """`colour` after one of its modifiers; None for those that designers hardly use."""
    share = _share(change.get("val", ""))
    if share is None:
        return None
    hue, light, strength = colorsys.rgb_to_hls(colour.red, colour.green, colour.blue)
    match change.tag.rpartition("}")[2]:
        case "alpha":
            return replace(colour, alpha=share)
        case "alphaMod":
            return replace(colour, alpha=colour.alpha * share)
        case "lumMod":
            return _from_hls(hue, light * share, strength, colour.alpha)
        case "lumOff":
            return _from_hls(hue, light + share, strength, colour.alpha)
        case "satMod":
            return _from_hls(hue, light, strength * share, colour.alpha)
        case "tint":
            return _from_linear(colour, share, 1 - share)
        case "shade":
            return _from_linear(colour, share, 0.0)
    return None


def _share(value: str) -> float | None:
    """A percentage as 0 to 1: written in thousandths ("62500") or plainly ("62.5%")."""
    try:
        return float(value[:-1]) / 100 if value.endswith("%") else float(value) / 100_000
    except ValueError:
        return None


def _from_hls(hue: float, light: float, strength: float, alpha: float) -> Colour:
    return Colour(*colorsys.hls_to_rgb(hue, min(light, 1.0), min(strength, 1.0)), alpha)


def _from_linear(colour: Colour, share: float, added: float) -> Colour:
    channels = (_linear(channel) for channel in (colour.red, colour.green, colour.blue))
    red, green, blue = (_gamma(min(channel * share + added, 1.0)) for channel in channels)
    return Colour(red, green, blue, colour.alpha)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _gamma(channel: float) -> float:
    return channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055
