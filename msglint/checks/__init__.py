"""The kinds of check that rule files name, each in its own file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msglint.checks import (
    banned,
    change,
    competitor,
    hidden,
    required,
    retired,
    retired_statement,
    stale,
    superlative,
    term,
    verdict,
)

if TYPE_CHECKING:
    from msglint.checks.check import Check

CHECKS: dict[str, Check[Any]] = {
    "hidden": hidden.CHECK,
    "retired_statement": retired_statement.CHECK,
    "retired": retired.CHECK,
    "banned": banned.CHECK,
    "term": term.CHECK,
    "superlative": superlative.CHECK,
    "competitor": competitor.CHECK,
    "stale": stale.CHECK,
    "change": change.CHECK,
    "verdict": verdict.CHECK,
    "required": required.CHECK,
}
"""By the name used under `check:`; the more specific come first, and win where two explain the same words."""
