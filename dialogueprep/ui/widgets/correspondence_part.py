"""The part of the page Participants for invitations, letters, calendars and papers of the room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from dialogueprep.ui.page import Command
from dialogueprep.ui.session import Session
from dialogueprep.words import tr


class CorrespondencePart:
    """Opens the views of what goes out to participants and lies on the table."""

    def __init__(
        self, session: Session, over: QWidget, today: Callable[[], date] = date.today
    ) -> None:
        self._session, self._over, self._today = session, over, today

    def commands(self) -> Sequence[Command]:
        """Return what can be opened; nothing without an open dialogue."""
        if self._session.dialogue is None:
            return ()
        return (
            Command(tr("Invitations"), self.invitations, "", "user-check"),
            Command(tr("Letters to participants"), partial(self.papers, "letters"), "",
                    "file-text"),
            Command(tr("Calendars for participants"), partial(self.papers, "calendars"), "",
                    "calendar-plus"),
            Command(tr("Name plates"), partial(self.papers, "plates"), "", "tag"),
            Command(tr("Sign-in sheet"), partial(self.papers, "sign-in"), "", "pen-line"),
            Command(tr("Seating plan"), self.seating, "", "users"),
        )  # fmt: skip

    def invitations(self) -> None:
        """Show who is invited, and move them on."""
        from dialogueprep.ui.dialogs.invitations import InvitationsDialog

        self._session.flush.emit()
        if dialogue := self._session.open_dialogue():
            InvitationsDialog.ask(self._over, self._session, dialogue, self._today())

    def papers(self, kind: str) -> None:
        """Show what can be written for participants, beginning with one kind."""
        from dialogueprep.ui.dialogs.correspondence import CorrespondenceDialog

        self._session.flush.emit()
        if dialogue := self._session.open_dialogue():
            CorrespondenceDialog.ask(self._over, self._session, dialogue, kind, self._today())

    def seating(self) -> None:
        """Show the table and who sits where."""
        from dialogueprep.ui.dialogs.seating_plan import SeatingDialog

        self._session.flush.emit()
        if dialogue := self._session.open_dialogue():
            SeatingDialog.ask(self._over, self._session, dialogue, self._today())
