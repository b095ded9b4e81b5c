"""The part "Change several" of the library page, while more than one topic is selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from dialogueprep.store import library
from dialogueprep.ui.page import Command
from dialogueprep.ui.pages.library_parts import LibraryShelf
from dialogueprep.ui.session import Session
from dialogueprep.words import ntr, sentences


class SeveralPart:
    """Changes or removes the selected topics in one step."""

    def __init__(
        self, session: Session, shelf: LibraryShelf, today: Callable[[], date] = date.today
    ) -> None:
        self._session, self._shelf, self._today = session, shelf, today

    def commands(self) -> Sequence[Command]:
        """Return the one command, none while fewer than two topics are selected."""
        n = len(self._shelf.selected())
        if n < 2:
            return []
        words = ntr("Change {n} topic", "Change {n} topics", n)
        return [Command(words, self._open, icon="list-todo", of_selection=True)]

    def _open(self) -> None:
        from dialogueprep.ui.dialogs.several import ChangeSeveral

        names = library.tag_names(self._session.store)
        chosen = self._shelf.selected()
        done = ChangeSeveral.ask(self._shelf.page, self._session, chosen, names, self._today())
        if done is None:
            return
        if done.changed:
            words = ntr("Changed {n} entry", "Changed {n} entries", done.changed)
            self._session.say_removed(words)
            return
        kept = ntr("{n} stayed.", "{n} stayed.", done.kept) if done.kept else ""
        removed = ntr("Removed {n} topic.", "Removed {n} topics.", done.removed)
        self._session.say_removed(sentences([removed, kept]) if kept else removed)
