"""The sheet of keys (F1): those of the page, and those that hold everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from dialogueprep.ui import theme
from dialogueprep.ui.actions import SPECS
from dialogueprep.ui.page import KeyHint
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import KeyLabel, Label
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.words import tr

_ROWS = 14  # keys below one another; more stand in a second column where there is room
_TWO_COLUMNS = 1140  # px that two columns take beside those keys that hold everywhere


class KeysOfPage(QDialog):
    """Two sides: this page, everywhere. ``alone``: a window where only its own keys hold."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        hints: Sequence[KeyHint],
        *,
        alone: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys of this page"))
        wide = parent is not None and parent.width() >= theme.scaled(_TWO_COLUMNS)
        sides = [_side(title, hints, _ROWS if wide else len(hints))] if hints else []
        if not alone:
            everywhere = [KeyHint(each.keys[0], tr(each.words)) for each in SPECS]
            everywhere.insert(1, KeyHint("Alt+1", tr("Go to a page, 1 to 8")))
            sides.append(_side(tr("Everywhere"), everywhere))
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
    def tell(
        cls, parent: QWidget | None, title: str, hints: Sequence[KeyHint], *, alone: bool = False
    ) -> None:
        """Show the sheet until it is closed."""
        cls(parent, title, hints, alone=alone).exec()


def _side(title: str, hints: Sequence[KeyHint], most: int = _ROWS) -> QWidget:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(9)
    columns = -(-len(hints) // most)
    rows = -(-len(hints) // columns)
    for number, hint in enumerate(hints):
        column_, row_ = divmod(number, rows)
        grid.setColumnStretch(3 * column_ + 1, 1)
        grid.setColumnMinimumWidth(3 * column_ + 2, 12 if column_ + 1 < columns else 0)
        grid.addWidget(KeyLabel(hint.keys), row_, 3 * column_, Qt.AlignmentFlag.AlignLeft)
        words = hint.words[:1].upper() + hint.words[1:]
        grid.addWidget(Label(words, "small", "ink"), row_, 3 * column_ + 1)
    side = QWidget()
    side.setLayout(column(Label(title, "head"), 6, grid, None, gap=6))
    return side
