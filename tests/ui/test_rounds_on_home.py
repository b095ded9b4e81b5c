"""Rounds and series on Home, with keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from opened import shown
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dialogueprep.commands import rounds as commands
from dialogueprep.domain.texts import Texts
from dialogueprep.store import dialogues
from dialogueprep.ui.dialogs.next_round import NextRoundDialog
from dialogueprep.ui.dialogs.series import SeriesDialog
from dialogueprep.ui.pages.home import HomePage
from dialogueprep.ui.session import Session


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session) -> Iterator[HomePage]:
    made = shown(qtbot, HomePage(sample_session))
    made.begin()
    yield made


def test_a_card_says_which_round_of_which_series_it_is(page: HomePage) -> None:
    card = next(c for column in page._cards for c in column)
    assert card.card.series == "Round 4 of Three Shores Dialogue"
    assert card.card.series in card.accessibleName()


def test_a_key_plans_the_next_round_and_opens_it(
    page: HomePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def take(dialog: NextRoundDialog) -> int:
        dialog.take()
        return 1

    monkeypatch.setattr(NextRoundDialog, "exec", take)
    words = [c.words for c in page.commands()]
    assert "Plan the next round" in words
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.focusWidget() or page, Qt.Key.Key_N, both)
    opened = page.session.open_dialogue()
    assert opened is not None
    assert opened.round == 5
    assert len(page._cards[0]) == 1


def test_the_series_lists_its_rounds_and_topics_and_a_dialogue_leaves_it(
    qtbot: QtBot, sample_session: Session
) -> None:
    store = sample_session.store
    (last,) = dialogues.every(store)
    dialog = SeriesDialog(None, sample_session, last)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    assert [d.id for d in dialog._model.rows] == [last.id]
    assert dialog.topics.count() > 6
    dialog.choice.setFocus()
    QTest.keyClick(dialog.choice, Qt.Key.Key_Home)
    dialog._put()
    assert dialogues.read(store, last.id).series is None
    assert not dialog.number.isEnabled()
    sample_session.undo()
    assert dialogues.read(store, last.id).series == last.series


def test_enter_on_a_round_opens_it(qtbot: QtBot, sample_session: Session) -> None:
    (last,) = dialogues.every(sample_session.store)
    commands.make_series(sample_session.store, Texts.of(en="Island Talks"), last.id)
    dialog = SeriesDialog(None, sample_session, dialogues.read(sample_session.store, last.id))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    assert dialog.choice.currentText() == "Island Talks"
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.opened == last.id
