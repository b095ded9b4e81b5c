"""Banners that stand over every page: a bad place of the workspace, and that it locks soon."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from dialogueprep import paths
from dialogueprep.store.location import Doubt, doubt
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.notices import Banner, Notice, Remedy
from dialogueprep.words import tr


class LockingSoon(Banner):
    """Says that the window locks by itself in half a minute."""

    def say(self, *, on: bool) -> None:
        """Say it, or say it no more."""
        sentence = tr("Locks in half a minute. Any key or movement keeps it open.")
        self.show_notices([Notice(sentence, "info")] if on else [])


class BadPlace(Banner):
    """Warns of a synchronised or network folder, until the user wants the workspace there."""

    move_wanted = Signal(Path)
    """The folder into which the workspace is to be moved."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        session.prepared.connect(self.look)

    def look(self) -> None:
        """Warn, if there is a reason and the user has not decided to stay."""
        folder = self._session.store.folder
        found = doubt(folder)
        if found is None or str(folder) in self._session.machine.kept_places:
            self.show_notices([])
            return
        sentence, detail = told(found)
        move = Remedy(tr("Move it"), self._move)
        stay = Remedy(tr("Keep it here"), self._stay)
        self.show_notices([Notice(sentence, "warn", detail, (move, stay))])

    def _move(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, tr("Where to keep the workspace"), str(paths.workspaces())
        )
        if chosen:
            self.move_wanted.emit(Path(chosen))

    def _stay(self) -> None:
        machine = self._session.machine
        machine.kept_places.append(str(self._session.store.folder))
        machine.save()
        self.look()


def told(found: Doubt) -> tuple[str, str]:
    """Return what is wrong with a place, and why, as two sentences."""
    if found.kind == "synchronised":
        return (
            tr("The workspace lies in a folder that {by} synchronises.", by=found.by),
            tr(
                "Such a program copies the database while it is being written, and may put an "
                "older or half a state in its place. Keep the workspace on this computer only, "
                "and send kits, or use a second place for copies."
            ),
        )
    return (
        tr("The workspace lies on a network drive ({by}).", by=found.by),
        tr(
            "File servers do not always keep the locks that a database needs, and a connection "
            "that breaks can cost the last changes. Keep the workspace on this computer only, and "
            "choose a second place for copies."
        ),
    )
