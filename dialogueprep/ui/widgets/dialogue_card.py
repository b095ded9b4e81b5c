"""A card of Home: one dialogue, where it stands, and its next step as the foot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogueprep.ui import painting, theme
from dialogueprep.ui.models.dialogue_cards import Card

_MARGIN, _FOOT = 16, 42


class DialogueCard(QWidget):
    """``taken`` on the foot or Enter, ``chosen`` on the card, ``menu_wanted`` at a point."""

    taken = Signal()
    chosen = Signal()
    menu_wanted = Signal(QPoint)
    left = Signal(int, int)
    """An arrow key: columns to the right, cards down."""

    def __init__(self, card: Card, *, opened: bool) -> None:
        super().__init__()
        self.card, self._opened, self._over_foot = card, opened, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(card.spoken)
        self.setAccessibleDescription(card.step.words)

    def sizeHint(self) -> QSize:
        return QSize(244, self.heightForWidth(244))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(self._paint_body(None, width)) + _FOOT

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        _measure_again(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        w, h = self.width(), self.height()
        painting.rounded(p, 0, 0, w, h, 7, "sheet", "accent" if self._opened else "hair")
        self._paint_body(p, w)
        foot = h - _FOOT
        painting.hairline(p, 1, foot, w - 2, "hair")
        if self._over_foot:
            painting.rounded(p, 1, foot + 1, w - 2, _FOOT - 2, 6, "hover", None)
        ink = "ink2" if self.card.dialogue.phase == "closed" else "accent"
        painting.text(
            p, _MARGIN, foot, w - 60, _FOOT, self.card.step.words,
            "body" if ink == "ink2" else "strong", ink,
        )  # fmt: skip
        painting.icon(p, w - 32, foot + (_FOOT - 16) / 2, "arrow-right", ink)
        if self.hasFocus():
            painting.focus_ring(p, 0, 0, w, h, 7)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._show_over(event.position().y() > self.height() - _FOOT)

    def leaveEvent(self, event: QEvent) -> None:
        self._show_over(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        on_foot = event.position().y() > self.height() - _FOOT
        (self.taken if on_foot else self.chosen).emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.taken.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        moves = {
            keys.Key_Left: (-1, 0),
            keys.Key_Right: (1, 0),
            keys.Key_Up: (0, -1),
            keys.Key_Down: (0, 1),
        }
        key = Qt.Key(event.key())
        if key in moves:
            self.left.emit(*moves[key])
        elif key in (keys.Key_Return, keys.Key_Enter):
            self.taken.emit()
        elif key == keys.Key_Space:
            self.chosen.emit()
        elif key == keys.Key_Menu:
            self.menu_wanted.emit(self.mapToGlobal(QPoint(_MARGIN, _MARGIN)))
        else:
            super().keyPressEvent(event)

    def _show_over(self, over: bool) -> None:
        if over != self._over_foot:
            self._over_foot = over
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            )
            self.update()

    def _paint_body(self, p: QPainter | None, width: int) -> float:
        """Paint what stands above the foot, or only measure it; return its height."""
        card, room = self.card, width - 2 * _MARGIN
        y: float = 13
        y += self._line(p, y, room, card.name, "head", "ink", 24)
        measured = painting.paragraph(p, _MARGIN, y, room, card.title, "body", "ink", max_lines=2)
        y += measured if card.title else 0
        y += self._line(p, y, room, card.native, "small", "ink2", 20) if card.native else 0
        y += self._line(p, y + 1, room, card.when, "small", "ink3", 20)
        y += self._line(p, y + 1, room, card.series, "small", "ink3", 20) if card.series else 0
        y += 9
        for fact in card.facts:
            y += self._fact(p, y, room, fact.icon, fact.words)
        if card.warning:
            y += self._warning(p, y + 4, width) + 4
        return y + 6

    def _line(
        self, p: QPainter | None, y: float, w: float, words: str, role: theme.Role, ink: str, h: int
    ) -> float:
        if p is not None:
            painting.text(p, _MARGIN, y, w, theme.scaled(h), words, role, ink)
        return theme.scaled(h)

    def _fact(self, p: QPainter | None, y: float, w: float, icon: str, words: str) -> float:
        h = theme.scaled(22)
        if p is not None:
            painting.icon(p, _MARGIN, y + (h - 15) / 2, icon, "ink2", 15)
            painting.text(p, _MARGIN + 21, y, w - 21, h, words, "small", "ink")
        return h

    def _warning(self, p: QPainter | None, y: float, width: int) -> float:
        h = theme.scaled(27)
        if p is not None:
            painting.rounded(p, 8, y, width - 16, h, 4, "warn_soft", None)
            painting.icon(p, _MARGIN, y + (h - 15) / 2, "triangle-alert", "warn", 15)
            painting.text(
                p, _MARGIN + 21, y, width - _MARGIN - 45, h, self.card.warning, "small", "warn"
            )
        return h


class PhaseHead(QWidget):
    """The head of a column: the phase, how many dialogues are in it, and a line."""

    def __init__(self, words: str, count: int, *, strong: bool) -> None:
        super().__init__()
        self._words, self._count, self._strong = words, count, strong
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{words}, {count}")

    def sizeHint(self) -> QSize:
        return QSize(120, theme.scaled(32))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        _measure_again(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        h = self.height() - 6
        used = painting.text(p, 0, 0, self.width(), h, self._words, "label", "ink2")
        painting.text(p, used + 8, 0, 40, h, str(self._count), "caption", "ink3", tabular=True)
        ink = "accent" if self._strong else "hair_strong"
        p.fillRect(0, self.height() - 2, self.width(), 2, theme.colours().named(ink))


def _measure_again(widget: QWidget, event: QEvent) -> None:
    """Let the layout ask again how high a widget is, after the size of text has changed."""
    if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
        widget.updateGeometry()
