"""The days of the agenda as a view: choosing, keys and painting."""

from __future__ import annotations

from PySide6.QtCore import (
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

from dialogueprep.domain.dialogue import ItemId
from dialogueprep.domain.timetable import Timetable
from dialogueprep.ui import painting
from dialogueprep.ui.models.agenda_blocks import Agenda, Block
from dialogueprep.ui.models.day_words import day_words, minutes_away
from dialogueprep.ui.widgets import timeline_painting as paint
from dialogueprep.ui.widgets.timeline_choice import BlockChoice
from dialogueprep.ui.widgets.timeline_geometry import Index, PlacedBlocks
from dialogueprep.ui.widgets.timeline_layout import (
    neighbour,
)
from dialogueprep.words import tr

FADED = 0.45  # of a block that is being dragged


class Timeline(PlacedBlocks):
    """Days side by side. ``chosen`` carries the item's id, ``opened`` on Enter or double click.

    Several items may be chosen; ``day_opened`` carries the number of a day whose head was.
    """

    chosen = Signal(object)
    opened = Signal(object)
    several = Signal()
    """The choice of several items has changed."""
    day_opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.preview: Timetable | None = None
        self._hover: ItemId | None = None
        self._picture: tuple[object, QPixmap] | None = None
        self._zone = ""
        self.lifted: frozenset[ItemId] = frozenset()
        self.heads.opened.connect(self.day_opened)
        self.heads.left.connect(self._leave_head)
        self.choice = BlockChoice(self, self._blocks)
        self.selectionModel().selectionChanged.connect(lambda _on, _off: self._show_several())
        self.setAccessibleName(tr("Agenda"))
        self.setProperty("on", "paper")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.viewport().setMouseTracking(True)
        self.setCornerWidget(QWidget())

    # what the page uses -------------------------------------------------------------------

    def show_agenda(self, agenda: Agenda) -> None:
        """Show an agenda; the chosen item stays chosen."""
        self.agenda = agenda
        self.preview = None
        self._blocks.show_rows(agenda.blocks)
        self.away = tuple(minutes_away(agenda.dialogue, day) for day in range(agenda.days))
        self._zone = agenda.dialogue.second_zone.rpartition("/")[2].replace("_", " ")
        self.heads.show_days([day_words(agenda, day) for day in range(agenda.days)])
        self._lay_out()

    def show_preview(self, timetable: Timetable | None) -> None:
        """Show when items would begin under another timetable; None takes it away."""
        self.preview = timetable
        self.viewport().update()

    def choose(self, item: str) -> bool:
        """Choose an item and bring it into sight; return whether it is on the agenda."""
        index = self._blocks.index_of(item)
        if index.isValid():
            self.choice.only(index)
            self.scrollTo(index)
        return index.isValid()

    # what happens to it -------------------------------------------------------------------

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        block = self._blocks.at(current)
        self.chosen.emit(block.id if block else None)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        block, key = self.value(), event.key()
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and block:
            self.opened.emit(block.id)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and event.modifiers() == both:
            self.choice.extend(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape and self.choice.several:
            self.choice.only(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.choice.day()
        elif block and self._to_head(block, event):
            self.heads.focus(block.slot.day)
        else:
            super().keyPressEvent(event)

    def _to_head(self, block: Block, event: QKeyEvent) -> bool:
        """Return whether a key leads from a block to the head of its day."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        first = neighbour(self._blocks.rows, block, 0, 0, -1) == block
        up, home = event.key() == Qt.Key.Key_Up, event.key() == Qt.Key.Key_Home
        return (plain and up and first) or (control and home)

    def _leave_head(self, day: int, step: int) -> None:
        """Go from a head to the first block of its day, or up to the last of the day before."""
        if abs(step) < 2 or self.agenda is None:
            return
        days = [b for b in self.agenda.blocks if b.slot.day == (day if step > 0 else day - 1)]
        if days:
            self.choose(days[0 if step > 0 else -1].id)
        if days or step > 0:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_several(self) -> None:
        self.several.emit()
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the page: they are its keys."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if block := self.block_at(event.position()):
            self.opened.emit(block.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        block = self.block_at(event.position())
        hover = block.id if block else None
        if hover != self._hover:
            self._hover = hover
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._blocks.rowCount():
            self.choice.only(self._blocks.index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            block = self.block_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), block.spoken if block else "", self.viewport())
            return True
        return super().viewportEvent(event)  # type: ignore[arg-type]

    # painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.agenda is None:
            return
        p = QPainter(self.viewport())
        if self.lifted or self.preview is not None:
            p.drawPixmap(0, 0, self._still())
        else:
            self._picture = None
            self._paint_still(p, self.agenda)
        p.translate(-self._offset())
        paint.limits(p, self.layout_, self.agenda, self.preview)
        for each in self.choice.ids() if self.choice.several else ():
            if (together := self.agenda.block(each)) is not None:
                paint.chosen(p, self.layout_.block(together))
        if chosen := self.value():
            paint.ring(p, self.layout_.block(chosen), active=self.hasFocus())
        if self.preview is not None:
            paint.preview(p, self.layout_, self.agenda, self.preview)
        self.paint_ghost(p)
        p.resetTransform()
        p.translate(0, -self.verticalOffset())
        paint.gutter(p, self.layout_, self.away[0] if self.away else None)
        p.resetTransform()
        paint.band(p, self.layout_, self._offset(), self.viewport().width(), self._zone)

    def _still(self) -> QPixmap:
        """Return what does not move while something is dragged or previewed, painted once."""
        offset, size = self._offset(), self.viewport().size()
        key = (id(self.agenda), offset.x(), offset.y(), size.width(), size.height(), self.lifted)
        if self._picture is None or self._picture[0] != key:
            ratio = self.devicePixelRatioF()
            made = QPixmap(size * ratio)
            made.setDevicePixelRatio(ratio)
            made.fill(painting.colour("paper"))
            p = QPainter(made)
            if self.agenda is not None:
                self._paint_still(p, self.agenda)
            p.end()
            self._picture = (key, made)
        return self._picture[1]

    def _paint_still(self, p: QPainter, agenda: Agenda) -> None:
        """Paint hours, blocks and overlaps; blocks out of sight are left out."""
        p.save()
        p.translate(-self._offset())
        paint.hours(p, self.layout_)
        for day, away in self.own_clocks().items():
            paint.clock_of(p, self.layout_, day, away)
        paint.skyline(p, self.layout_, agenda)
        seen = QRectF(self.viewport().rect()).translated(self._offset())
        for block in agenda.blocks:
            rect = self.layout_.block(block)
            if rect.intersects(seen):
                p.setOpacity(FADED if block.id in self.lifted else 1)
                paint.block(p, rect, block, hover=block.id == self._hover)
        p.setOpacity(1)
        paint.overlaps(p, self.layout_, agenda)
        p.restore()

    def paint_ghost(self, p: QPainter) -> None:
        """Paint where what is dragged would come to lie."""
