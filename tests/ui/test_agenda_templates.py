"""Templates of agendas in the window: kept, used, renamed, removed, as files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from dialogueprep.commands import templates as commands
from dialogueprep.domain.templates import Kept
from dialogueprep.domain.texts import Texts
from dialogueprep.store import agenda, agenda_templates, dialogues
from dialogueprep.ui.dialogs.agenda_templates import AgendaTemplatesDialog
from dialogueprep.ui.dialogs.template_form import TemplateForm
from dialogueprep.ui.pages.agenda import AgendaPage
from dialogueprep.ui.session import Session

ENTER = Qt.Key.Key_Return


def opened(qtbot: QtBot, dialog: QWidget) -> None:
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()


@pytest.fixture
def dialog(qtbot: QtBot, sample_session: Session) -> AgendaTemplatesDialog:
    assert sample_session.dialogue
    store, dialogue = sample_session.store, sample_session.dialogue
    commands.save(store, dialogue, Texts.of(en="Our usual round"), Kept())
    made = AgendaTemplatesDialog(None, sample_session, dialogue)
    opened(qtbot, made)
    return made


def names(dialog: AgendaTemplatesDialog) -> list[str]:
    return [r.name for r in dialog._model.rows]


def test_the_menu_offers_to_save_the_agenda_and_to_look_at_templates(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = AgendaPage(sample_session)
    qtbot.addWidget(page)
    page.show()
    words = [command.words for command in page.commands()]
    assert "Save the agenda as a template" in words
    assert "Templates of agendas" in words


def test_a_name_is_typed_and_enter_keeps_the_agenda(qtbot: QtBot, sample_session: Session) -> None:
    store, dialogue = sample_session.store, sample_session.dialogue
    assert dialogue
    form = TemplateForm(
        None, "Save", "Save", lambda t, k: commands.save(store, dialogue, t, k),
        titles=Texts(), keeping=True,
    )  # fmt: skip
    opened(qtbot, form)
    field = form.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClick(field, ENTER)
    assert form.isVisible()
    assert agenda_templates.every(store) == ()
    QTest.keyClicks(field, "Usual")
    QTest.keyClick(field, ENTER)
    assert not form.isVisible()
    assert agenda_templates.every(store)[0].titles.get("en") == "Usual"


def test_own_templates_stand_after_the_four_shipped_ones(dialog: AgendaTemplatesDialog) -> None:
    assert len(names(dialog)) == 5
    assert names(dialog)[-1] == "Our usual round"
    assert not dialog.remove_button.isVisible()
    QTest.keyClick(dialog.list, Qt.Key.Key_End)
    assert dialog.remove_button.isVisible()


def test_delete_removes_an_own_template_and_leaves_the_shipped(
    dialog: AgendaTemplatesDialog, sample_session: Session
) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert len(names(dialog)) == 5
    QTest.keyClick(dialog.list, Qt.Key.Key_End)
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert len(names(dialog)) == 4
    sample_session.undo()
    assert len(agenda_templates.every(sample_session.store)) == 1


def test_enter_adds_the_chosen_template_as_new_days(
    dialog: AgendaTemplatesDialog, sample_session: Session
) -> None:
    store, dialogue = sample_session.store, sample_session.dialogue
    assert dialogue
    before = max(i.day for i in agenda.of_dialogue(store, dialogue))
    assert str(before + 2) in dialog._where.text()
    QTest.keyClick(dialog.list, ENTER)
    assert not dialog.isVisible()
    assert max(i.day for i in agenda.of_dialogue(store, dialogue)) == before + 1
    assert dialogues.read(store, dialogue).days == before + 2


def test_a_template_goes_out_as_a_file_and_comes_back_under_another_name(
    dialog: AgendaTemplatesDialog, sample_session: Session, tmp_path: Path
) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_End)
    dialog.write_to(tmp_path / "mine.toml")
    dialog.take_in(tmp_path / "mine.toml")
    assert "Our usual round" in dialog._trouble.accessibleName() or dialog._trouble.isVisible()
    text = (tmp_path / "mine.toml").read_text("utf-8").replace("Our usual round", "Theirs")
    (tmp_path / "theirs.toml").write_text(text, "utf-8")
    dialog.take_in(tmp_path / "theirs.toml")
    assert not dialog._trouble.isVisible()
    assert names(dialog)[-1] == "Theirs"
    one, other = agenda_templates.every(sample_session.store)
    assert one.items == other.items
