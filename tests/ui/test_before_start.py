"""The checklist before the first item: reminded of, kept, undone, and gone once one has begun."""

from __future__ import annotations

from dataclasses import replace

import pytest
from opened import enter
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dialogueprep import words
from dialogueprep.commands import dialogues as dialogue_commands
from dialogueprep.domain.before_start import Check
from dialogueprep.domain.dialogue import DialogueId, Phase
from dialogueprep.domain.texts import Language
from dialogueprep.store import agenda, before_start, notes
from dialogueprep.ui.dialogs.before_start import BeforeStartDialog
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets.labels import Paragraph


@pytest.fixture
def dialogue(sample_session: Session) -> DialogueId:
    """Return the sample as it is before the first item: nothing written, nothing closed."""
    store, now = sample_session.store, sample_session.open_dialogue()
    assert now is not None
    with store.step("Begin again") as step:
        for note in notes.of_dialogue(step, now.id):
            notes.delete(step, note.id)
        for item in agenda.of_dialogue(step, now.id):
            agenda.put(step, replace(item, closed=False, began=None))
    dialogue_commands.change(store, replace(now, phase=Phase.PREPARING))
    return now.id


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session, dialogue: DialogueId) -> NotesPage:
    made = NotesPage(sample_session)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_page_reminds_of_what_is_not_checked(page: NotesPage) -> None:
    (notice,) = page.banner.notices
    assert "0 of 6" in notice.sentence


def test_a_point_is_kept_at_once_and_undone(
    qtbot: QtBot, page: NotesPage, dialogue: DialogueId
) -> None:
    session = page.session
    dialog = BeforeStartDialog(page, session, dialogue)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.keyClick(dialog.boxes[Check.RULE], Qt.Key.Key_Space)
    assert before_start.done(session.store, dialogue) == {Check.RULE}
    assert "1 of 6" in page.banner.notices[0].sentence
    session.undo()
    assert before_start.done(session.store, dialogue) == frozenset()


def test_the_reminder_goes_when_all_is_checked_or_something_is_written(
    qtbot: QtBot, page: NotesPage, dialogue: DialogueId
) -> None:
    with page.session.store.step("All") as step:
        before_start.put(step, dialogue, frozenset(Check))
    assert page.banner.notices == ()
    page.session.undo()
    assert page.banner.notices
    page.begin()
    qtbot.keyClicks(page.editor.field, "fees fall")
    enter(qtbot, page)
    assert page.banner.notices == ()


@pytest.mark.parametrize("language", ["en", "zh", "ja", "ko"])
def test_the_checklist_is_as_high_as_its_lines(
    qtbot: QtBot, page: NotesPage, dialogue: DialogueId, look: Theme, language: Language
) -> None:
    look.apply("light", language, 1.2)
    words.use(language)
    dialog = BeforeStartDialog(page, page.session, dialogue)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    foot = dialog.close_button.parentWidget()
    assert foot is not None and foot.height() < 2 * dialog.close_button.height()
    for why in dialog.findChildren(Paragraph):
        assert why.height() == why.heightForWidth(why.width())
