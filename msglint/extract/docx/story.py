"""One story: the body, a header, a footnote, a comment or a text box, with what hangs on its paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from msglint.extract.docx.content import PARAGRAPH, TABLE, M, passages_of
from msglint.extract.docx.drawing import (
    alts_of,
    bare_pictures,
    is_unseen,
    link_ids_of,
    members_of,
    readings_of,
)
from msglint.extract.docx.fields import Fields
from msglint.extract.docx.inline import Inline, InlineReader
from msglint.extract.docx.package import Package, Part, PartError, W
from msglint.extract.docx.styles import Styles, value
from msglint.extract.docx.table import Row, Slot, cell_fill, has_header, rows_of, table_fill
from msglint.extract.pptx.package import R
from msglint.extract.repair import clean, has_words
from msglint.extract.tables import Cell, Table
from msglint.model import Block, BlockKind, Location, Mark, Skipped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml import etree

    from msglint.extract.docx.look import Fill, Looks

    Steps = tuple[str, ...]

_MARGINS = frozenset({BlockKind.HEADER, BlockKind.FOOTER})
_SCHEME = re.compile(r"[a-z]+:(?://)?(?:www\.)?", re.IGNORECASE)
_FORMULAS = frozenset({f"{M}oMathPara", f"{M}oMath"})


@dataclass(slots=True)
class Progress:
    """What the stories of one document share: its parts, and what was found and lost so far.

    `references` are the headings under which notes and comments are first referred to, by (kind, id).
    """

    asset: str
    package: Package
    styles: Styles
    looks: Looks
    skipped: list[Skipped] = field(default_factory=list)
    references: dict[tuple[str, str], str] = field(default_factory=dict)
    bare_pictures: int = 0

    def skip(self, steps: Steps, reason: str) -> None:
        skip = Skipped(self.asset, " › ".join(steps), reason)
        if skip not in self.skipped:
            self.skipped.append(skip)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a story stands. `kind` replaces what its paragraphs' styles say; `is_short` drops a lone "¶1"."""

    steps: Steps = ()
    kind: BlockKind | None = None
    heading: str = ""
    marks: frozenset[Mark] = frozenset()
    behind: Fill = None
    is_short: bool = False


class StoryReader:
    """Reads one story of one part; a paragraph or table that fails becomes a `Skipped`, the others stay."""

    def __init__(self, progress: Progress, part: Part, setting: Setting, story: etree._Element) -> None:
        self.blocks: list[Block] = []
        self.texts: list[Block] = []  # those of `blocks` that are this story's own paragraphs
        self._progress = progress
        self._part = part
        self._setting = setting
        self._steps = setting.steps
        self._heading = setting.heading
        self._fields = Fields(story)
        self._counts: Counter[str] = Counter()
        self._read(story)

    def _read(self, story: etree._Element) -> None:
        passages = list(passages_of(story))
        number, is_lone = 0, self._setting.is_short and len(passages) == 1
        for passage in passages:
            tag = passage[0].tag
            if tag == TABLE:
                steps = self._numbered("table")
                self._guard(steps, partial(self._table, passage[0], steps))
            elif tag == f"{W}altChunk":
                self._inserted(passage[0])
            elif tag == PARAGRAPH or tag in _FORMULAS:
                number += 1
                steps = self._steps if is_lone else (*self._steps, f"¶{number}")
                self._guard(steps, partial(self._paragraph, passage, steps))

    def _numbered(self, what: str) -> Steps:
        self._counts[what] += 1
        return (*self._steps, f"{what} {self._counts[what]}")

    def _guard(self, steps: Steps, read: Callable[[], None]) -> None:
        try:
            read()
        except PartError as error:
            self._progress.skip(steps, str(error))
        except Exception as error:  # the boundary of one passage: whatever is wrong in it, the rest is read
            self._progress.skip(steps, f"could not be read ({type(error).__name__}); check it by eye")

    def _inserted(self, chunk: etree._Element) -> None:
        relation = self._part.relations.get(chunk.get(f"{R}id", ""))
        name = relation.target.rpartition("/")[2] if relation else "of unknown name"
        reason = f"the inserted file {name} was not read; open the document in Word and save it again"
        self._progress.skip(self._numbered("inserted file"), reason)

    def _add(self, steps: Steps, text: str, kind: BlockKind, marks: frozenset[Mark] = frozenset()) -> Block:
        heading = "" if kind is BlockKind.TITLE else self._heading
        block = Block(text, kind, Location(steps), heading, self._setting.marks | marks)
        self.blocks.append(block)
        return block

    def _paragraph(self, pieces: Sequence[etree._Element], steps: Steps) -> None:
        properties = pieces[-1].find(f"{W}pPr")
        kind = self._setting.kind or self._progress.styles.kind(properties)
        look = self._progress.looks.of(properties, self._setting.behind)
        inline = InlineReader(look, self._fields).read(pieces)
        texts = [one for one in inline.texts() if not self._is_page_number(one[1], inline)]
        self.texts += [self._add(steps, text, kind, marks) for marks, text in texts]
        if kind is BlockKind.TITLE and texts:
            self._heading = texts[0][1]
        for reference in inline.references:
            self._progress.references.setdefault(reference, self._heading)
        for graphic, _ in inline.graphics:
            inline.link_ids += link_ids_of(graphic)
        self._links(inline, steps)
        for graphic, marks in inline.graphics:
            self._graphic(graphic, marks, steps)

    def _is_page_number(self, text: str, inline: Inline) -> bool:
        is_margin = self._setting.kind in _MARGINS and inline.has_page_number
        return is_margin and not any(map(str.isalpha, text))

    def _links(self, inline: Inline, steps: Steps) -> None:
        relations = [self._part.relations.get(identifier) for identifier in inline.link_ids]
        targets = [relation.target for relation in relations if relation and relation.is_external]
        said = {text for _, text in inline.texts()}
        for tooltip in dict.fromkeys(map(clean, inline.tooltips)):
            if has_words(tooltip) and tooltip not in said:
                self._add((*steps, "tooltip"), tooltip, BlockKind.ALT)
        for address in dict.fromkeys(map(clean, (*targets, *inline.addresses))):
            bare = _SCHEME.sub("", address).rstrip("/")
            if has_words(address) and not any(bare in text for text in said):
                self._add((*steps, "link"), address, BlockKind.LINK)
        if inline.subdocuments:
            reason = "a subdocument was not read; it is another file, so check that file by itself"
            self._progress.skip(steps, reason)

    def _graphic(self, graphic: etree._Element, marks: frozenset[Mark], steps: Steps) -> None:
        marks = marks | {Mark.HIDDEN} if is_unseen(graphic) else marks
        first = len(self.blocks)
        for kind, member in members_of(graphic):
            if kind == "text box":
                self._text_box(member, marks)
            elif kind != "picture":
                place = self._numbered(kind)
                self._guard(place, partial(self._member, kind, member, marks, place))
        said = {block.text for block in self.blocks[first:]}
        for alt in alts_of(graphic):
            if alt not in said:
                self._add((*steps, "alt text"), alt, BlockKind.ALT, marks)
        self._progress.bare_pictures += bare_pictures(graphic)

    def _member(self, kind: str, member: etree._Element, marks: frozenset[Mark], steps: Steps) -> None:
        for reading in readings_of(kind, member, self._part, self._progress.package):
            fixed = self._setting.kind if reading.kind is not BlockKind.CHART else None
            self._add((*steps, reading.step), reading.text, fixed or reading.kind, marks)

    def _text_box(self, content: etree._Element, marks: frozenset[Mark]) -> None:
        setting = replace(
            self._setting, steps=self._numbered("text box"), heading=self._heading, behind=None,
            marks=self._setting.marks | marks, is_short=False,
        )  # fmt: skip
        self.blocks += StoryReader(self._progress, self._part, setting, content).blocks

    def _table(self, table: etree._Element, steps: Steps) -> None:
        behind = table_fill(table, self._progress.styles, self._setting.behind)
        rows = [
            [
                (slot, self._cell(row, slot, behind, (*steps, f"row {number}, column {column}")))
                for column, slot in enumerate(row.slots, start=1)
            ]
            for number, row in enumerate(rows_of(table), start=1)
        ]
        grid = tuple(tuple(_words(slot, reader) for slot, reader in row) for row in rows)
        cells = Table(grid, has_header(table), steps, self._heading).blocks()
        for slot, reader in chain.from_iterable(rows):
            own = [] if reader is None or slot.goes_on else reader.texts
            self.blocks += [replace(next(cells), kind=text.kind, marks=text.marks) for text in own]
            known = set(own)
            self.blocks += [block for block in (reader.blocks if reader else ()) if block not in known]
        for tag, step in (("tblCaption", "title"), ("tblDescription", "alt text")):
            alt = clean(value(table, "tblPr", tag))
            if has_words(alt):
                self._add((*steps, step), alt, BlockKind.ALT)

    def _cell(self, row: Row, slot: Slot, behind: Fill, steps: Steps) -> StoryReader | None:
        if slot.cell is None:
            return None
        is_hidden = row.is_hidden or slot.goes_on  # words in a covered cell are kept and not shown
        setting = replace(
            self._setting, steps=steps, kind=self._setting.kind or BlockKind.TABLE, heading=self._heading,
            marks=self._setting.marks | ({Mark.HIDDEN} if is_hidden else set()),
            behind=cell_fill(slot.cell, behind), is_short=False,
        )  # fmt: skip
        return StoryReader(self._progress, self._part, setting, slot.cell)


def _words(slot: Slot, reader: StoryReader | None) -> Cell | None:
    if slot.goes_on:
        return None
    return tuple(block.text for block in reader.texts) if reader else ()
