"""Takes people from a file or from pasted words: read, looked through, taken in as one step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QDialog, QFileDialog, QStackedWidget, QWidget

from dialogueprep.commands import people_import
from dialogueprep.commands.people_import import TakenIn
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Cancelled, Explained
from dialogueprep.domain.newcomers import Directory, Intake
from dialogueprep.exchange.people_heads import Heads
from dialogueprep.exchange.people_reader import ReadFile
from dialogueprep.sentences import explain
from dialogueprep.ui.jobs import Job, Tick
from dialogueprep.ui.models.people_intake import Intaking
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.file_drop import dropped_files
from dialogueprep.ui.widgets.intake_options import IntakeOptions
from dialogueprep.ui.widgets.intake_view import IntakeView
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, row
from dialogueprep.ui.widgets.notices import NoteBox
from dialogueprep.ui.widgets.part_bar import PartBar
from dialogueprep.words import tr
from dialogueprep.workflows.people_import import Compared

KINDS = "*.csv *.tsv *.txt *.xlsx *.vcf"
_BREATH = 0.05
"""Seconds between two looks at the window while people are written."""


class PeopleImportDialog(QDialog):
    """Nothing is written before the last button. ``written`` says what was."""

    def __init__(
        self, parent: QWidget | None, session: Session, dialogue: Dialogue | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Take in people"))
        self.setAcceptDrops(True)
        self._session, self._dialogue = session, dialogue
        self.written: TakenIn | None = None
        self.name = ""
        self.job: Job | None = None
        self._path: Path | None = None
        self._pasted = ""
        self._file: ReadFile | None = None
        self._heads: Heads | None = None
        self._sheet = 0
        self._directory: Directory | None = None
        self._stop = self._writing = False
        self.state = Intaking()
        self.views = QStackedWidget()
        for view in (self._begin_view(), self._busy_view(), self._preview_view()):
            self.views.addWidget(view)
        self._counts = Label("", "small", "ink2")
        self.cancel = Button(tr("Cancel"), on_click=self.reject)
        self.take = Button(tr("Take in"), "primary", on_click=self.take_in)
        self.take.setDefault(True)
        self.take.hide()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.take_in)
        self._paste_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        self._paste_key.activated.connect(self.paste)
        actions = row((self._counts, 1), self.cancel, self.take, margins=(24, 10, 24, 14))
        self.setLayout(column((box(column(self.views, gap=0), "paper"), 1), box(actions, "shade"),
                              gap=0))  # fmt: skip
        self.resize(600, 320)
        self.choose.setFocus()

    # the three views ----------------------------------------------------------------------------

    def _begin_view(self) -> QWidget:
        self.choose = Button(tr("Choose a file"), "plain", "folder-open", on_click=self._choose)
        self.from_clipboard = Button(
            tr("Paste"), "plain", "copy", key="Ctrl+V", on_click=self.paste
        )
        kinds = tr(
            "A list as .csv or .xlsx, or vCards; you may also drop the file here. Pasted are cells"
            " of a sheet, or lines such as “Prof. SHEN Yuheng, Institute of Ports, China”."
        )
        promise = tr("You see everybody with the parts of their names before anybody is taken in.")
        self._trouble = column(gap=0)
        return box(
            column(
                Label(tr("Take in people"), "title"),
                Paragraph(promise, "small", "ink2"),
                8,
                row(self.choose, self.from_clipboard, None, gap=10),
                Label(kinds, "small", "ink2", wrap=True),
                8,
                self._trouble,
                None,
                gap=8,
                margins=(24, 18, 24, 18),
            )
        )

    def _busy_view(self) -> QWidget:
        self._busy_words = Label("", "strong")
        self._bar = PartBar()
        return box(
            column(None, self._busy_words, self._bar, None, gap=10, margins=(24, 18, 24, 18))
        )

    def _preview_view(self) -> QWidget:
        self.options = IntakeOptions(self._dialogue)
        self.options.reread.connect(self._read_again)
        self.options.sheet_chosen.connect(self._choose_sheet)
        self.options.standing_chosen.connect(self._set_standing)
        self.view = IntakeView(self.state)
        self.view.preview.changed.connect(self._show_take)
        self.view.columns.changed.connect(self._map)
        return box(column(self.options, (self.view, 1), gap=0))

    # reading ------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(dropped_files(event)) == 1 and not self._writing:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if files := dropped_files(event):
            event.acceptProposedAction()
            self.read_file(files[0])

    def _choose(self) -> None:
        lists, files = tr("Lists of people"), tr("All files")
        kinds = f"{lists} ({KINDS});;{files} (*)"
        name, _kind = QFileDialog.getOpenFileName(self, tr("Take in people"), "", kinds)
        if name:
            self.read_file(Path(name))

    def paste(self) -> None:
        """Read what the clipboard holds: a file, cells or lines."""
        held = QGuiApplication.clipboard().mimeData()
        urls = [u.toLocalFile() for u in held.urls() if u.isLocalFile()] if held.hasUrls() else []
        if urls:
            self.read_file(Path(urls[0]))
        elif words := held.text().strip():
            self.read_words(words)
        else:
            self._say_trouble(tr("The clipboard holds no words."))

    def read_words(self, words: str) -> None:
        """Read people from words."""
        self._begin(tr("Pasted"), None, words)

    def read_file(self, path: Path) -> None:
        """Read a file and show whom it brings; a refusal is said in place."""
        self._begin(path.name, path, "")

    def _begin(self, name: str, path: Path | None, words: str) -> None:
        if self.job is not None or self._writing:
            return
        self.name, self._path, self._pasted = name, path, words
        self.state.decisions.clear()
        self.state.swaps.clear()
        self._open("", "")

    def _read_again(self, encoding: str, separator: str) -> None:
        self._open(encoding, separator)

    def _open(self, encoding: str, separator: str) -> None:
        from dialogueprep.exchange.people_reader import heads, open_pasted
        from dialogueprep.workflows.people_import import read

        path, words, name = self._path, self._pasted, self.name

        def work(tick: Tick) -> tuple[ReadFile, Heads]:
            if path is None:
                file = open_pasted(words, name)
            else:
                file = read(path, encoding=encoding, separator=separator, tick=tick)
            return file, heads(file, file.first)

        self._start(Job(work, self), self._on_opened, tr("Reading {name}", name=self.name))

    def _on_opened(self, found: tuple[ReadFile, Heads]) -> None:
        self.job = None
        self._file, self._heads = found
        self._sheet = self._file.first
        self._compare()

    def _choose_sheet(self, sheet: int) -> None:
        from dialogueprep.exchange.people_reader import heads

        if self._file is not None and self.job is None:
            self._sheet, self._heads = sheet, heads(self._file, sheet)
            self.state.decisions.clear()
            self.state.swaps.clear()
            self._compare()

    def _map(self, fields: tuple[str, ...]) -> None:
        if self._heads is not None and self.job is None:
            self._heads = replace(self._heads, fields=fields)
            self._compare()

    def _compare(self) -> None:
        """Read the people by the columns as they are now, and look for them in the directory."""
        from dialogueprep.exchange.people_reader import people_of
        from dialogueprep.workflows.people_import import compare

        file, sheet, columns = self._file, self._sheet, self._heads
        if file is None or not self._session.is_open:
            return
        if self._directory is None:
            self._directory = people_import.directory(self._session.store)
        known, sides = self._directory, self._sides()

        def work(tick: Tick) -> tuple[Intake, Compared]:
            intake = people_of(file, sheet, columns, sides, tick)
            return intake, compare(intake, known, tick)

        self._start(Job(work, self), self._show_people, tr("Reading {name}", name=self.name))

    def _sides(self) -> tuple[str, ...]:
        return tuple(d.code for d in self._dialogue.delegations) if self._dialogue else ()

    def _start(self, job: Job, done: object, words: str) -> None:
        self.job = job
        job.done.connect(done)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        job.progress.connect(self._show_part)
        self._busy_words.setText(words)
        self._bar.show_part(0)
        # a short piece of work needs no picture of itself
        QTimer.singleShot(150, self, lambda: self._show_busy(job))
        job.start()

    def _show_busy(self, job: Job) -> None:
        if self.job is job:
            self.take.hide()
            self.views.setCurrentIndex(1)

    def _show_part(self, done: int, every: int) -> None:
        self._bar.show_part(done / every if every else 0)

    def _show_people(self, found: tuple[Intake, Compared]) -> None:
        self.job = None
        if self._file is None or self._heads is None:
            return
        self.state.show(*found)
        first = self.views.currentIndex() != 2 and self.width() < 900
        self.options.show_file(self._file, self._sheet)
        self.view.show_state(self._heads, self._file.sheets[self._sheet].lines)
        self.views.setCurrentIndex(2)
        self.take.show()
        if first:
            self.resize(1080, 700)
            self.view.preview.list.setFocus()
        self._show_take()

    def _set_standing(self, standing: object) -> None:
        from dialogueprep.domain.people import Standing

        self.state.standing = Standing(str(standing))

    def _show_take(self) -> None:
        n = self.state.number
        self.take.setEnabled(n > 0)
        self.take.setText(tr("Take in {n}", n=n) if n else tr("Nobody to take in"))
        self._counts.setText(self.state.in_words() if self.views.currentIndex() == 2 else "")

    def _on_failed(self, error: Exception) -> None:
        self.job = None
        if not isinstance(error, Explained):
            raise error
        self._say_trouble(explain(error))

    def _say_trouble(self, sentence: str) -> None:
        clear(self._trouble)
        self._trouble.addWidget(NoteBox(sentence, level="block"))
        self.views.setCurrentIndex(0)
        self.take.hide()
        self._counts.setText("")
        self.choose.setFocus()

    def _on_cancelled(self) -> None:
        self.job = None
        shown = self.state.rows and self._file is not None
        self.views.setCurrentIndex(2 if shown else 0)
        self.take.setVisible(bool(shown))

    # writing ------------------------------------------------------------------------------------

    def take_in(self) -> None:
        """Write who is taken, in one step; Cancel leaves everything as it was."""
        if not self.take.isVisible() or not self.take.isEnabled() or self._writing:
            return
        self._busy_words.setText(tr("Taking in {name}", name=self.name))
        self._bar.show_part(0)
        self.views.setCurrentIndex(1)
        self.take.hide()
        self._writing, self._stop = True, False
        into = self._dialogue.id if self._dialogue and self.options.into_dialogue else None
        try:
            written = self._session.run(
                people_import.take_in, into, self.state.taken(), self._tick()
            )
        except Cancelled:
            written = None
        self._writing = False
        if written is None:
            self.views.setCurrentIndex(2)
            self.take.show()
            return
        self.written = written
        self.accept()

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
