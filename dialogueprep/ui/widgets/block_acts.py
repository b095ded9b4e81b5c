"""What can be done with several chosen items of an agenda together; each is one step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dialogueprep.commands import agenda as agenda_commands
from dialogueprep.commands import scheduling as commands
from dialogueprep.domain import arranging, arranging_blocks
from dialogueprep.domain.arranging import Spot
from dialogueprep.domain.dialogue import AgendaItem, ItemId
from dialogueprep.ui.models.agenda_blocks import Agenda
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.timeline_drag import AgendaDays
from dialogueprep.words import ntr, tr

STEP = 5  # minutes


class BlockActs:
    """Acts on what is chosen in the days, one item or several, and chooses it again."""

    def __init__(self, session: Session, days: AgendaDays) -> None:
        self._session, self._days = session, days

    @property
    def several(self) -> bool:
        """Whether more than one item is chosen."""
        return self._days.choice.several

    @property
    def items(self) -> list[AgendaItem]:
        """The chosen items, in reading order."""
        blocks = (self._agenda.block(i) for i in self._days.choice.ids()) if self._agenda else ()
        return [b.item for b in blocks if b is not None]

    def move(self, step: int) -> None:
        """Move past the row above (-1) or below (1); if all are anchored, in time."""
        items, agenda = self.items, self._agenda
        if agenda is None or not items:
            return
        if all(i.anchor is not None for i in items):
            self._run(commands.shift_block, STEP * step)
        elif spot := arranging_blocks.past_neighbours(agenda.items, self._ids, step):
            self.put(self._ids, spot)

    def to_day(self, day: int) -> None:
        """Move to another day, near the time at which the first of them begins now."""
        items, agenda = self.items, self._agenda
        if agenda is None or not items or not 0 <= day < agenda.days:
            return
        slot = agenda.timetable.slot(items[0].id)
        spot = arranging.at_time(agenda.timetable, items[0], day, slot.start if slot else 0)
        self.put(self._ids, spot)

    def across(self, step: int) -> None:
        """Move to the day before (-1) or after (1)."""
        if self.items:
            self.to_day(self.items[0].day + step)

    def put(self, items: Sequence[ItemId], spot: Spot) -> None:
        """Put items at a spot."""
        self._days.choice.choose(items)
        agenda, block = self._agenda, set(items)
        if agenda is not None:
            with self._days.foreseen(
                lambda: arranging_blocks.arranged_block(agenda.items, block, spot)
            ):
                self._run(commands.move_block, spot)

    def together(self) -> None:
        """Put them side by side, or one after the other again."""
        agenda, kept = self._agenda, self._ids
        if agenda is not None:
            with self._days.foreseen(
                lambda: arranging_blocks.put_together(agenda.items, set(kept))
            ):
                self._session.run(commands.put_together, kept)
        self._days.choice.choose(kept)

    def longer(self, by: int) -> None:
        """Make each so many minutes longer, or shorter."""
        low, high = agenda_commands.SHORTEST, agenda_commands.LONGEST
        changed = (replace(i, minutes=min(high, max(low, i.minutes + by))) for i in self.items)
        self._change(changed, tr("Change length"))

    def anchor(self) -> None:
        """Anchor all at the times when they begin; if all are anchored, let them follow on."""
        agenda, items = self._agenda, self.items
        if agenda is None:
            return
        free = all(i.anchor is not None for i in items)
        starts = {s.item.id: s.start for s in agenda.timetable.slots}
        changed = (replace(i, anchor=None if free else starts[i.id]) for i in items)
        self._change(changed, tr("Anchor item"))

    def duplicate(self) -> None:
        """Put a copy after them, and choose the copy."""
        if self._ids and (made := self._session.run(commands.duplicate_block, self._ids)):
            self._days.choice.choose(made)

    def remove(self) -> None:
        """Remove them, with what belongs to them."""
        gone = self._ids
        self._session.run(agenda_commands.remove, gone)
        self._session.say_removed(ntr("Removed {n} item", "Removed {n} items", len(gone)))

    def set_aside(self) -> None:
        """Take them off the timetable."""
        if gone := self._ids:
            self._session.run(commands.set_aside, gone)
            self._session.say_removed(ntr("{n} item set aside", "{n} items set aside", len(gone)))

    @property
    def _agenda(self) -> Agenda | None:
        return self._days.agenda

    @property
    def _ids(self) -> tuple[ItemId, ...]:
        return self._days.choice.ids()

    def _change(self, items: Iterable[AgendaItem], label: str) -> None:
        kept, changed, agenda = self._ids, list(items), self._agenda
        if agenda is not None:
            with self._days.foreseen(lambda: with_changed(agenda.items, changed)):
                self._session.run(agenda_commands.change_items, changed, label)
        self._days.choice.choose(kept)

    def _run(self, command: object, what: object) -> None:
        kept = self._ids
        self._session.run(command, kept, what)  # type: ignore[arg-type]
        self._days.choice.choose(kept)


def with_changed(
    items: Iterable[AgendaItem], changed: Iterable[AgendaItem]
) -> tuple[AgendaItem, ...]:
    """Return all items with some of them changed. Refused as `commands.agenda.checked`."""
    known = {i.id: agenda_commands.checked(i) for i in changed}
    return tuple(known.get(i.id, i) for i in items)
