"""The picture of the days after changes is the one that is painted anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from opened import item
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dialogueprep.commands import agenda as commands
from dialogueprep.domain.dialogue import Terms
from dialogueprep.ui.pages.agenda import AgendaPage
from dialogueprep.ui.session import Session

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> Iterator[AgendaPage]:
    made = AgendaPage(sample_session)
    qtbot.addWidget(made)
    made.resize(1280, 760)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.days.setFocus()
    yield made
    made.flush()


def shown(page: AgendaPage) -> QImage:
    return page.days.viewport().grab().toImage()


def anew(page: AgendaPage) -> QImage:
    page.days._still._key = None
    return shown(page)


def test_what_is_painted_in_parts_is_what_is_painted_whole(page: AgendaPage) -> None:
    shown(page)
    for title, key, modifier in (
        ("Low birth", Qt.Key.Key_Down, SHIFT),
        ("Disaster", Qt.Key.Key_Down, ALT),
        ("Port", Qt.Key.Key_Down, SHIFT),
        ("Exchange among", Qt.Key.Key_Up, ALT),
        ("Green", Qt.Key.Key_Left, ALT),
        ("Low birth", Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier),
    ):
        page.days.choose(item(page, title).id)
        QTest.keyClick(page.days, key, modifier)
        assert shown(page) == anew(page), title
    page.session.undo()
    assert shown(page) == anew(page)


def test_hover_terms_and_overlaps_leave_no_trace(page: AgendaPage) -> None:
    shown(page)
    view = page.days.viewport()
    for title in ("Low birth", "Disaster", "Port"):
        at = page.days.rect_of(item(page, title).id).center()
        QTest.mouseMove(view, at.toPoint())
        assert shown(page) == anew(page), title
    QTest.mouseMove(view, QPoint(2, 300))
    strict = replace(item(page, "Port"), terms=Terms.NO_NOTES)
    page.session.run(commands.change_item, strict)
    assert shown(page) == anew(page)
    page.session.run(commands.change_item, replace(item(page, "Low birth"), minutes=150))
    assert shown(page) == anew(page)
    page.session.undo()
    assert shown(page) == anew(page)


def test_a_drag_leaves_no_trace(page: AgendaPage) -> None:
    shown(page)
    view = page.days.viewport()
    at = page.days.rect_of(item(page, "Low birth").id).center()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at.toPoint())
    for step in range(1, 4):
        QTest.mouseMove(view, (at + QPointF(0, -40 * step)).toPoint())
        assert page.days.drop is not None
        assert shown(page) == anew(page)
    QTest.keyClick(page.days, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert shown(page) == anew(page)
