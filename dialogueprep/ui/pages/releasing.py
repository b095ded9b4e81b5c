"""How a document leaves the page Documents: as files in a folder, or on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from dialogueprep.commands import documents as commands
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Explained
from dialogueprep.sentences import explain
from dialogueprep.store.documents import Release
from dialogueprep.ui.jobs import Job, Tick
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.document_panels import PassagePanel
from dialogueprep.ui.widgets.notices import Notice
from dialogueprep.words import tr
from dialogueprep.workflows.printing import print_document
from dialogueprep.workflows.release import (
    FORMATS,
    Format,
    Prepared,
    Wanted,
    gather,
    prepare,
    produce,
)

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Released = tuple[Release, ...]


class Shown(Protocol):
    """The page with the document in sight."""

    session: Session
    passages: PassagePanel

    def wanted(self, dialogue: DialogueId) -> Wanted: ...
    def may_leave(self) -> bool: ...
    def busy(
        self, on: bool, words: str = "", cancel: Callable[[], object] | None = None
    ) -> None: ...
    def notify(self, notices: Sequence[Notice]) -> None: ...
    def window(self) -> QWidget: ...


class Releasing:
    """Asks where to, makes the document, has it read back, and registers what left.

    A document with open passages does not leave, on paper neither.
    """

    def __init__(self, page: Shown) -> None:
        self._page = page
        self.released: Released = ()
        """What left last, of the product in sight."""

    def forget(self) -> None:
        """Show nothing of what left: another product is in sight."""
        self.released = ()
        self._page.passages.release.show_released(())

    def ask(self, formats: Sequence[Format] = FORMATS, password: str = "") -> None:
        """Ask for a folder, and write the document there."""
        if not self._page.may_leave():
            return
        question = tr("Where the files are written")
        folder = QFileDialog.getExistingDirectory(self._page.window(), question, self._usual())
        if folder:
            self._keep_folder(folder)
            self.write(Path(folder), formats, password)

    def _usual(self) -> str:
        """Return where one begins to look: where papers went last, else the user's documents."""
        last = self._page.session.machine.papers_folder
        if last and Path(last).is_dir():
            return last
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def _keep_folder(self, folder: str) -> None:
        machine = self._page.session.machine
        if machine.papers_folder != folder:
            machine.papers_folder = folder
            machine.save()

    def write(self, folder: Path, formats: Sequence[Format] = FORMATS, password: str = "") -> None:
        """Write the document into a folder, read it back, and register what was released."""

        def work(prepared: Prepared, tick: Tick) -> Released:
            return produce(prepared, folder, formats, tick, password)

        self._leave(work, tr("Reading the finished file back"))

    def ask_printer(self) -> None:
        """Ask for a printer, and print the finished document."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        if not self._page.may_leave():
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._page.window())
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage, on=False)
        if dialog.exec():
            self.print(printer)

    def print(self, printer: QPrinter) -> None:
        """Print the document as it is finished and read back, and register that it was printed."""
        from dialogueprep.ui.paper import put_on_paper

        def work(prepared: Prepared, tick: Tick) -> Released:
            return (print_document(prepared, partial(put_on_paper, printer), tick),)

        self._leave(work, tr("Printing"))

    def _leave(self, work: Callable[[Prepared, Tick], Released], words: str) -> None:
        page, session = self._page, self._page.session
        dialogue = session.dialogue
        if dialogue is None:
            return
        session.flush.emit()
        wanted = page.wanted(dialogue)
        prepared = session.attempt(lambda: prepare(gather(session.store, wanted)))
        if prepared is None:
            return
        job = Job(partial(work, prepared))
        page.busy(True, words, job.cancel)
        job.done.connect(partial(self._on_left, dialogue))
        job.failed.connect(self._on_failed)
        job.ended.connect(lambda: page.busy(False))
        session.closing.connect(job.finish)  # what has left is registered before it closes
        job.start()

    def _on_left(self, dialogue: DialogueId, released: Released) -> None:
        self._page.session.run(commands.register, dialogue, released)
        self.released = released
        self._page.notify([])
        self._page.passages.release.show_released(released)

    def _on_failed(self, error: Any) -> None:
        if not isinstance(error, Explained):
            raise error
        self._page.notify([Notice(explain(error), "block", closable=True)])
