"""The pages of a PDF as they will be, with passages marked on them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea

from dialogueprep.ui import painting

_GAP, _SIDE = 18, 20
_WIDEST = 860
# A page is white in both schemes, so its marks do not follow the scheme.
_GRAVE, _OPEN = "#C8372D", "#B57A0A"


@dataclass(frozen=True, slots=True)
class PassageMark:
    """A passage on a page: rectangles in points from the top left, and how grave it is."""

    key: str
    page: int
    rects: tuple[tuple[float, float, float, float], ...]  # left, top, right, bottom
    grave: bool


class PageView(QAbstractScrollArea):
    """Pages fit to the width, drawn for the exact pixels; only those in sight are rendered."""

    marked = Signal(str)
    """The key of a passage that was clicked."""
    turned = Signal(int, int)
    """The page in sight, from 1, and how many there are."""

    def __init__(self) -> None:
        super().__init__()
        self._document: Any = None
        self._sizes: list[tuple[float, float]] = []
        self._marks: tuple[PassageMark, ...] = ()
        self._current = ""
        self._drawn: dict[tuple[int, int], QPixmap] = {}
        self.setObjectName("press")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(lambda _at: self._on_scrolled())
        self._open: list[Any] = []
        self.destroyed.connect(partial(_close_all, self._open))
        self.viewport().setMouseTracking(True)

    def show_document(self, pdf: bytes, marks: tuple[PassageMark, ...]) -> None:
        """Show a PDF with its marks; the place in it stays as it was."""
        import pypdfium2

        self._close()
        self._document = pypdfium2.PdfDocument(pdf)
        self._open.append(self._document)
        self._sizes = [page.get_size() for page in self._document]
        self._marks = marks
        self._drawn.clear()
        self._fit()
        self.viewport().update()
        self._on_scrolled()
        self.setAccessibleName(self.accessibleName())

    def clear_document(self) -> None:
        """Show nothing."""
        self._close()
        self._sizes, self._marks = [], ()
        self._fit()
        self.viewport().update()

    def pages(self) -> int:
        """Return how many pages there are."""
        return len(self._sizes)

    def page(self) -> int:
        """Return the page in sight, from 1; 0 without a document."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        for number in range(len(self._sizes), 0, -1):
            if self._top(number - 1) <= middle:
                return number
        return min(1, len(self._sizes))

    def turn_to(self, page: int) -> None:
        """Bring a page, from 1, into sight."""
        if 1 <= page <= len(self._sizes):
            self.verticalScrollBar().setValue(self._top(page - 1) - _GAP)

    def show_mark(self, key: str) -> None:
        """Ring this passage and bring it into sight."""
        self._current = key
        for mark in self._marks:
            if mark.key == key and mark.rects:
                top = self._top(mark.page) + mark.rects[0][1] * self._scale(mark.page)
                bar, height = self.verticalScrollBar(), self.viewport().height()
                if not bar.value() + 40 < top < bar.value() + height - 80:
                    bar.setValue(int(top - height / 3))
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self.viewport())
        p.fillRect(self.viewport().rect(), painting.colour("press"))
        for number in range(len(self._sizes)):
            rect = self._rect(number)
            if rect.bottom() < 0 or rect.top() > self.viewport().height():
                continue
            p.drawPixmap(rect.topLeft(), self._pixmap(number))
            p.setPen(painting.colour("hair_strong"))
            p.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
            self._paint_marks(p, number, rect)
        if self.hasFocus():
            painting.focus_ring(p, 0, 0, self.viewport().width(), self.viewport().height(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        at = self.page()
        self._fit()
        if event.oldSize().width() != event.size().width():
            self.turn_to(at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if key := self._key_at(event.position().toPoint()):
            self.marked.emit(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = bool(self._key_at(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_PageDown:
            self.turn_to(self.page() + 1)
        elif event.key() == Qt.Key.Key_PageUp:
            self.turn_to(self.page() - 1)
        else:
            super().keyPressEvent(event)

    def _close(self) -> None:
        _close_all(self._open)
        self._document = None

    def _width(self) -> int:
        return max(120, min(_WIDEST, self.viewport().width() - 2 * _SIDE))

    def _scale(self, number: int) -> float:
        return self._width() / self._sizes[number][0]

    def _top(self, number: int) -> int:
        """Return where a page begins, in pixels from the top of the first."""
        above = (self._sizes[n][1] * self._scale(n) + _GAP for n in range(number))
        return int(_GAP + sum(above))

    def _rect(self, number: int) -> QRectF:
        left = (self.viewport().width() - self._width()) // 2
        top = self._top(number) - self.verticalScrollBar().value()
        height = int(self._sizes[number][1] * self._scale(number))
        return QRectF(left, top, self._width(), height)

    def _fit(self) -> None:
        bar = self.verticalScrollBar()
        whole = self._top(len(self._sizes)) if self._sizes else 0
        bar.setRange(0, max(0, whole - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(40)

    def _on_scrolled(self) -> None:
        self.viewport().update()
        self.turned.emit(self.page(), len(self._sizes))

    def _pixmap(self, number: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixels = round(self._width() * ratio)
        if (number, pixels) not in self._drawn:
            self._drawn[number, pixels] = self._render(number, pixels)
        pixmap = self._drawn[number, pixels]
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _render(self, number: int, pixels: int) -> QPixmap:
        page = self._document[number]
        bitmap = page.render(scale=pixels / self._sizes[number][0], prefer_bgrx=True)
        image = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride,
            QImage.Format.Format_RGB32,
        )  # fmt: skip
        return QPixmap.fromImage(image)

    def _paint_marks(self, p: QPainter, number: int, page: QRectF) -> None:
        for mark in self._marks:
            if mark.page != number:
                continue
            ink = QColor(
                "#C8372D" if mark.grave else "#B57A0A"
            )  # the page is white in both schemes
            for rect in self._on_screen(mark, page):
                tint = QColor(ink)
                tint.setAlphaF(0.13)
                p.fillRect(rect, tint)
                p.fillRect(QRectF(rect.left(), rect.bottom() - 1.5, rect.width(), 1.5), ink)
                if mark.key == self._current:
                    grown = rect.adjusted(-3, -2, 3, 2)
                    painting.focus_ring(p, grown.x(), grown.y(), grown.width(), grown.height(), 3)

    def _on_screen(self, mark: PassageMark, page: QRectF) -> list[QRectF]:
        scale = self._scale(mark.page)
        return [
            QRectF(
                page.left() + left * scale,
                page.top() + top * scale,
                (right - left) * scale,
                (bottom - top) * scale,
            )
            for left, top, right, bottom in mark.rects
        ]

    def _key_at(self, at: QPoint) -> str:
        for mark in self._marks:
            if any(r.contains(at) for r in self._on_screen(mark, self._rect(mark.page))):
                return mark.key
        return ""


def _close_all(documents: list[Any], *_: object) -> None:
    """Close documents; also called when the view is gone, which has no other say by then."""
    while documents:
        documents.pop().close()
