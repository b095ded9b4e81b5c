"""The order in which the notes of a closed item were typed: no undo brings it back."""

from __future__ import annotations

import random
from dataclasses import replace

from pages import decrypted

from dialogueprep.commands import notes as commands
from dialogueprep.domain.notes import Note, NoteId, NoteKind
from dialogueprep.store import agenda, dialogues, notes
from dialogueprep.store.driver import run
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.sample import put_in_sample


def test_an_undo_of_closing_opens_the_item_and_leaves_its_notes_shuffled(
    store: Store,
) -> None:
    put_in_sample(store)
    sample = dialogues.every(store)[0]
    item = next(i for i in agenda.of_dialogue(store, sample.id) if i.titles.best("en") == "Closing")
    words = [f"harbour {n} opens earlier" for n in range(9)]
    for text in words:
        note = Note(id=NoteId(""), item=item.id, kind=NoteKind.POINT, text=text)
        commands.take(store, sample, replace(note, id=commands.keep_draft(store, note)))
    typed = [n.id for n in notes.of_item(store, item.id)]
    commands.close_item(store, item, keep_order=False, chance=random.Random(3))
    shuffled = [n.id for n in notes.of_item(store, item.id)]
    assert shuffled != typed and set(shuffled) == set(typed)
    store.undo()
    assert not agenda.read(store, item.id).closed
    assert [n.id for n in notes.of_item(store, item.id)] == shuffled
    while store.undo():
        assert [n.id for n in notes.of_item(store, item.id)] == shuffled
    while store.redo():
        assert [n.id for n in notes.of_item(store, item.id)] == shuffled
    run(store.db, "PRAGMA wal_checkpoint(TRUNCATE)")
    pages = decrypted(store.folder)
    for text in words:
        assert pages.count(text.encode()) == 1  # no page holds the row as it was before
