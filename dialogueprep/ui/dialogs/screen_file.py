"""Looking at a document from elsewhere with the roster of the open dialogue; nothing is kept."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from dialogueprep.domain.dialogue import AgendaItem, Dialogue
from dialogueprep.domain.errors import Explained
from dialogueprep.domain.gate import Roster
from dialogueprep.sentences import explain
from dialogueprep.store import agenda
from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.screened_row import FoundRows
from dialogueprep.ui.jobs import Job, Tick
from dialogueprep.ui.models import screened_rows
from dialogueprep.ui.models.screened_rows import Found
from dialogueprep.ui.models.screened_text import ShownText, has_more, shown_text
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox, Choice
from dialogueprep.ui.widgets.file_drop import FileDrop
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import tr
from dialogueprep.workflows import screen
from dialogueprep.workflows.values import roster_of

if TYPE_CHECKING:
    from dialogueprep.workflows.screen import ScreenedFile

KINDS = "*.docx *.pdf *.txt *.md *.xlsx *.pptx *.odt *.rtf *.eml *.hwpx *.html *.htm *.csv"
_EVERYWHERE = ""


class ScreenDialog(QDialog):
    """Files are chosen or dropped; what identifies is listed beside the text."""

    def __init__(self, parent: QWidget | None, session: Session, dialogue: Dialogue) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Check a document from elsewhere"))
        self._session = session
        self._roster: Roster = roster_of(session.store, dialogue.id)
        self._files: tuple[Path, ...] = ()
        self._fresh = False
        self._job: Job | None = None
        self._seen: dict[str, ScreenedFile] = {}
        self._troubles: dict[str, str] = {}
        self._shown = ShownText()
        self._places = _Places(self._shown)
        items = [(_EVERYWHERE, tr("the whole meeting: the smallest group counts"))]
        items += [(i.id, _title(i)) for i in self._talks(dialogue)]
        self.item: Choice[str] = Choice(items, _EVERYWHERE, name=tr("Drawn from"))
        self.item.picked.connect(lambda _item: self._look())
        self.file: Choice[str] = Choice([], None, name=tr("Document"))
        self.file.picked.connect(lambda _file: self._show_file())
        self.model: ListModel[Found] = ListModel(
            lambda f: f.words, lambda f: f.key, spoken=lambda f: f.spoken
        )
        self.list = RowList(self.model, FoundRows(), name=tr("Identifying passages"), on="paper")
        self.list.chosen.connect(self._show_passage)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(theme.font("body"))
        self.text.setAccessibleName(tr("Text of the document"))
        self.whole = CheckBox(tr("Show every part of the file"))
        self.whole.toggled.connect(lambda _on: self._show_text())
        self.whole.hide()
        self.said = Label("", "small", "ink2", wrap=True)
        self.choose = Button(
            tr("Choose files"), "plain", "folder-open", on_click=self._choose_files
        )
        self._stack = FileDrop(tr("Document"))
        self._stack.dropped.connect(self.look_at)
        self._lay_out()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        session: Session,
        dialogue: Dialogue,
        files: Sequence[Path] = (),
    ) -> None:
        """Show the dialog until the user closes it, with these files if any are given."""
        dialog = cls(parent, session, dialogue)
        if files:
            dialog.look_at(tuple(files))
        dialog.exec()

    def look_at(self, files: tuple[Path, ...]) -> None:
        """Read these files and show what identifies in them."""
        self._files, self._fresh = files, True
        self.file.show_choices([(str(f), f.name) for f in files], str(files[0]))
        self._look()

    @property
    def busy(self) -> bool:
        """Whether files are being read."""
        return self._job is not None

    def _look(self) -> None:
        if not self._files:
            return
        files, roster, item = self._files, self._roster, self.item.value or None

        def work(tick: Tick) -> list[tuple[str, ScreenedFile | str]]:
            found: list[tuple[str, ScreenedFile | str]] = []
            for number, path in enumerate(files):
                tick(number, len(files))
                found.append((str(path), _one(path, roster, item)))
            return found

        self._end_job()
        self.said.setText(tr("Reading…"))
        self._job = job = Job(work, self)
        job.done.connect(lambda found: self._show_found(job, found))
        job.failed.connect(self._session.fail)
        job.start()

    def _end_job(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _show_found(self, job: Job, found: list[tuple[str, ScreenedFile | str]]) -> None:
        if job is not self._job:
            return
        self._job = None
        self._seen = {name: one for name, one in found if not isinstance(one, str)}
        self._troubles = {name: one for name, one in found if isinstance(one, str)}
        self._show_choices(found)
        self._stack.setCurrentIndex(1)
        self._show_file()

    def _show_choices(self, found: list[tuple[str, ScreenedFile | str]]) -> None:
        """Name the files with what was found in each, the gravest first: nobody opens thirteen."""
        if len(found) < 2:
            return
        first = sorted(found, key=lambda each: screened_rows.gravity(each[1]))
        labels = [(name, screened_rows.label(Path(name).name, one)) for name, one in first]
        self.file.show_choices(labels, first[0][0] if self._fresh else self.file.value)
        self._fresh = False

    def _show_file(self) -> None:
        name = self.file.value or ""
        seen = self._seen.get(name)
        self.model.show_rows(screened_rows.rows(seen) if seen else [])
        self.whole.setVisible(seen is not None and has_more(seen))
        self.said.setText(screened_rows.summary(seen) if seen else self._troubles.get(name, ""))
        self._show_text()
        self.list.choose_first()
        (self.list if self.model.rowCount() else self.choose).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _show_text(self) -> None:
        seen = self._seen.get(self.file.value or "")
        self._shown = shown_text(seen, whole=self.whole.isChecked()) if seen else ShownText()
        self._places = _Places(self._shown)
        self.text.setPlainText(self._shown.text)
        for head in self._shown.heads:
            _cursor(self.text, self._places.wide(*head)).setCharFormat(_as_head())
        marks = [f for f in self.model.rows if f.level != "unread"]
        self.text.setExtraSelections([_marked(self.text, self._places.of(f), f) for f in marks])
        self._show_passage(self.list.value())

    def _show_passage(self, found: Found | None) -> None:
        if found is None or found.level == "unread":
            return
        start, end = self._places.of(found)
        self.text.setTextCursor(_cursor(self.text, (end, start)))  # its beginning is seen
        self.text.centerCursor()

    def _choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self, self.windowTitle(), "", f"{tr('Documents')} ({KINDS});;{tr('All files')} (*)"
        )
        if names:
            self.look_at(tuple(Path(name) for name in names))

    def reject(self) -> None:
        self._end_job()
        super().reject()

    def _talks(self, dialogue: Dialogue) -> list[AgendaItem]:
        known = agenda.of_dialogue(self._session.store, dialogue.id)
        return [item for item in known if item.kind.has_terms]

    def _lay_out(self) -> None:
        hint = tr(
            "A document that somebody else wrote, against the people of this dialogue. It is read "
            "on this computer and not kept. All its parts are read, such as headers, comments, "
            "tracked changes, properties and attachments; what could not be read is listed."
        )
        of = row(
            Label(tr("Document"), "label"), (self.file, 1), 12,
            Label(tr("Drawn from"), "label"), (self.item, 1), gap=8,
        )  # fmt: skip
        head = column(
            row(Label(self.windowTitle(), "title"), None, self.whole, self.choose, gap=16),
            Paragraph(hint, "small", "ink2"),
            of,
            gap=10,
            margins=(24, 18, 24, 12),
        )
        sign = IconLabel("file-search")
        empty = column(
            None,
            row(None, sign, None),
            Label(tr("Drop a document here, or choose one."), "body", "ink2"),
            None,
        )
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        side = box(column((self.list, 1), gap=0), "paper", width=340)
        both = box(row(side, hairline("down"), (self.text, 1), gap=0), "paper")
        self._stack.addWidget(box(row(None, empty, None), "paper"))
        self._stack.addWidget(both)
        close = Button(tr("Close"), "primary", on_click=self.reject)
        foot = row((self.said, 1), close, gap=16, margins=(24, 10, 24, 14))
        self.setLayout(
            column(
                box(head, "paper"), hairline(), (self._stack, 1), hairline(), box(foot, "shade"),
                gap=0,
            )
        )  # fmt: skip
        self.resize(1000, 680)


def _one(path: Path, roster: Roster, item: str | None) -> ScreenedFile | str:
    """Return what was found in a file, or why it could not be read."""
    try:
        return screen.screened(path, roster, item)
    except Explained as trouble:
        return explain(trouble)


def _title(item: AgendaItem) -> str:
    return item.titles.best(theme.window_language())


def _marked(text: QPlainTextEdit, place: tuple[int, int], found: Found) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    look = QTextCharFormat()
    grave = found.level == "block"
    look.setBackground(painting.colour("block_soft" if grave else "warn_soft"))
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    look.setUnderlineColor(QColor(painting.colour("block_line" if grave else "warn_line")))
    mark.cursor, mark.format = _cursor(text, place), look
    return mark


def _cursor(text: QPlainTextEdit, place: tuple[int, int]) -> QTextCursor:
    cursor = QTextCursor(text.document())
    cursor.setPosition(place[0])
    cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _as_head() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(theme.font("label"))
    look.setForeground(QColor(painting.colour("ink2")))
    return look


class _Places:
    """Places of a shown text in characters, as Qt counts them: in UTF-16 units."""

    def __init__(self, shown: ShownText) -> None:
        self._shown = shown
        self._wide = [m.start() for m in re.finditer("[\U00010000-\U0010ffff]", shown.text)]

    def of(self, found: Found) -> tuple[int, int]:
        """Return where a passage begins and ends."""
        begins = self._shown.place(found.start)
        return self.wide(begins, begins + found.end - found.start)

    def wide(self, start: int, end: int) -> tuple[int, int]:
        """Return two places as Qt counts them."""
        first, last = (n + bisect_left(self._wide, n) for n in (start, end))
        return first, last
