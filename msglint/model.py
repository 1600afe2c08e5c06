"""The frozen values that flow from stage to stage: Source, Document, Claim, Judgement, Finding, Report."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping  # noqa: TC003 (the cache reads types at run time)
from dataclasses import dataclass, field, replace
from enum import StrEnum
from operator import itemgetter
from pathlib import Path  # noqa: TC003 (the cache reads types at run time)

_PAGES_CUT_OFF, _FILE = "pages from", "file"
_UNIT = re.compile(rf"(?:slide|page) \d+|{_PAGES_CUT_OFF}|{_FILE}\Z")


class BlockKind(StrEnum):
    """The role a block of text plays for its reader; rules name these in `scope`."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HERO = "hero"
    CARD = "card"
    BODY = "body"
    BULLET = "bullet"
    TABLE = "table"
    CHART = "chart"
    QUOTE = "quote"
    PRICING = "pricing"
    FAQ = "faq"
    CTA = "cta"
    CAPTION = "caption"
    NOTES = "notes"
    ALT = "alt"
    COMMENT = "comment"
    NAV = "nav"
    HEADER = "header"
    FOOTER = "footer"
    LEGAL = "legal"
    COOKIE = "cookie"
    LINK = "link"
    META = "meta"
    CODE = "code"


class Mark(StrEnum):
    """What hides a block from its readers, or repeats it on every page; rules name these in `marks`."""

    HIDDEN = "hidden"
    HIDDEN_SLIDE = "hidden-slide"
    OFF_SLIDE = "off-slide"
    TINY = "tiny"
    BACKGROUND_COLOUR = "background-colour"
    TEMPLATE = "template"


class Verdict(StrEnum):
    """What the judge says of a claim; the wording of each is a contract with users' scripts."""

    ON_MESSAGE = "on-message"
    DRIFT = "drift"
    CONTRADICTION = "contradiction"
    UNSUPPORTED = "unsupported"
    OFF_MESSAGE = "off-message"
    NOT_A_CLAIM = "not-a-claim"
    UNSURE = "unsure"


class ChangeKind(StrEnum):
    """What differs between a claim and the approved statement it is about."""

    NUMBER = "number"
    UNIT = "unit"
    DATE = "date"
    NAME = "name"
    CATEGORY = "category"
    SCOPE = "scope"
    STRENGTH = "strength"
    QUALIFIER = "qualifier"
    POLARITY = "polarity"
    ENTITY = "entity"


class Severity(StrEnum):
    """How much a finding matters, apart from how sure the judge is of it."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Mode(StrEnum):
    """Which findings a run reports: only what is wrong, or also what is missing and unsupported."""

    CONTRADICTIONS = "contradictions"
    COVERAGE = "coverage"


@dataclass(frozen=True, slots=True)
class Source:
    """One input: where its bytes are, how users see it (`name`), and what identity is hashed from (`key`)."""

    path: Path
    name: str
    key: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Location:
    """A symbolic place inside an asset, outermost step first: ("slide 3", "Title 1", "¶2")."""

    steps: tuple[str, ...]
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """The steps; of a sentence in a block that is known by its first line, the sentence's own line."""
        own = self.line and self.steps and self.steps[0].startswith("line ")
        return " › ".join((f"line {self.line}", *self.steps[1:]) if own else self.steps)


@dataclass(frozen=True, slots=True)
class Block:
    """One run of text that a reader sees as a unit. `heading` is the title it stands under, "" if none.

    A block of kind `link` holds the address a link leads to, which readers follow and do not read.
    `lines` says where its characters stand in a text file: (offset in `text`, line, column) by offset, each
    good up to the next; empty where the format has no columns.
    """

    text: str
    kind: BlockKind
    location: Location
    heading: str = ""
    marks: frozenset[Mark] = frozenset()
    lines: tuple[tuple[int, int, int], ...] = ()

    def at(self, offset: int) -> Location:
        """The block's place with the line and column of the character at `offset`, where these are known."""
        index = bisect_right(self.lines, offset, key=itemgetter(0)) - 1
        if index < 0:
            return self.location
        start, line, column = self.lines[index]
        return replace(self.location, line=line, column=column + offset - start)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A region of an asset that was not read, and why, in words a user can act on.

    `count` is how many of its kind there are in the region, such as pictures.
    """

    asset: str
    region: str
    reason: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many regions of an asset were read and how many were not, and the share of it that was, 0 to 1.

    The share is the mean over the asset's slides or pages, so that a page that is one picture weighs as much
    as a page of forty paragraphs; pages and passages beyond what is read of one file count as well.
    """

    read: int
    not_read: int
    share: float


@dataclass(frozen=True, slots=True)
class Document:
    """Everything read from one source, in reading order, and everything that was not."""

    media_type: str
    blocks: tuple[Block, ...]
    skipped: tuple[Skipped, ...] = ()

    @property
    def coverage(self) -> Coverage:
        """What was read against what was not; the file's own properties count as neither."""
        places = [block.location.steps[0] for block in self.blocks if block.kind is not BlockKind.META]
        read = Counter(map(_unit, places))
        lost = Counter[str]()
        for skip in self.skipped:
            lost[_unit(skip.region)] += skip.count
        pages, passages = lost.pop(_PAGES_CUT_OFF, 0), lost.pop(_FILE, 0)
        # What a master holds beside its text is decoration, and no part of any slide.
        units = read.keys() | lost.keys()
        units = {unit for unit in units if unit or read[unit] or not any(units)}
        shares = [read[unit] / (read[unit] + lost[unit]) for unit in units]
        share = 0.0
        if read:
            share = sum(shares) / (len(shares) + pages) * read.total() / (read.total() + passages)
        return Coverage(read.total(), lost.total() + pages + passages, share)


def _unit(place: str) -> str:
    """The slide or page that a place is in, or what was cut off the end; "" for all that is in none."""
    match = _UNIT.match(place)
    return match[0] if match else ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a reader means it: [low, high] in `unit`, infinite where it is open.

    `value` is the number as written (the middle of a range); `dimension` groups units that convert into each
    other ("time", "money:EUR", "share", "multiple", "count" …) and `factor` turns `unit` into its base unit;
    `per` is the denominator's unit ("week"), "" if none, `each` the thing of "per user per week"; `qualifier`
    is one of "", "about", "up to", "within", "at least", "more than", "less than"; `direction` is "less" or
    "more" for a change, "" for a level.
    """

    text: str
    value: float
    low: float
    high: float
    unit: str
    dimension: str
    factor: float = 1.0
    per: str = ""
    qualifier: str = ""
    direction: str = ""
    noun: str = ""
    start: int = 0
    end: int = 0
    each: str = ""


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date as written and the ISO days it covers, both ends included.

    `bound` is "from" ("since 2019") or "until" ("by 2030"), "" where it is neither.
    """

    text: str
    first: str
    last: str
    start: int = 0
    end: int = 0
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands in the text; `replacement` is what to say instead of one no longer used.

    `role` is company, product, retired-product, category, retired-category, avoided-term, competitor or
    customer for names the messaging knows; unknown-product, other-category or other for those it does not.
    """

    text: str
    role: str
    entry_id: str = ""
    replacement: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Word:
    """One content word: as written, its lemma, coarse part of speech and whether a negation governs it.

    `head` is the lemma of the word it depends on, `rung` how far the sentence commits itself to it: 0 may, 1
    can, 2 helps, 3 does, 4 guarantees; None where nothing says so. `slot` is how a noun stands to what
    governs it ("buy:agent", "house:near"), `modifies` the start of the noun that it describes, -1 if none.
    """

    text: str
    lemma: str
    pos: str
    negated: bool = False
    start: int = 0
    end: int = 0
    head: str = ""
    rung: int | None = None
    slot: str = ""
    modifies: int = -1


@dataclass(frozen=True, slots=True)
class Cue:
    """A closed-class word or phrase that changes what a sentence commits to; `text` is lower-cased.

    `kind` names a statistic ("average", "median" …) where there is one.
    """

    text: str
    start: int
    end: int
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a sentence asserts, apart from its wording; read once for claims and statements alike.

    `periods` are spans counted from a start ("first year"), `cadences` bare rhythms ("every week").
    `universals` say that something holds of all (`kind` is the lemma of what), `totals` are the lemmas of all
    that each, every, all, any or per stand before.
    `strength` is the ladder 0 may, 1 can, 2 helps, 3 does, 4 guarantees; `strength_cue` the word for it.
    `denials` are the words that deny, openly or not ("fails to"); `quantifiers` say of how many something
    holds and `prepositions` how things stand to each other (`kind` is the lemma of what follows); `lists` are
    the lemmas of things said side by side.
    `times` are points in time without a year ("7 May", "next winter"), `numbered` things told apart by a
    number ("version 6"), `provisos` what must hold for the rest to be true ("when leased").
    """

    words: tuple[Word, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateSpan, ...] = ()
    names: tuple[Name, ...] = ()
    negations: tuple[Cue, ...] = ()
    hedges: tuple[Cue, ...] = ()
    universals: tuple[Cue, ...] = ()
    totals: tuple[str, ...] = ()
    limits: tuple[Cue, ...] = ()
    conditions: tuple[Cue, ...] = ()
    statistics: tuple[Cue, ...] = ()
    superlatives: tuple[Cue, ...] = ()
    comparatives: tuple[Cue, ...] = ()
    periods: tuple[Cue, ...] = ()
    cadences: tuple[Cue, ...] = ()
    strength: int = 3
    strength_cue: Cue | None = None
    denials: tuple[Cue, ...] = ()
    quantifiers: tuple[Cue, ...] = ()
    prepositions: tuple[Cue, ...] = ()
    lists: tuple[tuple[str, ...], ...] = ()
    times: tuple[Cue, ...] = ()
    numbered: tuple[Cue, ...] = ()
    provisos: tuple[Cue, ...] = ()
    is_question: bool = False
    is_quote: bool = False
    is_fragment: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence or slide fragment of an asset. `asserts` is whether it states something at all."""

    asset: str
    text: str
    kind: BlockKind
    location: Location
    heading: str
    ordinal: int
    facts: Facts
    asserts: bool
    why_not: str = ""
    marks: frozenset[Mark] = frozenset()


@dataclass(frozen=True, slots=True)
class Statement:
    """One approved wording to compare with: a statement, a variant or a proof point of the messaging.

    `entry_id` is the entry the wording belongs to, `root_id` the statement that a proof point backs (else the
    same), `section` the document's section, `negative` whether it says what may not be claimed.
    """

    entry_id: str
    root_id: str
    section: str
    text: str
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Entailment:
    """How the cross-encoder reads a claim against approved wording: three probabilities that sum to 1."""

    supported: float
    not_supported: float
    conflicting: float

    @property
    def about(self) -> float:
        """The probability that the claim speaks of what the wording speaks of, rightly or not."""
        return self.supported + self.conflicting


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement the claim may be about. `similarity` is cosine in [-1, 1]; `score` orders candidates.

    `family` holds the facts of every wording of the same statement: variants, proof points and itself;
    `beside` those of the other statements found for the claim; `entailment` is None where it was not read.
    """

    statement: Statement
    facts: Facts
    family: tuple[Facts, ...]
    similarity: float
    lexical: float
    score: float
    beside: tuple[Facts, ...] = ()
    entailment: Entailment | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a claim is held against: its candidates, best first.

    `prior` gives the log odds of each verdict by the claim's own words, empty where it was not read.
    """

    candidates: tuple[Candidate, ...] = ()
    prior: Mapping[Verdict, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference that matters: what the messaging approves and what was found, as written.

    `start` and `end` are the character span of `found` in the claim, both 0 when nothing can be marked.
    """

    kind: ChangeKind
    approved: str
    found: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one claim with its evidence. `confidence` is the probability of the verdict, 0 to 1.

    `attention` is the probability that the claim is drift or contradiction, `deviation` that it is one of
    these, unsupported or off-message.
    """

    claim: Claim
    verdict: Verdict
    confidence: float
    attention: float
    deviation: float
    statement_id: str | None = None
    statement_text: str = ""
    similarity: float = 0.0
    margin: float = 0.0
    changes: tuple[Change, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a user should look at. `suggestion` is approved wording to paste, "" if there is none.

    `start` and `end` mark the offending words inside `text`; `rank` orders findings of equal severity.
    """

    rule: str
    rule_name: str
    severity: Severity
    confidence: float
    message: str
    asset: str
    location: Location
    text: str
    fingerprint: str
    statement_id: str | None = None
    statement_text: str = ""
    changes: tuple[Change, ...] = ()
    suggestion: str = ""
    start: int = 0
    end: int = 0
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class CheckedAsset:
    """One asset with all that was read in it and what the judge says; what the cache stores."""

    source: Source
    document: Document
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The result of one run; the only value that knows an exit code. `min_coverage` is a share, 0 to 1."""

    messaging_path: str
    messaging_sha256: str
    model: str
    mode: Mode
    assets: tuple[CheckedAsset, ...]
    findings: tuple[Finding, ...]
    min_coverage: float = 0.0

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        return tuple(skip for asset in self.assets for skip in asset.document.skipped)

    @property
    def unreadable(self) -> tuple[str, ...]:
        """Names of assets that gave no text at all, or lost their whole content."""
        return tuple(asset.source.name for asset in self.assets if not asset.document.blocks)

    @property
    def half_read(self) -> tuple[str, ...]:
        """Names of assets that gave text, and of which less than `min_coverage` was read."""
        readable = (asset for asset in self.assets if asset.document.blocks)
        return tuple(a.source.name for a in readable if a.document.coverage.share < self.min_coverage)

    def exit_code(self, fail_on: Severity | None, *, allow_unreadable: bool) -> int:
        """0 clean, 1 findings at or above `fail_on`, 3 an asset or too much of one could not be read."""
        if self.half_read or (self.unreadable and not allow_unreadable):
            return 3
        order = [Severity.ERROR, Severity.WARNING, Severity.NOTE]
        failing = order[: order.index(fail_on) + 1] if fail_on else []
        return int(any(f.severity in failing and not f.suppressed for f in self.findings))
