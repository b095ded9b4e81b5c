"""A workspace that cannot be written: one goes on taking notes, and all of them come back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from opened import enter, frame_at_notes, shown_notes
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shared_key import KEY

from dialogueprep.commands import notes as commands
from dialogueprep.store import notes, workspace
from dialogueprep.store.driver import run
from dialogueprep.ui.finding import finder
from dialogueprep.ui.frame import Frame
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.models.note_rows import NoteRow
from dialogueprep.ui.session import Saving, Session
from dialogueprep.ui.widgets.note_field import TO_DISK_MS

ENTER = Qt.Key.Key_Return


@pytest.fixture
def frame(qtbot: QtBot, sample_session: Session) -> Frame:
    return frame_at_notes(qtbot, sample_session)


def fill_disk(session: Session) -> None:
    pages = run(session.store.db, "PRAGMA page_count")[0][0]
    run(session.store.db, f"PRAGMA max_page_count = {pages}")


def make_room(session: Session) -> None:
    run(session.store.db, "PRAGMA max_page_count = 1000000")


LONG = "tide tables " * 2000  # more than the free room on the pages


def write(qtbot: QtBot, frame: Frame, words: str) -> None:
    page = shown_notes(frame)
    page.editor.field.insertPlainText(words)
    enter(qtbot, page)


def shown(frame: Frame) -> list[str]:
    rows = shown_notes(frame).list.rows.rows
    return [row.note.text for row in rows if isinstance(row, NoteRow)]


def stored(session: Session) -> list[str]:
    assert session.dialogue
    return [n.text for n in notes.of_dialogue(session.store, session.dialogue)]


def test_one_goes_on_taking_notes_on_a_full_disk(qtbot: QtBot, frame: Frame) -> None:
    session = frame.session
    fill_disk(session)
    write(qtbot, frame, LONG + "one")
    write(qtbot, frame, LONG + "two")
    assert session.saving is Saving.FAILED
    assert [text[-3:] for text in shown(frame)[-2:]] == ["one", "two"]
    assert not any(text.endswith(("one", "two")) for text in stored(session))
    (notice,) = frame.unwritten.notices
    assert "disk full" in notice.sentence and "2 notes" in notice.sentence
    frame.go("agenda")
    assert frame.unwritten.isVisible()


def test_a_drive_that_was_pulled_is_not_called_read_only(qtbot: QtBot, frame: Frame) -> None:
    session, folder = frame.session, frame.session.store.folder
    folder.rename(folder.with_name("pocket"))
    write(qtbot, frame, "one")
    assert session.saving is Saving.FAILED
    (notice,) = frame.unwritten.notices
    assert "the disk does not answer" in notice.sentence
    folder.with_name("pocket").rename(folder)
    session.bring_back()
    assert session.saving is Saving.SAVED and "one" in stored(session)


def test_a_drive_that_was_pulled_and_put_back_is_to_be_opened_again(
    qtbot: QtBot, frame: Frame
) -> None:
    session, folder = frame.session, frame.session.store.folder
    folder.rename(folder.with_name("pocket"))
    write(qtbot, frame, "one")
    shutil.copytree(folder.with_name("pocket"), folder)
    session.bring_back()
    (notice,) = frame.unwritten.notices
    (remedy,) = notice.remedies
    with qtbot.waitSignal(frame.lock_wanted):
        remedy.act()


def test_another_program_that_has_the_file_holds_up_nobody(qtbot: QtBot, frame: Frame) -> None:
    session = frame.session
    with session.store.db.beside(session.store.folder / "workspace.db") as other:
        run(other, "BEGIN")
        run(other, "SELECT count(*) FROM notes")
        write(qtbot, frame, "one")
        (notice,) = frame.unwritten.notices
        assert "in use" in notice.sentence
    session.bring_back()
    assert session.saving is Saving.SAVED and "one" in stored(session)
    waits = run(session.store.db, "PRAGMA busy_timeout")[0][0]
    assert TO_DISK_MS + waits < 400, "what is typed is in the journal in time"


def test_the_sign_stays_while_one_of_them_waits(qtbot: QtBot, frame: Frame) -> None:
    fill_disk(frame.session)
    write(qtbot, frame, LONG + "one")
    write(qtbot, frame, "short enough for the room that is left")
    assert "short enough for the room that is left" in stored(frame.session)
    assert frame.session.saving is Saving.FAILED
    assert frame.unwritten.isVisible()


def test_what_waits_stands_before_what_is_typed_once_there_is_room(
    qtbot: QtBot, frame: Frame
) -> None:
    fill_disk(frame.session)
    write(qtbot, frame, LONG + "one")
    make_room(frame.session)
    write(qtbot, frame, "two")
    assert [text[-3:] for text in shown(frame)[-2:]] == ["one", "two"]
    assert [text[-3:] for text in stored(frame.session) if text[-3:] in ("one", "two")] == [
        "one", "two",
    ]  # fmt: skip
    assert shown_notes(frame).editor.field.text() == ""


def test_who_has_the_line_written_when_notes_come_back_writes_it_once(
    qtbot: QtBot, frame: Frame
) -> None:
    session, writing = frame.session, shown_notes(frame).writing
    fill_disk(session)
    write(qtbot, frame, LONG + "one")
    make_room(session)
    session.brought_back.connect(writing.flush)
    write(qtbot, frame, "two")
    assert [text[-3:] for text in stored(session) if text[-3:] in ("one", "two")] == [
        "one", "two",
    ]  # fmt: skip


def test_they_come_into_the_workspace_when_it_can_be_written(qtbot: QtBot, frame: Frame) -> None:
    session = frame.session
    fill_disk(session)
    write(qtbot, frame, LONG + "one")
    make_room(session)
    with qtbot.waitSignal(session.brought_back):
        frame.unwritten.take(1)
    assert any(text.endswith("one") for text in stored(session))
    assert frame.unwritten.notices == ()
    assert session.saving is Saving.SAVED
    assert session.store.rescue.waiting == {}


def test_they_come_back_when_the_program_starts_again(
    qtbot: QtBot, frame: Frame, machine: MachineSettings
) -> None:
    fill_disk(frame.session)
    write(qtbot, frame, LONG + "one")
    frame.session.close()
    with workspace.open(frame.session.store.folder, KEY) as store:
        again = Session(store, machine)
        with qtbot.waitSignal(again.brought_back):
            pass
        assert any(text.endswith("one") for text in stored(again))
        again.close()


def test_a_note_comes_back_although_its_question_is_gone(qtbot: QtBot, frame: Frame) -> None:
    session = frame.session
    fill_disk(session)
    write(qtbot, frame, "?1 " + LONG + "one")
    make_room(session)
    (row,) = session.store.rescue.waiting.values()
    assert row and row["question"]
    frame.unwritten.hide()
    session._again.stop()
    run(session.store.db, "PRAGMA query_only = OFF")
    run(session.store.db, "DELETE FROM item_questions WHERE id = ?", [row["question"]])
    session.bring_back()
    assert any(text.endswith("one") for text in stored(session))


def test_words_as_typed_do_not_reach_the_journal(qtbot: QtBot, frame: Frame) -> None:
    session = frame.session
    fill_disk(session)
    write(qtbot, frame, f"{LONG}. Ogurisu-san said so")
    (row,) = session.store.rescue.waiting.values()
    assert row is not None
    assert "Ogurisu" not in row["wording"]
    assert row["wording"].endswith("said so")


def test_a_struck_note_leaves_the_journal_too(qtbot: QtBot, frame: Frame) -> None:
    session = frame.session
    fill_disk(session)
    write(qtbot, frame, LONG + "one")
    (note,) = session.store.rescue.waiting
    make_room(session)
    commands.strike(session.store, [note])
    assert session.store.rescue.waiting == {}


def test_a_note_that_waits_can_be_changed_and_removed(qtbot: QtBot, frame: Frame) -> None:
    fill_disk(frame.session)
    write(qtbot, frame, LONG + "one")
    write(qtbot, frame, LONG + "two")
    shelf = shown_notes(frame).list
    (one, two) = [r for r in shelf.rows.rows if isinstance(r, NoteRow)][-2:]
    shelf.choose(one.id)
    shelf.edit_row()
    assert shelf.field
    shelf.field.insertPlainText(" and more")
    qtbot.keyClick(shelf.field, ENTER)
    said: list[str] = []
    frame.session.removed.connect(said.append)
    shelf.choose(two.id)
    qtbot.keyClick(shelf, Qt.Key.Key_Delete)
    assert [text[-9:] for text in shown(frame)[-1:]] == [" and more"]
    make_room(frame.session)
    with qtbot.waitSignal(frame.session.brought_back):
        frame.unwritten.take(1)
    assert sum(text.endswith("one and more") for text in stored(frame.session)) == 1
    assert said == []


def test_what_cannot_wait_is_said_and_its_words_are_kept(qtbot: QtBot, frame: Frame) -> None:
    fill_disk(frame.session)
    write(qtbot, frame, LONG + "one")
    shelf = shown_notes(frame).list
    shelf.choose([r for r in shelf.rows.rows if isinstance(r, NoteRow)][-1].id)
    shelf.edit_row()
    assert shelf.field
    shelf.field.insertPlainText(" and more")
    cursor = shelf.field.textCursor()
    cursor.setPosition(len("tide tables"))
    shelf.field.setTextCursor(cursor)
    with qtbot.waitSignal(frame.session.trouble):
        qtbot.keyClick(shelf.field, ENTER, Qt.KeyboardModifier.ControlModifier)
    assert shown(frame)[-1].startswith("tide tables tide")
    assert shown(frame)[-1].endswith("one and more")


def test_what_waits_for_a_place_that_is_gone_is_offered_and_brought_in_when_wished(
    qtbot: QtBot, frame: Frame, tmp_path: Path
) -> None:
    session = frame.session
    fill_disk(session)
    write(qtbot, frame, LONG + "one")
    before = session.store.folder
    shutil.copytree(before, tmp_path / "moved")
    (tmp_path / "moved" / "workspace.lock").unlink(missing_ok=True)
    session.close()
    before.rename(tmp_path / "gone")
    again = Session(workspace.open(tmp_path / "moved", KEY))
    made = Frame(again, finder)
    qtbot.addWidget(made)
    made.left_behind.look()
    (offer,) = made.left_behind.notices
    assert str(before) in offer.detail and again.waiting == 0
    assert LONG + "one" not in stored(again)
    made.left_behind.take(2)
    assert made.left_behind.notices == () and LONG + "one" not in stored(again)
    made.left_behind.take(1)
    (left,) = again.left_behind()
    again.take_over(left)
    assert LONG + "one" in stored(again) and again.left_behind() == ()
    again.close()


def test_it_is_made_in_advance_once_what_is_typed_is_on_the_disk(
    qtbot: QtBot, frame: Frame
) -> None:
    session, made = frame.session, list[bool]()
    session.prepared.connect(lambda: made.append(session.is_typed_in))
    shown_notes(frame).editor.field.insertPlainText("fees")
    assert session.is_typed_in
    session._prepare_for_trouble()
    assert not made
    qtbot.waitUntil(lambda: bool(made))
    assert not any(made)


def test_several_lines_that_are_kept_at_once_all_wait_and_come_back(
    qtbot: QtBot, frame: Frame, sample_session: Session
) -> None:
    fill_disk(sample_session)
    page = shown_notes(frame)
    lines = ["fees fall", LONG.strip(), "ports share"]
    page.editor.field.insertPlainText("\n".join(lines))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    enter(qtbot, page, both)
    assert shown(frame)[-3:] == lines
    assert not set(lines) & set(stored(sample_session))
    make_room(sample_session)
    write(qtbot, frame, "and roads")
    qtbot.waitUntil(lambda: not sample_session.waiting)
    assert [text for text in stored(sample_session) if text in lines] == lines
