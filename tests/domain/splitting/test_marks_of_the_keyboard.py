"""Half-width marks between East Asian characters read like full-width ones, passages as written."""

from __future__ import annotations

import pytest

from dialogueprep.domain.splitting.marks import with_full_marks
from dialogueprep.domain.splitting.report import Report
from dialogueprep.domain.splitting.splitter import split
from dialogueprep.exchange.source_reader import read_pasted
from dialogueprep.exchange.splitting_reader import read_cues


def test_a_comma_of_a_western_keyboard_parts_two_ideas_and_stays_as_written() -> None:
    text = "代表们认为,三国应建立预警中心,并设立联合基金(试点)。会期两天。"
    report = read_pasted(text)
    passages = [p.passage for p in split(report, read_cues())]
    assert passages[-1] == "设立联合基金(试点)。"
    assert all(p in text for p in passages)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1,500亿", "1,500亿"),
        ("推动RCEP,加强合作;", "推动RCEP，加强合作；"),
        ("合作(试点)", "合作（试点）"),
    ],
)
def test_marks_between_figures_stay(text: str, read: str) -> None:
    assert with_full_marks(Report(text, (), "zh")).text == read


def test_english_keeps_its_marks() -> None:
    report = Report("Open a port, then wait.", (), "en")
    assert with_full_marks(report) is report
