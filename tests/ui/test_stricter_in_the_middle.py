"""Stricter from here, and back, in the middle of a remark; striking a remark that was split."""

from __future__ import annotations

import pytest
from opened import enter, notes_page
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dialogueprep.commands import notes as commands
from dialogueprep.domain.dialogue import Terms
from dialogueprep.domain.notes import Note
from dialogueprep.store import notes
from dialogueprep.ui.dialogs.strike_note import StrikeDialog
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
STRICT = Terms.NO_QUOTATION


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> NotesPage:
    return notes_page(qtbot, sample_session)


def there(page: NotesPage) -> tuple[Note, ...]:
    return notes.of_item(page.session.store, page._room_now().item.id)


def write(qtbot: QtBot, page: NotesPage, words: str) -> None:
    qtbot.keyClicks(page.editor.field, words)
    enter(qtbot, page)


def test_a_remark_that_was_begun_under_stricter_terms_stays_under_them(
    qtbot: QtBot, page: NotesPage
) -> None:
    own = page._room_now().item.terms_in_force
    before = [(n.id, n.terms) for n in there(page)]
    assert own.strictness < STRICT.strictness
    page.deeds.stricter(page._room_now().item, STRICT)
    page.editor.field.setFocus()
    qtbot.keyClicks(page.editor.field, "between us the tariff")
    page.deeds.back(page._room_now().item)
    qtbot.keyClicks(page.editor.field, " may go")
    page.session.flush.emit()
    assert (there(page)[-1].draft, there(page)[-1].terms) == (True, STRICT)
    enter(qtbot, page)
    kept = there(page)[-1]
    assert (kept.text, kept.draft, kept.terms) == ("between us the tariff may go", False, STRICT)
    write(qtbot, page, "open again")
    assert there(page)[-1].terms is own
    assert [(n.id, n.terms) for n in there(page)][: len(before)] == before


def test_a_remark_that_was_begun_before_stricter_terms_is_under_them_when_kept(
    qtbot: QtBot, page: NotesPage
) -> None:
    qtbot.keyClicks(page.editor.field, "the tariff")
    page.deeds.stricter(page._room_now().item, STRICT)
    qtbot.keyClicks(page.editor.field, " may go")
    enter(qtbot, page)
    assert there(page)[-1].terms is STRICT


def test_while_no_notes_are_taken_a_half_remark_waits_and_nothing_can_be_typed(
    qtbot: QtBot, page: NotesPage
) -> None:
    qtbot.keyClicks(page.editor.field, "the tariff")
    page.deeds.stricter(page._room_now().item, Terms.NO_NOTES)
    assert not page.editor.field.isVisible()
    page.deeds.back(page._room_now().item)
    page.editor.field.setFocus()
    qtbot.keyClicks(page.editor.field, " may go")
    enter(qtbot, page)
    assert there(page)[-1].text == "the tariff may go"


def test_the_last_remark_that_was_split_goes_part_by_part_from_its_end(
    qtbot: QtBot, page: NotesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(StrikeDialog, "ask", lambda _p, words, _n=0: shown.append(words) or True)
    write(qtbot, page, "first remark")
    write(qtbot, page, "the tariff goes the quota stays")
    commands.split(page.session.store, there(page)[-1], "the tariff goes", "the quota stays")
    for _ in range(3):
        qtbot.keyClick(page.editor.field, Qt.Key.Key_X, CTRL_SHIFT)
    assert shown == ["the quota stays", "the tariff goes", "first remark"]
