"""Another program holds the workspace file for long: nothing breaks, and all goes on when free."""

from __future__ import annotations

import sys
from collections.abc import Generator
from functools import partial
from pathlib import Path

import pytest
from opened import enter, frame_at_notes, shown_notes
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from dialogueprep.domain.errors import Trouble
from dialogueprep.store import notes
from dialogueprep.store.driver import MOST_WAIT_MS, Database, DriverError, run
from dialogueprep.ui import failures
from dialogueprep.ui.dialogs.mistake import MistakeDialog
from dialogueprep.ui.frame import Frame
from dialogueprep.ui.models.note_rows import NoteRow
from dialogueprep.ui.session import Session

pytestmark = pytest.mark.qt_no_exception_capture


@pytest.fixture(autouse=True)
def mistakes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Generator[Path]:
    """Let what a slot raises go where it goes in the program; nothing may be a mistake."""
    told: list[str] = []
    monkeypatch.setattr(MistakeDialog, "tell", lambda *said: told.append(str(said)))
    log = tmp_path / "log"
    monkeypatch.setattr(sys, "excepthook", partial(failures._on_mistake, log))
    yield log
    assert not told and not log.exists()


@pytest.fixture
def frame(qtbot: QtBot, sample_session: Session) -> Frame:
    return frame_at_notes(qtbot, sample_session)


@pytest.fixture
def other(frame: Frame) -> Generator[Database]:
    """Another program, which has the file open."""
    with frame.session.store.db.beside(frame.session.store.folder / "workspace.db") as opened:
        yield opened


def hold(other: Database) -> None:
    run(other, "BEGIN EXCLUSIVE")


def shown(frame: Frame) -> list[str]:
    rows = shown_notes(frame).list.rows.rows
    return [row.note.text for row in rows if isinstance(row, NoteRow)]


def stored(session: Session) -> list[str]:
    assert session.dialogue
    return [n.text for n in notes.of_dialogue(session.store, session.dialogue)]


def test_a_read_says_that_the_workspace_is_in_use(frame: Frame, other: Database) -> None:
    hold(other)
    with pytest.raises(Trouble, match="workspace-busy"):
        run(frame.session.store.db, "SELECT count(*) FROM notes")


def test_pages_keep_what_they_show_and_the_banner_says_why(
    qtbot: QtBot, frame: Frame, other: Database
) -> None:
    before = shown(frame)
    hold(other)
    shown_notes(frame).refresh_soon()
    frame.show_counts(0)
    frame._counting.go_on()
    assert shown(frame) == before
    (notice,) = frame.unwritten.notices
    assert "Another program holds the workspace" in notice.sentence
    assert "safe" in notice.detail
    run(other, "ROLLBACK")
    qtbot.waitUntil(lambda: not frame.unwritten.notices)
    qtbot.waitUntil(lambda: not frame.is_counting)
    assert shown(frame) == before


def test_notes_taken_meanwhile_come_into_the_workspace_by_themselves(
    qtbot: QtBot, frame: Frame, other: Database
) -> None:
    hold(other)
    shown_notes(frame).editor.field.insertPlainText("fees fall")
    enter(qtbot, shown_notes(frame))
    frame.session.bring_back()
    assert frame.session.waiting
    (notice,) = frame.unwritten.notices
    assert "emergency journal" in notice.sentence
    run(other, "ROLLBACK")
    qtbot.waitUntil(lambda: not frame.session.waiting)
    assert "fees fall" in stored(frame.session) and not frame.unwritten.notices
    qtbot.waitUntil(lambda: "fees fall" in shown(frame))


def test_a_disk_that_does_not_answer_is_no_mistake_of_the_program(
    qtbot: QtBot, frame: Frame
) -> None:
    db = frame.session.store.db
    told = db.told(DriverError("disk I/O error"))

    def meets_it() -> None:
        assert told
        raise told

    said: list[str] = []  # each time that this changes: the disk answers again at the next look
    frame.session.held.changed.connect(
        lambda _now: said.append(" ".join(each.sentence for each in frame.unwritten.notices))
    )
    QTimer.singleShot(0, meets_it)
    qtbot.waitUntil(lambda: len(said) == 2)
    assert "disk does not answer" in said[0] and said[1] == ""


def test_what_meets_it_elsewhere_opens_no_window_of_mistakes(
    qtbot: QtBot, frame: Frame, other: Database
) -> None:
    hold(other)
    QTimer.singleShot(0, lambda: stored(frame.session))
    qtbot.waitUntil(lambda: frame.session.held.now)
    assert frame.session.held.now and frame.unwritten.notices


def test_who_waited_for_the_other_in_vain_waits_again_only_when_a_write_has_succeeded(
    qtbot: QtBot, frame: Frame, other: Database
) -> None:
    page, db = shown_notes(frame), frame.session.store.db

    def patience() -> int:
        return run(db, "PRAGMA busy_timeout")[0][0]

    assert patience() == MOST_WAIT_MS
    hold(other)
    qtbot.keyClicks(page.editor.field, "ports share tide tables")
    page.flush()
    assert patience() == 0
    run(other, "ROLLBACK")
    qtbot.waitUntil(lambda: not frame.session.waiting, timeout=10_000)
    assert patience() == MOST_WAIT_MS
    assert "ports share tide tables" in stored(frame.session)
