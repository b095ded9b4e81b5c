"""Days, blocks of items, the tray and interpretation on the agenda page, with real events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from opened import item, items, shown
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogueprep.commands import agenda as agenda_commands
from dialogueprep.commands import dialogues as dialogue_commands
from dialogueprep.commands import scheduling as commands
from dialogueprep.domain.arranging import Spot
from dialogueprep.domain.dialogue import DayHours, Phase
from dialogueprep.store import dialogues
from dialogueprep.ui import painting
from dialogueprep.ui.dialogs.day_hours import DayHoursDialog
from dialogueprep.ui.dialogs.interpretation import InterpretationDialog
from dialogueprep.ui.dialogs.shift_meeting import ShiftMeetingDialog
from dialogueprep.ui.dialogs.time_zones import TimeZonesDialog
from dialogueprep.ui.pages.agenda import AgendaPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets.interpretation import Interpretation, read_percent
from dialogueprep.ui.widgets.timeline_layout import beside_hours

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> Iterator[AgendaPage]:
    made = shown(qtbot, AgendaPage(sample_session))
    made.days.setFocus()
    yield made
    made.flush()


def order(page: AgendaPage, day: int) -> list[str]:
    return [i.titles.best("en").split()[0] for i in items(page) if i.day == day and not i.aside]


def start(page: AgendaPage, title: str) -> int:
    assert page.agenda
    slot = page.agenda.timetable.slot(item(page, title).id)
    assert slot
    return slot.start


def press(page: AgendaPage, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(page.days, key, modifiers or Qt.KeyboardModifier.NoModifier)


def middle(page: AgendaPage, title: str) -> QPointF:
    return page.days.rect_of(item(page, title).id).center()


def drag(page: AgendaPage, start: QPointF, end: QPointF) -> None:
    view = page.days.viewport()
    QTest.mousePress(view, LEFT, pos=start.toPoint())
    for step in range(1, 5):
        QTest.mouseMove(view, (start + (end - start) * step / 4).toPoint())
    QTest.mouseRelease(view, LEFT, pos=end.toPoint())


def test_keys_choose_several_items_and_move_them_to_the_other_day(page: AgendaPage) -> None:
    before = items(page)
    page.days.choose(item(page, "Disaster").id)
    press(page, Qt.Key.Key_Down, CONTROL | SHIFT)
    press(page, Qt.Key.Key_Down, CONTROL | SHIFT)
    assert len(page.days.choice.ids()) == 3
    assert page.inspector.block.isVisible()
    press(page, Qt.Key.Key_Right, ALT)
    moved = order(page, 1)
    assert {"Disaster", "Coffee", "Low"} <= set(moved)
    assert len(page.days.choice.ids()) == 3
    page.session.undo()
    assert items(page) == before


def test_control_and_click_choose_and_a_drag_moves_all(page: AgendaPage) -> None:
    view = page.days.viewport()
    page.days.choose(item(page, "Disaster").id)
    QTest.mouseClick(view, LEFT, CONTROL, middle(page, "Low birth").toPoint())
    assert len(page.days.choice.ids()) == 2
    target = page.days.rect_of(item(page, "Green").id)
    drag(page, middle(page, "Low birth"), QPointF(target.left() + 20, target.top() + 3))
    assert order(page, 1)[:3] == ["Disaster", "Low", "Green"]
    press(page, Qt.Key.Key_Escape)
    assert not page.days.choice.several


def test_a_click_on_one_of_several_chooses_it_alone(page: AgendaPage) -> None:
    page.days.choice.choose([item(page, "Disaster").id, item(page, "Low birth").id])
    QTest.mouseClick(page.days.viewport(), LEFT, pos=middle(page, "Low birth").toPoint())
    assert page.days.choice.ids() == (item(page, "Low birth").id,)
    assert not page.inspector.block.isVisible()


def test_several_are_copied_lengthened_and_removed_in_one_step(page: AgendaPage) -> None:
    before = items(page)
    page.days.choice.choose([item(page, "Disaster").id, item(page, "Low birth").id])
    press(page, Qt.Key.Key_Down, SHIFT)
    assert item(page, "Disaster").minutes == before[1].minutes + 5
    press(page, Qt.Key.Key_D, CONTROL)
    assert len(items(page)) == len(before) + 2
    press(page, Qt.Key.Key_Delete)
    page.session.undo()
    page.session.undo()
    page.session.undo()
    assert items(page) == before


def test_what_is_set_aside_waits_in_the_tray_and_goes_back_by_enter(page: AgendaPage) -> None:
    low = item(page, "Low birth")
    page.days.choose(low.id)
    press(page, Qt.Key.Key_S)
    assert item(page, "Low birth").aside
    assert page.topics.aside.isVisible()
    page.topics.aside.list.choose_first()
    page.topics.aside.list.setFocus()
    QTest.keyClick(page.topics.aside.list, Qt.Key.Key_S)
    assert item(page, "Low birth").for_series
    QTest.keyClick(page.topics.aside.list, Qt.Key.Key_Return)
    back = item(page, "Low birth")
    assert (back.aside, back.for_series) == (False, False)
    assert not page.topics.aside.isVisible()


def test_an_item_is_dragged_into_the_tray(page: AgendaPage) -> None:
    view = page.days.viewport()
    over = page.topics.mapToGlobal(page.topics.rect().center())
    end = QPointF(view.mapFromGlobal(over))
    drag(page, middle(page, "Low birth"), end)
    assert item(page, "Low birth").aside
    page.session.undo()
    assert not item(page, "Low birth").aside


def test_another_round_is_offered_what_waits_for_the_series(page: AgendaPage) -> None:
    store, session = page.session.store, page.session
    low = item(page, "Low birth")
    commands.set_aside(store, [low.id], for_series=True)
    of = session.open_dialogue()
    assert of
    session.choose(dialogue_commands.plan(store, replace(of, sample=False)))
    page.refresh()
    page.topics.aside.list.choose_first()
    QTest.keyClick(page.topics.aside.list, Qt.Key.Key_Return)
    assert [i.titles for i in items(page)] == [low.titles]
    assert not page.topics.aside.isVisible()


def test_the_head_of_a_day_is_reached_and_opened_by_keyboard(
    page: AgendaPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[int] = []
    monkeypatch.setattr(DayHoursDialog, "ask", lambda _w, _s, _of, day: opened.append(day))
    press(page, Qt.Key.Key_Home, CONTROL)
    head = page.days.heads.head(0)
    assert head and QApplication.focusWidget() is head
    assert "hours" in head.accessibleName()
    QTest.keyClick(head, Qt.Key.Key_Return)
    QTest.keyClick(head, Qt.Key.Key_Right)
    other = page.days.heads.head(1)
    assert other
    QTest.mouseClick(other, LEFT)
    assert opened == [0, 1]
    QTest.keyClick(other, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.days
    chosen = page.days.value()
    assert chosen and chosen.slot.day == 1


def test_hours_are_written_and_a_day_that_is_too_long_is_said(
    qtbot: QtBot, page: AgendaPage
) -> None:
    of = page.session.open_dialogue()
    assert of and page.agenda
    end = next(d.end for d in page.agenda.timetable.days if d.day == 1)
    dialog = DayHoursDialog(page, page.session, of, 1)
    qtbot.addWidget(dialog)
    dialog.ends.setText("half past")
    dialog.take()
    assert "time" in dialog.wrong.text()
    dialog.ends.setText(f"{(end - 30) // 60}:{(end - 30) % 60:02d}")
    dialog.take()
    problem = next(p for p in page.bar._problems if "after" in p.sentence)
    words = [w.words for w in problem.ways]
    assert any(w.startswith("End the day at") for w in words)
    head = page.days.heads.head(1)
    assert head and head.words
    assert head.words.over == 30
    page.session.undo()
    after = page.session.open_dialogue()
    assert after and after.hours_of(1) == of.hours_of(1)


def test_interpretation_is_chosen_or_typed_and_says_what_it_takes(page: AgendaPage) -> None:
    page.days.choose(item(page, "Disaster").id)
    field = page.inspector.times.interpreted
    field.usual.setFocus()
    QTest.keyClick(field.usual, Qt.Key.Key_Right)
    assert item(page, "Disaster").stretch == 130
    field.other.setFocus()
    field.other.selectAll()
    QTest.keyClicks(field.other, "x1.75")
    QTest.keyClick(field.other, Qt.Key.Key_Return)
    assert item(page, "Disaster").stretch == 175
    block = page.agenda and page.agenda.block(item(page, "Disaster").id)
    assert block and "takes" in block.spoken
    assert [read_percent(w) for w in ("150 %", "1,5", "×2", "90", "no")] == [
        150, 150, 200, None, None,
    ]  # fmt: skip


def test_a_whole_day_is_interpreted_from_the_dialog(qtbot: QtBot, page: AgendaPage) -> None:
    assert page.agenda
    dialog = InterpretationDialog(page, page.session, page.agenda, [item(page, "Green")])
    qtbot.addWidget(dialog)
    dialog.factor.chosen.emit(150)
    dialog.take()
    assert {i.stretch for i in items(page) if i.day == 1 and i.kind.has_terms} == {150}
    assert {i.stretch for i in items(page) if i.day == 0} == {100}


def test_the_meeting_is_moved_and_its_zones_are_named(qtbot: QtBot, page: AgendaPage) -> None:
    of = page.session.open_dialogue()
    assert of
    shift = ShiftMeetingDialog(page, page.session, of)
    qtbot.addWidget(shift)
    assert not shift.move_it.isEnabled()
    shift.first_day.setDate(shift.first_day.date().addDays(7))
    shift.take()
    zones = TimeZonesDialog(page, page.session, of)
    qtbot.addWidget(zones)
    zones.second.setText("atlantis")
    zones.take()
    assert "atlantis" in zones._says.text()
    zones.second.setText("new york")
    zones.take()
    after = dialogues.read(page.session.store, of.id)
    assert (after.first_day - of.first_day).days == 7
    assert after.second_zone == "America/New_York"


def test_a_closed_dialogue_refuses_to_be_moved(page: AgendaPage) -> None:
    of = page.session.open_dialogue()
    assert of
    dialogue_commands.move_to(page.session.store, of, Phase.CLOSED)
    page.refresh()
    before = items(page)
    target = page.days.rect_of(item(page, "Green").id)
    drag(page, middle(page, "Low birth"), QPointF(target.left() + 20, target.top() + 3))
    press(page, Qt.Key.Key_S)
    assert items(page) == before
    page.session.run(commands.set_hours, of.id, DayHours(0, 480))
    assert dialogues.read(page.session.store, of.id).hours == of.hours


def test_the_upper_edge_of_an_anchored_item_changes_when_it_begins(page: AgendaPage) -> None:
    dinner = item(page, "Opening dinner")
    page.days.choose(dinner.id)
    rect = page.days.rect_of(dinner.id)
    edge = QPointF(rect.center().x(), rect.top() + 2)
    drag(page, edge, edge + QPointF(0, 30 * page.days.layout_.scale))
    after = item(page, "Opening dinner")
    assert after.anchor is not None and dinner.anchor is not None
    assert after.anchor > dinner.anchor + 20
    assert after.anchor + after.minutes == dinner.anchor + dinner.minutes


def test_b_puts_several_side_by_side_and_one_after_the_other_again(page: AgendaPage) -> None:
    before = items(page)
    page.days.choice.choose([item(page, t).id for t in ("Green", "Exchange among")])
    press(page, Qt.Key.Key_B)
    assert [item(page, t).lane for t in ("Green", "Exchange among")] == [1, 2]
    assert item(page, "Exchange among").anchor == item(page, "Green").anchor
    assert len(page.days.choice.ids()) == 2
    press(page, Qt.Key.Key_B)
    assert [item(page, t).lane for t in ("Green", "Exchange among")] == [0, 0]
    assert order(page, 1)[:2] == ["Green", "Exchange"]
    assert start(page, "Exchange among") == start(page, "Green") + item(page, "Green").minutes
    page.session.undo()
    page.session.undo()
    assert items(page) == before


def test_what_leaves_an_anchored_row_follows_it(page: AgendaPage) -> None:
    page.days.choose(item(page, "Green").id)
    page.acts.put(item(page, "Exchange among").id, Spot(1, beside=item(page, "Green").id))
    page.days.choose(item(page, "Exchange among").id)
    press(page, Qt.Key.Key_B)
    assert item(page, "Exchange among").anchor is None
    assert start(page, "Exchange among") == start(page, "Green") + item(page, "Green").minutes


def test_keys_change_when_an_anchored_item_begins_and_not_when_it_ends(page: AgendaPage) -> None:
    dinner = item(page, "Opening dinner")
    page.days.choose(dinner.id)
    press(page, Qt.Key.Key_Right, SHIFT)
    press(page, Qt.Key.Key_Right, SHIFT)
    press(page, Qt.Key.Key_Left, SHIFT)
    after = item(page, "Opening dinner")
    assert dinner.anchor is not None
    assert (after.anchor, after.minutes) == (dinner.anchor + 5, dinner.minutes - 5)


def test_a_refused_command_leaves_the_days_as_they_were(page: AgendaPage) -> None:
    coffee = item(page, "Coffee")
    before = page.days.agenda
    assert before
    page.acts.put(coffee.id, Spot(0, beside=item(page, "Low birth").id))
    page.acts.set_length(coffee.id, 0)
    assert page.days.agenda is before
    assert item(page, "Coffee") == coffee


def test_a_drop_is_seen_before_it_is_written(
    page: AgendaPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    run = page.session.run

    def noted(command, *args, **kwargs):
        assert page.days.agenda
        seen.append([b.title.split()[0] for b in page.days.agenda.blocks][:3])
        return run(command, *args, **kwargs)

    monkeypatch.setattr(page.session, "run", noted)
    target = page.days.rect_of(item(page, "Disaster").id)
    drag(page, middle(page, "Low birth"), QPointF(target.center().x(), target.top() + 4))
    assert seen[0] == ["Opening", "Low", "Disaster"]
    assert order(page, 0)[:3] == seen[0]


def test_each_way_out_is_shown_on_the_days_before_it_is_taken(page: AgendaPage) -> None:
    change = replace(item(page, "Low birth"), minutes=150)
    agenda_commands.change_item(page.session.store, change)
    problem = page.bar.problem
    assert problem and len(problem.ways) == 4
    for way in problem.ways:
        page.bar.looked_at.emit(way)
        assert page.days.preview is not None
        assert page.days.preview.overlaps == ()
        dinner = page.days.rect_of(item(page, "Opening dinner").id)
        assert dinner.top() < page.days.viewport().height()
        page.bar.looked_at.emit(None)
        assert page.days.preview is None


def _in_ink(page: AgendaPage, title: str, line: int) -> bool:
    """Say whether letters in the ink of titles stand in a line of a block."""
    rect = page.days.rect_of(item(page, title).id)
    picture = page.days.viewport().grab().toImage()
    top = round(rect.y()) + 7 + 19 * line
    places = [
        (x, y)
        for x in range(round(rect.x()) + 8, round(rect.right()) - 8)
        for y in range(top, top + 14)
    ]
    return any(picture.pixelColor(x, y).lightness() < 60 for x, y in places)


def test_a_title_beside_another_item_takes_two_lines_where_there_is_room(
    page: AgendaPage,
) -> None:
    assert _in_ink(page, "Port", 0) and _in_ink(page, "Port", 1)
    assert _in_ink(page, "Mutual", 1)
    assert not _in_ink(page, "Ethical", 1)  # alone: time and terms stand there
    page.resize(1900, 760)
    QApplication.processEvents()
    assert not _in_ink(page, "Port", 1)  # one line is enough


def test_in_large_letters_hours_and_percents_are_whole(
    qtbot: QtBot, look: Theme, page: AgendaPage
) -> None:
    look.apply("light", "en", 1.5)
    assert beside_hours() - 8 >= painting.width("09:00", "caption")
    made = Interpretation()
    qtbot.addWidget(made)
    assert made.other.width() - 24 >= painting.width("100%")
