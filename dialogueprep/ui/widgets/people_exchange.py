"""The part of Participants and People that takes people from files and writes them to one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication

from dialogueprep.commands.people_import import TakenIn
from dialogueprep.domain.people import Participation
from dialogueprep.store import people
from dialogueprep.ui.page import Command, Page
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.file_drop import dropped_files
from dialogueprep.ui.widgets.notices import Notice, Remedy
from dialogueprep.words import ntr, tr


class PeopleExchange(QObject):
    """Takes people in and writes rosters; a file that is dropped on the page is read too.

    ``of_dialogue``: people become participants of the open dialogue.
    """

    def __init__(self, session: Session, page: Page, *, of_dialogue: bool) -> None:
        super().__init__(page)
        self._session, self._page, self._of_dialogue = session, page, of_dialogue
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def commands(self) -> Sequence[Command]:
        """Return what stands in the menu."""
        found = [Command(tr("Take in people from a file"), self.take_in, "", "file-input")]
        if self._of_dialogue and self._everybody():
            found.append(Command(tr("Export the roster"), self.export, "", "file-output"))
        return found

    def _everybody(self) -> tuple[Participation, ...]:
        dialogue = self._session.dialogue
        return people.participations(self._session.store, dialogue) if dialogue else ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            if files := dropped_files(event):
                event.acceptProposedAction()
                self.take_in(files[0])
                return True
        elif isinstance(event, QDragEnterEvent) and dropped_files(event):
            event.acceptProposedAction()
            return True
        return super().eventFilter(watched, event)

    def take_in(self, path: Path | None = None) -> None:
        """Ask for a file, or read this one, show whom it brings, and take them in."""
        from dialogueprep.ui.dialogs.people_import import PeopleImportDialog

        dialogue = self._session.open_dialogue() if self._of_dialogue else None
        asked = PeopleImportDialog(self._page, self._session, dialogue)
        if path is not None:
            asked.read_file(path)
        if asked.exec() and asked.written is not None:
            self._say_taken(asked.written, asked.name)
            self._page.begin()

    def export(self) -> None:
        """Ask for whom the roster is, and write it."""
        from dialogueprep.ui.dialogs.roster_export import RosterExportDialog
        from dialogueprep.workflows.roster_export import For, export, people_for

        everybody, dialogue = self._everybody(), self._session.dialogue
        if dialogue is None:
            return
        counts = {audience: len(people_for(everybody, audience)) for audience in For}
        wanted = RosterExportDialog.ask(self._page, counts)
        if wanted is None:
            return
        written = self._session.attempt(
            lambda: export(
                self._session.store,
                dialogue,
                wanted.target,
                audience=wanted.audience,
                contacts=wanted.contacts,
                language=wanted.language,
                separator=wanted.separator,
                order=wanted.order,
            )
        )
        if written is not None:
            self._say_written(wanted.target, written)

    def _say_written(self, target: Path, written: int) -> None:
        sentence = ntr(
            "“{name}” holds {n} person.", "“{name}” holds {n} people.", written, name=target.name
        )
        clipboard = QGuiApplication.clipboard()
        copy = Remedy(tr("Copy the folder’s path"), lambda: clipboard.setText(str(target.parent)))
        notice = Notice(sentence, "info", detail=str(target), remedies=(copy,), closable=True)
        self._page.show_news([notice])

    def _say_taken(self, done: TakenIn, name: str) -> None:
        sentence = ntr(
            "{n} person from “{name}” is taken in.",
            "{n} people from “{name}” are taken in.",
            done.total,
            name=name,
        )
        detail = tr("{n} of them were in the directory already.", n=done.known)
        undo = Remedy(tr("Undo"), self._undo)
        notice = Notice(
            sentence, "info", detail=detail if done.known else "", remedies=(undo,), closable=True
        )
        self._page.show_news([notice])

    def _undo(self) -> None:
        self._page.show_news([])
        self._session.attempt(self._session.store.undo)
