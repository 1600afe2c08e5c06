"""Embedded and linked objects of other programs, which are named and not read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msglint.extract.pptx.package import P, R

if TYPE_CHECKING:
    from lxml import etree

# By the start of the programmatic identifier; the longer ones first.
_PROGRAMS = {
    "Excel.Chart": "Excel chart",
    "Excel.": "Excel workbook",
    "Word.": "Word document",
    "PowerPoint.Slide.": "PowerPoint slide",
    "PowerPoint.": "PowerPoint presentation",
    "AcroExch.": "PDF document",
    "Acrobat.": "PDF document",
    "Visio.": "Visio drawing",
    "MSProject.": "project plan",
    "MSGraph.": "Microsoft Graph chart",
    "OrgPlus": "organisation chart",
    "Equation.": "formula",
    "Outlook.": "Outlook message",
    "opendocument.Calc": "OpenDocument spreadsheet",
    "opendocument.Writer": "OpenDocument text",
    "Paint.Picture": "picture",
    "PBrush": "picture",
    "Package": "attached file",
}


def object_reason(data: etree._Element, targets: dict[str, str]) -> str:
    """Why the object in an a:graphicData was not read; `targets` are the files that relationships lead to."""
    node = next(data.iter(f"{P}oleObj"), None)
    if node is None:
        return "the embedded object was not read; check it by eye"
    is_linked = next(node.iter(f"{P}link"), None) is not None
    way = "linked" if is_linked else "embedded"
    file = re.split(r"[/\\]", targets.get(node.get(f"{R}id", ""), ""))[-1] if is_linked else ""
    name = f"{program_name(node.get('progId', ''))}{f' ({file})' if file else ''}"
    return f"the {way} {name} was not read; paste its text as a table or check it by eye"


def program_name(identifier: str) -> str:
    """What a reader calls the object of this programmatic identifier: "Excel.Sheet.12" is a workbook."""
    known = next((name for start, name in _PROGRAMS.items() if identifier.startswith(start)), "")
    return known or (f"object ({identifier})" if identifier else "object")
