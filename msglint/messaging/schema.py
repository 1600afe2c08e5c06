"""The shape of the master messaging document; the keys of the YAML are the fields of these models."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from msglint.messaging.dates import check_date


def _as_list(value: object) -> object:
    """A single text stands for a list of one."""
    return (value,) if isinstance(value, str) else value


def _as_text(value: object) -> object:
    """A proof point's value may be typed as a bare number."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _schema(wanted: dict[str, Any]) -> WithJsonSchema:
    return WithJsonSchema(wanted, mode="validation")


def _or_list(item: dict[str, Any]) -> WithJsonSchema:
    return _schema({"anyOf": [item, {"type": "array", "items": item}]})


_DATE_SHAPE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
_STANCES = ("rival", "partner", "complementary")

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
_TEXT = {"type": "string", "minLength": 1}
Texts = Annotated[tuple[Text, ...], BeforeValidator(_as_list), _or_list(_TEXT)]
Number = Annotated[
    Text, BeforeValidator(_as_text), WithJsonSchema({"type": ["string", "number"]}, mode="validation")
]
IsoDate = Annotated[
    str,
    BeforeValidator(check_date),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
Status = Literal["draft", "approved", "retired"]
Stances = Annotated[
    tuple[Literal["rival", "partner", "complementary"], ...],
    BeforeValidator(_as_list),
    _or_list({"type": "string", "enum": list(_STANCES)}),
]

_ID = "Stable name of this entry; findings and reports refer to it."
_VARIANTS = "Other wordings of the same message: shorter, longer, for one audience."
_ALIASES = "Other names that mean the same."
_STATEMENT = "The approved wording."
_REASON = "Why, in words a writer accepts."
_EXCEPT = "Where it is allowed: kinds of text (headline, notes), audiences, words of a file name, history."


class Entry(BaseModel):
    """A mapping of the document: unknown keys are errors, a key without a value counts as absent."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, data: object) -> object:
        if not isinstance(data, dict) or None not in data.values():
            return data
        known = {info.alias or name for name, info in cls.model_fields.items()}
        return {key: value for key, value in data.items() if value is not None or key not in known}


class Company(Entry):
    """The company that speaks."""

    name: Text = Field(description="The company's name as it is written.")
    aliases: Texts = Field((), description=_ALIASES)


class RetiredName(Entry):
    """A name no longer used as positioning; `still_used_as` says where it may still stand."""

    name: Text = Field(description="The name that is no longer used.")
    since: IsoDate | None = Field(None, description="The day it was given up.")
    reason: Text | None = Field(None, description=_REASON)
    still_used_as: Text | None = Field(None, description='What it still stands for, such as "product name".')


class Category(Entry):
    """What the company says it is."""

    id: Id = Field("CAT", description=_ID)
    name: Text = Field(description="The category, as it stands after 'is a'.")
    statement: Text | None = Field(None, description="The sentence that defines it.")
    variants: Texts = Field((), description=_VARIANTS)
    retired: tuple[RetiredName, ...] = Field((), description="Categories it no longer puts itself in.")


class Product(Entry):
    """A product with its present and former names."""

    id: Id = Field(description=_ID)
    name: Text = Field(description="The product's present name.")
    aliases: Texts = Field((), description=_ALIASES)
    retired: Texts = Field((), description="Names it no longer has.")
    statement: Text | None = Field(None, description="What the product is, in one sentence.")
    variants: Texts = Field((), description=_VARIANTS)


class ProofPoint(Entry):
    """The evidence behind a statement."""

    id: Id = Field(description=_ID)
    statement: Text = Field(description="The evidence in one sentence, as it may be quoted.")
    variants: Texts = Field((), description=_VARIANTS)
    value: Number | None = Field(None, description="The number the sentence states.")
    unit: Text | None = Field(None, description="The unit of the number.")
    comparator: Text | None = Field(None, description="What the number is compared with, or 'over', 'up to'.")
    customer: Text | None = Field(None, description="The customer it was measured at.")
    source: Text | None = Field(None, description="Where the evidence is kept.")
    as_of: IsoDate | None = Field(None, description="The day the evidence is from.")
    valid_until: IsoDate | None = Field(None, description="The last day it may be quoted.")
    footnote: Text | None = Field(None, description="The footnote that must stand with it.")


class MessagingStatement(Entry):
    """One thing the company has agreed to say; `variants` are other wordings of the same."""

    id: Id = Field(description=_ID)
    statement: Text = Field(description=_STATEMENT)
    name: Text | None = Field(None, description="A short title for people.")
    variants: Texts = Field((), description=_VARIANTS)
    audiences: Texts = Field((), description="Whom it is meant for; empty means everybody.")
    markets: Texts = Field((), description="Where it may be said; empty means everywhere.")
    status: Status = Field("approved", description="Only approved statements are compared with.")
    replaced_by: Id | None = Field(None, description="The id of the statement that took its place.")
    owner: Text | None = Field(None, description="Who answers for it.")
    source: Text | None = Field(None, description="Where it comes from.")
    last_reviewed: IsoDate | None = Field(None, description="The day it was last confirmed.")
    note: Text | None = Field(None, description="A note for readers of the document.")
    proof_points: tuple[ProofPoint, ...] = Field((), description="The evidence behind it.")


class RetiredStatement(Entry):
    """Something the company used to say and no longer does."""

    id: Id = Field("", description=_ID + " Given by msglint (R-1, R-2, ...) when left out.")
    statement: Text = Field(description="What is no longer said.")
    variants: Texts = Field((), description=_VARIANTS)
    until: IsoDate | None = Field(None, description="The last day it may be said.")
    replaced_by: Id | None = Field(None, description="The id of the statement that took its place.")
    reason: Text | None = Field(None, description=_REASON)


class Competitor(Entry):
    """Another company, how it is spoken of and where it may be named."""

    id: Id = Field(description=_ID)
    name: Text = Field(description="The other company's name.")
    aliases: Texts = Field((), description=_ALIASES)
    stance: Stances = Field(("rival",), description="How we stand to it, one or several.")
    statement: Text | None = Field(None, description="What we say of it.")
    variants: Texts = Field((), description=_VARIANTS)
    named_in: Texts | None = Field(
        None,
        description="Where it may be named: words of a file or folder name, audiences, kinds of text. "
        "Left out: everywhere. []: nowhere.",
    )


class Term(Entry):
    """A term to use and those to avoid."""

    id: Id = Field(description=_ID)
    use: Text = Field(description="The term to use.")
    avoid: Texts = Field((), description="The terms to avoid, one or many.")
    reason: Text | None = Field(None, description=_REASON)
    exceptions: Texts = Field((), alias="except", description=_EXCEPT)


class BannedWord(Entry):
    """A word that no claim may contain."""

    id: Id = Field("", description=_ID + " Given by msglint (B-1, B-2, ...) when left out.")
    word: Text = Field(description="The word or phrase.")
    reason: Text | None = Field(None, description=_REASON)
    exceptions: Texts = Field((), alias="except", description=_EXCEPT)


class Team(Entry):
    """A department and what it calls success."""

    id: Id = Field("", description=_ID + " Given by msglint (TEAM-1, TEAM-2, ...) when left out.")
    department: Text = Field(description="The department.")
    success: Text = Field(description="What it calls success.")


class Handoff(Entry):
    """What two departments expect of each other where work passes between them."""

    id: Id = Field(description=_ID)
    from_team: Text = Field(alias="from", description="The department that hands over.")
    to: Text = Field(description="The department that takes over.")
    sender_expects: Text = Field(description="What the sender expects in return.")
    receiver_expects: Text = Field(description="The quality and quantity the receiver expects.")


class Approval(Entry):
    """A department's signature under the document, with the digest of what was approved."""

    department: Text = Field(description="The department that approved.")
    name: Text = Field(description="Who approved for it.")
    date: IsoDate = Field(description="The day of the approval.")
    digest: Text = Field(description="The digest of the document as it was approved.")


class Messaging(Entry):
    """The master messaging document: what the company has agreed to say, and the proof behind it."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=False, title="master messaging")

    schema_version: Literal[1] = Field(alias="schema", description="The version of this shape: 1.")
    company: Company = Field(description="The company that speaks.")
    as_of: IsoDate | None = Field(None, description="The day the document speaks for.")
    category: Category | None = Field(None, description="What the company says it is.")
    products: tuple[Product, ...] = Field((), description="The products and their names.")
    positioning: tuple[MessagingStatement, ...] = Field((), description="Who we are and for whom.")
    problems: tuple[MessagingStatement, ...] = Field((), description="The problems we solve.")
    value_propositions: tuple[MessagingStatement, ...] = Field((), description="The value we promise.")
    differentiators: tuple[MessagingStatement, ...] = Field((), description="What sets us apart.")
    capabilities: tuple[MessagingStatement, ...] = Field((), description="What the products can do.")
    boilerplate: tuple[MessagingStatement, ...] = Field((), description="'About us' texts.")
    negative_statements: tuple[MessagingStatement, ...] = Field((), description="What we do not claim.")
    retired_statements: tuple[RetiredStatement, ...] = Field((), description="What we used to say.")
    competitors: tuple[Competitor, ...] = Field((), description="Other companies.")
    terminology: tuple[Term, ...] = Field((), description="Terms to use and terms to avoid.")
    banned_claim_words: tuple[BannedWord, ...] = Field((), description="Words that no claim may contain.")
    goal: MessagingStatement | None = Field(None, description="The one revenue goal of all departments.")
    teams: tuple[Team, ...] = Field((), description="What each department calls success.")
    handoffs: tuple[Handoff, ...] = Field((), description="What departments expect of each other.")
    approvals: tuple[Approval, ...] = Field((), description="Who approved which version.")

    @property
    def statement_sections(self) -> tuple[tuple[str, tuple[MessagingStatement, ...]], ...]:
        """Every section that holds statements, by its key, in the order in which the document is read."""
        return (
            ("positioning", self.positioning),
            ("problems", self.problems),
            ("value_propositions", self.value_propositions),
            ("differentiators", self.differentiators),
            ("capabilities", self.capabilities),
            ("boilerplate", self.boilerplate),
            ("negative_statements", self.negative_statements),
            ("goal", (self.goal,) if self.goal else ()),
        )
