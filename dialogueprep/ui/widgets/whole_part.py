"""The part of the agenda page that shows the agenda as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dialogueprep.store import offers
from dialogueprep.ui.page import Command
from dialogueprep.ui.session import Session
from dialogueprep.words import tr

if TYPE_CHECKING:
    from dialogueprep.ui.pages.agenda import AgendaPage


class WholePart:
    """Opens the overview, and takes the remedy that was chosen there."""

    def __init__(self, session: Session, page: AgendaPage) -> None:
        self._session, self._page = session, page

    def commands(self) -> Sequence[Command]:
        """Return the one command, where there is an agenda."""
        if self._page.agenda is None or not self._page.agenda.items:
            return []
        return [Command(tr("The agenda as a whole"), self.open, icon="layers")]

    def open(self) -> None:
        """Show the overview."""
        from dialogueprep.ui.dialogs.agenda_whole import AgendaWholeDialog

        self._session.flush.emit()
        agenda = self._page.agenda
        if agenda is None:
            return
        dimensions = offers.dimensions_on(self._session.store, agenda.dialogue.id)
        dialog = AgendaWholeDialog(self._page, agenda, dimensions)
        if dialog.exec() and dialog.wanted is not None:
            self._page.attention.take(*dialog.wanted)
