"""Two breakouts of the sample side by side: one clock, seen at both, and a time for each."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot
from test_room_clock import At, items

from dialogueprep.domain.dialogue import AgendaItem
from dialogueprep.store import agenda
from dialogueprep.ui.pages.agenda import AgendaPage
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session


@pytest.fixture
def at(sample_session: Session) -> At:
    return At(sample_session)


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session, at: At) -> NotesPage:
    made = NotesPage(sample_session, at)
    qtbot.addWidget(made)
    made.resize(1072, 752)
    with qtbot.waitExposed(made):
        made.show()
    return made


def groups(session: Session) -> list[AgendaItem]:
    """Return the two breakouts of the second day and what follows, none of them held yet."""
    return [i for i in items(session) if i.lane] + [i for i in items(session) if not i.lane][2:3]


def test_the_other_breakout_shows_its_time_and_its_key_pauses_the_one_clock(
    page: NotesPage, at: At
) -> None:
    ports, stockpiles, _report = groups(page.session)
    page.go_to(ports.id)
    at.set(10, 35)
    page.clock.toggle()
    at.set(11, 5)
    page.go_to(stockpiles.id)
    head = page.middle.head
    assert (head.time.figures, head.time.counts) == ("60:00", True)
    assert head.toggle.accessibleName().startswith("Pause the clock")
    page.clock.toggle()
    at.set(11, 10)
    page.clock.show()
    assert head.time.figures == "60:00"
    assert page.middle.clock_bar.words[0] == "The clock stands still"
    on = page.clock.clock.read()
    assert on is not None and on.course.on is not None and on.course.on.id == ports.id
    page.clock.toggle()
    at.set(11, 20)
    page.clock.show()
    assert head.time.figures == "50:00"


def test_when_the_slot_is_over_both_say_what_they_took_and_the_agenda_does(
    qtbot: QtBot, page: NotesPage, at: At
) -> None:
    ports, stockpiles, report = groups(page.session)
    page.go_to(ports.id)
    at.set(10, 35)
    page.clock.toggle()
    page.go_to(stockpiles.id)
    at.set(12, 0)
    page.clock.next()
    on = page.clock.clock.read()
    assert on is not None and on.course.on is not None and on.course.on.id == report.id
    assert page._item == report.id  # the page follows from either of the two
    page.go_to(stockpiles.id)
    assert page.middle.head.time.figures == "85 min"
    assert agenda.read(page.session.store, stockpiles.id).actual_minutes is None
    agenda_page = AgendaPage(page.session)
    qtbot.addWidget(agenda_page)
    agenda_page.resize(1280, 760)
    agenda_page.show()
    times = agenda_page.inspector.times
    for group in (ports, stockpiles):
        assert agenda_page.days.choose(group.id)
        assert times.took.text() == "85 min"
        assert times.taken.note.text() == "began 10:35, 5 min less than planned"
    times.took.setFocus()
    times.took.setText("70")
    times.took.editingFinished.emit()
    kept = agenda.read(page.session.store, stockpiles.id)
    assert kept.actual_minutes == 70
    assert agenda.read(page.session.store, ports.id).actual_minutes == 85
    assert times.taken.note.text() == "began 10:35, 20 min less than planned"


def test_a_breakout_that_is_closed_while_the_other_goes_on(page: NotesPage, at: At) -> None:
    ports, stockpiles, _report = groups(page.session)
    page.go_to(ports.id)
    at.set(10, 35)
    page.clock.toggle()
    at.set(11, 35)
    closed = page.clock.as_taken(agenda.read(page.session.store, stockpiles.id))
    assert (closed.began, closed.actual_minutes) == (635, 60)


def test_before_anything_is_on_the_chair_sees_what_follows_and_when_as_planned(
    page: NotesPage, at: At
) -> None:
    """On the evening before, and at the table where nobody has started the clock by noon."""
    first, *_ = items(page.session)
    ports, stockpiles, _report = groups(page.session)
    page.clock.open_chair()
    view = page.clock.chair.view
    assert view is not None
    for days, hour in ((-1, 17), (1, 12)):
        at.now += timedelta(days=days)
        at.set(hour, 0)
        for item, said in (
            (first, "Next Coffee, 10:15"),
            (ports, "Next Report back from the two groups, 12:05"),
            (stockpiles, "Next Report back from the two groups, 12:05"),
        ):
            page.go_to(item.id)
            page.clock.show()
            assert view.sheet.next == said
    view.close()
