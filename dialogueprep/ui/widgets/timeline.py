"""The days of the agenda as a view: choosing, keys and painting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

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
    QRegion,
)
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

from dialogueprep.domain.dialogue import AgendaItem, ItemId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.timetable import Timetable
from dialogueprep.ui import painting
from dialogueprep.ui.models.agenda_blocks import Agenda, Block, rearranged
from dialogueprep.ui.models.day_words import day_words, hours_away
from dialogueprep.ui.widgets import timeline_over as over
from dialogueprep.ui.widgets import timeline_painting as paint
from dialogueprep.ui.widgets.timeline_choice import BlockChoice
from dialogueprep.ui.widgets.timeline_geometry import Index, PlacedBlocks
from dialogueprep.ui.widgets.timeline_layout import (
    neighbour,
)
from dialogueprep.ui.widgets.timeline_still import Seen, StillPicture
from dialogueprep.words import tr


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
        self._still = StillPicture()
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
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCornerWidget(QWidget())

    # what the page uses -------------------------------------------------------------------

    def show_agenda(self, agenda: Agenda) -> None:
        """Show an agenda; the chosen item stays chosen."""
        self._show_blocks(agenda)
        self.away = tuple(hours_away(agenda.dialogue, day) for day in range(agenda.days))
        self._zone = agenda.dialogue.second_zone.rpartition("/")[2].replace("_", " ")
        self.heads.show_days([day_words(agenda, day) for day in range(agenda.days)])
        self._lay_out()

    def _show_blocks(self, agenda: Agenda) -> None:
        self.agenda = agenda
        self.preview = None
        self._blocks.show_rows(agenda.blocks)

    @contextmanager
    def foreseen(self, items: Callable[[], Iterable[AgendaItem]]) -> Iterator[None]:
        """Show what a change will make of the items at once, while it is written and read again.

        Nothing is shown of what is refused; what was not written after all is taken back.
        """
        before = self.agenda
        try:
            soon = self.soon(before, items) if before is not None else None
        except Refused:
            soon = None
        if soon is not None:
            self.agenda, self.preview = soon, None
            self._lay_out()
            self._paint_changed_days(before, soon)  # first: the model and what follows it can wait
            self._show_blocks(soon)  # the heads of the days follow when it has been written
        try:
            yield
        finally:
            if soon is not None and before is not None and self.agenda is soon:
                self.show_agenda(before)

    def soon(self, before: Agenda, items: Callable[[], Iterable[AgendaItem]]) -> Agenda:
        """Return the agenda with its items as they will be."""
        return rearranged(before, items())

    def _paint_changed_days(self, before: Agenda | None, after: Agenda) -> None:
        """Paint those days at once on which something stands elsewhere; the others follow."""
        slots = set(before.timetable.slots if before else ()) ^ set(after.timetable.slots)
        below_heads = self.viewport().rect().adjusted(0, self.layout_.head - 4, 0, 0)
        seen, region = self.seen(), QRegion()
        for day in {s.day for s in slots if s.day < len(seen.layout.columns)}:
            strip = seen.strip(day).translated(-seen.offset).adjusted(2, 0, -2, 0)
            region += strip.toRect()
        self.viewport().repaint(region.intersected(below_heads))

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
        p = QPainter(self.viewport())
        if self.agenda is None:
            p.fillRect(event.rect(), painting.colour("paper"))
            return
        part = QRectF(event.rect()).translated(self._offset())
        p.drawPixmap(0, 0, self._still.shown(self.agenda, self.seen(), self._hover, part))
        p.translate(-self._offset())
        self._paint_over(p, self.agenda)
        p.resetTransform()
        if event.rect().left() < paint.beside_hours():
            p.translate(0, -self.verticalOffset())
            paint.gutter(p, self.layout_, self.away[0] if self.away else None)
            p.resetTransform()
        paint.band(p, self.layout_, self._offset(), self.viewport().width(), self._zone)

    def _paint_over(self, p: QPainter, agenda: Agenda) -> None:
        """Paint what is chosen, previewed and dragged, over the still picture."""
        for each in self.lifted:
            if (gone := agenda.block(each)) is not None:
                over.faded(p, self.layout_.block(gone))
        over.limits(p, self.layout_, agenda, self.preview)
        for each in self.choice.ids() if self.choice.several else ():
            if (together := agenda.block(each)) is not None:
                over.chosen(p, self.layout_.block(together))
        current = self.value()
        if current and (chosen := agenda.block(current.id)) is not None:
            over.ring(p, self.layout_.block(chosen), active=self.hasFocus())
        if self.preview is not None:
            over.preview(p, self.layout_, agenda, self.preview)
        self.paint_ghost(p)

    def seen(self) -> Seen:
        """Return how the days are seen now."""
        size, ratio = self.viewport().size(), self.devicePixelRatioF()
        return Seen(self.layout_, self._offset(), size, ratio, self.own_clocks())

    def paint_ghost(self, p: QPainter) -> None:
        """Paint where what is dragged would come to lie."""
