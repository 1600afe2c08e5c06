"""What the slides of a deck inherit: layouts and masters with their styles, colours and drawings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msglint.extract.pptx.ground import Sheet, paper_of
from msglint.extract.pptx.look import Look
from msglint.extract.pptx.package import P
from msglint.extract.pptx.shapes import Layout
from msglint.extract.pptx.style import TextStyles
from msglint.extract.pptx.theme import Palette, Theme, palette_of, theme_of

if TYPE_CHECKING:
    from lxml import etree

    from msglint.extract.pptx.parts import Part


@dataclass(slots=True)
class Design:
    """A layout with its master, for reading the pages that stand on them.

    `shown` are the roots among the two whose own shapes are drawn on at least one slide.
    """

    layout: Layout
    styles: TextStyles
    palette: Palette
    sheet: Sheet | None
    parts: tuple[Part, ...] = ()
    shown: set[etree._Element] = field(default_factory=set)

    def look_of(self, slide: etree._Element, height: int) -> Look:
        """The look of texts on a slide of this design that is `height` EMU high."""
        palette = self.palette.mapped_by(slide.find(f"{P}clrMapOvr"))
        paper = paper_of((slide, self.layout.layout, self.layout.master), palette)
        return Look(Sheet(slide, self.layout, palette, paper, self.sheet), self.styles, height)


class Designs:
    """The designs of a deck, each worked out once. `default` is the deck's p:defaultTextStyle."""

    def __init__(self, presentation: etree._Element) -> None:
        self._default = presentation.find(f"{P}defaultTextStyle")
        self._found: dict[Part | None, Design] = {}

    def of(self, slide: Part) -> Design:
        """The design of a slide; a slide without its layout has an empty one."""
        part = next(slide.all_related("/slideLayout"), None)
        if part not in self._found:
            master = None if part is None else next(part.all_related("/slideMaster"), None)
            self._found[part] = self._empty() if not part or not master else self._design(part, master)
        design = self._found[part]
        _note_shown(design, slide.root)
        return design

    def all(self) -> tuple[Design, ...]:
        """Every design asked for so far."""
        return tuple(self._found.values())

    def _empty(self) -> Design:
        layout = Layout(None, None)
        return Design(layout, TextStyles(layout, self._default), Palette(), None)

    def _design(self, part: Part, master_part: Part) -> Design:
        root, master = part.root, master_part.root
        layout = Layout(root, master)
        whole = palette_of(master, _theme(master_part, part))
        own = whole.mapped_by(root.find(f"{P}clrMapOvr"))
        beneath = Sheet(master, layout, whole, paper_of((master,), whole), None)
        sheet = Sheet(root, layout, own, paper_of((root, master), own), beneath)
        return Design(layout, TextStyles(layout, self._default), own, sheet, (master_part, part))


def _theme(master: Part, layout: Part) -> Theme:
    """The theme of a master; none where a layout overrides parts of it, so that no colour is certain."""
    if any(layout.all_related("/themeOverride")):
        return Theme()
    try:
        return next((theme_of(part.root) for part in master.all_related("/theme")), Theme())
    except (KeyError, ValueError):
        return Theme()


def _note_shown(design: Design, slide: etree._Element) -> None:
    hiding = {"0", "false"}
    if slide.get("showMasterSp") in hiding or design.layout.layout is None:
        return
    design.shown.add(design.layout.layout)
    if design.layout.layout.get("showMasterSp") not in hiding and design.layout.master is not None:
        design.shown.add(design.layout.master)
