"""The ladder of support: the rapporteur's judgement, chosen by its words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogueprep.domain.notes import Support
from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.models.finding_words import SUPPORT_MEANS, SUPPORT_WORDS, support_number
from dialogueprep.words import tr

_BARS = 72
"""Where the words begin, in px."""

_STEPS = len(Support)


def _word_width() -> float:
    return max(painting.width(tr(SUPPORT_WORDS[each]), "small", 600) for each in Support)


def _said(support: Support) -> str:
    return f"{tr(SUPPORT_WORDS[support])}, {tr(SUPPORT_MEANS[support])}"


class SupportLadder(QWidget):
    """Five steps with their definitions; keys 1 to 5, Up and Down; 0 or Del leaves it open."""

    judged = Signal(object)
    """A Support, or None."""

    def __init__(self) -> None:
        super().__init__()
        self._value: Support | None = None
        self._over = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Support"))

    def show_value(self, value: Support | None) -> None:
        """Show a support without announcing it."""
        self._value = value
        self.setAccessibleDescription(_said(value) if value else tr("not set"))
        self.update()

    def sizeHint(self) -> QSize:
        means = max(painting.width(tr(SUPPORT_MEANS[each]), "caption") for each in Support)
        return QSize(round(_BARS + _word_width() + 16 + means + 10), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(round(_BARS + _word_width() + 12), self._height())

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        wide, means = _word_width(), self.width() >= self.sizeHint().width()
        for number, each in enumerate(Support):
            said = tr(SUPPORT_MEANS[each]) if means else ""
            self._paint_step(p, number, tr(SUPPORT_WORDS[each]), said, wide)
        if not means:
            self._paint_meaning(p)

    def _paint_step(self, p: QPainter, number: int, word: str, means: str, wide: float) -> None:
        step, w = self._step(), self.width()
        y, high = number * step, step - 1
        on = number + 1 == support_number(self._value)
        if on:
            painting.rounded(p, 0, y, w, high, 5, "sheet", "accent")
        elif number == self._over:
            painting.rounded(p, 0, y, w, high, 5, "hover")
        usable = self.isEnabled()
        badges.support_bars(p, 8, y + (high - 13) / 2 - 1, number + 1 if usable else 0)
        ink, weight = "ink" if usable else "ink_off", 600 if on else 400
        painting.text(p, _BARS, y, wide + 4, high, word, "small", ink, weight=weight)
        left = _BARS + wide + 16
        painting.text(
            p, left, y, w - left - 8, high, means, "caption", "ink3" if usable else "ink_off"
        )
        if self.hasFocus() and (on or (self._value is None and number == 0)):
            painting.focus_ring(p, 0, y, w, high)

    def _paint_meaning(self, p: QPainter) -> None:
        """Where there is no room beside the words, say below what the one in question means."""
        number = self._over if self._over >= 0 else support_number(self._value) - 1
        if number >= 0:
            y = _STEPS * self._step() + 4
            words = tr(SUPPORT_MEANS[list(Support)[number]])
            painting.text(
                p, 8, y, self.width() - 12, theme.line("caption"), words, "caption", "ink3"
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._judge(list(Support)[self._at(event)])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event))

    def leaveEvent(self, event: object) -> None:
        self._hover(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, now = event.key(), support_number(self._value)
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            self._judge(list(Support)[key - Qt.Key.Key_1])
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._judge(None)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            self._judge(list(Support)[max(0, min(4, now - 1 + step))])
        else:
            super().keyPressEvent(event)

    def _at(self, event: QMouseEvent) -> int:
        return max(0, min(_STEPS - 1, int(event.position().y()) // self._step()))

    def _hover(self, number: int) -> None:
        if number != self._over:
            self._over = number
            steps = list(Support)
            self.setToolTip(_said(steps[number]) if number >= 0 else "")
            self.update()

    def _judge(self, value: Support | None) -> None:
        if value is not self._value:
            self.show_value(value)
            self.judged.emit(value)

    def _height(self) -> int:
        return _STEPS * self._step() + 4 + theme.line("caption")

    @staticmethod
    def _step() -> int:
        return theme.scaled(26)
