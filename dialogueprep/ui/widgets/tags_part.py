"""The part "Tags" of the library page."""

from __future__ import annotations

from collections.abc import Sequence

from dialogueprep.ui.page import Command
from dialogueprep.ui.pages.library_parts import LibraryShelf
from dialogueprep.ui.session import Session
from dialogueprep.words import tr


class TagsPart:
    """Opens the tags."""

    def __init__(self, session: Session, shelf: LibraryShelf) -> None:
        self._session, self._shelf = session, shelf

    def commands(self) -> Sequence[Command]:
        """Return the one command."""
        return [Command(tr("Tags"), self._open, icon="tags")]

    def _open(self) -> None:
        from dialogueprep.ui.dialogs.tags import TagsDialog

        TagsDialog.ask(self._shelf.page, self._session)
