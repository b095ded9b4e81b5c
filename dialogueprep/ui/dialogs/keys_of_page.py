"""The sheet of keys (F1): those of the page, and those that hold everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from dialogueprep.ui.actions import SPECS
from dialogueprep.ui.page import KeyHint
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import KeyLabel, Label
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.words import tr


class KeysOfPage(QDialog):
    """Two columns: this page, everywhere."""

    def __init__(self, parent: QWidget | None, title: str, hints: Sequence[KeyHint]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys of this page"))
        everywhere = [KeyHint(each.keys[0], tr(each.words)) for each in SPECS]
        everywhere.insert(1, KeyHint("Alt+1", tr("Go to a page, 1 to 8")))
        sides = [_side(tr("Everywhere"), everywhere)]
        if hints:
            sides.insert(0, _side(title, hints))
        close = Button(tr("Close"), on_click=self.accept)
        self.setLayout(
            column(
                row(*((side, 1) for side in sides), gap=40),
                row(None, close),
                gap=20,
                margins=(24, 20, 24, 20),
            )
        )
        close.setFocus()

    @classmethod
    def tell(cls, parent: QWidget | None, title: str, hints: Sequence[KeyHint]) -> None:
        """Show the sheet until it is closed."""
        cls(parent, title, hints).exec()


def _side(title: str, hints: Sequence[KeyHint]) -> QWidget:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(9)
    grid.setColumnStretch(1, 1)
    for number, hint in enumerate(hints):
        grid.addWidget(KeyLabel(hint.keys), number, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(Label(hint.words, "small", "ink"), number, 1)
    side = QWidget()
    side.setLayout(column(Label(title, "head"), 6, grid, None, gap=6))
    return side
