"""The table of invitations: arrows move people on and back, letters do the rest."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from dialogueprep.domain.people import Participation, ParticipationId
from dialogueprep.ui import painting, theme
from dialogueprep.ui.models.invitation_rows import InvitationModel
from dialogueprep.ui.models.table_model import Index
from dialogueprep.ui.widgets.lists import as_table
from dialogueprep.words import tr

_WIDTHS = (246, 90, 104, 116, 200, 116)
_KEYS = {
    Qt.Key.Key_Right: "on",
    Qt.Key.Key_Left: "back",
    Qt.Key.Key_D: "decline",
    Qt.Key.Key_N: "nominate",
}


class _Cells(QStyledItemDelegate):
    """Words that begin where the head's words begin, over a hairline."""

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, view = option.rect, option.widget
        if option.state & QStyle.StateFlag.State_Selected:
            active = view is not None and view.hasFocus()
            p.fillRect(rect, painting.colour("select" if active else "select_idle"))
        painting.hairline(p, rect.x(), rect.bottom(), rect.width())
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        role = "strong" if index.column() == 0 else "body"
        words = index.data() or ""
        painting.text(p, rect.x() + 8, rect.y(), rect.width() - 14, rect.height(), words, role, ink)
        here = view.currentIndex() if isinstance(view, QTableView) else None
        current = view is not None and view.hasFocus() and here == index
        if current:
            painting.focus_ring(p, rect.x() + 1, rect.y() + 1, rect.width() - 2, rect.height() - 3)


class InvitationTable(QTableView):
    """Rows are chosen with Shift, Ctrl and Ctrl+A."""

    act_wanted = Signal(str)
    chosen_changed = Signal()

    def __init__(self, model: InvitationModel) -> None:
        super().__init__()
        self._rows = model
        self.setModel(model)
        as_table(self)
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName(tr("Invitations"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalHeader().setDefaultSectionSize(theme.scaled(34))
        header = self.horizontalHeader()
        header.setFixedHeight(theme.scaled(30))
        for column, width in enumerate(_WIDTHS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, theme.scaled(width))
        header.setSectionResizeMode(len(_WIDTHS), QHeaderView.ResizeMode.Stretch)
        self.selectionModel().selectionChanged.connect(lambda *_a: self.chosen_changed.emit())

    def chosen(self) -> list[Participation]:
        """Return who is selected, in the order of the rows."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._rows.rows[row].part for row in rows]

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
