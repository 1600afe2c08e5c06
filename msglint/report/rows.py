"""Rows of the terminal report: a label, a gutter and wrapped text with its marked words."""

from __future__ import annotations

from functools import cache
from io import StringIO
from typing import TYPE_CHECKING

from msglint.report.quoting import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console
    from rich.text import Text

    from msglint.report.marking import Segment
    from msglint.report.style import Style

_INDENT = 4
_LABEL = 8
# The gutter does more than look tidy: a quoted line that begins with "::" would be a command to a CI log.
_GUTTER = " │ "


def row(
    label: str,
    segments: Iterable[Segment],
    style: Style,
    *,
    look: str = "",
    marked: str = "bold underline",
) -> list[Text]:
    """One labelled row, wrapped. Marked words are set in `marked`, without colour they get carets below.

    A row that is marked as a whole gets none: carets are there to tell some words from the others.
    """
    from rich.text import Text

    segments = tuple(segments)
    is_partly_marked = len({segment.marked for segment in segments}) > 1
    body = Text()
    for segment in segments:
        body.append(visible(segment.text), marked if segment.marked else look)
    lines: list[Text] = []
    for part in _wrapped(body, style.width - _INDENT - _LABEL - len(_GUTTER)):
        lines.append(_prefixed(label if not lines else "", part, look))
        if carets := _carets(part, marked) if is_partly_marked and not style.colour else "":
            lines.append(_prefixed("", Text(carets), look))
    return lines


def line(text: str, style: Style, *, look: str = "", first: str = "", then: str = "") -> list[Text]:
    """Unlabelled text, wrapped at the full width; its first line begins with `first`, others with `then`."""
    from rich.text import Text

    parts = _wrapped(Text(visible(text)), style.width - max(len(first), len(then)))
    return [Text.assemble(then if index else first, part, style=look) for index, part in enumerate(parts)]


def printed(lines: Iterable[Text], style: Style) -> str:
    """The lines as a string, the same in every environment; without colour, plain text."""
    if not style.colour:
        return "".join(f"{text.plain.rstrip()}\n" for text in lines)
    from rich.console import Console

    written = StringIO()
    console = Console(
        file=written,
        width=style.width,
        force_terminal=True,
        color_system="standard",
        no_color=False,
        force_jupyter=False,
        legacy_windows=False,
    )
    for text in lines:
        text.rstrip()
        console.print(text, soft_wrap=True, highlight=False)
    return written.getvalue()


def _wrapped(text: Text, width: int) -> list[Text]:
    return list(text.wrap(_wrapping_console(), max(width, 1)))


@cache
def _wrapping_console() -> Console:
    """What rich asks for to wrap text; making one for each line would take as long as the rest."""
    from rich.console import Console

    return Console(force_jupyter=False)


def _prefixed(label: str, text: Text, look: str) -> Text:
    from rich.text import Text

    return Text.assemble(" " * _INDENT, (label.ljust(_LABEL), look or "dim"), (_GUTTER, "dim"), text)


def _carets(text: Text, marked: str) -> str:
    """A line of carets under the marked characters, "" where none are; wide characters get two."""
    from rich.cells import cell_len

    spans = [(span.start, span.end) for span in text.spans if span.style == marked]
    carets = "".join(
        ("^" if any(start <= index < end for start, end in spans) else " ") * cell_len(character)
        for index, character in enumerate(text.plain)
    )
    return carets.rstrip()
