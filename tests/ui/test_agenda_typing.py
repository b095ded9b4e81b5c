"""A whole programme typed by keyboard alone, with its keystrokes counted; lines that are pasted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from opened import items, shown
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogueprep.commands import agenda as commands
from dialogueprep.commands import dialogues as dialogue_commands
from dialogueprep.domain.dialogue import AgendaItem, ItemKind, Phase
from dialogueprep.store import people
from dialogueprep.ui.pages.agenda import AgendaPage
from dialogueprep.ui.session import Session

CONTROL = Qt.KeyboardModifier.ControlModifier

PROGRAMME = """18:30-21:00 Opening dinner
Day 2
09:00 Registration 30
Opening remarks 15
Group photo 10
Session 1: The security environment 90
Coffee 20
Session 2: Maritime cooperation 70
12:55 Lunch 65
Group A: Ports 75
+ Group B: Stockpiles
Report back 30
Coffee
Session 4: Low birth rates 80
18:30 Dinner 120
Day 3
09:00 Session 5: Green supply chains 90
Coffee
Session 6: Young leaders 60
12:00 Lunch 60
Next steps 45
Closing remarks 15
"""  # two days and the dinner before, 20 items, two groups, three anchored meals


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> Iterator[AgendaPage]:
    made = shown(qtbot, AgendaPage(sample_session))
    yield made
    made.flush()


@pytest.fixture
def blank(page: AgendaPage) -> AgendaPage:
    commands.remove(page.session.store, [i.id for i in items(page)])
    page.begin()
    return page


def titles(page: AgendaPage) -> list[str]:
    return [i.titles.best("en") for i in items(page)]


class Keyboard:
    """Presses keys where the keyboard is, and counts them."""

    def __init__(self) -> None:
        self.pressed = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        widget = QApplication.focusWidget()
        assert widget
        QTest.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)
        self.pressed += 1

    def write(self, words: str) -> None:
        widget = QApplication.focusWidget()
        assert widget
        QTest.keyClicks(widget, words)
        self.pressed += len(words)


def test_a_programme_is_typed_with_hardly_a_key_more_than_its_words(blank: AgendaPage) -> None:
    page, keys = blank, Keyboard()
    keys.press(Qt.Key.Key_N, CONTROL)
    for line in PROGRAMME.splitlines():
        keys.write(line)
        keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Escape)
    assert page.days.hasFocus()
    assert page.agenda
    assert len(items(page)) == 20
    assert {i.day for i in items(page)} == {0, 1, 2}
    assert page.agenda.timetable.overlaps == ()
    starts = {s.item.titles.best("en"): s.start for s in page.agenda.timetable.slots}
    assert starts["Group A: Ports"] == starts["Group B: Stockpiles"] == 14 * 60
    assert [i.titles.best("en") for i in items(page) if i.anchor is not None] == [
        "Opening dinner", "Lunch", "Dinner", "Lunch",
    ]  # fmt: skip
    assert keys.pressed == len(PROGRAMME) + 2
    words = sum(len(title) for title in titles(page))
    assert keys.pressed - words < 10 * len(items(page))


def test_a_line_says_and_shows_what_it_will_be(page: AgendaPage) -> None:
    low = next(i for i in items(page) if i.titles.best("en").startswith("Low"))
    page.days.choose(low.id)
    page.adding.open()
    QTest.keyClicks(page.adding.line.field, "Coffee 15")
    said = page.adding.line.field.accessibleDescription()
    assert "Break" in said and "17:00 to 17:15" in said
    assert page.days.preview is not None
    assert [s.item.titles.best("en") for s in page.days.preview.slots].count("Coffee") == 4
    QTest.keyClick(page.adding.line.field, Qt.Key.Key_Return)
    assert page.days.preview is None
    at = titles(page).index("Low birth rates and ageing")
    assert titles(page)[at + 1] == "Coffee"
    page.session.undo()
    assert titles(page)[at + 1] != "Coffee"


def test_a_question_typed_goes_to_the_chosen_item(page: AgendaPage) -> None:
    low = next(i for i in items(page) if i.titles.best("en").startswith("Low"))
    page.days.choose(low.id)
    page.adding.open()
    QTest.keyClicks(page.adding.line.field, "Who pays?")
    QTest.keyClick(page.adding.line.field, Qt.Key.Key_Return)
    after = next(i for i in items(page) if i.id == low.id)
    assert after.questions[-1].texts.best("en") == "Who pays?"
    assert len(after.questions) == len(low.questions) + 1


def test_a_break_beside_another_item_is_refused_while_it_is_typed(page: AgendaPage) -> None:
    before = items(page)
    page.days.choose(before[0].id)
    page.adding.open()
    QTest.keyClicks(page.adding.line.field, "+ Coffee 15")
    assert "whole room" in page.adding.line.field.accessibleDescription()
    assert page.adding.line.field.property("bad")
    QTest.keyClick(page.adding.line.field, Qt.Key.Key_Return)
    assert items(page) == before
    assert page.adding.line.text() == "+ Coffee 15"


def test_lines_that_were_copied_are_looked_at_and_added_in_one_step(
    qtbot: QtBot, blank: AgendaPage
) -> None:
    page = blank
    commands.add_item(page.session.store, replace(_plain(page), id=""))
    page.days.setFocus()
    QGuiApplication.clipboard().setText(
        "Day 1\n09:00-09:30 Opening\n09:30-11:00 Session 1: Trust\nModerator: CN\n"
        "What does each side need?\n22:00-00:30 Reception"
    )
    QTest.keyClick(page.days, Qt.Key.Key_V, CONTROL)
    assert page.adding.line.field.hasFocus()
    assert "3 items" in page.adding.line.field.accessibleDescription()
    with qtbot.waitSignal(page.session.notice) as said:
        QTest.keyClick(page.adding.line.field, Qt.Key.Key_Return)
    assert "Moderator: CN" in said.args[0]
    trust = next(i for i in items(page) if i.titles.best("en") == "Trust")
    assert (trust.minutes, len(trust.questions), trust.kind) == (90, 1, ItemKind.DISCUSSION)
    assert page.agenda and page.agenda.timetable.days[0].end == 24 * 60 + 30
    there = {a.item for a in people.attendances(page.session.store, trust.dialogue)}
    assert trust.id in there
    page.session.undo()
    assert len(items(page)) == 1


def _plain(page: AgendaPage) -> AgendaItem:
    from dialogueprep.domain.dialogue import ItemId
    from dialogueprep.domain.texts import Texts

    assert page.session.dialogue
    return AgendaItem(
        id=ItemId(""), dialogue=page.session.dialogue, kind=ItemKind.DISCUSSION,
        titles=Texts.of(en="Ageing"), day=1, minutes=60,
    )  # fmt: skip


def test_words_are_kept_in_the_language_of_their_script(page: AgendaPage) -> None:
    page.days.choose(items(page)[0].id)
    page.adding.open()
    page.adding.line.field.insertPlainText("환영사 10분")
    QTest.keyClick(page.adding.line.field, Qt.Key.Key_Return)
    assert items(page)[1].titles.get("ko") == "환영사"
    assert items(page)[1].minutes == 10


def test_a_long_programme_is_read_after_a_pause(qtbot: QtBot, blank: AgendaPage) -> None:
    blank.adding.open()
    blank.adding.line.field.setPlainText("\n".join(f"Session on matter {n} 30" for n in "a" * 40))
    qtbot.waitUntil(lambda: "40 items" in blank.adding.line.field.accessibleDescription())


def test_a_topic_takes_no_title_that_was_typed(blank: AgendaPage) -> None:
    blank.adding.open()
    QTest.keyClicks(blank.adding.line.field, "Trust 60")
    QTest.keyClick(blank.adding.line.field, Qt.Key.Key_Return)
    search = blank.search_field()
    search.setFocus()
    QTest.keyClicks(search, "urban")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert titles(blank) == ["Trust", "Urban regeneration"]


def test_an_empty_agenda_keeps_the_keyboard(page: AgendaPage) -> None:
    page.days.setFocus()
    page.days.choice.choose([i.id for i in items(page)])
    QTest.keyClick(page.days, Qt.Key.Key_Delete)
    assert page.no_items.isAncestorOf(QApplication.focusWidget())
    page.adding.open()
    QTest.keyClick(page.adding.line.field, Qt.Key.Key_Escape)
    assert not page.adding.line.isVisible()
    assert page.no_items.isAncestorOf(QApplication.focusWidget())


def test_another_dialogue_begins_with_an_empty_line(page: AgendaPage) -> None:
    of = page.session.open_dialogue()
    assert of
    page.adding.open()
    QTest.keyClicks(page.adding.line.field, "Day 2")
    page.session.choose(dialogue_commands.plan(page.session.store, replace(of, sample=False)))
    assert not page.adding.line.isVisible()
    assert page.adding.line.text() == ""


def test_nothing_is_typed_into_a_closed_dialogue(page: AgendaPage) -> None:
    of = page.session.open_dialogue()
    assert of
    page.adding.open()
    assert page.adding.line in page.focus_stops()
    dialogue_commands.move_to(page.session.store, of, Phase.CLOSED)
    page.refresh()
    page.adding.open()
    assert not page.adding.line.isVisible()
