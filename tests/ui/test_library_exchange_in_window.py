"""The library leaves as a file and a list is taken in, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from dialogueprep import cli
from dialogueprep.commands import library_files
from dialogueprep.domain.collection import Collection
from dialogueprep.domain.library import Dimension, Topic, TopicId
from dialogueprep.domain.texts import Texts
from dialogueprep.exchange.library_files import read_library_file, write_library
from dialogueprep.store import backup, library
from dialogueprep.ui.dialogs.library_export import LibraryExportDialog
from dialogueprep.ui.dialogs.library_take_in import TakeInDialog
from dialogueprep.ui.pages.library import LibraryPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.library_exchange import LibraryExchange
from dialogueprep.ui.widgets.take_in_preview import BOX

Key = Qt.Key
COUNTS = {"all": (17, 60), "listed": (5, 9), "selected": (1, 3)}


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> LibraryPage:
    page = LibraryPage(sample_session, today=lambda: date(2026, 11, 3))
    qtbot.addWidget(page)
    page.resize(1240, 752)
    with qtbot.waitExposed(page):
        page.show()
    return page


def exchange(page: LibraryPage) -> LibraryExchange:
    return next(part for part in page.parts if isinstance(part, LibraryExchange))


def exporting(qtbot: QtBot) -> LibraryExportDialog:
    dialog = LibraryExportDialog(None, COUNTS)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    return dialog


def answering(kind: type[QDialog], act: Callable[[Any], object]) -> None:
    """Act on the dialog that is asked next."""

    def look() -> None:
        found = QApplication.activeModalWidget()
        if isinstance(found, kind):
            act(found)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


# out ---------------------------------------------------------------------------------------------


def test_ratings_and_histories_stay_behind_unless_ticked_and_a_tick_warns(
    qtbot: QtBot, sample_session: Session
) -> None:
    dialog = exporting(qtbot)
    for box, name in ((dialog.ratings, "ratings"), (dialog.histories, "histories")):
        assert not box.isChecked()
        assert not dialog._warnings[name].isVisible()
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
        assert dialog._warnings[name].isVisible()


def test_the_counts_follow_what_leaves_and_the_ending_follows_the_form(
    qtbot: QtBot, sample_session: Session
) -> None:
    dialog = exporting(qtbot)
    assert dialog.export.text() == "Export 77 entries"
    qtbot.keyClick(dialog.scope, Key.Key_Right)
    assert dialog.export.text() == "Export 14 entries"
    for ending in (".xlsx", ".json", ".docx"):
        qtbot.keyClick(dialog.form, Key.Key_Right)
        assert dialog.file.line.text().endswith(f"library{ending}")
        assert dialog.language.isVisible() is (ending == ".docx")


def test_a_folder_that_is_not_there_is_said_in_place(
    qtbot: QtBot, sample_session: Session, tmp_path: Path
) -> None:
    dialog = exporting(qtbot)
    dialog.file.line.setText(str(tmp_path / "no" / "x.csv"))
    qtbot.keyClick(dialog.file.line, Key.Key_Return)
    assert dialog.isVisible()
    assert "no such folder" in dialog.file.below.text()
    dialog.file.line.setText(str(tmp_path / "out"))
    qtbot.keyClick(dialog.file.line, Key.Key_Return)
    assert dialog.wanted is not None
    assert dialog.wanted.target == tmp_path / "out.csv"


def test_the_selected_topic_leaves_with_its_recommendations(
    qtbot: QtBot, page: LibraryPage, tmp_path: Path
) -> None:
    target = tmp_path / "some.json"

    def act(dialog: LibraryExportDialog) -> None:
        dialog.scope._choose(2)
        dialog.file.line.setText(str(target))
        qtbot.keyClick(dialog.file.line, Key.Key_Return)

    answering(LibraryExportDialog, act)
    exchange(page).export()
    qtbot.waitUntil(lambda: exchange(page).job is None)
    read = read_library_file(target)
    assert [t.id for t in read.topics] == list(page.selected())
    assert {r.topic for r in read.recommendations} <= set(page.selected())
    assert not any(e.ratings for e in read.entries)
    assert "some.json" in page.banner.notices[0].sentence
    page.banner.take(1)
    assert QApplication.clipboard().text() == str(tmp_path)


# in ----------------------------------------------------------------------------------------------


def edited(session: Session, file: Path) -> Collection:
    """Write the library with one topic changed, one new, and one row that is refused."""
    there = library_files.whole(session.store)
    other = there.topics[0].titles.with_wording("en", "Other words")
    new = Topic(id=TopicId("n"), titles=Texts.of(en="Tidal energy"), dimension=Dimension.ECONOMIC)
    topics = (replace(there.topics[0], titles=other), *there.topics[1:], new)
    write_library(replace(there, topics=topics), file, with_ratings=True, with_histories=True)
    if file.suffix == ".csv":
        with file.open("a", encoding="utf-8") as opened:
            opened.write("tipoc,x\r\n")
    return there


def taking_in(qtbot: QtBot, session: Session, file: Path) -> TakeInDialog:
    dialog = TakeInDialog(None, session)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    dialog.read_file(file)
    qtbot.waitUntil(lambda: dialog.job is None and dialog.views.currentIndex() != 1)
    return dialog


def titles(session: Session) -> set[str]:
    return {t.titles.best("en") for t in library.topics(session.store)}


def test_the_preview_writes_nothing_and_counts_what_would_change(
    qtbot: QtBot, sample_session: Session, tmp_path: Path
) -> None:
    there = edited(sample_session, tmp_path / "list.csv")
    dialog = taking_in(qtbot, sample_session, tmp_path / "list.csv")
    plan = dialog.plan
    assert (len(plan.new), len(plan.changed), len(dialog._refused)) == (1, 1, 1)
    assert len(plan.same) == len(there.entries) - 1
    qtbot.keyClick(dialog.preview.views, Key.Key_Right)
    assert dialog.preview.list.value().about.startswith("Topic · Title (English)")
    for _ in range(2):
        qtbot.keyClick(dialog.preview.views, Key.Key_Right)
    assert "tipoc" in dialog.preview.list.value().why
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert library_files.whole(sample_session.store) == there


def test_letters_that_a_table_program_lost_stay_and_are_told(
    qtbot: QtBot, sample_session: Session, tmp_path: Path
) -> None:
    edited(sample_session, tmp_path / "list.csv")
    words = (tmp_path / "list.csv").read_text("utf-8-sig")
    (tmp_path / "saved.csv").write_bytes(words.encode("cp932", "replace"))
    dialog = taking_in(qtbot, sample_session, tmp_path / "saved.csv")
    assert (len(dialog.plan.new), len(dialog.plan.changed)) == (1, 1)
    assert dialog._restored.accessibleName().endswith("They stay as they are here.")
    assert not dialog._restored.isHidden()
    dialog.read_file(tmp_path / "list.csv")
    qtbot.waitUntil(lambda: dialog.job is None)
    assert dialog._restored.isHidden()


def test_return_takes_in_what_is_ticked_as_one_step(
    qtbot: QtBot, sample_session: Session, tmp_path: Path
) -> None:
    there = edited(sample_session, tmp_path / "list.csv")
    dialog = taking_in(qtbot, sample_session, tmp_path / "list.csv")
    qtbot.keyClick(dialog.preview.list, Key.Key_Space)
    assert dialog.take.text() == "Take in 1"
    qtbot.keyClick(dialog, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.taken == 1
    assert "Other words" in titles(sample_session)
    assert "Tidal energy" not in titles(sample_session)
    copies = backup.listed(sample_session.store.folder)
    assert [copy.before for copy in copies] == ["import"]
    sample_session.undo()
    assert library_files.whole(sample_session.store) == there


def test_a_click_on_the_box_keeps_mine_and_links_do_so_for_all(
    qtbot: QtBot, sample_session: Session, tmp_path: Path
) -> None:
    edited(sample_session, tmp_path / "list.json")
    dialog = taking_in(qtbot, sample_session, tmp_path / "list.json")
    preview = dialog.preview
    qtbot.keyClick(preview.views, Key.Key_Right)
    place = preview.list.visualRect(preview.list.model().index(0, 0))
    at = QPoint(BOX // 2, place.center().y())
    qtbot.mouseClick(preview.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert preview.list.value().taken is False
    qtbot.mouseClick(preview.take_all, Qt.MouseButton.LeftButton)
    assert preview.list.value().taken is True
    qtbot.mouseClick(preview.keep_all, Qt.MouseButton.LeftButton)
    qtbot.keyClick(preview.views, Key.Key_Left)
    qtbot.mouseClick(preview.keep_all, Qt.MouseButton.LeftButton)
    assert preview.taken == 0
    assert not dialog.take.isEnabled()


def test_ratings_are_compared_only_when_asked_for(
    qtbot: QtBot, sample_session: Session, tmp_path: Path
) -> None:
    there = library_files.whole(sample_session.store)
    rated = next(t for t in there.topics if t.ratings)
    other = replace(rated, ratings=(replace(rated.ratings[0], reason="Another reason"),))
    write_library(Collection(sources=there.sources, topics=(other,)), tmp_path / "a.csv",
                  with_ratings=True)  # fmt: skip
    dialog = taking_in(qtbot, sample_session, tmp_path / "a.csv")
    assert not dialog.plan.writes
    assert not dialog.take.isEnabled()
    qtbot.keyClick(dialog.ratings, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.job is None and len(dialog.plan.changed) == 1)
    assert dialog.take.isEnabled()


def test_a_file_dropped_on_the_dialog_is_read(
    qtbot: QtBot, sample_session: Session, tmp_path: Path
) -> None:
    edited(sample_session, tmp_path / "list.csv")
    dialog = TakeInDialog(None, sample_session)
    qtbot.addWidget(dialog)
    dialog.show()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "list.csv"))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(dialog, entered)
    assert entered.isAccepted()
    dropped = QDropEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(dialog, dropped)
    qtbot.waitUntil(lambda: dialog.views.currentIndex() == 2)


def test_window_and_command_line_refuse_with_the_same_sentence(
    qtbot: QtBot, sample_session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "picture.csv"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    dialog = taking_in(qtbot, sample_session, file)
    assert dialog.views.currentIndex() == 0
    box = dialog._trouble.itemAt(0).widget()
    said = " ".join(label.text() for label in box.findChildren(type(dialog._file)))
    assert cli.run(["library", "take-in", str(file)]) == cli.TROUBLED
    assert capsys.readouterr().err.strip() in said


def test_taking_in_can_be_stopped_while_it_writes(
    qtbot: QtBot,
    sample_session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    there = edited(sample_session, tmp_path / "list.csv")
    dialog = taking_in(qtbot, sample_session, tmp_path / "list.csv")
    monkeypatch.setattr("dialogueprep.ui.dialogs.taking_in._BREATH", -1)
    QTimer.singleShot(0, dialog.cancel.click)
    dialog.take_in()
    assert dialog.isVisible()
    assert dialog.views.currentIndex() == 2
    assert library_files.whole(sample_session.store) == there
