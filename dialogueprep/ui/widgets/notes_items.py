"""The items of the agenda at the left of the notes, and what is set aside at their foot."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from dialogueprep.domain.dialogue import ItemId
from dialogueprep.ui.delegates.note_row import ItemRows
from dialogueprep.ui.models.note_rows import AsideRow, DayHead, ItemRow, LeftRow
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import tr

_CHOSEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
"""What all rows can be but headings: the arrows pass over those."""


class ItemsList(RowList):
    """Choosing an item shows its notes; Enter on what is set aside takes it up again."""

    covers = True
    item_chosen = Signal(str)
    item_taken = Signal()
    """Enter or a click on an item: writing goes on there."""
    taken_up = Signal(object)
    removed = Signal(object)

    def __init__(self) -> None:
        self.left_rows: ListModel[LeftRow] = ListModel(
            _words,
            spoken=lambda r: r.spoken if isinstance(r, ItemRow) else _words(r),
            tooltip=_words,
            flags=_flags,
        )
        self._look = ItemRows()
        super().__init__(self.left_rows, self._look, name=tr("Items"), on="shade")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.chosen.connect(self._on_chosen)
        self.activated_value.connect(self._on_activated)

    def mark_on(self, item: ItemId | None) -> None:
        """Mark the item that is on now."""
        if self._look.on != (item or ""):
            self._look.on = item or ""
            self.viewport().update()

    def rehearse(self) -> Iterator[None]:
        """Set the words of all rows, also as those of the item that is shown, one at a time."""
        for row in self.left_rows.rows:
            for selected in (False, True):
                self._look.rehearse(self, row, selected=selected)
            yield

    def shows(self, item: ItemId) -> bool:
        """Return whether an item has a row."""
        return self.left_rows.index_of(item).isValid()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.left_rows.at(self.indexAt(event.position().toPoint()))
        if event.button() == Qt.MouseButton.LeftButton and isinstance(row, ItemRow):
            self.item_taken.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.value()
        if event.key() == Qt.Key.Key_Delete and isinstance(row, AsideRow):
            self.removed.emit(row.note)
            return
        super().keyPressEvent(event)

    def _on_chosen(self, row: LeftRow | None) -> None:
        if isinstance(row, ItemRow):
            self.item_chosen.emit(row.item.id)

    def _on_activated(self, row: LeftRow) -> None:
        if isinstance(row, AsideRow):
            self.taken_up.emit(row.note)
        elif isinstance(row, ItemRow):
            self.item_taken.emit()

    def _show_menu(self, at: QPoint) -> None:
        row = self.left_rows.at(self.indexAt(at))
        if not isinstance(row, AsideRow):
            return
        menu = QMenu(self)
        menu.addAction(tr("Take up again"), lambda: self.taken_up.emit(row.note))
        menu.addAction(tr("Remove") + "\tDel", lambda: self.removed.emit(row.note))
        menu.exec(self.viewport().mapToGlobal(at))
        menu.deleteLater()


def _words(row: LeftRow) -> str:
    if isinstance(row, DayHead):
        return row.words
    if isinstance(row, AsideRow):
        return row.note.text
    return f"{row.number} {row.title}".strip()


def _flags(row: LeftRow) -> Qt.ItemFlag:
    return Qt.ItemFlag.NoItemFlags if isinstance(row, DayHead) else _CHOSEN
