"""A programme as entries of a calendar: which items, under which titles, when and where."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from dialogueprep import words
from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import AgendaItem, Dialogue, ItemId, ItemKind
from dialogueprep.domain.people import Attendance, Role
from dialogueprep.domain.texts import Language
from dialogueprep.domain.timetable import Slot
from dialogueprep.words import later

_MEETING = later("Meeting")
_PAUSES = {
    ItemKind.BREAK: later("Break"),
    ItemKind.MEAL: later("Meal"),
    ItemKind.LOGISTICS: later("Logistics"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of a calendar; ``start`` and ``end`` are local times of the calendar's zone."""

    uid: str
    title: str
    start: datetime
    end: datetime
    place: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Entries in one time zone. ``sequence`` grows with each version that was given out."""

    zone: str
    entries: tuple[Entry, ...]
    name: str = ""
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class Writing:
    """How entries are worded: the language, and whether titles tell the topic."""

    language: Language = "en"
    discreet: bool = False


def programme(
    dialogue: Dialogue,
    slots: Iterable[Slot],
    writing: Writing,
    *,
    sequence: int = 0,
    roles: Mapping[ItemId, Collection[Role]] | None = None,
) -> Calendar:
    """Return the slots of a programme as a calendar.

    Where ``writing`` is discreet, each entry is called "Meeting", "Break" or "Meal", and neither
    the calendar's name nor a detail tells the dialogue. ``roles`` are those of the person that
    the calendar is for. The ids of entries are those of the items, so that a later version of
    the calendar replaces the entries of an earlier one.
    """
    held = roles or {}
    entries = tuple(_entry(dialogue, s, writing, held.get(s.item.id, ())) for s in slots)
    name = "" if writing.discreet else dialogue.names.best(writing.language)
    return Calendar(zone=dialogue.time_zone, entries=entries, name=name, sequence=sequence)


def attended(slots: Iterable[Slot], attendances: Iterable[Attendance]) -> tuple[Slot, ...]:
    """Return the slots that somebody is present at, and the pauses of the whole room."""
    there = {a.item for a in attendances}
    return tuple(s for s in slots if s.item.id in there or _for_all(s))


def _for_all(slot: Slot) -> bool:
    return slot.lane == 0 and not slot.item.kind.has_terms


def _entry(dialogue: Dialogue, slot: Slot, writing: Writing, roles: Collection[Role]) -> Entry:
    midnight = datetime.combine(dialogue.day(slot.day), time())
    say = words.of(writing.language)
    rooms = (slot.item.places.best(writing.language), dialogue.place.best(writing.language))
    return Entry(
        uid=slot.item.id,
        title=_title(slot.item, writing, say),
        start=midnight + timedelta(minutes=slot.start),
        end=midnight + timedelta(minutes=slot.end),
        place=", ".join(r for r in rooms if r),
        detail="" if writing.discreet else _detail(dialogue, roles, writing, say),
    )


def _title(item: AgendaItem, writing: Writing, say: words.Say) -> str:
    title = item.titles.best(writing.language)
    if writing.discreet or not title:
        return say(_PAUSES.get(item.kind, _MEETING))
    return title


def _detail(
    dialogue: Dialogue, roles: Collection[Role], writing: Writing, say: Callable[..., str]
) -> str:
    held = [say(wording.role(role)) for role in Role if role in roles]
    said = say("Your role: {roles}", roles=", ".join(held)) if held else ""
    return "\n".join(part for part in (dialogue.names.best(writing.language), said) if part)
