"""Asking before a form is closed by Esc, or at its frame, with something typed in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit

from dialogueprep.ui.dialogs.confirm import Confirm
from dialogueprep.words import tr


class AskBeforeLosing(QObject):
    """Asks before Esc or the frame closes a form with something typed in it.

    A button that says Cancel closes it unasked: it was aimed at.
    """

    def __init__(self, dialog: QDialog, also: Callable[[], bool] = bool) -> None:
        """Ask for ``dialog``; ``also`` returns whether it holds more than its fields show."""
        super().__init__(dialog)
        self._dialog, self._also = dialog, also
        dialog.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._closes(event) or not self._holds() or self._may_go():
            return False
        event.ignore() if event.type() == QEvent.Type.Close else event.accept()
        return True

    def _closes(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            return event.spontaneous()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return event.key() == Qt.Key.Key_Escape

    def _holds(self) -> bool:
        return self._also() or holds_typed(self._dialog)

    def _may_go(self) -> bool:
        sentence = tr("What you typed is not kept.")
        return Confirm.ask(self._dialog, tr("Close without keeping?"), sentence, tr("Close"))


def holds_typed(dialog: QDialog) -> bool:
    """Return whether somebody typed into a field of the dialog, and the words still stand there."""
    lines = any(
        each.isModified() and not each.isReadOnly() and bool(each.text().strip())
        for each in dialog.findChildren(QLineEdit)
    )
    return lines or any(
        each.document().isModified() and not each.isReadOnly() and bool(each.toPlainText().strip())
        for each in dialog.findChildren(QPlainTextEdit)
    )
