"""Asks for the password with which a PDF is to open."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import Field, PassphraseField
from dialogueprep.ui.widgets.keycards import StrengthBar
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.ui.widgets.notices import NoteBox
from dialogueprep.words import tr


class PdfPasswordDialog(QDialog):
    """A password, twice, and what it does."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("PDF with a password"))
        self.password = PassphraseField(tr("Password"), tr("Show"), tr("Hide"))
        self.again = PassphraseField(tr("Once more"), tr("Show"), tr("Hide"))
        self._strength = StrengthBar()
        self.take = Button(tr("Release the PDF"), "primary", on_click=self.accept)
        self.take.setDefault(True)
        for field in (self.password, self.again):
            field.textChanged.connect(self._on_edited)
        note = tr(
            "The program does not keep it. Tell it to the readers in another way than the file."
        )
        self.setLayout(
            column(
                Label(tr("PDF with a password"), "head"),
                6,
                Field(tr("Password"), self.password),
                Field(tr("Once more"), self.again),
                self._strength,
                NoteBox(note, level="info"),
                8,
                row(None, Button(tr("Cancel"), on_click=self.reject), self.take),
                gap=10,
                margins=(24, 20, 24, 20),
            )
        )
        self.setMinimumWidth(440)
        self._on_edited()

    @classmethod
    def ask(cls, parent: QWidget | None) -> str:
        """Return the password, empty if it was given up."""
        dialog = cls(parent)
        return dialog.password.text() if dialog.exec() else ""

    def _on_edited(self) -> None:
        self._strength.show_passphrase(self.password.text())
        typed = self.password.text()
        self.take.setEnabled(bool(typed) and typed == self.again.text())
