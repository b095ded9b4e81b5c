"""What a run sheet says of a day that runs late: what can be cut, worked out in advance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dialogueprep.domain.briefs.blocks import Block, Line, Paragraph, Stress, Table, plain, stressed
from dialogueprep.domain.briefs.language_forms import between, bracketed, clock, quoted, weekday
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.dialogue import AgendaItem, DayHours
from dialogueprep.domain.late_plans import Lateness, LatePlan, Loss, PlanKind, lateness
from dialogueprep.domain.running import Day
from dialogueprep.domain.timetable import Slot

LATE = 20  # minutes by which the first item of a stretch begins late
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Stretch:
    """What follows one fixed start until the next one, or until the end of the day."""

    slots: tuple[Slot, ...]
    until: AgendaItem | None

    @property
    def day(self) -> int:
        """The day that it is on, from 0."""
        return self.slots[0].day


def stretches(slots: Sequence[Slot]) -> Iterator[Stretch]:
    """Yield the stretches of all days in which something is said."""
    for _, group in groupby(slots, key=lambda s: s.day):
        parts: list[list[Slot]] = []
        for slot in group:
            anchored = slot.item.anchor is not None
            if not parts or (anchored and slot.start != parts[-1][0].start):
                parts.append([])
            parts[-1].append(slot)
        ends = [part[0].item for part in parts[1:]]
        for part, until in zip(parts, [*ends, None], strict=True):
            if any(s.item.kind.has_terms for s in part):
                yield Stretch(tuple(part), until)


def ways_out(stretch: Stretch, hours: DayHours, late: int = LATE) -> Lateness:
    """Return what wins the time back if a stretch begins so many minutes late.

    The day is looked at as planned, whatever has begun of it.
    """
    planned = [replace(s.item, began=None, closed=False) for s in stretch.slots]
    first = stretch.slots[0]
    fresh = [replace(i, anchor=None) if i.anchor == first.start else i for i in planned]
    after = [replace(stretch.until, began=None, closed=False)] if stretch.until else []
    ends = None if stretch.until else hours.ends
    day = Day(
        items=(*fresh, *after), hours=(DayHours(first.day, first.start, ends),), day=first.day,
        now=first.start * 60, watch=None, agreed={}, late=late, ran=frozenset(),
    )  # fmt: skip
    return lateness(day)


def blocks(material: Material, pen: Pen) -> tuple[Block, ...]:
    """Return a table with a row for each stretch: trim, shorten a break, or set aside."""
    rows = tuple(_row(each, material, pen) for each in stretches(material.slots))
    if not rows:
        return ()
    intro = pen.say("What wins the time back if a part of a day begins {n} minutes late.", n=LATE)
    head = (
        pen.say("Part"), pen.say("Trim the talks"), pen.say("Shorten breaks"),
        pen.say("Set aside"),
    )  # fmt: skip
    table = Table(head, rows, (0.26, 0.3, 0.2, 0.24), (), plain(intro))
    return Paragraph(intro, quiet=True), table


def _row(stretch: Stretch, material: Material, pen: Pen) -> tuple[Line, ...]:
    found = ways_out(stretch, material.dialogue.hours_of(stretch.day))
    part = _part(stretch, material, pen)
    if not found.need:
        return part, pen.say("The free time makes up for it."), (), ()
    return part, *(_way(found.plan(kind), pen) for kind in PlanKind)


def _part(stretch: Stretch, material: Material, pen: Pen) -> Line:
    on = pen.text(weekday(material.dialogue.day(stretch.day), pen.language))
    day = stressed(on, Stress.STRONG)
    start = clock(stretch.slots[0].start)
    if stretch.until is None:
        until = pen.say("from {start} to the end", start=start)
    else:
        title = quoted(pen.write(stretch.until.titles), pen.language)
        until = pen.say("from {start} until {title}", start=start, title=title)
    return between([day, until], "\n", pen.language)


def _way(plan: LatePlan | None, pen: Pen) -> Line:
    if plan is None:
        return pen.text(_NOTHING)
    lines = [_loss(loss, pen) for loss in plan.losses]
    if not plan.suffices:
        lines.append(pen.say("Not enough: {n} min are still missing.", n=plan.missing))
    return between(lines, "\n", pen.language)


def _loss(loss: Loss, pen: Pen) -> Line:
    title = pen.write(loss.item.titles)
    if loss.after is None:
        length = pen.say("{n} min", n=loss.before)
        return (*title, *bracketed(length, pen.language))
    return pen.say("{title}: {before} → {after} min", title=title, before=loss.before,
                   after=loss.after)  # fmt: skip
