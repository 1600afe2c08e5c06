"""Bytes of an asset to a `Document`: one function a format, listed in one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from msglint.errors import UnreadableError
from msglint.extract.identify import check_identity
from msglint.model import BlockKind, Document, Skipped, Source

Extractor = Callable[[bytes, str], Document]

_OFFICE = "application/vnd.openxmlformats-officedocument"
_MS = "application/vnd.ms-powerpoint"


# The formats' modules are imported when the first file of their kind is read: each brings a heavy library.
def _pptx(data: bytes, name: str) -> Document:
    from msglint.extract.pptx import read_pptx

    return read_pptx(data, name)


def _pdf(data: bytes, name: str) -> Document:
    from msglint.extract.pdf import read_pdf

    return read_pdf(data, name)


def _html(data: bytes, name: str) -> Document:
    from msglint.extract.html import read_html

    return read_html(data, name)


def _markdown(data: bytes, name: str) -> Document:
    from msglint.extract.markdown import read_markdown

    return read_markdown(data, name)


def _mdx(data: bytes, name: str) -> Document:
    from msglint.extract.markdown import read_mdx

    return read_mdx(data, name)


def _plain(data: bytes, name: str) -> Document:
    from msglint.extract.plain import read_plain

    return read_plain(data, name)


def _refuse(what: str, next_step: str) -> Extractor:
    def refuse(_data: bytes, _name: str) -> Document:
        raise UnreadableError(f"not read: {what}; {next_step}")

    return refuse


EXTRACTORS: dict[str, Extractor] = {
    f"{_OFFICE}.presentationml.presentation": _pptx,
    f"{_MS}.presentation.macroEnabled.12": _pptx,
    f"{_OFFICE}.presentationml.slideshow": _pptx,
    f"{_MS}.slideshow.macroEnabled.12": _pptx,
    f"{_OFFICE}.presentationml.template": _pptx,
    f"{_MS}.template.macroEnabled.12": _pptx,
    "application/pdf": _pdf,
    "text/html": _html,
    "application/xhtml+xml": _html,
    "text/markdown": _markdown,
    "text/mdx": _mdx,
    "text/plain": _plain,
    _MS: _refuse("PowerPoint 97-2003 (.ppt)", "open it in PowerPoint and save it as .pptx"),
    "application/msword": _refuse("Word 97-2003 (.doc)", "save it as PDF and check the PDF"),
    f"{_OFFICE}.wordprocessingml.document": _refuse("Word (.docx)", "save it as PDF and check the PDF"),
    "application/rtf": _refuse("Rich Text (.rtf)", "save it as PDF and check the PDF"),
    "application/vnd.apple.keynote": _refuse("Keynote", "export it to PowerPoint (.pptx) and check that"),
    "application/vnd.apple.pages": _refuse("Pages", "export it to PDF and check the PDF"),
    "application/vnd.oasis.opendocument.presentation": _refuse("OpenDocument (.odp)", "save it as .pptx"),
    "application/vnd.oasis.opendocument.text": _refuse("OpenDocument (.odt)", "save it as PDF"),
}


def extract(source: Source) -> Document:
    """Read one asset. Whatever goes wrong is in the document's `skipped`, in words a user can act on."""
    try:
        document = _read(source)
    except UnreadableError as error:
        return _unread(source, str(error))
    except OSError as error:
        return _unread(
            source, f"the file cannot be opened ({error.strerror or error}); check its permissions"
        )
    except MemoryError:
        return _unread(source, "needs more memory than there is; split the file and check the parts")
    except Exception as error:  # the last boundary: a bug in one reader must not lose the other assets
        return _unread(source, f"internal error ({type(error).__name__}: {error}); please report it")
    if any(block.kind is not BlockKind.META for block in document.blocks):
        return replace(document, media_type=source.media_type)
    reasons = document.skipped or (Skipped(source.name, "file", "holds no text; nothing could be checked"),)
    return Document(source.media_type, (), reasons)


def _read(source: Source) -> Document:
    extractor = EXTRACTORS.get(source.media_type)
    if extractor is None:
        raise UnreadableError(
            f"not read: no reader for {source.media_type}; save it as .pptx, .pdf, .html or .md"
        )
    data = b"" if source.path.is_dir() else source.path.read_bytes()
    if not data and not source.path.is_dir():
        raise UnreadableError("the file is empty (0 bytes); export or download it again")
    check_identity(data, source.media_type)
    return extractor(data, source.name)


def _unread(source: Source, reason: str) -> Document:
    return Document(source.media_type, (), (Skipped(source.name, "file", " ".join(reason.split())),))
