"""A strike that is killed at any write goes on, and then no word of it is left on any page."""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from cut_off import EVERY
from pages import decrypted
from shared_key import KEY

from dialogueprep.commands import notes as commands
from dialogueprep.domain.notes import Note, NoteId, NoteKind
from dialogueprep.store import agenda, backup, dialogues, notes, second_place, workspace
from dialogueprep.store.driver import run
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.sample import put_in_sample

sys.path.insert(0, str(Path(__file__).parents[1] / "faults"))

import numbered_operations

DAYS = date(2026, 3, 2), date(2026, 3, 3)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where a workspace of the test lies, in a folder that can be put back as it was."""
    (tmp_path / "place").mkdir()
    return tmp_path / "place" / "workspace"


def grown(store: Store) -> dict[str, NoteId]:
    """Return the ids of notes that grew until pages were put in balance, by words of their own."""
    put_in_sample(store)
    sample = dialogues.every(store)[0]
    item = next(i for i in agenda.of_dialogue(store, sample.id) if i.titles.best("en") == "Closing")
    chance, made = random.Random(4), dict[str, NoteId]()
    for number in range(60):
        word = f"cormorant{number:02d}x"
        note = Note(id=NoteId(""), item=item.id, kind=NoteKind.POINT, text=word)
        made[word] = commands.take(store, sample, note)
        changed = replace(note, id=made[word], text=word + " x" * chance.randrange(350))
        commands.change(store, sample, changed)
    return made


def on_pages(folder: Path, words: list[str]) -> list[str]:
    """Return which words stand on the pages of the workspace, its copies, and those on a stick."""
    second = second_place.chosen(folder)
    there = [copy.path for copy in second.copies] if second else []
    pages = b"".join(decrypted(folder, path) for path in (*folder.rglob("*.db"), *there))
    return [word for word in words if word.encode() in pages]


def left_in_gaps(store: Store, copy: Path, ids: Iterable[NoteId], words: list[str]) -> bool:
    """Return whether a copy keeps words on its pages when its notes are only deleted."""
    content = copy.read_bytes()
    with store.db.beside(copy) as opened:
        run(opened, "BEGIN")
        for note in ids:
            run(opened, "DELETE FROM notes WHERE id = ?", [note])
        run(opened, "COMMIT")
    pages = decrypted(store.folder, copy)
    copy.write_bytes(content)
    return any(word.encode() in pages for word in words)


def those_that_stay(store: Store, copy: Path, made: Mapping[str, NoteId]) -> list[str]:
    """Return words of notes of which something stays in gaps of a copy, as chance has it."""
    chance = random.Random(11)
    some = (chance.sample(list(made), chance.randrange(20, 50)) for _ in range(2000))
    return next(w for w in some if left_in_gaps(store, copy, [made[each] for each in w], w))


def test_killed_at_any_write_no_word_stays_in_a_gap(store: Store, folder: Path) -> None:
    made = grown(store)
    older, newer = (backup.copy(store.db, store.folder, day) for day in DAYS)
    gone = those_that_stay(store, newer.path, made)
    stay = [word for word in made if word not in gone]
    place = folder.parent
    (place / "stick").mkdir()
    second_place.choose(store.folder, place / "stick")
    second_place.catch_up(store.folder, store.db.beside)
    backup.delete([older])
    store.close()

    def strike() -> None:
        with workspace.open(folder, KEY) as opened:
            commands.strike(opened, [made[word] for word in gone])
            second_place.catch_up(folder, opened.db.beside)

    kept = shutil.copytree(place, place.with_name("as it was"))
    total = numbered_operations.counted(strike)
    struck = 0
    moments = range(total) if EVERY == 1 else random.Random(3).sample(range(total), 14)
    for number in moments:
        shutil.rmtree(place)
        shutil.copytree(kept, place)
        assert numbered_operations.killed_at(number, strike).killed
        with workspace.open(folder, KEY) as opened:
            second_place.catch_up(folder, opened.db.beside)
            happened = notes.read(opened, made[gone[0]]) is None
            assert run(opened.db, "PRAGMA integrity_check")[0][0] == "ok"
        assert on_pages(folder, gone) == ([] if happened else gone), (number, total)
        assert on_pages(folder, stay) == stay
        struck += happened
    assert 0 < struck < len(moments)
