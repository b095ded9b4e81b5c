"""Files appear whole or not at all."""

from __future__ import annotations

import errno
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.atomic import put_in_place, refusal, whole_file, write_whole


@contextmanager
def no_file_over(limit: int) -> Iterator[None]:
    """Let the system refuse to grow any file beyond so many bytes, as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_written_file_holds_what_was_given_and_stands_alone(tmp_path):
    write_whole(tmp_path / "brief.pdf", b"new")
    assert (tmp_path / "brief.pdf").read_bytes() == b"new"
    assert names(tmp_path) == ["brief.pdf"]


def test_an_older_file_is_replaced(tmp_path):
    (tmp_path / "brief.pdf").write_bytes(b"old")
    write_whole(tmp_path / "brief.pdf", b"new")
    assert (tmp_path / "brief.pdf").read_bytes() == b"new"


def test_a_full_disk_leaves_the_older_file_and_nothing_else(tmp_path):
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"old")
    with no_file_over(1000), pytest.raises(Trouble) as raised:
        write_whole(target, b"x" * 5000)
    assert raised.value.code == "cannot-write"
    assert raised.value.facts["name"] == "brief.pdf"
    assert raised.value.facts["reason"]
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["brief.pdf"]


def test_a_missing_folder_is_said_plainly(tmp_path):
    with pytest.raises(Trouble, match="cannot-write"):
        write_whole(tmp_path / "nowhere" / "brief.pdf", b"x")


def test_a_folder_in_the_place_of_the_file_is_said_plainly(tmp_path):
    (tmp_path / "brief.pdf").mkdir()
    with pytest.raises(Trouble, match="cannot-write"):
        write_whole(tmp_path / "brief.pdf", b"x")
    assert names(tmp_path) == ["brief.pdf"]


def test_a_mistake_inside_passes_through_and_leaves_nothing(tmp_path):
    with pytest.raises(KeyError), whole_file(tmp_path / "brief.pdf") as beside:
        beside.write_bytes(b"half")
        raise KeyError("mistake")
    assert names(tmp_path) == []


def finished(folder: Path, *names_: str) -> list[Path]:
    folder.mkdir()
    made = [folder / name for name in names_]
    for path in made:
        path.write_bytes(b"new")
    return made


def test_finished_files_take_their_places_together(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"old")
    put_in_place(finished(tmp_path / "beside", "a.docx", "a.pdf"), tmp_path)
    assert [(tmp_path / name).read_bytes() for name in ("a.docx", "a.pdf")] == [b"new", b"new"]


def test_one_that_cannot_take_its_place_leaves_the_folder_as_it_was(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"old")
    (tmp_path / "c.pdf").mkdir()
    made = finished(tmp_path / "beside", "a.docx", "b.docx", "c.pdf")
    with pytest.raises(Trouble, match="cannot-write"):
        put_in_place(made, tmp_path)
    assert names(tmp_path) == ["a.docx", "beside", "c.pdf"]
    assert (tmp_path / "a.docx").read_bytes() == b"old"


def test_a_file_that_is_open_elsewhere_and_a_full_disk_are_told_apart(tmp_path):
    target = tmp_path / "brief.docx"
    refused = PermissionError(errno.EACCES, "The process cannot access the file")
    assert refusal(target, refused).code == "cannot-write"
    target.write_bytes(b"old")
    assert refusal(target, refused).code == "file-in-use"
    assert (
        refusal(target, OSError(errno.ENOSPC, "No space left on device")).code == "no-room-for-file"
    )
