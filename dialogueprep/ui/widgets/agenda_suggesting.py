"""Suggesting topics from the agenda page: asks in a dialog, and puts them on the agenda."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dialogueprep.commands import suggesting as commands
from dialogueprep.domain.dialogue import Phase
from dialogueprep.domain.offer import Kept
from dialogueprep.domain.query import as_typed
from dialogueprep.ui.found import Sought
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.kept_line import query_for


class TopicSuggesting(QObject):
    """Opens the dialog over the page; ``placed`` carries the first item that got a topic."""

    placed = Signal(str)

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__(over)
        self._session, self._over = session, over

    def open(self) -> None:
        """Suggest topics for the dialogue that is open, and put those on the agenda that stay."""
        from dialogueprep.ui.dialogs.suggestion import SuggestionDialog
        from dialogueprep.ui.models.suggestion import Proposal

        self._session.flush.emit()
        dialogue = self._session.open_dialogue()
        if dialogue is None or dialogue.phase is Phase.CLOSED:
            return
        done = SuggestionDialog.ask(self._over, Proposal(self._session.store, dialogue))
        if done.look_at is not None:
            self.show_kept(done.look_at)
        elif (asked := done.asked) is not None:
            put, facts = commands.put_on_agenda, {"days": asked.days, "exact": asked.exact}
            placed = self._session.run(put, dialogue, asked.choices, **facts)
            if placed:
                self.placed.emit(placed[0])

    def show_kept(self, kept: Kept) -> None:
        """Show in the library the topics that are kept back for a reason."""
        dialogue = self._session.open_dialogue()
        if dialogue is not None:
            query = query_for(kept, dialogue.ceiling, dialogue.table)
            self._session.go("library", Sought(as_typed(query)))
