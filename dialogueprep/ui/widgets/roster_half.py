"""One of the two views that the roster is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from dialogueprep.ui.models import roster_model as model
from dialogueprep.ui.models.roster_model import RosterModel
from dialogueprep.ui.widgets.lists import as_table
from dialogueprep.ui.widgets.roster_header import RosterHeader
from dialogueprep.ui.widgets.roster_keys import ours
from dialogueprep.words import tr

if TYPE_CHECKING:
    from dialogueprep.ui.widgets.roster import Roster


class RosterHalf(QTableView):
    """One of the two views; it hands keys, clicks and the focus to the roster."""

    def __init__(self, roster: Roster, rows: RosterModel, part: str) -> None:
        super().__init__()
        self._roster, self._dragging = roster, False
        self.heading = RosterHeader(rows, self)
        self.setHorizontalHeader(self.heading)
        self.setModel(rows)
        as_table(self)
        self.verticalHeader().setMinimumSectionSize(10)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        if part == "facts":
            self.setVerticalScrollBarPolicy(off)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
            self.setAccessibleName(tr("Participants"))
        else:
            self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
            self.setAccessibleName(tr("Roles at each item"))

    def in_block(self, row: int, column: int) -> bool:
        """Return whether a cell is selected together with others."""
        return self._roster.in_block(row, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._roster.press(event):
            QWidget.keyPressEvent(self, event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the roster: they are its roles."""

    def event(self, event: QEvent) -> bool:
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and ours(event):
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._dragging = self is self._roster.items and event.button() == Qt.MouseButton.LeftButton
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.RightButton and self._in_block(at):
            return
        self._roster.point_at(self, at, extend=shift)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons():
            super().mouseMoveEvent(event)
        elif self._dragging:
            self._roster.point_at(self, event.position().toPoint(), extend=True)

    def _in_block(self, at: QPoint) -> bool:
        hit = self.indexAt(at)
        return hit.isValid() and self._roster.in_block(hit.row(), hit.column())

    def repaint_rows(self, *rows: int) -> None:
        """Paint these rows again."""
        for row in rows:
            y, h = self.rowViewportPosition(row), self.rowHeight(row)
            if row >= 0 and h:
                self.viewport().update(0, y, self.viewport().width(), h)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self._roster.point_at(self, event.position().toPoint())
        if self._roster.value() is None or not hit.isValid():
            return
        if hit.column() < model.FACTS:
            self._roster.opened.emit()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._roster.presence_wanted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.visualRect(self.currentIndex()).bottomLeft()
        elif not self._in_block(at):
            self._roster.point_at(self, at)
        if self._roster.value() is not None:
            self._roster.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_active(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_active(False)

    def _show_active(self, active: bool) -> None:
        for half in (self._roster.facts, self._roster.items):
            half.setProperty("active", active)
            half.viewport().update()
