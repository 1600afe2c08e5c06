"""Word documents: the body with its notes, then headers and footers, comments and the file's properties."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from msglint.extract.docx.drawing import lies_behind_text
from msglint.extract.docx.look import Looks
from msglint.extract.docx.margins import Margin, margin_blocks, margins_of
from msglint.extract.docx.notes import comment_blocks, note_blocks
from msglint.extract.docx.package import Package, Part, PartError, W
from msglint.extract.docx.properties import property_blocks
from msglint.extract.docx.story import Progress, Setting, StoryReader
from msglint.extract.docx.styles import Styles, is_on
from msglint.model import Block, BlockKind, Document, Skipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml import etree

    from msglint.extract.docx.look import Fill

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PAPER = "FFFFFF"
_HEX = re.compile(r"[0-9A-Fa-f]{6}")


def read_docx(data: bytes, name: str) -> Document:
    """All text of a document or template as it stands when tracked changes are accepted.

    Raises `UnreadableError` where it cannot be opened at all.
    """
    package = Package(data)
    main = package.main()
    settings = _root(package, main, "settings")
    styles = Styles(_root(package, main, "styles"), _root(package, main, "numbering"))
    progress = Progress(name, package, styles, Looks(styles))
    margins = margins_of(progress, main, has_even_pages=_is_set(settings, "evenAndOddHeaders"))
    blocks = _blocks(progress, main, margins, _page_fill(package, main, margins, settings))
    skipped = [*progress.skipped, *_pictures(progress), *_damaged(package, main, name)]
    if all(block.kind is BlockKind.META for block in blocks):
        reason = "the document holds no text; if its pages are pictures, export it to PDF and run OCR"
        return Document(_MEDIA_TYPE, (), (*skipped, Skipped(name, "file", reason)))
    return Document(_MEDIA_TYPE, tuple(blocks), tuple(skipped))


def _blocks(progress: Progress, main: Part, margins: list[Margin], page: Fill) -> list[Block]:
    blocks: list[Block] = []
    stories: tuple[tuple[str, Callable[[], Iterable[Block]]], ...] = (
        ("body", lambda: StoryReader(progress, main, Setting(behind=page), main.root).blocks),
        ("footnotes", lambda: note_blocks(progress, main, "footnote", page)),
        ("endnotes", lambda: note_blocks(progress, main, "endnote", page)),
        ("headers and footers", lambda: margin_blocks(progress, margins, page)),
        ("comments", lambda: comment_blocks(progress, main)),
        ("properties", lambda: property_blocks(progress.package)),
    )
    for region, read in stories:
        try:
            blocks.extend(read())
        except PartError as error:
            progress.skip((region,), str(error))
        except Exception as error:  # the boundary of one story: the others are read whatever is wrong in it
            progress.skip((region,), f"could not be read ({type(error).__name__}); check it by eye")
    return blocks


def _root(package: Package, main: Part, kind: str) -> etree._Element | None:
    """A part that only helps to read the others; where it is lost, they are read without it."""
    for name in package.related(main, kind):
        try:
            return package.part(name).root
        except PartError:
            package.damaged[name] = None
    return None


def _is_set(settings: etree._Element | None, name: str) -> bool:
    return settings is not None and is_on(settings.find(f"{W}{name}"))


def _page_fill(package: Package, main: Part, margins: list[Margin], settings: etree._Element | None) -> Fill:
    """The colour of the paper; not known where pictures or shapes lie behind the words."""
    roots = [main.root]
    for margin in margins:
        try:
            roots.append(package.part(margin.name).root)
        except PartError:
            continue
    background = main.root.find(f"{W}background")
    if any(map(lies_behind_text, roots)) or (background is not None and len(background)):
        return None
    colour = "" if background is None else background.get(f"{W}color", "")
    is_painted = _is_set(settings, "displayBackgroundShape") and _HEX.fullmatch(colour)
    return str(colour).upper() if is_painted else _PAPER


def _pictures(progress: Progress) -> list[Skipped]:
    count = progress.bare_pictures
    if not count:
        return []
    what = "1 picture without alt text was" if count == 1 else f"{count} pictures without alt text were"
    reason = f"{what} not read; add alt text where a picture carries words"
    return [Skipped(progress.asset, "pictures", reason, count)]


def _damaged(package: Package, main: Part, asset: str) -> list[Skipped]:
    reason = "is damaged, so text may be missing; open the document in Word and save it again"
    regions = {main.name: "body", "core": "properties", "custom": "properties"}
    names = (name if name == main.name else _region(name) for name in package.damaged)
    return [Skipped(asset, regions.get(name, name), reason) for name in names]


def _region(member: str) -> str:
    """What users call a part: "header" for word/header2.xml."""
    path = PurePosixPath(member)
    return "list of parts" if path.suffix == ".rels" else path.stem.rstrip("0123456789")
