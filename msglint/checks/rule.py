"""A rule as a value: which check it runs, with what options, what it says, why, and its examples."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from msglint.model import BlockKind, Mark, Mode, Severity

if TYPE_CHECKING:
    from msglint.messaging.schema import Messaging
    from msglint.model import Block, Claim


class Options(BaseModel):
    """What a rule file sets under `with:`; each check has its own, and this one has none."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the messaging it is read against; `match` is what the finding marks, "" if anything."""

    text: str
    messaging: Messaging
    kind: BlockKind = BlockKind.BODY
    marks: frozenset[Mark] = frozenset()
    asset_name: str = "example.md"
    audience: str = ""
    match: str = ""
    note: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule file; `mode` is the mode the rule needs to run.

    An empty `scope` means every kind of block but links; with `marks`, only blocks that have one of them.
    """

    id: str
    name: str
    check: str
    severity: Severity
    message: str
    why: str
    scope: frozenset[BlockKind] = frozenset()
    marks: frozenset[Mark] = frozenset()
    mode: Mode = Mode.CONTRADICTIONS
    options: Options = field(default_factory=Options)
    flags: tuple[Example, ...] = ()
    passes: tuple[Example, ...] = ()
    file: str = ""

    def covers(self, text: Block | Claim) -> bool:
        """Whether the rule looks at text of this kind with these marks."""
        in_scope = text.kind in self.scope if self.scope else text.kind is not BlockKind.LINK
        return in_scope and (not self.marks or not self.marks.isdisjoint(text.marks))
