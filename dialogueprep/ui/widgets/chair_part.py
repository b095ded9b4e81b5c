"""Opens the chair's view and tells it what is on.

What it shows is put together here, from the agenda, the roster and the clock; the view itself
sees nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from dialogueprep.domain import wording
from dialogueprep.domain.briefs.material import numbers
from dialogueprep.domain.dialogue import AgendaItem, Dialogue, ItemId
from dialogueprep.domain.people import Attendee
from dialogueprep.domain.timetable import starts
from dialogueprep.store import agenda, people
from dialogueprep.store.step import Changes
from dialogueprep.ui import theme
from dialogueprep.ui.chair.sheet import ChairSheet, Seat
from dialogueprep.ui.models import clock_words
from dialogueprep.ui.page import KeyHint
from dialogueprep.ui.room_clock import Reading, RoomClock
from dialogueprep.ui.session import Session
from dialogueprep.words import tr

if TYPE_CHECKING:
    from dialogueprep.ui.chair.view import ChairsView

_ROSTER = ("participations", "attendances", "persons", "name_forms", "delegations", "dialogues")


class ChairPart(QObject):
    """Holds the window; it is gone when the workspace is closed or locked."""

    toggle_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, session: Session, clock: RoomClock, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._clock = session, clock
        self._main: QWidget | None = None
        self._views: list[ChairsView] = []
        self._seats: dict[ItemId, tuple[Seat, ...]] = {}
        self._numbers: tuple[Sequence[AgendaItem], dict[str, str]] = ((), {})
        session.changed.connect(self._on_changed)
        session.closing.connect(self._let_go)
        views = self._views
        self.destroyed.connect(lambda: _close(views))

    @property
    def view(self) -> ChairsView | None:
        """The window, once it has been opened."""
        return self._views[0] if self._views else None

    def open(self, main: QWidget) -> None:
        """Show the window, on a second screen if there is one, or go to it."""
        self._main = main
        view = self.view or self._made()
        self.show_reading(self._clock.read())
        if view.isVisible():
            view.begin()
        else:
            view.open_on(QGuiApplication.screens(), main.screen())

    def show_reading(self, reading: Reading | None) -> None:
        """Show how the day goes."""
        if self.view is not None:
            self.view.show_sheet(self._sheet(reading))

    def kept(self, reading: Reading) -> AgendaItem | None:
        """Return the item for which somebody waits while nothing is on; None if nobody does.

        Another item may be looked at meanwhile, of another day too.
        """
        view = self.view
        if view is None or reading.course.on is not None or view.sheet.on:
            return None
        if not view.panel.hands.anybody:
            return None
        item = _found(view.sheet.item, reading.day.items) or _found(
            view.sheet.item, agenda.of_dialogue(self._session.store, reading.dialogue.id)
        )
        return None if item is None or item.closed else item

    def _made(self) -> ChairsView:
        from dialogueprep.ui.chair.view import ChairsView

        view = ChairsView()
        view.toggle_wanted.connect(self.toggle_wanted)
        view.next_wanted.connect(self.next_wanted)
        view.back_wanted.connect(self._go_back)
        view.keys_wanted.connect(self._show_keys)
        self._views.append(view)
        return view

    def _sheet(self, reading: Reading | None) -> ChairSheet:
        kept = self.kept(reading) if reading else None
        if reading and kept and self.view and not _found(kept.id, reading.day.items):
            return self.view.sheet
        item = (kept or self._clock.about(reading)) if reading else None
        if reading is None or item is None:
            return ChairSheet("", title=tr("Nothing is on the agenda"))
        course, language = reading.course, theme.window_language()
        on = course.on is not None and course.on.id == item.id
        left = clock_words.time_left(item, course.spent if on else None)
        return ChairSheet(
            item.id,
            self._number(reading, item),
            item.titles.best(language),
            "   ".join(t.wording for t in item.titles.others(language)),
            item.terms_in_force if item.kind.has_terms else None,
            tuple(q.texts.best(language) for q in item.questions),
            left.figures,
            left.words,
            left.level if on else 0,
            left.part,
            on,
            reading.paused,
            clock_words.ends(course) if reading.held else "",
            clock_words.then(course, item) if on or not reading.held else "",
            clock_words.day_ends(course) if reading.held else "",
            reading.held and course.ends > course.ends_as_agreed,
            self._seats_at(reading.dialogue, item.id),
            reading.dialogue.k,
            item.closed,
        )

    def _number(self, reading: Reading, item: AgendaItem) -> str:
        items, known = self._numbers
        if items is not reading.day.items:
            items = reading.day.items
            known = numbers(starts(items, reading.day.hours).slots)
            self._numbers = (items, known)
        return known.get(item.id, "")

    def _seats_at(self, dialogue: Dialogue, item: ItemId) -> tuple[Seat, ...]:
        if item not in self._seats:
            present = people.attendees(self._session.store, dialogue.id).get(item, ())
            self._seats[item] = tuple(_seat(dialogue, who) for who in _speaking(present))
        return self._seats[item]

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_ROSTER):
            self._seats.clear()

    def _go_back(self) -> None:
        if self._main is not None and self._session.is_open:
            self._main.activateWindow()

    def _show_keys(self) -> None:
        from dialogueprep.ui.dialogs.keys_of_page import KeysOfPage

        KeysOfPage.tell(self.view, tr("Chair’s view"), key_hints(), alone=True)

    def _let_go(self) -> None:
        _close(self._views)


def _found(item: str, items: Sequence[AgendaItem]) -> AgendaItem | None:
    return next((i for i in items if i.id == item), None)


def _close(views: list[ChairsView]) -> None:
    """Close the window, and forget its names."""
    while views:
        view = views.pop()
        if not isValid(view):
            continue
        view.forget()
        view.close()
        view.deleteLater()


def key_hints() -> Sequence[KeyHint]:
    """Return the keys of the chair's view."""
    return [
        KeyHint("Enter", tr("raise a hand; without a name, give the floor to the next")),
        KeyHint("Shift+Enter", tr("raise a hand for a direct reply")),
        KeyHint("Ctrl+Enter", tr("who has the floor has ended")),
        KeyHint("Down", tr("from the empty field into the list")),
        KeyHint("D", tr("in the list: direct reply or not")),
        KeyHint("Alt+Up", tr("move the chosen hand up, Alt+Down down")),
        KeyHint("Del", tr("withdraw the chosen hand")),
        KeyHint("Ctrl+Shift+P", tr("start or pause the clock")),
        KeyHint("Ctrl+Shift+N", tr("end what is on and start the next item")),
        KeyHint("Ctrl+Shift+V", tr("back to the main window")),
        KeyHint("F11", tr("fill the screen, and back")),
    ]


def _speaking(present: Sequence[Attendee]) -> list[Attendee]:
    return [a for a in present if not a.silent]


def _seat(dialogue: Dialogue, attendee: Attendee) -> Seat:
    """Return a seat; those whom k does not count are in no group."""
    who, language = attendee.who, theme.window_language()
    if not attendee.may_speak_unattributed:
        return Seat(who.person.name.latin)
    labels = {d.code: d.labels.best(language) for d in dialogue.delegations}
    groups = [labels.get(who.delegation, who.delegation)]
    if who.sector is not None:
        groups.append(tr(wording.of(who.sector)))
    return Seat(who.person.name.latin, tuple(groups))
