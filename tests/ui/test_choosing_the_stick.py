"""Whoever chooses the stick means the one workspace or second place that is on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from dialogueprep.store import bringing_back, keys, workspace
from dialogueprep.store.second_place import SIGN
from dialogueprep.ui.pages.first_run import choose_workspace


def place_in(stick: Path, name: str) -> Path:
    place = stick / name
    place.mkdir(parents=True)
    for each in (SIGN, keys.FILE):
        (place / each).write_text("{}")
    return place


def test_the_stick_stands_for_the_place_on_it(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = place_in(tmp_path, "DialoguePrep harbour")
    (tmp_path / "photographs").mkdir()
    (tmp_path / "list.txt").write_text("")
    owner = QWidget()
    qtbot.addWidget(owner)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(tmp_path))
    found = choose_workspace(owner)
    assert found == place
    assert bringing_back.is_place(place)


def test_a_workspace_stands_for_itself_whatever_is_in_it(tmp_path: Path) -> None:
    (tmp_path / workspace.FILE).write_bytes(b"")
    place_in(tmp_path, "backups")
    assert bringing_back.meant(tmp_path) == tmp_path


def test_of_several_none_is_guessed(tmp_path: Path) -> None:
    place_in(tmp_path, "DialoguePrep harbour")
    place_in(tmp_path, "DialoguePrep tides")
    assert bringing_back.meant(tmp_path) == tmp_path


def test_a_folder_that_is_not_there_stands_for_itself(tmp_path: Path) -> None:
    assert bringing_back.meant(tmp_path / "away") == tmp_path / "away"
