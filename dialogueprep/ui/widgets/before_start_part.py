"""The checklist before the first item, on the notes page: a notice until it is done or begun."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from dialogueprep.domain.before_start import Check
from dialogueprep.domain.dialogue import Phase
from dialogueprep.store import before_start
from dialogueprep.ui.models.notes_shown import Shown
from dialogueprep.ui.page import Command, Page
from dialogueprep.ui.room_clock import Now, local_now
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.life_reminder import on_the_notes
from dialogueprep.ui.widgets.notices import Notice, Remedy
from dialogueprep.words import tr

_BEFORE = (Phase.PREPARING, Phase.IN_SESSION)


class BeforeStartPart(QObject):
    """Reminds of the checklist while nothing has begun, and opens it; of the notes' end after."""

    def __init__(self, session: Session, page: Page, now: Now = local_now) -> None:
        super().__init__(page)
        self._session, self._page, self._now = session, page, now

    def show(self, shown: Shown | None) -> None:
        """Show the notice, or take it away."""
        due = [self._notice(shown)] if shown and self._due(shown) else []
        of = shown.dialogue if shown else None
        self._page.notify(due or on_the_notes(self._session, of, self._now().date()))

    def commands(self) -> Sequence[Command]:
        """Return the way to the checklist."""
        return [Command(tr("Checklist before the first item"), self.open, icon="square-check-big")]

    def open(self) -> None:
        """Show the checklist."""
        from dialogueprep.ui.dialogs.before_start import BeforeStartDialog

        dialogue = self._session.dialogue
        if dialogue is not None:
            BeforeStartDialog.ask(self._page.window(), self._session, dialogue)

    def _due(self, shown: Shown) -> bool:
        items = [slot.item for slot in shown.times.slots]
        begun = any(item.began is not None or item.closed for item in items)
        written = any(shown.taken.values())
        return shown.dialogue.phase in _BEFORE and not (begun or written or not self._left(shown))

    def _left(self, shown: Shown) -> int:
        return len(Check) - len(before_start.done(self._session.store, shown.dialogue.id))

    def _notice(self, shown: Shown) -> Notice:
        left, total = self._left(shown), len(Check)
        sentence = tr("Before the first item: {n} of {total} checked", n=total - left, total=total)
        remedies = (Remedy(tr("Open the checklist"), self.open, key="1"),)
        return Notice(sentence, "info", remedies=remedies, closable=True)
