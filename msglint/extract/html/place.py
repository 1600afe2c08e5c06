"""Where a walk through a page is, and what it knows of the page around."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msglint.model import BlockKind, Location, Mark

if TYPE_CHECKING:
    from bs4 import Tag

    from msglint.extract.html.unread import Unread

Lines = dict[int, int]  # id of an element -> its source line


@dataclass(frozen=True, slots=True)
class Regions:
    """The hero element, kinds by id of an element, and the ids of the elements around an h1."""

    hero: Tag | None = None
    kinds: dict[int, BlockKind] = field(default_factory=dict)
    around_h1: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Page:
    """What the walk knows of the whole page. It counts in `unread` and leaves inner pages in `frames`.

    `hidden` are the styles of elements that a sheet hides, `opened` the elements that a click shows.
    """

    regions: Regions
    lines: Lines
    hidden: dict[int, str]
    opened: frozenset[int] = frozenset()
    unread: Unread = field(default_factory=Counter)
    frames: list[tuple[str, Place]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the page the walk is: the steps down to here and what text directly here would be."""

    steps: tuple[str, ...] = ()
    leaf: str = ""
    kind: BlockKind = BlockKind.BODY
    line: int | None = None
    marks: frozenset[Mark] = frozenset()
    heads: bool = False  # whether what follows stands under this text

    def location(self, last: str = "", line: int | None = None) -> Location:
        steps = (*self.steps, last) if last else (*self.steps, self.leaf) if self.leaf else self.steps
        return Location(steps or ("body",), line=line or self.line)
