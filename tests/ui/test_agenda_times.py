"""Times on the agenda page: direct keys, forms of writing, a second zone, shares of a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from opened import item, shown
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dialogueprep.commands import scheduling
from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.domain.dialogue import AgendaItem
from dialogueprep.ui.models.day_words import at_hour
from dialogueprep.ui.pages.agenda import AgendaPage
from dialogueprep.ui.session import Session


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> Iterator[AgendaPage]:
    made = shown(qtbot, AgendaPage(sample_session))
    made.days.setFocus()
    yield made
    made.flush()


def write(page: AgendaPage, key: Qt.Key, words: str) -> None:
    QTest.keyClick(page.days, key)
    field = page.focusWidget()
    assert field
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("key", "words", "begins", "minutes"),
    [
        (Qt.Key.Key_L, "1h15", 940, 75),
        (Qt.Key.Key_E, "16:30", 940, 50),
        (Qt.Key.Key_E, "+45", 940, 45),
        (Qt.Key.Key_E, "17", 940, 80),
        (Qt.Key.Key_T, "15:50", 950, 80),
        (Qt.Key.Key_T, "+25", 965, 80),
    ],
)
def test_one_key_leads_to_a_time_and_enter_back_to_the_days(
    page: AgendaPage, key: Qt.Key, words: str, begins: int, minutes: int
) -> None:
    page.days.choose(item(page, "Low birth").id)
    write(page, key, words)
    block = page.days.value()
    assert block
    assert (block.slot.start, block.item.minutes) == (begins, minutes)
    assert page.days.hasFocus()


@pytest.mark.parametrize(("key", "words"), [(Qt.Key.Key_E, "9"), (Qt.Key.Key_L, "2"),
    (Qt.Key.Key_T, "soon"), (Qt.Key.Key_L, "800")])  # fmt: skip
def test_what_cannot_be_a_time_is_said_at_the_field_and_stays_there(
    page: AgendaPage, key: Qt.Key, words: str
) -> None:
    before = item(page, "Low birth")
    page.days.choose(before.id)
    write(page, key, words)
    assert item(page, "Low birth") == before
    assert page.inspector.times.says.text().startswith("Write ")
    field = page.focusWidget()
    assert field is not page.days
    QTest.keyClick(field, Qt.Key.Key_Escape)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert page.days.hasFocus()


def test_a_day_that_runs_late_is_planned_again_in_eight_keys(page: AgendaPage) -> None:
    before = item(page, "Delegation")
    page.days.choose(item(page, "Disaster").id)
    scheduling.set_hours(page.session.store, before.dialogue, _ends_with(page, before))
    write(page, Qt.Key.Key_E, "15:45")  # 25 minutes late
    assert page.bar.problem is not None
    shown = [w.words for w in page.bar.problem.ways]
    page.bar.looked_at.emit(page.bar.problem.ways[0])
    assert page.days.preview is not None
    QTest.keyClick(page.days, Qt.Key.Key_1)
    assert page.agenda and shown
    assert page.agenda.timetable.overruns == page.agenda.timetable.overlaps == ()
    page.session.undo()
    page.session.undo()
    assert page.bar.problem is None


def _ends_with(page: AgendaPage, last: AgendaItem):
    from dialogueprep.domain.dialogue import DayHours

    assert page.agenda
    dinner = item(page, "Opening dinner")
    slot = page.agenda.timetable.slot(dinner.id)
    assert slot
    return DayHours(0, 540, slot.end)


def test_the_second_clock_is_that_of_each_day(page: AgendaPage) -> None:
    assert page.session.dialogue
    store = page.session.store
    scheduling.set_zones(store, page.session.dialogue, "Asia/Tokyo", "Europe/Berlin")
    assert {at_hour(away, 540) for away in page.days.away if away} == {-420}
    assert page.days.own_clocks() == {}
    wide = page.days.layout_.columns[1].x
    scheduling.shift_dates(store, page.session.dialogue, date(2026, 10, 24))
    assert list(page.days.own_clocks()) == [1]
    sunday = page.days.own_clocks()[1]
    assert [at_hour(sunday, clock) for clock in (540, 599, 600, 1080)] == [-420, -420, -480, -480]
    assert page.days.layout_.columns[1].x != wide
    head = page.days.heads.head(1)
    assert head
    assert "Berlin, UTC+2, UTC+1 from 10:00" in head.accessibleName()


def test_the_second_clock_changes_where_it_does_within_a_day(page: AgendaPage) -> None:
    assert page.session.dialogue
    store = page.session.store
    scheduling.set_zones(store, page.session.dialogue, "Asia/Seoul", "America/New_York")
    scheduling.shift_dates(store, page.session.dialogue, date(2026, 11, 1))
    away = page.days.away[0]
    assert away
    there = [clock((hour * 60 + at_hour(away, hour * 60)) % 1440) for hour in (9, 14, 15, 18)]
    assert there == ["20:00", "01:00", "01:00", "04:00"]


def test_a_dinner_is_a_meal_and_no_break(page: AgendaPage) -> None:
    head = page.days.heads.head(0)
    assert head and head.words and head.words.shares
    assert "breaks 5%" in head.accessibleName()
    assert "meals 32%" in head.accessibleName()
    assert sum(head.words.shares) == pytest.approx(1)
