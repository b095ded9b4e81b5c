"""What a template of an agenda holds, day by day, with the times that it would have."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.templates import AgendaTemplate
from dialogueprep.domain.timetable import starts
from dialogueprep.ui import badges, painting, theme
from dialogueprep.words import clauses, tr


@dataclass(frozen=True, slots=True)
class _Line:
    time: str
    words: str
    minutes: str = ""
    lane: int = 0


class TemplateView(QWidget):
    """Painted lines: a head for each day, then the items with start, title and length."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[_Line] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_template(self, template: AgendaTemplate | None) -> None:
        """Show a template, or nothing."""
        self._lines = _lines(template) if template else []
        said = (clauses(w for w in (x.time, x.words, x.minutes) if w) for x in self._lines)
        self.setAccessibleName("; ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, len(self._lines) * self._high + 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    @property
    def _high(self) -> int:
        return theme.scaled(24)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        h, w = self._high, self.width()
        for number, line in enumerate(self._lines):
            y = 10 + number * h
            if not line.time:
                painting.text(p, 20, y, w - 40, h, line.words, "label", "ink2")
                continue
            left = 72 + (18 if line.lane else 0)
            painting.text(p, 20, y, 44, h, line.time, "small", "ink2", tabular=True)
            painting.text(p, left, y, w - left - 84, h, line.words)
            painting.text(p, w - 84, y, 64, h, line.minutes, "small", "ink3", align="right")


def _lines(template: AgendaTemplate) -> list[_Line]:
    language, numbers = theme.window_language(), iter(range(10_000))
    items = template.items_for(DialogueId(""), lambda: str(next(numbers)))
    found: list[_Line] = []
    for day in range(template.days):
        found.append(_Line("", tr("Day {n}", n=day + 1)))
        for slot in starts(items, template.hours).slots:
            if slot.day != day:
                continue
            item = slot.item
            words = item.titles.best(language)
            if item.kind.has_terms and item.terms.strictness != 1:
                words += f"  ·  {badges.terms_word(item.terms, short=True)}"
            minutes = tr("{n} min", n=item.minutes)
            found.append(_Line(clock(slot.start % 1440), words, minutes, slot.lane))
    return found
