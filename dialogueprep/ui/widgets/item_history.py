"""How the topic of an agenda item ended in other rounds, in the inspector."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dialogueprep.ui.widgets.item_parts import heading
from dialogueprep.ui.widgets.labels import Paragraph
from dialogueprep.ui.widgets.layout import column
from dialogueprep.words import tr


class ItemHistory(QWidget):
    """A heading and one line; hidden where the topic was never used elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.says = Paragraph("", "small", "ink2")
        self.setLayout(column(heading(tr("In other rounds")), self.says, gap=2))
        self.hide()

    def show_words(self, words: str) -> None:
        """Show how the topic ended there: "R2 divergent, R3 emerging"."""
        self.says.show_text(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
