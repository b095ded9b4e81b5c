"""Windows that ask before something that cannot be undone, or for a passphrase."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import ClassVar

from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.ui.widgets.buttons import Button, Kind
from dialogueprep.ui.widgets.fields import Field, PassphraseField
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.words import tr


class Confirm(QDialog):
    """Says what will happen; Esc and Cancel leave everything as it is."""

    _asks: ClassVar[bool] = True

    def __init__(
        self, parent: QWidget | None, title: str, sentence: str, verb: str, kind: Kind = "danger"
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        cancel = Button(tr("Cancel"), on_click=self.reject)
        self.setLayout(
            column(
                Label(title, "head"),
                Paragraph(sentence, "body", "ink2"),
                10,
                row(None, cancel, Button(verb, kind, on_click=self.accept)),
                gap=8,
                margins=(24, 20, 24, 20),
            )
        )
        self.setFixedWidth(460)
        cancel.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget | None, title: str, sentence: str, verb: str, kind: Kind = "danger"
    ) -> bool:
        """Return whether the user said yes."""
        return not cls._asks or bool(cls(parent, title, sentence, verb, kind).exec())


@contextmanager
def unasked() -> Generator[None]:
    """Ask nothing inside, and take it for a yes: nobody is there to answer."""
    Confirm._asks = False
    try:
        yield
    finally:
        Confirm._asks = True


class AskPassphrase(QDialog):
    """Asks for the passphrase, or a recovery key, that opens the workspace."""

    def __init__(self, parent: QWidget | None, title: str, verb: str, sentence: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.known = PassphraseField(tr("Passphrase"), tr("Show"), tr("Hide"))
        self.known.returnPressed.connect(self.accept)
        take = Button(verb, "primary", on_click=self.accept)
        said = Paragraph(sentence, "body", "ink2")
        if not sentence:  # to show it before it has an owner would open a window
            said.hide()
        self.setLayout(
            column(
                Label(title, "head"),
                said,
                6,
                Field(tr("A passphrase of the workspace, or its recovery key"), self.known),
                10,
                row(None, Button(tr("Cancel"), on_click=self.reject), take),
                gap=8,
                margins=(24, 20, 24, 20),
            )
        )
        self.setFixedWidth(460)
        self.known.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, title: str, verb: str, sentence: str = "") -> str | None:
        """Return what was typed, or None if it was given up."""
        dialog = cls(parent, title, verb, sentence)
        return dialog.known.text() if dialog.exec() and dialog.known.text() else None
