"""The clock of the room: minutes that a plan leaves, a night between, nothing to win from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_room_clock import At, items

from dialogueprep.domain.late_plans import PlanKind
from dialogueprep.ui.dialogs.late_plans import LatePlansDialog
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session

ENTER = Qt.Key.Key_Return


@pytest.fixture
def at(sample_session: Session) -> At:
    return At(sample_session)


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session, at: At) -> NotesPage:
    made = NotesPage(sample_session, at)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.go_to(items(sample_session)[0].id)
    return made


def ask(page: NotesPage, act: Callable[[LatePlansDialog], object]) -> None:
    """Open the plans and do something there."""
    asked: list[LatePlansDialog] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LatePlansDialog)
        asked.append(dialog)
        act(dialog)

    QTimer.singleShot(0, look)
    page.clock.ask_plans()
    assert asked


def test_a_clock_that_ran_all_night_is_quiet_in_the_morning(page: NotesPage, at: At) -> None:
    """The computer slept with an item on; nothing was changed since that would have it read."""
    at.now -= timedelta(days=1)
    at.set(22, 0)
    page.clock.clock.toggle(items(page.session)[0])
    for day, hour, on in ((1, 0, True), (0, 5, True), (0, 6, False), (0, 9, False)):
        at.now += timedelta(days=day)
        at.set(hour, 0)
        page.clock.show()
        reading = page.clock.clock.read()
        assert reading is not None
        assert (reading.course.on is not None) is on
        assert page.middle.clock_bar.isVisible() is on
    page.clock.next()
    reading = page.clock.clock.read()
    assert reading is not None
    assert (reading.course.on, reading.course.late) == (items(page.session)[0], 0)
    assert items(page.session)[0].began == 540


def test_what_a_plan_leaves_to_win_back_is_offered_again(
    qtbot: QtBot, page: NotesPage, at: At
) -> None:
    """The shorter break wins 10 of 25 minutes; lunch would still be 15 minutes late."""
    at.set(9, 25)
    page.clock.toggle()
    bar = page.middle.clock_bar
    ask(page, lambda dialog: _take(qtbot, dialog, PlanKind.BREAK))
    assert bar.plans.isVisible()
    assert bar.plans.text() == "15 min to win back: three plans"
    ask(page, lambda dialog: _take(qtbot, dialog, PlanKind.ASIDE))
    assert not bar.plans.isVisible()


def test_no_plans_are_offered_where_there_is_nothing_left_to_win_time_from(
    page: NotesPage, at: At
) -> None:
    at.set(16, 35)
    page.clock.clock.toggle(items(page.session)[-1])  # the closing, of 15 minutes
    at.set(17, 30)
    page.clock.show()
    assert page.middle.clock_bar.words[1] == "Day ends 17:30, 40 min late"
    assert not page.middle.clock_bar.plans.isVisible()


def _take(qtbot: QtBot, dialog: LatePlansDialog, kind: PlanKind) -> None:
    card = next(c for c in dialog.cards if c.kind is kind)
    qtbot.keyClick(dialog, Qt.Key.Key_1 + dialog.cards.index(card))
    qtbot.keyClick(card, ENTER)
