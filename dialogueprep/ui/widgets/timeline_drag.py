"""The days of the agenda with the mouse: move blocks, change their length, drop topics."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication

from dialogueprep.commands.agenda import DISCUSSION_MINUTES, LONGEST, SHORTEST
from dialogueprep.domain import arranging
from dialogueprep.domain.arranging import Spot
from dialogueprep.domain.dialogue import AgendaItem, ItemId, ItemKind
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.library import Topic
from dialogueprep.domain.timetable import Slot, starts
from dialogueprep.sentences import explain
from dialogueprep.ui import theme
from dialogueprep.ui.models.agenda_blocks import Agenda, Block
from dialogueprep.ui.widgets import timeline_painting as paint
from dialogueprep.ui.widgets.timeline import Timeline
from dialogueprep.ui.widgets.timeline_layout import Layout, snapped

BESIDE = 0.3  # the right part of a block that makes what is dropped there parallel
NEAR = 24  # px from an edge where a drag scrolls


@dataclass(frozen=True, slots=True)
class Drop:
    """What letting go would do: put at a spot, fill an item, or be refused with a sentence."""

    rect: QRectF
    title: str
    slot: Slot | None = None
    spot: Spot | None = None
    fill: ItemId | None = None
    refusal: str = ""


@dataclass
class _Grip:
    """A press of the mouse on a block; it becomes a drag when the mouse has moved enough."""

    agenda: Agenda
    item: AgendaItem
    title: str
    mode: Literal["move", "resize"]
    pressed: QPointF
    grabbed: float = 0.0
    """Minutes from the item's start to where it was taken."""
    active: bool = False


class AgendaDays(Timeline):
    """The timeline to work in."""

    moved = Signal(str, object)
    """An item's id and its new Spot."""
    resized = Signal(str, int)
    """An item's id and its new length in minutes."""
    refused = Signal(str)
    """Why something could not be dropped."""
    topic_dropped = Signal(object, object)
    """A topic and the Drop."""

    def __init__(self) -> None:
        super().__init__()
        self._grip: _Grip | None = None
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
        return self._drop_of(_Grip(self.agenda, back, title, "move", at), at)

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
        return self._drop_of(_Grip(self.agenda, item, title, "move", at), at)

    # blocks -------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        block = self.block_at(at)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if block is None or self.agenda is None:
            return
        index = self.model().index(self.row_of(block.id), 0)
        keys = event.modifiers()
        if keys & Qt.KeyboardModifier.ShiftModifier:
            self.choice.extend_to(index)
            return
        if keys & Qt.KeyboardModifier.ControlModifier:
            self.choice.toggle(index)
            return
        if not (self.choice.several and block.id in self.choice.ids()):
            self.choice.only(index)
        if event.button() != Qt.MouseButton.LeftButton or self.fixed:
            return
        grabbed = self.layout_.minutes((at + self._offset()).y()) - block.slot.start
        mode = "resize" if self.at_lower_edge(at) else "move"
        self._grip = _Grip(self.agenda, block.item, block.named, mode, at, grabbed)

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
        if grip.mode == "resize":
            self._preview_length(grip, self._new_length(grip, at))
        else:
            self._show_drop(self._drop_of(grip, at))
        self._scroll_near(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        grip, self._grip = self._grip, None
        if grip is None or not grip.active:
            return
        if grip.mode == "resize":
            minutes = self._new_length(grip, event.position())
            self.show_preview(None)
            if minutes != grip.item.minutes:
                self.resized.emit(grip.item.id, minutes)
            return
        drop = self._drop_of(grip, event.position())
        self._show_drop(None)
        if drop.refusal:
            self.refused.emit(drop.refusal)
        elif drop.spot:
            self.moved.emit(grip.item.id, drop.spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._grip:
            self._grip = None
            self.show_preview(None)
            self._show_drop(None)
            return
        super().keyPressEvent(event)

    def paint_ghost(self, p: QPainter) -> None:
        if self.drop is not None:
            drop = self.drop
            paint.ghost(p, drop.rect, drop.slot, drop.title, refused=bool(drop.refusal))

    def row_of(self, item: str) -> int:
        """Return the row of an item in the model."""
        blocks = self.agenda.blocks if self.agenda else ()
        return next((n for n, b in enumerate(blocks) if b.id == item), -1)

    # where it would go ----------------------------------------------------------------------

    def _drop_of(self, grip: _Grip, at: QPointF) -> Drop:
        """Return what letting an item go at a place of the viewport would do."""
        place = at + self._offset()
        column = self.layout_.column_at(place.x())
        floating = _under_mouse(self.layout_, place, grip.item.minutes)
        if column is None or not self.viewport().rect().contains(at.toPoint()):
            return Drop(floating, grip.title, refusal=explain(Refused("no-day-here")))
        spot = self._spot(grip, column.day, at)
        try:
            after = arranging.arranged(grip.agenda.items, grip.item, spot)
        except Refused as refusal:
            return Drop(floating, grip.title, refusal=explain(refusal))
        return self._landing(after, grip, spot)

    def _landing(self, after: tuple[AgendaItem, ...], grip: _Grip, spot: Spot) -> Drop:
        slot = next(
            s for s in starts(after, grip.agenda.dialogue.hours).slots if s.item.id == grip.item.id
        )
        lanes = len(arranging.row_of(after, slot.item))
        rect = self.layout_.rect(slot.day, slot.start, slot.end, max(0, slot.lane - 1), lanes)
        return Drop(rect, grip.title, slot, spot)

    def _spot(self, grip: _Grip, day: int, at: QPointF) -> Spot:
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

    def _new_length(self, grip: _Grip, at: QPointF) -> int:
        slot = grip.agenda.timetable.slot(grip.item.id)
        start = slot.start if slot else 0
        end = self.layout_.minutes((at + self._offset()).y())
        room = grip.item.minutes_for(max(0, snapped(end - start)))
        return max(SHORTEST, min(LONGEST, room))

    def _preview_length(self, grip: _Grip, minutes: int) -> None:
        longer = replace(grip.item, minutes=minutes)
        items = (longer if i.id == longer.id else i for i in grip.agenda.items)
        self.show_preview(starts(items, grip.agenda.dialogue.hours))

    def _show_drop(self, drop: Drop | None) -> None:
        self.drop = drop
        self.lifted = self._grip.item.id if drop is not None and self._grip else None
        refused = drop is not None and bool(drop.refusal)
        if refused:
            self.viewport().setCursor(Qt.CursorShape.ForbiddenCursor)
        elif drop is not None:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self.viewport().unsetCursor()
        self.viewport().update()

    def _show_cursor(self, at: QPointF) -> None:
        if self.at_lower_edge(at) and not self.fixed:
            self.viewport().setCursor(Qt.CursorShape.SizeVerCursor)
        else:
            self.viewport().unsetCursor()

    def _scroll_near(self, at: QPointF) -> None:
        bar, high = self.verticalScrollBar(), self.viewport().height()
        if at.y() < self.layout_.head + NEAR:
            bar.setValue(bar.value() - 12)
        elif at.y() > high - NEAR:
            bar.setValue(bar.value() + 12)


def _under_mouse(layout: Layout, at: QPointF, minutes: int) -> QRectF:
    return QRectF(at.x() - 40, at.y() - 9, 160, max(18.0, min(60.0, minutes * layout.scale)))
