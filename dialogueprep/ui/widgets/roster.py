"""The roster: names and facts stay, the items beside them scroll; one cell is current."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollBar, QTableView, QWidget

from dialogueprep.ui import theme
from dialogueprep.ui.delegates.roster_cells import RosterCells, row_height
from dialogueprep.ui.models import roster_model as model
from dialogueprep.ui.models.roster_grid import LETTERS, GridColumn, PersonRow, RosterGrid
from dialogueprep.ui.models.roster_model import RosterModel
from dialogueprep.ui.widgets.layout import hairline
from dialogueprep.ui.widgets.roster_half import RosterHalf

CELL = 34
_LEAST_CELLS = 7
_BAR = 12
_WIDTHS = {
    model.NAME: 152,
    model.NATIVE: 88,
    model.CODE: 42,
    model.INSTITUTION: 0,
    model.SECTOR: 90,
    model.CAPACITY: 74,
    model.CONSENT: 32,
}
_LEFT_OUT_FIRST = (model.CODE, model.CAPACITY, model.SECTOR)
_ROLE_OF_KEY = {getattr(Qt.Key, f"Key_{letter}"): role for role, letter in LETTERS.items()}
_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_PageUp: (-10, 0),
    Qt.Key.Key_PageDown: (10, 0),
    Qt.Key.Key_Home: (0, -999),
    Qt.Key.Key_End: (0, 999),
}


class Roster(QWidget):
    """Two views of one model side by side, with one current cell.

    What the user wants is told by signals; ``value`` and ``item`` say for whom and where.
    """

    moved = Signal()
    role_wanted = Signal(object)
    cleared = Signal()
    presence_wanted = Signal()
    silence_wanted = Signal()
    opened = Signal()
    removal_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.rows = RosterModel()
        self._cells = RosterCells(self)
        self.facts = RosterHalf(self, self.rows, "facts")
        self.items = RosterHalf(self, self.rows, "items")
        self.items.setSelectionModel(self.facts.selectionModel())
        self._across = QScrollBar(Qt.Orientation.Horizontal)
        self._edge = hairline("down")
        self._lay_out()
        self.facts.selectionModel().currentChanged.connect(self._on_moved)

    # what is shown ------------------------------------------------------------------------

    def show_grid(self, grid: RosterGrid, query: str = "", *, marked: bool = True) -> None:
        """Show a roster, or what of it fits a query; the current cell stays."""
        row, item = self.value(), self.item()
        self.facts.heading.dialogue = self.items.heading.dialogue = grid.dialogue
        self.rows.show_grid(grid, query, marked=marked)
        self._share_width()
        for number, each in enumerate(self.rows.rows):
            for half in (self.facts, self.items):
                half.setRowHeight(number, row_height(each))
        self.choose(row.id if row else None, item.item.id if item else None)
        for half in (self.facts, self.items):
            half.heading.viewport().update()

    def value(self) -> PersonRow | None:
        """Return the row of the current cell, or None."""
        row = self.rows.at(self._current())
        return row if isinstance(row, PersonRow) else None

    def item(self) -> GridColumn | None:
        """Return the column of the current cell, or None."""
        return self.rows.item_at(self._current().column())

    def choose(self, participation: str | None, item: str | None = None) -> None:
        """Make the cell of a person at an item the current one; else the nearest there is."""
        index = self.rows.index_of(participation)
        people = [n for n, r in enumerate(self.rows.rows) if isinstance(r, PersonRow)]
        if not people:
            return
        number = index.row()
        if number not in people:
            number = min(people, key=lambda n: abs(n - max(0, self._current().row())))
        column = self.rows.column_of(item)
        if column is None:
            column = self.first_column()
        self._set_current(self.rows.index(number, column))

    def first_column(self) -> int:
        """Return the column of the first numbered item; the names where there are no items."""
        numbered = (n for n, c in enumerate(self.rows.items) if c.item.kind.numbered)
        return model.FACTS + next(numbered, 0) if self.rows.items else model.NAME

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self._keyed().setFocus(reason)

    def _keyed(self) -> QTableView:
        return self.items if self.rows.items else self.facts

    def _current(self) -> QModelIndex:
        return self.facts.selectionModel().currentIndex()

    def _set_current(self, index: QModelIndex) -> None:
        flags = QItemSelectionModel.SelectionFlag.NoUpdate
        self.facts.selectionModel().setCurrentIndex(index, flags)
        self._keyed().scrollTo(index)

    def _on_moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.items.heading.show_current(current.column())
        for half in (self.facts, self.items):
            half.viewport().update()
        self.moved.emit()

    # keys and mouse, told by the halves ---------------------------------------------------

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; return whether it asks for anything."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _STEPS:
            self._step(*_STEPS[key])
            return True
        if key == Qt.Key.Key_Delete and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.removal_wanted.emit()
            return True
        shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if self.value() is None or not (plain or (shifted and key in _ROLE_OF_KEY)):
            return False
        return self._do(key)

    def _do(self, key: Qt.Key) -> bool:
        acts = {
            Qt.Key.Key_Space: self.presence_wanted.emit,
            Qt.Key.Key_Delete: self.cleared.emit,
            Qt.Key.Key_Backspace: self.cleared.emit,
            Qt.Key.Key_L: self.silence_wanted.emit,
        }
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif self.item() is None:
            return False
        elif key in _ROLE_OF_KEY:
            self.role_wanted.emit(_ROLE_OF_KEY[key])
        elif key in acts:
            acts[key]()
        else:
            return False
        return True

    def _step(self, down: int, across: int) -> None:
        people = [n for n, r in enumerate(self.rows.rows) if isinstance(r, PersonRow)]
        here = self._current()
        if not people:
            return
        at = people.index(here.row()) if here.row() in people else 0
        row = people[max(0, min(len(people) - 1, at + down))]
        first = model.FACTS if self.rows.items else 0
        last = self.rows.columnCount() - 1 if self.rows.items else 0
        column = max(first, min(last, here.column() + across))
        self._set_current(self.rows.index(row, column))
        if row == people[0]:
            self.items.scrollToTop()

    def point_at(self, half: QTableView, at: QPoint) -> QModelIndex:
        """Make the cell under a point current and return the index that was hit."""
        hit = half.indexAt(at)
        if isinstance(self.rows.at(hit), PersonRow):
            column = hit.column()
            if column < model.FACTS:
                column = max(self._current().column(), self.first_column())
            self._set_current(self.rows.index(hit.row(), column))
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        return hit

    def choose_column(self, column: int) -> None:
        """Make an item's column the current one, in the row that is current."""
        row = max(self._current().row(), 0)
        if isinstance(self.rows.at(self.rows.index(row, 0)), PersonRow):
            self._set_current(self.rows.index(row, column))

    # places -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.facts, 0, 0)
        grid.addWidget(self._edge, 0, 1)
        grid.addWidget(self.items, 0, 2)
        grid.addWidget(self._across, 1, 2)
        grid.setColumnStretch(2, 1)
        for half in (self.facts, self.items):
            half.setItemDelegate(self._cells)
        self.items.heading.clicked_item.connect(self.choose_column)
        up, down = self.facts.verticalScrollBar(), self.items.verticalScrollBar()
        up.valueChanged.connect(down.setValue)
        down.valueChanged.connect(up.setValue)
        own = self.items.horizontalScrollBar()
        own.rangeChanged.connect(self._on_range)
        own.valueChanged.connect(self._across.setValue)
        self._across.valueChanged.connect(own.setValue)

    def _on_range(self, low: int, high: int) -> None:
        self._across.setRange(low, high)
        self._across.setPageStep(self.items.horizontalScrollBar().pageStep())
        self._across.setSingleStep(1)
        self._across.setVisible(high > low)
        self._edge.setVisible(high > low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()
        self.items.horizontalScrollBar().setValue(0)
        self._keyed().scrollTo(self._current())

    def _widths(self) -> dict[int, int]:
        """Return the width of each column of facts, 0 for one that is left out."""
        widths = {column: theme.scaled(w) for column, w in _WIDTHS.items()}
        items = len(self.rows.items) * CELL
        for column in _LEFT_OUT_FIRST:
            room = self.width() - sum(widths.values()) - _BAR
            if room < min(items, _LEAST_CELLS * CELL):
                widths[column] = 0
        spare = self.width() - sum(widths.values()) - items - _BAR
        if spare < 0:
            widths[model.NATIVE] += max(0, spare + items) % CELL
        for column, most in ((model.NAME, 44), (model.NATIVE, 52)):
            more = max(0, min(most, spare))
            widths[column] += more
            spare -= more
        if spare > theme.scaled(130):
            widths[model.INSTITUTION] = min(spare, theme.scaled(420))
        return widths

    def _share_width(self) -> None:
        """Give the facts what the items do not need; with room to spare, show institutions."""
        widths, count = self._widths(), len(self.rows.items)
        for column in range(self.rows.columnCount()):
            fact = column < model.FACTS
            self.facts.setColumnHidden(column, not fact or not widths.get(column))
            self.items.setColumnHidden(column, fact)
            half = self.facts if fact else self.items
            if wide := widths.get(column) if fact else CELL:
                half.setColumnWidth(column, wide)
        self.items.setVisible(count > 0)
        self.facts.setFixedWidth(sum(widths.values()) if count else max(self.width(), 300))
        self.facts.setFocusPolicy(Qt.FocusPolicy.NoFocus if count else Qt.FocusPolicy.StrongFocus)
