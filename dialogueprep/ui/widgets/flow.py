"""A row of widgets that goes on in the next line where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

_LEAST = 160  # px that a line has at least


class _FlowLayout(QLayout):
    def __init__(self, parent: QWidget, gap: int, below: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._below = gap, below
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        x, y, tallest = rect.x(), rect.y(), 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            asks = item.sizeHint()
            size = QSize(min(asks.width(), rect.width()), asks.height())
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, tallest = rect.x(), y + tallest + self._below, 0
            if place:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._gap
            tallest = max(tallest, size.height())
        return y + tallest - rect.y()


class Flow(QWidget):
    """Widgets side by side, wrapped into lines that are ``below`` apart (None: as the gap).

    One that is wider than a line is cut at its end.
    """

    def __init__(self, *widgets: QWidget, gap: int = 6, below: int | None = None) -> None:
        super().__init__()
        self._layout = _FlowLayout(self, gap, gap if below is None else below)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self.add(widget)

    def sizeHint(self) -> QSize:
        wide = max(220, self.width())
        return QSize(220, self._layout.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        least = self._layout.minimumSize()
        return QSize(min(least.width(), _LEAST), least.height())

    def add(self, widget: QWidget) -> None:
        """Add a widget at the end."""
        self._layout.addWidget(widget)

    def clear(self) -> None:
        """Remove and delete all widgets."""
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
