"""The days of the agenda with the mouse: move blocks, change their length, drop topics."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication

from dialogueprep.commands.agenda import DISCUSSION_MINUTES, LONGEST, SHORTEST
from dialogueprep.domain import arranging
from dialogueprep.domain.arranging import Spot
from dialogueprep.domain.clock import DAY
from dialogueprep.domain.dialogue import AgendaItem, ItemId, ItemKind
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.library import Topic
from dialogueprep.domain.timetable import starts
from dialogueprep.sentences import explain
from dialogueprep.ui import theme
from dialogueprep.ui.models.agenda_blocks import Agenda, Block, rearranged
from dialogueprep.ui.widgets import timeline_over as over
from dialogueprep.ui.widgets.timeline import Timeline
from dialogueprep.ui.widgets.timeline_grip import Drop, Grip, Landed, arranged_by, under_mouse
from dialogueprep.ui.widgets.timeline_layout import snapped
from dialogueprep.words import ntr

BESIDE = 0.3  # the right part of a block that makes what is dropped there parallel
BELOW = 22  # px below the mouse, where a refusal is said
NEAR = 24  # px from an edge where a drag scrolls


class AgendaDays(Timeline):
    """The timeline to work in."""

    moved = Signal(str, object)
    """An item's id and its new Spot."""
    resized = Signal(str, int)
    """An item's id and its new length in minutes."""
    refused = Signal(str)
    """Why something could not be dropped."""
    begun = Signal(str, int, int)
    """An anchored item's id, when it begins and how many minutes it takes."""
    block_moved = Signal(object, object)
    """The ids of several items and their Spot."""
    carried_out = Signal(object)
    """Where items are carried on the screen, beside the days; None when it is over."""
    left_out = Signal(object, QPoint)
    """The ids of items that were let go beside the days, and where on the screen."""
    topic_dropped = Signal(object, object)
    """A topic and the Drop."""

    def __init__(self) -> None:
        super().__init__()
        self._grip: Grip | None = None
        self._landed: Landed | None = None
        self.drop: Drop | None = None
        self.fixed = False
        """Whether nothing can be moved here, as in a closed dialogue."""

    # topics from the library ----------------------------------------------------------------

    def hover_topic(self, topic: Topic, at: QPoint) -> None:
        """Show where a topic would come to lie; ``at`` is on the screen."""
        place = QPointF(self.viewport().mapFromGlobal(at))
        self._show_drop(self._topic_drop(topic, place))
        self._scroll_near(place)

    def drop_topic(self, topic: Topic, at: QPoint) -> None:
        """Let a topic go; ``at`` is on the screen."""
        drop = self._topic_drop(topic, QPointF(self.viewport().mapFromGlobal(at)))
        self._show_drop(None)
        if drop is None:
            return
        if drop.refusal:
            self.refused.emit(drop.refusal)
        else:
            self.topic_dropped.emit(topic, drop)

    def leave_topic(self) -> None:
        """End a drag of a topic without dropping it."""
        self._show_drop(None)

    # items that were set aside --------------------------------------------------------------

    def hover_item(self, item: AgendaItem, at: QPoint) -> None:
        """Show where an item that is set aside would come to lie; ``at`` is on the screen."""
        place = QPointF(self.viewport().mapFromGlobal(at))
        self._show_drop(self._item_drop(item, place))
        self._scroll_near(place)

    def drop_item(self, item: AgendaItem, at: QPoint) -> Spot | None:
        """Return where an item that is set aside was let go; None beside the days."""
        drop = self._item_drop(item, QPointF(self.viewport().mapFromGlobal(at)))
        self._show_drop(None)
        if drop is not None and drop.refusal:
            self.refused.emit(drop.refusal)
        return drop.spot if drop is not None else None

    def _item_drop(self, item: AgendaItem, at: QPointF) -> Drop | None:
        if self.agenda is None or not self.viewport().rect().contains(at.toPoint()):
            return None
        back = replace(item, aside=False)
        title = item.titles.best(theme.window_language())
        return self._drop_of(Grip(self.agenda, back, title, "move", at), at)

    def _topic_drop(self, topic: Topic, at: QPointF) -> Drop | None:
        if self.agenda is None or not self.viewport().rect().contains(at.toPoint()):
            return None
        title = topic.titles.best(theme.window_language())
        under = self.block_at(at)
        if under and arranging.waits_for_topic(under.item) and not self._right_part(under, at):
            rect = self.layout_.block(under)
            return Drop(rect, title, under.slot, fill=under.id)
        item = AgendaItem(
            id=ItemId(""),
            dialogue=self.agenda.dialogue.id,
            kind=ItemKind.DISCUSSION,
            titles=topic.titles,
            day=0,
            minutes=DISCUSSION_MINUTES,
        )
        return self._drop_of(Grip(self.agenda, item, title, "move", at), at)

    # blocks -------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        block = self.block_at(at)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if block is None or self.agenda is None:
            return
        if self._chooses(block, event.modifiers()):
            return
        if event.button() == Qt.MouseButton.LeftButton and not self.fixed:
            self._grip = self._grip_on(self.agenda, block, at)

    def _chooses(self, block: Block, keys: Qt.KeyboardModifier) -> bool:
        """Choose a block that is pressed; return whether the press was for choosing only."""
        index = self.model().index(self.row_of(block.id), 0)
        if keys & Qt.KeyboardModifier.ShiftModifier:
            self.choice.extend_to(index)
        elif keys & Qt.KeyboardModifier.ControlModifier:
            self.choice.toggle(index)
        else:
            if not (self.choice.several and block.id in self.choice.ids()):
                self.choice.only(index)
            return False
        return True

    def _grip_on(self, agenda: Agenda, block: Block, at: QPointF) -> Grip:
        grabbed = self.layout_.minutes((at + self._offset()).y()) - block.slot.start
        if self.at_lower_edge(at):
            return Grip(agenda, block.item, block.named, "resize", at, grabbed)
        if self.at_upper_edge(at):
            return Grip(agenda, block.item, block.named, "begin", at, grabbed)
        if not self.choice.several:
            return Grip(agenda, block.item, block.named, "move", at, grabbed)
        ids = self.choice.ids()
        title = ntr("{n} item", "{n} items", len(ids))
        free = replace(block.item, anchor=None)
        return Grip(agenda, free, title, "move", at, grabbed, block=ids)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at, grip = event.position(), self._grip
        if grip is None:
            super().mouseMoveEvent(event)
            self._show_cursor(at)
            return
        far = (at - grip.pressed).manhattanLength() >= QApplication.startDragDistance()
        grip.active = grip.active or far
        if not grip.active:
            return
        if grip.mode == "move":
            self._carry(grip, at)
        else:
            self._preview_times(grip, at)
        self._scroll_near(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        grip, self._grip = self._grip, None
        if grip is None:
            return
        if not grip.active:
            if grip.block:
                self.choose(grip.item.id)
        elif grip.mode != "move":
            self._let_times_go(grip, event.position())
        else:
            self._let_go(grip, event)

    def _let_go(self, grip: Grip, event: QMouseEvent) -> None:
        self.carried_out.emit(None)
        outside, there = self._outside(event.position()), self.drop
        if there is None or event.position() != grip.carried:
            there = None if outside else self._drop_of(grip, event.position())
        drop = None if outside else there
        self._show_drop(None)
        if drop is None:
            gone = grip.block or (grip.item.id,)
            self.left_out.emit(gone, event.globalPosition().toPoint())
        elif drop.refusal:
            self.refused.emit(drop.refusal)
        elif drop.spot:
            self._land(grip, drop, drop.spot)

    def _land(self, grip: Grip, drop: Drop, spot: Spot) -> None:
        self._landed = drop.after
        if grip.block:
            self.block_moved.emit(grip.block, spot)
        else:
            self.moved.emit(grip.item.id, spot)
        self._landed = None

    def soon(self, before: Agenda, items: Callable[[], Iterable[AgendaItem]]) -> Agenda:
        """Return the agenda as it will be; what is let go was worked out while it was carried."""
        landed = self._landed
        if landed is None or landed.before is not before:
            return super().soon(before, items)
        return rearranged(before, landed.items, landed.timetable)

    def _carry(self, grip: Grip, at: QPointF) -> None:
        if self._outside(at):
            self._show_drop(None)
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.carried_out.emit(self.viewport().mapToGlobal(at.toPoint()))
            return
        self.carried_out.emit(None)
        self._show_drop(self._drop_of(grip, at))
        grip.carried = at

    def _outside(self, at: QPointF) -> bool:
        """Return whether a place lies at the left of the days, where the tray is."""
        return at.x() < 0

    def _let_times_go(self, grip: Grip, at: QPointF) -> None:
        changed = self._with_times(grip, at)
        self.show_preview(None)
        if changed == grip.item:
            return
        if grip.mode == "begin":
            self.begun.emit(changed.id, changed.anchor, changed.minutes)
        else:
            self.resized.emit(changed.id, changed.minutes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._grip:
            self._grip = None
            self.show_preview(None)
            self._show_drop(None)
            self.carried_out.emit(None)
            return
        super().keyPressEvent(event)

    def paint_ghost(self, p: QPainter) -> None:
        if self.drop is not None:
            drop = self.drop
            if drop.refusal:
                over.refused(p, self._in_sight(drop.rect), drop.title, drop.refusal)
            else:
                over.ghost(p, drop.rect, drop.slot, drop.title)

    def _in_sight(self, rect: QRectF) -> QRectF:
        """Return where something beside the mouse is not cut off at the right or below."""
        seen = QRectF(self.viewport().rect()).translated(self._offset())
        x = min(rect.x(), seen.right() - theme.scaled(over.REFUSED) - 6)
        y = min(rect.y() + BELOW, seen.bottom() - theme.scaled(96))
        return QRectF(max(seen.x(), x), y, rect.width(), rect.height())

    def row_of(self, item: str) -> int:
        """Return the row of an item in the model."""
        blocks = self.agenda.blocks if self.agenda else ()
        return next((n for n, b in enumerate(blocks) if b.id == item), -1)

    # where it would go ----------------------------------------------------------------------

    def _drop_of(self, grip: Grip, at: QPointF) -> Drop:
        """Return what letting an item go at a place of the viewport would do."""
        place = at + self._offset()
        column = self.layout_.column_at(place.x())
        floating = under_mouse(self.layout_, place, grip.item.minutes)
        if column is None or not self.viewport().rect().contains(at.toPoint()):
            return Drop(floating, grip.title, refusal=explain(Refused("no-day-here")))
        spot = self._spot(grip, column.day, at)
        try:
            if spot.anchor is not None and spot.anchor >= DAY:
                raise Refused("begins-after-midnight")
            after = arranged_by(grip, spot)
        except Refused as refusal:
            return Drop(floating, grip.title, refusal=explain(refusal))
        return self._landing(after, grip, spot)

    def _landing(self, after: tuple[AgendaItem, ...], grip: Grip, spot: Spot) -> Drop:
        timetable = starts(after, grip.agenda.dialogue.hours)
        slot = next(s for s in timetable.slots if s.item.id == grip.item.id)
        lanes = len(arranging.row_of(after, slot.item))
        rect = self.layout_.rect(slot.day, slot.start, slot.end, max(0, slot.lane - 1), lanes)
        landed = Landed(grip.agenda, after, timetable)
        return Drop(rect, grip.title, slot, spot, after=landed)

    def _spot(self, grip: Grip, day: int, at: QPointF) -> Spot:
        under, item = self.block_at(at), grip.item
        if under is not None and under.id != item.id and self._right_part(under, at):
            return Spot(day, beside=under.id)
        minutes = self.layout_.minutes((at + self._offset()).y())
        if item.anchor is None:
            return arranging.at_time(grip.agenda.timetable, item, day, round(minutes))
        anchor = max(0, snapped(minutes - grip.grabbed))
        spot = arranging.at_time(grip.agenda.timetable, item, day, anchor)
        return replace(spot, anchor=anchor)

    def _right_part(self, block: Block, at: QPointF) -> bool:
        rect = self.layout_.block(block)
        from_left = (at + self._offset()).x() - rect.x()
        return from_left > rect.width() * (1 - BESIDE)

    def _new_length(self, grip: Grip, at: QPointF) -> int:
        slot = grip.agenda.timetable.slot(grip.item.id)
        start = slot.start if slot else 0
        end = self.layout_.minutes((at + self._offset()).y())
        room = grip.item.minutes_for(max(0, snapped(end - start)))
        return max(SHORTEST, min(LONGEST, room))

    def _with_times(self, grip: Grip, at: QPointF) -> AgendaItem:
        """Return the item as long as it would be if its edge were let go there."""
        if grip.mode == "resize":
            return replace(grip.item, minutes=self._new_length(grip, at))
        end = (grip.item.anchor or 0) + grip.item.takes
        wanted = snapped(self.layout_.minutes((at + self._offset()).y()))
        minutes = grip.item.minutes_for(max(0, end - max(0, wanted)))
        changed = replace(grip.item, minutes=max(SHORTEST, min(LONGEST, minutes)))
        return replace(changed, anchor=max(0, end - changed.takes))

    def _preview_times(self, grip: Grip, at: QPointF) -> None:
        changed = self._with_times(grip, at)
        items = (changed if i.id == changed.id else i for i in grip.agenda.items)
        self.show_preview(starts(items, grip.agenda.dialogue.hours))

    def _show_drop(self, drop: Drop | None) -> None:
        self.drop = drop
        grip = self._grip
        self.lifted = frozenset((grip.block or (grip.item.id,)) if drop and grip else ())
        refused = drop is not None and bool(drop.refusal)
        if refused:
            self.viewport().setCursor(Qt.CursorShape.ForbiddenCursor)
        elif drop is not None:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self.viewport().unsetCursor()
        self.viewport().update()

    def _show_cursor(self, at: QPointF) -> None:
        if (self.at_lower_edge(at) or self.at_upper_edge(at)) and not self.fixed:
            self.viewport().setCursor(Qt.CursorShape.SizeVerCursor)
        else:
            self.viewport().unsetCursor()

    def _scroll_near(self, at: QPointF) -> None:
        bar, high = self.verticalScrollBar(), self.viewport().height()
        if at.y() < self.layout_.head + NEAR:
            bar.setValue(bar.value() - 12)
        elif at.y() > high - NEAR:
            bar.setValue(bar.value() + 12)
