"""The part of the library that finds entries which say the same."""

from __future__ import annotations

from collections.abc import Sequence

from dialogueprep.store import sayings
from dialogueprep.ui.page import Command
from dialogueprep.ui.pages.library_parts import LibraryShelf
from dialogueprep.ui.session import Session
from dialogueprep.words import tr


class Duplicates:
    """Opens the duplicates, once there are two entries."""

    def __init__(self, session: Session, shelf: LibraryShelf) -> None:
        self._session, self._shelf = session, shelf

    def commands(self) -> Sequence[Command]:
        """Return the command that opens them."""
        if sayings.count(self._session.store) < 2:
            return ()
        return (Command(tr("Find duplicates"), self.open, icon="git-compare"),)

    def open(self) -> None:
        """Look for duplicates and work through them."""
        from dialogueprep.ui.dialogs.duplicates import DuplicatesDialog

        chosen = self._shelf.selected()
        DuplicatesDialog(self._shelf.page, self._session, chosen[0] if chosen else None).exec()
