"""The parts of a Word file: each is opened when it is asked for, so that a damaged one loses only itself."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from msglint.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# ISO 29500 Strict names the same elements under other addresses.
_STRICT = re.compile(rb"""(?<=["'])http://purl\.oclc\.org/ooxml/(\w+)/""")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
_MOST_BYTES = 128 << 20  # of one part's XML: a thousand pages have 20 MiB, and its tree takes ten times that
_CHUNK = 1 << 16
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)
_DAMAGED = "is damaged and cannot be opened; open it in Word, let it repair the file, and save it again"


class PartError(Exception):
    """A part that cannot be read; the message is the reason a user sees."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a part points to: `kind` ends its type ("footnotes"), `target` is a member or an address."""

    kind: str
    target: str
    is_external: bool


@dataclass(frozen=True, slots=True)
class Part:
    """An XML part with what it points to, by relationship id."""

    name: str
    root: etree._Element
    relations: Mapping[str, Relation] = field(default_factory=dict)

    def target(self, identifier: str) -> str:
        """The part that a relationship points to. Raises `PartError` where it is not in the file."""
        relation = self.relations.get(identifier)
        if relation is None:
            raise PartError("is missing from the file; open the document in Word and save it again")
        if relation.is_external:
            raise PartError("is kept in another file, which is not opened; check that file by itself")
        return relation.target

    def targets(self, kind: str) -> tuple[str, ...]:
        """The names of the parts in this file that are pointed to by relationships of `kind`, each once."""
        found = (one.target for one in self.relations.values() if one.kind == kind and not one.is_external)
        return tuple(dict.fromkeys(found))


class Package:
    """An open archive. `damaged` names the members that were read only as far as they are sound."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (*_UNREADABLE, ValueError) as error:
            raise UnreadableError(_DAMAGED) from error
        self._members = {member.filename.lower(): member for member in self._archive.infolist()}
        self._parts: dict[str, Part] = {}
        self.damaged: dict[str, None] = {}

    def main(self) -> Part:
        """The document's own part. Raises `UnreadableError` where there is none."""
        names = [*self._start().targets("officedocument"), "word/document.xml"]
        name = next((name for name in names if name.lower() in self._members), "")
        try:
            part = self.part(name)
        except PartError as error:
            raise UnreadableError(_DAMAGED) from error
        if part.root.tag != f"{W}document":
            raise UnreadableError("its main part is not a Word document; save it as .docx in Word")
        return part

    def property_names(self) -> tuple[str, ...]:
        """The names of the parts that describe the file: its core and its custom properties."""
        start = self._start()
        return (*start.targets("coreproperties"), *start.targets("customproperties"))

    def related(self, part: Part, kind: str) -> tuple[str, ...]:
        """The names of the parts of `kind` that `part` uses; by their usual names where its list is lost."""
        if part.relations:
            return part.targets(kind)
        usual = re.compile(rf"{re.escape(posixpath.dirname(part.name))}/{kind}\d*\.xml", re.IGNORECASE)
        return tuple(member.filename for member in self._members.values() if usual.fullmatch(member.filename))

    def part(self, name: str) -> Part:
        """One XML part. Raises `PartError` where it is missing or holds nothing that can be read."""
        if name not in self._parts:
            self._parts[name] = Part(name, self._parse(name), self._relations(name))
        return self._parts[name]

    def _start(self) -> Part:
        return Part("", etree.Element("package"), self._relations(""))

    def _relations(self, name: str) -> dict[str, Relation]:
        folder, stem = posixpath.split(name)
        path = posixpath.join(folder, "_rels", f"{stem}.rels")
        if path.lower() not in self._members:
            return {}
        try:
            nodes = self._parse(path).iter(_RELATION)
        except PartError:
            self.damaged[path] = None
            return {}
        return {node.get("Id", ""): _relation(node, folder) for node in nodes}

    def _parse(self, name: str) -> etree._Element:
        content = self._read(name)
        if b"http://purl.oclc.org/ooxml/" in content[:_CHUNK]:
            content = _STRICT.sub(_TRANSITIONAL, content)
        root = _tree(content, recover=False)
        if root is None:
            root = _tree(content, recover=True)
            self.damaged[name] = None
        if root is None:
            del self.damaged[name]
            raise PartError("is damaged; open the document in Word and save it again")
        if root.getroottree().docinfo.internalDTD is not None:  # its entities are not expanded
            self.damaged[name] = None
        return root

    def _read(self, name: str) -> bytes:
        member = self._members.get(name.lower())
        if member is None:
            raise PartError("is missing from the file; open the document in Word and save it again")
        if member.file_size > _MOST_BYTES:
            raise PartError("holds far more than a document does; split it and check the parts")
        content = bytearray()
        try:
            with self._archive.open(member) as stream:
                while chunk := stream.read(_CHUNK):
                    content += chunk
        except _UNREADABLE:
            self.damaged[name] = None
        return bytes(content)


def _tree(content: bytes, *, recover: bool) -> etree._Element | None:
    """The root of the XML, None where it is damaged; with `recover`, of what of it is sound."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, recover=recover
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return None


def _relation(node: etree._Element, folder: str) -> Relation:
    kind = node.get("Type", "").rpartition("/")[2].replace("-", "").lower()
    target = node.get("Target", "")
    if node.get("TargetMode") == "External":
        return Relation(kind, target, is_external=True)
    path = posixpath.normpath(posixpath.join("/", folder, unquote(target)))
    return Relation(kind, path.lstrip("/"), is_external=False)
