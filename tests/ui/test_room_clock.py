"""The clock on the notes page: start, pause, next, how the day goes, and plans when it is late."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from opened import enter
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogueprep.commands import dialogues as dialogue_commands
from dialogueprep.commands import notes as note_commands
from dialogueprep.commands import running
from dialogueprep.domain.dialogue import AgendaItem, ItemId, Phase
from dialogueprep.domain.late_plans import PlanKind
from dialogueprep.store import agenda, clocks
from dialogueprep.ui import painting
from dialogueprep.ui.dialogs.late_plans import LatePlansDialog
from dialogueprep.ui.pages.agenda import AgendaPage
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return


class At:
    """A clock that stands where the test puts it, on the second day of the sample."""

    def __init__(self, session: Session) -> None:
        dialogue = session.open_dialogue()
        assert dialogue is not None
        day, zone = dialogue.day(1), ZoneInfo(dialogue.time_zone)
        self.now = datetime(day.year, day.month, day.day, 9, 0, tzinfo=zone)

    def __call__(self) -> datetime:
        return self.now

    def set(self, hour: int, minute: int, second: int = 0) -> None:
        self.now = self.now.replace(hour=hour, minute=minute, second=second)


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
    made.activateWindow()
    made.go_to(items(sample_session)[0].id)
    made.begin()
    return made


def items(session: Session) -> list[AgendaItem]:
    """Return the items of the second day: green standards 09:00, coffee 10:15, ports ..."""
    there = agenda.of_dialogue(session.store, session.dialogue)  # type: ignore[arg-type]
    return [i for i in there if i.day == 1]


def press(qtbot: QtBot, page: NotesPage, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget() or page, key, CONTROL_SHIFT)


def test_one_key_starts_pauses_and_goes_on(qtbot: QtBot, page: NotesPage, at: At) -> None:
    head, bar = page.middle.head, page.middle.clock_bar
    assert (head.time.figures, head.time.words) == ("75:00", "left of 75 min")
    assert not bar.isVisible() and not page.clock.clock.ticking
    press(qtbot, page, Qt.Key.Key_P)
    assert page.clock.clock.ticking and page.editor.field.hasFocus()
    at.set(9, 10, 30)
    page.clock.show()
    assert (head.time.figures, head.time.level) == ("64:30", 0)
    press(qtbot, page, Qt.Key.Key_P)
    at.set(9, 20, 30)
    page.clock.show()
    assert head.time.figures == "64:30"
    assert bar.words[0] == "The clock stands still"
    press(qtbot, page, Qt.Key.Key_P)
    at.set(9, 21, 30)
    page.clock.show()
    assert head.time.figures == "63:30"
    assert bar.words == ("Ends 10:25, then Coffee", "Day ends 16:50, as planned")
    assert bar.plans.text() == "10 min late: three plans"


def test_it_warns_in_words_at_seventy_percent_and_when_the_time_is_over(
    page: NotesPage, at: At
) -> None:
    page.clock.toggle()
    head = page.middle.head
    at.set(9, 53)
    page.clock.show()
    assert (head.time.words, head.time.level) == ("used to 70%, of 75 min", 1)
    at.set(10, 19, 10)
    page.clock.show()
    assert (head.time.figures, head.time.words, head.time.level) == ("+4:10", "4 min over", 2)
    assert "4 min over" in head.accessibleDescription()


def test_next_keeps_how_long_it_took_and_the_page_follows_to_the_next_talk(
    qtbot: QtBot, page: NotesPage, at: At
) -> None:
    press(qtbot, page, Qt.Key.Key_P)
    at.set(10, 20)
    press(qtbot, page, Qt.Key.Key_N)
    green, coffee, ports, *_ = items(page.session)
    assert (green.began, green.actual_minutes) == (540, 80)
    assert (coffee.began, coffee.actual_minutes) == (620, None)
    assert page._item == green.id  # nothing is written at a break: one may finish the line
    assert page.middle.head.time.figures == "80 min"
    assert page.middle.head.time.words == "taken, 75 min planned"
    at.set(10, 40)
    page.go_to(coffee.id)
    press(qtbot, page, Qt.Key.Key_N)
    assert page._item == ports.id
    assert items(page.session)[2].began == 640


def test_out_of_a_break_the_page_follows_to_the_next_talk(
    qtbot: QtBot, page: NotesPage, at: At
) -> None:
    page.clock.toggle()
    at.set(10, 15)
    press(qtbot, page, Qt.Key.Key_N)  # coffee: the page stays, there are no notes to take at it
    assert page._room_now().item.titles.best("en") == "Green supply-chain standards"
    qtbot.keyClicks(page.editor.field, "one thing more")
    at.set(10, 35)
    press(qtbot, page, Qt.Key.Key_N)
    assert page._room_now().item.titles.best("en") == "Port information sharing"
    assert page.editor.field.text() == "" and page.editor.field.hasFocus()
    page.go_to(items(page.session)[0].id)
    assert page.editor.field.text() == "one thing more"


def test_a_half_written_line_stays_with_its_item_when_the_clock_goes_on(
    qtbot: QtBot, page: NotesPage, at: At
) -> None:
    there = items(page.session)
    page.go_to(there[2].id)
    page.clock.toggle()
    qtbot.keyClicks(page.editor.field, "Half a line")
    at.set(10, 0)
    press(qtbot, page, Qt.Key.Key_N)
    assert page._item == there[4].id
    assert page.editor.field.text() == ""
    page.go_to(there[2].id)
    assert page.editor.field.text() == "Half a line"


def test_the_last_item_of_the_day_is_ended_and_nothing_follows(
    qtbot: QtBot, page: NotesPage, at: At
) -> None:
    last = items(page.session)[-1]
    page.go_to(last.id)
    at.set(16, 35)
    page.clock.toggle()
    assert page.middle.clock_bar.words[0] == "Ends 16:50, the last item of the day"
    at.set(16, 48)
    press(qtbot, page, Qt.Key.Key_N)
    assert items(page.session)[-1].actual_minutes == 13
    assert page.middle.clock_bar.words == ("The day is over", "Day ended 16:48")
    at.set(19, 0)
    page.clock.show()
    assert not page.middle.clock_bar.plans.isVisible()
    assert not page.middle.head.next_button.isEnabled()


def test_another_item_says_what_is_on_and_leads_there(
    qtbot: QtBot, page: NotesPage, at: At
) -> None:
    page.clock.toggle()
    green, _coffee, ports, *_ = items(page.session)
    page.go_to(ports.id)
    bar = page.middle.clock_bar
    assert bar.go.text() == "On now: Green supply-chain standards"
    assert page.middle.head.time.figures == "90:00"
    qtbot.mouseClick(bar.go, Qt.MouseButton.LeftButton)
    assert page._item == green.id


def test_the_clock_goes_on_in_a_new_window(qtbot: QtBot, page: NotesPage, at: At) -> None:
    page.clock.toggle()
    at.set(9, 30)
    again = NotesPage(page.session, at)
    qtbot.addWidget(again)
    again.show()
    again.go_to(items(page.session)[0].id)
    assert again.middle.head.time.figures == "45:00"
    assert again.clock.clock.ticking


def test_undo_takes_the_start_back(page: NotesPage) -> None:
    page.clock.toggle()
    page.session.undo()
    assert items(page.session)[0].began is None
    assert not page.middle.clock_bar.isVisible()
    assert not page.clock.clock.ticking


def test_no_clock_of_another_day_is_on(qtbot: QtBot, page: NotesPage, at: At) -> None:
    page.clock.toggle()
    at.now += timedelta(days=2)
    page.clock.show()
    assert not page.middle.clock_bar.isVisible()
    assert page.middle.head.time.figures == "75:00"


def test_no_note_keeps_a_time(qtbot: QtBot, page: NotesPage) -> None:
    page.clock.toggle()
    qtbot.keyClicks(page.editor.field, "A line")
    enter(qtbot, page)
    columns = {r[1] for r in page.session.store.db.conn.execute("PRAGMA table_info(notes)")}
    assert not {c for c in columns if "time" in c or c == "at" or "began" in c}
    kept = clocks.read(page.session.store, page.session.dialogue)  # type: ignore[arg-type]
    assert kept.watch is not None and kept.watch.began == 9 * 3600  # the item's, not the note's


# plans ----------------------------------------------------------------------------------------


def start_late(page: NotesPage, at: At) -> None:
    at.set(9, 25)
    page.clock.toggle()


def in_dialog(qtbot: QtBot, page: NotesPage, act) -> None:
    """Open the plans with their key and do something there."""
    seen: list[object] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LatePlansDialog)
        try:
            act(dialog)
        finally:
            seen.append(dialog)
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, look)
    press(qtbot, page, Qt.Key.Key_L)
    assert seen


def test_from_five_minutes_on_three_plans_are_offered(page: NotesPage, at: At) -> None:
    bar = page.middle.clock_bar
    at.set(9, 4)
    page.clock.toggle()
    assert not bar.plans.isVisible()
    page.session.undo()
    start_late(page, at)
    assert bar.plans.isVisible()
    assert bar.plans.text() == "25 min late: three plans"
    assert bar.words == ("Ends 10:40, then Coffee", "Day ends 16:50, as planned")


def test_the_plans_stand_side_by_side_and_enter_takes_one(
    qtbot: QtBot, page: NotesPage, at: At
) -> None:
    start_late(page, at)
    before = items(page.session)

    def take(dialog: LatePlansDialog) -> None:
        assert dialog._says.text() == "25 min to win back before Lunch at 12:30"
        words = [card.words for card in dialog.cards]
        assert words[0].startswith("Lunch begins in time, 12:30")
        assert "Coffee 20 → 10 min" in words[1] and "15 are still missing" in words[1]
        assert "Report back from the two groups set aside" in words[2]
        assert dialog.taken is not None and dialog.taken.kind is PlanKind.TRIM
        qtbot.keyClick(dialog.cards[0], Qt.Key.Key_2)
        assert dialog.taken.kind is PlanKind.BREAK
        qtbot.keyClick(dialog.cards[1], Qt.Key.Key_Right)
        assert dialog.taken.kind is PlanKind.ASIDE
        qtbot.keyClick(dialog.cards[2], ENTER)

    in_dialog(qtbot, page, take)
    now = {i.id: i for i in items(page.session)}
    assert [i.titles.best("en") for i in now.values() if i.aside] == [
        "Report back from the two groups"
    ]
    assert not page.middle.clock_bar.plans.isVisible()
    assert page.middle.clock_bar.words[0] == "Ends 10:40, then Coffee"
    page.session.undo()
    assert items(page.session) == before
    assert page.middle.clock_bar.plans.isVisible()


def test_one_may_ask_how_it_would_be_with_other_minutes_and_another_item(
    qtbot: QtBot, page: NotesPage, at: At
) -> None:
    start_late(page, at)

    def ask(dialog: LatePlansDialog) -> None:
        dialog.late.setValue(120)
        assert not any(p.suffices for p in dialog._lateness.plans)
        assert dialog._warning.count() == 1
        dialog.late.setValue(0)
        assert dialog.taken is None and not dialog.apply_button.isEnabled()
        dialog.late.setValue(25)
        assert dialog.day.late is None
        assert dialog.apply_button.isEnabled()

    in_dialog(qtbot, page, ask)
    assert not [i for i in items(page.session) if i.aside]


def test_a_day_that_is_hours_late_says_so_and_not_the_most_that_one_would_type(
    qtbot: QtBot, page: NotesPage, at: At
) -> None:
    page.clock.toggle()
    at.set(15, 45)
    page.clock.show()

    def look(dialog: LatePlansDialog) -> None:
        assert dialog.late.value() == 330
        assert dialog.day.late is None

    in_dialog(qtbot, page, look)


def test_escape_leaves_the_agenda_as_it_is(qtbot: QtBot, page: NotesPage, at: At) -> None:
    start_late(page, at)
    before = items(page.session)
    in_dialog(qtbot, page, lambda d: qtbot.keyClick(d, Qt.Key.Key_Escape))
    assert items(page.session) == before


def test_keys_and_commands_of_the_clock_are_listed(page: NotesPage) -> None:
    hints = {h.keys for h in page.key_hints()}
    commands = {c.keys for c in page.commands()}
    wanted = {f"Ctrl+Shift+{letter}" for letter in "PNLV"}
    assert wanted <= hints and wanted <= commands


def test_every_control_of_the_clock_has_a_name(page: NotesPage, at: At) -> None:
    start_late(page, at)
    head, bar = page.middle.head, page.middle.clock_bar
    named = (head.toggle, head.next_button, head.close_button, bar.plans, bar.chair, bar)
    assert all(w.accessibleName() for w in named)
    assert head.next_button.toolTip().startswith("Next: Coffee")


def test_an_item_that_is_closed_does_not_start(page: NotesPage) -> None:
    item = items(page.session)[0]
    close = note_commands.close_item
    page.session.run(close, item, keep_order=True, chance=None)  # type: ignore[arg-type]
    assert not page.middle.head.toggle.isVisible()
    page.clock.toggle()
    assert agenda.read(page.session.store, ItemId(item.id)).began is None


def test_the_agenda_asks_how_long_an_item_took_that_nobody_stopped(
    qtbot: QtBot, page: NotesPage, at: At
) -> None:
    page.clock.toggle()
    green, *_, last = items(page.session)
    agenda_page = AgendaPage(page.session)
    qtbot.addWidget(agenda_page)
    agenda_page.resize(1280, 760)
    agenda_page.show()
    times = agenda_page.inspector.times
    assert agenda_page.days.choose(green.id)
    assert times.taken.note.text() == "began 09:00"
    whole = page.session.open_dialogue()
    assert whole
    moment = running.Moment(whole.day(last.day + 1), 9 * 3600)  # the morning after
    page.session.run(running.start, whole.id, last.id, moment)
    assert agenda_page.days.choose(last.id)
    assert times.taken.note.text() == "began 09:00"
    assert agenda_page.days.choose(green.id)
    assert times.taken.note.text() == "began 09:00, end not noted"
    note = times.taken.note
    qtbot.waitUntil(lambda: note.sizeHint().width() <= note.width())
    assert (times.took.text(), times.took.placeholderText()) == ("", f"{green.takes} min")


def test_the_agenda_says_how_an_item_was_held_beside_its_plan(
    qtbot: QtBot, page: NotesPage, at: At
) -> None:
    page.clock.toggle()
    at.set(10, 20)
    page.clock.next()
    green, coffee, *_ = items(page.session)
    agenda_page = AgendaPage(page.session)
    qtbot.addWidget(agenda_page)
    agenda_page.resize(1280, 760)
    agenda_page.show()
    times = agenda_page.inspector.times
    assert agenda_page.days.choose(green.id)
    assert times.took.text() == "80 min"
    assert times.taken.note.text() == "began 09:00, 5 min more than planned"
    assert agenda_page.days.choose(coffee.id)
    assert times.taken.note.text() == "began 10:20"


def test_next_begins_the_first_item_and_a_clock_that_is_forgotten_is_quiet(
    qtbot: QtBot, page: NotesPage, at: At
) -> None:
    press(qtbot, page, Qt.Key.Key_N)
    assert items(page.session)[0].began == 540
    at.set(10, 15)
    item = page.clock.as_taken(page._item_now())
    page.session.run(note_commands.close_item, item, keep_order=True, chance=None)  # type: ignore[arg-type]
    assert page.middle.clock_bar.words[0] == "Nothing is on. Coffee begins 10:15"
    at.set(10, 30)
    page.clock.show()
    assert page.middle.clock_bar.words[0] == "Nothing is on. Coffee was due 15 min ago"
    assert page.middle.clock_bar.plans.isVisible()
    at.set(13, 0)
    page.clock.show()
    assert not page.middle.clock_bar.isVisible() and not page.clock.clock.ticking


def test_in_a_closed_dialogue_there_is_no_clock_to_start(page: NotesPage) -> None:
    dialogue = page.session.open_dialogue()
    assert dialogue is not None
    page.session.run(dialogue_commands.move_to, dialogue, Phase.CLOSED)
    assert not page.middle.head.toggle.isVisible()


def test_what_is_on_is_marked_among_the_items(page: NotesPage, at: At) -> None:
    def looks() -> int:
        row = page.items.left_rows.index_of(items(page.session)[1].id)
        picture = page.items.grab(page.items.visualRect(row)).toImage()
        return sum(
            picture.pixel(x, y) != picture.pixel(0, 0)
            for x in range(picture.width())
            for y in range(picture.height())
        )

    coffee = page.items.left_rows.index_of(items(page.session)[1].id)
    page.items.scrollTo(coffee)
    before = looks()
    page.clock.toggle()
    at.set(10, 15)
    page.clock.next()
    assert looks() > before
    page.clock.clock.toggle(items(page.session)[0])
    assert looks() == before


def test_a_click_on_the_clock_leaves_the_keyboard_in_the_line(
    qtbot: QtBot, page: NotesPage, at: At
) -> None:
    head, bar = page.middle.head, page.middle.clock_bar
    qtbot.mouseClick(head.toggle, Qt.MouseButton.LeftButton)
    assert page.clock.clock.ticking and page.editor.field.hasFocus()
    qtbot.keyClicks(page.editor.field, "ports")
    assert page.editor.field.toPlainText() == "ports"
    page.go_to(items(page.session)[2].id)
    page.begin()
    qtbot.mouseClick(bar.go, Qt.MouseButton.LeftButton)
    assert page.editor.field.hasFocus()
    for button in (head.toggle, head.next_button, bar.plans, bar.chair):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus  # Tab still goes there


def test_the_last_note_stays_in_sight_when_the_clock_is_shown(
    qtbot: QtBot, page: NotesPage, at: At
) -> None:
    page.resize(1072, 420)
    page.go_to(items(page.session)[2].id)
    page.begin()
    notes = page.middle.list
    bar = notes.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    before = notes.height()
    qtbot.mouseClick(page.middle.head.toggle, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: notes.height() < before)
    assert bar.value() == bar.maximum()
    bar.setValue(0)
    page.resize(1072, 400)
    qtbot.waitUntil(lambda: notes.height() < before - 40)
    assert bar.value() == 0  # who reads further up is left there


def test_the_line_of_the_clock_says_less_where_there_is_less_room(
    qtbot: QtBot, page: NotesPage, at: At
) -> None:
    start_late(page, at)
    page.go_to(items(page.session)[2].id)
    bar = page.middle.clock_bar
    assert bar.words[0] == "Ends 10:40, then Coffee"
    seen = {}
    for wide in (900, 640, 560, 480):
        page.middle.setMinimumWidth(0)
        bar.resize(wide, bar.height())
        seen[wide] = (bar.go.text(), bar.painted)
        ends = bar.go.sizeHint().width() + painting.width(bar.painted, "small")
        after = painting.width(bar.words[1], "small") + bar.plans.sizeHint().width()
        assert wide < 640 or 20 + ends + after + bar.chair.sizeHint().width() < wide
    assert seen[900] == ("On now: Green supply-chain standards", "Ends 10:40, then Coffee")
    assert seen[640][1] == "Ends 10:40"
    assert seen[640][0].startswith("On now: Green")
    assert bar.toolTip() == "Ends 10:40, then Coffee"
    assert bar.go.toolTip() == "On now: Green supply-chain standards"
