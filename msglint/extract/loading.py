"""The bytes of an asset, with a limit on how many, and archives without the pictures and films in them."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from typing import TYPE_CHECKING

from msglint.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import BinaryIO

_ZIP = b"PK\x03\x04"
_MIB = 1 << 20
_MOST_TEXT = 50 * _MIB  # the longest novels have 5 MiB: a page or text file beyond this holds data
_MOST = 512 * _MIB
# Decks with films reach gigabytes; beyond this they are read from a copy without pictures, films and fonts.
_MOST_MEDIA = 32 * _MIB
_MEDIA = ("/media/", "/fonts/", "/embeddings/")
# What is left unpacks to more than this only in archives that are built to exhaust the reader.
_MOST_UNPACKED = 512 * _MIB
_MOST_RATIO = 200  # office XML packs to a tenth, its emptiest tables to a hundredth
_RATIO_FROM = 16 * _MIB
_MOST_MEMBERS = 65_000
_BOMB = "unpacks to far more data than a document holds; it is not read for safety"
_PROLOG = 64 << 10
_BEFORE_DOCTYPE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s+|<\?.*?\?>|<!--.*?(?:-->|\Z))*", re.DOTALL
)
_ENTITIES = "declares entities, which no Office program does; open it in its program and save it again"


def load(path: Path, media_type: str) -> bytes:
    """The file's bytes; of a large archive a copy in which pictures, films and fonts are empty.

    Raises `UnreadableError` for what is no file, empty or too large, OSError where it cannot be opened.
    """
    state = path.stat()
    if stat.S_ISDIR(state.st_mode):
        raise UnreadableError("the folder cannot be opened; check its permissions")
    if not stat.S_ISREG(state.st_mode):
        raise UnreadableError(f"is a {_special(state.st_mode)}, not a file; save its content to a file first")
    if not state.st_size:
        raise UnreadableError("the file is empty (0 bytes); export or download it again")
    with path.open("rb") as stream:
        if stream.read(4) == _ZIP:
            return _archive(stream)
        _check_size(state.st_size, media_type)
        stream.seek(0)
        return stream.read()


def _special(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "named pipe"
    return "socket" if stat.S_ISSOCK(mode) else "device"


def _check_size(size: int, media_type: str) -> None:
    most = _MOST if media_type == "application/pdf" else _MOST_TEXT
    if size > most:
        reason = f"is {size // _MIB:,} MiB large, more than the {most // _MIB} MiB that are read"
        raise UnreadableError(f"{reason}; split it into parts and check those")


def _archive(stream: BinaryIO) -> bytes:
    try:
        with zipfile.ZipFile(stream) as archive:
            members = archive.infolist()
            _check_unpacked([member for member in members if not _is_media(member)])
            _check_entities(archive, members)
            if sum(member.file_size for member in members if _is_media(member)) > _MOST_MEDIA:
                return _without_media(archive, members)
    except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, NotImplementedError, RuntimeError):
        pass  # what is wrong with it is for the reader of its format to say
    stream.seek(0)
    return stream.read(_MOST)


def _is_media(member: zipfile.ZipInfo) -> bool:
    return any(folder in member.filename for folder in _MEDIA)


def _check_unpacked(members: Sequence[zipfile.ZipInfo]) -> None:
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members) or 1
    is_dense = unpacked > _RATIO_FROM and unpacked > packed * _MOST_RATIO
    if unpacked > _MOST_UNPACKED or is_dense or len(members) > _MOST_MEMBERS:
        raise UnreadableError(_BOMB)


def _check_entities(archive: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo]) -> None:
    """Entities can grow without end or fetch other files; where they are left out, text is lost with them."""
    for member in members:
        if member.filename.endswith((".xml", ".rels")) or not _is_media(member):
            with archive.open(member) as stream:
                prolog = stream.read(_PROLOG).replace(b"\0", b"")
            if _may_declare(prolog):
                raise UnreadableError(_ENTITIES)


def _may_declare(prolog: bytes) -> bool:
    """Whether an XML part declares a document type, or begins with a comment too long to see past."""
    match = _BEFORE_DOCTYPE.match(prolog)
    start = match.end() if match else 0
    is_unseen = len(prolog) > _PROLOG // 3 and start == len(prolog) and b"<!--" in prolog
    return is_unseen or prolog.startswith(b"<!DOCTYPE", start)


def _without_media(archive: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as copy:
        for member in members:
            copy.writestr(member.filename, b"" if _is_media(member) else archive.read(member))
    return out.getvalue()
