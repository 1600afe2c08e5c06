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
    r"|\b[\w./-]+\.(?:md|html?|pdf|pptx?|json|ya?ml|png|jpe?g|svg|csv)\b"
    r"|(?<![\w/])/[\w.-]+/\S*|\b\w+_\w+\b"
)
_GAP = re.compile(r"[\s\-‐‑–]+")
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
    """Phrases, each with an entry; `protected` phrases hide what is inside them and are never found.

    Lower-case phrases and coined names match in any case, ordinary capitalised words only as written or in
    capitals, acronyms only as written: "Code Search" is a name, "code search" is not, "foldbot" is FoldBot.
    """

    def __init__(
        self, phrases: Iterable[tuple[str, T]], protected: Iterable[str] = (), *, suffixes: str = ""
    ) -> None:
        unique: dict[str, T | None] = dict.fromkeys(protected)
        unique.update(phrases)
        self._hints = frozenset(_hint(phrase) for phrase, entry in unique.items() if entry is not None)
        ordered = sorted(unique.items(), key=lambda item: -len(item[0]))
        self._entries = [entry for _, entry in ordered]
        groups = [f"({_phrase(phrase, suffixes)})" for phrase, _ in ordered if phrase.strip()]
        self._pattern = re.compile("|".join(groups)) if groups else None

    def find(self, text: str) -> Iterator[Found[T]]:
        """The phrases in prose, from left to right, never overlapping."""
        folded = text.casefold()
        if self._pattern is None or not any(hint in folded for hint in self._hints):
            return
        hidden: list[tuple[int, int]] | None = None
        for match in self._pattern.finditer(text):
            entry = self._entries[(match.lastindex or 1) - 1]
            if entry is None:
                continue
            hidden = [other.span() for other in _NOT_PROSE.finditer(text)] if hidden is None else hidden
            start, end = match.span()
            if not any(a < end and start < b for a, b in hidden):
                yield Found(match.group(), start, end, entry)


def _hint(phrase: str) -> str:
    """A piece that every spelling of the phrase has in lower case: a quick way to rule a text out."""
    longest = max(re.findall(r"\w+", phrase.casefold()), key=len, default="")
    return longest.removesuffix("y")


def _phrase(phrase: str, suffixes: str) -> str:
    """A pattern for a phrase in its usual spellings: hyphens, plural, apostrophes and case."""
    words = [word for word in _GAP.split(phrase.strip()) if word] or [phrase.strip()]
    parts = [_spelled(word) for word in words[:-1]]
    parts.append(_inflected(words[-1], suffixes))
    is_acronym = len(words) == 1 and _ACRONYM.match(words[0])
    cased = [
        part if is_acronym or _ORDINARY.match(word) else f"(?i:{part})"
        for word, part in zip(words, parts, strict=True)
    ]
    body = _GAP.pattern.join(cased)
    if all(_ORDINARY.match(word) for word in words):
        body = f"(?:{body}|{_GAP.pattern.join(_spelled(word.upper()) for word in words)}S?)"
    left = r"(?<!\w)" if words[0][0].isalnum() else ""
    right = r"(?!\w)(?!\.\d)" if words[-1][-1].isalnum() else ""
    return f"{left}{body}{right}"


def _spelled(word: str) -> str:
    return re.escape(word).replace("'", "['’]")


def _inflected(word: str, suffixes: str) -> str:
    """The word with its plural and genitive; `suffixes` are further endings, each with a bar after it."""
    plain = _spelled(word)
    if not word[-1].isalpha():
        return plain
    if word.endswith("y") and len(word) > 3 and word[-2] not in "aeiou":
        return f"(?:{plain}|{plain[:-1]}ies)(?:['’]s)?"
    return f"{plain}(?:{suffixes}es|s)?(?:['’]s?)?"
