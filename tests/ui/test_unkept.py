from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from dialogueprep.store import library
from dialogueprep.ui.dialogs.confirm import Confirm
from dialogueprep.ui.dialogs.import_report import ImportDialog
from dialogueprep.ui.dialogs.topic import TopicDialog
from dialogueprep.ui.session import Session

Key = Qt.Key


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Answer each question with "no" and count them."""
    asks: list[bool] = []
    monkeypatch.setattr(Confirm, "ask", lambda *_args: bool(asks.append(True)))
    return asks


def opened(qtbot: QtBot, make: Callable[[], QDialog]) -> QDialog:
    dialog = make()
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def topic_form(session: Session) -> TopicDialog:
    topic = library.topics(session.store)[0]
    return TopicDialog(None, topic, {})


def test_escape_closes_a_form_in_which_nothing_was_typed(
    qtbot: QtBot, sample_session: Session, asked: list[bool]
) -> None:
    form = opened(qtbot, lambda: topic_form(sample_session))
    qtbot.keyClick(form.title.field, Key.Key_Escape)
    assert not form.isVisible() and not asked


def test_escape_asks_before_typed_words_are_lost(
    qtbot: QtBot, sample_session: Session, asked: list[bool]
) -> None:
    form = opened(qtbot, lambda: topic_form(sample_session))
    qtbot.keyClicks(form.title.field, "Shared wells")
    qtbot.keyClick(form.title.field, Key.Key_Escape)
    assert form.isVisible() and asked == [True]


def test_words_typed_in_another_language_count_as_typed(
    qtbot: QtBot, sample_session: Session, asked: list[bool]
) -> None:
    form = opened(qtbot, lambda: topic_form(sample_session))
    qtbot.keyClicks(form.title.field, "Shared wells")
    form.change_language("ja")
    qtbot.keyClick(form.title.field, Key.Key_Escape)
    assert form.isVisible() and asked == [True]


def test_a_pasted_report_is_not_lost_by_escape_and_is_by_cancel(
    qtbot: QtBot, sample_session: Session, asked: list[bool]
) -> None:
    dialog = opened(qtbot, lambda: ImportDialog(None))
    dialog.text.insertPlainText("The ports should share their tide tables.")
    qtbot.keyClick(dialog.text, Key.Key_Escape)
    assert dialog.isVisible() and asked == [True]
    dialog.reject()
    assert not dialog.isVisible()
