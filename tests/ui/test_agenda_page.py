"""The agenda page with real events: mouse, keys, fields, undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from opened import item, items, shown
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogueprep.commands import agenda as commands
from dialogueprep.commands import dialogues
from dialogueprep.domain import arranging
from dialogueprep.domain.dialogue import ItemKind, Phase
from dialogueprep.ui.models.table_model import VALUE
from dialogueprep.ui.pages.agenda import AgendaPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets import topics_panel
from dialogueprep.ui.widgets.carrying import Ghost

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> Iterator[AgendaPage]:
    made = shown(qtbot, AgendaPage(sample_session))
    yield made
    made.flush()


@pytest.fixture
def empty_page(page: AgendaPage) -> AgendaPage:
    commands.remove(page.session.store, [i.id for i in items(page)])
    return page


def order(page: AgendaPage, day: int = 0) -> list[str]:
    return [i.titles.best("en").split()[0] for i in items(page) if i.day == day]


def start(page: AgendaPage, title: str) -> int:
    assert page.agenda
    slot = page.agenda.timetable.slot(item(page, title).id)
    assert slot
    return slot.start


def choose(page: AgendaPage, title: str) -> None:
    page.days.setFocus()
    assert page.days.choose(item(page, title).id)


def press(page: AgendaPage, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(page.days, key, modifiers or Qt.KeyboardModifier.NoModifier)


def drag(page: AgendaPage, start: QPointF, end: QPointF, *, let_go: bool = True) -> None:
    view = page.days.viewport()
    QTest.mousePress(view, LEFT, pos=start.toPoint())
    for step in range(1, 5):
        QTest.mouseMove(view, (start + (end - start) * step / 4).toPoint())
    if let_go:
        QTest.mouseRelease(view, LEFT, pos=end.toPoint())


def middle(page: AgendaPage, title: str) -> QPointF:
    return page.days.rect_of(item(page, title).id).center()


def test_a_block_dragged_up_stands_earlier_and_undo_puts_it_back(page: AgendaPage) -> None:
    before = order(page)
    target = page.days.rect_of(item(page, "Disaster").id)
    drag(page, middle(page, "Low birth"), QPointF(target.center().x(), target.top() + 4))
    assert order(page)[:3] == ["Opening", "Low", "Disaster"]
    page.session.undo()
    assert order(page) == before


def test_a_block_dragged_to_another_day_goes_there(page: AgendaPage) -> None:
    target = page.days.rect_of(item(page, "Green").id)
    drag(page, middle(page, "Low birth"), QPointF(target.left() + 20, target.bottom() - 4))
    assert "Low" not in order(page, 0)
    assert order(page, 1)[:2] == ["Green", "Low"]


def test_a_block_dragged_onto_the_right_part_of_another_runs_beside_it(page: AgendaPage) -> None:
    target = page.days.rect_of(item(page, "Disaster").id)
    drag(page, middle(page, "Low birth"), QPointF(target.right() - 20, target.center().y()))
    assert start(page, "Low birth") == start(page, "Disaster")
    assert (item(page, "Disaster").lane, item(page, "Low birth").lane) == (1, 2)
    page.days.setFocus()
    choose(page, "Low birth")
    press(page, Qt.Key.Key_B)
    assert (item(page, "Disaster").lane, item(page, "Low birth").lane) == (0, 0)


def test_the_lower_edge_changes_the_length_in_steps_of_five(page: AgendaPage) -> None:
    rect = page.days.rect_of(item(page, "Disaster").id)
    edge = QPointF(rect.center().x(), rect.bottom() - 2)
    drag(page, edge, edge + QPointF(0, 21 * page.days.layout_.scale))
    assert item(page, "Disaster").minutes == 100
    assert start(page, "Low birth") == 15 * 60 + 60


def test_an_anchored_block_is_dragged_in_time(page: AgendaPage) -> None:
    choose(page, "Opening dinner")
    at = middle(page, "Opening dinner")
    drag(page, at, at - QPointF(0, 30 * page.days.layout_.scale))
    assert item(page, "Opening dinner").anchor == 18 * 60
    assert order(page)[-1] == "Opening"


def test_a_break_is_refused_in_a_lane_and_says_why(qtbot: QtBot, page: AgendaPage) -> None:
    before = items(page)
    target = page.days.rect_of(item(page, "Low birth").id)
    with qtbot.waitSignal(page.session.notice) as said:
        drag(
            page, middle(page, "Coffee"), QPointF(target.right() - 20, target.center().y()),
            let_go=False,
        )  # fmt: skip
        assert page.days.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
        QTest.mouseRelease(page.days.viewport(), LEFT, pos=QPoint(
            round(target.right() - 20), round(target.center().y())))  # fmt: skip
    assert "whole room" in said.args[0]
    assert items(page) == before


def test_escape_gives_a_drag_up(page: AgendaPage) -> None:
    before = items(page)
    target = page.days.rect_of(item(page, "Disaster").id)
    drag(page, middle(page, "Low birth"), target.topLeft() + QPointF(20, 4), let_go=False)
    assert page.days.drop is not None
    press(page, Qt.Key.Key_Escape)
    QTest.mouseRelease(page.days.viewport(), LEFT, pos=target.center().toPoint())
    assert page.days.drop is None
    assert items(page) == before


def test_among_very_many_topics_the_search_waits_for_a_pause_but_not_enter(
    page: AgendaPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(topics_panel, "_MANY", 0)
    model, before = page.topics.list.model(), items(page)
    rows = model.rowCount()
    QTest.keyClicks(page.topics.search, "stockpil")
    assert model.rowCount() == rows
    QTest.keyClick(page.topics.search, Qt.Key.Key_Return)
    assert 0 < model.rowCount() < rows
    (added,) = [each for each in items(page) if each not in before and each.topic]
    assert "stockpil" in added.titles.best("en").casefold()


def test_a_topic_is_dragged_to_a_day(page: AgendaPage) -> None:
    listed = page.topics.list
    index = next(i for n in range(9) if not (i := listed.model().index(n, 0)).data(VALUE).used)
    topic, pressed = index.data(VALUE).topic, listed.visualRect(index).center()
    target = page.days.rect_of(item(page, "Low birth").id).topLeft() + QPointF(30, 4)
    there = page.days.viewport().mapToGlobal(target.toPoint())
    QTest.mousePress(listed.viewport(), LEFT, pos=pressed)
    QTest.mouseMove(listed.viewport(), pressed + QPoint(0, 40))
    (carried,) = page.findChildren(Ghost)
    assert (page.days.drop, carried.isVisible()) == (None, True)
    QTest.mouseMove(listed.viewport(), listed.viewport().mapFromGlobal(there) - QPoint(9, 0))
    QTest.mouseMove(listed.viewport(), listed.viewport().mapFromGlobal(there))
    assert page.days.drop is not None
    assert not carried.isVisible()
    QTest.mouseRelease(listed.viewport(), LEFT, pos=listed.viewport().mapFromGlobal(there))
    added = next(i for i in items(page) if i.topic == topic.id)
    assert (added.day, added.questions != ()) == (0, bool(topic.questions))
    place = [i.id for i in items(page)].index(added.id)
    assert items(page)[place + 1].titles.best("en").startswith("Low birth")


def test_a_topic_is_dropped_on_the_blank_day(page: AgendaPage, empty_page: AgendaPage) -> None:
    listed, target = page.topics.list, page.no_items
    there = listed.viewport().mapFromGlobal(target.mapToGlobal(target.rect().center()))
    QTest.mousePress(listed.viewport(), LEFT, pos=QPoint(60, 20))
    QTest.mouseMove(listed.viewport(), there - QPoint(9, 9))
    QTest.mouseMove(listed.viewport(), there)
    QTest.mouseRelease(listed.viewport(), LEFT, pos=there)
    assert [i.day for i in items(page)] == [0]
    assert page.days.isVisible()


def test_a_closed_dialogue_is_read_only(page: AgendaPage) -> None:
    dialogue = page.session.open_dialogue()
    assert dialogue
    page.session.run(dialogues.change, replace(dialogue, phase=Phase.CLOSED))
    before = items(page)
    assert not page.topics.isVisible()
    assert not page.inspector.isEnabled()
    at = middle(page, "Low birth")
    drag(page, at, at - QPointF(0, 150))
    choose(page, "Low birth")
    press(page, Qt.Key.Key_Down, SHIFT)
    assert items(page) == before


def test_keys_move_lengthen_anchor_copy_and_remove(qtbot: QtBot, page: AgendaPage) -> None:
    choose(page, "Low birth")
    press(page, Qt.Key.Key_Up, ALT)
    press(page, Qt.Key.Key_Up, ALT)
    assert order(page)[:3] == ["Opening", "Low", "Disaster"]
    press(page, Qt.Key.Key_Down, SHIFT)
    assert item(page, "Low birth").minutes == 85
    press(page, Qt.Key.Key_A)
    assert item(page, "Low birth").anchor == 14 * 60
    press(page, Qt.Key.Key_A)
    press(page, Qt.Key.Key_Right, ALT)
    assert item(page, "Low birth").day == 1
    press(page, Qt.Key.Key_D, CONTROL)
    assert order(page, 1).count("Low") == 2
    with qtbot.waitSignal(page.session.removed):
        press(page, Qt.Key.Key_Delete)
    assert order(page, 1).count("Low") == 1
    page.session.undo()
    assert order(page, 1).count("Low") == 2


def test_lanes_are_changed_by_key(page: AgendaPage) -> None:
    choose(page, "Port")
    assert item(page, "Port").lane == 1
    press(page, Qt.Key.Key_Right, ALT)
    assert (item(page, "Port").lane, item(page, "Mutual").lane) == (2, 1)


def test_arrows_go_through_the_day_and_across_days(page: AgendaPage) -> None:
    choose(page, "Opening and")
    press(page, Qt.Key.Key_Down)
    assert page.days.value().title.startswith("Disaster")
    press(page, Qt.Key.Key_Right)
    assert page.days.value().slot.day == 1


def test_an_overlap_is_said_and_one_key_mends_it(qtbot: QtBot, page: AgendaPage) -> None:
    overlapping = item(page, "Low birth")
    for _ in range(12):
        choose(page, "Low birth")
        press(page, Qt.Key.Key_Down, SHIFT)
    assert page.bar.isVisible()
    assert "Delegation meetings" in page.bar.problem.sentence
    qtbot.waitUntil(lambda: page.attend() is None and page.days.preview is not None)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    assert item(page, "Delegation").minutes < 40
    page.session.undo()
    assert item(page, "Delegation").minutes == 40
    page.session.undo()
    assert item(page, "Low birth") == overlapping
    assert not page.bar.isVisible()


def test_times_are_written_in_any_usual_form(page: AgendaPage) -> None:
    times = page.inspector.times
    choose(page, "Low birth")
    for line, written, begins, minutes in (
        (times.length, "1h30", 940, 90),
        (times.length, "1:15", 940, 75),
        (times.length, "45", 940, 45),
        (times.end, "16:30", 940, 50),
        (times.start, "1550", 950, 50),
    ):
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, written)
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert (start(page, "Low birth"), item(page, "Low birth").minutes) == (begins, minutes)
        assert times.end.text() == f"{(begins + minutes) // 60}:{(begins + minutes) % 60:02d}"


def test_a_time_that_is_none_is_marked_and_changes_nothing(page: AgendaPage) -> None:
    choose(page, "Low birth")
    line = page.inspector.times.length
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "long")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.property("bad")
    assert item(page, "Low birth").minutes == 80


def test_tab_goes_from_a_block_to_its_inspector(page: AgendaPage) -> None:
    choose(page, "Low birth")
    press(page, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.inspector.isAncestorOf(focused)


def test_enter_on_a_topic_puts_it_where_it_fits_first(page: AgendaPage) -> None:
    choose(page, "Opening and")
    search = page.search_field()
    search.setFocus()
    QTest.keyClicks(search, "urban")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert order(page, 1)[-3:] == ["Urban", "Next", "Closing"]
    assert start(page, "Urban") == 16 * 60 + 5


def test_a_topic_goes_to_the_item_that_waits_for_one_on_a_later_day(page: AgendaPage) -> None:
    held = item(page, "Green")
    commands.change_item(
        page.session.store, replace(held, topic=None, questions=(), recommendations=()), "Let go"
    )
    choose(page, "Low birth")
    waiting = [i for i in items(page) if arranging.waits_for_topic(i)]
    assert [i.id for i in waiting] == [held.id]
    page.topics.list.setFocus()
    topic = page.topics.list.model().index(0, 0).data(VALUE).topic
    page.acts.take_topic(topic)
    assert next(i for i in items(page) if i.id == held.id).topic == topic.id


def test_the_title_is_written_in_each_language(page: AgendaPage) -> None:
    choose(page, "Low birth")
    press(page, Qt.Key.Key_Return)
    assert page.inspector.title.hasFocus()
    QTest.keyClicks(page.inspector.title, "Low birth rates")
    page.inspector.languages.setFocus()
    assert item(page, "Low birth").titles.best("en") == "Low birth rates"
    QTest.keyClick(page.inspector.languages, Qt.Key.Key_Right)
    assert page.inspector.title.toPlainText() == item(page, "Low birth").titles.get("zh")


def test_questions_are_added_moved_and_removed(qtbot: QtBot, page: AgendaPage) -> None:
    choose(page, "Low birth")
    questions = page.inspector.questions
    questions.add()
    qtbot.waitUntil(questions.fields[-1].hasFocus)
    QTest.keyClicks(questions.fields[-1], "Who pays?")
    page.days.setFocus()
    assert item(page, "Low birth").questions[-1].texts.best("en") == "Who pays?"
    questions.fields[-1].setFocus()
    QTest.keyClick(questions.fields[-1], Qt.Key.Key_Up, ALT)
    assert [q.texts.best("en") for q in item(page, "Low birth").questions].index("Who pays?") == 2
    qtbot.waitUntil(questions.fields[2].hasFocus)
    QTest.keyClick(questions.fields[2], Qt.Key.Key_Delete, CONTROL)
    assert len(item(page, "Low birth").questions) == 3


def test_an_agenda_is_built_by_keyboard_alone(page: AgendaPage, empty_page: AgendaPage) -> None:
    page.begin()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    assert len(items(page)) == 6
    search = page.search_field()
    search.setFocus()
    QTest.keyClicks(search, "urban")
    QTest.keyClick(search, Qt.Key.Key_Return)
    filled = next(i for i in items(page) if i.topic)
    assert (filled.day, len(items(page)), start(page, "Urban")) == (0, 6, 9 * 60 + 45)
    assert page.days.value().id == filled.id


def test_a_new_item_comes_after_the_chosen_one_with_its_title_to_write(page: AgendaPage) -> None:
    choose(page, "Disaster")
    page.adding.menu_of_kinds(page).activeAction().trigger()
    assert page.inspector.title.hasFocus()
    QTest.keyClicks(page.inspector.title, "Film")
    QTest.keyClick(page.inspector.title, Qt.Key.Key_Return)
    assert page.days.hasFocus()
    assert order(page)[:3] == ["Opening", "Disaster", "Film"]
    assert item(page, "Film").kind is ItemKind.DISCUSSION


def test_the_navigation_counts_what_is_to_be_looked_at(page: AgendaPage) -> None:
    assert AgendaPage.count(page.session) is None
    page.session.run(commands.change_item, replace(item(page, "Delegation"), minutes=120))
    counted = AgendaPage.count(page.session)
    assert counted is not None
    assert (counted.number, counted.level) == (2, "warn")


def test_a_screen_reader_hears_each_block(page: AgendaPage) -> None:
    found = QAccessible.queryAccessibleInterface(page.days)
    assert found.role() == QAccessible.Role.List
    names = [found.child(n).text(QAccessible.Text.Name) for n in range(found.childCount())]
    assert len(names) == len(items(page))
    assert any("14:00 to 15:20" in n and "sensitivity 1 of 5" in n for n in names)


def test_without_a_dialogue_the_page_leads_home(qtbot: QtBot, page: AgendaPage) -> None:
    page.session.choose(None)
    with qtbot.waitSignal(page.session.page_wanted) as wanted:
        QTest.keyClick(page._whole.currentWidget(), Qt.Key.Key_Return)
        page._go_home()
    assert wanted.args[0] == "home"
