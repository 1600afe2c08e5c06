"""A finding as one self-contained line of text, for places that show nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.report.marking import found_text
from msglint.report.quoting import visible

if TYPE_CHECKING:
    from msglint.model import Finding


def one_line(finding: Finding) -> str:
    """The message followed by the found, the approved and the suggested wording, as far as there are any."""
    quotes = [("Found", found_text(finding)), ("Approved", finding.statement_text)]
    if finding.suggestion != finding.statement_text:
        quotes.append(("Use", finding.suggestion))
    told = [f"{label}: “{text}”" for label, text in quotes if text]
    return visible(" ".join([_stopped(finding.message), *told]))


def _stopped(message: str) -> str:
    return message if message.endswith((".", "!", "?")) else f"{message}."
