"""Where days, hours and blocks of the agenda lie: minutes to px and back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from dialogueprep.domain.dialogue import DAY_STARTS
from dialogueprep.ui import theme
from dialogueprep.ui.models.agenda_blocks import Block

GUTTER = 44  # and more in large letters
SKYLINE = 36
BETWEEN = 12
FIRST = 0.54  # share of the first of two days
CLOCK = 38  # px at the left of a day on which the second zone's clock shows another time
LEAST_DAY = 210  # px; narrower days scroll
LEAST_SCALE, MOST_SCALE = 0.92, 2.2  # px a minute
SHORT = 15  # minutes of talk that still show a line of text in full
EDGE = 6  # px of a block's lower edge that resize it
SHOWN_AT_LEAST = 240  # minutes


def beside_hours() -> int:
    """Return the px at the left of the days in which the times of the hours stand."""
    return max(GUTTER, theme.scaled(40))


@dataclass(frozen=True, slots=True)
class Column:
    """The strip of one day in px, skyline included."""

    day: int
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The geometry of the days, in px of the content (before scrolling)."""

    columns: tuple[Column, ...] = ()
    first: int = DAY_STARTS
    """The hour at the top, in minutes."""
    last: int = DAY_STARTS + SHOWN_AT_LEAST
    scale: float = 1.0
    head: int = 70

    @property
    def width(self) -> float:
        """The width of all days."""
        return self.columns[-1].x + self.columns[-1].width if self.columns else 0

    @property
    def height(self) -> float:
        """The height from the heads to the last hour."""
        return self.y(self.last) + 10

    def y(self, minutes: float) -> float:
        """Return where a time lies."""
        return self.head + (minutes - self.first) * self.scale

    def minutes(self, y: float) -> float:
        """Return the time that lies at a height."""
        return self.first + (y - self.head) / self.scale

    def strip(self, day: int, before: float = 0) -> QRectF:
        """Return the whole strip of a day, with so much at its left and half the gap beside it."""
        column = self.columns[day]
        left = column.x - before - 1
        return QRectF(left, 0, column.x + column.width + BETWEEN / 2 - left, self.height + 4000)

    def block(self, block: Block) -> QRectF:
        """Return where a block lies."""
        return self.rect(block.slot.day, block.slot.start, block.slot.end, block.lane, block.lanes)

    def rect(self, day: int, start: int, end: int, lane: int = 0, lanes: int = 1) -> QRectF:
        """Return where a span of a day lies, in one of its lanes."""
        column = self.columns[min(day, len(self.columns) - 1)]
        gap = 4
        room = column.width - SKYLINE
        wide = (room - gap * (lanes - 1)) / lanes
        x = column.x + SKYLINE + lane * (wide + gap)
        high = max(4.0, (end - start) * self.scale - 2)
        return QRectF(x, self.y(start) + 1, wide, high)

    def column_at(self, x: float) -> Column | None:
        """Return the day at this place, None beside the days."""
        return next((c for c in self.columns if c.x <= x < c.x + c.width + BETWEEN), None)


def layout_of(
    blocks: Sequence[Block],
    days: int,
    width: float,
    height: float,
    limits: Iterable[int] = (),
    clocks: Collection[int] = (),
) -> Layout:
    """Return the geometry that fits blocks and days into a window of this size, if it can.

    ``limits`` are times by which days must end, in sight as well; ``clocks`` the days with hours
    of a second zone at their left.
    """
    first, last = _hours(blocks)
    last = -(-max([last, *limits]) // 60) * 60  # whole hours: 5 minutes more move nothing else
    head = theme.scaled(70)
    fitting = (height - head - 12) / (last - first + 8)
    scale = max(_least_scale(blocks), min(MOST_SCALE, fitting))
    return Layout(_columns(days, width, clocks), first, last, scale, head)


def _least_scale(blocks: Sequence[Block]) -> float:
    """Return the px that a minute needs at least: more where there is a short talk."""
    least = LEAST_SCALE * theme.scaled(100) / 100
    short = any(b.item.kind.has_terms and b.slot.end - b.slot.start <= SHORT for b in blocks)
    return max(least, (theme.scaled(14) + 2) / SHORT) if short else least


def snapped(minutes: float, step: int = 5) -> int:
    """Return the nearest time on the grid of 5 minutes."""
    return round(minutes / step) * step


def bounds(rect: QRectF) -> tuple[float, float, float, float]:
    """Return left, top, width and height."""
    return rect.x(), rect.y(), rect.width(), rect.height()


def inside(rect: QRectF, at: QPointF) -> bool:
    """Return whether a point lies in a rectangle, edges included by a px."""
    return rect.adjusted(0, -1, 0, 1).contains(at)


def _hours(blocks: Sequence[Block]) -> tuple[int, int]:
    if not blocks:
        return DAY_STARTS, DAY_STARTS + SHOWN_AT_LEAST
    first = min(b.slot.start for b in blocks) // 60 * 60
    last = max(b.slot.end for b in blocks)
    return first, max(last, first + SHOWN_AT_LEAST)


def _columns(days: int, width: float, clocks: Collection[int]) -> tuple[Column, ...]:
    room = width - beside_hours() - BETWEEN * days - theme.scaled(CLOCK) * len(clocks)
    shares = [FIRST, 1 - FIRST] if days == 2 else [1 / days] * days
    columns: list[Column] = []
    x = float(beside_hours())
    for day, share in enumerate(shares):
        wide = max(float(LEAST_DAY), room * share)
        x += theme.scaled(CLOCK) if day in clocks else 0
        columns.append(Column(day, x, wide))
        x += wide + BETWEEN
    return tuple(columns)


def neighbour(
    blocks: Sequence[Block], here: Block, along: int, across: int, end: int
) -> Block | None:
    """Return the block that many steps along the day, across lanes and days, or at an end of it."""
    if along:
        return _along(blocks, here, along)
    if across:
        return _across(blocks, here, across)
    day = [b for b in blocks if b.slot.day == here.slot.day]
    return {-1: day[0], 1: day[-1]}.get(end)


def _along(blocks: Sequence[Block], here: Block, step: int) -> Block | None:
    """Return the block after or before this one in reading order."""
    at = blocks.index(here) + step
    return blocks[at] if 0 <= at < len(blocks) else None


def _across(blocks: Sequence[Block], here: Block, step: int) -> Block | None:
    """Return the block in the next lane, else the nearest in time on the next day."""
    lane = here.lane + step
    for block in blocks:
        beside = (block.slot.day, block.slot.start) == (here.slot.day, here.slot.start)
        if beside and block.lane == lane and block.lanes > 1:
            return block
    there = [b for b in blocks if b.slot.day == here.slot.day + step]
    return min(there, key=lambda b: abs(b.slot.start - here.slot.start), default=None)
