"""A thin bar that says how much of something is done."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from dialogueprep.ui import painting


class PartBar(QWidget):
    """How much is reviewed, as a bar of 4 px."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setFixedHeight(4)

    def show_part(self, part: float) -> None:
        """Show a part from 0 to 1."""
        self._part = part
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        painting.rounded(p, 0, 0, self.width(), 4, 2, "press")
        if self._part:
            painting.rounded(p, 0, 0, max(4, self.width() * self._part), 4, 2, "accent")
