"""What the findings page can do besides making findings: order, project, bring home, follow up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from dialogueprep.commands import findings as commands
from dialogueprep.ui.models.finding_board import Board
from dialogueprep.ui.page import Command, KeyHint
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.drafting_part import KEYS as DRAFTING_KEYS
from dialogueprep.ui.widgets.drafting_part import DraftingPart
from dialogueprep.ui.widgets.homecoming import bring_home, is_ready
from dialogueprep.ui.widgets.notices import Notice, Remedy
from dialogueprep.words import tr

if TYPE_CHECKING:
    from dialogueprep.ui.pages.findings import FindingsPage

FOLLOW_KEYS = "Ctrl+Shift+F"
ORDER_KEYS = "Ctrl+Shift+O"


class BoardPart:
    """Orders findings, projects them, brings them home and follows them up."""

    def __init__(self, session: Session, page: FindingsPage) -> None:
        self._session, self._page = session, page
        self.drafting = DraftingPart(session, page.names, page)

    def commands(self) -> Sequence[Command]:
        """Return what can be done with the findings as they are."""
        dialogue = self._session.open_dialogue()
        if dialogue is None:
            return []
        found = [
            Command(tr("Drafting view"), self.show_drafting, DRAFTING_KEYS, "presentation"),
            Command(tr("Order by theme and importance"), self.order, ORDER_KEYS, "arrow-up-down"),
            Command(tr("Follow-ups"), self.show_follow_ups, FOLLOW_KEYS, "list-todo"),
        ]
        if is_ready(dialogue):
            found.append(Command(tr("Bring findings home"), self.bring_home, icon="inbox"))
        return found

    def keys(self) -> Sequence[tuple[str, Callable[[], object]]]:
        """Return the keys of these commands on the page."""
        return (
            (DRAFTING_KEYS, self.show_drafting), (ORDER_KEYS, self.order),
            (FOLLOW_KEYS, self.show_follow_ups),
        )  # fmt: skip

    def hints(self) -> Sequence[KeyHint]:
        """Return the keys of these commands for the sheet of keys."""
        return [
            KeyHint(DRAFTING_KEYS, tr("drafting view: the claims alone, for a second screen")),
            KeyHint(ORDER_KEYS, tr("order findings by theme and importance")),
            KeyHint(FOLLOW_KEYS, tr("follow-ups of the dialogue")),
        ]

    def notices(self, board: Board) -> list[Notice]:
        """Return what there is to say of the order of the findings."""
        if not board.retells:
            return []
        remedies = ()
        if board.better_order:
            remedies = (Remedy(tr("Order by theme and importance"), self.order, "1"),)
        said = tr(
            "The findings stand in the order of the agenda. A reader could tell from their order "
            "who had the floor."
        )
        how = "" if remedies else tr("Move the weightiest up with Alt and the arrows.")
        return [Notice(said, "warn", how, remedies)]

    def order(self) -> None:
        """Order the findings by theme and, in each, by importance."""
        board = self._page.desk.shown
        if board is None:
            return
        wanted = board.order_by_theme
        if wanted != [c.finding.id for c in board.cards]:
            self._session.run(commands.order_findings, board.dialogue.id, wanted)

    def show_drafting(self) -> None:
        """Open the drafting view, or go to it."""
        self._session.flush.emit()
        if self._session.open_dialogue() is not None:
            self.drafting.open(self._page)

    def show_follow_ups(self) -> None:
        """Show what institutions took upon themselves at the end of the dialogue."""
        from dialogueprep.ui.dialogs.follow_ups import FollowUpsDialog

        if (dialogue := self._session.open_dialogue()) is not None:
            FollowUpsDialog(self._page, self._session, dialogue).exec()

    def bring_home(self) -> None:
        """Put findings and recommendations into the library."""
        bring_home(self._session, self._page)
