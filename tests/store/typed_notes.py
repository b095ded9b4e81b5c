"""Notes that were typed one after another, and what tells that order: positions, and pages."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

from pages import decrypted

from dialogueprep.commands import notes as commands
from dialogueprep.domain.dialogue import AgendaItem
from dialogueprep.domain.notes import Note, NoteId, NoteKind
from dialogueprep.store import agenda, dialogues, notes
from dialogueprep.store.driver import run
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.sample import put_in_sample

WORDS = [f"harbour {n} opens earlier" for n in range(9)]
DAY = date(2026, 3, 2)


def written(store: Store) -> tuple[AgendaItem, list[NoteId]]:
    """Return an item at which notes were typed, and their ids in that order."""
    put_in_sample(store)
    sample = dialogues.every(store)[0]
    item = next(i for i in agenda.of_dialogue(store, sample.id) if i.titles.best("en") == "Closing")
    for text in WORDS:
        note = Note(id=NoteId(""), item=item.id, kind=NoteKind.POINT, text=text)
        commands.take(store, sample, replace(note, id=commands.keep_draft(store, note)))
    return item, [n.id for n in notes.of_item(store, item.id)]


def close(store: Store, item: AgendaItem, *, keep_order: bool = False) -> list[NoteId]:
    """Close an item; return the ids of its notes in the order that they have then."""
    commands.close_item(store, item, keep_order=keep_order, chance=random.Random(3))
    return [n.id for n in notes.of_item(store, item.id)]


def in_copy(store: Store, path: Path, item: AgendaItem) -> list[NoteId]:
    """Return the ids of an item's notes as a copy has them."""
    with store.db.beside(path) as opened:
        sql = "SELECT id FROM notes WHERE item = ? ORDER BY position"
        return [note for (note,) in run(opened, sql, [item.id])]


def many(store: Store) -> tuple[AgendaItem, list[str], list[NoteId]]:
    """Return an item at which very many notes were typed, their words and ids in that order."""
    item, _ = written(store)
    dialogue = dialogues.read(store, item.dialogue)
    words = [f"lantern {n:03d} is lit before the tide" for n in range(120)]
    for text in words:
        note = Note(id=NoteId(""), item=item.id, kind=NoteKind.POINT, text=text)
        commands.take(store, dialogue, note)
    ids = {n.text: n.id for n in notes.of_item(store, item.id)}
    return item, words, [ids[text] for text in words]


PAGE = 4096 - 80  # bytes of a page that SQLCipher encrypts


def in_order(places: Sequence[int]) -> float:
    """Return of what share of the pairs on one page the first typed lies in front."""
    alike = [(a, b) for a, b in combinations(places, 2) if a // PAGE == b // PAGE]
    assert len(alike) > 60
    return sum(a < b for a, b in alike) / len(alike)


def places(store: Store, path: Path, item: AgendaItem, typed: Sequence[NoteId]) -> list[int]:
    """Return where the entries of the index lie that say which position each note has."""
    pages = decrypted(store.folder, path)
    entry = re.escape(item.id.encode()) + b".{0,5}?%s"
    found = [re.search(entry % re.escape(note.encode()), pages, re.DOTALL) for note in typed]
    return [hit.start() + 16 for hit in found if hit]


def rows_of(store: Store, path: Path, words: Sequence[str]) -> list[int]:
    """Return where the rows of notes lie that have these words."""
    pages = decrypted(store.folder, path)
    return [pages.index(text.encode()) + 16 for text in words]


def tells(store: Store, path: Path, item: AgendaItem, typed: Sequence[NoteId]) -> bool:
    """Return whether a database tells in which order notes were typed, by positions and pages."""
    stands = [each for each in in_copy(store, path, item) if each in typed]
    return stands == [*typed] and in_order(places(store, path, item, typed)) < 0.1


def tells_nothing(
    store: Store, path: Path, item: AgendaItem, typed: Sequence[NoteId], words: Sequence[str]
) -> bool:
    """Return whether neither positions nor pages of a database tell that order."""
    ranks = {note: at for at, note in enumerate(typed)}
    stands = [ranks[each] for each in in_copy(store, path, item) if each in ranks]
    on_pages = (in_order(places(store, path, item, typed)), in_order(rows_of(store, path, words)))
    rises = sum(a < b for a, b in combinations(stands, 2)) / len([*combinations(stands, 2)])
    return len(stands) == len(typed) and all(0.25 < each < 0.75 for each in (rises, *on_pages))
