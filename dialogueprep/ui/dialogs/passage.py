"""Asking for other words for a passage, and for the reason to keep it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import Field, WritingField
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.words import sentences, tr


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


def ask_reason(parent: QWidget | None, passage: str, named: bool = False) -> str | None:
    """Return the reason for keeping a passage, or None if cancelled or empty.

    ``named``: it is a participant's name, which stays only where somebody else is meant.
    """
    field = Field(
        tr("Reason"),
        WritingField("", tr("For example: a quoted author who was not present"), lines=(2, 5)),
    )
    sentence = tr("“{passage}” stays as it stands. The reason is kept inside.", passage=passage)
    if named:
        condition = tr("A participant has this name. Keep it only for a namesake, and say who.")
        sentence = sentences((condition, sentence))
    dialog = WordsDialog(parent, tr("Keep the passage"), sentence, field, tr("Keep"))
    return (dialog.words or None) if dialog.exec() else None
