"""The days of the agenda as geometry: where each row of the model lies, as Qt's views ask for it.

It is a QListView, so that selection, keyboard and screen readers work as in any list; only
where its rows lie is its own.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QMoveEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from dialogueprep.domain.timetable import Slot
from dialogueprep.ui.models.agenda_blocks import Agenda, Block
from dialogueprep.ui.models.day_words import HoursAway
from dialogueprep.ui.models.table_model import VALUE, ListModel
from dialogueprep.ui.widgets import timeline_painting as paint
from dialogueprep.ui.widgets.day_heads import DayHeads
from dialogueprep.ui.widgets.timeline_layout import EDGE, Layout, inside, layout_of, neighbour

Index = QModelIndex | QPersistentModelIndex
_MORNING = 6  # an hour from which on days are compared: clocks are changed in the night before
_Cursor = QAbstractItemView.CursorAction
_STEPS = {
    _Cursor.MoveDown: (1, 0, 0),
    _Cursor.MoveNext: (1, 0, 0),
    _Cursor.MoveUp: (-1, 0, 0),
    _Cursor.MovePrevious: (-1, 0, 0),
    _Cursor.MoveRight: (0, 1, 0),
    _Cursor.MoveLeft: (0, -1, 0),
    _Cursor.MoveHome: (0, 0, -1),
    _Cursor.MovePageUp: (0, 0, -1),
    _Cursor.MoveEnd: (0, 0, 1),
    _Cursor.MovePageDown: (0, 0, 1),
}
"""Keys of the cursor: steps along the day, across lanes and days, to an end of the day."""


class PlacedBlocks(QListView):
    """A list whose rows are blocks, placed by their minutes, under the heads of their days."""

    def __init__(self) -> None:
        super().__init__()
        self.agenda: Agenda | None = None
        self.layout_ = Layout()
        self.away: tuple[HoursAway | None, ...] = ()
        self._blocks: ListModel[Block] = ListModel(
            lambda b: b.named, spoken=lambda b: b.spoken, parent=self
        )
        self.setModel(self._blocks)
        self.heads = DayHeads(self.viewport())
        self.verticalScrollBar().setSingleStep(24)
        self.horizontalScrollBar().setSingleStep(24)

    def value(self) -> Block | None:
        """Return the chosen block, or None."""
        return self._blocks.at(self.currentIndex())

    def rect_of(self, item: str) -> QRectF:
        """Return where an item lies in the viewport."""
        block = self.agenda.block(item) if self.agenda else None
        return self.layout_.block(block).translated(-self._offset()) if block else QRectF()

    def block_at(self, at: QPointF) -> Block | None:
        """Return the block at a place of the viewport; the upper one where two overlap."""
        if self.agenda is None or at.y() < self.layout_.head:
            return None
        place = at + self._offset()
        found = (b for b in self.agenda.blocks if inside(self.layout_.block(b), place))
        return next(found, None)

    def at_lower_edge(self, at: QPointF) -> Block | None:
        """Return the block whose lower edge is at a place of the viewport."""
        block = self.block_at(at)
        if block is None:
            return None
        lower = self.layout_.block(block).bottom() - self._offset().y()
        return block if lower - at.y() <= min(EDGE, block.item.minutes * 0.4) else None

    def at_upper_edge(self, at: QPointF) -> Block | None:
        """Return the anchored block whose upper edge is at a place of the viewport."""
        block = self.block_at(at)
        if block is None or block.item.anchor is None:
            return None
        upper = self.layout_.block(block).top() - self._offset().y()
        return block if at.y() - upper <= min(EDGE, block.item.minutes * 0.3) else None

    # geometry, as QAbstractItemView asks for it ---------------------------------------------

    def visualRect(self, index: Index) -> QRect:
        block = index.data(VALUE)
        if block is None or not self.layout_.columns:
            return QRect()
        return self.layout_.block(block).translated(-self._offset()).toAlignedRect()

    def indexAt(self, at: QPoint) -> QModelIndex:
        block = self.block_at(QPointF(at))
        return self._blocks.index_of(block.id) if block else QModelIndex()

    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        self._show_rect(self.visualRect(index))

    def reveal(self, slot: Slot) -> None:
        """Bring where something would come to lie into sight."""
        rect = self.layout_.rect(slot.day, slot.start, slot.end)
        self._show_rect(rect.translated(-self._offset()).toAlignedRect())

    def _show_rect(self, rect: QRect) -> None:
        view = self.viewport().rect().adjusted(0, self.layout_.head, 0, 0)
        for bar, low, high, seen in (
            (self.verticalScrollBar(), rect.top(), rect.bottom(), (view.top(), view.bottom())),
            (self.horizontalScrollBar(), rect.left(), rect.right(), (view.left(), view.right())),
        ):
            if low < seen[0]:
                bar.setValue(bar.value() + low - seen[0] - 8)
            elif high > seen[1]:
                bar.setValue(bar.value() + min(high - seen[1] + 8, low - seen[0]))

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        blocks, here = self._blocks.rows, self.value()
        if here is None or not blocks:
            return self._blocks.index(0, 0)
        wanted = neighbour(blocks, here, *_STEPS.get(action, (0, 0, 0)))
        return self._blocks.index_of((wanted or here).id)

    def setSelection(self, rect: QRect, flags: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center() if rect.isValid() else rect.topLeft())
        if index.isValid():
            self.selectionModel().select(index, flags)

    def visualRegionForSelection(self, selection: object) -> QRegion:
        return QRegion(self.viewport().rect())

    def doItemsLayout(self) -> None:
        self._lay_out()

    def updateGeometries(self) -> None:
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def own_clocks(self) -> dict[int, HoursAway]:
        """Return the days whose second clock differs from the first day's, with their hours."""
        first = self.away[0] if self.away else None
        return {
            day: away
            for day, away in enumerate(self.away)
            if away is not None and (first is None or away[_MORNING:] != first[_MORNING:])
        }

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalOffset(), self.verticalOffset())

    def _lay_out(self) -> None:
        if self.agenda is None:
            return
        view = self.viewport().size()
        limits = [h.ends for h in self.agenda.dialogue.hours if h.ends is not None]
        days, blocks = self.agenda.days, self.agenda.blocks
        size = (view.width(), view.height())
        self.layout_ = layout_of(blocks, days, *size, limits, self.own_clocks())
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setPageStep(view.width())
        across.setRange(0, max(0, paint.width_of_days(self.layout_) - view.width()))
        down.setPageStep(view.height())
        down.setRange(0, max(0, round(self.layout_.height) - view.height()))
        self.viewport().update()
        self.heads.place(self.layout_, self._offset())

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.heads.place(self.layout_, self._offset())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.heads.place(self.layout_, self._offset())
        self.viewport().update()
