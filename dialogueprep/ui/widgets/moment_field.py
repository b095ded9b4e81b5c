"""A field for a day and time, typed in any usual way; it may stay empty."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from dialogueprep.domain.moments import moment_words, read_moment
from dialogueprep.ui.widgets.fields import LineField, mark_field
from dialogueprep.words import tr


class MomentField(LineField):
    """Day and time; what is typed is written out when it is left. Up and Down step the day."""

    def __init__(self, near: date, *, name: str = "") -> None:
        super().__init__(placeholder=f"{near.isoformat()} 14:30", name=name)
        self._near = near
        self.editingFinished.connect(self._settle)
        self.textEdited.connect(lambda _words: self._mark(True))

    def show_moment(self, moment: datetime | None) -> None:
        """Show a day and time, or nothing."""
        self.setText(moment_words(moment))
        self._mark(True)

    @property
    def moment(self) -> datetime | None:
        """The day and time that are written; None for nothing and for what is not understood."""
        return read_moment(self.text(), self._near)

    @property
    def understood(self) -> bool:
        """Whether nothing is written, or a day and time."""
        return not self.text().strip() or self.moment is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() in steps:
            now = self.moment
            by = timedelta(days=steps[Qt.Key(event.key())])
            self.show_moment(now + by if now else datetime.combine(self._near, datetime.min.time()))
            return
        super().keyPressEvent(event)

    def complete(self) -> bool:
        """Return whether what is written is understood; mark the field if it is not."""
        self._mark(self.understood)
        return self.understood

    def _settle(self) -> None:
        if self.complete() and self.text().strip():
            self.show_moment(self.moment)

    def _mark(self, good: bool) -> None:
        mark_field(self, "bad", not good)
        self.setToolTip("" if good else tr("Write a day and time such as 11-12 14:30."))
