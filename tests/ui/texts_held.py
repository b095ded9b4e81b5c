"""Every text that the widgets of the program hold, shown or not, and the rows of their lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QAbstractItemModel, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from dialogueprep.ui.models.table_model import TableModel


def holders(words: str, *, besides: Sequence[QWidget] = ()) -> list[str]:
    """Return which widgets hold these words: their kind, and the page or window they are in.

    ``besides`` are windows of others: what earlier tests have not let go of yet.
    """
    tops = (top for top in QApplication.topLevelWidgets() if top not in besides)
    every = (w for top in tops for w in (top, *top.findChildren(QWidget)))
    return sorted({_where(w) for w in every if any(words in text for text in _texts(w))})


def _where(widget: QWidget) -> str:
    above: list[str] = []
    inside: QObject | None = widget
    while inside is not None:
        above.append(type(inside).__name__)
        inside = inside.parent()
    return " < ".join(above)


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    if isinstance(widget, (QLabel, QLineEdit, QAbstractButton)):
        yield widget.text()
    elif isinstance(widget, (QPlainTextEdit, QTextEdit)):
        yield widget.toPlainText()
    elif isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        yield from _rows(model)
    yield from (value for value in vars(widget).values() if isinstance(value, str))


def _rows(model: QAbstractItemModel) -> Iterator[str]:
    if isinstance(model, TableModel):
        yield from (repr(row) for row in model.rows)
    for at in range(model.rowCount()):
        yield str(model.index(at, 0).data(Qt.ItemDataRole.DisplayRole))
