"""Calendar files as RFC 5545 wants them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.calendars import Calendar, Entry
from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.calendar_writer import calendar_bytes, escaped, folded, write_calendar

STAMP = date(2026, 10, 28)


def _entry(title: str = "Ports", start: datetime = datetime(2026, 11, 12, 9)) -> Entry:
    return Entry(uid="7b1e", title=title, start=start, end=start + timedelta(minutes=90))


def _calendar(*entries: Entry, zone: str = "Asia/Tokyo", sequence: int = 0) -> Calendar:
    return Calendar(zone=zone, entries=entries or (_entry(),), sequence=sequence)


def _unfolded(content: bytes) -> list[str]:
    return content.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")[:-1]


def _value(content: bytes, name: str) -> str:
    found = next(line for line in _unfolded(content) if line.split(":")[0].split(";")[0] == name)
    return found.partition(":")[2]


def _read(value: str) -> str:
    """Return what an escaped text says, read as RFC 5545 says it is to be read."""
    made, rest = "", iter(value)
    for c in rest:
        made += c if c != "\\" else {"n": "\n", "N": "\n"}.get(escaped_ := next(rest), escaped_)
    return made


@settings(deadline=None, max_examples=80)
@given(st.text(max_size=200))
def test_lines_have_at_most_75_octets_and_any_title_is_read_back(title: str) -> None:
    title = title.encode("utf-8", "ignore").decode()
    content = calendar_bytes(_calendar(_entry(title)), STAMP)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    for line in content.split(b"\r\n"):
        line.decode("utf-8")  # no character is cut in two
    kept = escaped(title)
    assert _value(content, "SUMMARY") == kept
    assert _read(kept) == _read(escaped(_read(kept)))


def test_a_long_title_in_wide_characters_is_folded_between_them() -> None:
    line = folded("SUMMARY:" + "東北亜の港湾と介護をめぐる協力" * 8)
    assert line.count(b"\r\n ") >= 4
    assert (
        line.replace(b"\r\n ", b"").decode()
        == "SUMMARY:" + "東北亜の港湾と介護をめぐる協力" * 8 + "\r\n"
    )


def test_marks_that_part_values_are_escaped() -> None:
    assert escaped("a,b;c\\d\r\ne\x00f") == "a\\,b\\;c\\\\d\\nef"


def test_components_are_nested_and_all_lines_have_a_name() -> None:
    open_: list[str] = []
    for line in _unfolded(calendar_bytes(_calendar(zone="Europe/Berlin"), STAMP)):
        name, _, value = line.partition(":")
        assert name and value
        if name == "BEGIN":
            open_.append(value)
        elif name == "END":
            assert open_.pop() == value
    assert open_ == []


def test_a_version_that_was_given_out_has_a_higher_sequence_and_the_same_id() -> None:
    one, two = (calendar_bytes(_calendar(sequence=n), STAMP) for n in (1, 2))
    assert (_value(one, "SEQUENCE"), _value(two, "SEQUENCE")) == ("1", "2")
    assert _value(one, "UID") == _value(two, "UID") == "7b1e"


def test_the_zone_is_described_with_its_changes_of_clocks() -> None:
    summer = _entry(start=datetime(2026, 7, 1, 9))
    lines = _unfolded(calendar_bytes(_calendar(summer, zone="Europe/Berlin"), STAMP))
    assert "TZID:Europe/Berlin" in lines
    assert "DTSTART:20260329T020000" in lines  # clocks go forward
    assert "DTSTART:20261025T030000" in lines
    assert "DTSTART;TZID=Europe/Berlin:20260701T090000" in lines


@pytest.mark.parametrize(
    "zone", ["Asia/Seoul", "Asia/Kathmandu", "Australia/Lord_Howe", "America/New_York"]
)
def test_the_description_of_a_zone_gives_the_offset_that_the_zone_has(zone: str) -> None:
    for month in range(1, 13):
        at = datetime(2026, month, 12, 9)
        lines = _unfolded(calendar_bytes(_calendar(_entry(start=at), zone=zone), STAMP))
        begins = [n for n, line in enumerate(lines) if line in ("BEGIN:STANDARD", "BEGIN:DAYLIGHT")]
        known = sorted((lines[n + 1][8:], lines[n + 3].partition(":")[2]) for n in begins)
        to = [offset for begin, offset in known if begin <= f"{at:%Y%m%dT%H%M%S}"][-1]
        assert to == at.replace(tzinfo=ZoneInfo(zone)).strftime("%z")


def test_utc_needs_no_description() -> None:
    content = calendar_bytes(_calendar(zone="UTC"), STAMP)
    assert b"VTIMEZONE" not in content
    assert _value(content, "DTSTART") == "20261112T090000Z"


def test_a_zone_without_data_is_refused() -> None:
    with pytest.raises(Trouble) as refused:
        calendar_bytes(_calendar(zone="Asia/Atlantis"), STAMP)
    assert refused.value.code == "time-zone-unknown"


def test_the_same_calendar_gives_the_same_bytes_and_tells_no_hour(tmp_path: Path) -> None:
    for name in ("a.ics", "b.ics"):
        write_calendar(_calendar(), tmp_path / name, STAMP)
    one, two = ((tmp_path / n).read_bytes() for n in ("a.ics", "b.ics"))
    assert one == two
    assert b"DTSTAMP:20261028T000000Z" in one
