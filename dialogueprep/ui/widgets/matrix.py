"""The matrix of sensitivity and operability: counts in 25 cells, and a frame that filters."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLineF, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogueprep.ui import painting, theme
from dialogueprep.ui.models.library_facets import Cell, Frame
from dialogueprep.words import ntr, tr

PITCH, LEFT, TOP, BELOW = 34, 36, 6, 36
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class Matrix(QWidget):
    """Sensitivity grows to the right, operability upwards. ``framed`` carries a Frame or None.

    Click or drag makes a frame; arrows move the current cell, Shift+arrows make a frame from
    it, Enter frames it alone, Del takes the frame away.
    """

    framed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._counts: Mapping[Cell, int] = {}
        self._ceiling = 2
        self._frame: Frame | None = None
        self._at: Cell = (1, 5)
        self._from: Cell | None = None
        self._pressed_alone = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Sensitivity and operability"))

    @property
    def frame(self) -> Frame | None:
        """The frame that filters, or None."""
        return self._frame

    def show_counts(self, counts: Mapping[Cell, int], ceiling: int, frame: Frame | None) -> None:
        """Show how many topics each cell holds, the ceiling, and a frame."""
        self._counts, self._ceiling, self._frame = counts, ceiling, frame
        self._tell()
        self.update()

    def cell_centre(self, cell: Cell) -> QPoint:
        """Return the middle of a cell in px."""
        return self._rect(cell).center().toPoint()

    def sizeHint(self) -> QSize:
        return QSize(LEFT + 5 * PITCH + 6, TOP + 5 * PITCH + theme.scaled(BELOW))

    # painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        for sensitivity in range(1, 6):
            for operability in range(1, 6):
                self._paint_cell(p, (sensitivity, operability))
        self._paint_labels(p)
        self._paint_ceiling(p)
        if self._frame:
            box = self._frame_rect(self._frame)
            painting.rounded(p, box.x(), box.y(), box.width(), box.height(), 5, None, "accent", 2)
        if self.hasFocus():
            ring = self._rect(self._at)
            painting.focus_ring(p, ring.x(), ring.y(), ring.width(), ring.height(), 4)

    def _paint_cell(self, p: QPainter, cell: Cell) -> None:
        c = theme.colours()
        box, n, step = self._rect(cell), self._counts.get(cell, 0), cell[0] - 1
        fill, ink, weight = c.sheet if c.dark else c.paper, c.ink3, 400
        if n:
            fill, ink, weight = c.sensitivity_fill[step], c.sensitivity_text[step], 600
            if self._frame and not self._frame.holds(cell):
                fill, ink, weight = _faded(fill), c.ink2, 400
        inner = box.adjusted(1, 1, -1, -1)
        painting.rounded(p, inner.x(), inner.y(), inner.width(), inner.height(), 3, fill)
        if n:
            painting.text(
                p, inner.x(), inner.y(), inner.width(), inner.height(), str(n), "small", ink,
                weight=weight, align="centre", tabular=True, elide=False,
            )  # fmt: skip

    def _paint_labels(self, p: QPainter) -> None:
        line, below = theme.scaled(16), TOP + 5 * PITCH + 2
        for n in range(1, 6):
            x, y = LEFT + (n - 1) * PITCH, TOP + (5 - n) * PITCH
            painting.text(p, x, below, PITCH, line, str(n), "caption", "ink3", align="centre")
            painting.text(p, LEFT - 18, y, 14, PITCH, str(n), "caption", "ink3", align="centre")
        edge = self._ceiling_x()
        room = (edge if self._ceiling >= 2 else LEFT + 5 * PITCH) - LEFT - 6
        painting.text(p, LEFT, below + line, room, line, tr("Sensitivity"), "caption", "ink3")
        words = tr("Ceiling {n}", n=self._ceiling)
        wide = painting.width(words, "caption", 600) + 2
        if self._ceiling >= 2:
            left = edge + 5 if edge + 5 + wide <= self.width() else edge - 5 - wide
            painting.text(p, left, below + line, wide, line, words, "caption", "ink", weight=600)
        p.save()
        p.translate(LEFT - 16, TOP + 5 * PITCH)
        p.rotate(-90)
        painting.text(
            p, 0, -theme.scaled(16), 5 * PITCH, theme.scaled(16), tr("Operability"), "caption",
            "ink3", align="centre",
        )  # fmt: skip
        p.restore()

    def _paint_ceiling(self, p: QPainter) -> None:
        x = self._ceiling_x()
        pen = QPen(painting.colour("ink2"), 1)
        pen.setDashPattern([3, 2])
        p.setPen(pen)
        p.drawLine(QLineF(x + 0.5, TOP - 5, x + 0.5, self.height() - 2))

    def _ceiling_x(self) -> int:
        return LEFT + self._ceiling * PITCH

    def _rect(self, cell: Cell) -> QRectF:
        return QRectF(LEFT + (cell[0] - 1) * PITCH, TOP + (5 - cell[1]) * PITCH, PITCH, PITCH)

    def _frame_rect(self, frame: Frame) -> QRectF:
        (low, high), (least, most) = frame.sensitivity, frame.operability
        box = self._rect((low, most)).united(self._rect((high, least)))
        return box.adjusted(-1, -1, 1, 1)

    # mouse and keys -----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position().x(), event.position().y())
        if cell is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed_alone = self._frame == Frame.between(cell, cell)
        self._from = cell
        self._go(cell, self._from)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        cell = self._nearest(event.position().x(), event.position().y())
        if cell != self._at:
            self._pressed_alone = False
            self._go(cell, self._from)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed_alone:
            self._set_frame(None)
        self._pressed_alone = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(*_STEPS[key], bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            alone = Frame.between(self._at, self._at)
            self._from = self._at
            self._set_frame(None if self._frame == alone else alone)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._set_frame(None)
        elif key == Qt.Key.Key_Escape and self._frame is not None:
            self._set_frame(None)  # the page clears the rest when it is pressed again
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._from = None
        self.update()

    def _step(self, right: int, up: int, framing: bool) -> None:
        start = self._from or self._at
        at = (_within(self._at[0] + right), _within(self._at[1] + up))
        if framing:
            self._from = start
            self._go(at, start)
            return
        self._from = None
        self._at = at
        self._tell()
        self.update()

    def _go(self, at: Cell, start: Cell) -> None:
        self._at = at
        self._set_frame(Frame.between(start, at))

    def _set_frame(self, frame: Frame | None) -> None:
        if frame != self._frame:
            self._frame = frame
            self.framed.emit(frame)
        self._tell()
        self.update()

    def _cell_at(self, x: float, y: float) -> Cell | None:
        inside = LEFT <= x < LEFT + 5 * PITCH and TOP <= y < TOP + 5 * PITCH
        return self._nearest(x, y) if inside else None

    def _nearest(self, x: float, y: float) -> Cell:
        return _within(int((x - LEFT) // PITCH) + 1), _within(5 - int((y - TOP) // PITCH))

    def _tell(self) -> None:
        """Let a screen reader know where the keyboard is and what is there."""
        n = self._counts.get(self._at, 0)
        place = tr("sensitivity {n}, operability {m}", n=self._at[0], m=self._at[1])
        self.setAccessibleDescription(f"{place}: {ntr('{n} topic', '{n} topics', n)}")
        if self.hasFocus():
            changed = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(changed)


def _within(n: int) -> int:
    return max(1, min(5, n))


def _faded(colour: QColor) -> QColor:
    """Return a colour as a tint of the panel."""
    ground, part = theme.colours().shade, 0.22
    return QColor(
        round(colour.red() * part + ground.red() * (1 - part)),
        round(colour.green() * part + ground.green() * (1 - part)),
        round(colour.blue() * part + ground.blue() * (1 - part)),
    )
