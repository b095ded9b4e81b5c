"""The window that says that the program made a mistake, and what is safe."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.words import tr


class MistakeDialog(QDialog):
    """Shows places in the program, never anything that was typed."""

    def __init__(self, parent: QWidget | None, entry: str, sentence: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Something went wrong"))
        where = QPlainTextEdit(entry)
        where.setReadOnly(True)
        where.setFixedHeight(150)
        where.setAccessibleName(tr("Where it happened"))
        safe = tr(
            "Everything that was saved is safe on disk. What you did last may not have been done."
        )
        close = Button(tr("Go on"), "primary", on_click=self.accept)
        self.setLayout(
            column(
                Label(sentence or tr("The program made a mistake."), "head", wrap=True),
                Label(safe, "body", "ink2", wrap=True),
                Label(tr("Where it happened, without any of your words:"), "label"),
                where,
                row(None, close),
                gap=10,
                margins=(24, 20, 24, 20),
            )
        )
        self.setMinimumWidth(560)
        close.setFocus()

    @classmethod
    def tell(cls, parent: QWidget | None, entry: str, sentence: str = "") -> None:
        """Show the window until it is closed."""
        cls(parent, entry, sentence).exec()
