"""Finding many words and names in a text at once, the longest first, but not in addresses or code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")

_NOT_PROSE = re.compile(
    r"`[^`]*`|\b(?:https?|ftp)://\S+|\bwww\.\S+|\S+@\S+\.\w+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|ai|dev|app|eu|de|co\.uk)\b(?:/\S*)?"
    r"|(?<![\w/])/[\w.-]+/\S*|\b\w+_\w+\b"
)
_ORDINARY = re.compile(r"[A-Z][a-zà-ÿ'’]*\Z")
_ACRONYM = re.compile(r"[A-Z0-9&]{2,6}\Z")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """Words of a lexicon as they stand in a text, and what the lexicon holds for them."""

    text: str
    start: int
    end: int
    entry: T


class Lexicon(Generic[T]):
    """Phrases, each with an entry; `protected` phrases hide what is inside them and are never found."""

    def __init__(
        self, phrases: Iterable[tuple[str, T]], protected: Iterable[str] = (), *, suffixes: str = ""
    ) -> None:
        unique: dict[str, T | None] = dict.fromkeys(protected)
        unique.update(phrases)
        ordered = sorted(unique.items(), key=lambda item: -len(item[0]))
        self._entries = [entry for _, entry in ordered]
        groups = [f"({_phrase(phrase, suffixes)})" for phrase, _ in ordered if phrase.strip()]
        self._pattern = re.compile("|".join(groups)) if groups else None

    def find(self, text: str) -> Iterator[Found[T]]:
        """The phrases in prose, from left to right, never overlapping."""
        if self._pattern is None:
            return
        hidden = [match.span() for match in _NOT_PROSE.finditer(text)]
        for match in self._pattern.finditer(text):
            entry = self._entries[(match.lastindex or 1) - 1]
            start, end = match.span()
            if entry is not None and not any(a < end and start < b for a, b in hidden):
                yield Found(match.group(), start, end, entry)


def _phrase(phrase: str, suffixes: str) -> str:
    """A pattern for a phrase in its usual spellings: hyphens, plural, apostrophes and case."""
    words = re.split(r"[\s\-‐‑–]+", phrase.strip())
    words = [word for word in words if word] or [phrase.strip()]
    parts = [re.escape(word).replace("'", "['’]") for word in words]
    parts[-1] = _inflected(words[-1], suffixes)
    body = r"[\s\-‐‑–]+".join(parts)
    left = r"(?<!\w)" if words[0][0].isalnum() else ""
    right = r"(?!\w)(?!\.\d)" if words[-1][-1].isalnum() else ""
    return f"{left}{_cased(words, body)}{right}"


def _inflected(word: str, suffixes: str) -> str:
    plain = re.escape(word).replace("'", "['’]")
    if not word[-1].isalpha():
        return plain
    if word.endswith("y") and len(word) > 3 and word[-2] not in "aeiou":
        return f"(?:{plain}|{plain[:-1]}ies)(?:['’]s)?"
    return f"{plain}(?:{suffixes}es|s)?(?:['’]s?)?"


def _cased(words: list[str], body: str) -> str:
    """Lower-case phrases and coined names match in any case; ordinary words and acronyms only as written.

    "Code Search" is a name, "code search" is not; "FoldBot" is one however it is written.
    """
    if len(words) == 1 and _ACRONYM.match(words[0]):
        return body
    if all(_ORDINARY.match(word) for word in words):
        shouted = r"[\s\-‐‑–]+".join(re.escape(word.upper()) for word in words)
        return f"(?:{body}|{shouted}S?)"
    return f"(?i:{body})"
