"""Who may import whom: values at the bottom, stages that do not know each other, the command line on top."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cli_driver import Msglint

PACKAGE = Path(__file__).parents[1] / "msglint"
ROOT = "msglint"
VALUES = {"model", "errors"}
GROUND = VALUES | {"settings", "messaging", "fingerprint", "runtime"}
STAGES = {"source", "extract", "claims", "match", "judge", "checks", "report", "store"}
# Each part of the package with the parts it may import; a part that is not here has no place yet.
MAY_IMPORT = {
    "model": VALUES,
    "errors": VALUES,
    "settings": VALUES,
    "messaging": VALUES | {"settings"},
    "runtime": VALUES,
    "fingerprint": VALUES | {"settings"},
    **dict.fromkeys(STAGES, GROUND),
    "pipeline": GROUND | STAGES,
    "evaluate": GROUND | {"pipeline"},
    "cli": GROUND | STAGES | {"pipeline", "evaluate"},
    "__main__": {"cli"},
}


@dataclass(frozen=True, slots=True)
class Import:
    """One module importing another; `typing` where only type checkers see it."""

    importer: str
    imported: str
    line: int
    typing: bool

    @property
    def crosses(self) -> bool:
        return part(self.importer) != part(self.imported) and self.imported != ROOT

    def __str__(self) -> str:
        return f"{self.importer}:{self.line} -> {self.imported}{' (typing)' if self.typing else ''}"


def part(module: str) -> str:
    return module.split(".")[1] if "." in module else module


@cache
def modules() -> dict[str, Path]:
    """Every module's file by its dotted name."""
    names = {path: ".".join((ROOT, *path.relative_to(PACKAGE).with_suffix("").parts)) for path in files()}
    return {name.removesuffix(".__init__"): path for path, name in names.items()}


def files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


@cache
def imports() -> tuple[Import, ...]:
    """Every import of one module of msglint in another, wherever in the file it stands."""
    return tuple(found for name, path in modules().items() for found in _imports_of(name, path))


def _imports_of(name: str, path: Path) -> Iterator[Import]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    guards = (node for node in ast.walk(tree) if isinstance(node, ast.If) and _is_typing_guard(node.test))
    typing = {id(inner) for guard in guards for inner in ast.walk(guard)}
    for node in ast.walk(tree):
        for imported in _imported(node):
            yield Import(name, imported, node.lineno, id(node) in typing)  # type: ignore[attr-defined]


def _is_typing_guard(test: ast.expr) -> bool:
    return isinstance(test, ast.Name) and test.id == "TYPE_CHECKING"


def _imported(node: ast.AST) -> Iterator[str]:
    """The modules that a statement imports: `from msglint.checks import banned` is msglint.checks.banned."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names if alias.name.split(".")[0] == ROOT)
    elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == ROOT:
        for alias in node.names:
            whole = f"{node.module}.{alias.name}"
            yield whole if whole in modules() else str(node.module)


def shown(wrong: Iterable[Import]) -> list[str]:
    return [str(one) for one in wrong]


@pytest.mark.parametrize("typing", [False, True], ids=["imports", "imports for types"])
def test_imports_point_downwards(typing: bool) -> None:
    crossing = [one for one in imports() if one.crosses and one.typing is typing]
    assert crossing
    assert shown(one for one in crossing if part(one.imported) not in MAY_IMPORT[part(one.importer)]) == []


def test_every_part_has_its_place() -> None:
    assert {part(name) for name in modules()} - {ROOT} == set(MAY_IMPORT)


def test_the_package_itself_imports_nothing() -> None:
    assert shown(one for one in imports() if one.importer == ROOT) == []


def test_there_are_no_cycles() -> None:
    above = {name: {one.imported for one in imports() if one.importer == name} for name in modules()}
    while free := {name for name, needed in above.items() if not needed & set(above)}:
        above = {name: needed for name, needed in above.items() if name not in free}
    assert sorted(above) == []


def test_the_package_is_never_imported_through_its_own_front() -> None:
    """Within a folder its modules import each other; only who reads the table imports the folder."""
    inside = (
        one for one in imports() if one.importer.startswith(f"{one.imported}.") and one.imported != ROOT
    )
    readers = {"msglint.checks.load", "msglint.checks.run", "msglint.extract.sandbox"}
    assert {one.importer for one in inside} <= readers


def test_imports_are_absolute() -> None:
    trees = {path: ast.walk(ast.parse(path.read_text(encoding="utf-8"))) for path in files()}
    relative = [
        f"{path}:{node.lineno}"
        for path, nodes in trees.items()
        for node in nodes
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_nothing_is_named_for_no_reason() -> None:
    nameless = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert [name for name in modules() if nameless & set(name.split("."))] == []


HEAVY = (
    "torch",
    "spacy",
    "sentence_transformers",
    "transformers",
    "onnxruntime",
    "numpy",
    "pptx",
    "pdfplumber",
    "bs4",
)
SERVING = ("pydantic", "yaml", "rich", "jinja2", "lxml", "markdown_it")
LOADED = """
import sys
from msglint.cli import main
try:
    main()
finally:
    print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def test_help_loads_no_library(msglint: Msglint) -> None:
    result = msglint.process("--help", script=LOADED)
    assert result.code == 0
    loaded = set(result.stderr.split())
    assert "click" in loaded
    assert loaded & {*HEAVY, *SERVING} == set()


def test_a_second_check_of_the_same_assets_loads_no_model(larkmill: Msglint) -> None:
    first = larkmill("check", "drift.md", "clean.md")
    second = larkmill.process("check", "drift.md", "clean.md", script=LOADED)
    assert (first.code, second.code, second.stdout) == (1, 1, first.stdout)
    loaded = set(second.stderr.split())
    assert "pydantic" in loaded
    assert loaded & set(HEAVY) == set()


def test_a_first_check_imports_no_torch(larkmill: Msglint) -> None:
    result = larkmill.process("check", "drift.md", "--no-cache", script=LOADED)
    loaded = set(result.stderr.split())
    assert {"spacy", "onnxruntime"} <= loaded
    assert loaded & {"torch", "sentence_transformers", "transformers"} == set()
