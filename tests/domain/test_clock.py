from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.domain.clock import end_after, read_begin, read_length, read_room, read_time


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("90", 90), ("90 min", 90), ("1:30", 90), ("1h30", 90), ("2h", 120), ("1 h 05", 65),
     ("75分", 75), ("1時間", None), ("", None), ("long", None), ("h", None)],
)  # fmt: skip
def test_a_length_is_read_in_its_usual_forms(written: str, minutes: int | None) -> None:
    assert read_length(written) == minutes


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("09:20", 560), ("9.20", 560), ("920", 560), ("0920", 560), ("9", 540), ("24:00", None),
     ("12:60", None), ("noon", None), ("", None)],
)  # fmt: skip
def test_a_time_is_read_in_its_usual_forms(written: str, minutes: int | None) -> None:
    assert read_time(written) == minutes


@given(st.integers(0, 1439))
def test_what_the_clock_shows_is_read_back(minutes: int) -> None:
    assert read_time(clock(minutes)) == minutes


def test_an_end_before_the_start_is_after_midnight() -> None:
    assert end_after(22 * 60, 30) == 24 * 60 + 30
    assert end_after(9 * 60, 10 * 60) == 10 * 60


@pytest.mark.parametrize(
    ("written", "room"),
    [("16:30", 50), ("1630", 50), ("17", 80), ("20", 260), ("+45", 45), ("+1h30", 90),
     ("0:30", 530), ("-5", None), ("+", None), ("45", None), ("", None)],
)  # fmt: skip
def test_an_end_is_a_time_or_minutes_after_the_start(written: str, room: int | None) -> None:
    assert read_room(written, 15 * 60 + 40) == room


@pytest.mark.parametrize(
    ("written", "begin"),
    [("9:50", 590), ("+25", 565), ("-10", 530), ("+1:00", 600), ("-10h", None), ("soon", None)],
)
def test_a_begin_is_a_time_or_later_than_now(written: str, begin: int | None) -> None:
    assert read_begin(written, 540) == begin
