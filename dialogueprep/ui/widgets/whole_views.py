"""Strips and bars that show an agenda as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.ui import painting, theme
from dialogueprep.ui.models.agenda_blocks import minutes_in_words
from dialogueprep.ui.models.whole_figures import Bar, Strip

_NAME = 150  # px, the column of names
_SKY = 46  # px, the height of sensitivity 5


class DayStrip(QWidget):
    """The sensitivity over a day as a skyline; below, how long people sit without a pause."""

    def __init__(self, strip: Strip, first: int, last: int) -> None:
        super().__init__()
        self._strip, self._first, self._last = strip, first, max(last, first + 60)
        self.setAccessibleName(strip.spoken)
        self.setToolTip(strip.spoken)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(640, _SKY + theme.scaled(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        base = _SKY + 4
        line = theme.scaled(18)
        painting.text(p, 0, base - line, _NAME - 12, line, self._strip.day, "small")
        painting.hairline(p, _NAME, base, self.width() - _NAME, "hair_strong")
        self._paint_steps(p, base)
        self._paint_sittings(p, base + 6)
        times = (self._strip.steps[0].start, max(s.end for s in self._strip.steps))
        told = "–".join(clock(t) for t in times)
        painting.text(p, 0, base + 4, _NAME - 12, line, told, "caption", "ink3", tabular=True)

    def _paint_sittings(self, p: QPainter, y: float) -> None:
        line = theme.scaled(18)
        for sitting in self._strip.sittings:
            left, right = self._x(sitting.start), self._x(sitting.end)
            fill, ink = ("warn_line", "warn") if sitting.too_long else ("hair_strong", "ink3")
            wide = max(2, round(right - left) - 2)
            p.fillRect(round(left) + 1, round(y), wide, 2, painting.colour(fill))
            words = minutes_in_words(sitting.minutes)
            painting.text(p, left, y + 4, max(right - left, 60), line, words, "caption", ink)

    def _paint_steps(self, p: QPainter, base: float) -> None:
        c = theme.colours()
        for step in self._strip.steps:
            left, wide = self._x(step.start), self._x(step.end) - self._x(step.start) - 2
            if step.level < 0:
                continue
            if not step.level:
                painting.rounded(p, left, base - 6, wide, 6, 1, "shade", "hair_strong")
                continue
            high = _SKY * step.level / 5
            at = step.level - 1
            painting.rounded(
                p, left, base - high, wide, high, 2, c.sensitivity_fill[at], c.sensitivity_line[at]
            )
            if wide > 14 and high > 14:
                painting.text(
                    p, left, base - high + 1, wide, 15, str(step.level), "caption",
                    c.sensitivity_text[at], align="centre", weight=600,
                )  # fmt: skip

    def _x(self, minutes: int) -> float:
        room = self.width() - _NAME - 4
        return _NAME + room * (minutes - self._first) / (self._last - self._first)


class BarLine(QWidget):
    """A name, a bar in parts, and what it says in words; a detail below."""

    def __init__(self, bar: Bar, most: int) -> None:
        super().__init__()
        self._bar, self._most = bar, max(1, most)
        self.setAccessibleName(bar.spoken)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(640, theme.scaled(24) + (theme.scaled(20) if self._bar.detail else 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        line = theme.scaled(22)
        painting.text(p, 0, 0, _NAME - 12, line, self._bar.name, "small")
        room = (self.width() - _NAME) * 0.34
        at = float(_NAME)
        for n, ink in self._bar.parts:
            wide = room * n / self._most
            painting.rounded(p, at, (line - 10) / 2, max(2, wide - 1), 10, 2, ink)
            at += wide
        words_at = _NAME + room + 14
        rest = self.width() - words_at
        ink = "ink2" if self._bar.parts else "ink3"
        painting.text(p, words_at, 0, rest, line, self._bar.words, "small", ink)
        if self._bar.detail:
            step = theme.scaled(18)
            wide = self.width() - _NAME
            painting.text(p, _NAME, line - 2, wide, step, self._bar.detail, "caption", "ink3")


class Legend(QWidget):
    """The colours of the bars with their words."""

    def __init__(self, entries: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._entries = tuple(entries)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(300, theme.scaled(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        p, at, h = QPainter(self), float(_NAME), self.height()
        for ink, words in self._entries:
            painting.rounded(p, at, (h - 10) / 2, 10, 10, 2, ink)
            wide = painting.width(words, "caption") + 2
            painting.text(p, at + 16, 0, wide, h, words, "caption", "ink2", elide=False)
            at += 16 + wide + 18
