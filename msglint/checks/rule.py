"""A rule as a value: which check it runs, with what options, what it says, why, and its examples."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from msglint.model import BlockKind, Mode, Severity

if TYPE_CHECKING:
    from msglint.messaging.schema import Messaging


class Options(BaseModel):
    """What a rule file sets under `with:`; each check has its own, and this one has none."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the messaging it is read against; `match` is what the finding marks, "" if anything."""

    text: str
    messaging: Messaging
    kind: BlockKind = BlockKind.BODY
    asset_name: str = "example.md"
    audience: str = ""
    match: str = ""
    note: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule file. An empty `scope` means every kind of block; `mode` is the mode the rule needs to run."""

    id: str
    name: str
    check: str
    severity: Severity
    message: str
    why: str
    scope: frozenset[BlockKind] = frozenset()
    mode: Mode = Mode.CONTRADICTIONS
    options: Options = field(default_factory=Options)
    flags: tuple[Example, ...] = ()
    passes: tuple[Example, ...] = ()
    file: str = ""

    def covers(self, kind: BlockKind) -> bool:
        """Whether the rule looks at blocks of this kind."""
        return not self.scope or kind in self.scope
