"""Footnotes, endnotes and comments: each with its number, under the heading that it is referred to from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.extract.docx.package import Part, PartError, W
from msglint.extract.docx.story import Progress, Setting, StoryReader
from msglint.model import Block, BlockKind, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from msglint.extract.docx.look import Fill


def note_blocks(progress: Progress, main: Part, what: str, behind: Fill) -> Iterator[Block]:
    """The notes of a kind ("footnote", "endnote") by their numbers; those never referred to are hidden.

    Notes whose mark was deleted under tracked changes are left out with it.
    """
    marked = {node.get(f"{W}id") for node in main.root.iter(f"{W}{what}Reference")}
    for part in _parts(progress, main, f"{what}s"):
        notes = {node.get(f"{W}id", ""): node for node in part.root.iter(f"{W}{what}") if _has_words(node)}
        used = [key for kind, key in progress.references if kind == what and key in notes]
        for number, key in enumerate(used, start=1):
            setting = Setting((f"{what} {number}",), heading=progress.references[what, key], behind=behind)
            yield from _blocks(progress, part, setting, notes[key])
        for number, key in enumerate((key for key in notes if key not in marked), start=len(used) + 1):
            hidden = Setting((f"{what} {number}",), marks=frozenset({Mark.HIDDEN}), behind=behind)
            yield from _blocks(progress, part, hidden, notes[key])


def comment_blocks(progress: Progress, main: Part) -> Iterator[Block]:
    """Comments and their replies in the order of the file."""
    for part in _parts(progress, main, "comments"):
        for number, node in enumerate(part.root.iter(f"{W}comment"), start=1):
            heading = progress.references.get(("comment", node.get(f"{W}id", "")), "")
            setting = Setting(("comments", f"comment {number}"), BlockKind.COMMENT, heading)
            yield from _blocks(progress, part, setting, node)


def _has_words(note: etree._Element) -> bool:
    """Separators and their like are drawn between notes and say nothing."""
    return note.get(f"{W}type") in {None, "normal"}


def _parts(progress: Progress, main: Part, kind: str) -> Iterator[Part]:
    for name in progress.package.related(main, kind):
        try:
            yield progress.package.part(name)
        except PartError as error:
            progress.skip((kind,), str(error))


def _blocks(progress: Progress, part: Part, setting: Setting, story: etree._Element) -> list[Block]:
    return StoryReader(progress, part, replace(setting, is_short=True), story).blocks
