"""The clock on the notes page: its keys and commands, the plans when late, the chair's view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dialogueprep.domain.dialogue import AgendaItem, ItemId
from dialogueprep.ui.page import Command, KeyHint
from dialogueprep.ui.room_clock import Now, Reading, RoomClock
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.chair_part import ChairPart
from dialogueprep.ui.widgets.clock_bar import ClockBar
from dialogueprep.ui.widgets.item_head import ItemHead
from dialogueprep.words import tr

if TYPE_CHECKING:
    from dialogueprep.ui.dialogs.late_plans import Taken

START, NEXT, PLANS, CHAIR = "Ctrl+Shift+P", "Ctrl+Shift+N", "Ctrl+Shift+L", "Ctrl+Shift+V"


class ClockPart(QObject):
    """Shows the clock in the head and the bar, and does what they ask for."""

    on_changed = Signal(object)
    """The id of the item that is on, or None; said with every second."""

    def __init__(
        self,
        session: Session,
        page: QWidget,
        head: ItemHead,
        bar: ClockBar,
        go_to: Callable[[ItemId], None],
        now: Now,
    ) -> None:
        super().__init__(page)
        self._page, self._head, self._bar, self._go_to = page, head, bar, go_to
        self._item: AgendaItem | None = None
        self.clock = RoomClock(session, now, self)
        self.chair = ChairPart(session, self.clock, self)
        self.clock.changed.connect(self.show)
        head.toggle_wanted.connect(self.toggle)
        head.next_wanted.connect(self.next)
        bar.plans_wanted.connect(self.ask_plans)
        bar.chair_wanted.connect(self.open_chair)
        bar.on_wanted.connect(lambda item: self._go_to(ItemId(item)))
        self.chair.toggle_wanted.connect(self._toggle_what_is_on)
        self.chair.next_wanted.connect(self._next_of_the_chair)

    def show_item(self, item: AgendaItem) -> None:
        """Show the clock beside this item."""
        self._item = item
        self.clock.show_item(item.id)
        self.show()

    def show(self) -> None:
        """Show the clock as it stands now."""
        if self._item is None:
            return
        reading = self.clock.read()
        on = reading.course.on if reading is not None else None
        self.on_changed.emit(on.id if on is not None else None)
        self._head.show_clock(reading)
        self._bar.show_reading(reading, self._item.id)
        self.chair.show_reading(reading)

    # what the user does ---------------------------------------------------------------------

    def toggle(self) -> None:
        """Start the item that is shown, or let its clock stand still or go on."""
        if self._item is not None and not self._item.closed:
            self.clock.toggle(self._item)

    def next(self) -> None:
        """End what is on and start the next item; the page follows if it showed what was on.

        Out of a break, which has no notes to show, it follows from wherever it is. Before
        anything has been on, the item that is shown begins.
        """
        reading = self.clock.read()
        if reading is not None and not reading.held:
            self.toggle()
            return
        on = reading.course.on if reading is not None else None
        here = reading is not None and self._item is not None and reading.is_on(self._item.id)
        followed = on is not None and (here or not on.kind.has_terms)
        coming = self.clock.next()
        if coming is not None and followed and reading is not None:
            following = reading.course.next
            if following is not None and following.kind.has_terms:
                self._go_to(coming)

    def ask_plans(self) -> None:
        """Offer three plans for a day that runs late, and take the one that is chosen."""
        from dialogueprep.ui.dialogs.late_plans import LatePlansDialog

        reading = self.clock.read()
        if reading is None:
            return
        taken: Taken | None = LatePlansDialog.ask(self._page.window(), reading.day)
        if taken is not None:
            self.clock.take_plan(taken.day, taken.plan, taken.label)

    def open_chair(self) -> None:
        """Show the chair's view, or go to it."""
        self.chair.open(self._page.window())

    def as_taken(self, item: AgendaItem) -> AgendaItem:
        """Return an item that is about to be closed, with how long it took if it is on."""
        return self.clock.as_taken(item)

    def _toggle_what_is_on(self) -> None:
        reading: Reading | None = self.clock.read()
        if reading is None:
            return
        on = reading.course.on or self.chair.kept(reading)
        if (item := on or reading.course.next or self._item) is not None:
            self.clock.toggle(item)

    def _next_of_the_chair(self) -> None:
        """Go on as `next` does; before anything has been on, what the chair sees begins."""
        reading: Reading | None = self.clock.read()
        kept = self.chair.kept(reading) if reading is not None and not reading.held else None
        if kept is not None:
            self.clock.toggle(kept)
        else:
            self.next()

    # what the page offers ---------------------------------------------------------------------

    def keys(self) -> dict[str, Callable[[], object]]:
        """Return what each key does."""
        return {
            START: self.toggle, NEXT: self.next, PLANS: self.ask_plans, CHAIR: self.open_chair,
        }  # fmt: skip

    def key_hints(self) -> Sequence[KeyHint]:
        """Return the keys, for F1."""
        return [
            KeyHint(START, tr("start or pause the clock")),
            KeyHint(NEXT, tr("end what is on and start the next item")),
            KeyHint(PLANS, tr("three plans for a day that runs late")),
            KeyHint(CHAIR, tr("the chair’s view, and back from it")),
        ]

    def commands(self) -> Sequence[Command]:
        """Return what the palette can do."""
        return [
            Command(tr("Start or pause the clock"), self.toggle, START, "timer"),
            Command(tr("Next item"), self.next, NEXT, "skip-forward"),
            Command(tr("We are late: three plans"), self.ask_plans, PLANS, "clock"),
            Command(tr("Chair’s view"), self.open_chair, CHAIR, "presentation"),
        ]
