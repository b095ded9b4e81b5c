from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogueprep.domain.moments import moment_words, read_languages, read_moment

NEAR = date(2026, 11, 12)


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2026-11-12 14:30", datetime(2026, 11, 12, 14, 30)),
        ("2026年11月12日 9:05", datetime(2026, 11, 12, 9, 5)),
        ("11/12 14:30", datetime(2026, 11, 12, 14, 30)),
        ("12.11. 14.30", datetime(2026, 11, 12, 14, 30)),
        ("1-2 8:00", datetime(2027, 1, 2, 8, 0)),
        ("14:30", datetime(2026, 11, 12, 14, 30)),
        ("2026-11-12", datetime(2026, 11, 12)),
        ("2-30", None), ("25:00", None), ("soon", None), ("", None), ("11-12 14:75", None),
    ],
)  # fmt: skip
def test_days_and_times_are_read_as_they_are_typed(words, moment):
    assert read_moment(words, NEAR) == moment


@given(st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1)))
def test_what_is_written_is_read_again(moment):
    moment = moment.replace(second=0, microsecond=0)
    assert read_moment(moment_words(moment), NEAR) == moment


def test_languages_are_known_by_any_of_their_names():
    assert read_languages("한국어, English; ja、Français, ko") == ("ko", "en", "ja", "Français")
