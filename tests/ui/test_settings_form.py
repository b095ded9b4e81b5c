"""The settings as they are seen: whole without scrolling, labels beside their fields."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from dialogueprep import words
from dialogueprep.ui.dialogs.settings import SettingsDialog
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.fields import SavingLine
from dialogueprep.ui.widgets.labels import Label


def _middle(dialog: QWidget, widget: QWidget) -> int:
    return widget.mapTo(dialog, QPoint(0, widget.height() // 2)).y()


def test_the_settings_stand_whole_and_each_label_beside_its_field(
    qtbot: QtBot, look: Theme, sample_session: Session
) -> None:
    dialog = SettingsDialog(None, sample_session, look)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    (area,) = dialog.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    labels = {x.text(): x for x in dialog.findChildren(Label) if x.isVisible()}
    fields = {f.accessibleName(): f for f in dialog.findChildren(QWidget) if f.isVisible()}
    for said in ("Language of the window", "Attribution holds with", "Raw notes are destroyed"):
        assert abs(_middle(dialog, labels[said]) - _middle(dialog, fields[said])) <= 1, said


def test_the_fields_of_both_groups_begin_below_one_another_in_long_words_too(
    qtbot: QtBot, look: Theme, sample_session: Session
) -> None:
    words.use("ja")
    dialog = SettingsDialog(None, sample_session, look)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    fields = [f for f in dialog.findChildren(QWidget) if isinstance(f, Segments | SavingLine)]
    assert len(fields) == 4
    (area,) = dialog.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    assert len({f.mapTo(dialog, QPoint(0, 0)).x() for f in fields}) == 1
