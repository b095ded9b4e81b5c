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


KOREAN = (
    "1) 구조 신고 전화는 세 언어로 받도록 해야 한다. 현재",
    "야간에는 통역 인력이 배치되지 않는다.",
    "2) 접수 기록을 두 기관이 실시간으로 공유하는 방안을",
    "검토할 필요가 있다.",
)


def test_points_that_wrap_beneath_a_wider_title_are_whole(tmp_path: Path) -> None:
    from made_pdf import family_of
    from reportlab.pdfgen import canvas

    page = canvas.Canvas(str(tmp_path / "points.pdf"), pagesize=(595, 842), invariant=1)
    family = family_of("ko")
    page.setFont(f"{family}-Bold", 18)
    page.drawString(56, 780, "접경 해역 공동 구조체계의 과제와 정책 제언")
    page.setFont(f"{family}-Regular", 10)
    for n, line in enumerate((*KOREAN, *KOREAN)):
        page.drawString(56, 740 - 14 * n, line)
    page.save()
    report = read_source(tmp_path / "points.pdf")
    points = [report.of(p) for p in report.paragraphs if p.kind is Kind.NUMBERED]
    assert points == [" ".join(KOREAN[:2]), " ".join(KOREAN[2:])] * 2
