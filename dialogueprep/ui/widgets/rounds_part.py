"""The part of Home that plans the next round from the last and shows the series."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dialogueprep.ui.page import Command
from dialogueprep.ui.session import Session
from dialogueprep.words import tr

if TYPE_CHECKING:
    from dialogueprep.ui.pages.home import HomePage

NEXT_KEYS = "Ctrl+Shift+N"
SERIES_KEYS = "Ctrl+Shift+S"
FOLLOW_KEYS = "Ctrl+Shift+F"


class RoundsPart:
    """Its dialogs are about the dialogue of the card that has the keyboard, else the open one."""

    def __init__(self, session: Session, page: HomePage) -> None:
        self._session, self._page = session, page

    def commands(self) -> Sequence[Command]:
        """Return what can be done with a dialogue; nothing without one."""
        if self._page.current() is None:
            return []
        return [
            Command(tr("Plan the next round"), self.plan_next, NEXT_KEYS, "calendar-plus"),
            Command(tr("Follow-ups"), self.show_follow_ups, FOLLOW_KEYS, "list-todo"),
            Command(tr("Rounds of the series"), self.show_series, SERIES_KEYS, "layers"),
        ]

    def plan_next(self) -> None:
        """Ask for the next round after a dialogue, and open it."""
        from dialogueprep.ui.dialogs.next_round import NextRoundDialog

        if (last := self._page.current()) is None:
            return
        self._session.flush.emit()
        if made := NextRoundDialog.ask(self._page, self._session, last):
            self._page.open_made(made)

    def show_follow_ups(self) -> None:
        """Show what is to be done after a dialogue, or was left from the round before."""
        from dialogueprep.ui.dialogs.follow_ups import FollowUpsDialog

        if (dialogue := self._page.current()) is not None:
            FollowUpsDialog(self._page, self._session, dialogue).exec()

    def show_series(self) -> None:
        """Show the rounds of a dialogue's series; open the one that is chosen there."""
        from dialogueprep.ui.dialogs.series import SeriesDialog

        if (dialogue := self._page.current()) is None:
            return
        if chosen := SeriesDialog.ask(self._page, self._session, dialogue):
            self._page.open_made(chosen)
