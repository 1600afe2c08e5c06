"""What the pages of one site repeat: menus, footers, banners and boilerplate, written once for all."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msglint.model import Block, BlockKind, Document, Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from msglint.model import CheckedAsset

Folder = tuple[str, ...]
Passage = tuple[str, BlockKind]

# Two pages may share a sentence because somebody copied it; what three share and half of all is a template.
_FEWEST_PAGES = 3
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def with_templates(assets: tuple[CheckedAsset, ...]) -> tuple[CheckedAsset, ...]:
    """The assets of a run with what the pages of a site repeat marked, in blocks and in claims."""
    pages = [asset for asset in assets if asset.source.media_type in _PAGES]
    documents = mark_templates([(page.source.key, page.document) for page in pages])
    marked = dict(zip((page.source for page in pages), documents, strict=True))
    return tuple(_with_document(asset, marked.get(asset.source, asset.document)) for asset in assets)


def _with_document(asset: CheckedAsset, document: Document) -> CheckedAsset:
    if document == asset.document:
        return asset
    marks = {(block.location.steps, block.kind): block.marks for block in document.blocks}
    judgements = []
    for judgement in asset.judgements:
        claim = judgement.claim
        found = marks.get((claim.location.steps, claim.kind), claim.marks)
        judgements.append(replace(judgement, claim=replace(claim, marks=found)))
    return replace(asset, document=document, judgements=tuple(judgements))


def mark_templates(documents: Sequence[tuple[str, Document]]) -> list[Document]:
    """The documents in order, with `Mark.TEMPLATE` on blocks that the pages of their site repeat.

    Each comes with its asset key, a path or an address. A block is part of a template where the same text of
    the same kind stands on at least three pages and on half of those of the site or of the page's own folder:
    a site repeats its menu everywhere, press releases the lines about the company only among themselves.
    """
    folders = [_folder(key) for key, _ in documents]
    sites = _sites(folders)
    groups = [{("site", sites[folder]), ("folder", folder)} for folder in folders]
    pages = Counter(group for of_page in groups for group in of_page)
    passages = [{_passage(block) for block in document.blocks} for _, document in documents]
    found = Counter(
        (group, passage) for of_page, said in zip(groups, passages, strict=True) for group in of_page
        for passage in said
    )  # fmt: skip
    return [
        _marked(document, {passage for passage in said
                           if any(found[group, passage] >= _enough(pages[group]) for group in of_page)})
        for (_, document), of_page, said in zip(documents, groups, passages, strict=True)
    ]  # fmt: skip


def _enough(pages: int) -> int:
    return max(_FEWEST_PAGES, -(-pages // 2))


def _passage(block: Block) -> Passage:
    return block.text.casefold(), block.kind


def _marked(document: Document, repeated: set[Passage]) -> Document:
    if not repeated:
        return document
    blocks = (
        replace(block, marks=block.marks | {Mark.TEMPLATE}) if _passage(block) in repeated else block
        for block in document.blocks
    )
    return replace(document, blocks=tuple(blocks))


def _folder(key: str) -> Folder:
    """Where a page lies: the folders of its path, after the host of its address if it has one."""
    address = urlsplit(key) if "://" in key else None
    path = address.path if address else key.replace("\\", "/")
    steps = tuple(step for step in path.split("/")[:-1] if step not in {"", "."})
    return (f"//{address.netloc}", *steps) if address else steps


def _sites(folders: Iterable[Folder]) -> dict[Folder, Folder]:
    """The site of each folder: its host, or the outermost folder around it that has pages of its own.

    A site has a page at its root; a folder without one holds several sites.
    """
    every = set(folders)
    return {
        folder: folder[:1] if folder[:1] and folder[0].startswith("//")
        else next(folder[:depth] for depth in range(len(folder) + 1) if folder[:depth] in every)
        for folder in every
    }  # fmt: skip
