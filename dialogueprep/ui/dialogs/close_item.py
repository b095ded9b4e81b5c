"""Asks whether the notes of an item may be shuffled when it closes."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.words import tr


class CloseItemDialog(QDialog):
    """Three ways: shuffle, keep the order, leave the item open."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent)
        self.keep_order = False
        self.setWindowTitle(tr("Close this item"))
        sentence = tr(
            "The notes are shuffled within each question, so that their order does not tell who "
            "spoke after whom. No undo brings the order of typing back; they can be put in another "
            "order afterwards."
        )
        shuffle = Button(tr("Close and shuffle"), "primary", on_click=self.accept)
        self.setLayout(
            column(
                Label(tr("Close “{title}”", title=title), "head", wrap=True),
                Paragraph(sentence, "body", "ink2"),
                10,
                row(
                    Button(tr("Keep my order instead"), "link", on_click=self._keep), None,
                    Button(tr("Cancel"), on_click=self.reject), shuffle,
                ),
                gap=8,
                margins=(24, 20, 24, 20),
            )
        )  # fmt: skip
        self.setFixedWidth(480)
        shuffle.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, title: str) -> bool | None:
        """Return whether the order is to be kept; None leaves the item open."""
        dialog = cls(parent, title)
        return dialog.keep_order if dialog.exec() else None

    def _keep(self) -> None:
        self.keep_order = True
        self.accept()
