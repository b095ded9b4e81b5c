"""The part of the library that suggests topics for the agenda of the open dialogue."""

from __future__ import annotations

from collections.abc import Sequence

from dialogueprep.domain.dialogue import Phase
from dialogueprep.ui.page import Command
from dialogueprep.ui.pages.library_parts import LibraryShelf
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.agenda_suggesting import TopicSuggesting
from dialogueprep.words import tr


class SuggestPart:
    """Asks as the agenda page does, and goes there when topics have been placed."""

    def __init__(self, session: Session, shelf: LibraryShelf) -> None:
        self._shelf = shelf
        self._suggesting = TopicSuggesting(session, shelf.page)
        self._suggesting.placed.connect(lambda item: session.go("agenda", item))

    def commands(self) -> Sequence[Command]:
        """Return what stands in the menu, if there is an agenda for it."""
        dialogue = self._shelf.held.dialogue
        if dialogue is None or dialogue.phase is Phase.CLOSED or not len(self._shelf.held):
            return []
        return [Command(tr("Suggest topics"), self._suggesting.open, "", "sparkles")]
