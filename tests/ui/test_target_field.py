"""The place that is chosen for a file, and what is said about it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dialogueprep.ui.widgets.target_field import TargetField

KINDS = {".csv": "Table", ".xlsx": "Workbook"}


@pytest.fixture
def field(qtbot: QtBot) -> TargetField:
    made = TargetField("list", ".csv", KINDS)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("typed", ["library", "library.csv", "library.CSV"])
def test_a_file_that_is_there_is_said_also_when_its_ending_is_added(
    field: TargetField, tmp_path: Path, typed: str
) -> None:
    there = tmp_path / (typed if "." in typed else "library.csv")
    field.line.setText(str(tmp_path / typed))
    assert not field.below.text()
    there.write_text("before")
    field.line.setText("")
    field.line.setText(str(tmp_path / typed))
    assert "will be replaced" in field.below.text()
    assert field.target() == there


def test_a_stop_in_a_name_is_no_ending(field: TargetField, tmp_path: Path) -> None:
    field.line.setText(str(tmp_path / "list.v2"))
    assert field.target() == tmp_path / "list.v2.csv"
    field.show_ending(".xlsx")
    assert field.target() == tmp_path / "list.v2.xlsx"
    field.show_ending(".csv")
    assert field.line.text() == str(tmp_path / "list.v2.csv")


@pytest.mark.parametrize("typed", ["", "/", "  "])
def test_no_name_is_no_place(field: TargetField, typed: str) -> None:
    field.line.setText(typed)
    assert field.target() is None
    assert "no such folder" in field.below.text()
