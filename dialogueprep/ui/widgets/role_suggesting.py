"""Parts of the page Participants: suggested roles, and templates of targets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dialogueprep.ui.page import Command
from dialogueprep.ui.session import Session
from dialogueprep.words import tr

if TYPE_CHECKING:
    from dialogueprep.ui.pages.participants import ParticipantsPage


SUGGEST_KEYS = "Ctrl+G"


class RoleSuggesting:
    """Opens the dialog that proposes roles, and writes what is taken from it."""

    def __init__(self, session: Session, page: ParticipantsPage) -> None:
        self._session, self._page = session, page

    def commands(self) -> Sequence[Command]:
        """Return what the menu lists."""
        return [Command(tr("Suggest roles"), self.suggest, SUGGEST_KEYS, "sparkles")]

    def suggest(self) -> None:
        """Propose roles for the open dialogue."""
        from dialogueprep.commands import roles
        from dialogueprep.ui.dialogs.suggest_roles import SuggestRolesDialog
        from dialogueprep.ui.models.roster_grid import read_roster

        dialogue = self._session.open_dialogue()
        grid = read_roster(self._session.store, dialogue) if dialogue else None
        if grid is None or not grid.rows or not grid.columns:
            self._session.notice.emit(
                tr("Roles are suggested for people at items. Add both first.")
            )
            return
        cells = SuggestRolesDialog.ask(self._page, grid)
        if cells:
            self._session.run(roles.assign, cells)
        self._page.roster.setFocus()


class TargetTemplates:
    """Opens the templates of targets."""

    def __init__(self, session: Session, page: ParticipantsPage) -> None:
        self._session, self._page = session, page

    def commands(self) -> Sequence[Command]:
        """Return what the menu lists."""
        return [Command(tr("Templates of targets"), self.open, "", "bookmark")]

    def open(self) -> None:
        """Open the list of templates."""
        from dialogueprep.ui.dialogs.target_templates import TargetTemplatesDialog

        if self._session.dialogue is not None:
            TargetTemplatesDialog(self._page, self._session, self._session.dialogue).exec()
