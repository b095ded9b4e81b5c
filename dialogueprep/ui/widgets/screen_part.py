"""Checking documents from elsewhere: a command, and files dropped on the page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from dialogueprep.ui.page import Command
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.file_drop import dropped_files
from dialogueprep.words import tr

_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class ScreenPart(QObject):
    """Opens the check of a document that somebody else wrote."""

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def commands(self) -> Sequence[Command]:
        """Return the way to the check, where a dialogue is open."""
        if self._session.dialogue is None:
            return []
        return [Command(tr("Check a document from elsewhere"), self.open, icon="file-search")]

    def open(self) -> None:
        """Show the check, to choose or drop a file there."""
        self.look_at(())

    def look_at(self, files: Sequence[Path]) -> None:
        """Show the check with these files."""
        from dialogueprep.ui.dialogs.screen_file import ScreenDialog

        self._session.flush.emit()
        dialogue = self._session.open_dialogue()
        if dialogue is not None:
            ScreenDialog.ask(self._page.window(), self._session, dialogue, files)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):
            return False
        files = dropped_files(event)
        if not files or self._session.dialogue is None:
            return False
        if event.type() in _DRAGS:
            event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.Drop:
            event.acceptProposedAction()
            self.look_at(files)
            return True
        return False
