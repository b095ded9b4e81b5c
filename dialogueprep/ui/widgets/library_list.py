"""The list of topics: one or several are selected, also of very many."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView

from dialogueprep.domain.library import TopicId
from dialogueprep.ui import painting
from dialogueprep.ui.delegates.entry_row import EntryRows
from dialogueprep.ui.models.library_holdings import Rows
from dialogueprep.ui.models.library_model import EntryModel
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import tr

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
          Qt.Key.Key_Home, Qt.Key.Key_End)  # fmt: skip
_SELECT = QItemSelectionModel.SelectionFlag


class TopicRows(RowList):
    """``several`` says how many are selected, whenever that changes."""

    several = Signal(int)

    def __init__(self) -> None:
        self.entries = EntryModel()
        self.painter_of_rows = EntryRows()
        super().__init__(self.entries, self.painter_of_rows, name=tr("Topics"), on="sheet")
        self.setUniformItemSizes(True)
        # Else Qt paints all that lies behind the list at each keystroke.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.by_key = False
        """Whether a key is moving the current row just now."""
        self._count = 0
        self.selectionModel().selectionChanged.connect(self._tell)

    @property
    def selected_count(self) -> int:
        """How many topics are selected."""
        return sum(last - first + 1 for first, last in self._ranges())

    def selected_rows(self) -> list[int]:
        """Return the numbers of the rows that are selected, in their order."""
        return sorted(n for first, last in self._ranges() for n in range(first, last + 1))

    def _ranges(self) -> list[tuple[int, int]]:
        """Return the first and the last row of each range that is selected."""
        selection = self.selectionModel().selection()
        ranges = (selection.at(n) for n in range(selection.count()))
        return [(each.top(), each.bottom()) for each in ranges]

    def selected_ids(self) -> tuple[TopicId, ...]:
        """Return the topics that are selected, in the order of the list."""
        return tuple(map(self.entries.shown.id_at, self.selected_rows()))

    def show_rows(self, rows: Rows, *, anew: bool = False) -> None:
        """Show these rows; what is selected and where the list stands stays where it can.

        ``anew`` says that something else is sought: the list begins at its first row then.
        """
        before = self.entries.shown
        row = self.currentIndex().row()
        chosen = self.entries.id_at(row) if not anew else None
        several = self.selected_ids() if self.selected_count > 1 and not anew else ()
        at = 0 if anew else self.verticalScrollBar().value()
        if rows.are(before) and not anew:
            self.entries.show_rows(rows)
            return
        self.selectionModel().clear()
        self.entries.show_rows(rows)
        self.executeDelayedItemsLayout()
        self._choose_again(chosen, max(0, min(row, len(rows) - 1)), several)
        self.verticalScrollBar().setValue(at)
        if chosen is None:
            self.scrollTo(self.currentIndex())

    def reduce(self) -> None:
        """Leave only the current row selected."""
        self.selectionModel().select(self.currentIndex(), _SELECT.ClearAndSelect)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self.viewport())
        p.fillRect(event.rect(), painting.colour("sheet"))
        p.end()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.by_key = event.key() in _MOVES
        super().keyPressEvent(event)
        self.by_key = False

    def _choose_again(self, chosen: TopicId | None, near: int, several: tuple[str, ...]) -> None:
        rows = self.entries.shown
        if not len(rows):
            return
        index = self.entries.index_of(chosen)
        gone = chosen is not None and not self._is_there(chosen)
        self.make_current(index if index.isValid() else self.entries.index(near if gone else 0, 0))
        if several:
            self._select({each for each in several})

    def _is_there(self, topic: TopicId) -> bool:
        listing = self.entries.shown.held.listing
        return listing is not None and topic in listing.position

    def _select(self, topics: set[str]) -> None:
        """Select these topics beside the current one, in as few ranges as they form."""
        listing, positions = self.entries.shown.held.listing, self.entries.shown.positions
        if listing is None:
            return
        selection, begin = QItemSelection(), -1
        for n in range(len(positions) + 1):
            wanted = n < len(positions) and listing.ids[positions[n]] in topics
            if wanted and begin < 0:
                begin = n
            elif not wanted and begin >= 0:
                selection.select(self.entries.index(begin, 0), self.entries.index(n - 1, 0))
                begin = -1
        self.selectionModel().select(selection, _SELECT.ClearAndSelect)

    def _tell(self) -> None:
        if (count := self.selected_count) != self._count:
            self._count = count
            self.several.emit(count)

    def row_rect(self, number: int) -> QRect:
        """Return where a row is painted, in the list's own coordinates."""
        return self.visualRect(self.entries.index(number, 0))
