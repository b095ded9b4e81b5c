"""Bringing findings home, from the findings page and from the library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from dialogueprep.domain.dialogue import Dialogue, Phase
from dialogueprep.domain.library import TopicId
from dialogueprep.ui import theme
from dialogueprep.ui.found import Sought
from dialogueprep.ui.page import Command
from dialogueprep.ui.pages.library_parts import LibraryShelf
from dialogueprep.ui.session import Session
from dialogueprep.words import ntr, tr

_READY = (Phase.DRAFTING, Phase.CLOSED)


def is_ready(dialogue: Dialogue | None) -> bool:
    """Return whether findings of a dialogue may come home."""
    return dialogue is not None and dialogue.phase in _READY


def bring_home(session: Session, over: QWidget, also: Iterable[TopicId] = ()) -> None:
    """Ask what of the open dialogue comes home, bring it, and show it in the library.

    ``also`` are topics to choose from beside those of the dialogue.
    """
    from dialogueprep.commands.bring_home import source_of
    from dialogueprep.ui.dialogs.bring_home import BringHomeDialog
    from dialogueprep.workflows import homecoming

    session.flush.emit()
    dialogue = session.open_dialogue()
    if dialogue is None:
        return
    under = BringHomeDialog.ask(over, homecoming.look(session.store, dialogue, also))
    if not under:
        return
    added = session.run(homecoming.bring, dialogue, under)
    if not added:
        return
    title = source_of(dialogue).title.replace('"', " ")
    session.go("library", Sought(f'source:"{title}"'))
    words = ntr("{n} entry came home, unrated", "{n} entries came home, unrated", len(added))
    session.say_removed(words)


class HomecomingPart:
    """The part of the library that brings findings of the open dialogue home."""

    def __init__(self, session: Session, shelf: LibraryShelf) -> None:
        self._session, self._shelf = session, shelf

    def commands(self) -> Sequence[Command]:
        """Return the command, while there is a dialogue whose findings may come."""
        dialogue = self._session.open_dialogue()
        if dialogue is None or not is_ready(dialogue):
            return []
        name = dialogue.names.best(theme.window_language())
        words = tr("Bring findings home: {dialogue}", dialogue=name)
        return [Command(words, partial(self.ask), icon="inbox")]

    def ask(self) -> None:
        """Ask what comes home; topics that are selected may be chosen for it."""
        bring_home(self._session, self._shelf.page, self._shelf.selected())
