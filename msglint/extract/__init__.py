"""Bytes of an asset to a `Document`: one function a format, listed in one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from msglint.errors import UnreadableError
from msglint.extract.identify import check_identity
from msglint.extract.loading import load
from msglint.model import BlockKind, Document, Skipped, Source

Extractor = Callable[[bytes, str], Document]

_OFFICE = "application/vnd.openxmlformats-officedocument"
_MS = "application/vnd.ms-powerpoint"


# The formats' modules are imported when the first file of their kind is read: each brings a heavy library.
def _pptx(data: bytes, name: str) -> Document:
    from msglint.extract.pptx.deck import read_pptx

    return read_pptx(data, name)


def _pdf(data: bytes, name: str) -> Document:
    from msglint.extract.pdf.document import read_pdf

    return read_pdf(data, name)


def _html(data: bytes, name: str) -> Document:
    from msglint.extract.html.page import read_html

    return read_html(data, name)


def _markdown(data: bytes, name: str) -> Document:
    from msglint.extract.markdown.document import read_markdown

    return read_markdown(data, name)


def _mdx(data: bytes, name: str) -> Document:
    from msglint.extract.markdown.document import read_mdx

    return read_mdx(data, name)


def _plain(data: bytes, name: str) -> Document:
    from msglint.extract.plain import read_plain

    return read_plain(data, name)


def _docx(data: bytes, name: str) -> Document:
    from msglint.extract.docx.document import read_docx

    return read_docx(data, name)


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
    f"{_OFFICE}.wordprocessingml.document": _docx,
    "application/vnd.ms-word.document.macroEnabled.12": _docx,
    f"{_OFFICE}.wordprocessingml.template": _docx,
    "application/vnd.ms-word.template.macroEnabled.12": _docx,
}

REFUSED: dict[str, str] = {
    _MS: "PowerPoint 97-2003 (.ppt); open it in PowerPoint and save it as .pptx",
    "application/msword": "Word 97-2003 (.doc); open it in Word and save it as .docx",
    "application/rtf": "Rich Text (.rtf); open it in Word and save it as .docx",
    "application/vnd.apple.keynote": "Keynote; export it to PowerPoint (.pptx) and check that",
    "application/vnd.apple.pages": "Pages; export it to Word (.docx) and check that",
    "application/vnd.oasis.opendocument.presentation": "OpenDocument (.odp); save it as .pptx",
    "application/vnd.oasis.opendocument.text": "OpenDocument (.odt); save it as .docx",
}
"""Formats that hold messaging and have no reader: what they are called, and what to do instead."""


# No document is longer, and all that is read is judged: a report of a thousand pages has half as much.
MOST_BLOCKS = 20_000
MOST_CHARACTERS = 5_000_000


def extract(source: Source) -> Document:
    """Read one asset. Whatever goes wrong is in the document's `skipped`, in words a user can act on."""
    try:
        document = _read(source)
    except UnreadableError as error:
        return unread(source, str(error))
    except OSError as error:
        step = "check its permissions" if isinstance(error, PermissionError) else "check where it leads"
        return unread(source, f"the file cannot be opened ({error.strerror or error}); {step}")
    except MemoryError:
        raise  # whoever set the limit knows the reason
    except Exception as error:  # the last boundary: a bug in one reader must not lose the other assets
        return unread(source, f"internal error ({type(error).__name__}: {error}); please report it")
    if any(block.kind is not BlockKind.META for block in document.blocks):
        return replace(_bounded(source, document), media_type=source.media_type)
    reasons = document.skipped or (Skipped(source.name, "file", "holds no text; nothing could be checked"),)
    return Document(source.media_type, (), reasons)


def _read(source: Source) -> Document:
    if source.media_type in REFUSED:
        raise UnreadableError(f"this is {REFUSED[source.media_type]}")
    data = load(source.path, source.media_type)
    extractor = EXTRACTORS.get(source.media_type)
    if extractor is None:
        raise UnreadableError("is of no known kind; save it as .pptx, .docx, .pdf, .html or .md")
    check_identity(data, source.media_type)
    return extractor(data, source.name)


def _bounded(source: Source, document: Document) -> Document:
    """The document up to the most that is judged, and the rest by name."""
    characters, kept = 0, 0
    for block in document.blocks[:MOST_BLOCKS]:
        characters += len(block.text)
        if characters > MOST_CHARACTERS:
            break
        kept += 1
    if kept == len(document.blocks):
        return document
    rest = len(document.blocks) - kept
    reason = f"{rest:,} of {len(document.blocks):,} passages were not read: no asset is so long; split it"
    skip = Skipped(source.name, "file", reason, rest)
    return replace(document, blocks=document.blocks[:kept], skipped=(*document.skipped, skip))


def unread(source: Source, reason: str) -> Document:
    """The document of an asset that gave nothing, with the reason on one line."""
    return Document(source.media_type, (), (Skipped(source.name, "file", " ".join(reason.split())),))
