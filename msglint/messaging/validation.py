"""What pydantic finds wrong with a YAML file, said in plain words with file, line and what to type."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from msglint.errors import Problem, UserError
from msglint.messaging.yaml_tree import KeyPath, Place, Plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic_core import ErrorDetails

M = TypeVar("M", bound=BaseModel)

_WANTED = {
    "string_type": "text",
    "tuple_type": "a list",
    "list_type": "a list",
    "bool_type": "true or false",
    "dict_type": "a mapping of keys (key: value)",
    "model_type": "a mapping of keys (key: value)",
    "model_attributes_type": "a mapping of keys (key: value)",
}


def validated(model: type[M], plain: Plain, *, name: str) -> M:
    """The data as a `model`; raises UserError with all problems, `name` being what the file should hold."""
    top = plain.places.get((), Place(name, 1))
    if not isinstance(plain.data, dict):
        found = "is empty" if plain.data is None else f"holds {_described(plain.data)}"
        raise UserError(Problem(top.file, f"{found}; a {name} is a mapping of keys (key: value)", top.line))
    try:
        return model.model_validate(plain.data)
    except ValidationError as error:
        raise UserError(*problems_of(error, model, plain)) from None


def problems_of(
    error: ValidationError, model: type[BaseModel], plain: Plain, at: KeyPath = ()
) -> list[Problem]:
    """Each thing pydantic objects to, in the order of the lines; `at` is where the model begins."""
    problems = {_problem(detail, model, plain, at) for detail in error.errors(include_url=False)}
    return sorted(problems, key=lambda p: (p.file, p.line or 0, p.message))


def _problem(detail: ErrorDetails, model: type[BaseModel], plain: Plain, at: KeyPath) -> Problem:
    path: KeyPath = (*at, *detail["loc"])
    place = _place(plain.places, path)
    message, hint = _worded(detail, model, plain, path)
    if detail["type"] not in ("extra_forbidden", "value_error"):
        message += _entry_name(plain.data, path)
    return Problem(place.file, message, place.line, hint)


def _worded(detail: ErrorDetails, model: type[BaseModel], plain: Plain, path: KeyPath) -> tuple[str, str]:
    """The message and the hint for one objection."""
    kind, value, key = detail["type"], detail["input"], _key_name(path)
    context: Mapping[str, Any] = detail.get("ctx") or {}
    if kind == "missing":
        return f"the key {key} is missing", f"add {key.strip(chr(39))}: …"
    if kind == "extra_forbidden":
        known = keys_at(model, detail["loc"][:-1])
        return f"unknown key {key}{did_you_mean(str(path[-1]), known)}", ""
    if kind in ("literal_error", "enum"):
        return f"{key} is {_shown(value, plain, path)}", f"use {context.get('expected', '')}".replace("'", "")
    if kind == "string_too_short":
        return f"{key} is empty", "write the text, or leave the key out"
    if kind == "string_pattern_mismatch":
        return f"{key} is '{value}'", "letters, digits, '.', '_' and '-' only, such as VP-1"
    if kind == "value_error":
        return f"{key}: {context.get('error', detail['msg'])!s}", ""
    return _wrong_type(kind, value, key, plain, path)


def _wrong_type(kind: str, value: object, key: str, plain: Plain, path: KeyPath) -> tuple[str, str]:
    raw = plain.raws.get(path, str(value))
    if isinstance(value, bool):
        return f"{key}: YAML reads {raw} as {str(value).lower()}", f'put it in quotes: "{raw}"'
    if isinstance(value, int | float | date):
        what = "a date" if isinstance(value, date) else "a number"
        return f"{key}: YAML reads {raw} as {what}", f'put it in quotes: "{raw}"'
    wanted = _WANTED.get(kind, "something else")
    hint = "put a text with ': ' in it in quotes" if wanted == "text" and isinstance(value, dict) else ""
    if isinstance(value, str) and "mapping" in wanted:
        hint = "a statement looks like {id: VP-1, statement: …}"
    return f"{key} should be {wanted}, not {_described(value)}", hint


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """ ", did you mean 'x'?" for the nearest of the known words, else the known words themselves."""
    squeezed = {k.lower().replace("_", "").replace("-", ""): k for k in known}
    near = get_close_matches(word.lower().replace("_", "").replace("-", ""), list(squeezed), n=1, cutoff=0.6)
    return f", did you mean '{squeezed[near[0]]}'?" if near else f"; known are {', '.join(known)}"


def keys_at(model: type[BaseModel], loc: Sequence[str | int]) -> tuple[str, ...]:
    """The keys a mapping may have at a place of a model, as they are typed in YAML."""
    current = model
    for step in loc:
        fields = {info.alias or name: info for name, info in current.model_fields.items()}
        if isinstance(step, str) and step in fields:
            current = _model_in(fields[step].annotation) or current
    return tuple(info.alias or name for name, info in current.model_fields.items())


def _model_in(annotation: object) -> type[BaseModel] | None:
    """The model inside `Model`, `Model | None` or `tuple[Model, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        if found := _model_in(inner):
            return found
    return None


def _place(places: Mapping[KeyPath, Place], path: KeyPath) -> Place:
    while path and path not in places:
        path = path[:-1]
    return places.get(path, Place("", 1))


def _key_name(path: KeyPath) -> str:
    """'statement', or 'variants' for one of its items; the list's key for an entry."""
    words = [step for step in path if isinstance(step, str)]
    word = words[-1] if words else "document"
    return f"an entry of '{word}'" if path and isinstance(path[-1], int) else f"'{word}'"


def _entry_name(data: object, path: KeyPath) -> str:
    """ " in VP-1" for the innermost entry with an id on the way to the path."""
    name = ""
    for step in path[:-1]:
        data = _step(data, step)
        if isinstance(data, dict) and isinstance(data.get("id"), str):
            name = f" in {data['id']}"
    return name


def _step(data: object, step: str | int) -> object:
    if isinstance(data, dict):
        return data.get(step)
    return data[step] if isinstance(data, list) and isinstance(step, int) and step < len(data) else None


def _shown(value: object, plain: Plain, path: KeyPath) -> str:
    return f"'{value}'" if isinstance(value, str) else plain.raws.get(path, _described(value))


def _described(value: object) -> str:
    """A value in plain words: what kind of thing stands there."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping of keys"
    if isinstance(value, list | tuple):
        return "a list"
    return f"'{value}'" if len(str(value)) <= 60 else f"'{str(value)[:59]}…'"
