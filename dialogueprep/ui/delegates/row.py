"""Rows of lists, painted with fixed positions of their lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dialogueprep.ui import painting, theme
from dialogueprep.ui.models.table_model import VALUE

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class RowState:
    """What a row is just now; ``active`` says that its view has the focus."""

    selected: bool = False
    active: bool = False
    hover: bool = False
    focus: bool = False


class RowDelegate(QStyledItemDelegate):
    """Paints ground, accent bar, hairline and focus ring; a row's inside is ``paint_row``.

    The hairline begins at ``text_left``, where the row's text begins.
    """

    height: ClassVar[int] = 34
    text_left: ClassVar[int] = 16
    bar: ClassVar[bool] = True
    lined: ClassVar[bool] = True
    region: QRegion | None = None
    """What is painted anew just now; None where that is not known."""

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        """Paint a row's inside; its upper left corner is 0, 0."""
        painting.text(p, self.text_left, 0, w - self.text_left - 16, h, str(value))

    def row_height(self, value: Any, width: int) -> int:
        """Return the height of a row in a view of this width, in px."""
        return theme.scaled(self.height)

    def ground(self, value: Any, state: RowState) -> str | None:
        """Return the colour behind a row, or None for the view's own."""
        if state.selected:
            return "select" if state.active else "select_idle"
        return "hover" if state.hover else None

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        if self.region is not None and not self.region.intersects(rect):
            return  # Qt asks for the neighbours of what has changed too
        value, state = index.data(VALUE), _state(option)
        w, h = rect.width(), rect.height()
        p.save()
        p.translate(rect.topLeft())
        p.setClipRect(QRect(0, 0, w, h))
        if ground := self.ground(value, state):
            p.fillRect(QRect(0, 0, w, h), painting.colour(ground))
        if self.lined:
            painting.hairline(p, self.text_left, h - 1, w - self.text_left)
        if self.bar and state.selected:
            p.fillRect(QRect(0, 0, 3, h), painting.colour("accent" if state.active else "edge"))
        p.save()
        self.paint_row(p, w, h, value, state)
        p.restore()
        if state.focus and state.active:
            self.paint_focus(p, w, h)
        p.restore()

    def paint_focus(self, p: QPainter, w: int, h: int) -> None:
        """Paint the ring that says where the keyboard is."""
        painting.focus_ring(p, 1, 1, w - 2, h - 2, 4)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 200
        return QSize(80, self.row_height(index.data(VALUE), width))


_SELECTED, _HOVER, _FOCUS = (
    flag.value
    for flag in (
        QStyle.StateFlag.State_Selected,
        QStyle.StateFlag.State_MouseOver,
        QStyle.StateFlag.State_HasFocus,
    )
)


def _state(option: QStyleOptionViewItem) -> RowState:
    flags: int = option.state.value  # numbers: Python's own flags take a while for each row
    view: QWidget | None = option.widget
    return RowState(
        selected=bool(flags & _SELECTED),
        active=view is not None and view.hasFocus(),
        hover=bool(flags & _HOVER),
        focus=bool(flags & _FOCUS),
    )
