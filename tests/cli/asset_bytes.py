"""Small files of each kind, good and bad, made in memory."""

from __future__ import annotations

import io

from fpdf import FPDF
from PIL import Image
from pptx import Presentation


def deck(*titles: str) -> bytes:
    """A deck with one slide for each title."""
    made = Presentation()
    for title in titles:
        made.slides.add_slide(made.slide_layouts[5]).shapes.title.text = title
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def pdf(text: str, password: str = "") -> bytes:
    """A PDF of one page with one line of text."""
    made = FPDF()
    if password:
        made.set_encryption(owner_password=f"owner {password}", user_password=password)
    made.add_page()
    made.set_font("Helvetica", size=12)
    made.cell(text=text)
    return bytes(made.output())


def picture_pdf() -> bytes:
    """A PDF of one page that holds a picture and no text, as a scanner writes it."""
    made = FPDF()
    made.add_page()
    made.image(Image.new("RGB", (600, 800), "grey"), x=0, y=0, w=made.w, h=made.h)
    return bytes(made.output())
