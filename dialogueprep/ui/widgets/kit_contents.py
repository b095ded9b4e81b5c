"""What is in a kit and what is not, and the digits to read over the phone."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogueprep.domain.kits import Purpose
from dialogueprep.ui import painting, theme
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.words import tr
from dialogueprep.workflows.kits import IN_IT, NOT_IN_IT


class KitContents(QWidget):
    """Two paragraphs: what is in it, with how many of what, and what is not."""

    def __init__(self) -> None:
        super().__init__()
        self._in_it = Paragraph("", "body")
        self._counted = Paragraph("", "small", "ink2")
        self._not_in_it = Paragraph("", "body")
        self._stays = Paragraph("", "small", "ink2")
        self.setLayout(
            column(
                row(IconLabel("circle-check", "ok"), Label(tr("In it"), "label"), None, gap=8),
                self._in_it,
                self._counted,
                10,
                row(IconLabel("circle-x", "ink3"), Label(tr("Not in it"), "label"), None, gap=8),
                self._not_in_it,
                self._stays,
                None,
                gap=4,
            )
        )

    def show_purpose(self, purpose: Purpose, *, counted: str = "", stays: str = "") -> None:
        """Show what a kit for this purpose has; ``stays`` says what of this dialogue stays."""
        self._in_it.show_text(tr(IN_IT[purpose]))
        self._not_in_it.show_text(tr(NOT_IN_IT[purpose]))
        for below, words in ((self._counted, counted), (self._stays, stays)):
            below.show_text(words)
            below.setVisible(bool(words))


class Fingerprint(QWidget):
    """Digits in groups, large and evenly spaced."""

    def __init__(self, digits: str) -> None:
        super().__init__()
        self.digits = digits
        self.setAccessibleName(tr("Fingerprint"))
        self.setAccessibleDescription(digits)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(360), theme.scaled(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        h = self.height()
        painting.rounded(p, 0, 0, self.width(), h, 5, "info_soft", None)
        x = 14.0
        for group in self.digits.split(" "):
            x += painting.text(p, x, 0, 120, h, group, "head", tabular=True)
            x += theme.scaled(18)

    def contextMenuPolicy(self) -> Qt.ContextMenuPolicy:
        return Qt.ContextMenuPolicy.NoContextMenu
