"""What the page Agenda can do with time as a whole: date, zones, hours, interpretation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dialogueprep.domain.dialogue import Phase
from dialogueprep.ui.page import Command
from dialogueprep.ui.session import Session
from dialogueprep.words import tr

if TYPE_CHECKING:
    from dialogueprep.ui.pages.agenda import AgendaPage


class SchedulePart:
    """Its dialogs are opened from the menu and the palette."""

    def __init__(self, session: Session, page: AgendaPage) -> None:
        self._session, self._page = session, page

    def commands(self) -> Sequence[Command]:
        """Return what can be done; nothing with a closed dialogue."""
        dialogue = self._session.open_dialogue()
        if dialogue is None or dialogue.phase is Phase.CLOSED:
            return []
        move = tr("Move the whole meeting to another date")
        interpret = tr("Consecutive interpretation for a day or the dialogue")
        return [
            Command(tr("Hours of the day"), self.set_hours, icon="clock"),
            Command(interpret, self.interpret, icon="languages"),
            Command(tr("Time zones of the meeting"), self.set_zones, icon="timer"),
            Command(move, self.shift, icon="calendar-range"),
        ]

    def set_hours(self) -> None:
        """Ask for the hours of the day of the chosen item."""
        block = self._page.days.value()
        self._page.acts.open_day(block.slot.day if block else 0)

    def interpret(self) -> None:
        """Ask how much longer talk takes."""
        from dialogueprep.ui.dialogs.interpretation import InterpretationDialog

        if (agenda := self._page.agenda) is not None:
            chosen = self._page.acts.block.items
            InterpretationDialog.ask(self._page, self._session, agenda, chosen)

    def set_zones(self) -> None:
        """Ask for the time zones."""
        from dialogueprep.ui.dialogs.time_zones import TimeZonesDialog

        if (dialogue := self._session.open_dialogue()) is not None:
            TimeZonesDialog.ask(self._page, self._session, dialogue)

    def shift(self) -> None:
        """Ask for another first day."""
        from dialogueprep.ui.dialogs.shift_meeting import ShiftMeetingDialog

        if (dialogue := self._session.open_dialogue()) is not None:
            ShiftMeetingDialog.ask(self._page, self._session, dialogue)
