"""Copies of the workspace: what there is in both places, what is in one, and restoring it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from dialogueprep.domain.errors import Explained
from dialogueprep.sentences import explain
from dialogueprep.store import backup, second_place
from dialogueprep.store.backup import Backup, Preview
from dialogueprep.ui import dates
from dialogueprep.ui.apart import Restore
from dialogueprep.ui.delegates.copies import CopyRow, CopyRows, before_what
from dialogueprep.ui.dialogs.confirm import Confirm
from dialogueprep.ui.jobs import Job
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.second_place import CatchUp, still_tells
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.copy_contents import CopyContents
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import ntr, sentences, tr


@dataclass(frozen=True, slots=True)
class _Read:
    copy: Backup
    preview: Preview


class CopiesDialog(QDialog):
    """``wanted`` is the copy to restore once the workspace is closed, or None."""

    def __init__(self, parent: QWidget | None, session: Session, bringing: CatchUp) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Copies of this workspace"))
        self._session, self._bringing = session, bringing
        self._folder = session.store.folder
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
        self._lay_out()
        bringing.ended.connect(self.refresh)
        self.refresh()
        self.list.choose_first()
        bringing.look()

    @classmethod
    def show_of(cls, parent: QWidget | None, session: Session) -> Restore | None:
        """Show the copies of a session's workspace; return what is to be restored, if anything."""
        dialog = cls(parent, session, session.bringing)
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
        self._show_second()

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
                self._second_part(),
                hairline(),
                row(self.restore, None, close, margins=(28, 10, 28, 14)),
                gap=0,
            )
        )
        self.resize(780, 640)

    def _second_part(self) -> QWidget:
        self._sign = IconLabel("usb", "ink3")
        self._where = Label("", "strong", elide=True)
        self._state = Paragraph("", "small", "ink2")
        self.choose = Button(tr("Choose a second place"), "plain", on_click=self._choose)
        self.forget = Button(tr("Use it no more"), "link", on_click=self._forget)
        inside = row(
            column(2, self._sign, None, gap=0),
            (column(self._where, self._state, gap=2), 1),
            self.forget,
            self.choose,
            gap=12,
            margins=(28, 12, 28, 12),
        )
        return box(inside, "shade")

    def _show_second(self) -> None:
        second = second_place.chosen(self._folder)
        self.forget.setVisible(second is not None)
        if second is None:
            self._where.setText(tr("No second place"))
            self._state.show_text(
                tr(
                    "A stick or another disk that copies go to as well. It helps when this "
                    "computer is lost."
                )
            )
            return
        self.choose.setText(tr("Choose another"))
        self._where.setText(str(second.path))
        self._where.setToolTip(str(second.path))
        self._state.show_text(self._state_of(second))

    def _state_of(self, second: second_place.Second) -> str:
        waiting = second_place.lacking(self._folder)
        if not second.is_there:
            left = ntr(
                "It is not here now; {n} copy waits for it.",
                "It is not here now; {n} copies wait for it.",
                waiting,
            )
            had = tr("It is not here now; it had all copies when it was.")
            return sentences((left if waiting else had, still_tells(second)))
        if self._bringing.is_running:
            return tr("Copies are being brought to it.")
        if isinstance(self._bringing.stopped, Explained):
            return explain(self._bringing.stopped)
        return tr("It is here, and has all copies.") if not waiting else tr("It is here.")

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose a second place"))
        if chosen:
            self.choose_place(Path(chosen))

    def choose_place(self, into: Path) -> None:
        """Take a folder as the second place, and bring the copies there."""
        try:
            second_place.choose(self._folder, into)
        except Explained as error:
            self._state.show_text(explain(error))
            return
        self._bringing.look()
        self.refresh()

    def _gives_up(self) -> bool:
        still = tr(
            "Copies there still hold words that were struck or destroyed here, or the order in "
            "which notes of closed items were typed. This goes when the place is back; if it is "
            "given up, it stays there until you delete the copies."
        )
        return Confirm.ask(self, tr("Use this place no more?"), still, tr("Use it no more"))

    def _forget(self) -> None:
        """Use the place no more; where something is still owed there, ask before."""
        second = second_place.chosen(self._folder)
        if second and second.owes and not self._gives_up():
            return
        second_place.forget(self._folder)
        self.refresh()

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
        key, copy = self._session.store.db.key, chosen.copy
        job = Job(lambda _tick: _Read(copy, backup.preview(copy, key)), self)
        job.done.connect(self._show_read)
        job.failed.connect(self._session.fail)
        job.start()

    def _show_read(self, read: _Read) -> None:
        self._read[read.copy.path] = read.preview
        chosen = self.list.value()
        if chosen is None or chosen.path != read.copy.path or not self._session.is_open:
            return
        now = backup.counts(self._session.store.db)
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
