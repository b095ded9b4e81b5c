"""The part of Documents that closes an event, tells what was released, and checks a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from dialogueprep.ui.page import Command
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.words import tr

if TYPE_CHECKING:
    from dialogueprep.ui.pages.documents import DocumentsPage


class ClosingPart:
    """``button`` opens what an event is closed with."""

    def __init__(self, session: Session, page: DocumentsPage, today: Callable[[], date]) -> None:
        self._session, self._page, self._today = session, page, today
        self.button = Button(
            tr("Close the event"), "quiet", "package-check", on_click=self.close_event
        )
        self.button.setToolTip(tr("All documents, evidence and a manifest into one folder"))

    def commands(self) -> Sequence[Command]:
        """Return what can be done; a folder can be checked without a dialogue."""
        checked = Command(tr("Check a folder of documents"), self.check, icon="folder-check")
        if self._session.dialogue is None:
            return [checked]
        return [
            Command(tr("Close the event"), self.close_event, icon="package-check"),
            Command(tr("What was released"), self.show_log, icon="scroll-text"),
            checked,
        ]

    def close_event(self) -> None:
        """Ask what the event is closed with; go to what holds it back."""
        from dialogueprep.ui.dialogs.close_event import CloseEvent
        from dialogueprep.workflows.event_plan import proposed

        if self._session.dialogue is None:
            return
        it = proposed(self._session.store, self._session.dialogue, self._today())
        dialog = CloseEvent(self._page.window(), self._session, it, _documents())
        dialog.wanted.connect(self._page.show_subject)
        dialog.exec()

    def show_log(self) -> None:
        """Show what was released."""
        from dialogueprep.ui.dialogs.release_log import ReleaseLog

        ReleaseLog.show_of(self._page.window(), self._session)

    def check(self) -> None:
        """Compare a folder with its manifest."""
        from dialogueprep.ui.dialogs.check_manifest import CheckManifest

        CheckManifest(self._page.window()).exec()


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())
