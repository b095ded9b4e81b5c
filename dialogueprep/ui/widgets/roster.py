"""The roster: names and facts stay, the items beside them scroll; one cell is current."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollBar, QTableView, QWidget

from dialogueprep.ui import theme
from dialogueprep.ui.delegates.roster_cells import RosterCells, row_height
from dialogueprep.ui.models import roster_model as model
from dialogueprep.ui.models.cell_block import Block
from dialogueprep.ui.models.roster_grid import GridColumn, PersonRow, RosterGrid
from dialogueprep.ui.models.roster_model import RosterModel
from dialogueprep.ui.widgets.layout import hairline
from dialogueprep.ui.widgets.roster_half import RosterHalf
from dialogueprep.ui.widgets.roster_keys import press

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


class Roster(QWidget):
    """Two views of one model side by side, with one current cell.

    What the user wants is told by signals; ``value`` and ``item`` say for whom and where.
    """

    moved = Signal()
    role_wanted = Signal(object)
    cleared = Signal()
    presence_wanted = Signal()
    silence_wanted = Signal()
    filled = Signal(object)
    """Cells to be written."""
    copied = Signal(bool)
    """Whether the cells are taken away too."""
    pasted = Signal()
    opened = Signal()
    removal_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.rows = RosterModel()
        self._anchor: tuple[int, int] | None = None
        self._heights: list[int] = []
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
        anchor, order = self._anchor, [getattr(r, "id", r) for r in self.rows.rows]
        if self.rows.show_grid(grid, query, marked=marked) or not self._heights:
            self._share_width()
        self._set_heights()
        self.choose(row.id if row else None, item.item.id if item else None)
        if order == [getattr(r, "id", r) for r in self.rows.rows]:
            self._anchor = anchor
        for half in (self.facts, self.items):
            half.heading.viewport().update()

    def _set_heights(self) -> None:
        """Set the heights of rows where they are others than before."""
        heights = [row_height(each) for each in self.rows.rows]
        if heights == self._heights:
            return
        self._heights = heights
        for half in (self.facts, self.items):
            header = half.verticalHeader()
            header.setDefaultSectionSize(row_height(None))
            for number, height in enumerate(heights):
                if header.sectionSize(number) != height:
                    header.resizeSection(number, height)

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

    def block(self) -> Block:
        """Return the cells that are selected: at least the current one; none without items."""
        here = self._current()
        if self.item() is None or self.value() is None:
            return Block()
        last = self._anchor if self._anchor else (here.row(), here.column())
        low, high = sorted((here.row(), last[0]))
        rows = [r for r in self.rows.rows[low : high + 1] if isinstance(r, PersonRow)]
        left, right = sorted((here.column(), last[1]))
        return Block(tuple(rows), range(left - model.FACTS, right - model.FACTS + 1))

    def in_block(self, row: int, column: int) -> bool:
        """Return whether a cell is selected together with others."""
        if self._anchor is None:
            return False
        here, (anchor, first) = self._current(), self._anchor
        between = min(anchor, here.row()) <= row <= max(anchor, here.row())
        return between and min(first, here.column()) <= column <= max(first, here.column())

    def select_all(self) -> None:
        """Select every cell."""
        people = self._people()
        if people and self.rows.items:
            self._set_current(self.rows.index(people[0], model.FACTS))
            last = self.rows.index(people[-1], self.rows.columnCount() - 1)
            self._set_current(last, extend=True)

    def rows_from(self, row: PersonRow) -> list[PersonRow]:
        """Return the rows of people from one on."""
        found = [r for r in self.rows.rows if isinstance(r, PersonRow)]
        return found[found.index(row) :]

    def row_above(self, row: PersonRow) -> PersonRow | None:
        """Return the row of the person above, or None."""
        found = [r for r in self.rows.rows if isinstance(r, PersonRow)]
        at = found.index(row)
        return found[at - 1] if at else None

    def _people(self) -> list[int]:
        return [n for n, r in enumerate(self.rows.rows) if isinstance(r, PersonRow)]

    def _set_current(self, index: QModelIndex, *, extend: bool = False) -> None:
        here, had = self._current(), self._anchor is not None
        if not extend:
            self._anchor = None
        elif self._anchor is None and here.isValid():
            self._anchor = (here.row(), here.column())
        if self._anchor == (index.row(), index.column()):
            self._anchor = None
        flags = QItemSelectionModel.SelectionFlag.NoUpdate
        self.facts.selectionModel().setCurrentIndex(index, flags)
        self._keyed().scrollTo(index)
        if had or self._anchor is not None:
            for half in (self.facts, self.items):
                half.viewport().update()

    def _on_moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.items.heading.show_current(current.column())
        for half in (self.facts, self.items):
            half.repaint_rows(current.row(), previous.row())
        self.moved.emit()

    # keys and mouse, told by the halves ---------------------------------------------------

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; return whether it asks for anything."""
        return press(self, event)

    def step(self, down: int, across: int, *, extend: bool = False) -> None:
        """Move the current cell over rows of people and columns of items, or stretch the block."""
        people, here = self._people(), self._current()
        if not people:
            return
        at = people.index(here.row()) if here.row() in people else 0
        row = people[max(0, min(len(people) - 1, at + down))]
        first = model.FACTS if self.rows.items else 0
        last = self.rows.columnCount() - 1 if self.rows.items else 0
        column = max(first, min(last, here.column() + across))
        self._set_current(self.rows.index(row, column), extend=extend)
        if row == people[0]:
            self.items.scrollToTop()

    def give_up_block(self) -> bool:
        """Select the current cell alone; return whether there were more."""
        had = self._anchor is not None
        if had:
            self._set_current(self._current())
        return had

    def point_at(self, half: QTableView, at: QPoint, *, extend: bool = False) -> QModelIndex:
        """Make the cell under a point current, or stretch the block; return what was hit."""
        hit = half.indexAt(at)
        if isinstance(self.rows.at(hit), PersonRow):
            column = hit.column()
            if column < model.FACTS:
                column = max(self._current().column(), self.first_column())
            self._set_current(self.rows.index(hit.row(), column), extend=extend)
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
