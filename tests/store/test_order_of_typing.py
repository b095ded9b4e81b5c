"""The order in which the notes of a closed item were typed: nothing brings it back or tells it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import decrypted
from shared_key import KEY
from typed_notes import DAY, WORDS, close, in_copy, many, tells, tells_nothing, written

from dialogueprep.commands import life
from dialogueprep.commands import notes as commands
from dialogueprep.store import agenda, backup, notes, second_place, workspace
from dialogueprep.store.driver import DriverError, run
from dialogueprep.store.workspace import Store


def test_an_undo_of_closing_opens_the_item_and_leaves_its_notes_shuffled(
    store: Store,
) -> None:
    item, typed = written(store)
    shuffled = close(store, item)
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
    for text in WORDS:
        assert pages.count(text.encode()) == 1  # no page holds the row as it was before


def test_the_copies_lose_the_order_too_and_keep_their_time(store: Store) -> None:
    item, typed = written(store)
    copies = [
        backup.copy(store.db, store.folder, DAY, before).path for before in ("", "import", "merge")
    ]
    times = [path.stat().st_mtime_ns for path in copies]
    assert [in_copy(store, path, item) for path in copies] == [typed] * 3
    shuffled = close(store, item)
    assert shuffled != typed
    assert [path.stat().st_mtime_ns for path in copies] == times
    assert [in_copy(store, path, item) for path in copies] == [shuffled] * 3
    for path in copies:
        pages = decrypted(store.folder, path)
        assert all(pages.count(text.encode()) == 1 for text in WORDS)


def test_where_the_order_is_kept_the_copies_keep_it(store: Store) -> None:
    item, typed = written(store)
    copy = backup.copy(store.db, store.folder, DAY).path
    before = copy.read_bytes()
    assert close(store, item, keep_order=True) == typed
    assert copy.read_bytes() == before


def test_what_was_removed_since_tells_no_order_either(store: Store) -> None:
    item, typed = written(store)
    copy = backup.copy(store.db, store.folder, DAY).path
    commands.remove(store, typed[:5])
    shuffled = close(store, item)
    assert in_copy(store, copy, item) == [*shuffled, *sorted(typed[:5])]


def test_a_copy_of_a_closed_dialogue_is_reached_and_stays_frozen(store: Store) -> None:
    item, _ = written(store)
    life.close(store, item.dialogue, DAY, None)
    copy = backup.copy(store.db, store.folder, DAY).path
    life.reopen(store, item.dialogue, "one more question", DAY)
    shuffled = close(store, item)
    assert in_copy(store, copy, item) == shuffled
    with store.db.beside(copy) as opened, pytest.raises(DriverError, match="dialogue-closed"):
        run(opened, "UPDATE notes SET wording = 'x'")


def test_a_copy_that_could_not_be_written_is_reached_at_the_next_opening(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    item, typed = written(store)
    copy = backup.copy(store.db, store.folder, DAY).path
    away = copy.with_suffix(".away")
    copy.rename(away)
    copy.mkdir()  # nothing can be written there
    shuffled = close(store, item)
    copy.rmdir()
    away.rename(copy)
    assert in_copy(store, copy, item) == typed
    folder = store.folder
    store.close()
    with workspace.open(folder, KEY) as again:
        assert in_copy(again, copy, item) == shuffled
        assert not run(again.db, "SELECT 1 FROM settings WHERE id = 'mixing'")


def test_a_second_place_gets_the_copies_anew(store: Store, tmp_path: Path) -> None:
    item, typed = written(store)
    copy = backup.copy(store.db, store.folder, DAY).path
    (tmp_path / "stick").mkdir()
    place = second_place.choose(store.folder, tmp_path / "stick").path
    second_place.catch_up(store.folder, store.db.beside)
    assert in_copy(store, place / copy.name, item) == typed
    shuffled = close(store, item)
    assert second_place.behind(store.folder)
    second_place.catch_up(store.folder, store.db.beside)
    assert in_copy(store, place / copy.name, item) == shuffled


def test_closing_the_dialogue_shuffles_what_nobody_has_closed(store: Store) -> None:
    item, typed = written(store)
    copy = backup.copy(store.db, store.folder, DAY).path
    life.close(store, item.dialogue, DAY, None)
    shuffled = [n.id for n in notes.of_item(store, item.id)]
    assert shuffled != typed and set(shuffled) == set(typed)
    assert in_copy(store, copy, item) == shuffled
    while store.undo():
        assert [n.id for n in notes.of_item(store, item.id)] == shuffled


def test_closing_the_dialogue_leaves_an_order_that_was_to_be_kept(store: Store) -> None:
    item, typed = written(store)
    close(store, item, keep_order=True)
    commands.reopen_item(store, agenda.read(store, item.id))
    life.close(store, item.dialogue, DAY, None)
    assert [n.id for n in notes.of_item(store, item.id)] == typed


def test_where_a_note_lies_on_the_pages_does_not_tell_when_it_was_typed(store: Store) -> None:
    item, words, typed = many(store)
    copy = backup.copy(store.db, store.folder, DAY).path
    assert tells(store, copy, item, typed)  # so this is where it would be told
    close(store, item)
    for path in (store.folder / backup.FILE, copy):
        assert tells_nothing(store, path, item, typed, words)
