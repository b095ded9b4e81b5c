"""The picture of what does not move on the days; of a changed agenda only changed days are painted.

A drag, a preview or a chosen block is painted over it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from dialogueprep.domain.dialogue import ItemId
from dialogueprep.domain.timetable import Overlap
from dialogueprep.ui import painting, theme
from dialogueprep.ui.models.agenda_blocks import Agenda, Block
from dialogueprep.ui.models.day_words import HoursAway
from dialogueprep.ui.widgets import timeline_painting as paint
from dialogueprep.ui.widgets.timeline_layout import CLOCK, Layout


@dataclass(frozen=True)
class Seen:
    """How the days are seen: their layout, where they are scrolled to, and in what size."""

    layout: Layout
    offset: QPointF
    size: QSize
    ratio: float
    clocks: Mapping[int, HoursAway]
    """The minutes by which a second clock is ahead, of days that show it themselves."""

    def strip(self, day: int) -> QRectF:
        """Return the strip of a day in the content, with its second clock."""
        return self.layout.strip(day, theme.scaled(CLOCK) if day in self.clocks else 0)


@dataclass(frozen=True)
class _Day:
    """What is painted of one day."""

    blocks: tuple[Block, ...]
    overlaps: tuple[Overlap, ...]
    hover: ItemId | None


class StillPicture:
    """Keeps the picture while nothing that it shows has changed."""

    def __init__(self) -> None:
        self._key: object = None
        self._days: dict[int, _Day] = {}
        self._picture = QPixmap()

    def shown(self, agenda: Agenda, seen: Seen, hover: ItemId | None, part: QRectF) -> QPixmap:
        """Return the picture of an agenda, up to date in a part of the content."""
        key = (seen, theme.colours(), theme.scaled(100), theme.window_language())
        days, all_anew = _days_of(agenda, hover), key != self._key
        if all_anew:
            self._begin(seen)
        changed = [
            d for d in range(len(seen.layout.columns))
            if days.get(d) != self._days.get(d) and seen.strip(d).intersects(part)
        ]  # fmt: skip
        if all_anew or changed:
            p = QPainter(self._picture)
            p.translate(-seen.offset)
            if all_anew:
                paint.hours(p, seen.layout)
            for day in changed:
                blocks = days[day].blocks if day in days else ()
                placed = [(b, seen.layout.block(b)) for b in blocks]
                part = _changed_part(seen, day, (self._days.get(day), days.get(day)), placed)
                _paint(p, seen, day, days.get(day), placed, part)
            p.end()
        self._key = key
        self._days.update({d: days[d] for d in changed if d in days})
        for day in set(changed) - set(days):
            self._days.pop(day, None)
        return self._picture

    def _begin(self, seen: Seen) -> None:
        self._days = {}
        self._picture = QPixmap(seen.size * seen.ratio)
        self._picture.setDevicePixelRatio(seen.ratio)
        self._picture.fill(painting.colour("paper"))


def _days_of(agenda: Agenda, hover: ItemId | None) -> dict[int, _Day]:
    blocks: dict[int, list[Block]] = {}
    for block in agenda.blocks:
        blocks.setdefault(block.slot.day, []).append(block)
    overlaps: dict[int, list[Overlap]] = {}
    for each in agenda.timetable.overlaps:
        overlaps.setdefault(each.item.day, []).append(each)
    return {
        day: _Day(
            tuple(there),
            tuple(overlaps.get(day, ())),
            hover if any(b.id == hover for b in there) else None,
        )
        for day, there in blocks.items()
    }


_Placed = list[tuple[Block, QRectF]]


def _changed_part(
    seen: Seen, day: int, states: tuple[_Day | None, _Day | None], placed: _Placed
) -> QRectF:
    """Return the part of a day's strip that looks otherwise than before; no block is cut by it."""
    strip, (old, new) = seen.strip(day), states
    if old is None or new is None:
        return strip
    gone, come = _only_in(old, new), _only_in(new, old)
    come += [b for b in new.blocks if b.id in (old.hover, new.hover)]
    starts = {b.slot.start for b in (*gone, *come)}  # of one sensitivity with what is beside them
    rects = [*map(seen.layout.block, gone)]
    rects += [rect for block, rect in placed if block.slot.start in starts]
    rects += [paint.band_of(seen.layout, o) for o in {*old.overlaps} ^ {*new.overlaps}]
    top, bottom = min(r.top() for r in rects), max(r.bottom() for r in rects)
    edges = [(rect.top(), rect.bottom()) for _, rect in placed]
    while True:
        cut = [(up, low) for up, low in edges if up <= bottom + 3 and low >= top - 3]
        wider = min((top, *(up for up, _ in cut))), max((bottom, *(low for _, low in cut)))
        if wider == (top, bottom):
            break
        top, bottom = wider
    return strip.intersected(QRectF(strip.x(), top - 3, strip.width(), bottom - top + 6))


def _only_in(one: _Day, other: _Day) -> list[Block]:
    """Return the blocks of one state of a day that the other has not as they are."""
    there = {b.id: b for b in other.blocks}
    return [b for b in one.blocks if there.get(b.id) is not b and there.get(b.id) != b]


def _paint(
    p: QPainter, seen: Seen, day: int, shown: _Day | None, placed: _Placed, part: QRectF
) -> None:
    """Paint a part of a day's strip anew: hours, second clock, skyline, blocks and overlaps."""
    layout = seen.layout
    strip = part.intersected(QRectF(seen.offset, seen.size.toSizeF()))
    p.save()
    p.setClipRect(strip)
    p.fillRect(strip, painting.colour("paper"))
    paint.hours(p, layout)
    if day in seen.clocks:
        paint.clock_of(p, layout, day, seen.clocks[day])
    if shown is not None:
        paint.skyline(p, layout, shown.blocks)
        for block, rect in placed:
            if rect.intersects(strip):
                paint.block(p, rect, block, hover=block.id == shown.hover)
        paint.overlaps(p, layout, shown.overlaps)
    p.restore()
