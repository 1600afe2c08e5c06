"""A Word document in the making: python-docx's template, and markup for what python-docx does not write."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
DECLARED = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass
class Draft:
    """A document in the making, with the notes that are written into parts of their own at the end."""

    document: Any = field(default_factory=docx.Document)
    notes: dict[str, list[str]] = field(default_factory=lambda: {"footnote": [], "endnote": []})
    custom: list[str] = field(default_factory=list)
    parts: int = 0

    def add(self, markup: str, owner: Any = None) -> None:
        """Append elements to the body, or to a header, footer, cell or comment."""
        root = etree.fromstring(f"<root {DECLARED}>{markup}</root>")
        body = self.document.element.body if owner is None else owner._element
        for node in root:
            if body is self.document.element.body:
                body.insert(len(body) - 1, node)  # the last section's properties stay last
            else:
                body.append(node)

    def relate(self, name: str, content_type: str, kind: str, xml: str) -> str:
        """Add a part that the document's own part points to; the relationship's id."""
        self.parts += 1
        uri = PackURI(f"/word/{name.format(self.parts)}")
        part = Part(uri, content_type, xml.encode(), self.document.part.package)
        return str(self.document.part.relate_to(part, f"{OFFICE}/relationships/{kind}"))

    def saved(self) -> bytes:
        for what, notes in self.notes.items():
            if notes:
                separator = f'<w:{what} w:id="-1" w:type="separator"><w:p/></w:{what}>'
                xml = f"<w:{what}s {DECLARED}>{separator}{''.join(notes)}</w:{what}s>"
                self.relate(f"{what}s.xml", f"{WORDML}.{what}s+xml", f"{what}s", xml)
        if self.custom:
            types = f'xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes"'
            xml = f"<Properties {types}>{''.join(self.custom)}</Properties>"
            package = self.document.part.package
            kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
            part = Part(PackURI("/docProps/custom.xml"), kind, xml.encode(), package)
            package.relate_to(part, f"{OFFICE}/relationships/custom-properties")
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


SHAPE = (
    '<wps:wsp><wps:cNvPr id="1" name="Box" descr="{alt}"/><wps:spPr/><wps:txbx><w:txbxContent>{content}'
    "</w:txbxContent></wps:txbx></wps:wsp>"
)
VML = (
    '<w:pict><v:shape alt="{alt}"><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape>'
    "</w:pict>"
)


def drawing(graphic: str, attributes: str = "") -> str:
    return (
        f'<w:drawing><wp:inline><wp:docPr id="1" name="Drawing" {attributes}/>'
        f'<a:graphic><a:graphicData uri="any">{graphic}</a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


def alternatives(choice: str, fallback: str) -> str:
    """What Word writes for every text box: the new form, and the same words again in the old one."""
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def box(content: str, alt: str = "") -> str:
    old = VML.format(content=content, alt=alt)
    return alternatives(drawing(SHAPE.format(content=content, alt=alt)), old)
