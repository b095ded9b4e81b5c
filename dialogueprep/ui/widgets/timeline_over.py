"""What is painted over the days: limits, choice, focus, previews, and what is being dragged."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.domain.timetable import Slot, Timetable
from dialogueprep.ui import painting, theme
from dialogueprep.ui.models.agenda_blocks import Agenda
from dialogueprep.ui.widgets.timeline_layout import SKYLINE, Layout, bounds
from dialogueprep.ui.widgets.timeline_painting import ONE_LINE, overlap, two_lines

FADED = 0.45  # of a block that is being dragged
LATE = 9  # px of the hatched band at the right of what comes too late
REFUSED = 230  # px, scaled, of what is said beside the mouse


def limits(p: QPainter, layout: Layout, agenda: Agenda, preview: Timetable | None = None) -> None:
    """Paint the time by which each day must end, and an amber band over what comes after it."""
    found = (preview or agenda.timetable).days
    for day in found:
        if day.limit is None or day.day >= len(layout.columns):
            continue
        if day.end > day.limit:
            rect = layout.rect(day.day, day.limit, day.end).adjusted(0, -1, 0, 1)
            tint = QColor(theme.colours().warn_line)
            tint.setAlphaF(0.14)
            p.fillRect(rect, tint)
            overlap(p, rect.adjusted(rect.width() - LATE, 0, 0, 0))
        column, y = layout.columns[day.day], round(layout.y(day.limit))
        ink = "warn_line" if day.end > day.limit else "edge"
        if preview is not None and agenda.dialogue.hours_of(day.day).ends != day.limit:
            ink = "accent"
        over = day.end > day.limit  # the words of what comes too late are not struck through
        left, right = column.x + (0 if over else SKYLINE), column.x + column.width
        _dashes(p, left, column.x + SKYLINE if over else right, y, ink)


def _dashes(p: QPainter, left: float, right: float, y: int, ink: str) -> None:
    pen = QPen(painting.colour(ink), 1.6)
    pen.setDashPattern([4, 3])
    p.setPen(pen)
    p.drawLine(QPointF(left, y + 0.5), QPointF(right, y + 0.5))


def chosen(p: QPainter, rect: QRectF) -> None:
    """Paint that a block is one of several that are chosen."""
    tint = QColor(theme.colours().accent)
    tint.setAlphaF(0.12)
    x, y, w, h = bounds(rect)
    painting.rounded(p, x, y, w, h, 4, tint, "accent", 1.5)


def faded(p: QPainter, rect: QRectF) -> None:
    """Paint a veil over a block that is being dragged away."""
    veil = QColor(painting.colour("paper"))
    veil.setAlphaF(1 - FADED)
    p.fillRect(rect.adjusted(-1, -1, 1, 1), veil)


def ring(p: QPainter, rect: QRectF, *, active: bool) -> None:
    """Paint the ring around the chosen block; it is the focus ring while the view has it."""
    x, y, w, h = bounds(rect)
    ink = "focus" if active else "edge"
    painting.rounded(p, x - 1, y - 1, w + 2, h + 2, 5, None, ink, 2)


def preview(p: QPainter, layout: Layout, agenda: Agenda, timetable: Timetable) -> None:
    """Paint where blocks would lie under another timetable, and what would come or go."""
    there = {s.item.id: s for s in timetable.slots}
    for it in agenda.blocks:
        slot = there.get(it.id)
        now = (it.slot.day, it.slot.start, it.slot.end)
        if slot and (slot.day, slot.start, slot.end) != now:
            rect = layout.rect(slot.day, slot.start, slot.end, it.lane, it.lanes)
            ghost(p, rect, slot, it.named)
        elif slot is None:
            _leaving(p, layout.block(it))
    known = {b.id for b in agenda.blocks}
    for slot in timetable.slots:
        if slot.item.id not in known and slot.day < len(layout.columns):
            _coming(p, layout, timetable, slot)


def _leaving(p: QPainter, rect: QRectF) -> None:
    """Paint that a block would no longer stand there."""
    faded(p, rect)
    x, y, w, h = bounds(rect)
    painting.rounded(p, x, y, w, h, 4, None, "accent", 1.5, dashed=True)


def _coming(p: QPainter, layout: Layout, timetable: Timetable, slot: Slot) -> None:
    """Paint an item that is not there yet, in its lane."""
    beside = [s for s in timetable.of_day(slot.day) if s.start == slot.start and s.lane]
    lanes = max([1, *(s.lane for s in beside)]) if slot.lane else 1
    rect = layout.rect(slot.day, slot.start, slot.end, max(0, slot.lane - 1), lanes)
    ghost(p, rect, slot, slot.item.titles.best(theme.window_language()))


def ghost(p: QPainter, rect: QRectF, slot: Slot | None, title: str) -> None:
    """Paint where something would come to lie, and when; without a slot only what it is."""
    x, y, w, h = bounds(rect)
    painting.rounded(p, x, y, w, h, 4, "accent_soft", "accent", 1.5, dashed=True)
    high = float(theme.scaled(18))
    when = f"{clock(slot.start)}–{clock(slot.end)}" if slot else ""
    lines = [when, title] if two_lines(h) and when else [f"{when}  {title}".strip()]
    role = "small" if h >= theme.scaled(ONE_LINE) else "caption"
    top = y + 3 if len(lines) > 1 else y + (h - high) / 2
    p.save()
    p.setClipRect(rect)
    for number, words in enumerate(lines):
        painting.text(
            p, x + 9, top + number * high, w - 18, high, words, role, "ink",
            weight=600, tabular=True,
        )  # fmt: skip
    p.restore()


def refused(p: QPainter, rect: QRectF, title: str, sentence: str) -> None:
    """Paint beside the mouse what cannot be dropped there, and why."""
    wide, line = float(theme.scaled(REFUSED)), theme.scaled(18)
    high = line + painting.paragraph_height(wide - 18, sentence, "small", max_lines=4) + 10
    x, y = rect.x(), rect.y()
    painting.rounded(p, x, y, wide, high, 4, "block_soft", "block_line", 1.5, dashed=True)
    painting.text(p, x + 9, y + 4, wide - 18, line, title, "small", "ink", weight=600)
    painting.paragraph(p, x + 9, y + 4 + line, wide - 18, sentence, "small", "block", max_lines=4)
