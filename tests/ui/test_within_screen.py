"""Dialogs on a small screen: whole, with the buttons at their foot in reach."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from dialogueprep.ui.dialogs.dialogue import DialogueDialog, _blank
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.within_screen import grow, keep_dialogs_on_screen


def _inside(dialog: QDialog) -> bool:
    return dialog.screen().availableGeometry().contains(dialog.frameGeometry())


def test_a_dialog_higher_than_its_screen_is_made_to_fit_when_it_is_shown(
    qtbot: QtBot, look: Theme
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    keep_dialogs_on_screen(window)
    dialog = DialogueDialog(window, _blank(date(2026, 11, 3)))
    there = dialog.screen().availableGeometry()
    dialog.resize(640, there.height() + 120)
    with qtbot.waitActive(dialog):
        dialog.show()
    qtbot.waitUntil(lambda: _inside(dialog))
    foot = dialog.done_button.mapToGlobal(QPoint(0, dialog.done_button.height()))
    assert there.contains(foot)
    assert dialog.width() == 640


def test_a_dialog_beyond_the_edge_is_brought_back_whole(qtbot: QtBot, look: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    keep_dialogs_on_screen(window)
    dialog = QDialog(window)
    dialog.resize(300, 200)
    dialog.move(dialog.screen().availableGeometry().bottomRight() - QPoint(40, 40))
    with qtbot.waitActive(dialog):
        dialog.show()
    qtbot.waitUntil(lambda: _inside(dialog))
    assert (dialog.width(), dialog.height()) == (300, 200)


def test_a_dialog_grows_around_its_middle_and_not_beyond_its_screen(
    qtbot: QtBot, look: Theme
) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    there = dialog.screen().availableGeometry()
    dialog.resize(300, 200)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.move(there.center() - QPoint(150, 100))
    middle = dialog.frameGeometry().center()
    grow(dialog, 500, 400)
    assert (dialog.width(), dialog.height()) == (500, 400)
    moved = dialog.frameGeometry().center() - middle
    assert max(abs(moved.x()), abs(moved.y())) <= 1
    grow(dialog, 500, there.height() + 300)
    assert _inside(dialog)
