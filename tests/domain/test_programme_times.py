"""Times, lengths and days as people write them in programmes."""

from __future__ import annotations

from datetime import date

import pytest

from dialogueprep.domain.programme_times import read_day, read_minutes, read_span


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("09:00-09:20 Opening", 540, 560),
        ("0900–0920 Opening", 540, 560),
        ("9.00 to 9.20 am Opening", 540, 560),
        ("2:00-3:30 pm", 840, 930),
        ("3.30 pm Coffee", 930, None),
        ("12:00 noon Lunch", 720, None),
        ("[18:30–20:30] Dinner", 1110, 1230),
        ("23:00-00:30 Reception", 1380, 1470),
        ("14時30分～15時 開会", 870, 900),
        ("09時00分から10時まで 挨拶", 540, 600),
        ("下午2点半 会议", 870, None),
        ("晚上7点至9点 晚宴", 1140, 1260),
        ("上午9:00—10:15", 540, 615),
        ("오후 2시 30분 개회", 870, None),
        ("오전 9시~10시 15분", 540, 615),
    ],
)
def test_a_time_is_read_in_four_languages(text: str, start: int, end: int | None) -> None:
    span = read_span(text)
    assert span and (span.start, span.end) == (start, end)


@pytest.mark.parametrize(
    "text", ["3 Ports", "2026 plans", "10.15 on the list", "12 November", "24:10", "1. Trust", ""]
)
def test_a_number_is_no_time(text: str) -> None:
    assert read_span(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Day 1: Thursday 12 November 2026", 0), ("Day Two", 1), ("November 13 (Friday)", 1),
        ("2026-11-13", 1), ("第二天", 1), ("第1日 11月12日（木）", 0), ("2日目：11月13日（金）", 1),
        ("2일차 11월 13일", 1), ("Participants", None), ("3 December", None),
    ],
)  # fmt: skip
def test_a_heading_names_a_day(text: str, day: int | None) -> None:
    assert read_day(text, date(2026, 11, 12), 2) == day


def test_a_length_is_read() -> None:
    assert read_minutes("(20 min) Coffee") == (20, 8)
    assert read_minutes("90分間") == (90, 4)
    assert read_minutes("Coffee") is None
