"""The file with the library's words says what the content says, whatever became of either."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from shared_key import KEY
from walking import QUERIES, Walker

from dialogueprep.store import backup, keys, library_search, search, workspace
from dialogueprep.store.driver import run
from dialogueprep.store.search_file import FILE
from dialogueprep.store.searched import LIBRARY
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store

ASKED = (*QUERIES, "used:never", "sens:<=3", "-oper:5", "lang:en", "tag:port", "format:trust")
SECRET = "cormorant"
TODAY = date(2026, 11, 3)


@contextmanager
def opened(folder: Path, *, filed_from: int = 1) -> Iterator[Store]:
    """Open a workspace whose library counts as large from so many entries on."""
    with workspace.open(folder, KEY) as store:
        store.index.filed_from = filed_from
        yield store


@pytest.fixture
def made(folder: Path) -> Path:
    """Return an empty workspace."""
    workspace.create(folder, KEY, "Test").close()
    return folder


def said(store: Store) -> dict[str, object]:
    """Return what searches of the library find, best first."""
    found = {f"? {q}": search.find(store, q, LIBRARY, limit=999) for q in QUERIES}
    entries = {q: library_search.found(store, q) for q in ASKED}
    topics = {q: library_search.found_topics(store, q).numbers for q in ASKED}
    of = {number: topic for topic, number in library_search.topic_numbers(store).items()}
    assert {q: {of[n] for n in numbers} for q, numbers in topics.items()} == {
        q: set(each.topics) for q, each in entries.items()
    }
    best = {q: library_search.best_topics(store, q, 999) for q in ASKED}
    assert {q: each.topics for q, each in best.items()} == {
        q: each.topics for q, each in entries.items()
    }
    return {**found, **entries}


def said_by_a_fresh_reading(folder: Path) -> dict[str, object]:
    """Return what the searches find in a copy of a workspace, without its index file."""
    beside = folder.with_name("fresh")
    shutil.copytree(folder, beside)
    (beside / FILE).unlink(missing_ok=True)
    (beside / f"{FILE}-journal").unlink(missing_ok=True)
    with opened(beside, filed_from=10**9) as store:
        found = said(store)
        assert not (beside / FILE).exists()
    shutil.rmtree(beside)
    return found


def check(store: Store) -> None:
    """The documents that FTS5 keeps agree with its index, on all pages."""
    words = store.index.library
    if words.kept:
        run(words.db, "INSERT INTO said (said) VALUES ('integrity-check')")
        assert run(words.db, "PRAGMA integrity_check") == [("ok",)]


def go_on(walker: Walker, steps: int) -> None:
    """Take, undo and redo steps, and search sometimes."""
    for _ in range(steps):
        choice = walker.chance.random()
        if choice < 0.2:
            walker.store.undo()
        elif choice < 0.3:
            walker.store.redo()
        else:
            walker.walk()
        if walker.chance.random() < 0.3:
            walker.store.index.tidy(walker.chance.choice((0.0, 1.0)))
        if walker.chance.random() < 0.3:
            search.find(walker.store, walker.chance.choice(QUERIES))


@pytest.mark.parametrize("seed", [2, 31])
def test_after_steps_restarts_and_crashes_it_says_what_a_fresh_reading_says(
    made: Path, seed: int
) -> None:
    folder = made
    with opened(folder) as store:
        Walker(store, seed).fill()
        said(store)
    for round_ in range(5):
        with opened(folder) as store:
            walker = Walker(store, seed + round_)
            go_on(walker, 12)
            crashed = folder.with_name(f"crashed {round_}")
            shutil.copytree(folder, crashed)  # as it lies on the disk at this moment
            go_on(walker, 5)
            expected = said_by_a_fresh_reading(folder)
            assert said(store) == expected
            check(store)
        if round_ % 2:
            folder = crashed
        expected = said_by_a_fresh_reading(folder)
        with opened(folder) as store:
            assert said(store) == expected
            check(store)


def put_sources(store: Store, count: int, title: str = SECRET) -> None:
    """Write so many sources with a title."""
    with store.step("Write") as step:
        rows = (
            {"id": new_id(), "title": f"{title} {n} words around", **_REST} for n in range(count)
        )
        step.db.table("sources").insert_all(rows)


_REST = {"published": "2026", "kind": "report"}


def put_topics(store: Store, count: int) -> None:
    """Write so many topics."""
    with store.step("Write") as step:
        ids = [new_id() for _ in range(count)]
        step.db.table("topics").insert_all({"id": i, "dimension": "economic"} for i in ids)
        step.db.table("texts").insert_all(
            {"id": new_id(), "owner_table": "topics", "owner": i, "field": "title"}
            | {"language": "en", "wording": f"Ports and {i}", "state": "original"}
            for i in ids
        )


def pages(folder: Path) -> bytes:
    """Return all pages of the index file decrypted, free ones too (see test_traces)."""
    content, found = (folder / FILE).read_bytes(), bytearray()
    for start in range(0, len(content), 4096):
        page = content[start : start + 4096]
        cipher = Cipher(algorithms.AES(keys.unlock(folder, KEY)), modes.CBC(page[-80:-64]))
        decryptor = cipher.decryptor()
        found += decryptor.update(page[16 if start == 0 else 0 : -80]) + decryptor.finalize()
    return bytes(found)


def finds(store: Store, word: str = SECRET) -> int:
    """Return how many sources a word finds."""
    return len(search.find(store, word, ["source"], limit=999))


def delete_sources(store: Store) -> None:
    """Delete all sources."""
    with store.step("Delete") as step:
        run(step.db, "DELETE FROM sources")


@pytest.mark.parametrize("count", [1, 3, 60])
def test_removed_words_are_on_no_page(made: Path, count: int) -> None:
    with opened(made) as store:
        put_topics(store, 40)
        put_sources(store, count)
        assert finds(store) == count
        assert SECRET.encode() in pages(made)
        delete_sources(store)
        assert finds(store) == 0
        while not store.index.tidy(0.01):
            pass
        check(store)
        assert b"ports" in pages(made)  # so these are the pages
        assert SECRET.encode() not in pages(made)


@pytest.mark.parametrize("share", [0.4, 0.9])
def test_a_step_that_changes_much_is_found_as_it_is(made: Path, share: float) -> None:
    with opened(made) as store:
        put_topics(store, 3000)
        assert len(library_search.found_topics(store, "ports").numbers) == 3000
        with store.step("Change") as step:
            sql = "UPDATE texts SET wording = 'Rail' WHERE id IN (SELECT id FROM texts LIMIT ?)"
            run(step.db, sql, [int(3000 * share)])
        assert len(library_search.found_topics(store, "rail").numbers) == int(3000 * share)
        assert len(library_search.found_topics(store, "ports").numbers) == 3000 - int(3000 * share)
        store.undo()
        assert library_search.found_topics(store, "rail").numbers == set()


def test_many_words_removed_just_before_the_end_take_the_file_with_them(made: Path) -> None:
    with opened(made) as store:
        put_topics(store, 40)
        put_sources(store, 60)
        assert finds(store) == 60
        delete_sources(store)
        assert finds(store) == 0
        assert SECRET.encode() in pages(made)  # not cleared away yet
    assert not (made / FILE).exists()


def test_a_sweep_leaves_no_file(made: Path) -> None:
    with opened(made) as store:
        put_sources(store, 3)
        put_topics(store, 3)
        assert finds(store) == 3
        store.sweep()
        assert not (made / FILE).exists()
        assert finds(store) == 3


def test_words_of_dialogues_are_in_memory_only(made: Path) -> None:
    with opened(made) as store:
        put_topics(store, 3)
        with store.step("Write") as step:
            step.db.table("persons").insert({"id": new_id(), "family": "Watanabe"})
        assert search.find(store, "watanabe")
        assert search.find(store, "ports")
        assert store.index.library.kept
        assert b"watanabe" not in pages(made).lower()
        for path in made.rglob("*"):
            assert path.is_dir() or b"ports" not in path.read_bytes().lower()


def test_a_small_library_has_no_file(made: Path) -> None:
    with workspace.open(made, KEY) as store:
        put_topics(store, 40)
        assert len(library_search.found(store, "ports").topics) == 40
        assert store.index.tidy(1)
    assert not (made / FILE).exists()


def test_a_file_that_is_up_to_date_is_not_read_again(made: Path) -> None:
    with opened(made) as store:
        put_topics(store, 40)
        assert library_search.found(store, "ports").topics
    before = (made / FILE).read_bytes()
    with opened(made, filed_from=10**9) as store:
        assert len(library_search.found(store, "ports").topics) == 40
    assert (made / FILE).read_bytes() == before


def test_a_backup_that_is_put_back_is_searched_as_it_is(made: Path) -> None:
    with opened(made) as store:
        put_topics(store, 5)
        assert library_search.found(store, "ports").topics
        copy = backup.copy(store.db, made, TODAY)
        put_sources(store, 2)
        assert finds(store) == 2
    workspace.restore(made, KEY, copy, TODAY)
    with opened(made) as store:
        assert finds(store) == 0
        assert len(library_search.found(store, "ports").topics) == 5


def test_a_file_of_another_or_of_no_history_is_not_trusted(made: Path, tmp_path: Path) -> None:
    with opened(made) as store:
        put_topics(store, 5)
    bare = tmp_path / "bare"
    shutil.copytree(made, bare)
    with opened(made) as store:
        put_sources(store, 2)
        assert finds(store) == 2
    shutil.copy(made / FILE, bare / FILE)  # beside a database that never had one
    with opened(bare) as store:
        put_topics(store, 1)
        assert finds(store) == 0
        assert len(library_search.found(store, "ports").topics) == 6


@pytest.mark.parametrize("content", [b"", b"not a database" * 999])
def test_a_damaged_file_is_made_anew(made: Path, content: bytes) -> None:
    with opened(made) as store:
        put_topics(store, 5)
        assert library_search.found(store, "ports").topics
    (made / FILE).write_bytes(content)
    with opened(made) as store:
        assert len(library_search.found(store, "ports").topics) == 5
        assert store.index.library.kept


def test_a_page_that_is_damaged_meanwhile_costs_nothing(made: Path) -> None:
    with opened(made) as store:
        put_topics(store, 400)
        assert library_search.found(store, "ports").topics
    size = (made / FILE).stat().st_size
    with (made / FILE).open("r+b") as file:
        file.seek(4096 * 2)
        file.write(bytes(size - 4096 * 3))
    with opened(made) as store:
        assert len(library_search.found(store, "ports").topics) == 400


def test_where_no_file_can_be_written_it_is_searched_in_memory(made: Path) -> None:
    (made / FILE).mkdir()
    with opened(made) as store:
        put_topics(store, 5)
        assert len(library_search.found(store, "ports").topics) == 5
        assert not store.index.library.kept
        put_topics(store, 1)
        assert len(library_search.found(store, "ports").topics) == 6


def test_who_will_not_wait_finds_what_is_there_so_far(made: Path) -> None:
    with opened(made) as store:
        put_topics(store, 500)
        store.index.patience = 0.0
        first = library_search.found(store, "ports")
        assert len(first.topics) < 500
        assert store.index.hasty
        while not store.index.tidy(0.005):
            pass
        assert store.index.whole
        assert len(library_search.found(store, "ports").topics) == 500
