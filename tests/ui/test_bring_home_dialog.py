"""Findings come home through the window: ticked, each under its topic, shown and undone."""

from __future__ import annotations

import pytest
from opened import shown
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dialogueprep.commands import dialogues as dialogue_commands
from dialogueprep.commands import findings as finding_commands
from dialogueprep.domain.dialogue import Phase
from dialogueprep.domain.notes import Column
from dialogueprep.domain.texts import Texts
from dialogueprep.store import library, people
from dialogueprep.ui.dialogs.bring_home import BringHomeDialog
from dialogueprep.ui.found import Sought
from dialogueprep.ui.pages.findings import FindingsPage
from dialogueprep.ui.pages.library import LibraryPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.homecoming import HomecomingPart
from dialogueprep.ui.widgets.homecoming_row import HomecomingRow
from dialogueprep.workflows import homecoming

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


def opened(qtbot: QtBot, dialog: BringHomeDialog) -> BringHomeDialog:
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def look(session: Session) -> homecoming.Homecomings:
    dialogue = session.open_dialogue()
    assert dialogue
    return homecoming.look(session.store, dialogue)


def row_of(dialog: BringHomeDialog, id_: str) -> HomecomingRow:
    return next(row for row in dialog.rows if row.of.it.id == id_)


def test_from_the_findings_page_into_the_library_and_back_by_undo(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, FindingsPage(sample_session), 1400, 900)
    before = library.recommendations(sample_session.store)
    ticked: list[str] = []

    def by_keyboard(dialog: BringHomeDialog) -> int:
        opened(qtbot, dialog)
        ticked.extend(row.of.it.id for row in dialog.rows if row.check.isChecked())
        qtbot.keyClick(dialog.focusWidget(), Key.Key_Space)
        qtbot.keyClick(dialog.focusWidget(), Key.Key_Down)
        qtbot.keyClick(dialog.focusWidget(), Key.Key_Up)
        qtbot.keyClick(dialog.focusWidget(), Key.Key_Space)
        assert str(len(ticked)) in dialog.done_button.text()
        qtbot.keyClick(dialog, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        return dialog.result()

    monkeypatch.setattr(BringHomeDialog, "exec", by_keyboard)
    gone: list[tuple[str, object]] = []
    sample_session.page_wanted.connect(lambda name, subject: gone.append((name, subject)))
    with qtbot.waitSignal(sample_session.removed):
        menu = page.more.menu_now()
        next(a for a in menu.actions() if a.text() == "Bring findings home").trigger()
    ((name, subject),) = gone
    assert (name, isinstance(subject, Sought)) == ("library", True)
    after = library.recommendations(sample_session.store)
    assert len(after) == len(before) + len(ticked) > len(before)
    shelf = LibraryPage(sample_session)
    qtbot.addWidget(shelf)
    shelf.show()
    shelf.show_subject(subject)
    new = {r.topic for r in after if r not in before}
    assert {row.id for row in shelf.topics.rows} == new
    sample_session.undo()
    assert library.recommendations(sample_session.store) == before


def test_what_names_a_participant_or_came_already_cannot_be_ticked(
    qtbot: QtBot, sample_session: Session
) -> None:
    dialogue = sample_session.open_dialogue()
    assert dialogue
    store = sample_session.store
    name = people.participations(store, dialogue.id)[0].person.name
    texts = Texts.of(en=f"As {name.family} {name.given} said, ports should share plans.")
    named = finding_commands.add(store, dialogue.id, Column.CONVERGENT, texts)
    one = next(h for h in look(sample_session).found if h.likely and h.topic)
    assert one.topic
    homecoming.bring(store, dialogue, {one.it.id: one.topic})
    dialog = opened(qtbot, BringHomeDialog(None, look(sample_session)))
    for id_ in (named, one.it.id):
        row = row_of(dialog, id_)
        qtbot.mouseClick(row.check, Left)
        assert not row.check.isChecked()
        assert not row.check.isEnabled()
    said = [w.accessibleName() for w in row_of(dialog, named).children() if w.isWidgetType()]
    assert any("may tell who spoke" in words for words in said)


def test_what_has_no_topic_asks_for_one(qtbot: QtBot, sample_session: Session) -> None:
    dialog = opened(qtbot, BringHomeDialog(None, look(sample_session)))
    for row in dialog.rows:
        row.check.setChecked(False)
    bare = next(row for row in dialog.rows if row.of.topic is None)
    qtbot.mouseClick(bare.check, Left)
    dialog.take()
    assert not dialog.chosen
    assert bare.needed.isVisible()
    assert bare.topic.hasFocus()
    qtbot.keyClick(bare.topic, Key.Key_Down)
    dialog.take()
    assert dialog.chosen == {bare.of.it.id: dialog.rows[0].topic.value or bare.topic.value}


def test_it_is_offered_once_a_dialogue_is_drafted(qtbot: QtBot, sample_session: Session) -> None:
    page = LibraryPage(sample_session)
    qtbot.addWidget(page)
    part = HomecomingPart(sample_session, page)
    assert [c.words for c in part.commands()] == ["Bring findings home: Round 4, Kanazawa"]
    findings_page = FindingsPage(sample_session)
    qtbot.addWidget(findings_page)
    findings_page.show()
    assert "Bring findings home" in [c.words for c in findings_page.commands()]
    dialogue = sample_session.open_dialogue()
    assert dialogue
    sample_session.run(dialogue_commands.move_to, dialogue, Phase.IN_SESSION)
    assert part.commands() == []
    assert "Bring findings home" not in [c.words for c in findings_page.commands()]
