"""Fifty lines full of names stand in the field: a key reads its own line, and no name is kept."""

from __future__ import annotations

import pytest
from opened import notes_page
from pytestqt.qtbot import QtBot

from dialogueprep.domain.identity.search import Search
from dialogueprep.store import notes
from dialogueprep.ui.pages.notes import NotesPage
from dialogueprep.ui.session import Session

PASTED = "\n".join(f"- Ogurisu-san and Majima-san share table {n}" for n in range(50))


def drafts(page: NotesPage) -> list[str]:
    here = notes.of_item(page.session.store, page._room_now().item.id)
    return [n.text for n in here if n.draft]


def test_a_key_in_many_lines_reads_one(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = notes_page(qtbot, sample_session)
    field = page.editor.field
    field.insertPlainText(PASTED)
    read: list[str] = []
    examined = Search._examined

    def counted(self: Search, folded, *more):
        read.append(folded.original)
        return examined(self, folded, *more)

    monkeypatch.setattr(Search, "_examined", counted)
    qtbot.keyClicks(field, " so")
    assert len(read) == 3 and all("table 49" in line for line in read)
    assert len(field.exposures) == 100


def test_what_goes_to_the_disk_from_many_lines_has_no_name(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = notes_page(qtbot, sample_session)
    field = page.editor.field
    field.insertPlainText(PASTED)
    qtbot.keyClicks(field, " and Gu")
    page.editor.due.emit()
    qtbot.keyClicks(field, " Jianing, who asked")
    page.flush()
    (draft,) = drafts(page)
    assert "table 49" in draft and "who asked" in draft
    assert not any(name in draft for name in ("Ogurisu", "Majima", "Gu ", "Jianing"))
    field.selectAll()
    field.insertPlainText("fees fall")
    page.flush()
    assert drafts(page) == ["fees fall"]
