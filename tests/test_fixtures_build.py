"""The fixtures can be rebuilt to the byte, and what is expected of them really stands in them."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import unicodedata
import zipfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pdfplumber
import pytest
import yaml
from bs4 import BeautifulSoup
from pptx import Presentation

from msglint.messaging.schema import Messaging

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "fixtures"
EXPECTED = sorted(FIXTURES.glob("*/*.expected.yaml"))
# The versions that wrote the committed files; another one may lay out a file differently.
BUILT_WITH = {"python-pptx": "1.0.2", "xlsxwriter": "3.3.1", "fpdf2": "2.8.9", "reportlab": "5.1.0"}
KEYS = {
    "findings": {"text", "verdict", "change", "statement_id", "rule", "where", "note"},
    "coverage": {"text", "verdict", "rule", "where"},
    "silent": {"text", "statement_id", "note"},
}
RULES_OF_CHANGE = {
    "number": "MSG203",
    "unit": "MSG203",
    "date": "MSG204",
    "scope": "MSG205",
    "qualifier": "MSG205",
    "strength": "MSG206",
    "polarity": "MSG201",
    "entity": "MSG201",
    "name": "MSG301",
    "category": "MSG302",
}
WORDING_RULES = {"MSG303", "MSG304", "MSG306", "MSG307", "MSG401", "MSG402"}


def installed(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def build(folder: Path) -> dict[str, bytes]:
    subprocess.run([sys.executable, "-m", "fixtures.build", str(folder)], cwd=ROOT, check=True)
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def unzipped(content: bytes) -> dict[str, object]:
    """The members of a zip, so that two zlib implementations compare equal."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return {name: unzipped(data) if name.endswith(".xlsx") else data for name, data in members.items()}


@pytest.mark.skipif(
    not (installed("fpdf2") and installed("reportlab")),
    reason="needs fpdf2 and reportlab: pip install '.[fixtures]'",
)
def test_the_builder_is_deterministic_and_the_committed_files_are_current(tmp_path: Path) -> None:
    first, second = build(tmp_path / "first"), build(tmp_path / "second")
    assert first == second
    found = {package: installed(package) for package in BUILT_WITH}
    if found != BUILT_WITH:
        pytest.skip(f"the committed files were built with {BUILT_WITH}, installed are {found}")
    for name, content in first.items():
        committed = (FIXTURES / name).read_bytes()
        if name.endswith(".pptx"):
            assert unzipped(content) == unzipped(committed), f"{name} is stale: run python -m fixtures.build"
        else:
            assert content == committed, f"{name} is stale: run python -m fixtures.build"


def deck_texts(path: Path) -> Iterator[str]:
    for slide in Presentation(str(path)).slides:
        yield from shape_texts(slide.shapes)
        if slide.has_notes_slide:
            yield slide.notes_slide.notes_text_frame.text


def shape_texts(shapes: Any) -> Iterator[str]:
    for shape in shapes:
        yield from shape._element.xpath("./*/p:cNvPr/@descr")
        if hasattr(shape, "shapes"):
            yield from shape_texts(shape.shapes)
        if shape.has_text_frame:
            yield shape.text_frame.text
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
        if shape.has_chart:
            yield shape.chart.chart_title.text_frame.text
            yield from (str(category) for category in shape.chart.plots[0].categories)


def pdf_texts(path: Path) -> Iterator[str]:
    """Whole pages, for banners and small print, and each column on its own."""
    gutter = {"one_pager.pdf": 300, "case_study.pdf": 215}[path.name]
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            yield page.extract_text()
            for left, right in ((0, gutter), (gutter, page.width)):
                yield page.crop((left, 0, right, page.height)).extract_text()


def page_texts(path: Path) -> Iterator[str]:
    soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    yield soup.get_text(" ")
    yield from (str(tag["content"]) for tag in soup.select("meta[content]"))
    yield from (str(tag["alt"]) for tag in soup.select("img[alt]"))


def asset_text(path: Path) -> str:
    readers = {".pptx": deck_texts, ".pdf": pdf_texts, ".html": page_texts}
    reader = readers.get(path.suffix)
    return clean("\n\n".join(reader(path) if reader else [path.read_text(encoding="utf-8")]))


def clean(text: str) -> str:
    """Undo what typesetting does: ligatures, hyphens at line ends, line breaks."""
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "-")
    return re.sub(r"\s+", " ", re.sub(r"(?<=\w)-\n(?=\w)", "", text))


def expectations(path: Path) -> dict[str, list[dict[str, Any]]]:
    loaded: dict[str, list[dict[str, Any]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def entry_ids(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if "id" in value:
            yield value["id"]
        for part in value.values():
            yield from entry_ids(part)
    elif isinstance(value, list):
        for part in value:
            yield from entry_ids(part)


@pytest.fixture(scope="module")
def master() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "master_messaging.yaml").read_text(encoding="utf-8"))
    return loaded


def test_the_master_is_valid_and_its_ids_are_unique(master: dict[str, Any]) -> None:
    Messaging.model_validate(master)
    ids = list(entry_ids(master)) + [
        entry["id"] for entry in master["retired_statements"] if "id" not in entry
    ]
    assert sorted(set(ids)) == sorted(ids)


def test_every_asset_has_expectations_and_the_other_way_round() -> None:
    assets = {p for s in ("pptx", "pdf", "html", "md") for p in FIXTURES.glob(f"*/*.{s}")}
    assert assets == {p.with_name(p.name.removesuffix(".expected.yaml")) for p in EXPECTED}


@pytest.mark.parametrize("path", EXPECTED, ids=lambda p: p.name.removesuffix(".expected.yaml"))
def test_expectations_stand_in_their_asset(path: Path, master: dict[str, Any]) -> None:
    text = asset_text(path.with_name(path.name.removesuffix(".expected.yaml")))
    ids = {*entry_ids(master), None}
    expected = expectations(path)
    assert set(expected) == set(KEYS)
    for part, entries in expected.items():
        for entry in entries:
            assert set(entry) == KEYS[part], entry
            assert clean(entry["text"]) in text, entry
            assert entry.get("statement_id") in ids, entry
    texts = [entry["text"] for entries in expected.values() for entry in entries]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("path", EXPECTED, ids=lambda p: p.name.removesuffix(".expected.yaml"))
def test_rule_verdict_and_change_agree(path: Path) -> None:
    for entry in expectations(path)["findings"]:
        if entry["rule"] in WORDING_RULES:
            assert entry["verdict"] is entry["change"] is None, entry
        elif entry["verdict"] == "contradiction":
            assert entry["rule"] == "MSG101", entry
        else:
            assert entry["verdict"] == "drift", entry
            assert entry["rule"] == RULES_OF_CHANGE[entry["change"]], entry


@pytest.mark.parametrize("path", EXPECTED, ids=lambda p: p.name.removesuffix(".expected.yaml"))
def test_no_forbidden_word_stands_outside_the_findings(path: Path, master: dict[str, Any]) -> None:
    """Terms to avoid, banned words, retired names and rivals occur only where a finding expects them."""
    text = asset_text(path.with_name(path.name.removesuffix(".expected.yaml")))
    for entry in expectations(path)["findings"]:
        text = text.replace(clean(entry["text"]), " ")
    words = [word for term in master["terminology"] for word in term["avoid"]]
    words += [banned["word"] for banned in master["banned_claim_words"]]
    words += [name for product in master["products"] for name in product["retired"]]
    words += [retired["name"] for retired in master["category"]["retired"]]
    if "battlecard" not in path.name:
        words += [c["name"] for c in master["competitors"] if "named_in" in c]
    hits = [w for w in words if re.search(rf"\b{re.escape(w)}s?\b", text, re.IGNORECASE)]
    assert hits == []
