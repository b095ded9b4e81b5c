"""What the notes page shows of an item, made ready before one goes there.

The gate's search, who is present, which attributions hold, the rows of the notes and how high each
is: with many notes this takes longer than a key may. It is kept as long as it is right, and made
for all items in short turns while nothing else is to be done; first what is seen first of each.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import chain

from PySide6.QtCore import QObject, QTimer, Signal

from dialogueprep.domain.dialogue import ItemId
from dialogueprep.domain.house_phrases import Phrase
from dialogueprep.domain.identity.roster import Roster
from dialogueprep.domain.identity.search import building
from dialogueprep.store.step import Changes
from dialogueprep.ui import theme
from dialogueprep.ui.models import notes_shown
from dialogueprep.ui.models.note_rows import MiddleRow, Room, RowsByItem
from dialogueprep.ui.models.notes_shown import Shown
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.notes_items import ItemsList
from dialogueprep.ui.widgets.notes_middle import NotesMiddle
from dialogueprep.workflows import phrases

_PAUSE_MS = 20  # before each turn, for the keys that come meanwhile
_A_TURN = 0.003  # seconds
_AFTER_RESIZING_MS = 500


class Ready(QObject):
    """The items of the open dialogue, as they were last shown or made ready."""

    due = Signal()
    """Rows are of another width now: what was made ready is to be made again."""

    def __init__(self, session: Session, view: NotesMiddle, items: ItemsList) -> None:
        super().__init__(view)
        self._session, self._view, self._items = session, view, items
        self._rooms: dict[ItemId, tuple[str, Room]] = {}
        self._rows = RowsByItem()
        self._phrases: tuple[Phrase, ...] | None = None
        self._left: Iterator[None] = iter(())
        self._turn = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._turn.timeout.connect(self._go_on)
        self._resized = QTimer(self, singleShot=True, interval=_AFTER_RESIZING_MS)
        self._resized.timeout.connect(self.due)
        view.resized.connect(self._resized.start)
        session.changed.connect(self._on_changed)

    def room(self, shown: Shown, item: ItemId) -> Room:
        """Return an item with who is present at it."""
        made = notes_shown.room_of(self._session.store, shown, item)
        language, known = self._rooms.get(item, ("", made))
        if language != theme.window_language() or not _same(known, made):
            known = made
        self._rooms[item] = (theme.window_language(), known)
        return known

    def rows(self, shown: Shown, room: Room, search: str = "") -> Sequence[MiddleRow]:
        """Return the notes of an item under their questions, as `note_rows.middle_rows` does."""
        doubts = notes_shown.doubts(self._session.store, shown, room)
        return self._rows.rows(room, shown.of_item(room.item.id), doubts, search)

    def phrases(self) -> tuple[Phrase, ...]:
        """Return the house phrases that hold; they stand among the settings of the workspace."""
        if self._phrases is None:
            self._phrases = phrases.known(self._session.store)
        return self._phrases

    def prepare(self, shown: Shown, roster: Roster) -> None:
        """Make the search and all items ready, in turns; leave off what was being made before."""
        self._left = chain(building(roster), self._steps(shown))
        self._turn.start()

    def _steps(self, shown: Shown) -> Iterator[None]:
        self._view.polish()
        yield from self._items.rehearse()
        made: list[Sequence[MiddleRow]] = []
        for slot in shown.times.slots:
            room = self.room(shown, slot.item.id)
            room.usual()
            yield
            made.append(self.rows(shown, room))
            yield from self._view.rehearse(room, shown.number(slot.item.id), made[-1])
        for row in chain.from_iterable(made):
            self._view.list.measure(row)
            yield

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("settings"):
            self._phrases = None

    def _go_on(self) -> None:
        if not self._session.is_open:
            return
        until = time.perf_counter() + _A_TURN
        for _step in self._left:
            if time.perf_counter() > until:
                self._turn.start()
                return


def _same(known: Room, made: Room) -> bool:
    """Return whether all that a room was made of is as it was."""
    return known.present is made.present and known == made
