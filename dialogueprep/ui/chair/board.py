"""What is on, in large letters: the item, its time, its questions, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from dialogueprep.ui import badges, painting
from dialogueprep.ui.chair import large
from dialogueprep.ui.chair.sheet import ChairSheet
from dialogueprep.words import clauses, tr

_USUAL = 800  # px of height at which letters have their usual size
_SIGNS = {1: "timer", 2: "triangle-alert"}


class Board(QWidget):
    """Painted; a screen reader hears the same from its name and description."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet = ChairSheet("")

    def show_sheet(self, sheet: ChairSheet) -> None:
        """Show this."""
        self._sheet = sheet
        self.setAccessibleName(f"{sheet.number} {sheet.title}".strip())
        terms = badges.terms_word(sheet.terms) if sheet.terms else ""
        time = f"{sheet.figures} {sheet.time}"
        self.setAccessibleDescription(
            clauses([terms, time, sheet.ends, *sheet.questions, sheet.next, sheet.day_ends])
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, 600)

    def paintEvent(self, event: QPaintEvent) -> None:
        p, sheet = QPainter(self), self._sheet
        unit = max(0.6, min(self.height() / _USUAL, self.width() / 760))
        left, w = 44 * unit, self.width() - 88 * unit
        y = self._paint_terms(p, left, 34 * unit, unit)
        y += large.wrapped(p, left, y, w, f"{sheet.number} {sheet.title}".strip(), 38 * unit,
                           weight=600)  # fmt: skip
        if sheet.others:
            y += large.line(p, left, y, w, sheet.others, 20 * unit, "ink2")
        y = self._paint_time(p, left, y + 8 * unit, w, unit)
        foot = self.height() - 84 * unit
        self._paint_questions(p, left, y + 18 * unit, w, unit, foot - 12 * unit)
        painting.hairline(p, left, foot, w, "hair_strong")
        large.line(p, left, foot + 10 * unit, w * 0.6, sheet.next, 22 * unit, weight=600)
        ink = "warn" if sheet.late else "ink2"
        day = large.width(sheet.day_ends, 19 * unit)
        if sheet.late:
            size = round(19 * unit)
            x = left + w - min(day, w * 0.38) - size - 8
            painting.icon(p, x, foot + 14 * unit, "clock", "warn_line", size)
        large.line(p, left + w * 0.62, foot + 12 * unit, w * 0.38, sheet.day_ends, 19 * unit, ink,
                   right=True, tabular=True)  # fmt: skip

    def _paint_terms(self, p: QPainter, x: float, y: float, unit: float) -> float:
        if self._sheet.terms is None:
            return y
        look = badges.terms_look(self._sheet.terms)
        word = badges.terms_word(self._sheet.terms)
        high, px = 36 * unit, 20 * unit
        size = round(px)
        wide = large.width(word, px, 600) + size + 38 * unit
        painting.rounded(p, x, y, wide, high, 5, look.bg, look.line)
        painting.icon(p, x + 12 * unit, y + (high - size) / 2, look.icon, look.fg, size)
        p.setFont(large.font(word, px, 600))
        p.setPen(look.fg)
        room = QRectF(x + size + 22 * unit, y, wide, high)
        p.drawText(room, Qt.AlignmentFlag.AlignVCenter, word)
        return y + high + 14 * unit

    def _paint_time(self, p: QPainter, x: float, y: float, w: float, unit: float) -> float:
        sheet, px = self._sheet, 104 * unit
        ink = "warn" if sheet.level == 2 else "ink" if sheet.on else "ink3"
        high = large.line(p, x, y, w, sheet.figures, px, ink, weight=600, tabular=True)
        beside = x + large.width(sheet.figures, px, 600, tabular=True) + 26 * unit
        words = tr("The clock stands still") if sheet.paused else sheet.time
        size, room = round(24 * unit), w - (beside - x)
        top, at = y + high / 2 - 38 * unit, beside
        if sign := "pause" if sheet.paused else _SIGNS.get(sheet.level, ""):
            painting.icon(p, beside, top + 5 * unit, sign, "warn_line", size)
            at += size + 10 * unit
        level = "warn" if sheet.level else "ink2"
        large.line(p, at, top, room - (at - beside), words, 26 * unit, level)
        large.line(p, beside, top + 38 * unit, room, sheet.ends, 22 * unit, "ink2", tabular=True)
        bar, thick = y + high, 8 * unit
        painting.rounded(p, x, bar, w, thick, thick / 2, "hair")
        if sheet.on and sheet.part > 0:
            fill = "warn_line" if sheet.level else "accent"
            painting.rounded(p, x, bar, w * min(1.0, sheet.part), thick, thick / 2, fill)
        return bar + thick

    def _paint_questions(
        self, p: QPainter, x: float, y: float, w: float, unit: float, foot: float
    ) -> None:
        px = 25 * unit
        for number, question in enumerate(self._sheet.questions, 1):
            lead = 40 * unit
            high = large.wrapped(None, 0, 0, w - lead, question, px)
            if y + high > foot:
                break
            large.line(p, x, y, lead, str(number), px, "ink3", weight=600)
            large.wrapped(p, x + lead, y, w - lead, question, px)
            y += high + 10 * unit
