"""The head of the item that notes are taken at: its title, and how much of its time is left.

The clock counts the item's planned minutes while the user lets it run. It lives in memory
only; no time is kept with a note.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dialogueprep.domain.dialogue import AgendaItem
from dialogueprep.ui import painting, theme
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.words import tr

_CLOCK_WIDE = 104


@dataclass
class _Clock:
    spent: float = 0.0
    since: float | None = None


class Clocks:
    """One clock per item, in memory; at most one of them runs."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._clocks: dict[str, _Clock] = {}

    def spent(self, item: str) -> float:
        """Return the seconds that an item's clock has run."""
        clock = self._clocks.get(item, _Clock())
        return clock.spent + (self._now() - clock.since if clock.since is not None else 0)

    def runs(self, item: str) -> bool:
        """Return whether an item's clock runs."""
        clock = self._clocks.get(item)
        return clock is not None and clock.since is not None

    def toggle(self, item: str) -> None:
        """Start or pause an item's clock; starting one pauses the others."""
        running = self.runs(item)
        for each in list(self._clocks):
            self._pause(each)
        if not running:
            self._clocks.setdefault(item, _Clock()).since = self._now()

    def _pause(self, item: str) -> None:
        clock = self._clocks[item]
        clock.spent, clock.since = self.spent(item), None


class ItemHead(QWidget):
    """Number, title, other languages; time left; closing the item."""

    close_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, clocks: Clocks | None = None) -> None:
        super().__init__()
        self.clocks = clocks or Clocks()
        self._item: AgendaItem | None = None
        self._number = self._title = self._others = ""
        self.toggle = Button("", "plain", "play", on_click=self.toggle_clock)
        self.close_button = Button("", "plain", "square-check-big", on_click=self._close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 20, 8)
        layout.setSpacing(6)
        layout.addStretch(1)
        layout.addWidget(self.toggle)
        layout.addWidget(self.close_button)
        self.setFixedHeight(theme.scaled(72))
        self._tick = QTimer(self)
        self._tick.setInterval(500)
        self._tick.timeout.connect(self.update)

    def show_item(self, item: AgendaItem, number: str, *, fixed: bool = False) -> None:
        """Show an item; ``fixed``: it can be neither closed nor opened now."""
        language = theme.window_language()
        self._item, self._number = item, number
        self._title = item.titles.best(language)
        self._others = "   ".join(t.wording for t in item.titles.others(language))
        self.setAccessibleName(f"{number} {self._title}".strip())
        self.close_button.setVisible(not fixed)
        words = tr("Open the item again") if item.closed else tr("Close this item")
        self.close_button.set_icon("undo-2" if item.closed else "square-check-big")
        self.close_button.setToolTip(words)
        self.close_button.setAccessibleName(words)
        self._show_clock()

    def toggle_clock(self) -> None:
        """Start the clock of this item, or pause it."""
        if self._item is not None:
            self.clocks.toggle(self._item.id)
            self._show_clock()

    @property
    def seconds_left(self) -> int:
        """The seconds left of the planned minutes; negative when over."""
        if self._item is None:
            return 0
        return round(self._item.minutes * 60 - self.clocks.spent(self._item.id))

    @property
    def time_in_words(self) -> str:
        """What stands under the clock."""
        if self._item is None:
            return ""
        left = self.seconds_left
        if left < 0:
            return tr("{n} min over", n=-left // 60) if left <= -60 else tr("over")
        return tr("left of {n} min", n=self._item.minutes)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._item is None:
            return
        p = QPainter(self)
        w = self.width()
        right = self.toggle.x() - 14
        over = self.seconds_left < 0
        self._paint_titles(p, right - _CLOCK_WIDE - 12)
        minutes, seconds = divmod(abs(self.seconds_left), 60)
        face = f"{'+' if over else ''}{minutes}:{seconds:02}"
        ink = "warn" if over else "ink"
        x = right - _CLOCK_WIDE
        high = theme.scaled(34)
        painting.text(
            p, x, 8, _CLOCK_WIDE, high, face, "display", ink, align="right", tabular=True,
            elide=False,
        )  # fmt: skip
        words = self.time_in_words
        y = 8 + high - 2
        if over:
            wide = painting.width(words, "caption")
            painting.icon(p, right - wide - 18, y + 1, "triangle-alert", "warn_line", 13)
        level = "warn" if over else "ink3"
        painting.text(p, x, y, _CLOCK_WIDE, 16, words, "caption", level, align="right")
        self._paint_bar(p, w, over)

    def _paint_titles(self, p: QPainter, room: int) -> None:
        x = 20.0
        if self._number:
            x += painting.text(p, x, 10, 60, 26, self._number, "title", "ink") + 10
        painting.text(p, x, 10, room - x + 20, 26, self._title, "title", "ink")
        painting.text(p, 20, 37, room, 20, self._others, "body", "ink2")

    def _paint_bar(self, p: QPainter, w: int, over: bool) -> None:
        y = self.height() - 6
        painting.rounded(p, 20, y, w - 40, 4, 2, "hair")
        if self._item is None:
            return
        part = min(1.0, self.clocks.spent(self._item.id) / (self._item.minutes * 60))
        if part > 0:
            painting.rounded(p, 20, y, (w - 40) * part, 4, 2, "warn_line" if over else "accent")

    def _show_clock(self) -> None:
        runs = self._item is not None and self.clocks.runs(self._item.id)
        words = tr("Pause the clock") if runs else tr("Start the clock")
        self.toggle.set_icon("pause" if runs else "play")
        self.toggle.setToolTip(words)
        self.toggle.setAccessibleName(words)
        self._tick.start() if runs else self._tick.stop()
        self.update()

    def _close(self) -> None:
        if self._item is not None and self._item.closed:
            self.open_wanted.emit()
        else:
            self.close_wanted.emit()
