from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dialogueprep import paths
from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.people import Role
from dialogueprep.exchange.sample_reader import read_sample
from dialogueprep.sentences import explain


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(paths.data() / "sample", tmp_path / "sample"))


def changed(folder: Path, name: str, old: str, new: str) -> Path:
    path = folder / name
    before = path.read_text("utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), "utf-8")
    return folder


def test_hosts_and_delegations_keep_their_order() -> None:
    dialogue = read_sample(paths.data() / "sample").dialogue
    assert [h.acronym for h in dialogue.hosts] == ["DIRS", "KPRF", "SIPS"]
    assert [d.code for d in dialogue.delegations] == ["CN", "JP", "KR", "ASEAN", "OBS", "SEC"]
    assert dialogue.sample


def test_roles_and_silence_come_with_attendance() -> None:
    sample = read_sample(paths.data() / "sample")
    there = {str(a.participation): a for a in sample.attendances if a.item == "ports"}
    assert there["quek-zhirong"].roles == {Role.MODERATOR}
    assert "shen-yuheng" not in there
    listening = [a for a in sample.attendances if a.silent]
    assert {a.participation for a in listening} == {"ganzorig-enkhtuul"}


def test_reading_twice_gives_equal_values() -> None:
    assert read_sample(paths.data() / "sample") == read_sample(paths.data() / "sample")


@pytest.mark.parametrize(
    ("name", "old", "new", "reason"),
    [
        ("dialogue.toml", "[series]", "[series", "line"),
        ("dialogue.toml", "[place]", "[plaza]", "place is missing"),
        ("people.toml", 'sector = "business"', 'sector = "trade"', "trade"),
        ("agenda.toml", 'moderator = ["shao-wenjun"]', 'moderator = ["nobody"]', "nobody"),
        ("agenda.toml", 'anchor = "12:30"', 'anchor = "noon"', "'noon' is not a time"),
        ("notes.toml", 'item = "ageing"', 'item = "lost"', "lost"),
        ("findings.toml", 'column = "convergent"', 'kolumn = "convergent"', "column"),
    ],
)
def test_a_broken_file_is_named_with_the_reason(
    folder: Path, name: str, old: str, new: str, reason: str
) -> None:
    with pytest.raises(Trouble) as caught:
        read_sample(changed(folder, name, old, new))
    assert caught.value.code == "sample-file-unreadable"
    assert caught.value.facts["file"] == name
    assert reason in str(caught.value.facts["reason"])
    assert name in explain(caught.value)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "notes.toml").unlink()
    with pytest.raises(Trouble) as caught:
        read_sample(folder)
    assert caught.value.facts["file"] == "notes.toml"
