"""Reading rule files: one YAML file is one rule, validated against the check it names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError

from msglint.checks import CHECKS
from msglint.checks.rule import Example, Options, Rule
from msglint.errors import Problem, UserError
from msglint.messaging.load import messaging_from
from msglint.messaging.validation import did_you_mean, problems_of, validated
from msglint.messaging.yaml_tree import Node, Plain, plain, read_tree
from msglint.model import BlockKind, Mark, Mode, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from msglint.messaging.schema import Messaging

_PACKAGE = Path(__file__).resolve().parent.parent
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
_AS_LIST = BeforeValidator(lambda v: (v,) if isinstance(v, str) else v)
Scope = Annotated[tuple[BlockKind, ...], _AS_LIST]
Marks = Annotated[tuple[Mark, ...], _AS_LIST]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class ExampleShape(_Part):
    """One example as it stands in a rule file."""

    text: Text
    messaging: dict[str, Any]
    kind: BlockKind = BlockKind.BODY
    marks: Marks = ()
    asset_name: Text = "example.md"
    audience: str = ""
    match: str = ""
    note: str = ""


class ExamplesShape(_Part):
    """Both kinds of example; a rule needs each."""

    flags: tuple[ExampleShape, ...] = Field(min_length=1)
    passes: tuple[ExampleShape, ...] = Field(min_length=1)


class RuleShape(_Part):
    """A rule file."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=False)

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9-]*$")]
    name: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
    check: Text
    severity: Severity
    scope: Scope = ()
    marks: Marks = ()
    mode: Mode = Mode.CONTRADICTIONS
    message: Text
    why: Text
    with_: dict[str, Any] = Field({}, alias="with")
    examples: ExamplesShape


def load_rules(extra_dirs: Sequence[Path] = ()) -> tuple[Rule, ...]:
    """The built-in rules and those of the folders, by id; a folder's rule replaces one with the same id.

    Raises UserError with the problems of all files.
    """
    rules: dict[str, Rule] = {}
    problems: list[Problem] = []
    for folder in (builtin_dir(), *extra_dirs):
        try:
            rules |= {rule.id: rule for rule in load_folder(folder)}
        except UserError as error:
            problems += error.problems
    if problems:
        raise UserError(*problems)
    return tuple(rules[rule_id] for rule_id in sorted(rules))


def builtin_dir() -> Path:
    """Where the rules of msglint itself are: in the installed package, else beside it in the repository."""
    shipped = _PACKAGE / "_rules"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "rules"


def load_folder(folder: Path) -> tuple[Rule, ...]:
    """The rules of one folder, by file name. Raises UserError for what is wrong in any of them."""
    if not folder.is_dir():
        raise UserError(
            Problem(str(folder), "there is no such folder", hint="name a folder of rule files (*.yaml)")
        )
    rules: dict[str, Rule] = {}
    problems: list[Problem] = []
    for path in sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")]):
        try:
            rule = load_rule(path)
        except UserError as error:
            problems += error.problems
            continue
        if rule.id in rules:
            problems.append(Problem(str(path), f"the rule {rule.id} is already in {rules[rule.id].file}"))
        rules[rule.id] = rule
    if problems:
        raise UserError(*problems)
    return tuple(rules.values())


def load_rule(path: Path) -> Rule:
    """One rule file as a rule. Raises UserError with every problem in it."""
    tree = read_tree(_content(path), str(path))
    if tree is None:
        raise UserError(Problem(str(path), "is empty; it should hold a rule"))
    data = plain(tree)
    shape = validated(RuleShape, data, name="rule")
    options = _options(shape, data)
    _check_placeholders(shape, data)
    flags, passes = _examples(shape, tree)
    return Rule(
        id=shape.id,
        name=shape.name,
        check=shape.check,
        severity=shape.severity,
        message=shape.message,
        why=" ".join(shape.why.split()),
        scope=frozenset(shape.scope),
        marks=frozenset(shape.marks),
        mode=shape.mode,
        options=options,
        flags=flags,
        passes=passes,
        file=str(path),
    )


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(Problem(str(path), f"cannot be read: {error.strerror or error}")) from None


def _options(shape: RuleShape, data: Plain) -> Options:
    """What stands under `with`, as the options of the check that the rule names."""
    if shape.check not in CHECKS:
        place = data.places["check",]
        message = f"there is no check '{shape.check}'{did_you_mean(shape.check, list(CHECKS))}"
        raise UserError(Problem(place.file, message, place.line))
    model: type[Options] = CHECKS[shape.check].options
    try:
        return model.model_validate(shape.with_)
    except ValidationError as error:
        raise UserError(*problems_of(error, model, data, at=("with",))) from None


def _check_placeholders(shape: RuleShape, data: Plain) -> None:
    known = CHECKS[shape.check].placeholders
    unknown = [name for name in re.findall(r"\{([a-z_]+)\}", shape.message) if name not in known]
    place = data.places["message",]
    if unknown:
        raise UserError(
            *(
                Problem(
                    place.file, f"'{{{name}}}' stands for nothing here{did_you_mean(name, known)}", place.line
                )
                for name in unknown
            )
        )


def _examples(shape: RuleShape, tree: Node) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    """The examples with their messaging as documents; one that several share is read once."""
    documents: dict[int, Messaging] = {}
    node = _child(tree, "examples")
    return (
        tuple(_example_list(shape.examples.flags, _child(node, "flags"), documents)),
        tuple(_example_list(shape.examples.passes, _child(node, "passes"), documents)),
    )


def _example_list(
    shapes: Sequence[ExampleShape], node: Node, documents: dict[int, Messaging]
) -> Iterator[Example]:
    for shape, item in zip(shapes, node.items or (), strict=True):
        messaging = _child(item, "messaging")
        if id(messaging) not in documents:
            documents[id(messaging)] = _document(messaging)
        yield Example(
            text=shape.text,
            messaging=documents[id(messaging)],
            kind=shape.kind,
            marks=frozenset(shape.marks),
            asset_name=shape.asset_name,
            audience=shape.audience,
            match=shape.match,
            note=shape.note,
            line=item.place.line,
        )


def _document(node: Node) -> Messaging:
    """An example's messaging; the key `schema` may be left out there."""
    data = plain(node)
    if isinstance(data.data, dict):
        data.data.setdefault("schema", 1)
    return messaging_from(data)


def _child(node: Node, key: str) -> Node:
    return (node.entries or {})[key][1]
