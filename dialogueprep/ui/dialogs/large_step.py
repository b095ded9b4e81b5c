"""The window that says how far a step of very many rows is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.ui.widgets.part_bar import PartBar
from dialogueprep.words import tr


class LargeStep(QDialog):
    """A bar, and Cancel; Esc and closing cancel too. ``is_stopped`` says whether they did."""

    def __init__(self, parent: QWidget | None, words: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(words)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.is_stopped = False
        self._bar = PartBar()
        self._cancel = Button(tr("Cancel"), on_click=self.reject)
        quiet = Label(tr("Cancel leaves everything as it was."), "small", "ink2")
        below = row(quiet, None, self._cancel, gap=12)
        parts = (Label(words, "head"), self._bar, 2, below)
        self.setLayout(column(*parts, gap=10, margins=(24, 20, 24, 18)))
        self.setFixedWidth(460)

    @classmethod
    def begin(cls, words: str) -> LargeStep:
        """Open one over the window that is in front."""
        window = cls(QApplication.activeWindow(), words)
        window.show()
        window._cancel.setFocus()
        return window

    def show_part(self, done: int, every: int) -> None:
        """Show how much is done; when all rows are, only the disk is waited for."""
        self._bar.show_part(done / every if every else 0)

    def end(self) -> None:
        """Close it."""
        self.hide()
        self.deleteLater()

    def reject(self) -> None:
        """Stop as soon as the next rows are done."""
        self.is_stopped = True
        self._cancel.setEnabled(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reject()
        event.ignore()
