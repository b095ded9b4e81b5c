"""Imports on the library page: reading reports, their reviews, and taking them in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from dialogueprep.commands import library_import as commands
from dialogueprep.commands.library import RATER
from dialogueprep.domain.review import Review, Verdict, begin
from dialogueprep.domain.source_facts import guess
from dialogueprep.store import library, reviews, settings
from dialogueprep.store.step import new_id
from dialogueprep.ui import dates
from dialogueprep.ui.jobs import Job, Tick
from dialogueprep.ui.models.library_holdings import Holdings
from dialogueprep.ui.models.report_reading import ReadReport, read_file, read_text
from dialogueprep.ui.page import Command, KeyHint, Page
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.file_drop import FileDrop
from dialogueprep.ui.widgets.import_review import ImportReview
from dialogueprep.ui.widgets.notices import Notice, Remedy
from dialogueprep.words import clauses, ntr, tr

TAKE_KEYS = "Ctrl+T"
_OFFERED = 5
"""Waiting reviews that have a button of their own."""


class LibraryImports(QObject):
    """Reads reports in the background and shows their reviews in place of the library."""

    switched = Signal()
    """A review is shown, or the library again."""

    def __init__(self, session: Session, page: Page, today: Callable[[], date]) -> None:
        super().__init__(page)
        self._session, self._page, self._today = session, page, today
        self._held = Holdings()
        self.job: Job | None = None
        self._review: ImportReview | None = None
        self.button = Button(
            tr("Import a report"), "plain", "file-input", tooltip="Ctrl+I", on_click=self.ask
        )
        self.take_button = Button(tr("Take in"), "plain", key=TAKE_KEYS, on_click=self.take_in)
        self.close_button = Button(tr("Close, keep for later"), on_click=self.close)
        for each in (self.take_button, self.close_button):
            each.hide()
        self.views = FileDrop(tr("Library"))
        self.views.dropped.connect(self._on_dropped)
        for keys, act in (("Ctrl+I", self.ask), (TAKE_KEYS, self._take_by_key)):
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """What stands in the page's head."""
        return self.button, self.close_button, self.take_button

    @property
    def is_open(self) -> bool:
        """Whether a review is shown."""
        return self._review is not None and self._review.review is not None

    @property
    def review(self) -> ImportReview:
        """The view of a review, made when the first is opened."""
        if self._review is None:
            self._review = ImportReview(self._session, self._today)
            self._review.gone.connect(self.close)
            self._review.moved.connect(self._say)
            self.views.addWidget(self._review)
        return self._review

    def flush(self) -> None:
        """Keep what was edited in a review."""
        if self._review is not None:
            self._review.flush()

    # what the page shows ----------------------------------------------------------------------

    def refresh(self, held: Holdings) -> None:
        """Show what is in the store now."""
        self._held = held
        if self.is_open:
            self.review.refresh(held)

    def waiting(self) -> list[Notice]:
        """Return an offer of the review that was kept for later, or a list of several."""
        kept = self._waiting()
        if len(kept) == 1:
            (it,) = kept
            go_on = Remedy(tr("Go on"), lambda: self.open(it.id))
            away = Remedy(tr("Drop it"), lambda: self.drop(it.id))
            return [Notice(_waits(it), "info", remedies=(go_on, away))]
        if not kept:
            return []
        sentence = ntr("{n} report waits for review", "{n} reports wait for review", len(kept))
        listed = "\n".join(_line(number, it) for number, it in enumerate(kept, start=1))
        first = Remedy(tr("Begin with the first"), lambda: self.open(kept[0].id))
        others = (
            Remedy(tr("Open {n}", n=number), lambda it=it: self.open(it.id))
            for number, it in enumerate(kept[1:_OFFERED], start=2)
        )
        return [Notice(sentence, "info", detail=listed, remedies=(first, *others))]

    def _waiting(self) -> list[Review]:
        """Return the reviews that are kept, the oldest first, without the one that is shown."""
        if not self._session.is_open:
            return []
        store = self._session.store
        shown = self._review.review.id if self._review and self._review.review else ""
        kept = (reviews.read(store, each) for each in reviews.ids(store) if each != shown)
        return [each for each in kept if each is not None]

    def commands(self) -> Sequence[Command]:
        """Return what the palette can do."""
        if not self.is_open:
            return [Command(tr("Import a report"), self.ask, "Ctrl+I", "file-input")]
        return [
            Command(tr("Take in what was accepted"), self._take_by_key, TAKE_KEYS, "check"),
            Command(tr("Close the review, keep it for later"), self.close, "", "x"),
            Command(tr("Drop the review"), self._drop_open, "", "trash-2", when_asked=True),
        ]

    def key_hints(self) -> list[KeyHint]:
        """Return the keys of a review."""
        return [
            KeyHint("Enter", tr("accept the proposal and go to the next")),
            *(KeyHint(keys, words) for keys, words, _act in self.review.acts()),
            KeyHint("1", tr("to 5: sensitivity")),
            KeyHint("Shift+1", tr("to 5: operability")),
            KeyHint(TAKE_KEYS, tr("take in what was accepted")),
            KeyHint("Ctrl+Z", tr("take the last decision back")),
        ]

    def _say(self) -> None:
        review = self.review.review
        if review is None:
            return
        n = len(review.candidates)
        said = ntr(
            "{n} proposal, nothing enters the library until you take it in",
            "{n} proposals, nothing enters the library until you take them in",
            n,
        )
        if more := len(self._waiting()):
            said = clauses((said, ntr("{n} more report waits", "{n} more reports wait", more)))
        self._page.say(said)
        accepted = len(review.accepted)
        self.take_button.setText(tr("Take in {n}", n=accepted))
        self.take_button.setEnabled(accepted > 0)
        done = review.reviewed == n
        self.take_button.set_kind("primary" if done and accepted else "plain")

    # reading ----------------------------------------------------------------------------------

    def ask(self) -> None:
        """Ask what is to be imported, and read it."""
        from dialogueprep.ui.dialogs.import_report import ImportDialog

        if self.job or self.is_open:
            return
        if wanted := ImportDialog.ask(self._page):
            if wanted.files:
                self.read_files(wanted.files)
            else:
                self.read_text(wanted.text)

    def read_files(self, files: Sequence[Path]) -> None:
        """Read files in the background; what cannot be read is said, nothing is stored."""
        names = ", ".join(path.name for path in files)
        self._start(lambda tick: [read_file(path, tick) for path in files], names)

    def _on_dropped(self, files: tuple[Path, ...]) -> None:
        if not self.job:
            self.read_files(files)

    def read_text(self, text: str) -> None:
        """Read a pasted text in the background."""
        self._start(lambda _tick: [read_text(text)], tr("the text"))

    def _start(self, work: Callable[[Tick], list[ReadReport]], name: str) -> None:
        job = Job(work, self)
        self.job = job
        job.done.connect(self._on_read)
        job.failed.connect(self._session.fail)
        job.ended.connect(self._on_ended)
        job.progress.connect(lambda done, every: self._show_progress(name, done, every))
        self.button.setEnabled(False)
        self._page.busy(True, tr("Reading {name}", name=name), job.cancel)
        job.start()

    def _show_progress(self, name: str, done: int, every: int) -> None:
        self._page.say_busy(
            tr("Reading {name}: page {n} of {every}", name=name, n=done, every=every)
        )

    def _on_ended(self) -> None:
        self.job = None
        self.button.setEnabled(True)
        self._page.busy(False)

    def _on_read(self, found: list[ReadReport]) -> None:
        refused = [Notice(r.refused, "block", closable=True) for r in found if r.refused]
        self._page.show_news(refused)
        read = [each for each in found if not each.refused]
        for number, each in enumerate(read, start=1):
            if not self._known(each):
                self._begin(each, tr("{n} of {every}", n=number, every=len(read)))

    def _known(self, read: ReadReport) -> bool:
        """Say so and return True if the same file was taken in before or waits for review."""
        store = self._session.store
        mine = read.sha256
        waiting = (reviews.read(store, each) for each in reviews.ids(store))
        same = next((r for r in waiting if r and mine and r.facts.sha256 == mine), None)
        if same is not None:
            if not self.is_open:
                self.open(same.id)
            return True
        source = library.source_of_file(store, read.sha256) if read.sha256 else None
        if source is None:
            return False
        sentence = tr(
            "This very file is in the library already, as “{title}”, {date}.",
            title=source.title, date=dates.day(source.published),
        )  # fmt: skip
        again = Remedy(tr("Review it again"), lambda: self._again(read))
        self._page.show_news([Notice(sentence, "info", remedies=(again,), closable=True)])
        return True

    def _again(self, read: ReadReport) -> None:
        self._page.show_news([])
        self._begin(read)

    def _begin(self, read: ReadReport, which: str = "") -> None:
        from dialogueprep.ui.dialogs.import_report import FactsDialog
        from dialogueprep.workflows.import_report import Imported

        imported = read.imported
        if not isinstance(imported, Imported):
            return
        n = len(imported.proposals)
        if not n:
            name = read.name or tr("the text")
            sentence = tr("Nothing in {name} reads like a topic or a recommendation.", name=name)
            self._page.show_news([Notice(sentence, "info", closable=True)])
            return
        rater = settings.read(self._session.store, RATER, "")
        facts = guess(imported.report, read.name, read.sha256, self._today(), rater)
        about = ntr("{n} proposal was found.", "{n} proposals were found.", n)
        if which not in ("", tr("{n} of {every}", n=1, every=1)):
            about = f"{which} · {read.name} · {about}"
        asked = FactsDialog.ask(self._page, facts, self._held.formats, about)
        if asked is None:
            return
        review = begin(new_id(), imported.report, imported.proposals, asked)
        self._session.run(commands.keep, review)
        if self.is_open:
            self._say()
        else:
            self.open(review.id)

    # the review -------------------------------------------------------------------------------

    def open(self, review: str) -> None:
        """Show a review that is kept."""
        kept = reviews.read(self._session.store, review)
        if kept is None:
            return
        self.review.show_review(kept, self._held)
        self._show_parts(True)
        self._say()
        self.switched.emit()
        self.review.begin()

    def close(self) -> None:
        """Go back to the library; the review is kept."""
        self.review.flush()
        self.review.review = None
        self._show_parts(False)
        self.switched.emit()

    def drop(self, review: str) -> None:
        """Forget a review, after asking nothing: it can be undone."""
        self._session.run(commands.drop, review)
        self._session.say_removed(tr("The review was dropped"))

    def _take_by_key(self) -> None:
        """Take in, or say why there is nothing to take in."""
        if not self.is_open:
            return
        self.review.flush()
        if self.take_button.isEnabled():
            self.take_in()
        else:
            self._session.notice.emit(tr("No proposal is accepted yet."))

    def take_in(self) -> None:
        """Write what was accepted into the library, in one step."""
        self.review.flush()
        review = self.review.review
        if review is None or not (not _open(review) or self._agreed(review)):
            return
        if not self._session.copy_before("import"):
            return
        topic = self._session.run(commands.take_in_review, review, self._today())
        if topic is None:
            return
        following = self._waiting()
        if self.is_open:
            self.close()
        n = len(review.accepted)
        sentence = ntr(
            "{n} entry of “{title}” is in the library.",
            "{n} entries of “{title}” are in the library.",
            n,
            title=review.facts.title,
        )
        undo = Remedy(tr("Undo"), self._undo)
        self._page.show_news([Notice(sentence, "info", remedies=(undo,), closable=True)])
        if following:
            self.open(following[0].id)
        else:
            self._page.show_subject(topic)

    def _undo(self) -> None:
        self._page.show_news([])
        self._session.attempt(self._session.store.undo)

    def _agreed(self, review: Review) -> bool:
        from dialogueprep.ui.dialogs.confirm import Confirm

        n = _open(review)
        sentence = ntr(
            "{n} proposal is not reviewed and will be left out.",
            "{n} proposals are not reviewed and will be left out.",
            n,
        )
        verb = tr("Take in {n}", n=len(review.accepted))
        return Confirm.ask(self._page, tr("Take in what was accepted"), sentence, verb, "primary")

    def _drop_open(self) -> None:
        if self.review.review is None:
            return
        following = self._waiting()
        self.drop(self.review.review.id)
        if following:
            self.open(following[0].id)

    def _show_parts(self, on: bool) -> None:
        self.button.setVisible(not on)
        self.take_button.setVisible(on)
        self.close_button.setVisible(on)


def _waits(review: Review) -> str:
    return tr(
        "The review of “{title}” waits: {n} of {every} reviewed.",
        title=review.facts.title, n=review.reviewed, every=len(review.candidates),
    )  # fmt: skip


def _line(number: int, review: Review) -> str:
    reviewed = tr("{n} of {every} reviewed", n=review.reviewed, every=len(review.candidates))
    return f"{number}  {review.facts.title} · {reviewed}"


def _open(review: Review) -> int:
    return sum(c.verdict is Verdict.OPEN for c in review.candidates)
