"""How the days of the agenda are painted: hours, skyline, blocks and what overlaps."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from dialogueprep.domain.arranging import waits_for_topic
from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.domain.dialogue import Terms
from dialogueprep.domain.timetable import Overlap
from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.kept_pictures import KeptPictures
from dialogueprep.ui.models.agenda_blocks import Block, length_of
from dialogueprep.ui.models.day_words import HoursAway, at_hour
from dialogueprep.ui.theme import Role
from dialogueprep.ui.widgets.timeline_layout import (
    BETWEEN,
    CLOCK,
    SKYLINE,
    Layout,
    beside_hours,
    bounds,
)

TWO_LINES, ONE_LINE = 38, 17  # px of height from which a block has so many lines, scaled
TITLE = 44  # px of a title that gives way to the word of the terms, and no further; scaled


def two_lines(high: float) -> bool:
    """Return whether a block of this height has room for two lines of text."""
    return high >= theme.scaled(TWO_LINES)


def band(p: QPainter, layout: Layout, scrolled: QPointF, wide: int, zone: str) -> None:
    """Paint the ground of the heads over what is scrolled under it, and a second zone's name."""
    under = scrolled.y() > 0
    p.fillRect(0, 0, wide, layout.head if under else layout.head - 8, painting.colour("paper"))
    if under:
        painting.hairline(p, 0, layout.head, wide)
    if zone:
        high = theme.scaled(16)
        painting.text(
            p, 0, layout.head - 8 - high, beside_hours() - 8, high, zone, "caption", "accent",
            align="right",
        )  # fmt: skip


def hours(p: QPainter, layout: Layout) -> None:
    """Paint the lines of the hours."""
    for minutes in range(layout.first, layout.last + 1, 60):
        painting.hairline(
            p, beside_hours() - 4, round(layout.y(minutes)), layout.width - beside_hours() + 4
        )


def gutter(p: QPainter, layout: Layout, away: HoursAway | None = None) -> None:
    """Paint the times of the hours at the left; they stay when the days are scrolled.

    Under each stands the time in a second zone, whose clock is so far ahead.
    """
    p.fillRect(QRectF(0, 0, beside_hours() - 4, layout.height + 20), painting.colour("paper"))
    high = theme.scaled(16)
    for minutes in range(layout.first, layout.last + 1, 60):
        y = round(layout.y(minutes))
        painting.text(
            p, 0, y - high / 2, beside_hours() - 8, high, clock(minutes), "caption", "ink3",
            align="right", tabular=True, elide=False,
        )  # fmt: skip
        if away is not None:
            _there(p, 0, y + high / 2 - 3, beside_hours() - 8, minutes + at_hour(away, minutes))


def clock_of(p: QPainter, layout: Layout, day: int, away: HoursAway) -> None:
    """Paint the hours of a second zone at the left of a day on which its clock differs."""
    wide, high = theme.scaled(CLOCK), theme.scaled(16)
    for minutes in range(layout.first, layout.last + 1, 60):
        y, x = round(layout.y(minutes)), layout.columns[day].x - wide
        p.fillRect(QRectF(x, y - high / 2, wide, high), painting.colour("paper"))
        _there(p, x, y - high / 2, wide - 4, minutes + at_hour(away, minutes))


def _there(p: QPainter, x: float, y: float, wide: float, minutes: int) -> None:
    painting.text(
        p, x, y, wide, theme.scaled(16), clock(minutes % 1440), "caption", "accent",
        align="right", tabular=True, elide=False,
    )  # fmt: skip


def skyline(p: QPainter, layout: Layout, blocks: Iterable[Block]) -> None:
    """Paint the sensitivity of what is talked about at the left of their day."""
    c = theme.colours()
    rows: dict[tuple[int, int], list[Block]] = {}
    for block in blocks:
        if block.sensitivity:
            rows.setdefault((block.slot.day, block.slot.start), []).append(block)
    for (day, start), together in rows.items():
        level = max(b.sensitivity or 0 for b in together)
        rect = layout.rect(day, start, max(b.slot.end for b in together))
        wide = 9 + level * 4
        x = layout.columns[day].x + SKYLINE - 5 - wide
        fill, edge = c.sensitivity_fill[level - 1], c.sensitivity_line[level - 1]
        painting.rounded(p, x, rect.y(), wide, rect.height(), 2, fill, edge)
        if rect.height() >= theme.scaled(13):
            ink, high = c.sensitivity_text[level - 1], theme.scaled(16)
            top = rect.y() + min(1, (rect.height() - high) / 2)
            painting.text(
                p, x, top, wide, high, str(level), "caption", ink, weight=700,
                align="centre", elide=False, tabular=True,
            )  # fmt: skip


def block(p: QPainter, rect: QRectF, it: Block, *, hover: bool = False) -> None:
    """Paint one block; what does not fit is left out from the bottom."""
    _ground(p, rect, it, hover)
    p.save()
    p.setClipRect(rect.adjusted(0, 0, 0, 1))
    right = _signs(p, rect, it)
    if not two_lines(rect.height()) or not it.item.kind.has_terms:
        _one_line(p, rect, it, right)
    else:
        _lines(p, rect, it, right)
    p.restore()


_GROUNDS = KeptPictures(4_000_000)  # bytes; a day has a few looks in a few lengths


def _ground(p: QPainter, rect: QRectF, it: Block, hover: bool) -> None:
    talk = it.item.kind.has_terms
    silent = talk and it.item.terms_in_force is Terms.NO_NOTES
    edge = "edge" if hover else "hair_strong" if talk else "hair"
    waits = waits_for_topic(it.item)

    def paint(p: QPainter, rect: QRectF) -> None:
        x, y, w, h = bounds(rect)
        fill = "sheet" if talk and not silent else "shade"
        painting.rounded(p, x, y, w, h, 4, fill, edge, dashed=waits)
        if silent:
            painting.hatch(p, x + 1, y + 1, w - 2, h - 2, "hair", 8)

    _GROUNDS.paint(p, rect, (talk, silent, edge, waits, theme.colours().dark), paint)


_SIGN = 19  # px of the anchor with the room around it


def _anchored(it: Block) -> int:
    return _SIGN if it.item.anchor is not None else 0


def _signs(p: QPainter, rect: QRectF, it: Block) -> float:
    """Paint terms and anchor at the right; return where the text of the first line has to end."""
    right = rect.right() - 7
    if rect.height() < 14:
        return right
    if two_lines(rect.height()) and it.item.kind.has_terms:
        return _signs_of_lines(p, rect, it)
    if it.item.kind.has_terms:
        high = 18 if rect.height() >= 24 else 14
        named = _lead_width(it, "small", 600) + painting.width(it.title, "small", 600)
        title = min(named, float(theme.scaled(TITLE)))
        room = right - _text_x(rect) - title - 6 - _anchored(it)
        y = rect.y() + (rect.height() - high) / 2
        right -= badges.terms_tag(p, right, y, it.item.terms_in_force, room, high) + 5
    if it.item.anchor is not None:
        painting.icon(p, right - 14, rect.y() + (rect.height() - 14) / 2, "anchor", "ink2", 14)
    return right - _anchored(it)


def _signs_of_lines(p: QPainter, rect: QRectF, it: Block) -> float:
    """Paint the terms at the end of the second line, in a lane at the bottom."""
    right, bottom = rect.right() - 7, rect.bottom() - 24
    if it.lanes > 1:
        room = rect.width() - 14 - _anchored(it)
        wide = badges.terms_tag(p, right, bottom, it.item.terms_in_force, room)
        if it.item.anchor is not None:
            painting.icon(p, right - wide - 18, bottom + 2, "anchor", "ink2", 14)
        return right
    pad, step = _lead(rect)
    badges.terms_tag(p, right, rect.y() + pad + step, it.item.terms_in_force, _room(rect, it))
    if it.item.anchor is not None:
        painting.icon(p, right - 14, rect.y() + pad + 2, "anchor", "ink2", 14)
    return right - _anchored(it)


def _room(rect: QRectF, it: Block) -> float:
    """Return how wide the terms may be beside time and length, or beside the time alone."""
    room = rect.width() - 26 - painting.width(_when(it), "caption")
    if badges.terms_tag(None, 0, 0, it.item.terms_in_force, room) <= badges.SQUARE:
        room = rect.width() - 26 - painting.width("00:00", "caption")
    return room


def _text_x(rect: QRectF) -> float:
    """Return where the title of a block of one line begins: after the time."""
    return rect.x() + 9 + (theme.scaled(34) if rect.height() >= 14 else 0)


def _lead(rect: QRectF) -> tuple[float, float]:
    """Return the room above the lines of a block, and how far they stand apart."""
    high = theme.scaled(18)
    pad = max(0.0, min(5.0, (rect.height() - 2 * high) / 2))
    return pad, high + (1 if pad > 3 else 0)


def _when(it: Block) -> str:
    return f"{clock(it.slot.start)}  ·  " + length_of(it.item)


def _lead_width(it: Block, role: Role, weight: int) -> float:
    """Return how wide the number is, with the room after it."""
    return painting.width(f"{it.number}  ", role, weight) if it.number else 0.0


def _title_lines(rect: QRectF, it: Block, wide: float) -> int:
    """Return how many lines the title takes: beside another item one is too narrow for most, and
    the terms stand at the bottom there."""
    if it.lanes == 1:
        return 1
    pad, step = _lead(rect)
    free = int((rect.height() - pad - theme.scaled(24)) // step) - 1
    needs = painting.paragraph(None, 0, 0, wide, _whole_title(it), "small", weight=600)
    return max(1, min(free, needs // theme.line("small")))


def _whole_title(it: Block) -> str:
    return f"{it.number}  {it.title}" if it.number else it.title


def _named(p: QPainter, place: QRectF, it: Block, role: Role, ink: str, weight: int) -> float:
    """Paint number and title; return how wide they are.

    They are set apart, since a move gives other numbers to all items after it.
    """
    x, y, w, h = bounds(place)
    lead = _lead_width(it, role, weight)
    if lead:
        painting.text(p, x, y, w, h, it.number, role, ink, weight=weight)
    return lead + painting.text(p, x + lead, y, w - lead, h, it.title, role, ink, weight=weight)


def _one_line(p: QPainter, rect: QRectF, it: Block, right: float) -> None:
    high = float(theme.scaled(18))
    x, y = rect.x() + 9, rect.y() + (rect.height() - high) / 2
    talk = it.item.kind.has_terms
    ink, weight = ("ink", 600) if talk else ("ink2", 400)
    role = "small" if rect.height() >= theme.scaled(ONE_LINE) else "caption"
    if rect.height() >= 14:
        start = clock(it.slot.start)
        painting.text(p, x, y, 40, high, start, "caption", "ink3", tabular=True, elide=False)
        x = _text_x(rect)
    wide = _named(p, QRectF(x, y, right - x, high), it, role, ink, weight)
    length = length_of(it.item)
    if x + wide + painting.width(length, "caption") + 14 < right:
        painting.text(p, x + wide + 10, y, 90, high, length, "caption", "ink3")


def _lines(p: QPainter, rect: QRectF, it: Block, right: float) -> None:
    high = theme.scaled(18)
    pad, step = _lead(rect)
    x, y, room = rect.x() + 9, rect.y() + pad, rect.width() - 16
    if (lines := _title_lines(rect, it, right - x)) > 1:
        title, wide = _whole_title(it), right - x
        painting.paragraph(
            p, x, y, wide, title, "small", weight=600, max_lines=lines, line=int(step)
        )
    else:
        _named(p, QRectF(x, y, right - x, high), it, "small", "ink", 600)
    y += lines * step
    when, terms = _when(it), it.item.terms_in_force
    end, bottom = rect.right() - 8, rect.bottom()
    if it.lanes == 1:
        end -= badges.terms_tag(None, end, y, terms, _room(rect, it)) + 8
    else:
        bottom -= 24
    beside = it.lanes > 1 and y + high > bottom
    left = end - (badges.terms_tag(None, end, y, terms, room) + 6 if beside else 0)
    if x + painting.width(when, "caption") > left:
        when = clock(it.slot.start)
    wide = painting.text(p, x, y, room, high, when, "caption", "ink3", tabular=True, elide=False)
    y = _native(p, it, QRectF(x, y, room, bottom - y), (wide, end))
    if it.roles and y + high - 2 <= rect.bottom() and it.lanes == 1:
        painting.text(p, x, y, room, high, it.roles, "caption", "ink3")


def _native(p: QPainter, it: Block, place: QRectF, beside: tuple[float, float]) -> float:
    """Paint the title in another language under the time, or beside it; return the next line.

    ``beside`` is how wide the time is, and where the text beside it has to end.
    """
    x, y, bottom = place.x(), place.y(), place.bottom()
    high, step = theme.scaled(18), theme.scaled(19)
    if not it.native:
        return y + step
    left = x + beside[0] + 16
    below = y + step + high <= bottom + 1
    both = y + 2 * step + high - 2 <= bottom or not it.roles
    fits = painting.width(it.native, "small") <= beside[1] - left
    if below and (both or not fits):
        painting.text(p, x, y + step, place.width(), high, it.native, "small", "ink2")
        return y + 2 * step
    if fits:
        painting.text(p, left, y, beside[1] - left, high, it.native, "small", "ink2")
    return y + step


def overlaps(p: QPainter, layout: Layout, found: Iterable[Overlap]) -> None:
    """Paint each overlap, exactly as long as it is."""
    for each in found:
        overlap(p, band_of(layout, each))


def band_of(layout: Layout, it: Overlap) -> QRectF:
    """Return where the band of an overlap is painted."""
    start = it.anchored.anchor or 0
    return layout.rect(it.item.day, start, start + it.minutes).adjusted(0, -1, 0, 1)


def overlap(p: QPainter, rect: QRectF) -> None:
    """Paint the amber band over the minutes that two items both take."""
    line = theme.colours().warn_line
    tint = QColor(line)
    tint.setAlphaF(0.22)
    p.fillRect(rect, tint)
    p.save()
    p.setClipRect(rect)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(QPen(line, 1.2))
    x = rect.x() - rect.height()
    while x < rect.right():
        p.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.y()))
        x += 5
    p.restore()
    painting.rounded(p, rect.x(), rect.y(), rect.width(), rect.height(), 2, None, "warn_line")


def width_of_days(layout: Layout) -> int:
    """Return the width of the content in px."""
    return round(layout.width + BETWEEN)
