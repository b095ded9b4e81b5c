"""Headings of a PDF that are set like the text and run over two lines are read whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogueprep.domain.splitting.report import Kind
from dialogueprep.exchange.source_reader import read_source

PLAIN = (
    "The ferries of the strait are old, and the inspectors are few; in the last year three of",
    "them were stopped at sea. Every harbour should publish its inspections within a month.",
)
OTHER = (
    "Nobody counts the buoys that are lost in the storms of the winter, nor those that drift to",
    "the other shore. Harbours should count them in spring.",
)


def pdf_of(path: Path, heading: tuple[str, str]) -> Path:
    from reportlab.pdfgen import canvas

    page = canvas.Canvas(str(path), pagesize=(595, 842), invariant=1)
    page.setFont("Helvetica", 11)
    y = 780
    for lines in (PLAIN, heading, OTHER, heading, PLAIN):
        y -= 8
        for line in lines:
            page.drawString(56, y, line)
            y -= 14
    page.save()
    return path


@pytest.mark.parametrize(
    "heading",
    [
        ("Towards a Common Regime for the Inspection of the", "Ferries That Cross by Night"),
        ("A Common Regime for the Inspection of Old and New", "Ferries and Fishing Boats"),
        ("2. Towards a common regime for the inspection of", "ferries that cross by night"),
    ],
)
def test_a_heading_over_two_lines_of_plain_type_is_whole(
    tmp_path: Path, heading: tuple[str, str]
) -> None:
    report = read_source(pdf_of(tmp_path / "harbours.pdf", heading))
    headings = [report.of(p) for p in report.paragraphs if p.kind is Kind.HEADING]
    assert headings == [" ".join(heading)] * 2
