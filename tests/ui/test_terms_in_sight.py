"""Terms are told wherever an item, a note or a finding is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from opened import notes_page
from PySide6.QtCore import Qt

from dialogueprep.commands import agenda as commands
from dialogueprep.commands import findings as finding_commands
from dialogueprep.domain.dialogue import ItemKind, Terms
from dialogueprep.store import agenda, findings, notes
from dialogueprep.ui import badges
from dialogueprep.ui.delegates.finding_note_rows import NoteLines
from dialogueprep.ui.delegates.note_row import ItemRows
from dialogueprep.ui.models import note_rows, notes_shown
from dialogueprep.ui.models.finding_board import read_board
from dialogueprep.ui.models.finding_notes import (
    NoteGroup,
    NoteLine,
    notes_by_item,
    notes_by_kind,
)
from dialogueprep.ui.pages.documents import DocumentsPage
from dialogueprep.ui.widgets.item_parts import stricter_since


def test_a_finding_shows_the_strictest_terms_of_its_notes(sample_session):
    store, dialogue = sample_session.store, sample_session.open_dialogue()
    taken = notes.of_dialogue(store, dialogue.id)
    strict = next(n for n in taken if n.terms is Terms.NO_QUOTATION and not n.private)
    first = next(f for f in findings.of_dialogue(store, dialogue.id) if f.notes)
    behind = (*first.notes, strict.id)
    sample_session.run(finding_commands.change, replace(first, notes=behind))
    card = read_board(store, dialogue).card(first.id)
    assert card is not None and card.terms is Terms.NO_QUOTATION
    assert "No quotation, no delegation" in card.spoken


def test_a_note_taken_under_other_terms_than_its_item_says_so(sample_session):
    store, dialogue = sample_session.store, sample_session.open_dialogue()
    note = next(n for n in notes.of_dialogue(store, dialogue.id) if n.terms is Terms.RULE)
    item = agenda.read(store, note.item)
    shown = notes_shown.read(store, dialogue)
    room = notes_shown.room_of(store, shown, item.id)
    same = note_rows._note_row(room, note, {}, "")
    other = note_rows._note_row(room, replace(note, terms=Terms.NO_QUOTATION), {}, "")
    assert (same.apart, other.apart) == (None, Terms.NO_QUOTATION)
    assert "No quotation" in other.spoken


def test_stricter_since_is_told_without_a_time(sample_session):
    store = sample_session.store
    items = agenda.of_dialogue(store, sample_session.dialogue)
    item = next(i for i in items if i.kind.has_terms and i.terms is Terms.RULE)
    assert stricter_since(item) == ""
    commands.stricter_from_here(store, item, Terms.NO_NOTES)
    now = stricter_since(agenda.read(store, item.id))
    assert now == "Stricter since: No notes. Earlier notes keep their terms."


def test_back_to_the_terms_is_one_press_where_nothing_stricter_is_left(qtbot, sample_session):
    """And the lock does not say of an item with notes that it has none."""
    page = notes_page(qtbot, sample_session)
    item, button = page._room_now().item, page.middle.terms.button
    sample_session.run(commands.stricter_from_here, item, Terms.NO_NOTES)
    assert page.middle.silent.isVisible() and page.middle.silent.accessibleName() == "No notes"
    assert button.text() == "Back to the item’s terms"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert agenda.read(sample_session.store, item.id).terms_now is None
    assert page.editor.isVisible()
    commands.stricter_from_here(sample_session.store, item, Terms.NO_QUOTATION)
    page.refresh()
    menu = page.middle.terms.menu()
    assert [a.text() for a in menu.actions()] == ["Back to the item’s terms", "No notes"]


def test_documents_tell_the_terms_of_the_items(qtbot, sample_session):
    page = DocumentsPage(sample_session, today=lambda: date(2026, 10, 30))
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: bool(page.passages.terms.counts), timeout=10_000)
    items = agenda.of_dialogue(sample_session.store, sample_session.dialogue)
    spoken = [i for i in items if i.kind.has_terms and not i.aside]
    assert sum(page.passages.terms.counts.values()) == len(spoken)
    assert "Chatham House Rule" in page.passages.terms.accessibleName()


@pytest.mark.parametrize("terms", Terms)
def test_terms_take_the_longest_word_that_fits_and_the_icon_alone_at_last(qtbot, terms):
    long = badges.terms_tag(None, 0, 0, terms, 400)
    brief = badges.terms_tag(None, 0, 0, terms, long - 1)
    assert long >= brief > badges.SQUARE or (long > brief == badges.SQUARE)
    assert badges.terms_tag(None, 0, 0, terms, 10) == badges.SQUARE


def test_the_list_of_items_in_the_notes_has_a_line_for_the_terms_also_of_a_closed_one(
    qtbot, sample_session
):
    items = agenda.of_dialogue(sample_session.store, sample_session.dialogue)
    talk = next(i for i in items if i.kind.has_terms)
    rows = [
        note_rows.ItemRow(item=each, number="1", title="One", start="09:00", notes=0)
        for each in (replace(talk, closed=True), replace(talk, kind=ItemKind.BREAK))
    ]
    with_terms, without = (ItemRows().row_height(row, 210) for row in rows)
    assert with_terms > without


def test_notes_beside_the_findings_tell_their_terms_by_item_and_by_kind(sample_session):
    board = read_board(sample_session.store, sample_session.open_dialogue())
    by_item, by_kind = notes_by_item(board), notes_by_kind(board)
    assert {row.terms for row in by_item if isinstance(row, NoteGroup)} <= set(Terms)
    assert not any(row.apart for row in by_item if isinstance(row, NoteLine))
    lines = [row for row in by_kind if isinstance(row, NoteLine)]
    assert lines and all(row.apart is row.note.terms for row in lines)
    assert all(badges.terms_word(row.note.terms) in row.spoken for row in lines)
    heights = [NoteLines().row_height(replace(lines[0], apart=a), 220) for a in (None, Terms.RULE)]
    assert heights[0] < heights[1]
