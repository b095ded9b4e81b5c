"""The popup over the field: neutral words for a name, the most exact that holds first.

It is part of the page, takes no focus, and is steered by the field's keys.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from dialogueprep.domain.gate import Exposure, ExposureKind, Level
from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.guard import Neutral, reason_of
from dialogueprep.ui.widgets.popup import MARGIN, Floating
from dialogueprep.words import clauses, tr

_WIDE = 420
_ROW = 32
_HEAD = 36


class GuardPopup(Floating):
    """Shows the choices for one passage; ``clicked`` says that one was taken by mouse."""

    clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.exposure: Exposure | None = None
        self.moved = False
        self._choices: tuple[Neutral, ...] = ()
        self._placed: object = None
        self._at = 0
        self._high = theme.scaled(_HEAD)
        self.hide()

    @property
    def chosen(self) -> Neutral:
        """The neutral words that would be taken."""
        return self._choices[self._at]

    @property
    def choices(self) -> tuple[Neutral, ...]:
        """All that is offered, the one that does not hold included."""
        return self._choices

    def show_choices(
        self, exposure: Exposure, choices: Sequence[Neutral], over: QRect, below: int | None = None
    ) -> None:
        """Show the choices above a rectangle of the screen, or from ``below`` where they fit."""
        if self.exposure != exposure or not self.isVisible():
            self._at, self.moved = 0, False
        placed = exposure, tuple(choices), over, below, self._page.size(), theme.letters()
        if self._placed == placed and self.isVisible():
            return  # a key somewhere else in the text
        self._placed = placed
        self.exposure, self._choices = exposure, tuple(choices)
        wide = self._wide()
        self._high = self._head_height(wide)
        high = self._high + theme.scaled(2) + theme.scaled(_ROW) * len(choices) + 6
        self.resize(wide + 2 * MARGIN, high + 2 * MARGIN)
        self._place(over, below)
        self.setAccessibleName(self._head())
        self.setAccessibleDescription(clauses(c.words for c in choices if c.holds))
        self.show()
        self.raise_()
        self.update()

    def move_choice(self, step: int) -> None:
        """Choose the next or the previous one that holds."""
        holding = [n for n, c in enumerate(self._choices) if c.holds]
        here = holding.index(self._at)
        self._at = holding[(here + step) % len(holding)]
        self.moved = True
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = int(event.position().y() - self._top()) // theme.scaled(_ROW)
        if 0 <= row < len(self._choices) and self._choices[row].holds:
            self._at = row
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.exposure is None:
            return
        p = QPainter(self)
        box = self.surface()
        block = self.exposure.level is Level.BLOCK
        ink, line = ("block", "block_line") if block else ("warn", "warn_line")
        sign = "circle-x" if block else "triangle-alert"
        one = theme.scaled(_HEAD)
        painting.icon(p, box.x() + 13, box.y() + one / 2 - 7, sign, line)
        painting.paragraph(
            p, box.x() + 36, box.y() + 1 + (one - theme.line("small")) / 2, box.width() - 50,
            self._head(), "small", ink, weight=600,
        )  # fmt: skip
        for row, choice in enumerate(self._choices):
            self._row(p, row, choice)

    def _row(self, p: QPainter, row: int, choice: Neutral) -> None:
        box = self.surface()
        high = theme.scaled(_ROW)
        y = self._top() + row * high
        on = row == self._at
        if on:
            p.fillRect(box.x() + 1, y, box.width() - 2, high, painting.colour("select"))
        if on or (choice.holds and row == self._at + 1):
            badges.key_cap(p, box.x() + 12, y + (high - 18) / 2, "Tab" if on else "↓")
        note, ink = self._note(row, choice)
        used = painting.width(note, "caption")
        right = box.right() - 13 - used
        painting.text(p, right, y, used + 2, high, note, "caption", ink, elide=False)
        words = choice.words or tr("Leave it out")
        role = "strong" if on else "body"
        colour = "ink" if choice.holds else "ink3"
        lead = _lead()
        wide = right - box.x() - lead - 10
        painting.text(p, box.x() + lead, y, wide, high, words, role, colour)

    def _note(self, row: int, choice: Neutral) -> tuple[str, str]:
        if choice.k is None:
            return "", "ink3"
        if not choice.holds:
            return tr("k {k}, too few", k=choice.k), "block"
        if row == 0:
            return tr("k {k}, the most exact that holds", k=choice.k), "ok"
        return tr("k {k}", k=choice.k), "ink3"

    def _head(self) -> str:
        if self.exposure is None:
            return ""
        if self.exposure.document:
            return reason_of(self.exposure)
        if self.exposure.level is Level.WARN:
            return tr("This may point to a person")
        if self.exposure.kind is ExposureKind.NAME:
            return tr("A name from this dialogue’s list")
        if self.exposure.kind in (ExposureKind.AFFILIATION, ExposureKind.ACRONYM):
            return tr("An institution from this dialogue’s list")
        return tr("These words fit too few of those present")

    def _wide(self) -> int:
        """Return a width in which no words are cut, as far as the page has room."""
        around = _lead() + 40
        wanted = [
            painting.width(c.words, "strong") + painting.width(self._note(n, c)[0], "caption")
            for n, c in enumerate(self._choices)
        ]
        return min(
            max(_WIDE, *(ceil(each) + around for each in wanted)), self._page.width() - 2 * MARGIN
        )

    def _head_height(self, wide: int) -> int:
        """Return how high the head is: one line, or more for a whole sentence."""
        words = painting.paragraph(None, 0, 0, wide - 50, self._head(), "small", weight=600)
        return theme.scaled(_HEAD) + max(0, words - theme.line("small"))

    def _top(self) -> int:
        return self.surface().y() + self._high

    def _place(self, over: QRect, below: int | None) -> None:
        parent = self._page
        corner = parent.mapFromGlobal(over.topLeft())
        x = min(corner.x() - MARGIN - 6, parent.width() - self.width() + MARGIN - 8)
        y = corner.y() - self.height() + MARGIN - 12
        if below is not None:
            under = parent.mapFromGlobal(QPoint(over.left(), below)).y() + 6 - MARGIN
            y = under if under + self.height() - MARGIN + 6 <= parent.height() else y
        self.move(QPoint(max(-MARGIN + 8, x), max(-MARGIN + 8, y)))


def _lead() -> int:
    """Return where the words begin: behind the widest key."""
    return 24 + badges.key_cap_width("Tab")
