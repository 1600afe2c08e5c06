"""Comments, form fields and links of a page through pdfium."""

from __future__ import annotations

import ctypes
import html
import re
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from msglint.extract.pdf.content import Annotation

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 10_000
_MOST_DRAWN = 200  # on a page; each may hold drawings of any size
_LONGEST_LINK = 8192  # bytes
_CHOICES = frozenset({pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX})
_TYPED = _CHOICES | {pdfium.FPDF_FORMFIELD_TEXTFIELD}
_PASSWORD = 1 << 13  # of a text field's flags
_DRAWN = frozenset({pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_WIDGET})
_TAG = re.compile("<[^<>]*>")
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
                yield Annotation("text" if is_typed else "comment", _contents(annotation))
            if kind == pdfium.FPDF_ANNOT_FILEATTACHMENT:
                attached = pdfium.FPDFAnnot_GetFileAttachment(annotation)
                yield Annotation("file", _text(pdfium.FPDFAttachment_GetName, attached) if attached else "")
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def attached_files(document: Any) -> list[str]:
    """The names of the files that are attached to a pypdfium2 document as a whole."""
    count = min(pdfium.FPDFDoc_GetAttachmentCount(document.raw), _MOST)
    attached = (pdfium.FPDFDoc_GetAttachment(document.raw, index) for index in range(count))
    return [_text(pdfium.FPDFAttachment_GetName, each) for each in attached if each]


def draw_on(document: Any, page: Any) -> int:
    """Make what annotations show and no entry of theirs says a part of the page; how many were left out.

    The page loses its other annotations; it shows the change when it is loaded again.
    """
    form = document.formenv
    count = min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST)
    drawn = [index for index in range(count) if _is_drawn_only(form.raw if form else None, page, index)]
    if not drawn:
        return 0
    kept = set(drawn[:_MOST_DRAWN])
    for index in reversed(range(count)):
        if index not in kept:
            pdfium.FPDFPage_RemoveAnnot(page.raw, index)
    is_done = pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS
    return len(drawn) - len(kept) if is_done else len(drawn)


def _is_drawn_only(form: Any, page: Any, index: int) -> bool:
    """Whether an annotation is a stamp, or text, field or button whose words stand only in its picture."""
    annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
    if not annotation:
        return False
    try:
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        is_drawn = pdfium.FPDFAnnot_GetAP(annotation, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > 2
        if kind not in _DRAWN or not is_drawn or pdfium.FPDFAnnot_HasKey(annotation, b"AS"):
            return False
        if kind == pdfium.FPDF_ANNOT_WIDGET:
            return not _field(form, annotation).text and not _is_password(form, annotation)
        return kind == pdfium.FPDF_ANNOT_STAMP or not _contents(annotation)
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _field(form: Any, annotation: Any) -> Annotation:
    """A form field's value and name, also those that it inherits; without a form, what stands on it."""
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, annotation) if form else None
    if kind in _TYPED:
        value = _chosen(form, annotation) if kind in _CHOICES else ""
        value = value or _text(pdfium.FPDFAnnot_GetFormFieldValue, form, annotation)
        value = value or _without_tags(_entry(annotation, b"RV"))
        name = _text(pdfium.FPDFAnnot_GetFormFieldName, form, annotation)
        return Annotation("field", "" if _is_password(form, annotation) else value, name)
    if pdfium.FPDFAnnot_GetValueType(annotation, b"V") != pdfium.FPDF_OBJECT_STRING:
        return Annotation("field", "")
    return Annotation("field", _entry(annotation, b"V"), _entry(annotation, b"T"))


def _chosen(form: Any, annotation: Any) -> str:
    """The options that are chosen, by the names that readers see."""
    count = min(pdfium.FPDFAnnot_GetOptionCount(form, annotation), _MOST)
    return ", ".join(
        _text(pdfium.FPDFAnnot_GetOptionLabel, form, annotation, index)
        for index in range(count)
        if pdfium.FPDFAnnot_IsOptionSelected(form, annotation, index)
    )


def _is_password(form: Any, annotation: Any) -> bool:
    return bool(form) and bool(pdfium.FPDFAnnot_GetFormFieldFlags(form, annotation) & _PASSWORD)


def _contents(annotation: Any) -> str:
    """An annotation's text, the one with formats where there is no plain one."""
    return _entry(annotation, b"Contents") or _without_tags(_entry(annotation, b"RC"))


def _without_tags(text: str) -> str:
    return html.unescape(_TAG.sub(" ", text)).strip()


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
