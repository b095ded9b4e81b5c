"""The heads of the days over the agenda: a date, figures and a small bar; Enter opens them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from dialogueprep.ui import painting, theme
from dialogueprep.ui.models.day_words import DayWords
from dialogueprep.ui.widgets.timeline_layout import Layout, beside_hours
from dialogueprep.words import clauses

BAR, BAR_WIDE = 5, 40
SHARES = ("accent", "edge", "hair_strong", "hair")
"""The colours of talks, discussion, breaks and meals."""


class DayHead(QAbstractButton):
    """The head of one day.

    ``stepped`` carries (day, step): -1 and 1 along the days, 2 down to the items, -2 up.
    """

    stepped = Signal(int, int)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.words: DayWords | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_words(self, words: DayWords) -> None:
        """Show a day."""
        if words == self.words:
            return
        self.words = words
        self.setAccessibleName(words.spoken)
        self.setToolTip(words.spoken)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 2, Qt.Key.Key_Up: -2,
            Qt.Key.Key_Escape: 2, Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1,
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in steps and self.words is not None:
            self.stepped.emit(self.words.day, steps[key])
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        words = self.words
        if words is None:
            return
        p = QPainter(self)
        if self.underMouse() or self.isDown():
            fill = "press" if self.isDown() else "hover"
            painting.rounded(p, 0, 1, self.width() - 1, self.height() - 3, 4, fill)
        if self.hasFocus():
            painting.focus_ring(p, 2, 3, self.width() - 5, self.height() - 7, 4)
        x, room = 6, self.width() - 12
        _date(p, words, x, room)
        _line(p, words, x, room)
        if words.shares is not None:
            y, wide = theme.scaled(44), min(theme.scaled(BAR_WIDE), room)
            _bar(p, words.shares, QRectF(x, y + theme.scaled(6), wide, BAR))
            left = x + wide + 8
            said = _fitting(words.shared, x + room - left)
            painting.text(p, left, y, x + room - left, theme.scaled(16), said, "caption", "ink3")


def _fitting(shared: Sequence[str], room: int) -> str:
    """Return as many of the shares as there is room for, the last left out first."""
    said = [clauses(shared[:n]) for n in range(len(shared), 0, -1)]
    return next((s for s in said if painting.width(s, "caption") <= room), said[-1])


def _date(p: QPainter, words: DayWords, x: int, room: int) -> None:
    high = theme.scaled(20)
    wide = painting.text(p, x, theme.scaled(5), room, high, words.date, "strong")
    zone = painting.width(words.zone, "caption")
    if wide + 16 + zone <= room:
        painting.text(
            p, x + wide + 12, theme.scaled(5), room - wide - 12, high, words.zone, "caption",
            "ink3", align="right",
        )  # fmt: skip


def _line(p: QPainter, words: DayWords, x: int, room: int) -> None:
    ink, weight = ("warn", 600) if words.over else ("ink2", 400)
    painting.text(
        p, x, theme.scaled(26), room, theme.scaled(16), words.line, "caption", ink,
        weight=weight, tabular=True,
    )  # fmt: skip


def _bar(p: QPainter, shares: Sequence[float], rect: QRectF) -> None:
    x = rect.x()
    for share, ink in zip(shares, SHARES, strict=True):
        wide = share * rect.width()
        if wide >= 1:
            p.fillRect(QRectF(x, rect.y(), max(1.0, wide - 1), rect.height()), painting.colour(ink))
        x += wide


class _Band(QWidget):
    """Holds the heads; the wheel scrolls the days under it."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport

    def lie_beside(self, view: QWidget | None) -> QWidget | None:
        """Lie over a view, as a child of what holds it; return that, None if nothing does."""
        holder = view.parentWidget() if view else None
        if holder is not None and self.parentWidget() is not holder:
            self.setParent(holder)
            self.show()
        self.raise_()
        return holder

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self._viewport, event)


class DayHeads(QObject):
    """All heads of a view, in their places. ``opened`` carries a day, ``left`` (day, step).

    They lie over the view and not in it: what is in a list is an item of it for screen readers.
    """

    opened = Signal(int)
    left = Signal(int, int)

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._band = _Band(viewport)
        self._heads: list[DayHead] = []

    def head(self, day: int) -> DayHead | None:
        """Return the head of a day."""
        return self._heads[day] if 0 <= day < len(self._heads) else None

    def focus(self, day: int) -> bool:
        """Put the keyboard on a day's head; return whether there is one."""
        head = self.head(day)
        if head is not None:
            head.setFocus(Qt.FocusReason.OtherFocusReason)
        return head is not None

    def show_days(self, words: Sequence[DayWords], *, fixed: bool = False) -> None:
        """Show these days, one head each; ``fixed`` ones open nothing."""
        while len(self._heads) < len(words):
            self._heads.append(self._new_head())
        for head in self._heads[len(words) :]:
            head.hide()
            head.deleteLater()
        del self._heads[len(words) :]
        for head, each in zip(self._heads, words, strict=True):
            head.show_words(each)
            head.setEnabled(not fixed)
            head.show()

    def place(self, layout: Layout, scrolled: QPointF) -> None:
        """Put the heads over their days."""
        over = self._band.lie_beside(self._viewport.parentWidget())
        left = beside_hours() - 4
        wide = self._viewport.width() - left
        at = self._viewport.mapTo(over, QPoint(left, 0)) if over else QPoint(left, 0)
        self._band.setGeometry(at.x(), at.y(), wide, layout.head - 4)
        for head, column in zip(self._heads, layout.columns, strict=False):
            x = round(column.x - scrolled.x()) - 6 - left
            head.setGeometry(x, 0, round(column.width), layout.head - 4)

    def _new_head(self) -> DayHead:
        head = DayHead(self._band)
        head.clicked.connect(lambda: head.words and self.opened.emit(head.words.day))
        head.stepped.connect(self._step)
        return head

    def _step(self, day: int, step: int) -> None:
        if abs(step) > 1 or not self.focus(day + step):
            self.left.emit(day, step)
