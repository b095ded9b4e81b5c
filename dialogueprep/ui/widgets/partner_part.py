"""The part of the agenda page that takes a partner's programme in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from dialogueprep.domain.dialogue import Phase
from dialogueprep.ui.jobs import Job, Tick
from dialogueprep.ui.page import Command
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.notices import Notice, Remedy
from dialogueprep.words import ntr, tr

if TYPE_CHECKING:
    from dialogueprep.domain.partner_edits import Edit
    from dialogueprep.ui.pages.agenda import AgendaPage


class PartnerPart:
    """Reads a Word file in the background, shows its edits, and takes the accepted ones over."""

    def __init__(self, session: Session, page: AgendaPage) -> None:
        self._session, self._page = session, page
        self.job: Job | None = None

    def commands(self) -> Sequence[Command]:
        """Return what stands in the menu."""
        dialogue = self._session.open_dialogue()
        if dialogue is None or dialogue.phase is Phase.CLOSED:
            return []
        return [Command(tr("Compare with a partner’s programme"), self.ask, icon="file-input")]

    def ask(self) -> None:
        """Ask for the file."""
        path, _ = QFileDialog.getOpenFileName(
            self._page, tr("A partner’s programme"), "", tr("Word files (*.docx)")
        )
        if path:
            self.read(Path(path))

    def read(self, path: Path) -> None:
        """Read a file and show what it would change; what is wrong with it is said."""
        from dialogueprep.workflows.partner_programme import edits_in, mine_of
        from dialogueprep.workflows.values import material_of

        self._session.flush.emit()
        dialogue, store = self._session.dialogue, self._session.store
        if dialogue is None or self.job is not None:
            return
        material = material_of(store, dialogue)

        def work(tick: Tick) -> tuple[Edit, ...]:
            mine = mine_of(material)
            return edits_in(path, material.dialogue, mine, material.participations)

        self.job = Job(work, self._page)
        self.job.done.connect(partial(self._show, path.name))
        self.job.failed.connect(self._session.fail)
        self.job.ended.connect(self._on_ended)
        self._page.busy(True, tr("Reading {name}", name=path.name), self.job.cancel)
        self.job.start()

    def _on_ended(self) -> None:
        self.job = None
        self._page.busy(False)

    def _show(self, name: str, edits: tuple[Edit, ...]) -> None:
        from dialogueprep.ui.dialogs.partner_programme import PartnerProgrammeDialog

        if not self._session.is_open:
            return
        dialog = PartnerProgrammeDialog(self._page, name, edits)
        if dialog.exec():
            self.take_over(name, dialog.taken)

    def take_over(self, name: str, accepted: Sequence[Edit]) -> None:
        """Apply what was accepted in one step, and say so with a way back."""
        from dialogueprep.commands import partner_edits

        dialogue = self._session.dialogue
        if dialogue is None:
            return
        n = self._session.run(partner_edits.take_over, dialogue, accepted)
        if n:
            sentence = ntr(
                "{n} edit from “{name}” is in the agenda.",
                "{n} edits from “{name}” are in the agenda.",
                n,
                name=name,
            )
            undo = Remedy(tr("Undo"), self._undo)
            notice = Notice(sentence, "info", remedies=(undo,), closable=True)
            self._page.show_news([notice])

    def _undo(self) -> None:
        self._page.show_news([])
        self._session.attempt(self._session.store.undo)
