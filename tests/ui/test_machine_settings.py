"""Settings of the machine survive damage, and failures are logged without content."""

from __future__ import annotations

import sys
from pathlib import Path

from dialogueprep.ui import failures
from dialogueprep.ui.machine_settings import MachineSettings


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    settings = MachineSettings.load(tmp_path)
    settings.scheme, settings.text_size = "dark", 1.15
    settings.keep_position("library", [224, 600, 404])
    settings.save()
    again = MachineSettings.load(tmp_path)
    assert (again.scheme, again.text_size) == ("dark", 1.15)
    assert again.positions == {"library": [224, 600, 404]}


def test_damaged_settings_take_their_defaults(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text("{ not json", encoding="utf-8")
    assert MachineSettings.load(tmp_path).scheme == "system"
    file.write_text('{"scheme": 3, "language": "ko", "unknown": 1}', encoding="utf-8")
    loaded = MachineSettings.load(tmp_path)
    assert (loaded.scheme, loaded.language) == ("system", "ko")


def test_settings_that_cannot_be_written_cost_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    MachineSettings(folder=tmp_path / "file" / "settings").save()
    assert (tmp_path / "file").read_text(encoding="utf-8") == ""


def test_the_log_of_a_mistake_holds_no_words_of_the_user(tmp_path: Path) -> None:
    secret = "Ogurisu said that the harbour is closed"
    try:
        raise ValueError(secret)
    except ValueError as error:
        failures.write_log(tmp_path, failures.entry_of(type(error), sys.exc_info()[2]))
    entry = (tmp_path / "dialogueprep.log").read_text(encoding="utf-8")
    assert "ValueError" in entry
    assert "test_machine_settings.py" in entry
    assert "Ogurisu" not in entry


def test_a_long_log_becomes_the_former_one(tmp_path: Path) -> None:
    (tmp_path / "dialogueprep.log").write_text("x" * 300_000, encoding="utf-8")
    failures.write_log(tmp_path, "entry")
    assert (tmp_path / "dialogueprep.log").read_text(encoding="utf-8") == "entry\n"
    assert (tmp_path / "dialogueprep.log.1").stat().st_size == 300_000
