"""Check boxes, segments, drop-down lists and rating pickers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget

from dialogueprep.ui import accessible, painting, theme

T = TypeVar("T")


class CheckBox(QCheckBox):
    """A box to tick, with its words and a count at the right where one is given."""

    def __init__(self, words: str = "", *, count: str = "") -> None:
        super().__init__(words)
        self._count = count

    def set_count(self, count: str) -> None:
        """Show another count."""
        self._count = count
        self.update()

    def sizeHint(self) -> QSize:
        wide = painting.width(self.text(), "body") + 32 + self._wide_count()
        return QSize(round(wide) + 2, theme.scaled(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, theme.scaled(24))

    def _wide_count(self) -> float:
        """Return the room that the count takes, with the gap before it, in px."""
        return max(36, painting.width(self._count, "caption") + 8) if self._count else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        h = self.height()
        self._paint_box(p, (h - 16) / 2)
        ink = "ink" if self.isEnabled() else "ink_off"
        room = self.width() - 26 - self._wide_count()
        painting.text(p, 26, 0, room, h, self.text(), "body", ink)
        if self._count:
            painting.text(
                p,
                0,
                0,
                self.width(),
                h,
                self._count,
                "caption",
                "ink3",
                align="right",
                tabular=True,
            )
        if self.hasFocus():  # beside the box, not across its edge
            painting.focus_ring(p, 20, 1, self.width() - 20, h - 2, 4)

    def hitButton(self, at: object) -> bool:
        return True

    def _paint_box(self, p: QPainter, y: float) -> None:
        on = self.checkState() != Qt.CheckState.Unchecked
        off = not self.isEnabled()
        edge = "ink_off" if off else "accent" if on else "edge"
        fill = "ink_off" if off and on else "accent" if on else "sheet"
        painting.rounded(p, 1, y, 16, 16, 3, fill, edge)
        if self.checkState() == Qt.CheckState.PartiallyChecked:
            painting.hairline(p, 5, y + 7.5, 8, "on_accent")
        elif on:
            painting.icon(p, 3, y + 2, "check", "on_accent", 12)


class Segments(QWidget, Generic[T]):
    """One of a few choices, side by side; Left and Right change it."""

    spoken_role: ClassVar = QAccessible.Role.ComboBox

    chosen = Signal(object)

    def __init__(
        self,
        choices: Sequence[tuple[T, str]],
        value: T | None = None,
        *,
        name: str = "",
        fitted: bool = False,
    ) -> None:
        super().__init__()
        self._choices = list(choices)
        self._fitted = fitted
        """Whether each choice is as wide as its words ask, rather than all alike."""
        self._at = next((i for i, (v, _) in enumerate(choices) if v == value), 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self._say()

    @property
    def value(self) -> T:
        """The choice that is in force."""
        return self._choices[self._at][0]

    def show_value(self, value: T) -> None:
        """Show a choice without announcing it."""
        self._at = next((i for i, (v, _) in enumerate(self._choices) if v == value), self._at)
        self._say()
        self.update()

    def show_choices(self, choices: Sequence[tuple[T, str]]) -> None:
        """Show other words for choices, e.g. in another language."""
        self._choices = list(choices)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._fitted:
            return QSize(round(sum(self._widths())) + 2, theme.scaled(32))
        widest = max((painting.width(words, "strong") for _, words in self._choices), default=20)
        return QSize(round((widest + 24) * len(self._choices)) + 4, theme.scaled(32))

    def minimumSizeHint(self) -> QSize:
        wide = sum(painting.width(words, "strong") + 14 for _, words in self._choices)
        return QSize(round(wide) + 4, theme.scaled(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        w, h = self.width(), self.height()
        painting.rounded(p, 0, 0, w, h, 5, "shade", "hair_strong")
        for number, (_, words) in enumerate(self._choices):
            left, right = self.edges(number)
            on = number == self._at
            if on:
                painting.rounded(p, left + 2, 2, right - left - 4, h - 4, 4, "sheet", "hair_strong")
            ink = "ink_off" if not self.isEnabled() else "ink" if on else "ink2"
            role = "strong" if on else "body"
            painting.text(p, left + 4, 0, right - left - 8, h, words, role, ink, align="centre")
        if self.hasFocus():
            painting.focus_ring(p, 0, 0, w, h)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for number in range(len(self._choices)):
            left, right = self.edges(number)
            if left <= event.position().x() < right:
                self._choose(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._choose(max(0, min(len(self._choices) - 1, self._at + step)))

    def _widths(self) -> list[float]:
        return [painting.width(words, "strong") + 28 for _, words in self._choices]

    def edges(self, number: int) -> tuple[float, float]:
        """Return where a choice begins and ends, in pixels from the left."""
        if self._fitted:
            widths = self._widths()
            share = self.width() / sum(widths)
            return share * sum(widths[:number]), share * sum(widths[: number + 1])
        each = self.width() / max(1, len(self._choices))
        said = [painting.width(words, "strong") for _, words in self._choices]
        if max(said, default=0) + 10 > each:  # room goes to long words before one is cut
            beside = (self.width() - sum(said)) / len(said)
            return (
                sum(said[:number]) + number * beside,
                sum(said[: number + 1]) + (number + 1) * beside,
            )
        return number * each, (number + 1) * each

    def _choose(self, number: int) -> None:
        if number != self._at:
            self._at = number
            self._say()
            self.update()
            self.chosen.emit(self.value)

    def spoken_value(self) -> str:
        """Return the words of the choice in force, for screen readers."""
        return self._choices[self._at][1] if 0 <= self._at < len(self._choices) else ""

    def _say(self) -> None:
        self.setAccessibleDescription(self.spoken_value())
        accessible.say_value(self, self.spoken_value())


class Choice(QComboBox, Generic[T]):
    """A drop-down list of values with words."""

    picked = Signal(object)

    def __init__(
        self, choices: Iterable[tuple[T, str]] = (), value: T | None = None, *, name: str = ""
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._values: list[T] = []
        self.show_choices(choices, value)
        self.activated.connect(lambda at: self.picked.emit(self._values[at]))

    def show_choices(self, choices: Iterable[tuple[T, str]], value: T | None = None) -> None:
        """Show other choices; nothing is announced."""
        self.clear()
        self._values = []
        for each, words in choices:
            self._values.append(each)
            self.addItem(words)
        self.show_value(value)

    @property
    def value(self) -> T | None:
        """The value that is in force, None in an empty list."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def show_value(self, value: T | None) -> None:
        """Show a value without announcing it."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def sizeHint(self) -> QSize:
        words = (self.itemText(i) for i in range(self.count()))
        return QSize(round(max(map(painting.width, words), default=60)) + 44, theme.scaled(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(64, theme.scaled(32))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paint_value(self, p: QPainter, w: int, h: int) -> None:
        """Paint what is chosen; override for a badge in place of words."""
        ink = "ink" if self.isEnabled() else "ink_off"
        painting.text(p, 11, 0, w - 40, h, self.currentText(), "body", ink)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        w, h = self.width(), self.height()
        edge = "edge" if self.isEnabled() else "hair"
        painting.rounded(p, 0, 0, w, h, 5, "sheet", edge)
        self.paint_value(p, w, h)
        painting.icon(p, w - 26, (h - 16) / 2, "chevron-down", "ink2")
        if self.hasFocus():
            painting.focus_ring(p, 0, 0, w, h)


class Rating(QWidget):
    """Five buttons 1 to 5 for sensitivity or operability; keys 1 to 5 and arrows."""

    spoken_role: ClassVar = QAccessible.Role.SpinBox

    rated = Signal(object)

    def __init__(self, kind: str = "sensitivity", value: int | None = None, name: str = "") -> None:
        super().__init__()
        self._kind, self._value = kind, value
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_value(self, value: int | None) -> None:
        """Show a rating without announcing it; None is "not rated"."""
        self._value = value
        self.setAccessibleDescription(self.spoken_value())
        accessible.say_value(self, self.spoken_value())
        self.update()

    def spoken_value(self) -> str:
        """Return the rating in words, for screen readers."""
        return "" if self._value is None else str(self._value)

    @property
    def value(self) -> int | None:
        """The rating, or None."""
        return self._value

    def sizeHint(self) -> QSize:
        return QSize(5 * 62, theme.scaled(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(5 * 44, theme.scaled(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        for number in range(1, 6):
            self._paint_one(p, number)

    def _paint_one(self, p: QPainter, number: int) -> None:
        c, h = theme.colours(), self.height()
        wide = (self.width() - 16) / 5
        x = (number - 1) * (wide + 4)
        on = number == self._value
        edge = "focus" if on and self.hasFocus() else "accent" if on else "edge"
        fill = "accent_soft" if on else "sheet"
        painting.rounded(p, x, 0, wide, h, 4, fill, edge, 2 if on else 1)
        if self.hasFocus() and self._value is None and number == 1:
            painting.focus_ring(p, x, 0, wide, h, 4)
        if self._kind == "sensitivity":
            ladder = c.sensitivity_fill[number - 1], c.sensitivity_line[number - 1]
            painting.rounded(p, x + 8, (h - 14) / 2, 14, 14, 2, *ladder)
        else:
            for bar in range(5):
                ink = c.ink2 if bar < number else c.hair_strong
                p.save()
                p.setPen(QPen(Qt.PenStyle.NoPen))
                painting.rounded(p, x + 7 + bar * 3.6, (h - 10) / 2, 2.6, 10, 0.6, ink)
                p.restore()
        painting.text(p, x + 30, 0, 20, h, str(number), "strong", tabular=True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        wide = (self.width() + 4) / 5
        self._rate(min(5, int(event.position().x() / wide) + 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            self._rate(key - Qt.Key.Key_0)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            step = 1 if key == Qt.Key.Key_Right else -1
            self._rate(max(1, min(5, (self._value or 0) + step)))
        else:
            super().keyPressEvent(event)

    def _rate(self, value: int) -> None:
        if value != self._value:
            self.show_value(value)
            self.rated.emit(value)
