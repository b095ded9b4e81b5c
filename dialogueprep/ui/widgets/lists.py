"""List and table views as this program uses them: pixel scrolling, hover, own painting."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, ClassVar, Protocol, cast

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QTableView

from dialogueprep.ui.covering import cover
from dialogueprep.ui.delegates.row import RowDelegate
from dialogueprep.ui.models.table_model import VALUE, Index
from dialogueprep.ui.widgets.layout import Surface

_DOWN = (
    QAbstractItemView.CursorAction.MoveDown,
    QAbstractItemView.CursorAction.MovePageDown,
    QAbstractItemView.CursorAction.MoveNext,
)


class RowModel(Protocol):
    """What a list asks of its model beside what Qt asks of it."""

    def at(self, index: Index) -> Any:
        """Return the value at an index, or None where the index points to nothing."""
        ...

    def index_of(self, key: Hashable) -> QModelIndex:
        """Return the index of the row with this key; invalid if it is not shown."""
        ...

    def index(self, row: int, column: int, /) -> QModelIndex:
        """Return the index of a row."""
        ...

    def rowCount(self) -> int:
        """Return how many rows there are."""
        ...


class RowList(QListView):
    """A list of values painted by a row delegate.

    ``chosen`` carries the value of the current row whenever it changes (None for no row),
    ``activated_value`` the value on Enter or double click.
    """

    covers: ClassVar[bool] = False
    """Whether it paints its ground itself: nothing behind it is painted then, and what has been
    painted is moved when it scrolls, where Qt would paint all of it again."""
    chosen = Signal(object)
    activated_value = Signal(object)

    def __init__(
        self,
        model: RowModel,
        delegate: RowDelegate,
        *,
        name: str = "",
        on: Surface | None = None,
    ) -> None:
        super().__init__()
        self._rows = model
        self._delegate = delegate
        self.setModel(cast("QAbstractItemModel", model))
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self._ground: str = on or "sheet"
        if on:
            self.setProperty("on", on)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(18)
        self.viewport().setMouseTracking(True)
        self.doubleClicked.connect(lambda index: self.activated_value.emit(index.data(VALUE)))

    def value(self) -> Any:
        """Return the value of the current row, or None."""
        return self._rows.at(self.currentIndex())

    def choose(self, key: Hashable) -> bool:
        """Make the row with this key the current one; return whether it is there."""
        index = self._rows.index_of(key)
        if index.isValid():
            self.make_current(index)
            self.scrollTo(index)
        return index.isValid()

    def make_current(self, index: Index) -> None:
        """Make a row the current one.

        Where several can be selected it becomes the only one: Qt would add it to them while
        Ctrl is held down, as it is after a command by keyboard.
        """
        if self.selectionMode() == QAbstractItemView.SelectionMode.ExtendedSelection:
            alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, alone)
        else:
            self.setCurrentIndex(index)

    def choose_first(self) -> None:
        """Make the first row that can be selected the current one, if none is."""
        if self.currentIndex().isValid():
            return
        for number in range(self._rows.rowCount()):
            index = self._rows.index(number, 0)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                self.make_current(index)
                return

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return where a key leads; past a heading, on which Qt would stay where it is."""
        index = super().moveCursor(action, modifiers)
        if not index.isValid() or index.flags() & Qt.ItemFlag.ItemIsSelectable:
            return index
        to = index.row()
        above, below = range(to - 1, -1, -1), range(to + 1, self._rows.rowCount())
        ways = (below, above) if action in _DOWN else (above, below)
        found = (self._rows.index(row, 0) for way in ways for row in way)
        selectable = (i for i in found if i.flags() & Qt.ItemFlag.ItemIsSelectable)
        return next(selectable, index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self._rows.at(current))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Qt measures rows again only for another height; wrapped texts need it for the width.
            self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._delegate.region = event.region()
        if self.covers:
            cover(self.viewport(), event, self._ground)
        super().paintEvent(event)
        self._delegate.region = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.value() is not None:
            self.activated_value.emit(self.value())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the page: they are its keys."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


def as_table(view: QTableView) -> QTableView:
    """Give a table view this program's manners, and return it."""
    view.setShowGrid(False)
    view.setTabKeyNavigation(False)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.verticalHeader().hide()
    view.horizontalHeader().setHighlightSections(False)
    view.horizontalHeader().setDefaultAlignment(
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    )
    view.viewport().setMouseTracking(True)
    return view
