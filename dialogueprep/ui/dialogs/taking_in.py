"""What dialogs share that read a list in the background and write it in one step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from dialogueprep.domain.errors import Cancelled
from dialogueprep.ui.jobs import Job, Tick, Work
from dialogueprep.ui.slices import SlicedReading
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.file_drop import dropped_files
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column
from dialogueprep.ui.widgets.part_bar import PartBar

BEGIN, BUSY, PREVIEW = range(3)
"""The views of such a dialog, by their number in ``views``."""
_BREATH = 0.05  # seconds between two looks at the window while something is written
_SOON = 150  # ms; a shorter piece of work needs no picture of itself


class TakingIn(QDialog):
    """Three views: how to begin, busy, and the preview. A dropped file is read.

    Cancel, Esc and closing stop what is under way, and close the dialog only if nothing is.
    """

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAcceptDrops(True)
        self.job: Job | SlicedReading | None = None
        self.views = QStackedWidget()
        self.take: Button
        self._stop = self._writing = False
        self._busy_words = Label("", "strong")
        self._bar = PartBar()

    def read_file(self, path: Path) -> None:
        """Read a file and show what it brings; a refusal is said in place."""
        raise NotImplementedError

    def _busy_view(self) -> QWidget:
        inside = column(None, self._busy_words, self._bar, None, gap=10, margins=(24, 18, 24, 18))
        return box(inside)

    # reading ------------------------------------------------------------------------------------

    def _begin_job(self, work: Work, done: Callable[[Any], None], words: str) -> None:
        """Do something in the background; it may end at once, so all is connected before."""
        self._begin_reading(Job(work, self), done, words)

    def _begin_reading(
        self, job: Job | SlicedReading, done: Callable[[Any], None], words: str
    ) -> None:
        """Do the same with a job that is made already, or with a reading of the store."""
        self.job = job
        job.done.connect(done)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        job.progress.connect(self._show_part)
        self._busy_words.setText(words)
        self._bar.show_part(0)
        QTimer.singleShot(_SOON, self, lambda: self._show_busy(job))
        job.start()

    def _on_failed(self, error: Exception) -> None:
        raise NotImplementedError

    def _on_cancelled(self) -> None:
        raise NotImplementedError

    def _show_busy(self, job: Job | SlicedReading) -> None:
        if self.job is job:
            self.take.hide()
            self.views.setCurrentIndex(BUSY)

    def _show_part(self, done: int, every: int) -> None:
        self._bar.show_part(done / every if every else 0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(dropped_files(event)) == 1 and not self._writing:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if files := dropped_files(event):
            event.acceptProposedAction()
            self.read_file(files[0])

    # writing ------------------------------------------------------------------------------------

    def _written(self, write: Callable[[Tick], Any], words: str) -> Any:
        """Return what was written; None if it was cancelled or refused, and nothing is written."""
        self._busy_words.setText(words)
        self._bar.show_part(0)
        self.views.setCurrentIndex(BUSY)
        self.take.hide()
        self._writing, self._stop = True, False
        try:
            return write(self._tick())
        except Cancelled:
            return None
        finally:
            self._writing = False

    def _tick(self) -> Tick:
        """Return a tick that lets the window breathe, so that Cancel can be pressed."""
        last = monotonic()

        def tick(done: int, every: int) -> None:
            nonlocal last
            if monotonic() - last > _BREATH:
                self._show_part(done, every)
                QCoreApplication.processEvents()
                last = monotonic()
            if self._stop:
                raise Cancelled

        return tick

    def reject(self) -> None:
        """Stop what is under way, or else close."""
        if self._writing:
            self._stop = True
        elif self.job is not None:
            self.job.cancel()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._writing or self.job is not None:
            self.reject()
            event.ignore()
        else:
            super().closeEvent(event)
