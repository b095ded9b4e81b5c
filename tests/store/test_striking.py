"""A struck note is gone: from the pages, from what can be undone, and from the copies."""

from __future__ import annotations

import random
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import decrypted
from shared_key import KEY

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.notes import Note, NoteId, NoteKind
from dialogueprep.store import anew, backup, notes, search, second_place, striking, workspace
from dialogueprep.store.driver import run
from dialogueprep.store.keys import Key
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.sample import put_in_sample

SECRET = "cormorant"
CONTROL = "kittiwake"
DAY = date(2026, 3, 2)


def take(store: Store, text: str, note: str = "") -> NoteId:
    (item,) = run(store.db, "SELECT id FROM items WHERE terms = 'Chatham House Rule' LIMIT 1")[0]
    made = Note(id=NoteId(note or new_id()), item=item, kind=NoteKind.POINT, text=text)
    with store.step("Take") as step:
        notes.put(step, made)
    return made.id


def strike(store: Store, *ids: NoteId) -> striking.Struck:
    return striking.strike(store, ids, "Strike", "notes")


@pytest.fixture
def noted(store: Store) -> Store:
    put_in_sample(store)
    take(store, f"The {CONTROL} stays.")
    return store


def everywhere(folder: Path) -> bytes:
    """Return all decrypted pages of the workspace and of its copies."""
    return b"".join(decrypted(folder, path) for path in sorted(folder.rglob("*.db")))


def test_a_struck_note_is_on_no_page_of_workspace_and_copies(noted: Store) -> None:
    note = take(noted, f"The {SECRET} goes.")
    backup.copy(noted.db, noted.folder, DAY)
    backup.copy(noted.db, noted.folder, DAY, before="import")
    assert everywhere(noted.folder).count(SECRET.encode()) == 3
    assert strike(noted, note) == striking.Struck()
    pages = everywhere(noted.folder)
    assert SECRET.encode() not in pages
    assert pages.count(CONTROL.encode()) == 3


def test_it_comes_back_by_no_undo_and_other_steps_still_do(noted: Store) -> None:
    note = take(noted, "first wording")
    other = take(noted, "another")
    take(noted, f"the {SECRET}", note)
    strike(noted, note)
    while noted.undo_depth:
        noted.undo()
        assert notes.read(noted, note) is None
    assert notes.read(noted, other) is None
    noted.redo()
    assert notes.read(noted, note) is None
    assert SECRET not in repr([e.changes for e in (*noted._done, *noted._undone)])


def test_it_is_found_no_more(noted: Store) -> None:
    note = take(noted, f"The {SECRET} goes.")
    assert search.find(noted, SECRET)
    strike(noted, note)
    assert not search.find(noted, SECRET)
    assert search.find(noted, CONTROL)


def test_a_note_that_was_removed_before_is_struck_from_what_can_be_undone(noted: Store) -> None:
    note = take(noted, f"The {SECRET} goes.")
    with noted.step("Remove") as step:
        notes.delete(step, note)
    strike(noted, note)
    while noted.undo_depth:
        noted.undo()
    assert SECRET.encode() not in everywhere(noted.folder)


def test_a_tombstone_with_the_id_alone_remains(noted: Store) -> None:
    note = take(noted, f"The {SECRET} goes.")
    strike(noted, note)
    known = "SELECT count(*) FROM tombstones WHERE id = ? AND table_name = 'notes'"
    assert run(noted.db, known, [note])[0][0] == 1


def test_a_copy_keeps_its_time_so_that_it_is_still_known_as_unchanged(noted: Store) -> None:
    note = take(noted, f"The {SECRET} goes.")
    copy = backup.copy(noted.db, noted.folder, DAY)
    before = copy.path.stat().st_mtime_ns
    strike(noted, note)
    assert copy.path.stat().st_mtime_ns == before


def test_a_copy_that_cannot_be_opened_is_named(noted: Store) -> None:
    note = take(noted, f"The {SECRET} goes.")
    copy = backup.copy(noted.db, noted.folder, DAY)
    content = bytearray(copy.path.read_bytes())
    content[:64] = bytes(64)
    copy.path.write_bytes(content)
    later = backup.copy(noted.db, noted.folder, DAY + timedelta(days=1))
    assert strike(noted, note).missed == (copy,)
    assert SECRET.encode() not in decrypted(noted.folder, later.path)


def test_a_copy_of_the_first_schema_is_struck_too(tmp_path: Path) -> None:
    kept = Path(__file__).parents[1] / "workspaces" / "first_schema"
    folder = shutil.copytree(kept, tmp_path / "workspace")
    key = Key.raw(b"a key for tests and nothing else")
    with workspace.open(folder, key) as store:  # copied before the migration
        (copy,) = backup.listed(folder)
        note, text = run(store.db, "SELECT id, wording FROM notes ORDER BY length(wording) DESC")[0]
        words = text.encode()
        assert words in decrypted(folder, copy.path, key)
        assert strike(store, NoteId(note)) == striking.Struck()
        assert words not in decrypted(folder, copy.path, key)


def test_nothing_is_struck_if_the_workspace_cannot_be_written(noted: Store) -> None:
    note = take(noted, f"The {SECRET} goes.")
    before = noted.undo_depth
    run(noted.db, "PRAGMA busy_timeout = 1")
    with noted.db.beside(noted.folder / "workspace.db") as another:
        run(another, "BEGIN EXCLUSIVE")
        with pytest.raises(Trouble, match="workspace-busy"):
            strike(noted, note)
    assert notes.read(noted, note) is not None
    assert noted.undo_depth == before


def test_copies_are_struck_although_the_journal_cannot_be(
    noted: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = take(noted, f"The {SECRET} goes.")
    copy = backup.copy(noted.db, noted.folder, DAY)
    noted.rescue.put(note, {"wording": SECRET})
    path = noted.rescue._path
    path.unlink()
    path.mkdir()
    assert strike(noted, note) == striking.Struck((), journal=True)
    assert SECRET.encode() not in decrypted(noted.folder, copy.path)
    path.rmdir()


def test_a_note_that_only_waits_is_struck_while_nothing_can_be_written(noted: Store) -> None:
    note = NoteId(new_id())
    noted.rescue.put(note, {"wording": SECRET})
    run(noted.db, "PRAGMA max_page_count = 1")
    assert strike(noted, note) == striking.Struck()
    assert noted.rescue.waiting == {}


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_no_history_leaves_its_words_on_a_page(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chance = random.Random(seed)
    folder = tmp_path_factory.mktemp("history") / "workspace"
    with workspace.create(folder, KEY, "Test") as store:
        put_in_sample(store)
        take(store, CONTROL)
        secret = take(store, f"{SECRET} " * chance.randrange(1, 30))
        others: list[NoteId] = []
        for _ in range(60):
            what = chance.random()
            if what < 0.5 or not others:
                others.append(take(store, "words " * chance.randrange(1, 60)))
            elif what < 0.7:
                with store.step("Remove") as step:
                    notes.delete(step, others.pop(chance.randrange(len(others))))
            else:
                take(store, f"{SECRET} " * chance.randrange(1, 400), secret)
        strike(store, secret)
    pages = decrypted(folder, folder / "workspace.db")
    assert CONTROL.encode() in pages
    assert SECRET.encode() not in pages


def written_and_changed(store: Store, seed: int) -> dict[str, NoteId]:
    """Return the ids of notes that were written and grew, each by a word of its own."""
    chance, made = random.Random(seed), dict[str, NoteId]()
    for number in range(60):
        word = f"{SECRET}-{seed}-{number}-"
        made[word] = take(store, word)
        other = chance.choice(list(made))
        take(store, other + " x" * chance.randrange(350), made[other])
    return made


def lying_about(store: Store, seed: int) -> list[bytes]:
    """Return the words of such notes that lie on the pages more than once."""
    words = [word.encode() for word in written_and_changed(store, seed)]
    pages = decrypted(store.folder)
    return [word for word in words if pages.count(word) > 1]


def test_words_in_a_gap_that_a_row_left_are_cleared(noted: Store) -> None:
    stale = next(
        filter(None, (lying_about(noted, n) for n in range(30)))
    )  # `secure_delete` did not
    kept = run(noted.db, "SELECT * FROM notes ORDER BY id")
    rules = run(noted.db, "SELECT name, sql FROM sqlite_master ORDER BY name")
    assert anew.written(noted.db, noted.folder)
    pages = decrypted(noted.folder)
    assert {pages.count(word) for word in stale} == {1}
    assert run(noted.db, "SELECT * FROM notes ORDER BY id") == kept
    assert run(noted.db, "SELECT name, sql FROM sqlite_master ORDER BY name") == rules
    assert not run(noted.db, "PRAGMA foreign_key_check")


def test_no_note_of_many_is_left_in_a_gap_when_it_is_struck(noted: Store) -> None:
    backup.copy(noted.db, noted.folder, DAY)
    ids = written_and_changed(noted, 7)
    backup.copy(noted.db, noted.folder, DAY, before="import")
    gone = list(ids)[::4]
    for word in gone:
        assert strike(noted, ids[word]) == striking.Struck()
    pages = everywhere(noted.folder)
    assert not [word for word in gone if word.encode() in pages]
    assert all(word.encode() in pages for word in ids if word not in gone)


def test_a_copy_on_a_stick_is_struck_when_the_stick_is_back(noted: Store, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    note = take(noted, f"The {SECRET} goes.")
    both = [backup.copy(noted.db, noted.folder, DAY + timedelta(days=n)) for n in (0, 1)]
    second = second_place.choose(noted.folder, stick)
    second_place.catch_up(noted.folder, noted.db.beside)
    backup.delete(both[:1])  # one lies on the stick only
    stick.rename(tmp_path / "pocket")
    assert strike(noted, note) == striking.Struck()
    assert second_place.catch_up(noted.folder, noted.db.beside) == 0
    (tmp_path / "pocket").rename(stick)
    assert second_place.behind(noted.folder)
    second_place.catch_up(noted.folder, noted.db.beside)
    assert len(second.copies) == 2
    for copy in second.copies:
        pages = decrypted(noted.folder, copy.path)
        assert SECRET.encode() not in pages and CONTROL.encode() in pages
    assert not second_place.behind(noted.folder)


def test_what_was_struck_does_not_come_back_with_a_copy_from_a_stick(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    with workspace.create(folder, KEY, "Test") as store:
        put_in_sample(store)
        note = take(store, f"The {SECRET} goes.")
        backup.copy(store.db, folder, DAY)
        second = second_place.choose(folder, tmp_path / "stick")
        second_place.catch_up(folder, store.db.beside)
        strike(store, note)
    backup.delete(backup.listed(folder))
    workspace.restore(folder, KEY, second.copies[0], DAY)
    with workspace.open(folder, KEY) as store:
        assert notes.read(store, note) is None
        assert backup.counts(store.db)["notes"] > 1
