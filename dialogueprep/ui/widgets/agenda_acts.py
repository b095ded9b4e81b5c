"""What can be done with the chosen item of an agenda, by key and from the menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from dialogueprep.commands import agenda as commands
from dialogueprep.commands import scheduling
from dialogueprep.domain import arranging, wording
from dialogueprep.domain.arranging import Spot
from dialogueprep.domain.dialogue import AgendaItem, ItemId, ItemKind
from dialogueprep.domain.library import Topic
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.typed_programme import usual_minutes
from dialogueprep.store.library import recommendations_for
from dialogueprep.ui import dates, theme
from dialogueprep.ui.models.agenda_blocks import Agenda, Block
from dialogueprep.ui.page import KeyHint
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.block_acts import BlockActs, with_changed
from dialogueprep.ui.widgets.timeline_drag import AgendaDays
from dialogueprep.ui.widgets.timeline_grip import Drop
from dialogueprep.words import tr

STEP = 5  # minutes


@dataclass(frozen=True)
class Act:
    """One thing to do: its keys, its words, and what does it."""

    keys: str
    words: str
    act: Callable[[], object]


class AgendaActs(QObject):
    """Acts on what is chosen in the days; each is one step that can be undone.

    ``field_wanted`` carries which time of the chosen item is to be written.
    """

    field_wanted = Signal(str)

    def __init__(self, session: Session, days: AgendaDays) -> None:
        super().__init__(days)
        self._session, self._days = session, days
        self.block = BlockActs(session, days)
        for each in self.all():
            shortcut = QShortcut(QKeySequence(each.keys), days)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(each.act)

    def all(self) -> Sequence[Act]:
        """Return the acts in the order of the menu."""
        return (
            Act("Alt+Up", tr("move up"), lambda: self._move(-1)),
            Act("Alt+Down", tr("move down"), lambda: self._move(1)),
            Act("Alt+Left", tr("to the lane or day at the left"), lambda: self._across(-1)),
            Act("Alt+Right", tr("to the lane or day at the right"), lambda: self._across(1)),
            Act("Shift+Up", tr("5 minutes shorter"), lambda: self._longer(-STEP)),
            Act("Shift+Down", tr("5 minutes longer"), lambda: self._longer(STEP)),
            Act("Shift+Left", tr("anchored: begin 5 minutes earlier"), lambda: self._begin(-STEP)),
            Act("Shift+Right", tr("anchored: begin 5 minutes later"), lambda: self._begin(STEP)),
            Act("T", tr("write when it begins"), partial(self.field_wanted.emit, "start")),
            Act("L", tr("write its length"), partial(self.field_wanted.emit, "length")),
            Act("E", tr("write when it ends"), partial(self.field_wanted.emit, "end")),
            Act("A", tr("anchor in time, or let follow on"), self._anchor),
            Act("B", tr("side by side with the item before, or on its own"), self._beside),
            Act("S", tr("set aside"), self.block.set_aside),
            Act("Ctrl+D", tr("duplicate"), self._duplicate),
            Act("Del", tr("remove"), self._remove),
        )

    def hints(self) -> Sequence[KeyHint]:
        """Return the keys that are listed for the days."""
        return [
            KeyHint("Enter", tr("on a topic: put it on the agenda; on an item: its fields")),
            *(KeyHint(act.keys, act.words) for act in self.all()),
            KeyHint("Ctrl+Shift+Down", tr("choose several items, with Up from the other end")),
            KeyHint("Ctrl+A", tr("choose the whole day, then all days")),
            KeyHint("Ctrl+Home", tr("to the head of the day; Enter there sets its hours")),
            KeyHint("Enter", tr("on what is set aside: put it back where it fits")),
            KeyHint("S", tr("on what is set aside: for the whole series, or no longer")),
        ]

    def open_day(self, day: int) -> None:
        """Ask when a day begins and must end."""
        from dialogueprep.ui.dialogs.day_hours import DayHoursDialog

        dialogue = self._session.open_dialogue()
        if dialogue is not None and not self._days.fixed:
            DayHoursDialog.ask(self._days.window(), self._session, dialogue, day)

    def menu(self, parent: QWidget) -> QMenu:
        """Return the menu of all acts with their keys."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_days(menu)
        for each in self.all():
            action = menu.addAction(each.words[:1].upper() + each.words[1:], each.act)
            action.setShortcut(QKeySequence(each.keys))
            action.setShortcutVisibleInContextMenu(True)
        return menu

    def _add_days(self, menu: QMenu) -> None:
        """Offer the days to which what is chosen can go."""
        agenda = self._days.agenda
        if agenda is None or agenda.days < 2:
            return
        here = {i.day for i in self.block.items}
        to = menu.addMenu(tr("Move to"))
        for day in range(agenda.days):
            words = dates.long_day(agenda.dialogue.day(day), year=False)
            action = to.addAction(words, partial(self.block.to_day, day))
            action.setEnabled(here != {day})
        menu.addSeparator()

    def add(self, kind: ItemKind) -> ItemId | None:
        """Add an item after the chosen one, or last of the first day; return its id."""
        agenda, block = self._days.agenda, self._days.value()
        if agenda is None:
            return None
        item = AgendaItem(
            id=ItemId(""),
            dialogue=agenda.dialogue.id,
            kind=kind,
            titles=Texts.of({theme.window_language(): tr(wording.of(kind))}),
            day=block.slot.day if block else 0,
            minutes=usual_minutes(kind),
        )
        spot = arranging.after_row(agenda.items, block.item) if block else Spot(0)
        added = self._session.run(commands.place, item, spot)
        if added:
            self._days.choose(added)
        return added

    def take_topic(self, topic: Topic) -> None:
        """Put a topic on what waits for one, from the chosen item's day on; else where it fits."""
        agenda, block = self._days.agenda, self._days.value()
        if agenda is None:
            return
        day = block.slot.day if block else 0
        days = [*range(day, agenda.days), *range(day)]
        waits = (arranging.waiting_for_topic(agenda.items, each) for each in days)
        waiting = next(filter(None, waits), None)
        if block and arranging.waits_for_topic(block.item):
            waiting = block.item
        minutes = commands.DISCUSSION_MINUTES
        spot = arranging.first_fit(agenda.timetable, minutes, day, agenda.days)
        self._add_topic(topic, spot, waiting)

    def drop_topic(self, topic: Topic, drop: Drop) -> None:
        """Put a topic where it was dropped."""
        block = self._agenda_block(drop.fill) if drop.fill else None
        self._add_topic(topic, drop.spot or Spot(0), block.item if block else None)

    def put(self, id_: str, spot: Spot, *, item: AgendaItem | None = None) -> None:
        """Put an item at a spot, as it is or changed."""
        agenda, block = self._days.agenda, self._agenda_block(id_)
        if agenda is None or block is None:
            return
        moved = item or block.item
        with self._days.foreseen(lambda: arranging.arranged(agenda.items, moved, spot)):
            placed = self._session.run(commands.place, moved, spot)
        if placed:
            self._days.choose(id_)

    def take_back(self, item: AgendaItem, spot: Spot | None = None) -> None:
        """Put an item that is set aside back at a spot, else where it fits first.

        One that another dialogue of the series set aside comes without its notes.
        """
        agenda, of = self._days.agenda, self._session.open_dialogue()
        if agenda is None or of is None:
            return
        back, ours = replace(item, aside=False), item.dialogue == of.id
        if spot is None:
            back = replace(back, anchor=None)
            day = min(item.day, agenda.days - 1) if ours else 0
            spot = arranging.first_fit(agenda.timetable, item.takes, day, agenda.days)
        if ours:
            placed = self._session.run(scheduling.take_back, back, spot)
        else:
            placed = self._session.run(scheduling.take_from_series, of, back, spot)
        if placed:
            self._days.choose(placed)

    def begin_at(self, item: str, anchor: int, minutes: int) -> None:
        """Let an anchored item begin at another time and take as many minutes."""
        block = self._agenda_block(item)
        if block is not None:
            self.change(replace(block.item, anchor=anchor, minutes=minutes), tr("Change times"))

    def drop_back(self, item: AgendaItem, at: QPoint) -> None:
        """Put an item that is set aside back where it was let go on the screen."""
        if (spot := self._days.drop_item(item, at)) is not None:
            self.take_back(item, spot)

    def set_length(self, item: str, minutes: int) -> None:
        """Give an item another length."""
        block = self._agenda_block(item)
        if block is not None:
            self.change(replace(block.item, minutes=minutes), tr("Change length"))

    def change(self, item: AgendaItem, label: str) -> None:
        """Write a changed item."""
        agenda = self._days.agenda
        if agenda is None:
            return
        with self._days.foreseen(lambda: with_changed(agenda.items, [item])):
            self._session.run(commands.change_item, item, label)

    def _add_topic(self, topic: Topic, spot: Spot, waiting: AgendaItem | None) -> None:
        dialogue, run = self._session.open_dialogue(), self._session.run
        if dialogue is None:
            return
        args = (topic, recommendations_for(self._session.store, [topic.id]))
        if waiting is not None:
            added = run(commands.fill_with_topic, dialogue, waiting, *args)
        else:
            added = run(commands.add_topic, dialogue, *args, day=spot.day, spot=spot)
        if added:
            self._days.choose(added)

    def _agenda_block(self, item: str) -> Block | None:
        return self._days.agenda.block(item) if self._days.agenda else None

    def _chosen(self) -> tuple[Agenda, Block] | None:
        agenda, block = self._days.agenda, self._days.value()
        return (agenda, block) if agenda and block else None

    def _move(self, step: int) -> None:
        if self.block.several:
            self.block.move(step)
            return
        if (chosen := self._chosen()) is None:
            return
        agenda, block = chosen
        if block.item.anchor is not None:
            anchor = max(0, block.item.anchor + STEP * step)
            self.change(replace(block.item, anchor=anchor), tr("Move item"))
        elif spot := arranging.past_neighbour(agenda.items, block.item, step):
            self.put(block.id, spot)

    def _across(self, step: int) -> None:
        if self.block.several:
            self.block.across(step)
            return
        if (chosen := self._chosen()) is None:
            return
        agenda, block = chosen
        if 0 <= block.lane + step < block.lanes:
            self._session.run(commands.change_lane, block.item, step)
        elif 0 <= (day := block.slot.day + step) < agenda.days:
            self.put(block.id, arranging.on_day(agenda.timetable, block.item, day))

    def _longer(self, by: int) -> None:
        if self.block.several:
            self.block.longer(by)
        elif (chosen := self._chosen()) is not None:
            self.set_length(chosen[1].id, chosen[1].item.minutes + by)

    def _begin(self, by: int) -> None:
        """Move the begin of an anchored item; its end stays."""
        chosen = self._chosen()
        anchor = chosen[1].item.anchor if chosen and not self.block.several else None
        if chosen is None or anchor is None:
            return
        item = chosen[1].item
        minutes = item.minutes_for(item.takes - by)
        if commands.SHORTEST <= minutes <= commands.LONGEST and anchor + by >= 0:
            self.begin_at(item.id, anchor + by, minutes)

    def _anchor(self) -> None:
        if self.block.several:
            self.block.anchor()
        elif (chosen := self._chosen()) is not None:
            block = chosen[1]
            anchor = block.slot.start if block.item.anchor is None else None
            self.change(replace(block.item, anchor=anchor), tr("Anchor item"))

    def _beside(self) -> None:
        if self.block.several:
            self.block.together()
            return
        if (chosen := self._chosen()) is None:
            return
        agenda, block = chosen
        before = arranging.row_before(agenda.items, block.item)
        if block.lanes > 1:
            spot = arranging.after_row(agenda.items, block.item)
            self.put(block.id, spot, item=replace(block.item, anchor=None))
        elif before:
            self.put(block.id, Spot(block.slot.day, beside=before[0].id))

    def _duplicate(self) -> None:
        chosen = self._chosen()
        if self.block.several:
            self.block.duplicate()
        elif chosen and (copy := self._session.run(commands.duplicate, chosen[1].item)):
            self._days.choose(copy)

    def _remove(self) -> None:
        if self.block.several:
            self.block.remove()
        elif (chosen := self._chosen()) is not None:
            block = chosen[1]
            self._session.run(commands.remove, [block.id])
            self._session.say_removed(tr("Removed “{title}”", title=block.title))
