"""What needs attention in an agenda, as sentences with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import islice
from typing import Literal

from dialogueprep.domain import wording
from dialogueprep.domain.arranging import Spot, after_row, arranged
from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.domain.checks import Check
from dialogueprep.domain.dialogue import AgendaItem, ItemId, ItemKind
from dialogueprep.domain.remedies import Remedy, RemedyKind, remedies
from dialogueprep.domain.seating import Cell
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.timetable import Overlap, Overrun, Timetable, starts
from dialogueprep.domain.typed_programme import usual_minutes
from dialogueprep.sentences import observed
from dialogueprep.ui import dates, theme
from dialogueprep.ui.models import whole_ways
from dialogueprep.ui.models.agenda_blocks import Agenda
from dialogueprep.words import later, ntr, tr

PAUSE_MINUTES = 15  # of the break that is put into a long sitting


@dataclass(frozen=True, slots=True)
class Way:
    """One way out: its words and the kind of change, with what it changes."""

    words: str
    kind: Literal["remedy", "pause", "cells", "participants", "show"]
    remedy: Remedy | None = None
    pause: AgendaItem | None = None
    spot: Spot | None = None
    """Where the break, or another item that is moved, goes."""
    cells: tuple[Cell, ...] = ()
    """Who is what at which items."""

    def preview(self, agenda: Agenda) -> Timetable | None:
        """Return the timetable as it would be; None if nothing moves."""
        hours = agenda.dialogue.hours
        if self.pause is not None and self.spot is not None:
            return starts(arranged(agenda.items, self.pause, self.spot), hours)
        if self.remedy is not None:
            return starts(self.remedy.items(agenda.items), self.remedy.hours(hours))
        return None


@dataclass(frozen=True)
class Problem:
    """One sentence and the items it is about; the ways out are looked for when they are asked."""

    sentence: str
    items: tuple[ItemId, ...]
    find: Callable[[], Iterable[Way]] = field(compare=False)

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """The ways out, the gentlest first."""
        return tuple(self.find())


def problems_of(agenda: Agenda) -> tuple[Problem, ...]:
    """Return what overlaps, then what else stands out."""
    overlaps = (_overlap(agenda, each) for each in agenda.timetable.overlaps)
    overruns = (_overrun(agenda, each) for each in agenda.timetable.overruns)
    return (*overlaps, *overruns, *_observations(agenda))


def _observations(agenda: Agenda) -> Iterator[Problem]:
    """Yield one problem a check; several people in the same two lanes are one problem."""
    together: dict[tuple[object, ...], list[Check]] = {}
    for check in agenda.observations:
        alone = check.code != "in-two-lanes"
        key = (check.code, check.items, id(check) if alone else 0)
        together.setdefault(key, []).append(check)
    for alike in together.values():
        yield _observation(agenda, alike[0], len(alike))


def _overlap(agenda: Agenda, overlap: Overlap) -> Problem:
    sentence = ntr(
        "“{title}” runs {n} minute into “{anchored}”, which stays at {time}.",
        "“{title}” runs {n} minutes into “{anchored}”, which stays at {time}.",
        overlap.minutes,
        title=_title(overlap.item),
        anchored=_title(overlap.anchored),
        time=clock(overlap.anchored.anchor or 0),
    )
    items = (overlap.item.id, overlap.anchored.id)
    return Problem(sentence, items, lambda: [_way(r) for r in remedies(agenda.timetable, overlap)])


def _overrun(agenda: Agenda, overrun: Overrun) -> Problem:
    sentence = ntr(
        "{day} ends {n} minute after {time}, with “{title}”.",
        "{day} ends {n} minutes after {time}, with “{title}”.",
        overrun.minutes,
        day=dates.long_day(agenda.dialogue.day(overrun.day)),
        time=clock(agenda.dialogue.hours_of(overrun.day).ends or 0),
        title=_title(overrun.item),
    )

    def ways() -> Iterator[Way]:
        for each in remedies(agenda.timetable, overrun):
            yield _way(each, named=each.item.id != overrun.item.id)

    return Problem(sentence, (overrun.item.id,), ways)


def _way(remedy: Remedy, *, named: bool = False) -> Way:
    """Return a remedy in words, ``named`` with the item that it shortens."""
    other = named and remedy.kind is RemedyKind.SHORTEN
    return Way(_words(remedy, _NAMED if other else _SAID[remedy.kind]), "remedy", remedy)


def _words(remedy: Remedy, sentence: str) -> str:
    item = remedy.item
    facts: dict[str, object] = {
        "title": _title(item),
        "n": item.minutes,
        "m": remedy.rest.minutes if remedy.rest else 0,
        "time": clock(remedy.day_ends or item.anchor or 0),
    }
    return tr(sentence, **facts)


_NAMED = later("Shorten “{title}” to {n} min")
_SAID = {
    RemedyKind.SHORTEN: later("Shorten to {n} min"),
    RemedyKind.TAKE_FROM_BREAK: later("{title} in {n} min"),
    RemedyKind.MOVE_ANCHOR: later("{title} at {time}"),
    RemedyKind.SHORTEN_NEXT: later("{title} to {time}, shortened to {n} min"),
    RemedyKind.MOVE_DAY_END: later("End the day at {time}"),
    RemedyKind.SPLIT: later("Split: {n} min now, {m} after"),
    RemedyKind.SET_ASIDE: later("Set aside"),
}


def _observation(agenda: Agenda, check: Check, people: int) -> Problem:
    facts = dict(check.facts)
    if people > 1:
        facts["name"] = tr("{name} and {n} more", name=facts["name"], n=people - 1)
    code = "several-in-two-lanes" if people > 1 else check.code
    return Problem(observed(code, facts), check.items, partial(_WAYS[check.code], agenda, check))


def _move_later(agenda: Agenda, check: Check) -> Iterator[Way]:
    if found := whole_ways.later_spot(agenda, check):
        item, spot, past = found
        yield Way(tr("Move after “{title}”", title=_title(past)), "pause", pause=item, spot=spot)
    yield Way(tr("Show it"), "show")


def _part(agenda: Agenda, check: Check) -> Iterator[Way]:
    """The last of a row after the next milder item."""
    return _move_later(agenda, replace(check, items=check.items[-1:]))


def _buffer(agenda: Agenda, check: Check) -> Iterator[Way]:
    """A break after it, or its place before a milder item."""
    slot = agenda.timetable.slot(check.items[0])
    if slot is not None:
        spot = after_row(agenda.items, slot.item)
        words = tr("Break of {n} min after it", n=PAUSE_MINUTES)
        yield Way(words, "pause", pause=_break(slot.item), spot=spot)
    if found := whole_ways.earlier_spot(agenda, check):
        item, spot, past = found
        yield Way(tr("Move before “{title}”", title=_title(past)), "pause", pause=item, spot=spot)
    yield Way(tr("Show it"), "show")


def _swap_moderators(agenda: Agenda, check: Check) -> Iterator[Way]:
    for other, cells in islice(whole_ways.swaps(agenda, check), 2):
        words = tr("Swap moderators with “{title}”", title=_title(other))
        yield Way(words, "cells", cells=cells)
    yield from _choose_people(agenda, check)


def _choose_people(agenda: Agenda, check: Check) -> Iterator[Way]:
    yield Way(tr("Choose in Participants"), "participants")
    yield Way(tr("Show it"), "show")


def _pause(agenda: Agenda, check: Check) -> Iterator[Way]:
    """A break before the row that is nearest to the middle of the sitting."""
    slots = [s for i in check.items if (s := agenda.timetable.slot(i)) is not None]
    middle = (slots[0].start + max(s.end for s in slots)) / 2
    later_ones = [s for s in slots if s.start > slots[0].start]
    if later_ones:
        nearest = min(later_ones, key=lambda s: abs(s.start - middle))
        title = tr("Break of {n} min before “{title}”", n=PAUSE_MINUTES, title=_title(nearest.item))
        spot = Spot(nearest.day, nearest.item.id)
        yield Way(title, "pause", pause=_break(nearest.item), spot=spot)
    yield Way(tr("Show it"), "show")


def _report_back(agenda: Agenda, check: Check) -> Iterator[Way]:
    """A report-back right after the groups."""
    slots = [s for i in check.items if (s := agenda.timetable.slot(i)) is not None]
    spot = after_row(agenda.items, slots[-1].item)
    minutes = usual_minutes(ItemKind.REPORT_BACK)
    words = tr("Report back of {n} min after them", n=minutes)
    made = _new(slots[0].item, ItemKind.REPORT_BACK, minutes)
    yield Way(words, "pause", pause=made, spot=spot)
    yield Way(tr("Show it"), "show")


def _break(before: AgendaItem) -> AgendaItem:
    return _new(before, ItemKind.BREAK, PAUSE_MINUTES)


def _new(near: AgendaItem, kind: ItemKind, minutes: int) -> AgendaItem:
    return AgendaItem(
        id=ItemId(""),
        dialogue=near.dialogue,
        kind=kind,
        titles=Texts.of({theme.window_language(): tr(wording.of(kind))}),
        day=near.day,
        minutes=minutes,
    )


_WAYS: dict[str, Callable[[Agenda, Check], Iterator[Way]]] = {
    "in-two-lanes": _choose_people,
    "breakout-lacks-rapporteur": _choose_people,
    "same-delegation-moderates": _swap_moderators,
    "one-delegation-stacked": _choose_people,
    "one-delegation-concerned": _part,
    "one-delegation-opens": _choose_people,
    "no-presenter": _choose_people,
    "several-without-presenter": _choose_people,
    "breakouts-lack-report": _report_back,
    "opens-with-sensitive": _move_later,
    "ends-with-sensitive": _buffer,
    "long-sitting": _pause,
}


def _title(item: AgendaItem) -> str:
    return item.titles.best(theme.window_language())
