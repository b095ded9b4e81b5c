"""The agenda page as a screen reader walks through it, and by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from opened import item, shown
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from dialogueprep.commands import agenda as commands
from dialogueprep.ui import accessible
from dialogueprep.ui.pages.agenda import AgendaPage
from dialogueprep.ui.session import Session

Role, Text = QAccessible.Role, QAccessible.Text
SAID = {
    Role.Button, Role.ButtonMenu, Role.CheckBox, Role.ComboBox, Role.EditableText, Role.List,
    Role.ListItem, Role.RadioButton, Role.SpinBox, Role.Link,
}  # fmt: skip
"""Roles with which a screen reader says what something is."""
NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> Iterator[AgendaPage]:
    accessible.install()
    made = shown(qtbot, AgendaPage(sample_session))
    low = item(made, "Low birth")
    commands.change_item(made.session.store, replace(low, minutes=150))  # the bar is there too
    made.days.choose(low.id)
    made.adding.open()
    yield made
    made.flush()


def tree(of: QWidget) -> list[QAccessibleInterface]:
    """All that is shown, in the order of the tree."""
    found: list[QAccessibleInterface] = []

    def walk(it: QAccessibleInterface | None) -> None:
        if it is not None and it.isValid() and not it.state().invisible:
            found.append(it)
            for n in range(it.childCount()):
                walk(it.child(n))

    walk(QAccessible.queryAccessibleInterface(of))
    return found


def name_of(it: QAccessibleInterface) -> str:
    """Its name; that of a drop-down list is the label beside it, as on Linux."""
    if isinstance(it.object(), QComboBox):
        labels = it.relations(QAccessible.RelationFlag.Label)
        return " ".join(other.text(Text.Name) for other, _ in labels)
    return it.text(Text.Name)


def test_whatever_takes_the_keyboard_has_a_name_and_says_what_it_is(page: AgendaPage) -> None:
    taking = [it for it in tree(page) if it.state().focusable]
    assert len(taking) > 40
    mute = [(it.role(), str(it.object())) for it in taking if not name_of(it).strip()]
    assert mute == []
    vague = [(it.role(), name_of(it)) for it in taking if it.role() not in SAID]
    assert vague == []


def test_every_button_has_a_name_even_where_only_the_mouse_takes_it(page: AgendaPage) -> None:
    buttons = [it for it in tree(page) if it.role() in (Role.Button, Role.ButtonMenu)]
    assert [str(it.object()) for it in buttons if not it.text(Text.Name).strip()] == []


def test_each_block_says_its_day_its_times_its_kind_and_its_terms(page: AgendaPage) -> None:
    listed = QAccessible.queryAccessibleInterface(page.days)
    said = [listed.child(n).text(Text.Name) for n in range(listed.childCount())]
    assert page.agenda
    assert len(said) == len(page.agenda.blocks)
    for words, block in zip(said, page.agenda.blocks, strict=True):
        assert block.title in words
        assert ("Thursday 15 October", "Friday 16 October")[block.slot.day] in words
        assert " to " in words
    low = next(w for w in said if "Low birth" in w)
    assert "Discussion, Chatham House Rule, sensitivity 1 of 5" in low


def test_heads_of_days_and_ways_out_are_buttons_in_the_tree(page: AgendaPage) -> None:
    buttons = {it.text(Text.Name) for it in tree(page) if it.role() == Role.Button}
    assert any(name.startswith("Thursday 15 October, 13:30") for name in buttons)
    assert any(name.startswith("Shorten to") for name in buttons)


def test_a_choice_of_segments_says_what_is_chosen(page: AgendaPage) -> None:
    begins = QAccessible.queryAccessibleInterface(page.inspector.times.anchored)
    assert begins.text(Text.Name) == "When it begins"
    assert begins.text(Text.Value) == "Follows on"
    page.inspector.times.anchored.setFocus()
    QTest.keyClick(page.inspector.times.anchored, Qt.Key.Key_Right)
    assert begins.text(Text.Value) == "Anchored"


def test_tab_goes_once_around_everything_and_loses_itself_nowhere(page: AgendaPage) -> None:
    page.days.setFocus()
    seen: list[QWidget] = []
    for _ in range(120):
        here = QApplication.focusWidget()
        assert here is not None and here.isVisible()
        if here in seen:
            break
        seen.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab, NO_KEY)
    assert QApplication.focusWidget() is page.days
    for stop in (page.topics, page.inspector, page.bar, page.adding.line):
        assert any(stop.isAncestorOf(each) for each in seen)
