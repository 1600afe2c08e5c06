"""How fast assets are read, as ratios against plain libraries in the same run, taking turns.

    [MSGLINT_BENCH=FOLDER] python benchmarks/extraction.py [--runs 5] [FILE...]

Decks against python-pptx reading only text frames, pages against Beautiful Soup's get_text, PDFs against
pdfplumber's extract_text. The files are the fixtures, those named, and a deck and a page made here.
"""

from __future__ import annotations

import argparse
import io
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import extraction_pdf
from bs4 import BeautifulSoup
from pptx import Presentation
from pptx.util import Inches

from msglint.extract.html.page import read_html
from msglint.extract.pptx.deck import read_pptx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

ROOT = Path(__file__).parent.parent
SENTENCE = "Larkmill reads every invoice, compares it with the order and posts it the same day."


def main(argv: Sequence[str] | None = None) -> None:
    """Print the time of each file and the ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("files", nargs="*", type=Path)
    arguments = parser.parse_args(argv)
    given = [*sorted((ROOT / "fixtures").rglob("*")), *arguments.files]
    decks = {path.name: path.read_bytes() for path in given if path.suffix in {".pptx", ".pptm"}}
    pages = {path.name: path.read_bytes() for path in given if path.suffix == ".html"}
    _compare("decks, against python-pptx's text frames", {**decks, "made: 60 slides": deck(60)},
             lambda data: read_pptx(data, "deck.pptx"), text_frames, arguments.runs)  # fmt: skip
    _compare("pages, against Beautiful Soup's get_text", {**pages, "made: 1 MB": page(1 << 20)},
             lambda data: read_html(data, "page.html"), all_text, arguments.runs)  # fmt: skip
    extraction_pdf.main([str(path) for path in arguments.files if path.suffix == ".pdf"])


def _compare(
    title: str, files: dict[str, bytes], ours: Callable[[bytes], object],
    theirs: Callable[[bytes], object], runs: int,
) -> None:  # fmt: skip
    print(f"{title}:")
    ratios = []
    for name, data in files.items():
        rounds = [(_seconds(ours, data), _seconds(theirs, data)) for _ in range(runs + 1)][1:]
        mine, other = (median(times) for times in zip(*rounds, strict=True))
        ratios.append(median(one / two for one, two in rounds))
        print(f"  {name:<40} {1000 * mine:8.1f} ms {1000 * other:8.1f} ms  {ratios[-1]:5.2f}")
    print(f"  median ratio {median(ratios):.2f}, worst {max(ratios):.2f}")


def _seconds(read: Callable[[bytes], object], data: bytes) -> float:
    started = time.perf_counter()
    read(data)
    return time.perf_counter() - started


def text_frames(data: bytes) -> list[str]:
    """What most tools read of a deck: the text frames of its slides, groups included."""
    presentation = Presentation(io.BytesIO(data))
    return [text for slide in presentation.slides for text in _frames(slide.shapes)]


def _frames(shapes: Iterable[object]) -> Iterable[str]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _frames(shape.shapes)
        elif shape.has_text_frame:  # type: ignore[attr-defined]
            yield shape.text_frame.text  # type: ignore[attr-defined]


def all_text(data: bytes) -> str:
    """The page's text without roles, places or lines."""
    return BeautifulSoup(data, "lxml").get_text()


def deck(slides: int) -> bytes:
    """A deck of `slides` slides, each with a title, six bullets and four boxes."""
    presentation = Presentation()
    for number in range(slides):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = f"{number}: {SENTENCE}"
        slide.placeholders[1].text = "\n".join([SENTENCE] * 6)
        for box in range(4):
            frame = slide.shapes.add_textbox(Inches(box * 2), Inches(5), Inches(2), Inches(1)).text_frame
            frame.text = SENTENCE
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def page(size: int) -> bytes:
    """A page of about `size` bytes: sections with a heading, paragraphs and a list."""
    section = f"<section><h2>{SENTENCE}</h2><p>{SENTENCE} <b>{SENTENCE}</b></p><ul>"
    section += f"<li><a href='/x'>{SENTENCE}</a></li>" * 4 + "</ul></section>\n"
    body = section * (size // len(section))
    return f"<!doctype html><title>Larkmill</title><main><h1>{SENTENCE}</h1>{body}</main>".encode()


if __name__ == "__main__":
    main()
