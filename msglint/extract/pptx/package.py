"""Opening a presentation: any OOXML flavour, and decks with a broken part keep all the others."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree
from pptx.exc import InvalidXmlError, PackageNotFoundError
from pptx.opc.package import XmlPart
from pptx.package import Package
from pptx.parts.presentation import PresentationPart

from msglint.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_STRICT = b"http://purl.oclc.org/ooxml/"
_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")
_EMPTY_SLIDE = '<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cSld><p:spTree/></p:cSld></p:sld>'
_DAMAGED = "is damaged and cannot be opened; open it in PowerPoint, let it repair the file, and save it again"
# What python-pptx lets through when a part is missing, of another kind or not XML.
_FAILURES = (
    PackageNotFoundError, InvalidXmlError, etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, KeyError,
    ValueError, AttributeError, TypeError, IndexError, EOFError, NotImplementedError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Deck:
    """An open presentation and the parts of it (names inside the archive) that had to be left out."""

    part: PresentationPart
    lost: tuple[str, ...] = ()

    @property
    def package(self) -> Package:
        return self.part.package


def parse(blob: bytes) -> etree._Element:
    """The root of an XML part; entities and the network are off, and small damage is passed over."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(blob, parser)
    if root is None:
        raise ValueError("holds no XML")
    return root


def open_deck(data: bytes) -> Deck:
    """Open a deck, template or show; a part whose XML is broken is replaced by an empty one and named."""
    try:
        return Deck(_presentation(data))
    except _FAILURES:
        pass
    try:
        repaired, lost = _without_broken_parts(data)
        if lost:
            return Deck(_presentation(repaired), lost)
    except _FAILURES as error:
        raise UnreadableError(_DAMAGED) from error
    raise UnreadableError(_reason(data))


def _presentation(data: bytes) -> PresentationPart:
    part = Package.open(io.BytesIO(data)).main_document_part
    if not isinstance(part, PresentationPart):
        raise UnreadableError("its main part is not a presentation; save it as .pptx in PowerPoint")
    return part


def _reason(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "ppt/presentation.xml" in archive.namelist() and _STRICT in archive.read("ppt/presentation.xml"):
            return "is a Strict Open XML presentation; save it as 'PowerPoint Presentation (.pptx)'"
    return _DAMAGED


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
        etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return False
    return True


def _replacement(name: str, content: bytes) -> bytes:
    """What is left of a broken part: its readable XML, or an empty slide in place of one without any."""
    try:
        rest = bytes(etree.tostring(parse(content)))
    except (etree.XMLSyntaxError, ValueError):
        rest = b""
    if rest and _is_sound(name, rest):  # half a tag is kept as a name that no parser takes
        return rest
    return _EMPTY_SLIDE.encode() if _SLIDE.fullmatch(name) else content


def root_of(part: object) -> etree._Element:
    """The root of a part's XML, as python-pptx holds it where it has read it already."""
    return part._element if isinstance(part, XmlPart) else parse(part.blob)  # type: ignore[attr-defined]


def related_root(part: object, identifier: str) -> etree._Element:
    """The XML of the part that a relationship leads to; KeyError where it leads to none in the file."""
    return root_of(part.related_part(identifier))  # type: ignore[attr-defined]


def external_targets(part: object) -> dict[str, str]:
    """The addresses outside the file that a part's relationships lead to, by the relationships' names."""
    rels = part.rels  # type: ignore[attr-defined]
    return {key: relation.target_ref for key, relation in rels.items() if relation.is_external}


def relations(part: object, ending: str) -> Iterator[object]:
    """The parts that `part` points to by a relationship whose type ends so ("/comments")."""
    rels = part._rels if isinstance(part, Package) else part.rels  # type: ignore[attr-defined]
    for relation in rels.values():
        if relation.reltype.endswith(ending) and not relation.is_external:
            yield relation.target_part
