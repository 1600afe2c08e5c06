"""Numbers that markup takes apart: signs in boxes of their own, raised digits, prices side by side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import Tag

CURRENCIES = "$€£¥₹"
SIGN = re.compile(rf"[%‰+°{CURRENCIES}]")
NUMBER = re.compile(r"\W{0,2}\d[\d.,]*[kKmMbB]?n?")
_LONGEST_PRICE = 20


def touch(before: str, after: str) -> bool:
    """Whether two neighbouring words would run together: both longer than a letter, no space between."""
    return min(len(before.strip()), len(after.strip())) > 1 and before[-1].isalnum() and after[0].isalnum()


def begins_amount(before: str, after: str) -> bool:
    """Whether a price would run into the word or the price before it, as in "From$9"."""
    ends_word = before[-1:].isdigit() or before[-1:].islower()
    return ends_word and after[0] in CURRENCIES and after[1:2].isdigit()


def raised(before: str, element: Tag) -> str:
    """What to write before a raised number that would read as digits of the number before it.

    It is a note's number where it is a link, the cents of a price where that has two digits, else a power.
    """
    text = element.get_text().strip()
    if not (before[-1:].isdigit() and text[:1].isdigit()):
        return ""
    if element.find("a") or element.find_parent("a"):
        return " "
    has_currency = any(sign in before[-_LONGEST_PRICE:] for sign in CURRENCIES)
    return "." if len(text) == 2 and has_currency else "^"
