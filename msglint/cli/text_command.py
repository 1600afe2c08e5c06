"""`msglint text`: what was read of each asset, with kinds and locations, and what was not."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from msglint.cli.options import paths_argument

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from msglint.model import Block, Coverage, Document, Skipped, Source

Json = str | int | float | None | list["Json"] | dict[str, "Json"]
Read = tuple["Source", "Document"]


@click.command("text")
@paths_argument
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "lines"]),
    default="text",
    show_default=True,
    help="How to print it; lines has no places and numbers, for git diff.",
)
@click.option("--allow-unreadable", is_flag=True, help="Do not exit 3 for assets that gave no text.")
@click.option(
    "-j", "--jobs", type=click.IntRange(1), default=1, show_default=True, help="Read that many files at once."
)
def text(paths: tuple[Path, ...], output: str, allow_unreadable: bool, jobs: int) -> None:
    """Print what msglint reads in assets, with kinds and locations, and what it cannot read.

    Exit code 3 when an asset gave no text.
    """
    from msglint.errors import EXIT_UNREADABLE
    from msglint.extract.sandbox import read_all
    from msglint.extract.templates import mark_templates
    from msglint.source.files import find_sources

    sources = find_sources(paths)
    documents = mark_templates(list(zip((s.key for s in sources), read_all(sources, jobs), strict=True)))
    read = list(zip(sources, documents, strict=True))
    if output == "json":
        click.echo(render_json(read))
    elif output == "lines":
        click.echo("\n\n".join(map(_as_lines, read)))
    else:
        click.echo("\n\n".join(map(_as_text, read)))
    if not allow_unreadable and any(not document.blocks for _, document in read):
        sys.exit(EXIT_UNREADABLE)


def render_json(read: list[Read]) -> str:
    """The contract's JSON: one asset's content at the top level, several under "assets"."""
    assets = [_as_json(source, document) for source, document in read]
    content: dict[str, Json] = assets[0] if len(assets) == 1 else {"assets": list(assets)}
    return json.dumps({"schema": 1, **content}, ensure_ascii=False, indent=2)


def _as_json(source: Source, document: Document) -> dict[str, Json]:
    return {
        "path": source.name,
        "media_type": source.media_type,
        "blocks": [_block_json(block) for block in document.blocks],
        "skipped": [{"region": skip.region, "reason": skip.reason} for skip in document.skipped],
        "coverage": _coverage_json(document.coverage),
    }


def _coverage_json(coverage: Coverage) -> Json:
    return {"read": coverage.read, "not_read": coverage.not_read, "share": round(coverage.share, 4)}


def _block_json(block: Block) -> Json:
    content: dict[str, Json] = {"text": block.text, "kind": block.kind.value, "location": str(block.location)}
    if block.heading:
        content["heading"] = block.heading
    if block.location.line is not None:
        content["line"] = block.location.line
    if block.location.column is not None:
        content["column"] = block.location.column
    if block.marks:
        content["marks"] = list[Json](sorted(block.marks))
    return content


def _as_lines(read: Read) -> str:
    """A line for each block and each region not read, without what moves when a slide is put between."""
    _, document = read
    lines, outer = list[str](), ""
    for block in document.blocks:
        if lines and block.location.steps[0] != outer:
            lines.append("")
        outer = block.location.steps[0]
        marks = "".join(f" [{mark}]" for mark in sorted(block.marks))
        lines.append(f"{block.kind.value}{marks}: {block.text}")
    lines.extend(f"not read: {skip.reason}" for skip in document.skipped)
    return "\n".join(lines)


def _as_text(read: Read) -> str:
    source, document = read
    lines = [click.style(source.name, bold=True), *_block_lines(document.blocks)]
    if not document.blocks:
        lines.append("  no text was read")
    lines.extend(_skip_lines(document.skipped))
    return "\n".join(lines)


def _block_lines(blocks: Iterable[Block]) -> Iterable[str]:
    """Blocks below the outermost step of their location, which is written once for all that share it."""
    place = ""
    for block in blocks:
        outer, *inner = block.location.steps
        if inner and outer != place:
            yield click.style(f"\n  {outer}", fg="cyan")
        place = outer
        marks = "".join(f" [{mark}]" for mark in sorted(block.marks))
        where = " › ".join(inner or (outer,))
        kind, trail = (
            click.style(f"{block.kind.value:<9}", dim=True),
            click.style(f"  {where}{marks}", dim=True),
        )
        yield f"  {kind} {block.text}{trail}"


def _skip_lines(skipped: Iterable[Skipped]) -> Iterable[str]:
    lines = [f"    {click.style(skip.region, fg='yellow')}: {skip.reason}" for skip in skipped]
    return ["", click.style("  not read", bold=True), *lines] if lines else []
