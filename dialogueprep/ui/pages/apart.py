"""The page that is shown while something is done to the closed workspace: nothing of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dialogueprep.domain.errors import Explained
from dialogueprep.sentences import explain
from dialogueprep.store import moving, workspace
from dialogueprep.store.key_change import Changed
from dialogueprep.store.workspace import Store
from dialogueprep.ui import dates, painting
from dialogueprep.ui.apart import Apart, Closed, Move, NewKey, Restore
from dialogueprep.ui.jobs import Job, Tick
from dialogueprep.ui.widgets.labels import IconLabel, Label
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.ui.widgets.notices import Notice
from dialogueprep.words import clauses, sentences, tr


class ApartPage(QWidget):
    """``opened`` carries the Store again and a Notice.

    ``left`` carries the folder that did not open, and what there is to say of it.
    """

    opened = Signal(object, object)
    left = Signal(Path, str)

    def __init__(self, of: Closed, wanted: Apart) -> None:
        super().__init__()
        self._of, self._wanted = of, wanted
        self._work = _work(of, wanted)
        self._bar = _Line()
        inside = column(
            row(IconLabel("messages-square", "accent", 20), Label("DialoguePrep", "head"), None),
            26,
            Label(_doing(wanted), "title"),
            Label(tr("The workspace is closed meanwhile and opens again by itself."), "small"),
            12,
            self._bar,
            gap=6,
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 150, 24, 24)
        held = box(inside, width=400)
        layout.addWidget(held, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def begin(self) -> None:
        """Do the work off the UI thread; the workspace must be closed."""
        job = Job(self._work, self)
        job.progress.connect(self._on_progress)
        job.done.connect(self._on_done)
        job.failed.connect(self._on_failed)
        job.start()

    def _on_progress(self, done: int, total: int) -> None:
        self._bar.show_part(done / max(1, total))

    def _on_done(self, outcome: object) -> None:
        notice = Notice(_done(self._wanted, outcome), "info", closable=True)
        folder = outcome if isinstance(outcome, Path) else self._of.folder
        if isinstance(self._wanted, NewKey):
            key = self._wanted.key
            self._open(lambda: workspace.open(folder, key), notice)
        else:
            self._open(lambda: workspace.opened(folder, self._of.key), notice)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Explained):
            self.left.emit(self._of.folder, "")
            raise error
        notice = Notice(explain(error), "block", closable=True)
        self._open(lambda: workspace.opened(self._of.folder, self._of.key), notice)

    def _open(self, opening: Callable[[], Store], notice: Notice) -> None:
        try:
            store = opening()
        except Explained as error:
            done = notice.sentence if notice.level == "block" else ""
            self.left.emit(self._of.folder, sentences((done, explain(error))))
            return
        self.opened.emit(store, notice)


class _Line(QWidget):
    """How far the work is: a line that fills."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setFixedHeight(6)

    def show_part(self, part: float) -> None:
        """Show how much is done, from 0 to 1."""
        self._part = part
        self.setAccessibleName(tr("{n} percent done", n=round(100 * part)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        painting.rounded(p, 0, 1, self.width(), 4, 2, "press", None)
        painting.rounded(p, 0, 1, max(8.0, self._part * self.width()), 4, 2, "accent", None)


def _work(of: Closed, wanted: Apart) -> Callable[[Tick], object]:
    folder, key, today = of.folder, of.key, date.today()

    def work(tick: Tick) -> object:
        match wanted:
            case Restore(copy):
                return workspace.restore_with(folder, key, copy, today)
            case NewKey(holder):
                return workspace.change_key(folder, holder, tick)
            case Move(into):
                return moving.move(folder, into)

    return work


def _doing(wanted: Apart) -> str:
    match wanted:
        case Restore():
            return tr("Restoring a copy")
        case NewKey():
            return tr("Giving the workspace a new key")
        case Move():
            return tr("Moving the workspace")


def _done(wanted: Apart, outcome: object) -> str:
    match wanted:
        case Restore(copy):
            return tr(
                "The workspace is as it was in the copy of {day}. What it was before is kept as a "
                "copy too.",
                day=dates.day(copy.day),
            )
        case NewKey():
            unread = outcome.unread if isinstance(outcome, Changed) else ()
            if unread:
                return tr(
                    "The workspace has a new key. These copies were damaged and stay under the old "
                    "one: {names}.",
                    names=clauses(unread),
                )
            return tr(
                "The workspace and its copies have a new key, which only you hold. Add the others "
                "in the settings."
            )
        case Move():
            return tr("The workspace lies in {folder} now.", folder=str(outcome))
