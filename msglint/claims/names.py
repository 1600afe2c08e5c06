"""Find names in a text: those the messaging knows, and those that look like its own but are not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msglint.model import Name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from msglint.messaging.names import KnownName

_OWN = frozenset({"company", "product", "retired-product"})
# What companies call themselves: the noun that ends a category name.
_CATEGORY_NOUNS = (
    r"platforms?|suites?|software|systems?|tools?|toolkit|solutions?|app|apps|marketplace|warehouse|gateway|"
    r"appliance|copilot|assistant|agency|bureau|consultancy|network|hub|engine|provider|vendor|LMS|ERP|CRM|"
    r"CDP|iPaaS|TMS|WMS|HRIS|CMS|service|services"
)
_CATEGORY = re.compile(
    rf"(?:\b(?:is|are|we['’]re|we are|as|offers?|builds?|makes?|maker of|provider of|meet|basically|your|the|"
    rf"an?|:|,|–|—|\|)\s+)(?:an?\s|the\s)?(?P<phrase>(?:(?!(?:which|whose|that|who|and|or|as|in|of|for|with|"
    rf"to|a|an|the|our|your|their|its)\b)[\w-]+\s){{1,4}}(?:{_CATEGORY_NOUNS})|(?:LMS|ERP|CRM|CDP|iPaaS|TMS|"
    rf"WMS|HRIS|CMS))\b",
    re.IGNORECASE,
)
_LEGAL_FORMS = frozenset(
    {"Inc", "Ltd", "Gmb", "Gmbh", "Plc", "Llc", "Limited", "Group", "Holding", "Team", "Labs"}
)
_SPEAKER = re.compile(r"\b(?:we|we['’]re|us|our)\b", re.IGNORECASE)


class NameFinder:
    """All known names compiled into one pattern; the longest name wins where several start together.

    `approved` are the texts of the messaging: a product or category named in any of them is not unknown.
    """

    def __init__(self, known: Iterable[KnownName], approved: Iterable[str] = ()) -> None:
        self._by_key: dict[str, KnownName] = {}
        for name in known:
            self._by_key.setdefault(_key(name.text), name)
        longest_first = sorted(self._by_key.values(), key=lambda name: len(name.text), reverse=True)
        self._pattern = re.compile("|".join(name_pattern(name.text) for name in longest_first) or r"(?!)")
        self._approved = " ".join(_key(text) for text in approved)
        self._category_words = {
            w for n in longest_first if n.role == "category" for w in _key(n.text).split()
        }
        first_words = {
            name.text.split()[0] for name in longest_first if name.role in _OWN and name.text[:1].isupper()
        }
        prefixes = "|".join(re.escape(word) for word in sorted(first_words, key=len, reverse=True))
        self._unknown = re.compile(rf"\b(?:{prefixes}) [A-Z][a-z]{{2,}}\b" if prefixes else r"(?!)")

    def find(self, text: str) -> tuple[Name, ...]:
        """Names in `text`, left to right, none overlapping: known ones first, then what only looks known."""
        found = [self._name(match) for match in self._pattern.finditer(text)]
        for extra in (*self._unknown_products(text), *self._other_categories(text, found)):
            if not any(
                name.start < extra.end and extra.start < name.end for name in found if name.role != "company"
            ):
                found.append(extra)
        return tuple(sorted(found, key=lambda name: name.start))

    def _name(self, match: re.Match[str]) -> Name:
        key = _key(match[0])
        forms = (key, key.removesuffix("s"), key.removesuffix("es"))
        known = next(self._by_key[form] for form in forms if form in self._by_key)
        return Name(match[0], known.role, known.entry_id, known.replacement, *match.span())

    def _unknown_products(self, text: str) -> Iterable[Name]:
        """ "Acme Planner" beside "Acme Search": our first name with a second that no approved text has."""
        if _is_headline(text):
            return
        for match in self._unknown.finditer(text):
            second = match[0].split()[1]
            if (
                second not in _LEGAL_FORMS
                and _key(match[0]) not in self._approved
                and not self._pattern.fullmatch(match[0])
            ):
                yield Name(match[0], "unknown-product", "", "", *match.span())

    def _other_categories(self, text: str, found: list[Name]) -> Iterable[Name]:
        """What the text says that we are, where no approved text says it."""
        if not (_SPEAKER.search(text) or any(name.role in _OWN for name in found)):
            return
        for match in _CATEGORY.finditer(text):
            phrase = match["phrase"]
            words = _key(phrase).split()
            known = " ".join(words[-2:]) in self._approved or self._category_words.issuperset(words)
            if not known and not any(
                n.role == "company" for n in found if match.start("phrase") <= n.start < match.end()
            ):
                yield Name(phrase, "other-category", "", "", match.start("phrase"), match.end("phrase"))


def _is_headline(text: str) -> bool:
    words = [word for word in text.split() if word[0].isalpha() and len(word) > 4]
    return len(words) > 2 and all(word[0].isupper() for word in words)


def name_pattern(name: str) -> str:
    """A pattern for `name`: case matters where the name has capitals, spaces and hyphens do not."""
    words = [re.escape(word) for word in re.split(r"[\s\u00a0-]+", name.strip()) if word]
    body = r"[\s\u00a0-]+".join(words)
    plural = "(?:s|es)?" if name[-1:].isalpha() and not name.endswith("s") else ""
    if any(letter.isupper() for letter in name):
        return rf"(?<![\w]){body}{plural}(?![\w])"
    return rf"(?i:(?<![\w]){body}{plural}(?![\w]))"


def _key(name: str) -> str:
    return re.sub(r"[\s\u00a0-]+", " ", name.strip()).lower()
