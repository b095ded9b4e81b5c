"""What a suggestion covers, and how its sensitivity runs from the first topic to the last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.library import Dimension
from dialogueprep.domain.suggesting import begins_low
from dialogueprep.ui import painting, theme
from dialogueprep.words import listed, ntr, sentences, tr

BAR, GAP = 16, 4  # px
Coverage = Mapping[Dimension, tuple[int, int]]
"""How many topics of a dimension are on the agenda, and how many are suggested."""


class SuggestionStrip(QWidget):
    """Dimensions at the left, a small skyline at the right; its words are its accessible name."""

    def __init__(self) -> None:
        super().__init__()
        self._coverage: Coverage = {}
        self._levels: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_suggestion(self, coverage: Coverage, levels: Sequence[int]) -> None:
        """Show the coverage and the sensitivities in their order."""
        self._coverage, self._levels = coverage, tuple(levels)
        self.setAccessibleName(sentences([_covered(coverage), self.order_in_words]))
        self.setToolTip(self.accessibleName())
        self.update()

    @property
    def order_in_words(self) -> str:
        """How the order begins."""
        if not self._levels:
            return ""
        if begins_low(self._levels):
            return tr("The order begins low.")
        return tr("A later topic is less sensitive than the first.")

    def sizeHint(self) -> QSize:
        return QSize(560, theme.scaled(58))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, theme.scaled(58))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        skyline = self._skyline_width()
        self._paint_coverage(p, self.width() - skyline - 24)
        self._paint_skyline(p, self.width() - skyline, skyline)

    def _skyline_width(self) -> float:
        words = painting.width(self.order_in_words, "caption") + 2
        return max(words, len(self._levels) * (BAR + GAP) - GAP, 60)

    def _paint_coverage(self, p: QPainter, room: float) -> None:
        """Paint each dimension with its topics as squares: filled new, outlined there."""
        if not self._coverage:
            return
        line, wide = theme.scaled(16), room / len(self._coverage)
        for number, (dimension, (there, new)) in enumerate(self._coverage.items()):
            x = number * wide
            ink = "ink" if new else "ink2" if there else "ink3"
            word = tr(wording.of(dimension))
            painting.text(p, x, theme.scaled(4), wide - 8, line, word, "caption", ink)
            fitting = max(1, int((wide - 8) // 12))
            for step in range(min(fitting, there + new)):
                fill, edge = ("accent", "accent") if step < new else (None, "edge")
                painting.rounded(p, x + step * 12, theme.scaled(26), 9, 9, 2, fill, edge)
            if not there + new:
                painting.rounded(p, x, theme.scaled(26), 9, 9, 2, None, "hair_strong", dashed=True)
        self._paint_key(p)

    def _paint_key(self, p: QPainter) -> None:
        top, line = theme.scaled(40), theme.scaled(16)
        painting.rounded(p, 0, top + line / 2 - 4, 8, 8, 2, "accent", "accent")
        wide = painting.text(p, 13, top, 200, line, tr("suggested"), "caption", "ink3", elide=False)
        x = 13 + wide + 14
        painting.rounded(p, x, top + line / 2 - 4, 8, 8, 2, None, "edge")
        painting.text(
            p, x + 13, top, 200, line, tr("on the agenda"), "caption", "ink3", elide=False
        )

    def _paint_skyline(self, p: QPainter, x: float, wide: float) -> None:
        c = theme.colours()
        floor, line = theme.scaled(38), theme.scaled(16)
        for number, level in enumerate(self._levels):
            high = theme.scaled(6) * level
            at = x + number * (BAR + GAP)
            fill, edge = c.sensitivity_fill[level - 1], c.sensitivity_line[level - 1]
            painting.rounded(p, at, floor - high, BAR, high, 2, fill, edge)
        ink = "ink3" if begins_low(self._levels) else "warn"
        top = theme.scaled(40)
        painting.text(p, x, top, wide + 2, line, self.order_in_words, "caption", ink, elide=False)


class BudgetBar(QWidget):
    """The sum of the minutes against the budget, as a bar and in words."""

    def __init__(self) -> None:
        super().__init__()
        self._minutes, self._budget = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sum(self, minutes: int, budget: int) -> None:
        """Show how much of the budget is filled."""
        self._minutes, self._budget = minutes, budget
        self.setAccessibleName(self.words)
        self.update()

    @property
    def words(self) -> str:
        """The sum in words: "225 of 270 min, 45 left"."""
        left = self._budget - self._minutes
        facts = {"minutes": self._minutes, "budget": self._budget}
        if left < 0:
            return tr("{minutes} of {budget} min, {over} too many", over=-left, **facts)
        if not left:
            return tr("{minutes} of {budget} min, all filled", **facts)
        return tr("{minutes} of {budget} min, {left} left", left=left, **facts)

    def sizeHint(self) -> QSize:
        return QSize(240, theme.scaled(34))

    def minimumSizeHint(self) -> QSize:
        return QSize(170, theme.scaled(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        over = self._minutes > self._budget
        wide = min(self.width(), 280)
        ink = "warn" if over else "ink"
        line = theme.scaled(18)
        painting.text(p, 0, 2, wide, line, self.words, "small", ink, weight=600, tabular=True)
        top = theme.scaled(24)
        painting.rounded(p, 0, top, wide, 6, 3, "press")
        share = min(1.0, self._minutes / self._budget) if self._budget else float(over)
        if share:
            fill = "warn_line" if over else "accent"
            painting.rounded(p, 0, top, max(6.0, wide * share), 6, 3, fill)


def _covered(coverage: Coverage) -> str:
    new = [tr(wording.of(d)) for d, (_there, n) in coverage.items() if n]
    there = [tr(wording.of(d)) for d, (n, _new) in coverage.items() if n]
    said = [
        tr("Suggested: {dimensions}.", dimensions=listed(new)) if new else "",
        tr("On the agenda: {dimensions}.", dimensions=listed(there)) if there else "",
    ]
    count = sum(1 for there_, new_ in coverage.values() if there_ + new_)
    covered = ntr("{n} dimension is covered.", "{n} dimensions are covered.", count)
    return sentences([covered, *said])
