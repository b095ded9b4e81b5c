"""What a page shows by its type: bold headings in the size of the text."""

from __future__ import annotations

import io

from dialogueprep.domain.splitting.report import Kind
from dialogueprep.exchange.source_pdf import pieces_of_pdf

LINES = (
    ("Helvetica-Bold", "Pilots"),
    (
        "Helvetica",
        "Harbours should train two pilots a year and let them ride with crews of other",
    ),
    (
        "Helvetica",
        "harbours, so that each ferry has one who knows the reefs on both sides.",
    ),
    ("Helvetica-Bold", "Charts"),
    (
        "Helvetica",
        "Harbours should print a chart of the whole bay and sell it in ticket offices,",
    ),
    (
        "Helvetica",
        "in the languages of both shores, before the ferry season begins.",
    ),
)


def _pdf() -> bytes:
    from reportlab.pdfgen import canvas

    held = io.BytesIO()
    page = canvas.Canvas(held, pagesize=(595, 842), invariant=1)
    for n, (font, text) in enumerate(LINES):
        page.setFont(font, 10)
        page.drawString(72, 700 - 14 * n, text)
    page.save()
    return held.getvalue()


def test_a_bold_line_in_the_size_of_the_text_is_a_heading() -> None:
    pieces = pieces_of_pdf(_pdf(), "bay.pdf", lambda done, total: None)
    assert [p.text for p in pieces if p.kind is Kind.HEADING] == ["Pilots", "Charts"]
    assert sum(p.kind is Kind.TEXT for p in pieces) == 2
