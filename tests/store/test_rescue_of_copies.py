"""A copy of a workspace folder has an emergency journal of its own; nobody takes another's."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from shared_key import KEY

from dialogueprep import paths
from dialogueprep.store import striking, workspace
from dialogueprep.store.keys import Cost
from dialogueprep.store.rescue import Rescue
from dialogueprep.store.workspace import Store

ROW = {"wording": "cormorant", "kind": "point"}
CHEAP = Cost(iterations=1, lanes=1, memory=64)


@pytest.fixture
def original(tmp_path: Path) -> Path:
    workspace.create(tmp_path / "original", KEY, "One", cost=CHEAP).close()
    return tmp_path / "original"


@pytest.fixture
def copy(original: Path, tmp_path: Path) -> Path:
    return shutil.copytree(original, tmp_path / "copy")


@pytest.fixture
def both(original: Path, copy: Path) -> Iterator[tuple[Store, Store]]:
    with ExitStack() as opened:
        stores = [opened.enter_context(workspace.open(f, KEY)) for f in (original, copy)]
        yield stores[0], stores[1]


def test_what_waits_in_one_is_neither_taken_nor_destroyed_by_the_other(
    both: tuple[Store, Store],
) -> None:
    one, other = both
    one.rescue.put("a", ROW)
    other.rescue.prepare()
    assert other.rescue.waiting == {} and other.left_behind() == ()
    other.rescue.put("b", ROW)
    other.rescue.drop(["a", "b"])
    striking.strike(other, ["a"], "Strike", "")
    other.close()
    one.close()
    with workspace.open(one.folder, KEY) as again:
        assert again.rescue.waiting == {"a": ROW}


def test_the_copy_of_a_folder_that_waits_is_not_offered_it(original: Path, tmp_path: Path) -> None:
    with workspace.open(original, KEY) as store:
        store.rescue.put("a", ROW)
    with workspace.open(shutil.copytree(original, tmp_path / "later"), KEY) as later:
        assert later.rescue.waiting == {} and later.left_behind() == ()


def test_what_waits_for_a_folder_that_was_moved_is_offered_and_not_taken(
    original: Path, tmp_path: Path
) -> None:
    with workspace.open(original, KEY) as store:
        store.rescue.put("a", ROW)
    moved = original.rename(tmp_path / "moved")
    with workspace.open(moved, KEY) as store:
        assert store.rescue.waiting == {}
        (left,) = store.left_behind()
        assert left.waiting == {"a": ROW} and left.place.path == str(original)
        store.rescue.put("b", None)
        store.rescue.take_over(left)
        assert store.rescue.waiting == {"a": ROW, "b": None}
        assert store.left_behind() == ()
    with workspace.open(moved, KEY) as store:
        assert store.rescue.waiting == {"a": ROW, "b": None}


def test_another_folder_in_the_place_is_offered_it_too(original: Path, copy: Path) -> None:
    with workspace.open(original, KEY) as store:
        store.rescue.put("a", ROW)
    original.rename(original.with_name("away"))
    copy.rename(original)
    with workspace.open(original, KEY) as store:
        assert store.rescue.waiting == {}
        assert [it.waiting for it in store.left_behind()] == [{"a": ROW}]


def test_a_journal_of_an_earlier_version_that_names_no_place_is_offered(original: Path) -> None:
    with workspace.open(original, KEY) as store:
        name = store.db.derived("name of the emergency journal").hex()[:32]
        old = Rescue(paths.rescue() / f"{name}.journal", store.db.derived("emergency journal"))
        old.put("a", ROW)
        assert [it.waiting for it in store.left_behind()] == [{"a": ROW}]


def test_a_strike_reaches_what_waits_for_a_place_that_is_gone(
    original: Path, tmp_path: Path
) -> None:
    with workspace.open(original, KEY) as store:
        store.rescue.put("a", ROW)
    with workspace.open(original.rename(tmp_path / "moved"), KEY) as store:
        assert not striking.strike(store, ["a"], "Strike", "").journal
        assert store.left_behind() == ()


def test_its_file_tells_nothing_of_the_place(original: Path) -> None:
    with workspace.open(original, KEY) as store:
        store.rescue.put("a", ROW)
        name = store.db.derived("name of the emergency journal").hex()[:32]
        (file,) = paths.rescue().glob(f"{name}*.journal")
        assert b"original" not in file.read_bytes() and "original" not in file.name
