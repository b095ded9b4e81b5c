"""Copies of the workspace: what there is in both places, what is in one, and restoring it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.domain.errors import Trouble
from dialogueprep.sentences import explain
from dialogueprep.store import backup, second_place
from dialogueprep.store.backup import Backup, Preview
from dialogueprep.ui import dates
from dialogueprep.ui.apart import Closed, Restore
from dialogueprep.ui.delegates.copies import CopyRow, CopyRows, before_what
from dialogueprep.ui.dialogs.confirm import Confirm
from dialogueprep.ui.jobs import Job
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.copy_contents import CopyContents
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.ui.widgets.second_place_part import SecondPlacePart
from dialogueprep.words import tr


@dataclass(frozen=True, slots=True)
class _Read:
    copy: Backup
    preview: Preview


class CopiesDialog(QDialog):
    """``wanted`` is the copy to restore once the workspace is closed, or None.

    It shows those of an open workspace, or of a closed one that cannot be opened.
    """

    def __init__(self, parent: QWidget | None, of: Session | Closed) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Copies of this workspace"))
        self._session = of if isinstance(of, Session) else None
        self._of = of if isinstance(of, Closed) else Closed(of.store.folder, of.store.db.key)
        self._folder = self._of.folder
        self.wanted: Restore | None = None
        self._read: dict[Path, Preview] = {}
        self._model = ListModel(
            lambda each: each.name,
            key=lambda each: each.path,
            spoken=CopyRow.spoken,
            tooltip=CopyRow.where,
        )
        self.list = RowList(self._model, CopyRows(), name=tr("Copies"), on="paper")
        self.list.chosen.connect(self._show)
        self.contents = CopyContents()
        self.second = SecondPlacePart(self._session) if self._session else None
        self._lay_out()
        self.refresh()
        self.list.choose_first()
        if self.second is not None:
            self.second.changed.connect(self.refresh)
            self.second.begin()

    @classmethod
    def show_of(cls, parent: QWidget | None, of: Session | Closed) -> Restore | None:
        """Show the copies of a workspace; return what is to be restored, if anything."""
        dialog = cls(parent, of)
        dialog.exec()
        return dialog.wanted

    def refresh(self) -> None:
        """Show what there is now, in both places."""
        rows = [CopyRow.of(copy, elsewhere=False) for copy in backup.listed(self._folder)]
        second = second_place.chosen(self._folder)
        here = {each.name for each in rows}
        there = second.copies if second else ()
        both = {copy.path.name for copy in there}
        rows = [each.also() if each.name in both else each for each in rows]
        rows += [CopyRow.of(c, elsewhere=True) for c in there if c.path.name not in here]
        self._model.show_rows(sorted(rows, key=lambda each: backup.age(each.copy), reverse=True))
        self._nothing.setVisible(not rows)

    def _lay_out(self) -> None:
        how = tr(
            "A copy is made on the first opening of a day, if something has changed, and before an "
            "import, a merge, a purge and a restore. Kept are the last of each of 7 days, 4 weeks "
            "and 6 months. All are encrypted with the key of the workspace."
        )
        self.restore = Button(
            tr("Restore this copy"), "primary", "archive-restore", on_click=self._restore
        )
        empty = Paragraph(tr("There is no copy yet."), "body", "ink2")
        self.restore.setEnabled(False)
        self._nothing = box(column(empty, margins=(28, 12, 28, 0)), "paper")
        left = box(column(self._nothing, (self.list, 1), gap=0), "paper", width=330)
        right = box(column((self.contents, 1), gap=0), "paper")
        close = Button(tr("Close"), "plain", on_click=self.reject)
        self.setLayout(
            column(
                column(
                    Label(self.windowTitle(), "title"),
                    Paragraph(how, "body", "ink2"),
                    gap=6,
                    margins=(28, 20, 28, 14),
                ),
                hairline(),
                (row(left, hairline("down"), (right, 1), gap=0), 1),
                hairline(),
                *([self.second, hairline()] if self.second else []),
                row(self.restore, None, close, margins=(28, 10, 28, 14)),
                gap=0,
            )
        )
        self.resize(780, 640)

    # one copy -------------------------------------------------------------------------------

    def _show(self, chosen: CopyRow | None) -> None:
        self.restore.setEnabled(False)
        if chosen is None:
            self.contents.clear_it()
            return
        known = self._read.get(chosen.path)
        if known is not None:
            self._show_read(_Read(chosen.copy, known))
            return
        self.contents.show_reading(chosen)
        key, copy = self._of.key, chosen.copy
        job = Job(lambda _tick: _Read(copy, backup.preview(copy, key)), self)
        job.done.connect(self._show_read)
        job.failed.connect(lambda error: self._show_failed(chosen, error))
        job.start()

    def _show_failed(self, copy: CopyRow, error: Exception) -> None:
        """Say that the medium of a copy does not answer; of anything else, what a session says."""
        if not isinstance(error, OSError):
            if self._session is None:
                raise error
            self._session.fail(error)
            return
        chosen = self.list.value()
        if chosen is not None and chosen.path == copy.path:
            reason = error.strerror or str(error)
            told = explain(Trouble("cannot-read", name=copy.path.name, reason=reason))
            self.contents.show_failed(chosen, told)

    def _show_read(self, read: _Read) -> None:
        self._read[read.copy.path] = read.preview
        chosen = self.list.value()
        if chosen is None or chosen.path != read.copy.path:
            return
        session = self._session
        if session is not None and not session.is_open:
            return
        now = backup.counts(session.store.db) if session else None
        self.contents.show_preview(chosen, read.preview, now)
        self.restore.setEnabled(read.preview.sound)

    def _restore(self) -> None:
        chosen: CopyRow | None = self.list.value()
        if chosen is None or not self.restore.isEnabled():
            return
        sentence = tr(
            "The workspace becomes what it was in this copy. What it is now is kept as a copy "
            "first, so that you can come back to it. No other copy is deleted."
        )
        title = tr(
            "Restore the copy of {day}{before}?",
            day=dates.day(chosen.copy.day),
            before=f" ({before_what(chosen.copy)})" if chosen.copy.before else "",
        )
        if Confirm.ask(self, title, sentence, tr("Restore"), "primary"):
            self.wanted = Restore(chosen.copy)
            self.accept()

    def keyPressEvent(self, event: object) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.hasFocus():  # type: ignore[attr-defined]
            self._restore()
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]
