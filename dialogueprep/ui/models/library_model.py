"""The rows of the library's list: it knows how many they are and makes those that are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItemModel

from dialogueprep.domain.library import TopicId
from dialogueprep.ui.models.library_facets import EntryRow
from dialogueprep.ui.models.library_holdings import Holdings, Rows
from dialogueprep.ui.models.table_model import VALUE

Index = QModelIndex | QPersistentModelIndex


class EntryModel(QStandardItemModel):
    """Rows by position in the listing.

    Qt asks a model for the number of its rows once for each row; the model of Qt that has no
    items answers that without Python, so that a hundred thousand rows are laid out in a frame.
    """

    def __init__(self) -> None:
        super().__init__(0, 1)
        self.shown = Rows(Holdings(), ())

    def show_rows(self, rows: Rows) -> None:
        """Show these rows instead; what was selected is for the list to choose again."""
        self.shown = rows
        self.setRowCount(len(rows))
        if len(rows):
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))

    def at(self, index: Index) -> EntryRow | None:
        """Return the row at an index, or None where the index points to nothing."""
        return self.shown[index.row()] if 0 <= index.row() < len(self.shown) else None

    def id_at(self, number: int) -> TopicId | None:
        """Return the topic in a row, or None where there is no such row."""
        return self.shown.id_at(number) if 0 <= number < len(self.shown) else None

    def index_of(self, key: object) -> QModelIndex:
        """Return the index of the row of a topic; invalid if it is not shown."""
        listing = self.shown.held.listing
        at = listing.position.get(str(key)) if listing and key is not None else None
        positions: Sequence[int] = self.shown.positions
        if at is None or at not in positions:
            return QModelIndex()
        return self.index(positions.index(at), 0)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.at(index)
        if row is None:
            return None
        if role == VALUE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        shows = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return row.title if role in shows else None
