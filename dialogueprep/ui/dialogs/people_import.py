"""Takes people from a file or from pasted words: read, looked through, taken in as one step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import (
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QFileDialog, QWidget

from dialogueprep.commands import people_import
from dialogueprep.commands.people_import import TakenIn
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Explained
from dialogueprep.domain.newcomers import Directory, Intake
from dialogueprep.exchange.people_heads import Heads
from dialogueprep.exchange.people_reader import ReadFile
from dialogueprep.sentences import explain
from dialogueprep.ui.dialogs.taking_in import BEGIN, PREVIEW, TakingIn
from dialogueprep.ui.jobs import Tick
from dialogueprep.ui.models.people_intake import Intaking
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.intake_options import IntakeOptions
from dialogueprep.ui.widgets.intake_view import IntakeView
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, row
from dialogueprep.ui.widgets.notices import NoteBox
from dialogueprep.ui.within_screen import grow
from dialogueprep.words import tr
from dialogueprep.workflows.people_import import Compared

KINDS = "*.csv *.tsv *.txt *.xlsx *.xlsm *.vcf *.xls *.xml *.html *.htm"


class PeopleImportDialog(TakingIn):
    """Nothing is written before the last button. ``written`` says what was."""

    def __init__(
        self, parent: QWidget | None, session: Session, dialogue: Dialogue | None = None
    ) -> None:
        super().__init__(parent, tr("Take in people"))
        self._session, self._dialogue = session, dialogue
        self.written: TakenIn | None = None
        self.name = ""
        self._path: Path | None = None
        self._pasted = self._page = ""
        self._file: ReadFile | None = None
        self._heads: Heads | None = None
        self._sheet = 0
        self._directory: Directory | None = None
        self.state = Intaking()
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

    def _preview_view(self) -> QWidget:
        self.options = IntakeOptions(self._dialogue)
        self.options.reread.connect(self._read_again)
        self.options.sheet_chosen.connect(self._choose_sheet)
        self.options.standing_chosen.connect(self._set_standing)
        self.options.agreed_chosen.connect(self._set_agreed)
        self.view = IntakeView(self.state)
        self.view.preview.changed.connect(self._show_take)
        self.view.columns.changed.connect(self._map)
        return box(column(self.options, (self.view, 1), gap=0))

    # reading ------------------------------------------------------------------------------------

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
            self.read_words(words, held.html() if held.hasHtml() else "")
        else:
            self._say_trouble(tr("The clipboard holds no words."))

    def read_words(self, words: str, page: str = "") -> None:
        """Read people from words, or from the markup that came with them."""
        self._page = page
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

        path, words, page, name = self._path, self._pasted, self._page, self.name

        def work(tick: Tick) -> tuple[ReadFile, Heads]:
            if path is None:
                file = open_pasted(words, name, page)
            else:
                file = read(path, encoding=encoding, separator=separator, tick=tick)
            return file, heads(file, file.first)

        self._begin_job(work, self._on_opened, tr("Reading {name}", name=self.name))

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

        self._begin_job(work, self._show_people, tr("Reading {name}", name=self.name))

    def _sides(self) -> tuple[str, ...]:
        return tuple(d.code for d in self._dialogue.delegations) if self._dialogue else ()

    def _show_people(self, found: tuple[Intake, Compared]) -> None:
        self.job = None
        if self._file is None or self._heads is None:
            return
        self.state.show(*found)
        first = self.views.currentIndex() != PREVIEW and self.width() < 900
        self.options.show_file(self._file, self._sheet)
        self.options.ask_for_consent(asks="listed_for_participants" not in self._heads.fields)
        self.view.show_state(self._heads, self._file.sheets[self._sheet].lines)
        self.views.setCurrentIndex(PREVIEW)
        self.take.show()
        if first:
            grow(self, 1080, 700)
            self.view.preview.list.setFocus()
        self._show_take()

    def _set_standing(self, standing: object) -> None:
        from dialogueprep.domain.people import Standing

        self.state.standing = Standing(str(standing))

    def _set_agreed(self, agreed: bool) -> None:
        self.state.agreed = agreed

    def _show_take(self) -> None:
        n = self.state.number
        self.take.setEnabled(n > 0)
        self.take.setText(tr("Take in {n}", n=n) if n else tr("Nobody to take in"))
        self._counts.setText(self.state.in_words() if self.views.currentIndex() == PREVIEW else "")

    def _on_failed(self, error: Exception) -> None:
        self.job = None
        if not isinstance(error, Explained):
            raise error
        self._say_trouble(explain(error))

    def _say_trouble(self, sentence: str) -> None:
        clear(self._trouble)
        self._trouble.addWidget(NoteBox(sentence, level="block"))
        self.views.setCurrentIndex(BEGIN)
        self.take.hide()
        self._counts.setText("")
        self.choose.setFocus()

    def _on_cancelled(self) -> None:
        self.job = None
        shown = self.state.rows and self._file is not None
        self.views.setCurrentIndex(PREVIEW if shown else BEGIN)
        self.take.setVisible(bool(shown))

    # writing ------------------------------------------------------------------------------------

    def take_in(self) -> None:
        """Write who is taken, in one step; Cancel leaves everything as it was."""
        if not self.take.isVisible() or not self.take.isEnabled() or self._writing:
            return
        if not self._session.copy_before("import"):
            return
        into = self._dialogue.id if self._dialogue and self.options.into_dialogue else None
        rows = self.state.taken()
        written = self._written(
            lambda tick: self._session.run(people_import.take_in, into, rows, tick),
            tr("Taking in {name}", name=self.name),
        )
        if written is None:
            self.views.setCurrentIndex(PREVIEW)
            self.take.show()
            return
        self.written = written
        self.accept()
