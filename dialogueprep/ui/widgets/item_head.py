"""The head of the item that notes are taken at: its title, and how much of its time is left.

It shows the clock and asks for what its buttons say; no time is kept with a note.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dialogueprep.domain.beside import as_held
from dialogueprep.domain.dialogue import AgendaItem, Phase
from dialogueprep.ui import painting, theme
from dialogueprep.ui.models import clock_words
from dialogueprep.ui.models.clock_words import OVER, WARN, TimeLeft
from dialogueprep.ui.rehearsal import rehearsal
from dialogueprep.ui.room_clock import Reading
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.words import tr

_CLOCK_WIDE = 132
_HIGH, _TOP = 72, 9  # with a title of one line
_SIDE, _GAP = 20, 6
_SIGNS = {WARN: "timer", OVER: "triangle-alert"}
_BARS = {0: "accent", WARN: "warn_line", OVER: "warn_line"}


@dataclass(frozen=True)
class _Face:
    """What is painted: titles, time left, and the x at which the buttons begin."""

    number: str = ""
    title: str = ""
    others: str = ""
    time: TimeLeft = TimeLeft("", "")
    end: int = 0

    @property
    def title_left(self) -> float:
        """Where the title begins: after the number."""
        return 20.0 + (painting.width(self.number, "title") + 10 if self.number else 0)

    @cached_property
    def titles_end(self) -> float:
        """Where the titles end: before the clock."""
        figures = max(painting.width(each, "display") for each in (self.time.figures, "88:88"))
        return self.end - 14 - max(figures + 18, painting.width(self.time.words, "caption") + 30)

    @cached_property
    def title_wide(self) -> float:
        """How wide a line of the title may be."""
        return max(80.0, self.titles_end - self.title_left)

    @cached_property
    def title_height(self) -> int:
        """How high the title is: a long one takes two lines or three, it is not cut."""
        return painting.paragraph(None, 0, 0, self.title_wide, self.title, "title")


class ItemHead(QWidget):
    """Number, title, other languages; time left; the clock's buttons; closing the item."""

    close_wanted = Signal()
    open_wanted = Signal()
    toggle_wanted = Signal()
    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._item: AgendaItem | None = None
        self._face = _Face()
        self._said: tuple[str, int] = ("", 0)
        self.toggle = Button("", "plain", "play", on_click=self.toggle_wanted.emit)
        self.next_button = Button("", "plain", "skip-forward", on_click=self.next_wanted.emit)
        self.close_button = Button("", "plain", "square-check-big", on_click=self._close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_SIDE, 0, _SIDE, 8)
        layout.setSpacing(_GAP)
        layout.addStretch(1)
        self._buttons = (self.toggle, self.next_button, self.close_button)
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the line its keys
            layout.addWidget(button)
        self.setFixedHeight(theme.scaled(_HIGH))

    def show_item(self, item: AgendaItem, number: str, *, fixed: bool = False) -> None:
        """Show an item; ``fixed``: it can be neither closed nor opened now."""
        title = item.titles.best(theme.window_language())
        self._item = item
        self._face = _Face(number, title, _others(item), clock_words.time_left(item, None))
        if self.toolTip() != self._face.others:
            self.setToolTip(self._face.others)
        self.setAccessibleName(f"{number} {title}".strip())
        self.close_button.setVisible(not fixed)
        words = tr("Open the item again") if item.closed else tr("Close this item")
        self.close_button.set_icon("undo-2" if item.closed else "square-check-big")
        _name(self.close_button, words)
        self._fit()
        self.update()

    def rehearse(self, item: AgendaItem, number: str, *, fixed: bool) -> None:
        """Set the words of an item that may be shown next, as they will stand."""
        title = item.titles.best(theme.window_language())
        hidden = {self.toggle: item.closed, self.close_button: fixed}
        shown = [b for b in self._buttons if not hidden.get(b, b.isHidden())]
        time = clock_words.time_left(item, None)
        with rehearsal(self) as p:
            self._paint(p, _Face(number, title, _others(item), time, self._end_before(shown)))

    def show_clock(self, reading: Reading | None) -> None:
        """Show the clock as it stands."""
        item = self._item
        if item is None:
            return
        spent = reading.spent(item.id) if reading is not None else None
        mine = spent is not None
        held = item
        if reading is not None and not mine and item.lane:
            held = next((i for i in as_held(reading.day.items) if i.id == item.id), item)
        before, time = self._face, clock_words.time_left(held, spent)
        if time != before.time:
            self._face = replace(before, time=time)
        goes = spent is not None and reading is not None and not reading.paused
        self.toggle.set_icon("pause" if goes else "play")
        frozen = reading is not None and reading.dialogue.phase is Phase.CLOSED
        self.toggle.setVisible(not (item.closed or frozen))
        words = tr("Pause the clock") if goes else tr("Start the clock")
        _name(self.toggle, f"{words} (Ctrl+Shift+P)")
        self._show_next(reading)
        self.setAccessibleDescription(f"{self._face.time.figures} {self._face.time.words}")
        self._announce(item.id if mine else "")
        self._fit()
        if self._face is not before:
            self.update()

    @property
    def time(self) -> TimeLeft:
        """What stands at the clock."""
        return self._face.time

    def _show_next(self, reading: Reading | None) -> None:
        self.next_button.setVisible(reading is not None and reading.held)
        if reading is None or not reading.held:
            return
        coming = reading.course.next
        words = tr("End this item; it is the last of the day")
        if coming is not None:
            words = tr("Next: {title}", title=coming.titles.best(theme.window_language()))
        self.next_button.setEnabled(coming is not None or reading.course.on is not None)
        _name(self.next_button, f"{words} (Ctrl+Shift+N)")

    def _announce(self, item: str) -> None:
        """Say once, to a screen reader only, that 70 % or all of the time is used up."""
        before, self._said = self._said, (item, self._face.time.level if item else 0)
        if item and before[0] == item and self._face.time.level > before[1]:
            said = clock_words.warning(self._face.time.level)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._item is not None:
            self._paint(QPainter(self), self._face)

    def _paint(self, p: QPainter, face: _Face) -> None:
        right = face.end - 14
        high, time = theme.scaled(34), face.time
        x = right - _CLOCK_WIDE
        self._paint_titles(p, face)
        ink = "warn" if time.level == OVER else "ink" if time.counts else "ink3"
        painting.text(
            p, x, 8, _CLOCK_WIDE, high, time.figures, "display", ink, align="right",
            tabular=True, elide=False,
        )  # fmt: skip
        y, wide = 8 + high - 2, painting.width(time.words, "caption")
        if sign := _SIGNS.get(time.level):
            painting.icon(p, right - wide - 18, y + 1, sign, "warn_line", 13)
        level = "warn" if time.level else "ink3"
        painting.text(
            p, x, y, _CLOCK_WIDE, 16, time.words, "caption", level, align="right", elide=False
        )
        self._paint_bar(p, time)

    def _end_before(self, shown: Sequence[Button]) -> int:
        """Return where the buttons begin when these are shown, laid out or not yet."""
        if not shown:
            return self.width() - 6
        each = shown[0].sizeHint().width()  # they have icons alone, and are equally wide
        return self.width() - _SIDE - each * len(shown) - _GAP * (len(shown) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Take the height of the title, which ends before the buttons."""
        end = self._end_before([b for b in self._buttons if not b.isHidden()])
        if self._face.end != end:
            self._face = replace(self._face, end=end)
        more = self._face.title_height - theme.line("title")
        if self.height() != theme.scaled(_HIGH) + more:
            self.setFixedHeight(theme.scaled(_HIGH) + more)

    def _paint_titles(self, p: QPainter, face: _Face) -> None:
        x, end = face.title_left, face.titles_end
        if face.number:
            painting.text(p, 20, _TOP, x, theme.line("title"), face.number, "title", "ink")
        painting.paragraph(p, x, _TOP, face.title_wide, face.title, "title", "ink")
        y, line = _TOP + face.title_height, theme.line("body")
        if y > _TOP + theme.line("title"):
            end = face.end - 14  # beneath the clock
        painting.text(p, 20, y, end - 20, line, face.others, "body", "ink2")

    def _paint_bar(self, p: QPainter, time: TimeLeft) -> None:
        y, wide = self.height() - 6, self.width() - 40
        painting.rounded(p, 20, y, wide, 4, 2, "hair")
        if time.part > 0 and time.counts:
            painting.rounded(p, 20, y, wide * time.part, 4, 2, _BARS[time.level])

    def _close(self) -> None:
        if self._item is not None and self._item.closed:
            self.open_wanted.emit()
        else:
            self.close_wanted.emit()


def _others(item: AgendaItem) -> str:
    """Return the titles of an item in the other languages."""
    return "   ".join(t.wording for t in item.titles.others(theme.window_language()))


def _name(button: Button, words: str) -> None:
    if button.toolTip() != words:
        button.setToolTip(words)
        button.setAccessibleName(words)
