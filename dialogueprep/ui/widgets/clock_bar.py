"""How the day goes, in one line under the head of an item: what is on, when the day will end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame

from dialogueprep.domain.dialogue import ItemId
from dialogueprep.domain.late_plans import to_win
from dialogueprep.ui import painting, theme
from dialogueprep.ui.models import clock_words
from dialogueprep.ui.room_clock import Reading
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.layout import row
from dialogueprep.words import clauses, tr

LATE_FROM = 5  # minutes from which on plans are offered
_TITLES = (28, 20, 14)  # letters of the title of what is on, as there is room
_GAP = 14
_BETWEEN = 8  # px between two buttons
_SIGN = 18  # px of the clock before a late end


class ClockBar(QFrame):
    """Shown while something is on, or has been on today. It never takes the keyboard by itself."""

    plans_wanted = Signal()
    chair_wanted = Signal()
    on_wanted = Signal(str)
    """The id of the item that is on, which is not the one that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("shade")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._left = self._right = self._shown = self._title = ""
        self._shorter: tuple[str, ...] = ()
        self._late = False
        self._on = ""
        self.plans = Button(
            "", "due", "triangle-alert", small=True, on_click=self.plans_wanted.emit
        )
        self.go = Button("", "link", on_click=lambda: self.on_wanted.emit(self._on))
        self.chair = Button(
            "", "quiet", "presentation", small=True, tooltip=tr("Chair’s view (Ctrl+Shift+V)"),
            on_click=self.chair_wanted.emit,
        )  # fmt: skip
        for button in (self.go, self.plans, self.chair):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the line its keys
        self.setLayout(row(self.go, None, self.plans, self.chair, margins=(20, 0, 16, 0)))
        self.setFixedHeight(theme.scaled(32))
        self.hide()

    def show_reading(self, reading: Reading | None, shown: ItemId | None) -> None:
        """Show how the day goes; ``shown`` is the item whose notes are looked at."""
        self.setVisible(reading is not None and reading.held)
        if reading is None or not reading.held:
            return
        course = reading.course
        offer = _offer(reading)
        self._show_what_is_on(reading, shown, bool(offer))
        self._right, self._late = clock_words.day_ends(course), course.ends > course.ends_as_agreed
        self._offer_plans(offer)
        self.setAccessibleName(clauses([self.go.accessibleName(), self._left, self._right]))
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say in as many words as there is room for; a tooltip says what was left out."""
        self._shown = self._left
        for letters in _TITLES if self._title else (0,):
            words = tr("On now: {title}", title=_short(self._title, letters)) if letters else ""
            if self.go.text() != words:
                self.go.setText(words)
                self.go.updateGeometry()
            room = self._room(self.go.sizeHint().width() + _GAP if letters else 0)
            forms = (self._left, *self._shorter)
            fits = next((form for form in forms if painting.width(form, "small") < room), None)
            self._shown = fits or forms[-1]
            if fits is not None:
                break
        self.setToolTip(self._left if self._shown != self._left else "")

    def _room(self, taken: int) -> float:
        """Return the room for the words at the left, where ``taken`` stands before them."""
        buttons = [b for b in (self.plans, self.chair) if not b.isHidden()]
        layout = self.layout()
        sides = layout.contentsMargins() if layout is not None else self.contentsMargins()
        after = sum(b.sizeHint().width() + _BETWEEN for b in buttons) + self._wide_right() + _GAP
        return self.width() - sides.left() - sides.right() - taken - after - _GAP - 16

    def _wide_right(self) -> float:
        return painting.width(self._right, "small") + 1 + (_SIGN if self._late else 0)

    @property
    def painted(self) -> str:
        """What stands at the left as far as there is room for it."""
        return self._shown

    @property
    def words(self) -> tuple[str, str]:
        """What stands at the left and at the right."""
        return self._left, self._right

    def _show_what_is_on(self, reading: Reading, shown: ItemId | None, offered: bool) -> None:
        course = reading.course
        elsewhere = course.on is not None and course.on.id != shown
        self._on = course.on.id if course.on else ""
        title = course.on.titles.best(theme.window_language()) if course.on else ""
        self.go.setVisible(elsewhere)
        self._title = title if elsewhere else ""
        self.go.setAccessibleName(tr("On now: {title}", title=title) if elsewhere else "")
        self.go.setToolTip(self.go.accessibleName())
        self._left = clock_words.ends(course, late=not offered)
        self._shorter = clock_words.ends_shorter(course, late=not offered)
        if reading.paused:
            self._left, self._shorter = tr("The clock stands still"), ()

    def _offer_plans(self, words: str) -> None:
        if words and self.plans.text() != words:
            self.plans.setText(words)
            self.plans.setAccessibleName(words)
            self.plans.setToolTip(f"{words} (Ctrl+Shift+L)")
            self.plans.updateGeometry()
        self.plans.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        p = QPainter(self)
        w, h = self.width(), self.height()
        left = self.go.geometry().right() + _GAP if self.go.isVisible() else 20
        first = self.plans if self.plans.isVisible() else self.chair
        right = first.x() - _GAP
        wide = painting.width(self._right, "small") + 1
        sign = _SIGN if self._late else 0
        room = right - left - wide - sign - 16
        painting.text(p, left, 0, max(0, room), h, self._shown, "small", "ink2", tabular=True)
        x = right - wide
        if self._late:
            painting.icon(p, x - sign, (h - 13) / 2, "clock", "warn_line", 13)
        ink = "warn" if self._late else "ink2"
        painting.text(p, x, 0, wide, h, self._right, "small", ink, tabular=True, elide=False)
        painting.hairline(p, 0, h - 1, w)


def _offer(reading: Reading) -> str:
    """Return in which words plans are offered: the day is late, or a plan left some to win back."""
    course = reading.course
    if course.late < LATE_FROM and not reading.day.agreed:
        return ""
    need = to_win(reading.day, course)
    if need and course.late >= LATE_FROM:
        return tr("{n} min late: three plans", n=course.late)
    return tr("{n} min to win back: three plans", n=need) if need >= LATE_FROM else ""


def _short(title: str, letters: int) -> str:
    return title if len(title) <= letters else f"{title[: letters - 1].rstrip()}…"
