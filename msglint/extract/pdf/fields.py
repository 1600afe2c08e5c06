"""Comments, form fields and links of a page through pdfium."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from msglint.extract.pdf.content import Annotation

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 10_000
_LONGEST_LINK = 8192  # bytes
_TYPED = frozenset(
    {pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX}
)
_MARKUP = frozenset({pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_WIDGET})


def annotations_of(document: Any, page: Any) -> Iterator[Annotation]:
    """What is attached to a page of a pypdfium2 document."""
    form = document.formenv
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            if kind == pdfium.FPDF_ANNOT_WIDGET:
                yield _field(form.raw if form else None, annotation)
            elif kind == pdfium.FPDF_ANNOT_LINK:
                yield Annotation("link", _target(document.raw, pdfium.FPDFAnnot_GetLink(annotation)))
            elif kind not in _MARKUP:
                is_typed = kind == pdfium.FPDF_ANNOT_FREETEXT
                yield Annotation("text" if is_typed else "comment", _entry(annotation, b"Contents"))
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _field(form: Any, annotation: Any) -> Annotation:
    """A form field's value and name, also those that it inherits; without a form, what stands on it."""
    if form and pdfium.FPDFAnnot_GetFormFieldType(form, annotation) in _TYPED:
        value = _text(pdfium.FPDFAnnot_GetFormFieldValue, form, annotation)
        return Annotation("field", value, _text(pdfium.FPDFAnnot_GetFormFieldName, form, annotation))
    if pdfium.FPDFAnnot_GetValueType(annotation, b"V") != pdfium.FPDF_OBJECT_STRING:
        return Annotation("field", "")
    return Annotation("field", _entry(annotation, b"V"), _entry(annotation, b"T"))


def _entry(annotation: Any, key: bytes) -> str:
    return _text(pdfium.FPDFAnnot_GetStringValue, annotation, key)


def _text(function: Any, *arguments: Any) -> str:
    """What a pdfium function writes into a UTF-16 buffer, asked first for its length in bytes."""
    length = function(*arguments, None, 0)
    if length <= 2:
        return ""
    buffer = (pdfium.FPDF_WCHAR * (length // 2 + 1))()
    function(*arguments, buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace")


def _target(document: Any, link: Any) -> str:
    """The web or mail address that a link leads to, "" for one inside the document."""
    action = pdfium.FPDFLink_GetAction(link) if link else None
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    buffer = ctypes.create_string_buffer(_LONGEST_LINK)
    length = pdfium.FPDFAction_GetURIPath(document, action, buffer, _LONGEST_LINK)
    return buffer.raw[: max(0, min(length, _LONGEST_LINK) - 1)].decode("utf-8", "replace")
