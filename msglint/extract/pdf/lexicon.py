"""Common English words, to decide what a broken word was; read when the first such word is met."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files


def is_word(text: str, words: frozenset[str]) -> bool:
    """Whether `text` is a word of the document (`words`, in lower case) or a common English one."""
    text = text.lower()
    return text in words or text in _common_words()


@cache
def _common_words() -> frozenset[str]:
    """The whole words among the tokens that the models read text by: some 22,000, the most frequent ones."""
    tokenizer = files("msglint.runtime").joinpath("weights", "tokenizer.json").read_text(encoding="utf-8")
    return frozenset(token for token in json.loads(tokenizer)["model"]["vocab"] if token.isalpha())
