"""The order of names in lists, as a part of the page Participants."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from dialogueprep.ui.page import Command
from dialogueprep.ui.session import Session
from dialogueprep.words import tr


class NameOrdersPart:
    """Opens the choice of orders."""

    def __init__(self, session: Session, page: QWidget) -> None:
        self._session, self._page = session, page

    def commands(self) -> Sequence[Command]:
        """Return what the part can do."""
        return [Command(tr("Order of names in lists"), self.open, "", "arrow-up-down")]

    def open(self) -> None:
        """Ask for the orders of the open dialogue."""
        from dialogueprep.ui.dialogs.name_orders import NameOrdersDialog

        dialogue = self._session.open_dialogue()
        if dialogue is not None:
            NameOrdersDialog(self._page, self._session, dialogue).exec()
