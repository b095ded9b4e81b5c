from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from opened import enter
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogueprep.commands import notes as note_commands
from dialogueprep.domain.dialogue import AgendaItem, ItemKind
from dialogueprep.store import agenda, notes, people
from dialogueprep.ui.chair.hands import Hands
from dialogueprep.ui.chair.hands_panel import HandRows
from dialogueprep.ui.chair.sheet import ChairSheet, Seat
from dialogueprep.ui.chair.view import ChairsView
from dialogueprep.ui.dialogs.keys_of_page import KeysOfPage
from dialogueprep.ui.finding import finder
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets.labels import KeyLabel, Label
from dialogueprep.ui.window import MainWindow
from tests.store.pages import decrypted

ENTER, SHIFT, ALT = (
    Qt.Key.Key_Return,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
CONTROL = Qt.KeyboardModifier.ControlModifier
NAME, OTHER, KEPT = "Quillfeather Ambrose", "Wolstenholme Tabitha", "cormorant"


def names(hands: Hands) -> list[str]:
    return [h.name for h in hands.waiting]


def table() -> list[Seat]:
    japan = [Seat(f"J{n}", ("Japan", "Academia")) for n in range(3)]
    return [
        *japan,
        Seat("M1", ("Mongolia", "Academia")),
        Seat("M2", ("Mongolia", "Media")),
        Seat("C"),
    ]


# the list itself ------------------------------------------------------------------------------


def test_a_direct_reply_goes_first_and_first_timers_before_those_who_have_spoken() -> None:
    hands = Hands()
    hands.ask("A")
    hands.give_floor()
    for name in ("A", "B", "C"):
        hands.ask(name)
    assert names(hands) == ["B", "C", "A"]
    hands.ask("D", direct=True)
    hands.ask("E", direct=True)
    assert names(hands) == ["D", "E", "B", "C", "A"]
    hands.ask("a", direct=True)
    assert names(hands) == ["D", "E", "a", "B", "C"]
    assert hands.ask("B") is hands.waiting[3]
    assert hands.ask("  ") is None


def test_hands_are_moved_withdrawn_and_given_the_floor() -> None:
    hands = Hands()
    hands.first_timers_first = False
    for name in "ABC":
        hands.ask(name)
    c = hands.waiting[2].id
    hands.move(c, -1)
    assert names(hands) == ["A", "C", "B"]
    hands.move(c, -5)
    assert names(hands) == ["C", "A", "B"]
    hands.withdraw(hands.waiting[1].id)
    assert names(hands) == ["C", "B"]
    assert hands.give_floor(hands.waiting[1].id).name == "B"  # type: ignore[union-attr]
    hands.ask("B")
    assert names(hands) == ["C", "B"]  # by the order of asking
    hands.first_timers_first = True
    hands.move(hands.waiting[1].id, -1)
    hands.order_anew()
    assert names(hands) == ["C", "B"]


def test_only_groups_of_k_or_more_are_counted_and_never_fewer_than_three() -> None:
    hands = Hands()
    hands.seat(table(), 2)
    for name in ("j0", "J1", "M1", "C", "Somebody else", "japan"):
        hands.ask(name)
        hands.give_floor(hands.waiting[-1].id)
    assert hands.counters() == [("Japan", 3), ("Academia", 3)]
    hands.seat(table(), 4)
    assert hands.counters() == [("Academia", 3)]
    hands.clear()
    assert hands.counters() == [("Academia", 0)]
    assert hands.speaking is None


def test_a_hand_does_not_print_its_name() -> None:
    hands = Hands()
    assert NAME not in repr(hands.ask(NAME))


# what it can reach ----------------------------------------------------------------------------


def test_the_sheet_has_no_field_for_a_note() -> None:
    known = {f.name: str(f.type) for f in fields(ChairSheet)}
    assert not [n for n in known if "note" in n]
    plain = re.compile(r"(str|int|float|bool|Terms \| None|tuple\[(str|Seat), \.\.\.\])")
    assert all(plain.fullmatch(kind) for kind in known.values())


def test_the_view_is_loaded_without_a_store_or_anything_about_notes() -> None:
    told = "import sys, {}; print(*sorted(m for m in sys.modules if m.startswith('dialogueprep')))"

    def loaded(module: str) -> set[str]:
        command = [sys.executable, "-c", told.format(module)]
        return set(
            subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        )

    def forbidden(modules: set[str]) -> set[str]:
        return {m for m in modules if re.search(r"note(?!book)|\.store|\.session|\.commands", m)}

    assert "dialogueprep.ui.chair.hands_panel" in loaded("dialogueprep.ui.chair.view")
    allowed = {"dialogueprep.ui.widgets.notices"}  # banners, not notes
    assert not forbidden(loaded("dialogueprep.ui.chair.view")) - allowed
    assert forbidden(loaded("dialogueprep.ui.pages.notes"))


# the window -----------------------------------------------------------------------------------


class At:
    """A clock that stands where the test puts it."""

    def __init__(self, session: Session) -> None:
        dialogue = session.open_dialogue()
        assert dialogue is not None
        day, self.zone = dialogue.day(1), ZoneInfo(dialogue.time_zone)
        self.now = datetime(day.year, day.month, day.day, 9, 0, tzinfo=self.zone)

    def __call__(self) -> datetime:
        return self.now

    def set(self, hour: int, minute: int) -> None:
        self.now = self.now.replace(hour=hour, minute=minute)


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
    items = agenda.of_dialogue(sample_session.store, str(sample_session.dialogue))  # type: ignore[arg-type]
    made.go_to(next(i.id for i in items if i.day == 1))
    made.clock.toggle()
    return made


@pytest.fixture
def view(qtbot: QtBot, page: NotesPage) -> ChairsView:
    qtbot.keyClick(page.editor.field, Qt.Key.Key_V, CONTROL | SHIFT)
    shown = page.clock.chair.view
    assert shown is not None
    qtbot.waitUntil(shown.panel.field.hasFocus)
    return shown


def raise_hand(qtbot: QtBot, view: ChairsView, name: str, *, direct: bool = False) -> None:
    qtbot.keyClicks(view.panel.field, name)
    mods = SHIFT if direct else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(view.panel.field, ENTER, mods)


def test_it_shows_item_time_questions_and_what_is_next(
    page: NotesPage, view: ChairsView, at: At
) -> None:
    assert view.isWindow() and view.isVisible()
    sheet = view.sheet
    assert (sheet.number, sheet.title) == ("3", "Green supply-chain standards")
    assert (sheet.figures, sheet.time) == ("75:00", "left of 75 min")
    assert len(sheet.questions) == 2
    assert sheet.next == "Next Coffee, 10:15"
    assert sheet.terms is not None
    at.set(10, 20)
    page.clock.show()
    assert (view.sheet.figures, view.sheet.time, view.sheet.level) == ("+5:00", "5 min over", 2)
    assert "5 min over" in view.board.accessibleDescription()
    assert "Chatham House Rule" in view.board.accessibleDescription()


def test_hands_are_worked_by_keys_alone(qtbot: QtBot, view: ChairsView) -> None:
    panel = view.panel
    for name in ("Germany", "Ambrose", "Tabitha"):
        raise_hand(qtbot, view, name)
    raise_hand(qtbot, view, "Cyril", direct=True)
    assert names(panel.hands) == ["Cyril", "Germany", "Ambrose", "Tabitha"]
    qtbot.keyClick(panel.field, ENTER)
    assert panel.hands.speaking is not None and panel.hands.speaking.name == "Cyril"
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.list.hasFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_Up, ALT)
    assert names(panel.hands) == ["Ambrose", "Germany", "Tabitha"]
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert names(panel.hands) == ["Germany", "Tabitha"]
    panel.list.choose(panel.hands.waiting[1].id)
    qtbot.keyClick(panel.list, Qt.Key.Key_D)
    assert names(panel.hands) == ["Tabitha", "Germany"]
    qtbot.keyClick(panel.list, ENTER)
    assert panel.hands.speaking.name == "Tabitha"
    qtbot.keyClick(panel.list, ENTER, CONTROL)
    assert panel.hands.speaking is None


def test_a_name_of_the_roster_is_offered_and_taken(qtbot: QtBot, view: ChairsView) -> None:
    whole = next(seat.name for seat in view.sheet.seats if seat.name.isascii())
    qtbot.keyClicks(view.panel.field, whole.split()[-1].lower())
    assert view.panel.offers.names.rows == (whole,)
    qtbot.keyClick(view.panel.field, Qt.Key.Key_Down)
    qtbot.keyClick(view.panel.field, ENTER)
    assert names(view.panel.hands) == [whole]
    assert view.panel.field.text() == ""


def test_the_list_is_empty_after_the_item_and_the_clock_obeys_there_too(
    qtbot: QtBot, page: NotesPage, view: ChairsView, at: At
) -> None:
    raise_hand(qtbot, view, NAME)
    qtbot.keyClick(view.panel.field, Qt.Key.Key_P, CONTROL | SHIFT)
    assert view.sheet.paused and names(view.panel.hands) == [NAME]
    qtbot.keyClick(view.panel.field, Qt.Key.Key_P, CONTROL | SHIFT)
    at.set(10, 10)
    qtbot.keyClick(view.panel.field, Qt.Key.Key_N, CONTROL | SHIFT)
    assert view.sheet.title == "Coffee"
    assert not view.panel.hands.waiting and not view.panel.rows.rows
    view.panel.field.undo()
    assert view.panel.field.text() == ""


def test_closing_the_item_empties_the_list_too(
    qtbot: QtBot, page: NotesPage, view: ChairsView
) -> None:
    raise_hand(qtbot, view, NAME)
    item = page._item_now()
    page.session.run(
        note_commands.close_item,
        page.clock.as_taken(item),
        keep_order=True,
        chance=None,  # type: ignore[arg-type]
    )
    assert agenda.read(page.session.store, item.id).actual_minutes == 1
    assert not view.panel.hands.waiting


@pytest.fixture
def waiting(qtbot: QtBot, page: NotesPage) -> ChairsView:
    """The chair's view of an item that has not begun, with one hand."""
    page.session.undo()
    page.clock.open_chair()
    view = page.clock.chair.view
    assert view is not None and not view.sheet.on
    raise_hand(qtbot, view, NAME)
    return view


def others(page: NotesPage, day: int) -> list[AgendaItem]:
    items = agenda.of_dialogue(page.session.store, page._item_now().dialogue)
    found = [i for i in items if i.id != page._item_now().id and not i.closed]
    return [i for i in found if i.day == day and i.kind is ItemKind.DISCUSSION]


@pytest.mark.parametrize("day", [0, 1])
def test_hands_stay_while_another_item_is_looked_at_before_the_clock_runs(
    qtbot: QtBot, page: NotesPage, waiting: ChairsView, day: int
) -> None:
    item, title = waiting.sheet.item, waiting.sheet.title
    page.go_to(others(page, day)[0].id)
    assert page._item_now().id != item
    assert names(waiting.panel.hands) == [NAME]
    assert (waiting.sheet.item, waiting.sheet.title) == (item, title)
    qtbot.keyClick(waiting.panel.field, Qt.Key.Key_P, CONTROL | SHIFT)
    assert waiting.sheet.on and waiting.sheet.item == item
    assert names(waiting.panel.hands) == [NAME]


def test_the_next_item_from_the_chairs_view_is_the_one_that_it_shows(
    qtbot: QtBot, page: NotesPage, waiting: ChairsView
) -> None:
    item = waiting.sheet.item
    page.go_to(others(page, 1)[0].id)
    qtbot.keyClick(waiting.panel.field, Qt.Key.Key_N, CONTROL | SHIFT)
    assert waiting.sheet.on and waiting.sheet.item == item
    assert names(waiting.panel.hands) == [NAME]


def test_another_item_that_begins_has_an_empty_list(page: NotesPage, waiting: ChairsView) -> None:
    other = others(page, 1)[0]
    page.go_to(other.id)
    page.clock.toggle()
    assert waiting.sheet.item == other.id
    assert not waiting.panel.hands.waiting


def test_closing_an_item_that_never_ran_empties_its_list(
    page: NotesPage, waiting: ChairsView
) -> None:
    page.session.run(
        note_commands.close_item,
        page._item_now(),
        keep_order=True,
        chance=None,  # type: ignore[arg-type]
    )
    assert not waiting.panel.hands.waiting


def test_names_are_not_copied(qtbot: QtBot, view: ChairsView) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    raise_hand(qtbot, view, NAME)
    qtbot.keyClicks(view.panel.field, OTHER)
    view.panel.field.selectAll()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X):
        qtbot.keyClick(view.panel.field, key, CONTROL)
    view.panel.list.setFocus()
    view.panel.list.choose_first()
    qtbot.keyClick(view.panel.list, Qt.Key.Key_C, CONTROL)
    assert clipboard.text() == "before"
    assert view.panel.field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData


def test_f11_fills_the_screen_and_escape_leaves_it(qtbot: QtBot, view: ChairsView) -> None:
    qtbot.keyClick(view.panel.field, Qt.Key.Key_F11)
    assert view.isFullScreen()
    qtbot.keyClick(view.panel.field, Qt.Key.Key_Escape)
    assert not view.isFullScreen() and view.isVisible()
    with qtbot.waitSignal(view.back_wanted):
        qtbot.keyClick(view.panel.field, Qt.Key.Key_V, CONTROL | SHIFT)


def test_it_can_be_painted_in_any_size_with_long_words(qtbot: QtBot, look: Theme) -> None:
    view = ChairsView()
    qtbot.addWidget(view)
    long = "少子高齢化と地域社会の持続可能性についての長い題名 " * 4
    view.show_sheet(
        ChairSheet("x", "3B", long, long, None, (long,) * 9, "+10:00", long, 2, 1.0, on=True,
                   ends=long, next=long, day_ends=long, late=True)
    )  # fmt: skip
    for width, height in ((800, 520), (1280, 800), (1920, 1080)):
        view.resize(width, height)
        picture = view.grab().toImage()
        assert picture.width() == width
        corner = picture.pixelColor(view.board.mapTo(view, QPoint(2, view.board.height() - 2)))
        assert corner == picture.pixelColor(2, 2)


def test_locking_closes_it_and_no_name_is_anywhere_on_disk_or_in_what_can_be_undone(
    qtbot: QtBot, sample_session: Session, look: Theme, at: At, tmp_path: Path, own_home: Path
) -> None:
    window = MainWindow(sample_session.machine, look, finder)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.show_session(sample_session)
    window.frame.go("notes")  # type: ignore[union-attr]
    page = window.frame.page  # type: ignore[union-attr]
    assert isinstance(page, NotesPage)
    qtbot.waitUntil(lambda: page._room is not None)
    page.clock.clock._now = at
    items = agenda.of_dialogue(sample_session.store, str(sample_session.dialogue))  # type: ignore[arg-type]
    page.go_to(next(i.id for i in items if i.day == 1 and i.kind is ItemKind.DISCUSSION))
    page.clock.toggle()
    page.clock.open_chair()
    view = page.clock.chair.view
    assert view is not None
    raise_hand(qtbot, view, NAME)
    raise_hand(qtbot, view, OTHER, direct=True)
    qtbot.keyClick(view.panel.field, ENTER)
    qtbot.keyClicks(view.panel.field, NAME)
    qtbot.keyClicks(page.editor.field, f"A note about a {KEPT}")
    enter(qtbot, page)
    taken = notes.of_item(sample_session.store, page._item_now().id)
    sample_session.run(note_commands.remove, [n.id for n in taken if KEPT in n.text])
    undo = repr(sample_session.store._done)
    sample_session.undo()
    assert KEPT in undo
    assert not [n for n in (NAME, OTHER) if n in undo]
    folder = sample_session.store.folder
    window.lock()
    assert page.clock.chair.view is None and not view.isVisible()
    assert not view.panel.hands.waiting and view.panel.field.text() == ""
    sample_session.machine.save()
    pages = decrypted(folder)
    assert KEPT.encode() in pages  # so these are the pages, and what is kept is found on them
    seen = [
        pages,
        *(p.read_bytes() for root in (tmp_path, own_home) for p in root.rglob("*") if p.is_file()),
    ]
    for name in (NAME, OTHER, NAME.split(maxsplit=1)[0], OTHER.split(maxsplit=1)[0]):
        for form in (name.encode(), name.encode("utf-16-le"), name.casefold().encode()):
            assert not [each for each in seen if form in each]
    assert NAME not in QGuiApplication.clipboard().text()


def test_control_l_in_the_chairs_view_locks(
    qtbot: QtBot, sample_session: Session, look: Theme, at: At
) -> None:
    window = MainWindow(sample_session.machine, look, finder)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.show_session(sample_session)
    window.frame.go("notes")  # type: ignore[union-attr]
    page = window.frame.page  # type: ignore[union-attr]
    assert isinstance(page, NotesPage)
    page.clock.open_chair()
    view = page.clock.chair.view
    assert view is not None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is view)
    pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_L, CONTROL)
    QApplication.postEvent(view.windowHandle(), pressed)
    qtbot.waitUntil(lambda: window.session is None)
    assert not [
        w for w in QApplication.topLevelWidgets() if isinstance(w, ChairsView) and w.isVisible()
    ]


def test_the_view_goes_with_its_page(qtbot: QtBot, sample_session: Session, at: At) -> None:
    page = NotesPage(sample_session, at)
    page.show()
    page.clock.open_chair()
    view = page.clock.chair.view
    assert view is not None
    raise_hand(qtbot, view, NAME)
    with qtbot.waitSignal(view.destroyed):
        page.deleteLater()


_ON_TWO_SCREENS = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from dialogueprep.ui.chair.view import ChairsView
from dialogueprep.ui.theme import Theme
app = QApplication(["test"])
Theme().apply("light", "en", 1.0)
main = QWidget()
main.show()
view = ChairsView()
view.open_on(app.screens(), main.screen())
app.processEvents()
print(main.screen().name(), view.screen().name(), view.isFullScreen())
"""


def test_it_opens_on_the_second_screen_if_there_is_one(tmp_path: Path) -> None:
    screens = [
        {"name": name, "x": x, "y": 0, "width": 1280, "height": 800, "logicalDpi": 96,
         "logicalBaseDpi": 96, "dpr": 1}
        for name, x in (("first", 0), ("second", 1280))
    ]  # fmt: skip
    known = tmp_path / "screens.json"
    known.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={known}"}
    told = subprocess.run(
        [sys.executable, "-c", _ON_TWO_SCREENS], capture_output=True, text=True, check=True,
        env={**os.environ, **platform},
    )  # fmt: skip
    assert told.stdout.split() == ["first", "second", "True"]


def test_whom_k_does_not_count_is_in_no_group(page: NotesPage, view: ChairsView) -> None:
    present = people.attendees(page.session.store, page._item_now().dialogue)[page._item_now().id]
    counted = {a.who.person.name.latin for a in present if a.may_speak_unattributed}
    grouped = {s.name for s in view.sheet.seats if s.groups}
    assert grouped == counted
    assert len(view.sheet.seats) > len(grouped)  # a chair or a moderator may ask to speak too


def test_f1_lists_the_keys_of_this_window_only(qtbot: QtBot, view: ChairsView) -> None:
    seen: list[str] = []
    said: list[str] = []

    def look() -> None:
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, KeysOfPage)
        seen.extend(k.accessibleName() for k in sheet.findChildren(KeyLabel))
        said.extend(label.text() for label in sheet.findChildren(Label))
        sheet.reject()

    QTimer.singleShot(0, look)
    qtbot.keyClick(view.panel.field, Qt.Key.Key_F1)
    assert {"Shift+Enter", "F11", "Ctrl+Shift+V"} <= set(seen)
    assert "Ctrl+K" not in seen
    assert len(said) > 3 and all(words[:1].isupper() for words in said)


def test_names_of_the_list_stand_under_the_field(qtbot: QtBot, view: ChairsView) -> None:
    panel = view.panel
    for name in ("Zebulon Quackenbush", "Hortensia Veldkamp"):
        qtbot.keyClicks(panel.field, name)
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    qtbot.waitUntil(panel.list.isVisible)
    left, right = panel.list.geometry().left(), panel.list.geometry().right()
    assert left + HandRows.text_left == panel.field.geometry().left()
    assert right - HandRows.text_left == panel.field.geometry().right()
