"""What is public already is told beside each document."""

from __future__ import annotations

from datetime import date

from dialogueprep.commands import published as commands
from dialogueprep.domain.published import PublicKind, Published, PublishedId
from dialogueprep.ui.pages.documents import DocumentsPage


def test_a_document_tells_what_others_know_already(qtbot, sample_session):
    page = DocumentsPage(sample_session, today=lambda: date(2026, 10, 30))
    qtbot.addWidget(page)
    page.show()
    note = page.passages.public
    qtbot.waitUntil(lambda: bool(page.passages.terms.counts), timeout=10_000)
    assert note.isHidden()
    for kind in (PublicKind.PHOTO, PublicKind.LIST, PublicKind.LIST):
        entry = Published(
            id=PublishedId(""), dialogue=sample_session.dialogue, kind=kind, detail="Seen"
        )
        sample_session.run(commands.add, entry)
    qtbot.waitUntil(lambda: len(note.lines) == 2, timeout=10_000)
    assert not note.isHidden()
    assert "list of participants is public" in note.lines[0]
    sample_session.undo()
    sample_session.undo()
    qtbot.waitUntil(lambda: len(note.lines) == 1, timeout=10_000)
    assert "photo" in note.lines[0]
