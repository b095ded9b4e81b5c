"""Circulating versions of the agenda in the window, and looking at what changed since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from dialogueprep.commands import agenda as agenda_commands
from dialogueprep.commands import versions
from dialogueprep.store import agenda, agenda_versions, people
from dialogueprep.ui.dialogs import agenda_changes
from dialogueprep.ui.dialogs.agenda_changes import AgendaChangesDialog
from dialogueprep.ui.dialogs.confirm import Confirm
from dialogueprep.ui.pages.agenda import AgendaPage
from dialogueprep.ui.session import Session


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> AgendaPage:
    page = AgendaPage(sample_session)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    page.show()
    page.refresh()
    return page


def _longer(session: Session) -> str:
    assert session.dialogue
    item = agenda.of_dialogue(session.store, session.dialogue)[1]
    session.run(agenda_commands.change_item, replace(item, minutes=item.minutes + 10))
    return item.id


def _dialog(qtbot: QtBot, page: AgendaPage) -> AgendaChangesDialog:
    session = page.session
    assert session.dialogue
    known = {p.id: p for p in people.participations(session.store, session.dialogue)}
    editions = agenda_versions.of_dialogue(session.store, session.dialogue)
    now = versions.edition_now(session.store, session.dialogue)
    dialog = AgendaChangesDialog(page, editions, now, known)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_head_says_what_is_out_and_circulates_after_asking(
    qtbot: QtBot, page: AgendaPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(*args: object) -> bool:
        asked.append(str(args[2]))
        return True

    monkeypatch.setattr(Confirm, "ask", ask)
    assert page.versions.says.text() == "Not circulated yet"
    assert not page.versions.compare.isVisible()
    qtbot.mouseClick(page.versions.circulate, Qt.MouseButton.LeftButton)
    assert "cannot be undone" in asked[0]
    assert "no change since" in page.versions.says.text()
    assert not page.versions.circulate.isVisible()
    assert page.banner.notices[0].sentence.startswith("Version 1 is kept")
    _longer(page.session)
    assert page.versions.says.text().endswith("2 changes since")
    assert page.versions.circulate.text() == "Circulate v2"


def test_changes_are_read_and_lead_to_their_item(qtbot: QtBot, page: AgendaPage) -> None:
    session = page.session
    assert session.dialogue
    session.run(versions.circulate, session.dialogue, date(2026, 10, 1))
    item = _longer(session)
    dialog = _dialog(qtbot, page)
    assert dialog.focusWidget() is dialog.changes
    assert dialog.changes.value().said == "10 min longer, now 90 min."
    qtbot.keyClick(dialog.changes, Qt.Key.Key_Return)
    assert dialog.wanted == item


def test_who_is_affected_is_copied_with_those_who_have_a_role_first(
    qtbot: QtBot, page: AgendaPage
) -> None:
    session = page.session
    assert session.dialogue
    session.run(versions.circulate, session.dialogue, date(2026, 10, 1))
    _longer(session)
    dialog = _dialog(qtbot, page)
    dialog.copy_affected()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) > 10
    assert "a role at" in lines[0]
    assert "a role at" not in lines[-1]
    dialog.copy_changes.click()
    stamp, _, *told = QGuiApplication.clipboard().text().splitlines()
    assert stamp == "From: Version 1, 1 Oct 2026. To: As it stands now."
    assert any("10 min longer" in line for line in told)


def test_two_versions_are_compared_and_alike_ones_say_so(qtbot: QtBot, page: AgendaPage) -> None:
    session = page.session
    assert session.dialogue
    session.run(versions.circulate, session.dialogue, date(2026, 10, 1))
    dialog = _dialog(qtbot, page)
    assert dialog._stack.currentIndex() == 1
    assert not dialog.circulate.isVisible()
    assert agenda_changes.version_name(versions.edition_now(session.store, session.dialogue))


def test_no_version_can_be_circulated_of_an_empty_agenda(
    qtbot: QtBot, empty_session: Session
) -> None:
    page = AgendaPage(empty_session)
    qtbot.addWidget(page)
    page.refresh()
    assert page.versions.commands() == []
