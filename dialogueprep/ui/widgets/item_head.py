"""The head of the item that notes are taken at: its title, and how much of its time is left.

It shows the clock and asks for what its buttons say; no time is kept with a note.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget

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
_SIGNS = {WARN: "timer", OVER: "triangle-alert"}
_BARS = {0: "accent", WARN: "warn_line", OVER: "warn_line"}


class ItemHead(QWidget):
    """Number, title, other languages; time left; the clock's buttons; closing the item."""

    close_wanted = Signal()
    open_wanted = Signal()
    toggle_wanted = Signal()
    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._item: AgendaItem | None = None
        self._number = self._title = self._others = ""
        self._time = TimeLeft("", "")
        self._said: tuple[str, int] = ("", 0)
        self.toggle = Button("", "plain", "play", on_click=self.toggle_wanted.emit)
        self.next_button = Button("", "plain", "skip-forward", on_click=self.next_wanted.emit)
        self.close_button = Button("", "plain", "square-check-big", on_click=self._close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 20, 8)
        layout.setSpacing(6)
        layout.addStretch(1)
        for button in (self.toggle, self.next_button, self.close_button):
            layout.addWidget(button)
        self.setFixedHeight(theme.scaled(_HIGH))

    def show_item(self, item: AgendaItem, number: str, *, fixed: bool = False) -> None:
        """Show an item; ``fixed``: it can be neither closed nor opened now."""
        language = theme.window_language()
        self._item, self._number = item, number
        self._title = item.titles.best(language)
        self._others = _others(item)
        self.setToolTip(self._others)
        self.setAccessibleName(f"{number} {self._title}".strip())
        self.close_button.setVisible(not fixed)
        words = tr("Open the item again") if item.closed else tr("Close this item")
        self.close_button.set_icon("undo-2" if item.closed else "square-check-big")
        _name(self.close_button, words)
        self._time = clock_words.time_left(item, None)
        self.update()

    def rehearse(self, item: AgendaItem, number: str) -> None:
        """Set the words of an item that may be shown next."""
        language, time = theme.window_language(), clock_words.time_left(item, None)
        with rehearsal(self) as p:
            for words in (number, item.titles.best(language)):
                painting.text(p, 0, 0, 0, 0, words, "title", elide=False)
            painting.text(p, 0, 0, 0, 0, _others(item), "body", elide=False)
            painting.text(p, 0, 0, 0, 0, time.figures, "display", elide=False, tabular=True)
            painting.text(p, 0, 0, 0, 0, time.words, "caption", elide=False)

    def show_clock(self, reading: Reading | None) -> None:
        """Show the clock as it stands."""
        item = self._item
        if item is None:
            return
        on = reading.course.on if reading is not None else None
        mine = on is not None and on.id == item.id
        spent = reading.course.spent if reading is not None and mine else None
        self._time = clock_words.time_left(item, spent)
        goes = spent is not None and reading is not None and not reading.paused
        self.toggle.set_icon("pause" if goes else "play")
        frozen = reading is not None and reading.dialogue.phase is Phase.CLOSED
        self.toggle.setVisible(not (item.closed or frozen))
        words = tr("Pause the clock") if goes else tr("Start the clock")
        _name(self.toggle, f"{words} (Ctrl+Shift+P)")
        self._show_next(reading)
        self.setAccessibleDescription(f"{self._time.figures} {self._time.words}")
        self._announce(item.id if mine else "")
        self.layout().activate()  # type: ignore[union-attr]  (the title ends before the buttons)
        self._fit()
        self.update()

    @property
    def time(self) -> TimeLeft:
        """What stands at the clock."""
        return self._time

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
        before, self._said = self._said, (item, self._time.level if item else 0)
        if item and before[0] == item and self._time.level > before[1]:
            said = clock_words.warning(self._time.level)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._item is None:
            return
        p = QPainter(self)
        right = self._right() - 14
        face, time = theme.scaled(34), self._time
        x = right - _CLOCK_WIDE
        self._paint_titles(p)
        ink = "warn" if time.level == OVER else "ink" if time.counts else "ink3"
        painting.text(
            p, x, 8, _CLOCK_WIDE, face, time.figures, "display", ink, align="right",
            tabular=True, elide=False,
        )  # fmt: skip
        y, wide = 8 + face - 2, painting.width(time.words, "caption")
        if sign := _SIGNS.get(time.level):
            painting.icon(p, right - wide - 18, y + 1, sign, "warn_line", 13)
        level = "warn" if time.level else "ink3"
        painting.text(
            p, x, y, _CLOCK_WIDE, 16, time.words, "caption", level, align="right", elide=False
        )
        self._paint_bar(p)

    def _right(self) -> int:
        shown = [b.x() for b in (self.toggle, self.next_button, self.close_button) if b.isVisible()]
        return min(shown, default=self.width() - 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Take the height of the title: a long one takes two lines or three, it is not cut."""
        more = self._title_height() - theme.line("title")
        if self.height() != theme.scaled(_HIGH) + more:
            self.setFixedHeight(theme.scaled(_HIGH) + more)

    def _title_left(self) -> float:
        return 20.0 + (painting.width(self._number, "title") + 10 if self._number else 0)

    def _titles_end(self) -> float:
        """Return where the titles end: before the clock."""
        figures = max(painting.width(each, "display") for each in (self._time.figures, "88:88"))
        return (
            self._right() - 14 - max(figures + 18, painting.width(self._time.words, "caption") + 30)
        )

    def _title_height(self) -> int:
        wide = max(80.0, self._titles_end() - self._title_left())
        return painting.paragraph(None, 0, 0, wide, self._title, "title")

    def _paint_titles(self, p: QPainter) -> None:
        x, end = self._title_left(), self._titles_end()
        if self._number:
            painting.text(p, 20, _TOP, x, theme.line("title"), self._number, "title", "ink")
        painting.paragraph(p, x, _TOP, max(80.0, end - x), self._title, "title", "ink")
        y, line = _TOP + self._title_height(), theme.line("body")
        if y > _TOP + theme.line("title"):
            end = self._right() - 14  # beneath the clock
        painting.text(p, 20, y, end - 20, line, self._others, "body", "ink2")

    def _paint_bar(self, p: QPainter) -> None:
        y, wide = self.height() - 6, self.width() - 40
        painting.rounded(p, 20, y, wide, 4, 2, "hair")
        if self._time.part > 0 and self._time.counts:
            painting.rounded(p, 20, y, wide * self._time.part, 4, 2, _BARS[self._time.level])

    def _close(self) -> None:
        if self._item is not None and self._item.closed:
            self.open_wanted.emit()
        else:
            self.close_wanted.emit()


def _others(item: AgendaItem) -> str:
    """Return the titles of an item in the other languages."""
    return "   ".join(t.wording for t in item.titles.others(theme.window_language()))


def _name(button: Button, words: str) -> None:
    button.setToolTip(words)
    button.setAccessibleName(words)
