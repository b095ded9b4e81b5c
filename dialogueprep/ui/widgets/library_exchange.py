"""The parts of the library that write it to a file and take a list in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication

from dialogueprep.commands import library_files
from dialogueprep.domain.collection import Collection
from dialogueprep.store import library_counts
from dialogueprep.ui.jobs import Job, Tick
from dialogueprep.ui.page import Command
from dialogueprep.ui.pages.library_parts import LibraryShelf
from dialogueprep.ui.session import Session
from dialogueprep.ui.slices import SlicedReading
from dialogueprep.ui.widgets.notices import Notice, Remedy
from dialogueprep.words import clauses, ntr, tr

if TYPE_CHECKING:
    from dialogueprep.ui.dialogs.library_export import Wanted

_MANY = 1
"""Selected topics from which on they are what an export begins with."""


class LibraryExchange:
    """Export and take in, with their jobs and what is said afterwards."""

    def __init__(self, session: Session, shelf: LibraryShelf) -> None:
        self._session, self._shelf = session, shelf
        self.job: Job | SlicedReading | None = None

    def commands(self) -> Sequence[Command]:
        """Return what stands in the menu."""
        found = [Command(tr("Take in a list"), self.take_in, "", "file-input")]
        if library_counts.sizes(self._session.store)[0]:
            n = len(self._shelf.selected())
            words = (
                ntr("Export {n} topic", "Export {n} topics", n)
                if n > _MANY
                else tr("Export the library")
            )
            out = Command(words, self.export, "", "file-output", of_selection=n > _MANY)
            found.insert(0, out)
        return found

    # out ----------------------------------------------------------------------------------------

    def export(self) -> None:
        """Ask what leaves, and write it in the background."""
        from dialogueprep.ui.dialogs.library_export import LibraryExportDialog, Scope

        if self.job is not None:
            return
        store = self._session.store
        topics = {"listed": self._shelf.listed(), "selected": self._shelf.selected()}
        ids: dict[Scope, tuple[str, ...]] = {
            "listed": library_counts.with_recommendations(store, topics["listed"]),
            "selected": library_counts.with_recommendations(store, topics["selected"]),
        }
        counts: dict[Scope, tuple[int, int]] = {"all": library_counts.sizes(store)}
        for scope, found in ids.items():
            n = len(topics[scope])
            counts[scope] = (n, len(found) - n)
        first: Scope = "selected" if counts["selected"][0] > _MANY else "all"
        if wanted := LibraryExportDialog.ask(self._shelf.page, counts, first):
            self._write(wanted, ids.get(wanted.scope))

    def _write(self, wanted: object, ids: Sequence[str] | None) -> None:
        from dialogueprep.ui.dialogs.library_export import Wanted

        if not isinstance(wanted, Wanted):
            return
        self._begin(
            SlicedReading(
                self._session,
                lambda: library_files.reading(self._session.store),
                library_files.READS,
                self._shelf.page,
            ),
            lambda there: self._write_all(there, wanted, ids),
            tr("Reading the library"),
            lambda done, every: tr("Reading the library: {n} of {every}", n=done, every=every),
        )

    def _write_all(self, there: Collection, wanted: Wanted, ids: Sequence[str] | None) -> None:
        from dialogueprep.exchange.library_files import write_library

        def work(tick: Tick) -> Collection:
            chosen = there if ids is None else there.only(ids)
            write_library(
                chosen,
                wanted.target,
                with_ratings=wanted.with_ratings,
                with_histories=wanted.with_histories,
                language=wanted.language,
                tick=tick,
            )
            return chosen

        name = wanted.target.name
        self._begin(
            Job(work, self._shelf.page),
            lambda written: self._say_written(wanted.target, written),
            tr("Writing {name}", name=name),
            lambda done, every: tr(
                "Writing {name}: {n} of {every}", name=name, n=done, every=every
            ),
        )

    def _begin(
        self,
        job: Job | SlicedReading,
        done: Callable[[Any], object],
        words: str,
        part: Callable[[int, int], str],
    ) -> None:
        """Begin what reads or writes, and show how far it is; Cancel stops it."""
        self.job = job
        job.ended.connect(lambda: self._on_ended(job))
        job.done.connect(done)
        job.failed.connect(self._session.fail)
        job.progress.connect(lambda n, every: self._shelf.page.say_busy(part(n, every)))
        self._shelf.page.busy(True, words, job.cancel)
        job.start()

    def _on_ended(self, job: Job | SlicedReading) -> None:
        if self.job is job:
            self.job = None
            self._shelf.page.busy(False)

    def _say_written(self, target: Path, written: Collection) -> None:
        held = (
            ntr("{n} topic", "{n} topics", len(written.topics)),
            ntr("{n} recommendation", "{n} recommendations", len(written.recommendations)),
        )
        sentence = tr("“{name}” holds {counts}.", name=target.name, counts=clauses(held))
        copy = Remedy(tr("Copy the folder’s path"), lambda: _copy(str(target.parent)))
        self._shelf.page.show_news(
            [Notice(sentence, "info", detail=str(target), remedies=(copy,), closable=True)]
        )

    # in -----------------------------------------------------------------------------------------

    def take_in(self) -> None:
        """Ask for a file, show what it would do, and take it in."""
        from dialogueprep.ui.dialogs.library_take_in import TakeInDialog

        asked = TakeInDialog(self._shelf.page, self._session)
        if not asked.exec() or not asked.taken:
            return
        sentence = ntr(
            "{n} change from “{name}” is in the library.",
            "{n} changes from “{name}” are in the library.",
            asked.taken,
            name=asked.name,
        )
        undo = Remedy(tr("Undo"), self._undo)
        notice = Notice(sentence, "info", remedies=(undo,), closable=True)
        self._shelf.page.show_news([notice])

    def _undo(self) -> None:
        self._shelf.page.show_news([])
        self._session.attempt(self._session.store.undo)


def _copy(words: str) -> None:
    QGuiApplication.clipboard().setText(words)
