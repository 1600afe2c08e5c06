"""Headers and footers: which of them each section shows, and each wording once a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msglint.extract.docx.package import Part, PartError, W
from msglint.extract.docx.story import Progress, Setting, StoryReader
from msglint.extract.docx.styles import is_on
from msglint.extract.pptx.package import R
from msglint.model import Block, BlockKind, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from msglint.extract.docx.look import Fill

_KINDS = {"header": BlockKind.HEADER, "footer": BlockKind.FOOTER}
_PAGES = {"default": "", "first": "first-page ", "even": "even-page "}


@dataclass(frozen=True, slots=True)
class Margin:
    """A header or footer part: `step` says which ("first-page header"), `is_shown` if any page has it."""

    name: str
    kind: BlockKind
    step: str
    is_shown: bool


def margins_of(progress: Progress, main: Part, *, has_even_pages: bool) -> list[Margin]:
    """Every header and footer of the document once, those that are shown first."""
    found: dict[str, Margin] = {}
    current: dict[tuple[str, str], str] = {}
    for number, section in enumerate(_sections(main.root), start=1):
        shown = {"default": True, "first": is_on(section.find(f"{W}titlePg")), "even": has_even_pages}
        current |= dict(_references(section))  # what a section does not name goes on from the last one
        for (what, page), identifier in current.items():
            name = _target(progress, main, identifier)
            if name and not (name in found and found[name].is_shown):
                step = f"{_PAGES[page]}{what}"
                taken = any(one.step == step for key, one in found.items() if key != name)
                step = f"{step} of section {number}" if taken else step
                found[name] = Margin(name, _KINDS[what], step, shown[page])
    for what, kind in _KINDS.items():
        for name in progress.package.related(main, what):
            found.setdefault(name, Margin(name, kind, f"unused {what}", is_shown=False))
    return sorted(found.values(), key=lambda one: not one.is_shown)


def _sections(root: etree._Element) -> Iterator[etree._Element]:
    for section in root.iter(f"{W}sectPr"):
        if section.getparent().tag != f"{W}sectPrChange":
            yield section


def _references(section: etree._Element) -> Iterator[tuple[tuple[str, str], str]]:
    for what in _KINDS:
        for node in section.iterfind(f"{W}{what}Reference"):
            page = node.get(f"{W}type", "default")
            yield (what, page if page in _PAGES else "default"), node.get(f"{R}id", "")


def _target(progress: Progress, main: Part, identifier: str) -> str:
    if not main.relations:  # the list of parts is lost, which is named; they are found by their usual names
        return ""
    try:
        return main.target(identifier)
    except PartError as error:
        progress.skip(("headers and footers",), str(error))
        return ""


def margin_blocks(progress: Progress, margins: list[Margin], behind: Fill) -> Iterator[Block]:
    """What headers and footers say, each wording once; those that no page shows are marked hidden."""
    seen: set[tuple[BlockKind, str]] = set()
    for margin in margins:
        marks = frozenset[Mark]() if margin.is_shown else frozenset({Mark.HIDDEN})
        setting = Setting((margin.step,), margin.kind, marks=marks, behind=behind, is_short=True)
        try:
            part = progress.package.part(margin.name)
        except PartError as error:
            progress.skip((margin.step,), str(error))
            continue
        for block in StoryReader(progress, part, setting, part.root).blocks:
            if (block.kind, block.text) not in seen:
                seen.add((block.kind, block.text))
                yield block
