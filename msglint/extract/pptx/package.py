"""Opening a presentation: any OOXML flavour, and decks with a broken part keep all the others."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree
from pptx.opc.packuri import PackURI

from msglint.errors import UnreadableError
from msglint.extract.pptx.parts import Archive, Part, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_STRICT = "http://purl.oclc.org/ooxml/"
_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")
_EMPTY_SLIDE = '<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cSld><p:spTree/></p:cSld></p:sld>'
_STRICT_DECK = "is a Strict Open XML presentation; save it as 'PowerPoint Presentation (.pptx)'"
_NO_DECK = "its main part is not a presentation; save it as .pptx in PowerPoint"
_DAMAGED = "is damaged and cannot be opened; open it in PowerPoint, let it repair the file, and save it again"
# What is let through when a part is missing, damaged or not XML.
_FAILURES = (
    zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError,
    NotImplementedError, RuntimeError,
)  # fmt: skip
_USUAL_NAME = PackURI("/ppt/presentation.xml")
_WITH_WORDS = frozenset({"slide", "slideLayout", "slideMaster", "notesSlide", "notesMaster", "chart"})


@dataclass(frozen=True, slots=True)
class Deck:
    """An open presentation and the parts of it (names inside the archive) that had to be left out."""

    part: Part
    package: Part
    lost: tuple[str, ...] = ()


def open_deck(data: bytes) -> Deck:
    """Open a deck, template or show; a part whose XML is broken is replaced by an empty one and named."""
    try:
        return Deck(*_presentation(data))
    except _FAILURES:
        pass
    try:
        repaired, lost = _without_broken_parts(data)
        if lost:
            return Deck(*_presentation(repaired), lost)
    except _FAILURES as error:
        raise UnreadableError(_DAMAGED) from error
    raise UnreadableError(_DAMAGED)


def _presentation(data: bytes) -> tuple[Part, Part]:
    """The presentation's part and the package, once all that a slide needs is known to be sound."""
    archive = Archive(data)
    package = archive.part()
    part = next(package.all_related("/officeDocument"), None) or archive.part(_USUAL_NAME)
    part.check()
    if part.root.tag != f"{P}presentation":
        is_strict = part.root.tag.startswith(f"{{{_STRICT}")
        raise UnreadableError(_STRICT_DECK if is_strict else _NO_DECK)
    for followed in _parts_with_words(part):
        followed.check()
    for properties in package.all_related("/core-properties"):
        properties.check()
    return part, package


def _parts_with_words(presentation: Part) -> Iterator[Part]:
    """Slides and what they stand on and show; of a master's layouts only those that a slide stands on."""
    stack, seen = [presentation], {presentation}
    while stack:
        part = stack.pop()
        endings = _WITH_WORDS - {"slideLayout"} if part.root.tag == f"{P}sldMaster" else _WITH_WORDS
        found = [other for ending in endings for other in part.all_related(f"/{ending}")]
        for other in found:
            if other not in seen:
                seen.add(other)
                yield other
                stack.append(other)


def _without_broken_parts(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    out, lost = io.BytesIO(), list[str]()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as copy:
        for member in archive.infolist():
            content = _read(archive, member)
            if content is None or not _is_sound(member.filename, content):
                lost.append(member.filename)
                content = _replacement(member.filename, content or b"")
            copy.writestr(member.filename, content)
    return out.getvalue(), tuple(lost)


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes | None:
    try:
        return archive.read(member)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        return None


def _is_sound(name: str, content: bytes) -> bool:
    if not name.endswith((".xml", ".rels")):
        return True
    try:
        parse(content)
    except ValueError:
        return False
    return True


def _replacement(name: str, content: bytes) -> bytes:
    """What is left of a broken part: its readable XML, or an empty slide in place of one without any."""
    is_slide = _SLIDE.fullmatch(name) is not None
    try:
        root = parse(content, recover=True)
    except ValueError:
        return _EMPTY_SLIDE.encode() if is_slide else content
    rest = bytes(etree.tostring(root))
    # Half a tag is kept as a name that no parser takes.
    if _is_sound(name, rest) and (root.tag == f"{P}sld" or not is_slide):
        return rest
    return _EMPTY_SLIDE.encode() if is_slide else content
