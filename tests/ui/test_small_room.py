"""Where fewer than eight may speak, at most a region is named, and that is the reason said."""

from __future__ import annotations

import pytest
from opened import enter, notes_page
from pytestqt.qtbot import QtBot

from dialogueprep.commands import notes as commands
from dialogueprep.commands import people
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.notes import Attribution, Note
from dialogueprep.store import notes
from dialogueprep.ui.models.note_rows import NoteRow
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session

JAPAN, REGION = Attribution(delegation="JP"), Attribution(region="Northeast Asia")


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> NotesPage:
    """Return the page at an item of nine, three of them from Japan."""
    return notes_page(qtbot, sample_session, "Port information")


def write(qtbot: QtBot, page: NotesPage, line: str) -> Note:
    qtbot.keyClicks(page.editor.field, line)
    enter(qtbot, page)
    return notes.of_item(page.session.store, page._room_now().item.id)[-1]


def leave(page: NotesPage, delegation: str) -> None:
    """Let those of a delegation who may speak leave the item."""
    room = page._room_now()
    for there in room.present:
        if there.may_speak_unattributed and there.who.delegation == delegation:
            page.session.run(people.set_present, there.who.id, room.item.id, False)
    page.refresh()


def test_the_reason_is_the_room_and_not_k_or_the_terms(qtbot: QtBot, page: NotesPage) -> None:
    taken = write(qtbot, page, "jp: berths are enough")
    assert taken.attribution == JAPAN
    leave(page, "CN")
    rows = [r for r in page.list.rows.rows if isinstance(r, NoteRow) and r.id == taken.id]
    assert rows[0].doubt == "Fewer than 8 may speak here: at most a region holds."
    assert write(qtbot, page, "jp: fees fall").attribution == REGION
    kept = "Kept as “a participant from Northeast Asia”: fewer than 8 may speak here."
    assert page.editor.said == kept
    dialogue = page.session.open_dialogue()
    assert dialogue is not None
    with pytest.raises(Refused, match="room-too-small"):
        commands.attribute(page.session.store, dialogue, taken, Attribution(delegation="JP"))
    leave(page, "JP")
    rows = [r for r in page.list.rows.rows if isinstance(r, NoteRow) and r.id == taken.id]
    assert rows[0].doubt == "Too few to hide among: 0 here, 3 needed."
