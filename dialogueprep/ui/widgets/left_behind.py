"""Notes that wait for this workspace from a place where it is no more: offered, not taken.

And words that stood in a form when the window locked.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QGuiApplication

from dialogueprep.commands import workspace as commands
from dialogueprep.commands.workspace import Typed
from dialogueprep.store.rescue import Rescue
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.notices import Banner, Notice, Remedy
from dialogueprep.words import ntr, tr

_SHOWN = 400  # letters of what was typed; all of it is copied


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
        journals = [self._offer(it) for it in known if it.place.path not in self._refused]
        self.show_notices([*map(self._show_typed, self._typed()), *journals])

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

    def _typed(self) -> tuple[Typed, ...]:
        return commands.typed_before(self._session.store) if self._session.is_open else ()

    def _show_typed(self, typed: Typed) -> Notice:
        said = tr("Typed in “{form}”, which was open when the window locked", form=typed.form)
        copy = Remedy(
            tr("Copy the words"), partial(QGuiApplication.clipboard().setText, typed.words)
        )
        let_go = Remedy(tr("Let go of them"), partial(self._let_go, typed))
        return Notice(said, "info", _short(typed.words), (copy, let_go))

    def _let_go(self, typed: Typed) -> None:
        self._session.run(commands.let_go_of_typed, typed)
        self.look()

    def _bring(self, journal: Rescue) -> None:
        self._session.take_over(journal)
        self.look()

    def _leave(self, journal: Rescue) -> None:
        self._refused.add(journal.place.path)
        self.look()


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
