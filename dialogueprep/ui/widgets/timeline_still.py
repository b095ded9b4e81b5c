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
from dialogueprep.ui.widgets import timeline_painting as paint
from dialogueprep.ui.widgets.timeline_layout import CLOCK, Layout


@dataclass(frozen=True)
class Seen:
    """How the days are seen: their layout, where they are scrolled to, and in what size."""

    layout: Layout
    offset: QPointF
    size: QSize
    ratio: float
    clocks: Mapping[int, int]
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
                part = _changed_part(seen, day, self._days.get(day), days.get(day))
                _paint(p, seen, day, days.get(day), part)
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


def _changed_part(seen: Seen, day: int, old: _Day | None, new: _Day | None) -> QRectF:
    """Return the part of a day's strip that looks otherwise than before; no block is cut by it."""
    strip = seen.strip(day)
    if old is None or new is None:
        return strip
    changed = _changed(old, new)
    starts = {b.slot.start for b in changed}  # of one sensitivity with what is beside them
    changed += [b for b in new.blocks if b.slot.start in starts]
    bands = [paint.band_of(seen.layout, o) for o in {*old.overlaps} ^ {*new.overlaps}]
    top, bottom = _extent([*map(seen.layout.block, changed), *bands])
    edges = [(r.top(), r.bottom()) for r in map(seen.layout.block, new.blocks)]
    while True:
        cut = [(up, low) for up, low in edges if up <= bottom + 3 and low >= top - 3]
        wider = min((top, *(up for up, _ in cut))), max((bottom, *(low for _, low in cut)))
        if wider == (top, bottom):
            break
        top, bottom = wider
    return strip.intersected(QRectF(strip.x(), top - 3, strip.width(), bottom - top + 6))


def _changed(old: _Day, new: _Day) -> list[Block]:
    """Return blocks that are only in one of two states of a day, in both their places."""
    before, after = ({b.id: b for b in each.blocks} for each in (old, new))
    found = [b for b in old.blocks if after.get(b.id) is not b and after.get(b.id) != b]
    found += [b for b in new.blocks if before.get(b.id) is not b and before.get(b.id) != b]
    return found + [b for b in new.blocks if b.id in (old.hover, new.hover)]


def _extent(rects: list[QRectF]) -> tuple[float, float]:
    return min(r.top() for r in rects), max(r.bottom() for r in rects)


def _paint(p: QPainter, seen: Seen, day: int, shown: _Day | None, part: QRectF) -> None:
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
        for block in shown.blocks:
            rect = layout.block(block)
            if rect.intersects(strip):
                paint.block(p, rect, block, hover=block.id == shown.hover)
        paint.overlaps(p, layout, shown.overlaps)
    p.restore()
