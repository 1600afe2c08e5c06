"""Small real decks for the tests, and the parts of a deck that python-pptx does not write."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from lxml import etree
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Inches

from msglint.extract.pptx.deck import read_pptx

if TYPE_CHECKING:
    from msglint.model import Document

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CDR = "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"
DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
DSP = "http://schemas.microsoft.com/office/drawing/2008/diagram"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
A14 = "http://schemas.microsoft.com/office/drawing/2010/main"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
P188 = "http://schemas.microsoft.com/office/powerpoint/2018/8/main"
VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_NAMES = {
    "a": A, "p": P, "r": R, "c": C, "cdr": CDR, "dgm": DGM, "dsp": DSP, "mc": MC, "m": M, "a14": A14,
    "p14": P14, "p188": P188, "vt": VT,
}  # fmt: skip
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001"
    "05fe02fea7350000000049454e44ae426082"
)


def saved(deck: Any) -> bytes:
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def read(deck: Any) -> Document:
    return read_pptx(saved(deck), "deck.pptx")


def slide(deck: Any, layout: int = 5, title: str = "The title") -> Any:
    added = deck.slides.add_slide(deck.slide_layouts[layout])
    if added.shapes.title is not None:
        added.shapes.title.text = title
    return added


def box(shapes: Any, text: str, left: float, top: float, width: float = 3, height: float = 0.5) -> Any:
    """A text box; places are inches."""
    shape = shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height))
    shape.text_frame.text = text
    return shape


def picture(shapes: Any, alt: str) -> Any:
    shape = shapes.add_picture(io.BytesIO(PNG), 0, 0)
    shape._element.nvPicPr.cNvPr.set("descr", alt)
    return shape


def xml(text: str) -> Any:
    """The element that `text` describes; the usual prefixes are declared in it."""
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMES.items())
    return etree.fromstring(f"<root {names}>{text}</root>".encode())[0]


def placeholder(shapes: Any, kind: str, text: str) -> Any:
    """A placeholder of this type with its own words and place."""
    shape = box(shapes, text, 1, 5)
    shape._element.nvSpPr.nvPr.append(xml(f'<p:ph type="{kind}" idx="42"/>'))
    return shape


def add_part(owner: Any, name: str, kind: str, text: str) -> Any:
    """A part of the package with this XML that `owner` points to; `kind` ends the relationship's type.

    Gives the part and the relationship's identifier.
    """
    package = owner if not hasattr(owner, "package") else owner.package
    blob = etree.tostring(xml(text), xml_declaration=True, encoding="UTF-8")
    part = Part(PackURI(name), "application/xml", package, blob)
    return part, owner.relate_to(part, f"{R}/{kind}")


def smartart(added: Any, outline: str, drawing: str = "") -> None:
    """A SmartArt with these texts in its outline ("" for an empty one) and in its drawing."""
    number = len(added.shapes) + 1
    where = f"{added.part.partname.baseURI}/{added.part.partname.idx}"
    point = f'<dgm:pt modelId="1"><dgm:t><a:p><a:r><a:t>{outline}</a:t></a:r></a:p></dgm:t></dgm:pt>'
    shape = f"<dsp:sp><dsp:txBody><a:p><a:r><a:t>{drawing}</a:t></a:r></a:p></dsp:txBody></dsp:sp>"
    _, drawn = add_part(
        added.part, f"{where}/drawing{number}.xml", "diagramDrawing",
        f"<dsp:drawing><dsp:spTree>{shape}</dsp:spTree></dsp:drawing>",
    )  # fmt: skip
    uri = "http://schemas.microsoft.com/office/drawing/2008/diagram"
    link = f'<dgm:extLst><a:ext uri="{uri}"><dsp:dataModelExt relId="{drawn}"/></a:ext></dgm:extLst>'
    _, data = add_part(
        added.part, f"{where}/data{number}.xml", "diagramData",
        f'<dgm:dataModel><dgm:ptLst><dgm:pt modelId="0" type="doc"/>{point if outline else ""}</dgm:ptLst>'
        f'<dgm:cxnLst><dgm:cxn modelId="2" srcId="0" destId="1" srcOrd="0"/></dgm:cxnLst>{link}'
        "</dgm:dataModel>",
    )  # fmt: skip
    added.shapes._spTree.append(graphic_frame(DGM, f'<dgm:relIds r:dm="{data}"/>', f"Diagram {number}"))


def graphic_frame(uri: str, content: str, name: str) -> Any:
    return xml(
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="99" name="{name}"/><p:cNvGraphicFramePr/><p:nvPr/>'
        f'</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm><a:graphic>'
        f'<a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic></p:graphicFrame>'
    )
