"""The parts of an Office archive and what they point to, each parsed when it is asked for."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree
from pptx.opc.packuri import PACKAGE_URI, PackURI
from pptx.opc.serialized import PackageReader

if TYPE_CHECKING:
    from collections.abc import Iterator


class Archive:
    """The members of an archive as python-pptx unpacks them; raises what `zipfile` raises where it cannot."""

    def __init__(self, data: bytes) -> None:
        self._reader = PackageReader(io.BytesIO(data))
        self._parts: dict[PackURI, Part] = {}

    def __contains__(self, name: PackURI) -> bool:
        return name in self._reader  # type: ignore[comparison-overlap]  # declared to hold bytes

    def part(self, name: PackURI = PACKAGE_URI) -> Part:
        """The part of this name; without one the archive itself, which has relations and no content."""
        if name not in self._parts:
            self._parts[name] = Part(self, name)
        return self._parts[name]

    def read(self, name: PackURI) -> bytes:
        """The content of a member; KeyError where there is none of this name."""
        return self._reader[name]

    def relations(self, name: PackURI) -> etree._Element | tuple[()]:
        """What says where a part points to, empty where it points to nothing."""
        blob = self._reader.rels_xml_for(name)
        return () if blob is None else parse(blob)


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a part points to: `kind` is the address of a type, `target` the name of a part or an address."""

    kind: str
    target: str
    is_external: bool


class Part:
    """One part of an archive. KeyError is raised for what it should hold and does not."""

    def __init__(self, archive: Archive, name: PackURI) -> None:
        self._archive = archive
        self.name = name

    @cached_property
    def root(self) -> etree._Element:
        """The root of the part's XML; entities and the network are off, and small damage is passed over."""
        return parse(self._archive.read(self.name), recover=True)

    @cached_property
    def relations(self) -> dict[str, Relation]:
        """What the part points to, by the names of the relationships; what is not in the file is left out."""
        found = ((node.get("Id", ""), self._relation(node)) for node in self._archive.relations(self.name))
        return {key: relation for key, relation in found if relation is not None}

    def related(self, identifier: str) -> Part:
        """The part that a relationship leads to; KeyError where it leads to none in the file."""
        relation = self.relations[identifier]
        if relation.is_external:
            raise KeyError(identifier)
        return self._archive.part(PackURI(relation.target))

    def all_related(self, ending: str) -> Iterator[Part]:
        """The parts that this one points to by a relationship whose type ends so ("/comments")."""
        for relation in self.relations.values():
            if relation.kind.endswith(ending) and not relation.is_external:
                yield self._archive.part(PackURI(relation.target))

    def check(self) -> None:
        """Raise ValueError if the part's XML is damaged."""
        self.__dict__["root"] = parse(self._archive.read(self.name))  # kept, as it is the same if it is sound

    def _relation(self, node: etree._Element) -> Relation | None:
        kind, target = node.get("Type", ""), node.get("Target", "")
        if node.get("TargetMode") == "External":
            return Relation(kind, target, is_external=True)
        for written in (target, unquote(target)):
            name = PackURI.from_rel_ref(self.name.baseURI, written)
            if name in self._archive:
                return Relation(kind, name, is_external=False)
        return None


def parse(blob: bytes, *, recover: bool = False) -> etree._Element:
    """The root of an XML part; with `recover` of what of it is sound. ValueError where it is damaged."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_blank_text=True, remove_comments=True,
        remove_pis=True, recover=recover,
    )  # fmt: skip
    try:
        root = etree.fromstring(blob, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError("is damaged") from error
    if root is None:
        raise ValueError("holds no XML")
    return root
