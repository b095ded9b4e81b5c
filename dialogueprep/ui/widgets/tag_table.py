"""The table of tags: words are written in its cells, rows are ticked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from dialogueprep.domain.texts import LANGUAGES
from dialogueprep.ui import theme
from dialogueprep.ui.delegates.tag_cells import HEIGHT, Index, TagCells
from dialogueprep.ui.models.tag_table import FIRST_WORD, TICK, TagModel
from dialogueprep.ui.widgets.lists import as_table
from dialogueprep.words import tr


class TagTable(QTableView):
    """Space ticks a row, Enter and F2 write in a cell; other keys go to the dialog."""

    pressed_key = Signal(str)

    def __init__(self, model: TagModel) -> None:
        super().__init__()
        self._tags = model
        self.setModel(model)
        as_table(self)
        self.setItemDelegate(TagCells(self))
        self.setAccessibleName(tr("Tags"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.verticalHeader().setDefaultSectionSize(theme.scaled(HEIGHT))
        self.horizontalHeader().setFixedHeight(theme.scaled(30))
        self._size_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()  # Enter comes up from the field before what it wrote is taken
            return
        key, index = event.key(), self.currentIndex()
        if key == Qt.Key.Key_Space:
            self._tags.toggle(index)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.write_at(index)
        elif event.text().casefold() in ("m", "n", "/") and not event.modifiers():
            self.pressed_key.emit(event.text().casefold())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.pressed_key.emit("del")
        else:
            super().keyPressEvent(event)

    def write_at(self, index: QModelIndex) -> None:
        """Write in a cell; from a tick or a number, in the first word of its row."""
        if self._tags.language(index) is None:
            index = self._tags.index(index.row(), FIRST_WORD)
            self.setCurrentIndex(index)
        self.edit(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == TICK:
            self._tags.toggle(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the dialog: they are its keys."""

    def _size_columns(self) -> None:
        header = self.horizontalHeader()
        header.setMinimumSectionSize(40)
        fixed, stretched = QHeaderView.ResizeMode.Fixed, QHeaderView.ResizeMode.Stretch
        for column_ in range(self._tags.columnCount()):
            header.setSectionResizeMode(column_, fixed)
        for place in range(len(LANGUAGES)):
            header.setSectionResizeMode(FIRST_WORD + place, stretched)
        self.setColumnWidth(TICK, 44)
        self.setColumnWidth(FIRST_WORD + 4, 84)
        self.setColumnWidth(FIRST_WORD + 5, 136)
