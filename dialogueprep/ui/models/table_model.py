"""One model for all lists and tables: rows are frozen values, columns are data.

New rows are shown by their difference to the old ones, so that selection, current row and
scroll position stay.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
VALUE = Qt.ItemDataRole.UserRole
"""The role under which a row's value is found."""


def _nothing(_row: Any) -> str:
    return ""


@dataclass(frozen=True)
class Column(Generic[T]):
    """How one column is headed and read off a row."""

    title: str
    text: Callable[[T], str]
    tooltip: Callable[[T], str] = _nothing
    spoken: Callable[[T], str] = _nothing
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft


class TableModel(QAbstractTableModel, Generic[T]):
    """Rows of frozen values under columns; ``key`` tells which row is which."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        key: Callable[[T], Hashable] = lambda row: getattr(row, "id", row),
        parent: QObject | None = None,
        flags: Callable[[T], Qt.ItemFlag] | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._rows: list[T] = []
        self._flags = flags

    @property
    def rows(self) -> tuple[T, ...]:
        """The rows in the order in which they are shown."""
        return tuple(self._rows)

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show these rows instead; rows with the same key stay selected where they go."""
        wanted, known = ([self._key(row) for row in each] for each in (rows, self._rows))
        if wanted != known:
            if set(known) - set(wanted):
                self._remove_all_but(set(wanted))
            self._reorder(wanted)
            if set(wanted) - set(known):
                self._insert_new(rows)
        self._replace_changed(rows)

    def show_others(self, rows: Sequence[T]) -> None:
        """Show rows of which none is shown now, as those of another item: none is compared."""
        if self._rows:
            self.beginRemoveRows(QModelIndex(), 0, len(self._rows) - 1)
            self._rows = []
            self.endRemoveRows()
        if rows:
            self.beginInsertRows(QModelIndex(), 0, len(rows) - 1)
            self._rows = list(rows)
            self.endInsertRows()

    def at(self, index: Index) -> T | None:
        """Return the row at an index, or None where the index points to nothing."""
        number = index.row()
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def index_of(self, key: Hashable) -> QModelIndex:
        """Return the index of the row with this key; invalid if it is not shown."""
        for number, row in enumerate(self._rows):
            if self._key(row) == key:
                return self.index(number, 0)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.at(index)
        if row is None:
            return None
        return row if role == VALUE else _read(self._columns[index.column()], row, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._columns[section].align | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.at(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        if self._flags is not None:
            return self._flags(row)
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _remove_all_but(self, wanted: set[Hashable]) -> None:
        number = len(self._rows) - 1
        while number >= 0:
            if self._key(self._rows[number]) in wanted:
                number -= 1
                continue
            last = number
            while number > 0 and self._key(self._rows[number - 1]) not in wanted:
                number -= 1
            self.beginRemoveRows(QModelIndex(), number, last)
            del self._rows[number : last + 1]
            self.endRemoveRows()
            number -= 1

    def _reorder(self, wanted: Sequence[Hashable]) -> None:
        place = {key: number for number, key in enumerate(wanted)}
        places = [place[self._key(row)] for row in self._rows]
        if places == sorted(places):
            return
        ordered = sorted(self._rows, key=lambda row: place[self._key(row)])
        self.layoutAboutToBeChanged.emit()
        new = {self._key(row): number for number, row in enumerate(ordered)}
        before = self.persistentIndexList()
        after = [self.index(0, 0)] * len(before)
        shown, self._rows = self._rows, ordered
        for number, old in enumerate(before):
            after[number] = self.index(new[self._key(shown[old.row()])], old.column())
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _insert_new(self, rows: Sequence[T]) -> None:
        known = {self._key(row) for row in self._rows}
        number = 0
        while number < len(rows):
            if self._key(rows[number]) in known:
                number += 1
                continue
            first = number
            while number < len(rows) and self._key(rows[number]) not in known:
                number += 1
            self.beginInsertRows(QModelIndex(), first, number - 1)
            self._rows[first:first] = rows[first:number]
            self.endInsertRows()

    def _replace_changed(self, rows: Sequence[T]) -> None:
        shown = self._rows
        changed = [n for n, row in enumerate(rows) if shown[n] is not row and shown[n] != row]
        for number in changed:
            shown[number] = rows[number]
        last = len(self._columns) - 1
        for first, end in _runs(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(end, last))


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of those that follow each other."""
    for _, run in groupby(enumerate(numbers), key=lambda each: each[1] - each[0]):
        together = [number for _, number in run]
        yield together[0], together[-1]


def _read(column: Column[T], row: T, role: int) -> Any:
    """Return what a cell says in a role."""
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        case Qt.ItemDataRole.ToolTipRole:
            return column.tooltip(row) or None
        case Qt.ItemDataRole.AccessibleTextRole:
            return column.spoken(row) or column.text(row)
        case Qt.ItemDataRole.TextAlignmentRole:
            return column.align | Qt.AlignmentFlag.AlignVCenter
        case _:
            return None


class ListModel(TableModel[T]):
    """Rows with one column: what is read aloud is ``spoken``, else the text."""

    def __init__(
        self,
        text: Callable[[T], str],
        key: Callable[[T], Hashable] = lambda row: getattr(row, "id", row),
        *,
        spoken: Callable[[T], str] = _nothing,
        tooltip: Callable[[T], str] = _nothing,
        flags: Callable[[T], Qt.ItemFlag] | None = None,
        parent: QObject | None = None,
    ) -> None:
        column = Column("", text, tooltip=tooltip, spoken=spoken)
        super().__init__((column,), key, parent, flags)
