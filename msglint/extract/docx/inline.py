"""The words of one paragraph as a reader sees them, and the graphics, links and notes among them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msglint.extract.docx.content import ALTERNATIVES, CONTROL, DELETED, M, chosen, is_placeholder
from msglint.extract.docx.fields import Fields, Instruction, instruction
from msglint.extract.docx.package import W
from msglint.extract.docx.symbols import symbol
from msglint.extract.pptx.package import R
from msglint.extract.repair import clean, has_words
from msglint.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml import etree

    from msglint.extract.docx.look import Look

_SILENT = DELETED | {f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "rubyPr", "delText", "delInstrText")}
_TEXTS = frozenset({f"{W}t", f"{M}t"})
_RUNS = frozenset({f"{W}r", f"{M}r"})
_CHARACTERS = {f"{W}{name}": " " for name in ("tab", "ptab", "br", "cr")} | {f"{W}noBreakHyphen": "-"}
_GRAPHICS = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_REFERENCES = {
    f"{W}footnoteReference": "footnote",
    f"{W}endnoteReference": "endnote",
    f"{W}commentRangeStart": "comment",
    f"{W}commentReference": "comment",
}
_ANNOTATION = f"{W}rt"
_AROUND = {  # how a line of text says what a formula says by place
    f"{M}den": ("/", ""),
    f"{M}sup": ("^", ""),
    f"{M}sub": ("_", ""),
    f"{M}d": ("(", ")"),
    _ANNOTATION: (" (", ")"),
}


@dataclass(slots=True)
class Inline:
    """What one paragraph holds. `graphics` come with the marks of their runs."""

    pieces: list[tuple[frozenset[Mark], str]] = field(default_factory=list)
    graphics: list[tuple[etree._Element, frozenset[Mark]]] = field(default_factory=list)
    references: list[tuple[str, str]] = field(default_factory=list)
    tooltips: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    link_ids: list[str] = field(default_factory=list)
    subdocuments: int = 0
    has_page_number: bool = False

    def texts(self) -> Iterator[tuple[frozenset[Mark], str]]:
        """(marks, words), one for each way in which words of the paragraph are hidden or not."""
        groups: dict[frozenset[Mark], list[str]] = {}
        last: frozenset[Mark] | None = None
        for marks, text in self.pieces:
            if last is not None and not text.strip():
                groups[last].append(text)
                continue
            if marks != last and marks:
                groups.setdefault(marks, []).append(" ")
            groups.setdefault(marks, []).append(text)
            last = marks
        texts = ((marks, clean("".join(group))) for marks, group in groups.items())
        return ((marks, text) for marks, text in texts if has_words(text))


class InlineReader:
    """Reads one paragraph, which may lie in several pieces; `fields` is the state of its story."""

    def __init__(self, look: Look, fields: Fields) -> None:
        self._look = look
        self._fields = fields
        self._marks: frozenset[Mark] = look.marks(None)
        self._found = Inline()

    def read(self, pieces: Sequence[etree._Element]) -> Inline:
        for piece in pieces:
            self._walk(piece)
        return self._found

    def _walk(self, nodes: Iterable[etree._Element]) -> None:
        for child in nodes:
            self._visit(child)

    def _visit(self, node: etree._Element) -> None:
        tag = node.tag
        if tag in _TEXTS:
            self._say(node.text or "")
        elif tag in _RUNS:
            self._run(node)
        elif tag in _CHARACTERS:
            self._say(_CHARACTERS[tag])
        elif tag in _GRAPHICS:
            if self._fields.shows:
                self._found.graphics.append((node, self._marks))
        elif tag in _REFERENCES:
            self._found.references.append((_REFERENCES[tag], node.get(f"{W}id", "")))
        elif tag == f"{W}ruby":
            self._walk(reversed(node))  # the annotation is kept before the words that it stands over
        elif tag in _AROUND:
            self._around(node, *_AROUND[tag])
        elif tag == ALTERNATIVES:
            self._walk(chosen(node))
        elif tag not in _SILENT and not (tag == CONTROL and is_placeholder(node)):
            self._other(node)

    def _other(self, node: etree._Element) -> None:
        tag = node.tag
        if tag == f"{W}fldChar":
            self._note(self._fields.turn(node))
        elif tag == f"{W}instrText":
            self._fields.instruct(node.text or "")
        elif tag == f"{W}fldSimple":
            self._note(instruction(node.get(f"{W}instr", ""), has_result=len(node) > 0))
        elif tag == f"{W}hyperlink":
            self._found.tooltips.append(node.get(f"{W}tooltip", ""))
            self._found.link_ids.append(node.get(f"{R}id", ""))
        elif tag == f"{W}sym":
            self._say(symbol(node.get(f"{W}font", ""), node.get(f"{W}char", "")))
        elif tag == f"{M}nary":  # a sum, product or integral, which is what no sign is given for
            sign = node.find(f"./{M}naryPr/{M}chr")
            self._say("∫" if sign is None else sign.get(f"{M}val", ""))
        elif tag == f"{W}subDoc":
            self._found.subdocuments += 1
        self._walk(node)

    def _run(self, run: etree._Element) -> None:
        outer, self._marks = self._marks, self._look.marks(run.find(f"{W}rPr"))
        if run.getparent().tag == _ANNOTATION:  # which is small by convention
            self._marks -= {Mark.TINY}
        self._walk(run)
        self._marks = outer

    def _say(self, text: str) -> None:
        if self._fields.shows:
            self._found.pieces.append((self._marks, text))

    def _around(self, node: etree._Element, before: str, after: str) -> None:
        is_empty = not any(text.text for tag in _TEXTS for text in node.iter(tag))
        self._say("" if is_empty else before)
        self._walk(node)
        self._say("" if is_empty else after)

    def _note(self, found: Instruction) -> None:
        self._say(found.text)
        self._found.tooltips.append(found.tooltip)
        self._found.addresses.append(found.address)
        self._found.has_page_number |= found.is_page
