"""The rules of a page's own style sheets that hide text, applied to the elements they select."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import soupsieve
from soupsieve.util import SelectorSyntaxError

from msglint.extract.html.style import look_of
from msglint.extract.html.words import class_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, KeysView, Mapping, Sequence

    from bs4 import Tag

# Pages hold some 3,000 rules at most; what goes beyond these limits is read and not marked.
_MOST_CSS = 2_000_000
_MOST_RULES = 5_000
_MOST_OF_A_NAME = 60
_MOST_MATCHES = 300
_MOST_PARENTS = 200
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
# Only declarations of these can hide text or show it again.
_TELLS = re.compile(
    r"display\s*:|visibility\s*:|opacity\s*:|font-size\s*:|clip(?:-path)?\s*:|text-indent\s*:|position\s*:|"
    r"background|scale\(0\)"
)
_BRACE = re.compile(r"([{}])")
_NAME = re.compile(r"[.#]?-?[A-Za-z_][\w-]*")
_IN_BRACKETS = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_SIMPLE = re.compile(r"(?:\*|[A-Za-z][\w-]*)?(?:[.#]-?[A-Za-z_][\w-]*)*")
_LOGICAL = re.compile(r":(?:not|is|where)\(")
_CONDITIONAL = ("@media", "@container")
_GROUPS = ("@supports", "@layer", "@scope")
_STATES = frozenset({"all", "some", "none"})

Names = frozenset[str]
"""What a simple selector asks of an element: ".a", "#b" or a tag name."""


_Around = tuple[tuple[bool, Names], ...]  # whether it must be the very next element outwards, and its names


class _Section(NamedTuple):
    """The selectors and the declarations of a rule. `sometimes`: only on some screens."""

    selectors: str
    style: str
    sometimes: bool


@dataclass(frozen=True, slots=True)
class _Rule:
    """One selector with its declarations. `sometimes` marks a rule of some screens or after a click only."""

    selector: str
    style: str
    rank: tuple[bool, bool, int, int]
    names: Names
    around: _Around | None  # what elements around must have, innermost first; None: ask soupsieve
    sometimes: bool


class _Matcher:
    """Says which rules select an element, within a budget for selectors that need a full engine."""

    def __init__(self) -> None:
        self._left = _MOST_MATCHES
        self._names: dict[int, Names] = {}

    def names(self, element: Tag) -> Names:
        found = self._names.get(id(element))
        if found is None:
            found = self._names[id(element)] = _names_of(element)
        return found

    def selects(self, rule: _Rule, element: Tag) -> bool:
        if not rule.names <= self.names(element):
            return False
        if rule.around is not None:
            return not rule.around or self._stands_in(rule.around, element)
        self._left -= 1
        return self._left > 0 and _matches(rule.selector, element)

    def _stands_in(self, around: _Around, element: Tag) -> bool:
        wanted = iter(around)
        is_next, names = next(wanted)
        for parent in islice(element.parents, _MOST_PARENTS):
            if names <= self.names(parent):
                is_next, names = next(wanted, (False, frozenset()))
                if not names:
                    return True
            elif is_next:
                return False
        return False


def hidden_by_sheets(sheets: Sequence[str], elements: Iterable[Tag]) -> dict[int, str]:
    """The declarations that apply to the elements which a rule hides, by id of the element.

    What only some screens or a click show is taken as shown, and only some screens hide as not hidden.
    """
    css = _COMMENT.sub("", "\n".join(sheets)[:_MOST_CSS])
    sections = [section for section in islice(_sections(css), _MOST_RULES) if _TELLS.search(section.style)]
    hiders = _by_name(rule for number, section in enumerate(sections) for rule in _hiders(section, number))
    if not hiders:
        return {}
    showers = _by_name(
        rule for number, section in enumerate(sections) for rule in _showers(section, number, hiders.keys())
    )
    return dict(_apply(hiders, showers, elements))


def _by_name(rules: Iterable[_Rule]) -> dict[str, list[_Rule]]:
    """Rules by the rarest name that they ask of an element."""
    found: dict[str, list[_Rule]] = defaultdict(list)
    for rule in rules:
        of_name = found[min(rule.names, key=_commonness)]
        if len(of_name) < _MOST_OF_A_NAME:
            of_name.append(rule)
    return found


def _commonness(name: str) -> int:
    return ("#", ".").index(name[0]) if name[0] in "#." else 2


def _apply(
    hiders: Mapping[str, list[_Rule]], showers: Mapping[str, list[_Rule]], elements: Iterable[Tag]
) -> Iterator[tuple[int, str]]:
    matcher = _Matcher()
    for element in elements:
        names = matcher.names(element)
        if names.isdisjoint(hiders.keys()) or element.name in {"html", "body"}:
            continue
        found = [rule for name in names for rule in hiders.get(name, ()) if matcher.selects(rule, element)]
        if found:
            found += (r for name in names for r in showers.get(name, ()) if matcher.selects(r, element))
            found.sort(key=lambda rule: rule.rank)
            yield id(element), "".join(f"{rule.style};" for rule in found)


def _names_of(element: Tag) -> Names:
    names = [element.name, *(f".{name}" for name in class_text(element).split())]
    if "id" in element.attrs:
        names.append(f"#{element.attrs['id']}")
    return frozenset(names)


def _matches(selector: str, element: Tag) -> bool:
    try:
        return soupsieve.compile(selector).match(element)
    except (SelectorSyntaxError, ValueError):
        return False


def _hiders(section: _Section, number: int) -> Iterator[_Rule]:
    if section.sometimes or not look_of(section.style).adds:
        return
    for selector in _selectors(section):
        rule = _rule(selector, section, number)
        if rule and not rule.sometimes:
            yield rule


def _showers(section: _Section, number: int, keys: KeysView[str]) -> Iterator[_Rule]:
    """The rules that could show again what one of the names in `keys` hides."""
    if keys.isdisjoint(_NAME.findall(section.selectors[:2000])) or look_of(section.style).adds:
        return
    for selector in _selectors(section):
        if not keys.isdisjoint(_NAME.findall(selector)):
            rule = _rule(selector, section, number)
            # A tag alone says too little of what a click on something else shows.
            if rule and not (rule.sometimes and rule.names.isdisjoint(keys)):
                yield rule


def _selectors(section: _Section) -> Iterator[str]:
    text = _IN_BRACKETS.sub(lambda match: match[0].replace(",", "\0"), section.selectors[:2000])
    return (selector.replace("\0", ",").strip() for selector in text.split(","))


def _rule(selector: str, section: _Section, number: int) -> _Rule | None:
    outline = _IN_BRACKETS.sub("", selector)
    by_state = ":" in _LOGICAL.sub("(", selector) or "+" in outline or "~" in outline
    subject = re.split(r"[\s>+~]+", outline)[-1].partition(":")[0]
    names = frozenset(_NAME.findall(subject))
    if not names or "::" in selector:
        return None
    around = () if by_state else _around(outline) if outline == selector else None
    weight = 100 * outline.count("#") + 10 * (outline.count(".") + selector.count("[")) + outline.count(" ")
    rank = ("!important" in section.style, section.sometimes or by_state, weight, number)
    return _Rule(selector, section.style, rank, names, around, section.sometimes or by_state)


def _around(selector: str) -> _Around | None:
    """The elements around that a selector asks for, where the nearest that fits is enough to look at."""
    around: list[tuple[bool, Names]] = []
    is_next = False
    for part in selector.replace(">", " > ").split()[-2::-1]:
        if part == ">":
            is_next = True
            continue
        names = frozenset(_NAME.findall(part))
        if not names or not _SIMPLE.fullmatch(part) or (is_next and around and not around[-1][0]):
            return None
        around.append((is_next, names))
        is_next = False
    return tuple(around)


def _sections(css: str) -> Iterator[_Section]:
    """Every rule for screens, in order."""
    open_blocks: list[str] = []  # "all", "some", "none" for groups of rules; the selectors of a rule
    around = "all"
    parts = _BRACE.split(css)
    for text, brace in zip(parts[::2], parts[1::2], strict=False):
        if brace == "{":
            open_blocks.append(around)
            around = _block(text.rpartition(";")[2].strip(), around)
        elif open_blocks:
            selectors, around = around, open_blocks.pop()
            if selectors not in _STATES and around != "none" and around in _STATES:
                yield _Section(selectors, text, around == "some")


def _block(prelude: str, around: str) -> str:
    """What begins at a brace: rules for all screens, for some, for none; or one rule, by its selectors."""
    if around not in {"all", "some"}:
        return "none"
    if not prelude.startswith("@"):
        return prelude or "none"
    lower = prelude.lower()
    if lower.startswith(_CONDITIONAL):
        if "print" in lower and "screen" not in lower:
            return "none"
        return "some" if "(" in lower else around
    return around if lower.startswith(_GROUPS) else "none"
