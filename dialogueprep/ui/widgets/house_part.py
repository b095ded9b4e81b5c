"""The ways from the documents page to the look of documents, and to a PDF with a password."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dialogueprep.ui.page import Command
from dialogueprep.ui.session import Session
from dialogueprep.words import tr


class HousePart(QObject):
    """Opens the dialog of paper, logos and template; asks for a password and hands it on."""

    def __init__(self, session: Session, page: QWidget, locked: Callable[[str], None]) -> None:
        super().__init__(page)
        self._session, self._page, self._locked = session, page, locked

    def commands(self) -> Sequence[Command]:
        """Return the ways, where a dialogue is open."""
        if self._session.dialogue is None:
            return []
        return [
            Command(tr("Paper, logos and template"), self.open, icon="palette"),
            Command(tr("Release as a PDF with a password"), self.lock, icon="lock-keyhole"),
        ]

    def open(self) -> None:
        """Show the choices."""
        from dialogueprep.ui.dialogs.house_look import HouseLookDialog

        self._session.flush.emit()
        dialogue = self._session.open_dialogue()
        if dialogue is not None:
            HouseLookDialog.ask(self._page.window(), self._session, dialogue)

    def lock(self) -> None:
        """Ask for a password and release the PDF with it."""
        from dialogueprep.ui.dialogs.pdf_password import PdfPasswordDialog

        if password := PdfPasswordDialog.ask(self._page.window()):
            self._locked(password)
