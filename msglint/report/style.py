"""How terminal text is set: its width and whether it is coloured."""

from __future__ import annotations

from dataclasses import dataclass
from os import get_terminal_size
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Mapping

WIDEST = 110
NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Style:
    """`width` in terminal cells; without `colour` the text holds no escape codes at all."""

    width: int = 100
    colour: bool = False


PLAIN = Style()


def terminal_style(stream: TextIO, environ: Mapping[str, str]) -> Style:
    """The style that fits an open stream: plain in a file or pipe, else as wide as the terminal, at most 110.

    NO_COLOR and TERM=dumb turn colour off, FORCE_COLOR turns it on where NO_COLOR is not set.
    """
    terminal = stream.isatty()
    colour = bool(environ.get("FORCE_COLOR")) or (terminal and environ.get("TERM") != "dumb")
    width = _columns(stream, environ) if terminal else PLAIN.width
    return Style(width=max(NARROWEST, min(WIDEST, width)), colour=colour and not environ.get("NO_COLOR"))


def _columns(stream: TextIO, environ: Mapping[str, str]) -> int:
    if environ.get("COLUMNS", "").isdecimal():
        return int(environ["COLUMNS"])
    try:
        return get_terminal_size(stream.fileno()).columns or PLAIN.width
    except (OSError, ValueError):
        return PLAIN.width
