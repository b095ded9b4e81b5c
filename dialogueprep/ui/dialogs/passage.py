"""Asking for other words for a passage."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import Field, WritingField
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.words import tr


class WordsDialog(QDialog):
    """One field of words; Ctrl+Enter takes them."""

    def __init__(
        self, parent: QWidget | None, title: str, sentence: str, field: Field, done: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.field = field
        take = Button(done, "primary", on_click=self.accept)
        take.setShortcut("Ctrl+Return")
        self.setLayout(
            column(
                Label(title, "head"),
                Label(sentence, "body", "ink2", wrap=True),
                field,
                row(None, Button(tr("Cancel"), on_click=self.reject), take),
                gap=12,
                margins=(24, 20, 24, 20),
            )
        )
        self.setMinimumWidth(520)
        field.field.setFocus()

    @property
    def words(self) -> str:
        """What was written."""
        field = self.field.field
        return field.toPlainText().strip() if isinstance(field, WritingField) else ""


def ask_wording(parent: QWidget | None, line: str, passage: str) -> str | None:
    """Return new wording for the whole line that holds a passage, or None if cancelled."""
    field = Field(tr("Wording"), WritingField(line, lines=(4, 10)))
    sentence = tr(
        "The passage is “{passage}”. It is changed where it comes from, in this language.",
        passage=passage,
    )
    dialog = WordsDialog(parent, tr("Other words"), sentence, field, tr("Rewrite"))
    return dialog.words if dialog.exec() else None
