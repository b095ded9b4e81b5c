"""Items that an earlier version closed: how their questions took turns leaves file and copies."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from pages import decrypted
from shared_key import KEY
from typed_notes import DAY

from dialogueprep.commands import life
from dialogueprep.commands import notes as commands
from dialogueprep.domain.dialogue import AgendaItem, QuestionId
from dialogueprep.domain.notes import Note, NoteId, NoteKind
from dialogueprep.store import agenda, backup, dialogues, notes, workspace
from dialogueprep.store.driver import DriverError, run
from dialogueprep.store.up_to_date import is_mixed
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.sample import put_in_sample

Places = set[tuple[int, str]]
"""Positions, each with the note that has it."""


def taken_in_turns(store: Store) -> AgendaItem:
    """Return an item with two questions at which notes were typed, now to one, now to the other."""
    put_in_sample(store)
    sample = dialogues.every(store)[0]
    item = next(i for i in agenda.of_dialogue(store, sample.id) if len(i.questions) > 1)
    commands.remove(store, [n.id for n in notes.of_item(store, item.id)])
    for n in range(60):
        note = Note(
            id=NoteId(""), item=item.id, kind=NoteKind.POINT, text=f"lantern {n:02d} is lit",
            question=item.questions[n % 2].id,
        )  # fmt: skip
        commands.take(store, sample, note)
    return item


def close_as_before(store: Store, item: AgendaItem, *, keep_order: bool = False) -> None:
    """Close an item as an earlier version did: shuffled, but each question in its own places."""
    there = notes.of_item(store, item.id)
    left = defaultdict[QuestionId | None, list[NoteId]](list)
    for note in there:
        left[note.question].append(note.id)
    for ids in left.values():
        random.Random(5).shuffle(ids)
    with store.step("", aside=True) as step:
        if not keep_order:
            notes.order(step, [left[note.question].pop() for note in there])
        item = agenda.read(store, item.id)
        agenda.put(step, replace(item, closed=True, keep_order=keep_order))
        run(step.db, "PRAGMA user_version = 0")


def stand(store: Store, path: Path, item: AgendaItem) -> Places:
    """Return the places of an item's notes as a database has them."""
    with store.db.beside(path) as opened:
        sql = "SELECT position, id FROM notes WHERE item = ?"
        return {(position, note) for position, note in run(opened, sql, [item.id])}


def on_pages(store: Store, path: Path, item: AgendaItem) -> Places:
    """Return all places of an item's notes that lie anywhere in a file, in gaps and free pages too.

    An entry of the index is the item's id, the position in a byte (none for 0 and 1), the note's.
    """
    entry = re.escape(item.id.encode()) + b"(.?)([0-9a-f]{32})"
    found = re.findall(entry, decrypted(store.folder, path), re.DOTALL)
    mine = {n.id.encode() for n in notes.of_item(store, item.id)}
    return {(at[0], note.decode()) for at, note in found if at and note in mine}


def turns(store: Store, places: Places, item: AgendaItem) -> int:
    """Return how often a note is to another question than the note before it."""
    asked = {n.id: n.question for n in notes.of_item(store, item.id)}
    row: Sequence[QuestionId | None] = [asked[NoteId(note)] for _, note in sorted(places)]
    return sum(a != b for a, b in pairwise(row))


def reopened(store: Store) -> Store:
    run(store.db, "PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    return workspace.open(store.folder, KEY)


def test_the_turns_of_questions_are_gone_from_file_and_copies(store: Store) -> None:
    item = taken_in_turns(store)
    close_as_before(store, item)
    run(store.db, "PRAGMA wal_checkpoint(TRUNCATE)")
    files = store.folder / backup.FILE, backup.copy(store.db, store.folder, DAY).path
    before = stand(store, files[0], item)
    for path in files:  # the control: this is where it would be told
        assert turns(store, stand(store, path, item), item) == 59
        assert {p for p in before if p[0] > 1} <= on_pages(store, path, item)
    with reopened(store) as again:
        run(again.db, "PRAGMA wal_checkpoint(TRUNCATE)")
        now = stand(again, files[0], item)
        assert {note for _, note in now} == {note for _, note in before}
        for path in files:
            assert stand(again, path, item) == now
            assert turns(again, stand(again, path, item), item) == 1
            told = on_pages(again, path, item)
            assert told == {p for p in now if p[0] > 1}
            assert len(told & before) < 10  # a place that is the same is so by chance
        assert agenda.read(again, item.id).closed
        assert not run(again.db, "SELECT 1 FROM settings WHERE id = 'mixing'")
    with workspace.open(store.folder, KEY) as third:
        assert stand(third, files[0], item) == now


def test_an_order_that_was_to_be_kept_is_kept(store: Store) -> None:
    item = taken_in_turns(store)
    close_as_before(store, item, keep_order=True)
    before = stand(store, store.folder / backup.FILE, item)
    with reopened(store) as again:
        assert stand(again, store.folder / backup.FILE, item) == before
        assert is_mixed(again.db)


def test_what_is_open_keeps_its_order(store: Store) -> None:
    item = taken_in_turns(store)
    with store.step("", aside=True) as step:
        run(step.db, "PRAGMA user_version = 0")
    before = stand(store, store.folder / backup.FILE, item)
    with reopened(store) as again:
        assert stand(again, store.folder / backup.FILE, item) == before


def test_in_a_closed_dialogue_too_which_stays_frozen(store: Store) -> None:
    item = taken_in_turns(store)
    close_as_before(store, item)
    with store.step("", aside=True) as step:
        agenda.put(step, replace(agenda.read(store, item.id), closed=False))
        run(step.db, "UPDATE dialogues SET phase = 'closed' WHERE id = ?", [item.dialogue])
    with reopened(store) as again:
        assert turns(again, stand(again, store.folder / backup.FILE, item), item) == 1
        with (
            again.db.beside(store.folder / backup.FILE) as opened,
            pytest.raises(DriverError, match="dialogue-closed"),
        ):
            run(opened, "UPDATE notes SET wording = 'x'")
        life.reopen(again, item.dialogue, "one more question", DAY)
        assert len(notes.of_item(again, item.id)) == 60


def test_a_new_workspace_has_nothing_of_the_kind(store: Store) -> None:
    assert is_mixed(store.db)
