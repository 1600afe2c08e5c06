"""Every table both ways: what is in a folder is listed, what is listed is there, and all is documented."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
import yaml

from msglint.cli import COMMANDS, SUMMARIES, cli
from msglint.extract import EXTRACTORS, REFUSED
from msglint.report import REPORTERS
from msglint.source.media import BY_SUFFIX, NOT_READ, READ

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "msglint"
COMMANDS_PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def documents(pattern: str = "*.md") -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(ROOT.glob(pattern)))


# Commands


def commands(group: click.Group = cli, above: str = "msglint") -> Iterator[tuple[str, click.Command]]:
    """Every command with the words that call it, groups before what is in them."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield f"{above} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{above} {name}")


ALL_COMMANDS = dict(commands())


def test_every_command_has_a_file_and_every_file_a_command() -> None:
    targets = dict(target.split(":") for target in COMMANDS.values())
    assert {f"msglint.cli.{path.stem}" for path in (PACKAGE / "cli").glob("*_command.py")} == set(targets)
    for module, name in targets.items():
        assert isinstance(getattr(import_module(module), name), click.Command)


def test_the_summaries_are_those_of_the_commands_in_order() -> None:
    assert list(SUMMARIES) == list(COMMANDS)


def test_every_command_says_what_it_does() -> None:
    assert [name for name, command in ALL_COMMANDS.items() if not (command.help or "").strip()] == []


def test_every_option_says_what_it_does() -> None:
    silent = [
        f"{name} {option.opts[-1]}"
        for name, command in ALL_COMMANDS.items()
        for option in command.params
        if isinstance(option, click.Option) and not option.help
    ]
    assert silent == []


def test_the_page_about_commands_has_a_section_for_each() -> None:
    assert re.findall(r"^## `(msglint .*)`$", COMMANDS_PAGE, re.MULTILINE) == list(ALL_COMMANDS)


@pytest.mark.parametrize("name", ALL_COMMANDS)
def test_the_page_about_commands_shows_the_help_as_it_is(name: str) -> None:
    section = COMMANDS_PAGE.split(f"\n## `{name}`\n")[1].split("\n## ")[0]
    assert f"```text\n{help_of(name)}\n```" in section, f"put the output of '{name} --help' there"


def help_of(name: str) -> str:
    """What `NAME --help` prints in a pipe."""
    command = ALL_COMMANDS[name]
    return command.get_help(click.Context(command, info_name=name, terminal_width=78, **cli.context_settings))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_on_the_front_page_or_in_the_docs(name: str) -> None:
    assert f"msglint {name}" in documents() + documents("docs/*.md")


# Assets


def test_every_media_type_has_an_extractor_and_every_extractor_a_file_name() -> None:
    assert set(READ.values()) == set(EXTRACTORS)


def test_every_extractor_reads_with_a_module_of_its_own() -> None:
    called = {reader.__name__.lstrip("_") for reader in EXTRACTORS.values()}
    assert called >= {"pptx", "pdf", "html", "docx", "markdown", "plain"}
    readers = {
        name
        for path in (PACKAGE / "extract").rglob("*.py")
        for name in re.findall(
            r"^def read_(\w+)\(data: bytes", path.read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    assert readers == called


def test_what_is_not_read_is_refused_with_a_next_step() -> None:
    assert set(REFUSED) == set(NOT_READ.values())
    assert all("; " in words for words in REFUSED.values())


def test_the_pre_commit_hook_takes_every_document_that_is_read() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    taken = {suffix for suffix in BY_SUFFIX if re.search(hook["files"], f"decks/a{suffix}")}
    # Plain text is mostly not messaging: requirements.txt, robots.txt.
    assert taken == set(READ) - {".txt"}
    assert hook["require_serial"]
    assert hook["types"] == ["file"]


# Reports


def test_every_format_is_named_where_it_is_chosen() -> None:
    (option,) = (o for o in ALL_COMMANDS["msglint check"].params if o.name == "formats")
    assert isinstance(option, click.Option)
    named = re.findall(r"[a-z]+", (option.help or "").split(", to ")[0])
    assert [name for name in named if name != "or"] == list(REPORTERS)


# The repository


def test_files_that_contributors_are_pointed_to_exist() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = {name for name in re.findall(r"`((?:[\w.-]+/)+[\w.-]*)`", page) if "build/" not in name}
    real = {name for name in named if "NAME" not in name and "nnn" not in name}
    assert len(real) > 10
    assert [name for name in sorted(real) if not (ROOT / name).exists()] == []


def test_every_make_target_is_explained_to_contributors() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [target for target in phony.split() if f"`make {target}`" not in page] == []


def test_the_version_is_in_the_changelog() -> None:
    from msglint import __version__

    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f'\nversion = "{__version__}"\n' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
