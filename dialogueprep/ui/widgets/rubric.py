"""A scale from 1 to 5 that says what each step means."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogueprep.domain.library import Axis
from dialogueprep.ui import badges, painting, theme
from dialogueprep.words import tr

_LEFT = 56


class Rubric(QWidget):
    """Five lines to choose from by click, by 1 to 5 or by Up and Down. ``rated`` carries the n.

    Del, Backspace or 0 ask by ``cleared`` to take the value back.
    """

    rated = Signal(int)
    cleared = Signal()

    def __init__(self, axis: Axis, sentences: Sequence[str], name: str) -> None:
        super().__init__()
        self._axis, self.sentences = axis, tuple(sentences)
        self._beside: Rubric | None = None
        self._value: int | None = None
        self._former: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self._tell()

    @property
    def value(self) -> int | None:
        """The step that is chosen, or None."""
        return self._value

    def show_value(self, value: int | None, former: int | None = None) -> None:
        """Show a step without announcing it; ``former`` is the one that has expired."""
        self._value, self._former = value, former
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self._step_height() * 5)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self._step_height() * 5)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        p, high = QPainter(self), self._step_height()
        line = theme.line("small")
        for n, words in enumerate(self.sentences, 1):
            y = (n - 1) * high
            on = n == self._value
            if on:
                painting.rounded(p, 0, y, self.width(), high - 2, 5, "accent_soft", "accent")
            elif n == self._former:
                painting.rounded(p, 0, y, self.width(), high - 2, 5, None, "edge", dashed=True)
            kind = "sensitivity" if self._axis is Axis.SENSITIVITY else "operability"
            badges.meter(p, 10, y + 3 + (line - 14) / 2, n, kind)
            ink = "ink" if on else "ink2"
            painting.paragraph(p, _LEFT, y + 3, self._room(), words, "small", ink, max_lines=3)
        if self.hasFocus() and self._value:
            painting.focus_ring(p, 0, (self._value - 1) * high, self.width(), high - 2)
        elif self.hasFocus():
            painting.focus_ring(p, 0, 0, self.width(), 5 * high - 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._rate(int(event.position().y() // self._step_height()) + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            self._rate(key - Qt.Key.Key_0)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self._rate(self._value - 1 if self._value else self._former or 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self._rate(self._value + 1 if self._value else self._former or 1)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def _room(self) -> int:
        return max(120, self.width() - _LEFT - 10)

    def _step_height(self) -> int:
        beside = self._beside.sentences if self._beside else ()
        tallest = max(
            painting.paragraph_height(self._room(), words, "small", 3)
            for words in (*self.sentences, *beside)
        )
        return tallest + 9

    def stand_beside(self, other: Rubric) -> None:
        """Take steps as high as those of another scale ask."""
        self._beside = other
        self.updateGeometry()

    def _rate(self, value: int) -> None:
        value = max(1, min(5, value))
        if value != self._value:
            self.show_value(value, self._former)
            self.rated.emit(value)

    def _tell(self) -> None:
        n = self._value
        said = tr("not rated") if n is None else f"{n}: {self.sentences[n - 1]}"
        if n is None and self._former:
            said = tr("expired: {n} of 5", n=self._former)
        self.setAccessibleDescription(said)
