"""The emergency journal keeps what it is given, whole or as it was, and tells nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.errors import Trouble
from dialogueprep.store.rescue import Rescue

KEY = bytes(range(32))
ROW = {"wording": "cormorant", "kind": "point"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rescue" / "one.journal"


def again(path: Path, key: bytes = KEY) -> Rescue:
    return Rescue(path, key)


def test_what_was_put_is_there_for_the_next_one(path: Path) -> None:
    Rescue(path, KEY).put("a", ROW)
    again(path).put("b", None)
    assert again(path).waiting == {"a": ROW, "b": None}


def test_it_is_of_one_size_from_the_first_and_grows_never(path: Path) -> None:
    rescue = Rescue(path, KEY)
    rescue.prepare()
    size = path.stat().st_size
    for number in range(5):
        rescue.put(str(number), ROW)
    assert path.stat().st_size == size


def test_nothing_of_it_can_be_read_without_the_key(path: Path) -> None:
    Rescue(path, KEY).put("a", ROW)
    assert b"cormorant" not in path.read_bytes()
    assert again(path, bytes(32)).waiting == {}


def test_what_was_dropped_is_in_neither_slot(path: Path) -> None:
    rescue = Rescue(path, KEY)
    rescue.put("a", ROW)
    rescue.put("b", ROW)
    rescue.drop(["a"])
    content = path.read_bytes()
    half = len(content) // 2
    for start in (1, half + 1):
        assert set(again(path)._opened(content[start : start + half])[1]) == {"b"}


def test_nothing_is_read_where_nothing_waits(path: Path) -> None:
    rescue = Rescue(path, KEY)
    rescue.put("a", ROW)
    rescue.drop(["a"])
    assert path.read_bytes()[:1] == b"\0"
    assert again(path).waiting == {}


@settings(max_examples=30, deadline=None)
@given(torn=st.integers(0, 256 << 10))
def test_a_write_that_ends_in_the_middle_leaves_what_was_before(
    torn: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("torn") / "one.journal"
    rescue = Rescue(path, KEY)
    rescue.put("a", ROW)
    before = path.read_bytes()
    rescue.put("b", ROW)
    after = path.read_bytes()
    place = next(n for n in range(len(after)) if before[n] != after[n])
    start = 1 if place < len(after) // 2 else 1 + (len(after) - 1) // 2
    path.write_bytes(after[: start + torn] + before[start + torn :])
    assert set(again(path).waiting) in ({"a"}, {"a", "b"})


def test_where_nothing_can_be_written_it_says_so_and_keeps_it_in_memory(tmp_path: Path) -> None:
    (tmp_path / "rescue").write_text("a file where the folder should be")
    rescue = Rescue(tmp_path / "rescue" / "one.journal", KEY)
    rescue.prepare()
    with pytest.raises(Trouble, match="nowhere-to-write"):
        rescue.put("a", ROW)
    assert rescue.waiting == {"a": ROW}


def test_what_is_too_much_is_said(path: Path) -> None:
    with pytest.raises(Trouble, match="nowhere-to-write"):
        Rescue(path, KEY).put("a", {"wording": os.urandom(200_000).hex()})


def test_what_is_in_memory_only_is_not_called_safe(tmp_path: Path) -> None:
    (tmp_path / "rescue").write_text("a file where the folder should be")
    rescue = Rescue(tmp_path / "rescue" / "one.journal", KEY)
    with pytest.raises(Trouble):
        rescue.put("a", ROW)
    assert not rescue.safe
    (tmp_path / "rescue").unlink()
    rescue.put("b", ROW)
    assert rescue.safe


def test_a_file_that_cannot_be_read_keeps_nobody_out(path: Path) -> None:
    path.mkdir(parents=True)
    assert again(path).waiting == {}


def test_the_file_is_for_its_owner_alone_and_goes_where_nothing_waits(path: Path) -> None:
    rescue = Rescue(path, KEY)
    rescue.put("a", ROW)
    assert path.stat().st_mode & 0o077 == 0
    rescue.close()
    assert path.exists()
    rescue.drop(["a"])
    rescue.close()
    assert not path.exists()
