"""Rating from the library page: one entry, or all that are unrated or expired, one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Literal

from PySide6.QtWidgets import QWidget

from dialogueprep.commands import library as commands
from dialogueprep.domain.library import Recommendation, Topic
from dialogueprep.store import rating_queue, settings
from dialogueprep.ui.dialogs.rating import Rated, RatingDialog
from dialogueprep.ui.models.delegation_names import delegation_names
from dialogueprep.ui.page import Command
from dialogueprep.ui.pages.library_parts import LibraryShelf
from dialogueprep.ui.session import Session
from dialogueprep.words import ntr, tr

Entry = Topic | Recommendation
Which = Literal["unrated", "expired"]
LONGEST = 500
"""How many entries one go through a queue takes."""


def rate_one(session: Session, over: QWidget, entry: Entry, today: date) -> None:
    """Ask for the ratings of an entry and write them."""
    rater = settings.read(session.store, commands.RATER, "")
    names = delegation_names(session.store, session.open_dialogue())
    if rated := RatingDialog.ask(over, entry, rater, today, names):
        write(session, today, entry, rated)


def write(session: Session, today: date, entry: Entry, rated: Rated) -> bool:
    """Write ratings of an entry; return whether they are on disk."""
    done: list[bool] = []

    def command() -> None:
        commands.rate_views(
            session.store,
            entry,
            rated.views,
            rater=rated.rater,
            on=today,
            review_by=rated.review_by,
        )
        done.append(True)

    session.attempt(command)
    return bool(done)


class RatingQueue:
    """The part of the library that works through what is unrated or expired."""

    def __init__(
        self, session: Session, shelf: LibraryShelf, today: Callable[[], date] = date.today
    ) -> None:
        self._session, self._shelf, self._today = session, shelf, today

    def commands(self) -> Sequence[Command]:
        """Return a command for each queue."""
        unrated, expired = partial(self.work, "unrated"), partial(self.work, "expired")
        return [
            Command(tr("Rate next unrated"), unrated, icon="list-todo"),
            Command(tr("Rate next expired"), expired, icon="history"),
        ]

    def work(self, which: Which) -> None:
        """Go through the entries that are "unrated" or "expired", those chosen first."""
        entries = self.queue(which)
        if not entries:
            self._session.notice.emit(tr("Nothing is left to rate."))
            return
        session, today = self._session, self._today()
        dialog = RatingDialog(
            self._shelf.page,
            entries[0],
            settings.read(session.store, commands.RATER, ""),
            today,
            delegation_names(session.store, session.open_dialogue()),
            queue=entries[1:],
            write=partial(write, session, today),
        )
        dialog.exec()
        if dialog.written:
            n = dialog.written
            session.notice.emit(ntr("{n} entry was rated.", "{n} entries were rated.", n))

    def queue(self, which: Which) -> tuple[Entry, ...]:
        """Return the entries of a queue: topics before recommendations, the selected first."""
        chosen = set(self._shelf.selected())
        first = sorted(self._ids(which, LONGEST), key=lambda id_: id_ not in chosen)
        return rating_queue.entries(self._session.store, first)

    def _ids(self, which: Which, most: int) -> tuple[str, ...]:
        if which == "unrated":
            return rating_queue.unrated(self._session.store, most)
        return rating_queue.expired(self._session.store, self._today(), most)
