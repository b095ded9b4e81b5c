"""Tables whose rows are chosen whole: columns of set widths, words over a hairline."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
)

from dialogueprep.ui import painting, theme
from dialogueprep.ui.models.table_model import Index
from dialogueprep.ui.widgets.lists import as_table

_ROW = 34
_HEAD = 30


def as_row_table(
    view: QTableView,
    widths: Sequence[int],
    resize: QHeaderView.ResizeMode = QHeaderView.ResizeMode.Fixed,
) -> None:
    """Give a view with a model rows chosen with Shift, Ctrl and Ctrl+A, and columns of ``widths``.

    Widths are pixels at the usual text size; the column after the last of them takes what is left.
    """
    as_table(view)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.verticalHeader().setDefaultSectionSize(theme.scaled(_ROW))
    header = view.horizontalHeader()
    header.setFixedHeight(theme.scaled(_HEAD))
    for column, width in enumerate(widths):
        header.setSectionResizeMode(column, resize)
        view.setColumnWidth(column, theme.scaled(width))
    header.setSectionResizeMode(len(widths), QHeaderView.ResizeMode.Stretch)


def chosen_rows(view: QTableView) -> list[int]:
    """Return the numbers of the rows that are selected, in their order."""
    return sorted(index.row() for index in view.selectionModel().selectedRows())


def paint_cell(
    p: QPainter,
    option: QStyleOptionViewItem,
    index: Index,
    look: tuple[theme.Role, painting.Ink],
    *,
    tabular: bool = False,
) -> None:
    """Paint the words of a cell where the words of its head begin; ``look`` is (role, ink)."""
    rect, view = option.rect, option.widget
    focused = view is not None and view.hasFocus()
    if option.state & QStyle.StateFlag.State_Selected:
        p.fillRect(rect, painting.colour("select" if focused else "select_idle"))
    painting.hairline(p, rect.x(), rect.bottom(), rect.width())
    painting.text(
        p, rect.x() + 8, rect.y(), rect.width() - 14, rect.height(), index.data() or "", *look,
        tabular=tabular,
    )  # fmt: skip
    if focused and isinstance(view, QTableView) and view.currentIndex() == index:
        painting.focus_ring(p, rect.x() + 1, rect.y() + 1, rect.width() - 2, rect.height() - 3)
