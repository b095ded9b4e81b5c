"""Takes a list into the library: choose a file, see what it would do, take it in as one step."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from dialogueprep.commands import library_files
from dialogueprep.domain import taking_in
from dialogueprep.domain.errors import Explained, Trouble
from dialogueprep.domain.taking_in import Plan, Shelf
from dialogueprep.sentences import explain
from dialogueprep.store.step import new_id
from dialogueprep.ui.dialogs.taking_in import BEGIN, PREVIEW, TakingIn
from dialogueprep.ui.jobs import Tick
from dialogueprep.ui.models.take_in_rows import histories_word
from dialogueprep.ui.session import Session
from dialogueprep.ui.slices import SlicedReading
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.ui.widgets.notices import NoteBox
from dialogueprep.ui.widgets.take_in_preview import TakeInPreview
from dialogueprep.ui.within_screen import grow
from dialogueprep.words import ntr, tr

KINDS = "*.csv *.xlsx *.json *.docx"


class TakeInDialog(TakingIn):
    """Nothing is written before the last button. ``taken`` counts what was."""

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(parent, tr("Take in a list"))
        self._session = session
        self.taken = 0
        self.name = ""
        self._shelf: Shelf | None = None
        self._brought = taking_in.Collection()
        self._refused: tuple[Trouble, ...] = ()
        self._asked = (False, False)  # of ratings and histories, as they were compared
        self.plan = Plan()
        for view in (self._begin_view(), self._busy_view(), self._preview_view()):
            self.views.addWidget(view)
        self.cancel = Button(tr("Cancel"), on_click=self.reject)
        self.take = Button(tr("Take in"), "primary", on_click=self.take_in)
        self.take.setDefault(True)
        self.take.hide()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.take_in)
        actions = row(None, self.cancel, self.take, margins=(24, 10, 24, 14))
        self.setLayout(column((box(column(self.views, gap=0), "paper"), 1), box(actions, "shade"),
                              gap=0))  # fmt: skip
        self.resize(560, 300)
        self.choose.setFocus()

    # the three views ----------------------------------------------------------------------------

    def _begin_view(self) -> QWidget:
        self.choose = Button(tr("Choose a file"), "plain", "folder-open", on_click=self._choose)
        kinds = tr("A list that was exported as .csv, .xlsx, JSON or Word; you may also drop it.")
        promise = tr("You see what it would change before anything enters the library.")
        self._trouble = column(gap=0)
        return box(
            column(
                Label(tr("Take in a list"), "title"),
                Paragraph(promise, "small", "ink2"),
                8,
                row(self.choose, (Label(kinds, "small", "ink2", wrap=True), 1), gap=14),
                8,
                self._trouble,
                None,
                gap=8,
                margins=(24, 18, 24, 18),
            )
        )

    def _preview_view(self) -> QWidget:
        self._file = Label("", "title", elide=True)
        self._restored = Paragraph("", "small", "warn")
        self.ratings = CheckBox(tr("Take the ratings as well"))
        self.histories = CheckBox(tr("Take the history of use as well"))
        for each in (self.ratings, self.histories):
            each.toggled.connect(lambda _on: self._replan())
        self._about_histories = Label("", "small", "ink2", wrap=True)
        self.preview = TakeInPreview()
        self.preview.changed.connect(self._show_take)
        asked = row(self.ratings, self.histories, None, gap=24, margins=(24, 8, 24, 0))
        return box(
            column(
                column(self._file, self._restored, gap=4, margins=(24, 16, 24, 8)),
                (self.preview, 1),
                asked,
                row((self._about_histories, 1), margins=(24, 0, 24, 10)),
                gap=0,
            )
        )

    # reading ------------------------------------------------------------------------------------

    def _choose(self) -> None:
        lists, files = tr("Lists"), tr("All files")
        kinds = f"{lists} ({KINDS});;{files} (*)"
        name, _kind = QFileDialog.getOpenFileName(self, tr("Take in a list"), "", kinds)
        if name:
            self.read_file(Path(name))

    def read_file(self, path: Path) -> None:
        """Read a file and show what it would do; a refusal is said in place."""
        from dialogueprep.workflows.library_exchange import read

        if self.job is not None:
            return
        self.name = path.name
        self._shelf = None
        words = tr("Reading {name}", name=path.name)
        self._begin_job(lambda tick: read(path, tick), self._on_read, words)

    def _on_read(self, brought: object) -> None:
        from dialogueprep.exchange.library_of_records import Brought

        self.job = None
        if not isinstance(brought, Brought) or not self._session.is_open:
            return
        self._brought, self._refused = brought.collection, brought.refused
        if self._shelf is not None:
            self._replan()
            return
        reading = SlicedReading(
            self._session,
            lambda: library_files.reading_shelf(self._session.store),
            library_files.READS,
            self,
        )
        self._begin_reading(reading, self._on_shelf, tr("Reading the library"))

    def _on_shelf(self, shelf: Shelf) -> None:
        self.job, self._shelf = None, shelf
        self._replan()

    def _replan(self) -> None:
        shelf = self._shelf
        if shelf is None or self.job is not None:
            return
        rated, used = self.ratings.isChecked(), self.histories.isChecked()
        self._asked = rated, used
        work = partial(_planned, shelf, self._brought, with_ratings=rated, with_histories=used)
        words = tr("Comparing {name} with the library", name=self.name)
        self._begin_job(work, self._show_plan, words)

    def _show_plan(self, plan: Plan) -> None:
        from dialogueprep.workflows.library_exchange import restored_words

        self.job = None
        if self._asked != (self.ratings.isChecked(), self.histories.isChecked()):
            self._replan()
            return
        self.plan = plan
        self._file.setText(self.name)
        self._restored.show_text(restored_words(plan.restored))
        self._restored.setVisible(plan.restored > 0)
        self.ratings.setVisible(plan.rated > 0)
        words = ntr(
            "Take the ratings of {n} entry as well",
            "Take the ratings of {n} entries as well",
            plan.rated,
        )
        self.ratings.setText(words)
        self.histories.setVisible(plan.used > plan.known_uses)
        self._about_histories.setText(histories_word(plan))
        self._about_histories.setVisible(bool(self._about_histories.text()))
        first = self.views.currentIndex() != PREVIEW and self.width() < 800
        self.preview.show_plan(plan, self._refused)
        self.views.setCurrentIndex(PREVIEW)
        self.take.show()
        if first:
            grow(self, 980, 640)
            self.preview.list.setFocus()
        self._show_take()

    def _show_take(self) -> None:
        n = self.preview.taken + len(self.plan.uses)
        self.take.setEnabled(n > 0 or (self.plan.writes and not self.preview.left))
        self.take.setText(tr("Take in {n}", n=n) if n else tr("Nothing to take in"))

    def _on_failed(self, error: Exception) -> None:
        self.job = None
        if not isinstance(error, Explained):
            raise error
        from dialogueprep.ui.widgets.layout import clear

        clear(self._trouble)
        self._trouble.addWidget(NoteBox(explain(error), level="block"))
        self._begin_anew()

    def _on_cancelled(self) -> None:
        self.job = None
        self._begin_anew()

    def _begin_anew(self) -> None:
        self.views.setCurrentIndex(BEGIN)
        self.take.hide()
        self.choose.setFocus()

    # writing ------------------------------------------------------------------------------------

    def take_in(self) -> None:
        """Write what is ticked, in one step; Cancel leaves everything as it was."""
        if not self.take.isVisible() or not self.take.isEnabled() or self._writing:
            return
        if not self._session.copy_before("import"):
            return
        left = frozenset(self.preview.left)
        written = self._written(
            lambda tick: self._session.run(library_files.take_in, self.plan, left, tick),
            tr("Taking in {name}", name=self.name),
        )
        if written is None:
            self._show_plan(self.plan)
            return
        self.taken = written
        self.accept()


def _planned(
    shelf: Shelf,
    brought: taking_in.Collection,
    tick: Tick,
    *,
    with_ratings: bool,
    with_histories: bool,
) -> Plan:
    return taking_in.plan(
        shelf, brought, new_id, with_ratings=with_ratings, with_histories=with_histories, tick=tick
    )
