"""The pages of a PDF as they will be: turned, enlarged, with passages marked on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea

from dialogueprep.ui import painting
from dialogueprep.ui.widgets.page_drawings import PageDrawings
from dialogueprep.ui.widgets.page_marks import (
    PageSpot,
    PassageMark,
    Rect,
    paint_passage,
    paint_spot,
)

__all__ = ["PageSpot", "PageView", "PassageMark", "Zoom"]

Zoom = Literal["width", "page"] | float
"""Fit to the width, fit the whole page, or a scale: 1.0 is as large as on paper."""
_GAP, _SIDE = 18, 20
_PIXELS_A_POINT = 96 / 72
STEPS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
"""The scales that enlarging goes through."""


class PageView(QAbstractScrollArea):
    """Pages one below another, drawn for the exact pixels; only those in sight are rendered."""

    marked = Signal(str)
    """The key of a passage that was clicked."""
    led = Signal(str)
    """The key of the paragraph that was clicked, or chosen with Enter."""
    turned = Signal(int, int)
    """The page in sight, from 1, and how many there are."""
    zoomed = Signal(object, float)
    """How the pages are fitted, and their scale."""

    def __init__(self) -> None:
        super().__init__()
        self._drawings = PageDrawings(self)
        self._tops: list[int] = []
        self._marks: tuple[PassageMark, ...] = ()
        self._spots: tuple[PageSpot, ...] = ()
        self._current, self._over, self._at = "", -1, -1
        self._zoom: Zoom = "width"
        self.setObjectName("press")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(lambda _at: self._on_scrolled())
        self.viewport().setMouseTracking(True)

    # what is shown ------------------------------------------------------------------------

    def show_document(
        self,
        pdf: bytes,
        marks: tuple[PassageMark, ...],
        spots: tuple[PageSpot, ...] = (),
        faces: Sequence[object] = (),
    ) -> None:
        """Show a PDF with its marks; the place in it stays as it was.

        Pages with an equal value in ``faces`` as before look as before: they are not drawn again.
        """
        self._drawings.open(pdf, faces)
        self._marks, self._spots = marks, spots
        self._over, self._at = -1, self._same_spot(spots)
        self._fit()
        self.viewport().update()
        self._on_scrolled()
        self.setAccessibleName(self.accessibleName())

    def clear_document(self) -> None:
        """Show nothing."""
        self._drawings.close()
        self._marks, self._spots = (), ()
        self._fit()
        self.viewport().update()

    @property
    def _sizes(self) -> list[tuple[float, float]]:
        return self._drawings.sizes

    def pages(self) -> int:
        """Return how many pages there are."""
        return len(self._sizes)

    def page(self) -> int:
        """Return the page in sight, from 1; 0 without a document."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        for number in range(len(self._sizes), 0, -1):
            if self._tops[number - 1] <= middle:
                return number
        return min(1, len(self._sizes))

    def place(self) -> tuple[int, float]:
        """Return the page, from 0, and how far down it the eye is, in points."""
        number = self.page() - 1
        if number < 0:
            return 0, 0.0
        bar = self.verticalScrollBar()
        middle = bar.value() + self.viewport().height() / 3
        if bar.value() >= bar.maximum():
            middle = bar.value() + self.viewport().height()
        return number, (middle - self._tops[number]) / self._scale(number)

    # where it goes ------------------------------------------------------------------------

    def turn_to(self, page: int, top: float = 0) -> None:
        """Bring a page, from 1, into sight, or what stands ``top`` points down on it."""
        if 1 <= page <= len(self._sizes):
            down = int(top * self._scale(page - 1))
            self.verticalScrollBar().setValue(self._tops[page - 1] - _GAP + down)

    def show_mark(self, key: str) -> None:
        """Ring this passage and bring it into sight."""
        self._current = key
        for mark in self._marks:
            if mark.key == key and mark.rects:
                self._bring(mark.page, mark.rects[0])
        self.viewport().update()

    def zoom(self) -> Zoom:
        """Return how the pages are fitted."""
        return self._zoom

    def scale(self) -> float:
        """Return how large the pages are: 1.0 is as on paper."""
        return self._scale(0) / _PIXELS_A_POINT if self._sizes else 1.0

    def show_zoom(self, zoom: Zoom) -> None:
        """Fit the pages in this way; the page in sight stays in sight."""
        number, down = self.place()
        self._zoom = zoom
        self._drawings.forget_scale()
        self._fit()
        if self._sizes:
            lines = self.viewport().height() / 3 / self._scale(number)
            self.turn_to(number + 1, max(0.0, down - lines))
        self.viewport().update()
        self._on_scrolled()

    def enlarge(self, by: int) -> None:
        """Go to the next larger scale (1) or the next smaller one (-1)."""
        now = self.scale()
        further = [s for s in STEPS[::by] if (s - now) * by > 0.01]
        if further:
            self.show_zoom(further[0])

    def step_spot(self, by: int) -> PageSpot | None:
        """Go to the next paragraph that leads somewhere (1) or the one before (-1)."""
        if not self._spots:
            return None
        if self._at < 0:
            number = self.page() - 1
            self._at = next((n for n, s in enumerate(self._spots) if s.page >= number), 0)
        else:
            self._at = min(max(self._at + by, 0), len(self._spots) - 1)
        spot = self._spots[self._at]
        self._bring(spot.page, spot.rect)
        self.setAccessibleDescription(spot.words)
        self.viewport().update()
        return spot

    # events -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self.viewport())
        p.fillRect(self.viewport().rect(), painting.colour("press"))
        for number in self._in_sight():
            rect = self._rect(number)
            ratio = self.devicePixelRatioF()
            drawn = self._drawings.pixmap(number, round(rect.width() * ratio), ratio)
            p.drawPixmap(rect.topLeft(), drawn)
            p.setPen(painting.colour("hair_strong"))
            p.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
            self._paint_marks(p, number)
        if self.hasFocus():
            painting.focus_ring(p, 0, 0, self.viewport().width(), self.viewport().height(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        at = self.page()
        self._fit()
        if event.oldSize().width() != event.size().width():
            self.turn_to(at)
            self.zoomed.emit(self._zoom, self.scale())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if key := self._key_at(at):
            self.marked.emit(key)
        elif (spot := self._spot_at(at)) >= 0:
            self._at = spot
            self.led.emit(self._spots[spot].key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        marked = bool(self._key_at(at))
        over = -1 if marked else self._spot_at(at)
        if over != self._over:
            self._over = over
            self.viewport().setToolTip(self._spots[over].words if over >= 0 else "")
            self.viewport().update()
        pointing = marked or over >= 0
        shape = Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave and self._over >= 0:
            self._over = -1
            self.viewport().update()
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.enlarge(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        turns = {
            Qt.Key.Key_PageDown: self.page() + 1,
            Qt.Key.Key_PageUp: self.page() - 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: self.pages(),
        }
        if key in turns:
            self.turn_to(turns[Qt.Key(key)])
        elif held and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step_spot(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at >= 0:
            self.led.emit(self._spots[self._at].key)
        else:
            super().keyPressEvent(event)

    # where things are ---------------------------------------------------------------------

    def _scale(self, number: int) -> float:
        """Return how many pixels of the window a point of a page takes."""
        width, height = self._sizes[number]
        if isinstance(self._zoom, float):
            return self._zoom * _PIXELS_A_POINT
        wide = max(120, self.viewport().width() - 2 * _SIDE) / width
        if self._zoom == "width":
            return wide
        return min(wide, max(120, self.viewport().height() - 2 * _GAP) / height)

    def _rect(self, number: int) -> QRectF:
        """Return where a page stands in the viewport."""
        scale = self._scale(number)
        width = round(self._sizes[number][0] * scale)
        left = max((self.viewport().width() - width) // 2, _SIDE)
        top = self._tops[number] - self.verticalScrollBar().value()
        left -= self.horizontalScrollBar().value()
        return QRectF(left, top, width, int(self._sizes[number][1] * scale))

    def _in_sight(self) -> Iterator[int]:
        for number in range(len(self._sizes)):
            rect = self._rect(number)
            if rect.bottom() >= 0 and rect.top() <= self.viewport().height():
                yield number

    def _fit(self) -> None:
        """Place the pages, and give the scroll bars their ranges."""
        self._tops, whole, widest = [], _GAP, 0.0
        for number, (width, height) in enumerate(self._sizes):
            self._tops.append(whole)
            scale = self._scale(number)
            whole, widest = whole + int(height * scale) + _GAP, max(widest, width * scale)
        view = self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, whole - view.height()) if self._sizes else 0)
        beyond = int(widest) + 2 * _SIDE - view.width()
        across.setRange(0, max(0, beyond) if isinstance(self._zoom, float) else 0)
        for bar, page in ((down, view.height()), (across, view.width())):
            bar.setPageStep(page)
            bar.setSingleStep(40)
        self.zoomed.emit(self._zoom, self.scale())

    def _bring(self, page: int, rect: Rect) -> None:
        """Bring a rectangle of a page into sight, if it is not."""
        top = self._tops[page] + rect[1] * self._scale(page)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + 40 < top < bar.value() + height - 80:
            bar.setValue(int(top - height / 3))

    def _on_screen(self, page: int, rect: Rect) -> QRectF:
        scale, at = self._scale(page), self._rect(page)
        left, top, right, bottom = (each * scale for each in rect)
        return QRectF(at.left() + left, at.top() + top, right - left, bottom - top)

    def _key_at(self, at: QPoint) -> str:
        for mark in self._marks:
            if any(self._on_screen(mark.page, r).contains(at) for r in mark.rects):
                return mark.key
        return ""

    def _spot_at(self, at: QPoint) -> int:
        sight = set(self._in_sight())
        for number, spot in enumerate(self._spots):
            if spot.page in sight and self._on_screen(spot.page, spot.rect).contains(at):
                return number
        return -1

    def _same_spot(self, spots: tuple[PageSpot, ...]) -> int:
        """Return where the keyboard is when other spots are shown: at the same source."""
        key = self._spots[self._at].key if 0 <= self._at < len(self._spots) else None
        return next((n for n, s in enumerate(spots) if s.key == key), -1)

    def _on_scrolled(self) -> None:
        self.viewport().update()
        self.turned.emit(self.page(), len(self._sizes))

    # drawing ------------------------------------------------------------------------------

    def _paint_marks(self, p: QPainter, number: int) -> None:
        shown = {self._over, self._at if self.hasFocus() else -1} - {-1}
        for n in shown:
            spot = self._spots[n]
            if spot.page == number:
                ringed = n == self._at and self.hasFocus()
                paint_spot(p, self._on_screen(number, spot.rect), ringed)
        for mark in self._marks:
            if mark.page == number:
                rects = [self._on_screen(number, r) for r in mark.rects]
                paint_passage(p, rects, mark.grave, mark.key == self._current)
