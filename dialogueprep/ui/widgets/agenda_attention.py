"""What needs attention on the agenda page: the bar, its ways out, and what they would change."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from dialogueprep.commands import agenda as commands
from dialogueprep.commands import roles
from dialogueprep.domain.timetable import Slot
from dialogueprep.ui.models.agenda_problems import Problem, Way
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.check_bar import CheckBar
from dialogueprep.ui.widgets.timeline_drag import AgendaDays


class AgendaAttention(QObject):
    """Previews the ways out of a problem on the days, and takes one; digits take it too."""

    def __init__(self, session: Session, days: AgendaDays) -> None:
        super().__init__(days)
        self._session, self._days = session, days
        self.bar = CheckBar()
        self.bar.taken.connect(self.take)
        self.bar.looked_at.connect(self._preview)
        for number in range(1, 10):
            digit = QShortcut(QKeySequence(str(number)), days)
            digit.setContext(Qt.ShortcutContext.WidgetShortcut)
            digit.activated.connect(lambda n=number: self.bar.take(n))

    def take(self, problem: Problem, way: Way) -> None:
        """Do what one of the ways out of a problem says."""
        match way.kind:
            case "remedy" if way.remedy is not None:
                self._session.run(commands.take_remedy, way.remedy, way.words)
            case "pause" if way.pause is not None and way.spot is not None:
                self._session.run(commands.place, way.pause, way.spot)
            case "cells":
                self._session.run(roles.settle, way.cells)
            case "participants":
                self._session.go("participants")
            case _:
                self._days.choose(problem.items[0])
                self._days.setFocus(Qt.FocusReason.OtherFocusReason)

    def _preview(self, way: Way | None) -> None:
        """Show what a way would change, and bring it into sight."""
        agenda = self._days.agenda
        coming = way.preview(agenda) if agenda and way else None
        self._days.show_preview(coming)
        if agenda is None or coming is None:
            return
        there = {s.item.id: s for s in coming.slots}
        moved = [b.slot for b in agenda.blocks if _place(there.get(b.id)) != _place(b.slot)]
        moved += [s for s in coming.slots if agenda.block(s.item.id) is None]
        for slot in (moved[-1:] + moved[:1]) if moved else ():
            self._days.reveal(slot)


def _place(slot: Slot | None) -> tuple[int, int, int] | None:
    return (slot.day, slot.start, slot.end) if slot else None
