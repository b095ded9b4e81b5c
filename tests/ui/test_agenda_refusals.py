"""Every way out of a conflict by its key, and every drop that is refused, on a typed agenda."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from opened import items, shown
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dialogueprep.commands import agenda as commands
from dialogueprep.commands import scheduling
from dialogueprep.domain.dialogue import AgendaItem, DayHours
from dialogueprep.ui.pages.agenda import AgendaPage
from dialogueprep.ui.session import Session

LEFT = Qt.MouseButton.LeftButton
LATE = "Trust 90\nCoffee 30\nPorts 110\n12:30 Lunch 60\nAgeing 60"
"""Ports runs 20 minutes into lunch."""


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> Iterator[AgendaPage]:
    made = shown(qtbot, AgendaPage(sample_session))
    commands.remove(sample_session.store, [i.id for i in items(made)])
    yield made
    made.flush()


def item(page: AgendaPage, title: str) -> AgendaItem:
    return next(i for i in items(page) if i.titles.best("en") == title)


def write(page: AgendaPage, programme: str) -> None:
    page.adding.open()
    page.adding.line.field.setPlainText(programme)
    QTest.keyClick(page.adding.line.field, Qt.Key.Key_Return)
    QTest.keyClick(page.adding.line.field, Qt.Key.Key_Escape)


def short(page: AgendaPage) -> str:
    """The agenda in short: begin and length of what is on it."""
    assert page.agenda
    slots = page.agenda.timetable.slots
    return " ".join(f"{s.start // 60}:{s.start % 60:02d}+{s.item.minutes}" for s in slots)


@pytest.mark.parametrize(
    ("key", "words", "after"),
    [
        (1, "Shorten to 90 min", "9:00+90 10:30+30 11:00+90 12:30+60 13:30+60"),
        (2, "Coffee in 10 min", "9:00+90 10:30+10 10:40+110 12:30+60 13:30+60"),
        (3, "Lunch at 12:50", "9:00+90 10:30+30 11:00+110 12:50+60 13:50+60"),
        (4, "Lunch to 12:50, shortened to 40 min", "9:00+90 10:30+30 11:00+110 12:50+40 13:30+60"),
        (5, "Split: 90 min now, 20 after",
         "9:00+90 10:30+30 11:00+90 12:30+60 13:30+20 13:50+60"),
        (6, "Set aside", "9:00+90 10:30+30 12:30+60 13:30+60"),
    ],
)  # fmt: skip
def test_one_key_takes_each_way_out_and_one_undo_takes_it_back(
    page: AgendaPage, key: int, words: str, after: str
) -> None:
    write(page, LATE)
    before = items(page)
    problem = page.bar.problem
    assert problem and "20 minutes into" in problem.sentence
    way = problem.ways[key - 1]
    assert way.words == words
    assert page.agenda
    foreseen = way.preview(page.agenda)
    assert foreseen
    QTest.keyClick(page.days, Qt.Key(Qt.Key.Key_0 + key))
    assert short(page) == after
    assert [(s.start, s.end) for s in foreseen.slots] == [
        (s.start, s.end) for s in page.agenda.timetable.slots
    ]
    page.session.undo()
    assert items(page) == before


def test_a_day_that_ends_too_late_may_end_later_by_key(page: AgendaPage) -> None:
    write(page, LATE.replace("110", "60"))
    assert page.session.dialogue
    scheduling.set_hours(page.session.store, page.session.dialogue, DayHours(0, 540, 14 * 60))
    problem = page.bar.problem
    assert problem
    ways = [w.words for w in problem.ways]
    assert "End the day at 14:30" in ways
    QTest.keyClick(page.days, Qt.Key(Qt.Key.Key_1 + ways.index("End the day at 14:30")))
    of = page.session.open_dialogue()
    assert of and of.hours_of(0).ends == 14 * 60 + 30
    page.session.undo()
    of = page.session.open_dialogue()
    assert of and of.hours_of(0).ends == 14 * 60


def drag(page: AgendaPage, start: QPointF, end: QPointF) -> str:
    """Drag and let go; return what was said beside the mouse."""
    view = page.days.viewport()
    QTest.mousePress(view, LEFT, pos=start.toPoint())
    for step in range(1, 5):
        QTest.mouseMove(view, (start + (end - start) * step / 4).toPoint())
    said = page.days.drop.refusal if page.days.drop else ""
    shape = view.cursor().shape()
    assert not said or shape == Qt.CursorShape.ForbiddenCursor
    view.repaint()
    QTest.mouseRelease(view, LEFT, pos=end.toPoint())
    return said


def middle(page: AgendaPage, title: str) -> QPointF:
    return page.days.rect_of(item(page, title).id).center()


def right_of(page: AgendaPage, title: str) -> QPointF:
    rect = page.days.rect_of(item(page, title).id)
    return QPointF(rect.right() - 8, rect.center().y())


def refused(qtbot: QtBot, page: AgendaPage, start: QPointF, end: QPointF) -> str:
    """Drag to where it is refused: nothing changes, and the same is said twice."""
    before = items(page)
    with qtbot.waitSignal(page.session.notice) as said:
        beside = drag(page, start, end)
    assert beside == said.args[0]
    assert items(page) == before
    return beside


def test_a_break_is_refused_in_a_lane(qtbot: QtBot, page: AgendaPage) -> None:
    write(page, LATE)
    assert "whole room" in refused(qtbot, page, middle(page, "Coffee"), right_of(page, "Trust"))


def test_a_fifth_lane_is_refused(qtbot: QtBot, page: AgendaPage) -> None:
    write(page, "Ports 60\n+ Rails 60\n+ Roads 60\n+ Rivers 60\nAgeing 60")
    assert "4" in refused(qtbot, page, middle(page, "Ageing"), right_of(page, "Rivers"))


def test_items_of_several_rows_are_refused_beside_another(qtbot: QtBot, page: AgendaPage) -> None:
    write(page, LATE)
    page.days.choice.choose([item(page, t).id for t in ("Trust", "Ports")])
    assert refused(qtbot, page, middle(page, "Ports"), right_of(page, "Ageing"))


def test_a_begin_after_midnight_is_refused_and_a_dinner_that_passes_it_is_not(
    qtbot: QtBot, page: AgendaPage
) -> None:
    write(page, "20:00 Concert 60\n22:00-02:00 Dinner")
    assert page.agenda and page.agenda.timetable.days[0].end == 26 * 60
    view = page.days.layout_
    below = QPointF(middle(page, "Concert").x(), view.y(25 * 60 + 20))
    page.days.verticalScrollBar().setValue(page.days.verticalScrollBar().maximum())
    scrolled = QPointF(0, page.days.verticalOffset())
    assert "midnight" in refused(qtbot, page, middle(page, "Concert"), below - scrolled)
    spoken = page.agenda.block(item(page, "Dinner").id)
    assert spoken and "22:00 to 02:00" in spoken.spoken


def test_a_place_without_a_day_is_refused(qtbot: QtBot, page: AgendaPage) -> None:
    write(page, LATE)
    under = QPointF(middle(page, "Trust").x(), page.days.viewport().height() + 60)
    assert "no day" in refused(qtbot, page, middle(page, "Trust"), under)
