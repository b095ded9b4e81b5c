"""Small windows that ask for passphrases: to change one, or to add a holder of a key."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import Field, LineField, PassphraseField
from dialogueprep.ui.widgets.keycards import StrengthBar
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.ui.widgets.notices import NoteBox
from dialogueprep.words import tr


@dataclass(frozen=True, slots=True)
class NewPassphrase:
    """The passphrase that opens the workspace now, a new one, and whose it is."""

    known: str
    new: str
    name: str = ""


class PassphraseDialog(QDialog):
    """Asks for the present passphrase and, twice, for a new one."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        verb: str,
        *,
        with_name: bool,
        with_known: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.known = _field(tr("Present passphrase"))
        self.new = _field(tr("New passphrase"))
        self.again = _field(tr("Once more"))
        self.name = LineField(name=tr("Whose key it is"))
        self._strength = StrengthBar()
        self._take = Button(verb, "primary", on_click=self.accept)
        for field in (self.known, self.new, self.again, self.name):
            field.textChanged.connect(self._on_edited)
        whose = Field(tr("Whose key it is"), self.name)
        if not with_name:  # to show it before it has an owner would open a window
            whose.hide()
        self._with_name, self._with_known = with_name, with_known
        present = tr("Present passphrase, or the recovery key")
        known = Field(present if with_name else tr("Present passphrase"), self.known)
        if not with_known:
            known.hide()
        self.setLayout(
            column(
                Label(title, "head"),
                6,
                known,
                whose,
                Field(tr("New passphrase"), self.new),
                Field(tr("Once more"), self.again),
                self._strength,
                NoteBox(tr("A forgotten passphrase cannot be recovered."), level="warn"),
                8,
                row(None, Button(tr("Cancel"), on_click=self.reject), self._take),
                gap=10,
                margins=(24, 20, 24, 20),
            )
        )
        self.setMinimumWidth(440)
        self._on_edited()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        title: str,
        verb: str,
        *,
        with_name: bool = False,
        with_known: bool = True,
    ) -> NewPassphrase | None:
        """Return what was typed, or None if it was given up."""
        dialog = cls(parent, title, verb, with_name=with_name, with_known=with_known)
        if not dialog.exec():
            return None
        return NewPassphrase(dialog.known.text(), dialog.new.text(), dialog.name.text().strip())

    def _on_edited(self) -> None:
        self._strength.show_passphrase(self.new.text())
        agreed = bool(self.new.text()) and self.new.text() == self.again.text()
        named = bool(self.name.text().strip()) or not self._with_name
        proved = bool(self.known.text()) or not self._with_known
        self._take.setEnabled(agreed and named and proved)


def _field(name: str) -> PassphraseField:
    return PassphraseField(name, tr("Show"), tr("Hide"))
