"""Asks what an event is closed with and where to; writes it, and says what holds it back."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.briefs.blocks import Audience
from dialogueprep.domain.briefs.catalogue_of_products import PRODUCTS
from dialogueprep.domain.errors import Explained
from dialogueprep.domain.texts import LANGUAGE_NAMES, LANGUAGES, Language
from dialogueprep.sentences import explain
from dialogueprep.store.documents import Release
from dialogueprep.ui.jobs import Job, Tick
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.ui.widgets.part_bar import PartBar
from dialogueprep.words import later, ntr, sentences, tr
from dialogueprep.workflows.close_event import Closed, known_files, refuse_full, register, write
from dialogueprep.workflows.event_plan import Closing, Held, Planned, examine, name_of, plan
from dialogueprep.workflows.release import Format, Wanted

_FORMATS: dict[Format, str] = {"docx": later("Word"), "pdf": later("PDF")}
_FOR = {
    Audience.PARTICIPANTS: later("For participants"),
    Audience.PUBLIC: later("For the public"),
    Audience.ORGANISERS: later("For organisers only"),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the work came to: a folder that was written, or documents that hold it back."""

    closed: Closed | None = None
    held: tuple[Held, ...] = ()


class CloseEvent(QDialog):
    """``wanted`` carries a document to go to. Nothing is written while one is held back."""

    wanted = Signal(object)

    def __init__(
        self, parent: QWidget | None, session: Session, proposed: Closing, into: Path
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Close the event"))
        self._session, self._of, self._on = session, proposed.dialogue, proposed.on
        self._into = into
        self._job: Job | None = None
        self.products = _boxes({p: tr(wording.of(p)) for p in PRODUCTS}, proposed.products)
        tongues: dict[Language, str] = {each: LANGUAGE_NAMES[each] for each in LANGUAGES}
        kinds: dict[Format, str] = {f: tr(words) for f, words in _FORMATS.items()}
        self.languages: dict[Language, CheckBox] = _boxes(tongues, proposed.languages)
        self.formats: dict[Format, CheckBox] = _boxes(kinds, proposed.formats)
        self.place = Label("", "body", "ink", elide=True)
        self.bar, self._doing = PartBar(), Label("", "small")
        self.held = column(gap=0)
        self._sign, self.verdict = IconLabel("circle-check", "ok", 20), Paragraph("", "strong")
        self._pages = QStackedWidget()
        self.go_button = Button(tr("Write the folder"), "primary", on_click=self.begin)
        self.go_button.setDefault(True)
        self.back_button = Button(tr("Back"), "plain", on_click=self._show_choices)
        self.cancel_button = Button(tr("Cancel"), on_click=self._give_up)
        self._lay_out()
        self._show_choices()

    # building -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        note = Paragraph(
            tr("All documents, an evidence sheet for each, and a manifest with the SHA-256 of "
               "every file go into one new folder. What has the words with which it was released "
               "is written as it was; the rest is released now."), "small", "ink2",
        )  # fmt: skip
        head = column(Label(tr("Close the event"), "title"), note, gap=6, margins=(24, 18, 24, 14))
        self._pages.addWidget(scrolled(box(self._choices(), "paper"), "paper"))
        self._pages.addWidget(box(self._working(), "paper"))
        self._pages.addWidget(scrolled(box(self._result(), "paper"), "paper"))
        foot = row(None, self.back_button, self.cancel_button, self.go_button, gap=8,
                   margins=(24, 10, 24, 14))  # fmt: skip
        self.setLayout(
            column(box(head, "paper"), hairline(), (self._pages, 1), hairline(),
                   box(foot, "shade"), gap=0)
        )  # fmt: skip
        self.resize(640, 690)

    def _choices(self) -> QVBoxLayout:
        groups = column(gap=6)
        for audience, words in _FOR.items():
            mine = [p for p, kind in PRODUCTS.items() if kind.audiences[0] is audience]
            groups.addWidget(Label(tr(words), "label"))
            for first in range(0, len(mine), 2):
                pair: list[QWidget] = [self.products[p] for p in mine[first : first + 2]]
                pair += [QWidget() for _ in range(2 - len(pair))]
                groups.addLayout(row(*((each, 1) for each in pair)))
            groups.addSpacing(8)
        choose = Button(tr("Choose a place"), "plain", "folder-open", on_click=self._choose)
        return column(
            groups, 4, Label(tr("Languages"), "label"), row(*self.languages.values(), None, gap=18),
            12, Label(tr("File formats"), "label"), row(*self.formats.values(), None, gap=18),
            12, Label(tr("Folder"), "label"), row((self.place, 1), choose, gap=10),
            None, gap=6, margins=(24, 16, 24, 16),
        )  # fmt: skip

    def _working(self) -> QVBoxLayout:
        return column(None, self._doing, 8, self.bar, None, gap=0, margins=(48, 24, 48, 24))

    def _result(self) -> QVBoxLayout:
        verdict = row(self._sign, (self.verdict, 1), gap=10)
        return column(verdict, 12, self.held, None, gap=0, margins=(24, 18, 24, 18))

    # choosing -------------------------------------------------------------------------------

    @property
    def closing(self) -> Closing:
        """What is chosen now."""
        return Closing(
            dialogue=self._of,
            products=tuple(p for p, each in self.products.items() if each.isChecked()),
            languages=tuple(x for x, each in self.languages.items() if each.isChecked()),
            formats=tuple(f for f, each in self.formats.items() if each.isChecked()),
            on=self._on,
        )

    @property
    def folder(self) -> Path:
        """The folder that is made."""
        return self._into / tr("documents-{day}", day=self._on.isoformat())

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Where the folder is made"))
        if name:
            self._into = Path(name)
            self._show_choices()

    def _show_choices(self) -> None:
        self.place.setText(str(self.folder))
        self.place.setToolTip(str(self.folder))
        self._show_page(0)

    # working --------------------------------------------------------------------------------

    def begin(self) -> None:
        """Read what the documents need, and make them off the UI thread."""
        self._session.flush.emit()
        closing, folder, store = self.closing, self.folder, self._session.store
        try:
            refuse_full(folder)
            planned = plan(store, closing)
        except Explained as refused:
            self._say("octagon-x", "block", explain(refused))
            return
        known = known_files(store, self._of)

        def work(tick: Tick) -> Outcome:
            return _made(planned, folder, closing, known, tick)

        self._show_page(1)
        self._doing.setText(tr("The documents are being examined."))
        self.bar.show_part(0)
        self._job = Job(work, self)
        self._job.progress.connect(self._show_progress)
        self._job.done.connect(lambda outcome: self._on_done(closing, outcome))
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._show_choices)
        self._job.ended.connect(self._on_ended)
        self._job.start()

    def done(self, result: int) -> None:
        if self._job is not None:
            self._job.finish()  # a folder that is there by then is registered
        super().done(result)

    def _give_up(self) -> None:
        if self._job is not None:
            self._job.cancel()
        else:
            self.reject()

    def _show_progress(self, done: int, of: int) -> None:
        self.bar.show_part(done / of if of else 0)
        n, whole = done, of // 2
        if n <= whole:
            self._doing.setText(tr("Examined: {n} of {of}", n=n, of=whole))
        else:
            self._doing.setText(tr("Written and read back: {n} of {of}", n=n - whole, of=whole))

    def _on_ended(self) -> None:
        self._job = None

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Explained):
            raise error
        self._say("octagon-x", "block", explain(error))

    def _on_done(self, closing: Closing, outcome: Outcome) -> None:
        if outcome.closed is None:
            self._show_held(outcome.held)
            return
        closed = outcome.closed
        self._session.attempt(lambda: register(self._session.store, closing, closed))
        told = ntr("{n} document file is in “{name}”.", "{n} document files are in “{name}”.",
                   len(closed.files), name=closed.folder.name)  # fmt: skip
        n = len(closed.new)
        new = tr("All had been released before.")
        if n:
            new = ntr("{n} of them was released now.", "{n} of them were released now.", n)
        self._say("circle-check", "ok", sentences([told, new]), finished=True)
        self._show_place(closed.folder)

    # what came of it ------------------------------------------------------------------------

    def _show_held(self, held: Sequence[Held]) -> None:
        sentence = ntr(
            "Nothing was written: {n} document is still held back.",
            "Nothing was written: {n} documents are still held back.",
            len(held),
        )
        self._say("triangle-alert", "warn", sentence)
        for each in held:
            go = Button(tr("Go there"), "link", small=True)
            go.clicked.connect(lambda _on, to=each.wanted: self._go(to))
            words = column(
                Label(name_of(each.wanted), "strong"), Paragraph(_why(each.why), "small"), gap=2
            )
            self.held.addLayout(row((box(words), 1), go, gap=12, margins=(0, 10, 0, 10)))
            self.held.addWidget(hairline())

    def _show_place(self, folder: Path) -> None:
        clipboard = QGuiApplication.clipboard()
        copy = Button(tr("Copy the folder’s path"), "plain", "copy", small=True)
        copy.clicked.connect(lambda: clipboard.setText(str(folder)))
        where = Paragraph(str(folder), "small", "ink2")
        self.held.addLayout(column(where, row(copy, None), gap=10, margins=(30, 0, 0, 0)))

    def _go(self, to: Wanted) -> None:
        self.reject()
        self.wanted.emit(to)

    def _say(self, icon: str, ink: str, sentence: str, *, finished: bool = False) -> None:
        clear(self.held)
        self._sign.show_icon(icon, ink)
        self.verdict.show_text(sentence)
        self._show_page(2)
        if finished:
            self.back_button.hide()
        self.cancel_button.setText(tr("Close"))
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_page(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self.go_button.setVisible(page == 0)
        self.back_button.setVisible(page == 2)
        self.cancel_button.setText(tr("Cancel"))


K = TypeVar("K", bound=Hashable)


def _boxes(words: Mapping[K, str], ticked: Collection[K]) -> dict[K, CheckBox]:
    """Return a box for each value, those ticked that are proposed."""
    boxes = {value: CheckBox(told) for value, told in words.items()}
    for value in ticked:
        boxes[value].setChecked(True)
    return boxes


def _why(why: Explained) -> str:
    """Say shortly what holds a document back."""
    if why.code != "identity-in-brief":
        return explain(why)
    n = int(str(why.facts["count"]))
    return ntr(
        "{n} passage that could identify a participant is to be decided on.",
        "{n} passages that could identify a participant are to be decided on.",
        n,
    )


def _made(
    planned: Sequence[Planned],
    folder: Path,
    closing: Closing,
    known: Mapping[str, Release],
    tick: Tick,
) -> Outcome:
    """Examine, then write; the first half of the ticks is for the one, the second for the other."""
    ready, held = examine(planned, lambda done, of: tick(done, 2 * of))
    if held:
        return Outcome(held=held)
    n = len(planned)
    closed = write(ready, folder, closing, known, lambda done, of: tick(n + done, n + of))
    return Outcome(closed=closed)
