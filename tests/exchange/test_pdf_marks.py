"""Lines of Chinese and Japanese fill the measure, and marks beside one another leave no hole."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from brief_samples import brief_of, checked

from dialogueprep.domain.briefs.blocks import Paragraph, line
from dialogueprep.exchange.house_style import house_style
from dialogueprep.exchange.pdf_text import natural_width, set_lines
from dialogueprep.exchange.pdf_writer import write_pdf
from dialogueprep.exchange.read_pdf_library import pdfium

FACE, CELL = house_style().body, house_style().cell
LONG = {
    "zh": "与会者普遍认为，港口当局应在灾害发生之前共享关闭通知，一页相同版式的通知即可。" * 3,
    "ja": "参加者の多くは、災害の前に港湾閉鎖の通知を共有し、同じ書式の一枚で足りるとみた。" * 3,
    "en": "It was widely held that port authorities should share closure notices early. " * 3,
    "ko": "여러 참가자는 재해가 일어나기 전에 항만 폐쇄 통지를 공유해야 한다고 보았다. " * 3,
}


@pytest.mark.parametrize("language", ["zh", "ja"])
def test_lines_of_chinese_and_japanese_end_on_one_edge_but_the_last(language):
    *lines, last = set_lines(line(LONG[language], language), FACE, 300)
    assert {one.width for one in lines} == {300}
    assert last.width < 300 and not last.spread


@pytest.mark.parametrize("language", ["en", "ko"])
def test_lines_of_english_and_korean_are_not_spread(language):
    assert not any(one.spread for one in set_lines(line(LONG[language], language), FACE, 300))


def test_a_stop_that_ends_a_line_takes_half_a_square():
    text = "議論" * 10 + "。" + "次の点" * 3
    room = 20.6 * FACE.size
    first, *_ = set_lines(line(text, "ja"), FACE, room)
    assert first.stretches[0][1].endswith("。") and first.width == room


def test_cells_are_not_spread():
    assert not any(one.spread for one in set_lines(line(LONG["zh"], "zh"), CELL, 300))


def test_a_line_that_would_gape_stays_short():
    text = "会议由" + "Regional" * 4 + "主办并在会后发布讨论要点与建议全文"
    first, *_ = set_lines(line(text, "zh"), FACE, 100)
    assert first.width < 100


@pytest.mark.parametrize(
    ("language", "text", "left_out"),
    [
        ("zh", "说：“好。”他", 2),
        ("zh", "“甲”“乙”", 1),
        ("ja", "述べた：「はい。」と", 2),
        ("ja", "何か？」と", 0),
        ("ko", "한국", 0),
    ],
)
def test_each_mark_beside_another_leaves_out_half_a_square(language, text, left_out):
    known = [natural_width(line(c, language), FACE) for c in text]
    whole = natural_width(line(text, language), FACE)
    assert sum(known) - whole == pytest.approx(left_out * FACE.size / 2, abs=0.01)


def test_the_page_shows_the_marks_where_they_were_measured(tmp_path: Path):
    target = tmp_path / "marks.pdf"
    write_pdf(checked(brief_of(Paragraph(line("甲。」」乙", "ja")))), target)
    document = pdfium().PdfDocument(target.read_bytes())
    page = document[0].get_textpage()
    at = page.get_text_range().index("甲")
    boxes = [page.get_charbox(at + n, loose=True) for n in range(5)]
    document.close()
    steps = [b[0] - a[0] for a, b in pairwise(boxes)]
    size = FACE.size
    assert steps == pytest.approx([size, size / 2, size / 2, size], abs=0.1)
