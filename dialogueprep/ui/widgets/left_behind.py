"""Notes that wait for this workspace from a place where it is no more: offered, not taken."""

from __future__ import annotations

from functools import partial

from dialogueprep.store.rescue import Rescue
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.notices import Banner, Notice, Remedy
from dialogueprep.words import ntr, tr


class LeftBehind(Banner):
    """Says that they are there, and brings them in or lets them wait."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._refused: set[str] = set()
        session.prepared.connect(self.look)

    def look(self) -> None:
        """Show what waits elsewhere, but for what is to wait on until the next opening."""
        known = self._session.left_behind()
        self.show_notices([self._offer(it) for it in known if it.place.path not in self._refused])

    def _offer(self, journal: Rescue) -> Notice:
        said = ntr(
            "{n} note that could not be written waits on this computer",
            "{n} notes that could not be written wait on this computer",
            len(journal.waiting),
        )
        detail = tr(
            "Typed in a workspace with the same key, in {folder}, which is not there any more. "
            "If this is that workspace, moved, bring it in; if this is a copy, let it wait.",
            folder=journal.place.path or tr("a folder that is not known"),
        )
        bring = Remedy(tr("Bring into this workspace"), partial(self._bring, journal))
        wait = Remedy(tr("Let it wait"), partial(self._leave, journal))
        return Notice(said, "warn", detail, (bring, wait))

    def _bring(self, journal: Rescue) -> None:
        self._session.take_over(journal)
        self.look()

    def _leave(self, journal: Rescue) -> None:
        self._refused.add(journal.place.path)
        self.look()
