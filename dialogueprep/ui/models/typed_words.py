"""What a typed line will become, in words, before it is added."""

from __future__ import annotations

from collections.abc import Iterator

from dialogueprep.commands.typed_items import Placed
from dialogueprep.domain import wording
from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.domain.timetable import Slot, starts
from dialogueprep.domain.typed_placing import Place
from dialogueprep.domain.typed_programme import TypedProgramme
from dialogueprep.ui import dates, theme
from dialogueprep.ui.models.agenda_blocks import Agenda
from dialogueprep.words import ntr, tr

BETWEEN = "  ·  "


def said(agenda: Agenda, typed: TypedProgramme, after: Placed | None, place: Place) -> str:
    """Return what a text will become; for an empty one how it can be written."""
    if after is not None and len(after.new) == 1 and not typed.left_out:
        return _one(agenda, after, typed)
    if after is not None:
        return BETWEEN.join(_several(agenda, typed, after))
    if typed.asked:
        block = agenda.block(place.after)
        if block is None:
            return tr("A question needs an item before it.")
        return tr("A question to “{title}”", title=block.title)
    if typed.day is not None:
        return tr("What you type next stands on {day}.", day=_day(agenda, typed.day))
    return BETWEEN.join(
        (
            tr("“Opening remarks 15”, “Coffee”, “12:30 Lunch 60”"),
            tr("+ beside the item before"),
            tr("? a question"),
            tr("“Day 2” or a date"),
            tr("several lines may be pasted"),
        )
    )


def left_out(typed: TypedProgramme) -> str:
    """Return which lines of a programme were neither items nor questions."""
    n = len(typed.left_out)
    return ntr(
        "{n} line was left out: “{first}”.",
        "{n} lines were left out, the first “{first}”.",
        n,
        first=typed.left_out[0],
    )


def _one(agenda: Agenda, after: Placed, typed: TypedProgramme) -> str:
    slot = starts(after.items, agenda.dialogue.hours).slot(after.new[0])
    if slot is None:
        return ""
    return BETWEEN.join([*_slot(agenda, slot), *_asked(typed)])


def _slot(agenda: Agenda, slot: Slot) -> Iterator[str]:
    item = slot.item
    yield item.titles.best(theme.window_language())
    yield tr(wording.of(item.kind))
    if agenda.days > 1 or slot.day:
        yield _day(agenda, slot.day)
    yield tr("{start} to {end}", start=clock(slot.start), end=clock(slot.end))
    if item.anchor is not None:
        yield tr("anchored")
    if slot.lane:
        yield tr("in a lane of its own")


def _several(agenda: Agenda, typed: TypedProgramme, after: Placed) -> Iterator[str]:
    yield ntr("{n} item", "{n} items", len(after.new))
    days = {i.day for i in after.items if i.id in set(after.new)}
    if len(days) > 1:
        yield ntr("{n} day", "{n} days", len(days))
    yield from _asked(typed)
    if typed.left_out:
        yield left_out(typed)


def _asked(typed: TypedProgramme) -> Iterator[str]:
    n = len(typed.asked) + sum(len(each.questions) for each in typed.items)
    if n:
        yield ntr("{n} question", "{n} questions", n)


def _day(agenda: Agenda, number: int) -> str:
    return dates.long_day(agenda.dialogue.day(number), year=False)
