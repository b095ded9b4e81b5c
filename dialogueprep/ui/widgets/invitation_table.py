"""The table of invitations: arrows move people on and back, letters do the rest."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from dialogueprep.domain.people import Participation, ParticipationId
from dialogueprep.ui.models.invitation_rows import InvitationModel
from dialogueprep.ui.models.table_model import Index
from dialogueprep.ui.widgets.row_table import as_row_table, chosen_rows, paint_cell
from dialogueprep.words import tr

_WIDTHS = (246, 90, 104, 116, 200, 116)
_KEYS = {
    Qt.Key.Key_Right: "on",
    Qt.Key.Key_Left: "back",
    Qt.Key.Key_D: "decline",
    Qt.Key.Key_N: "nominate",
}


class _Cells(QStyledItemDelegate):
    """The name stands out; the model gives each cell its ink."""

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        paint_cell(p, option, index, ("strong" if index.column() == 0 else "body", ink))


class InvitationTable(QTableView):
    """Rows are chosen with Shift, Ctrl and Ctrl+A."""

    act_wanted = Signal(str)
    chosen_changed = Signal()

    def __init__(self, model: InvitationModel) -> None:
        super().__init__()
        self._rows = model
        self.setModel(model)
        as_row_table(self, _WIDTHS)
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName(tr("Invitations"))
        self.selectionModel().selectionChanged.connect(lambda *_a: self.chosen_changed.emit())

    def chosen(self) -> list[Participation]:
        """Return who is selected, in the order of the rows."""
        return [self._rows.rows[row].part for row in chosen_rows(self)]

    def choose(self, people: list[ParticipationId]) -> None:
        """Select these people, as far as they are shown."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().clearSelection()
        for n, who in enumerate(people):
            index = self._rows.index_of(who)
            if index.isValid():
                if n == 0:
                    self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
                self.selectionModel().select(index, flags.Select | flags.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = _KEYS.get(Qt.Key(event.key()))
        if act and plain:
            self.act_wanted.emit(act)
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the view: they are its keys."""
