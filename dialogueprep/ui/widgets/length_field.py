"""A field for a length of time, typed as 90, 1:30 or 1h30."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from dialogueprep.domain.clock import read_length
from dialogueprep.ui.widgets.fields import LineField, mark_field
from dialogueprep.words import tr

STEP = 5  # minutes


class LengthField(LineField):
    """Hands over minutes on Enter and when it is left; Up and Down change them by 5.

    Esc gives up what was typed; a second Esc is left to the window.
    """

    sent = Signal(int)

    def __init__(self, name: str, least: int, most: int) -> None:
        super().__init__(name=name)
        self._minutes, self._least, self._most = 0, least, most
        self.editingFinished.connect(self._send)

    def show_minutes(self, minutes: int) -> None:
        """Show a length."""
        self._minutes = minutes
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: STEP, Qt.Key.Key_Down: -STEP}
        if event.key() in steps:
            self._offer(self._minutes + steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self._show()
        else:
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()  # it hands over the length; the dialog's button is not pressed

    @property
    def _shown(self) -> str:
        return tr("{n} min", n=self._minutes)

    def _show(self) -> None:
        mark_field(self, "bad", False)
        self.setToolTip("")
        self.setText(self._shown)

    def _send(self) -> None:
        if self.text() == self._shown:
            return
        minutes = read_length(self.text())
        if minutes is None or not self._least <= minutes <= self._most:
            mark_field(self, "bad", True)
            self.setToolTip(tr("Write a length such as 90, 1:30 or 1h30."))
            return
        self._offer(minutes)

    def _offer(self, minutes: int) -> None:
        minutes = min(max(minutes, self._least), self._most)
        changed = minutes != self._minutes
        self.show_minutes(minutes)
        if changed:
            self.sent.emit(minutes)
